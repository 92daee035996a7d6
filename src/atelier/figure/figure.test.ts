import { describe, expect, it } from "vitest";
import type { Box, Point } from "../../geometry/index.ts";
import { rectangle } from "../ink/curve.ts";
import type { OwnerMap } from "../ink/rasterise.ts";
import { rasterise, visibleRegions } from "../ink/rasterise.ts";
import { silhouetteArea } from "../ink/silhouette.ts";
import type { Stage } from "../ink/stage.ts";
import { createStage, paint, toSvg } from "../ink/stage.ts";
import { cleanPicture } from "../print/press.ts";
import type { Action, Emotion, Identity } from "../vocabulary.ts";
import { ACTIONS, CONDITIONS, EMOTIONS, IDENTITIES, PROPS } from "../vocabulary.ts";
import { CAST, LOOK_ALIKES } from "./cast.ts";
import type { FigureSpec } from "./figure.ts";
import { drawFigure, drawProp, heldOwner, measureFigure, standingHeight } from "./figure.ts";

const SIZE = { width: 260, height: 240 };
const SPEC: FigureSpec = {
  identity: "bear",
  action: "standing",
  emotion: "calm",
  at: [120, 210],
  scale: 1.2,
  facing: "right",
  turn: "three-quarter",
  seed: "s",
  owner: "hero",
};
/** What legs do. */
const POSTURES = [
  "standing",
  "walking",
  "running",
  "jumping",
  "sitting",
  "lying",
  "climbing",
  "kneeling",
  "falling",
] as const;
/** What hands do meanwhile. */
const GESTURES = ["pointing", "waving", "carrying", "eating", "reading", "throwing", "crying"] as const;
const SEEDS = Array.from({ length: 40 }, (_, i) => `seed ${i}`);
const TURNS = ["front", "three-quarter", "side", "back"] as const;

function drawn(...specs: readonly Partial<FigureSpec>[]): Stage {
  const stage = createStage(SIZE, "stage");
  for (const spec of specs) drawFigure(stage, { ...SPEC, ...spec });
  return stage;
}

const ownersOf = (...specs: readonly Partial<FigureSpec>[]): OwnerMap => rasterise(drawn(...specs)).owners;

const holds = ([x1, y1, x2, y2]: Box, [x, y]: Point): boolean => x >= x1 && x <= x2 && y >= y1 && y <= y2;

describe("every member of the cast in every action", () => {
  for (const identity of IDENTITIES) {
    it(`draws the ${identity}`, () => {
      for (const [i, action] of ACTIONS.entries()) {
        const spec = {
          ...SPEC,
          identity,
          action,
          turn: TURNS[i % 4] ?? "front",
          facing: i % 3 === 0 ? ("left" as const) : ("right" as const),
          emotion: EMOTIONS[i % EMOTIONS.length] ?? "calm",
        };
        const stage = createStage(SIZE, "stage");
        const anchors = drawFigure(stage, spec);
        expect(toSvg(stage, "colour") + toSvg(stage, "owner")).not.toMatch(/NaN|Infinity|undefined/);
        expect(anchors.bounds.every(Number.isFinite)).toBe(true);
        for (const at of [anchors.head, anchors.mouth, ...anchors.hands]) {
          expect(holds(anchors.bounds, at), `${action} ${at}`).toBe(true);
        }
        expect(measureFigure(spec)).toEqual(anchors);
      }
    });
  }
});

