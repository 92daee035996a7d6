import { describe, expect, it } from "vitest";
import { rasterise } from "../ink/rasterise.ts";
import type { Stage } from "../ink/stage.ts";
import { createStage, toSvg } from "../ink/stage.ts";
import type { Light, Setting } from "../vocabulary.ts";
import { LIGHTS, SETTINGS } from "../vocabulary.ts";
import { drawSetting } from "./index.ts";

const SIZE = { width: 200, height: 150 };

function drawn(setting: Setting, light: Light, seed = "s"): Stage {
  const stage = createStage(SIZE, "stage");
  drawSetting(stage, { setting, light, seed, view: { groundY: 120, scale: 0.8 } });
  return stage;
}

/** Mean of red, green and blue over the picture. */
const brightness = (data: Uint8Array): number => data.reduce((sum, value) => sum + value, 0) / data.length;

describe("settings", () => {
  for (const setting of SETTINGS) {
    it(`fills the stage with a ${setting}, darker at night, owned by nobody`, () => {
      const shown = LIGHTS.map((light) => {
        const stage = drawn(setting, light);
        expect(toSvg(stage, "art")).not.toMatch(/NaN|Infinity|undefined/);
        const { art, owners } = rasterise(stage);
        expect(owners.ids.every((id) => id === 0)).toBe(true);
        const last = art.data.length - 3;
        for (const corner of [0, (SIZE.width - 1) * 3, last]) {
          expect([...art.data.slice(corner, corner + 3)]).not.toEqual([255, 255, 255]);
        }
        return brightness(art.data);
      });
      expect((shown[0] ?? 0) - (shown[1] ?? 0)).toBeGreaterThan(30);
    });

    it(`brings the same ${setting} back for the same seed`, () => {
      const svg = (seed: string) => toSvg(drawn(setting, "day", seed), "art");
      expect(svg("a")).toBe(svg("a"));
      expect(svg("a")).not.toBe(svg("b"));
    });
  }

  it("draws no two places alike", () => {
    const pictures = SETTINGS.map((setting) => rasterise(drawn(setting, "day")).art.data);
    for (const [i, a] of pictures.entries()) {
      for (const b of pictures.slice(i + 1)) {
        const difference = a.reduce((sum, value, k) => sum + Math.abs(value - (b[k] ?? 0)), 0) / a.length;
        expect(difference).toBeGreaterThan(12);
      }
    }
  });

  it("stays readable when the camera is near or far", () => {
    for (const scale of [0.4, 3]) {
      const stage = createStage(SIZE, "stage");
      drawSetting(stage, { setting: "village", light: "day", seed: "s", view: { groundY: 140, scale } });
      expect(toSvg(stage, "art")).not.toMatch(/NaN/);
      expect(stage.layers.art.length).toBeGreaterThan(20);
    }
  });
});
