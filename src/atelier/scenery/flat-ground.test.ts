import { describe, expect, it } from "vitest";
import { seeded } from "../../random.ts";
import { rasterise } from "../ink/rasterise.ts";
import { createStage } from "../ink/stage.ts";
import { EMOTIONS } from "../vocabulary.ts";
import { drawFlatGround, type FlatGroundSpec } from "./flat-ground.ts";

const SIZE = { width: 160, height: 120 };

function drawn(changes: Partial<FlatGroundSpec>, seed = "a") {
  const stage = createStage(SIZE, "flat");
  const spec = {
    emotion: "calm",
    light: "day",
    loud: false,
    focus: [80, 60],
    clear: 30,
    ...changes,
  } as const;
  drawFlatGround(stage, spec, seeded(seed));
  return rasterise(stage);
}

const inkOf = (data: Uint8Array, inside: (x: number, y: number) => boolean): number =>
  data.reduce((total, ink, i) => total + (inside(i % SIZE.width, Math.floor(i / SIZE.width)) ? ink : 0), 0);

describe("drawFlatGround", () => {
  it.each(EMOTIONS)("fills the stage in a strong colour for %s, owned by nobody", (emotion) => {
    const { plates, owners } = drawn({ emotion });
    const corner = [...plates.colour.subarray(0, 3)];
    expect(Math.max(...corner) - Math.min(...corner)).toBeGreaterThan(40);
    expect(owners.ids.every((id) => id === 0)).toBe(true);
  });

  it("points wedges of ink at a face when it is loud, and keeps them off it", () => {
    const near = (x: number, y: number) => Math.hypot(x - 80, y - 60) < 30;
    expect(inkOf(drawn({}).plates.ink, () => true)).toBe(0);
    const loud = drawn({ loud: true }).plates.ink;
    expect(inkOf(loud, near)).toBe(0);
    expect(inkOf(loud, (x, y) => !near(x, y))).toBeGreaterThan(10_000);
  });

  it("is dark blue at night", () => {
    const [red = 0, , blue = 0] = drawn({ light: "night", loud: true, clear: 200 }).plates.colour;
    expect(blue).toBeGreaterThan(red + 30);
  });
});