describe("truth", () => {
  it("keeps all that a figure owns within its bounds", () => {
    for (const [i, action] of ACTIONS.entries()) {
      const identity = IDENTITIES[i % IDENTITIES.length] ?? "bear";
      const { bounds } = measureFigure({ ...SPEC, identity, action });
      for (const { box } of visibleRegions(ownersOf({ identity, action })).values()) {
        expect(holds(bounds, [box[0], box[1]]), action).toBe(true);
        expect(holds(bounds, [box[2], box[3]]), action).toBe(true);
      }
    }
  });

  it("gives every pixel of two overlapping figures to the one in front", () => {
    const back = { identity: "lady", at: [100, 205], owner: "back" } as const;
    const front = { identity: "bear", at: [135, 215], owner: "front" } as const;
    const [a, b] = [ownersOf(back), ownersOf(front)];
    const both = ownersOf(back, front);
    expect(both.names).toEqual(["back", "front"]);
    expect(both.ids).toEqual(a.ids.map((id, i) => (b.ids[i] === 0 ? id : 2)));
    const share =
      (visibleRegions(both).get("back")?.pixels ?? 0) / (visibleRegions(a).get("back")?.pixels ?? 1);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.96);
  });

  it("owns exactly what can be seen of the figure", () => {
    for (const identity of IDENTITIES) {
      for (const action of ["standing", "walking"] as const) {
        const stage = createStage(SIZE, "stage");
        paint(stage, rectangle(-9, -9, 300, 300), { fill: "#00ff00" });
        const { bounds } = drawFigure(stage, { ...SPEC, identity, action });
        const { plates, owners } = rasterise(stage);
        const art = cleanPicture(plates);
        expect(wrongPixels(art.data, owners, bounds[3] - 14), `${identity} ${action}`).toBeLessThan(2);
      }
    }
  });

  it("knows held things by their own name", () => {
    for (const prop of PROPS) {
      const seen = visibleRegions(ownersOf({ holds: prop }));
      expect([...seen.keys()].toSorted(), prop).toEqual(["hero", heldOwner("hero")]);
      expect(seen.get(heldOwner("hero"))?.pixels).toBeGreaterThan(60);
    }
    for (const action of ["carrying", "eating", "reading", "throwing", "digging"] as const) {
      expect(visibleRegions(ownersOf({ action })).has(heldOwner("hero")), action).toBe(true);
    }
  });
});

/** Pixels above `floor` that plainly show what their owner denies, on a green ground and away from soft edges. */
const VISIBLE_CHANGE = 110;

function wrongPixels(data: Uint8Array, { ids, width }: OwnerMap, floor: number): number {
  let wrong = 0;
  for (let y = 1; y < floor; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const ring = [i, i - 1, i + 1, i - width, i + width].map((k) => ids[k]);
      const change = (data[i * 3] ?? 0) + (255 - (data[i * 3 + 1] ?? 0)) + (data[i * 3 + 2] ?? 0);
      if (ring.every((id) => id === 0) && change > VISIBLE_CHANGE) wrong++;
      if (ring.every((id) => id === 1) && change === 0) wrong++;
    }
  }
  return wrong;
}

describe("reading a picture", () => {
  it("tells postures apart by their silhouettes alone", () => {
    for (const identity of ["bear", "rabbit", "lad", "girl"] as const) {
      const silhouettes = POSTURES.map((action) => silhouette(identity, action, identity));
      for (const [i, a] of silhouettes.entries()) {
        for (const [j, b] of silhouettes.entries()) {
          if (j > i)
            expect(overlap(a, b), `${identity}: ${POSTURES[i]} and ${POSTURES[j]}`).toBeLessThan(0.8);
        }
      }
    }
  });

  it("makes gestures over many postures and says over which", () => {
    for (const action of GESTURES) {
      const shown = SEEDS.flatMap((seed) => measureFigure({ ...SPEC, action, seed }).also);
      expect(new Set(shown).size, action).toBeGreaterThan(3);
      expect(shown, action).not.toContain(action);
    }
  });

  it("tells the cast apart in greyscale", () => {
    const thumbnails = IDENTITIES.map((identity) => greyThumbnail(identity));
    for (const [i, a] of thumbnails.entries()) {
      for (const [j, b] of thumbnails.entries()) {
        if (j <= i || areLookAlikes(IDENTITIES[i], IDENTITIES[j])) continue;
        expect(meanDifference(a, b), `${IDENTITIES[i]} and ${IDENTITIES[j]}`).toBeGreaterThan(10);
      }
    }
  });

  it("makes look-alikes differ in a small place only", () => {
    for (const [one, other] of LOOK_ALIKES) {
      const [a, b] = [greyThumbnail(one), greyThumbnail(other)];
      const changed = a.filter((value, i) => Math.abs(value - (b[i] ?? 0)) > 4).length / a.length;
      expect(changed, `${one} and ${other}`).toBeGreaterThan(0);
      expect(changed, `${one} and ${other}`).toBeLessThan(0.1);
    }
  });

  it("shows what a mishap has left on every figure, and owns no drop that flies", () => {
    for (const identity of IDENTITIES) {
      const plain = ownersOf({ identity });
      for (const condition of CONDITIONS) {
        const conditions = [condition];
        expect(toSvg(drawn({ identity, conditions }), "colour"), `${identity} ${condition}`).not.toBe(
          toSvg(drawn({ identity }), "colour"),
        );
        const changed = ownersOf({ identity, conditions }).ids.filter((id, i) => id !== plain.ids[i]).length;
        expect(changed, `${identity} ${condition}`).toBeLessThan(160);
      }
    }
  });

  it("draws every emotion differently on every face", () => {
    for (const identity of IDENTITIES) {
      const faces = EMOTIONS.map((emotion) => toSvg(drawn({ identity, emotion }), "ink"));
      expect(new Set(faces).size, identity).toBe(EMOTIONS.length);
    }
  });

  it("draws faces of a 40 px head that differ plainly between feelings", () => {
    for (const identity of ["bear", "frog", "captain", "student"] as const) {
      const faces = EMOTIONS.map((emotion) => faceInk(identity, emotion));
      for (const [i, a] of faces.entries()) {
        for (const [j, b] of faces.entries()) {
          const changed = a.filter((value, k) => Math.abs(value - (b[k] ?? 0)) > 100).length / a.length;
          if (j > i) expect(changed, `${identity}: ${EMOTIONS[i]} and ${EMOTIONS[j]}`).toBeGreaterThan(0.017);
        }
      }
    }
  });

  it("hides behind a barrel, but not wholly", () => {
    for (const identity of IDENTITIES) {
      for (const seed of ["a", "b", "c", "d"]) {
        const stage = createStage(SIZE, "stage");
        const spec = { ...SPEC, identity, action: "hiding", turn: "side", seed } as const;
        const { bounds } = drawFigure(stage, spec);
        const seen = visibleRegions(rasterise(stage).owners).get("hero")?.pixels ?? 0;
        const share = seen / silhouetteArea(stage, "hero", bounds);
        expect(share, `${identity} ${seed}`).toBeGreaterThan(0.36);
        expect(share, `${identity} ${seed}`).toBeLessThan(0.92);
      }
    }
  });

  it("lies down to sleep, sits on a stool, and falls through the air", () => {
    const box = (action: Action): Box => measureFigure({ ...SPEC, action }).bounds;
    const height = (action: Action) => box(action)[3] - box(action)[1];
    for (const seed of SEEDS) {
      const { lies, also, bounds } = measureFigure({ ...SPEC, action: "sleeping", seed });
      expect(lies, seed).toBe(also.includes("lying"));
      if (lies) expect(bounds[3] - bounds[1], seed).toBeLessThan(0.7 * height("standing"));
    }
    expect(height("sitting")).toBeLessThan(0.97 * height("standing"));
    expect(box("falling")[3]).toBeLessThan(SPEC.at[1] - 5);
    expect(box("jumping")[3]).toBeLessThan(SPEC.at[1] - 10);
  });

  it("points to the side that it faces", () => {
    for (const facing of ["left", "right"] as const) {
      const { hands, head } = measureFigure({ ...SPEC, action: "pointing", facing });
      expect(Math.sign(hands[0][0] - head[0])).toBe(facing === "right" ? 1 : -1);
    }
  });
});

const areLookAlikes = (a: Identity | undefined, b: Identity | undefined): boolean =>
  LOOK_ALIKES.some((pair) => pair.some((one) => one === a) && pair.some((one) => one === b));

function silhouette(identity: Identity, action: Action, seed: string): Uint8Array {
  const { ids } = ownersOf({ identity, action, seed });
  return Uint8Array.from(ids, (id) => (id > 0 ? 1 : 0));
}

function overlap(a: Uint8Array, b: Uint8Array): number {
  let both = 0;
  let either = 0;
  a.forEach((value, i) => {
    both += value & (b[i] ?? 0);
    either += value | (b[i] ?? 0);
  });
  return both / either;
}

/** The ink on a face whose head has a radius of 40 px, 0-255. */
function faceInk(identity: Identity, emotion: Emotion): Uint8Array {
  const still = { ...SPEC, identity, emotion, at: [0, 0] as const, scale: 1 };
  const { head, headRadius } = measureFigure(still);
  const scale = 40 / headRadius;
  const stage = createStage({ width: 80, height: 80 }, "face");
  drawFigure(stage, { ...still, scale, at: [40 - head[0] * scale, 40 - head[1] * scale] });
  return rasterise(stage).plates.ink;
}

const CELL = 10;

/** Mean luminance in cells of 10 px. */
function greyThumbnail(identity: Identity): readonly number[] {
  const stage = createStage(SIZE, "stage");
  paint(stage, rectangle(-9, -9, 300, 300), { fill: "#d2c8b4" });
  drawFigure(stage, { ...SPEC, identity });
  const { data, width } = cleanPicture(rasterise(stage).plates);
  const cells: number[] = [];
  for (let y = 60; y < 220; y += CELL) {
    for (let x = 80; x < 160; x += CELL) cells.push(meanLuminance(data, width, x, y));
  }
  return cells;
}

function meanLuminance(data: Uint8Array, width: number, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + CELL; y++) {
    for (let x = left; x < left + CELL; x++) {
      const i = (y * width + x) * 3;
      sum += 0.299 * (data[i] ?? 0) + 0.587 * (data[i + 1] ?? 0) + 0.114 * (data[i + 2] ?? 0);
    }
  }
  return sum / CELL ** 2;
}

const meanDifference = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;

describe("drawing", () => {
  it("draws the same bytes for the same seed and loosens poses by seed", () => {
    expect(toSvg(drawn({}), "colour")).toBe(toSvg(drawn({}), "colour"));
    expect(measureFigure({ ...SPEC, seed: "other" })).not.toEqual(measureFigure(SPEC));
  });

  it("varies a pose with the seed", () => {
    const varied = ACTIONS.filter((action) => {
      const shapes = ["a", "b", "c", "d", "e", "f"].map((seed) => silhouette("lad", action, seed));
      return shapes.some((shape) => overlap(shape, shapes[0] ?? shape) < 0.75);
    });
    expect(varied.length).toBeGreaterThan(ACTIONS.length * 0.6);
  });

  it("scales with the scale", () => {
    const size = (scale: number) => measureFigure({ ...SPEC, scale }).headRadius;
    expect(size(2.4)).toBeCloseTo(2 * size(1.2));
  });

  it("stands on the ground, as tall as it says", () => {
    for (const identity of IDENTITIES) {
      const { head, headRadius, bounds } = measureFigure({ ...SPEC, identity });
      expect((SPEC.at[1] - head[1] + headRadius) / SPEC.scale).toBeGreaterThan(
        standingHeight(identity) * 0.94,
      );
      expect((SPEC.at[1] - head[1] + headRadius) / SPEC.scale).toBeLessThan(standingHeight(identity) * 1.06);
      expect(Math.abs(bounds[3] - SPEC.at[1])).toBeLessThan(8);
    }
  });

  it("lays props on the ground", () => {
    for (const prop of PROPS) {
      const stage = createStage(SIZE, "stage");
      const box = drawProp(stage, { prop, at: [130, 200], scale: 1.2, seed: "s", owner: "thing" });
      const seen = visibleRegions(rasterise(stage).owners).get("thing");
      expect(seen?.pixels, prop).toBeGreaterThan(150);
      expect(Math.abs((seen?.box[3] ?? 0) - 200), prop).toBeLessThan(6);
      expect(box[0]).toBeLessThanOrEqual((seen?.box[0] ?? 0) + 1);
    }
  });

  it("names every member of the cast differently", () => {
    const names = IDENTITIES.map((identity) => CAST[identity].name);
    expect(new Set(names).size).toBe(IDENTITIES.length);
    for (const { noun } of Object.values(CAST)) expect(noun).toMatch(/^the [a-z]+$/);
  });
});
