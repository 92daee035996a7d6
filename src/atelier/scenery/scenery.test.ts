import { describe, expect, it } from "vitest";
import { rectangle } from "../ink/curve.ts";
import { rasterise, visibleRegions } from "../ink/rasterise.ts";
import type { Stage } from "../ink/stage.ts";
import { createStage, paint, toSvg } from "../ink/stage.ts";
import { cleanPicture } from "../print/press.ts";
import type { Light, Setting, Weather } from "../vocabulary.ts";
import { INDOOR_SETTINGS, LIGHTS, SETTINGS, WEATHERS } from "../vocabulary.ts";
import { drawCrowd, drawForeground, drawSetting, drawWeather, type SettingSpec } from "./index.ts";

const SIZE = { width: 200, height: 150 };

const specOf = (
  setting: Setting,
  light: Light = "day",
  weather: Weather = "clear",
  seed = "s",
): SettingSpec => ({ setting, light, weather, seed, view: { groundY: 120, scale: 0.8 } });

function drawn(spec: SettingSpec, size = SIZE): Stage {
  const stage = createStage(size, "stage");
  drawSetting(stage, spec);
  return stage;
}

const pictureOf = (stage: Stage): Uint8Array => cleanPicture(rasterise(stage).plates).data;

/** Mean of every third value from `channel` on; of all where none is given. */
function mean(data: Uint8Array, channel?: number): number {
  const values = channel === undefined ? data : data.filter((_, i) => i % 3 === channel);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean difference of two pictures, 0-255. */
const difference = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;

/** Share of values that are not the same. */
const changed = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((count, value, i) => count + (value === b[i] ? 0 : 1), 0) / a.length;

/** A stage whose every pixel is one figure's. */
function occupied(spec: SettingSpec): Stage {
  const stage = drawn(spec);
  paint(stage, rectangle(-9, -9, SIZE.width + 18, SIZE.height + 18), { fill: "#3f74a8", owner: "someone" });
  return stage;
}

const ownersOf = (stage: Stage): Uint16Array => rasterise(stage).owners.ids;

describe("settings", () => {
  for (const setting of SETTINGS) {
    it(`fills the stage with a ${setting}, darker at night, owned by nobody`, () => {
      const [day, dusk, night] = LIGHTS.map((light) => {
        const stage = drawn(specOf(setting, light));
        expect(toSvg(stage, "colour")).not.toMatch(/NaN|Infinity|undefined/);
        expect(ownersOf(stage).every((id) => id === 0)).toBe(true);
        const data = pictureOf(stage);
        const last = data.length - 3;
        for (const corner of [0, (SIZE.width - 1) * 3, last]) {
          expect([...data.slice(corner, corner + 3)]).not.toEqual([255, 255, 255]);
        }
        return data;
      });
      if (day === undefined || dusk === undefined || night === undefined)
        throw new Error("expected 3 lights");
      expect(mean(day) - mean(night)).toBeGreaterThan(30);
      expect(mean(dusk) - mean(night)).toBeGreaterThan(10);
      expect(mean(dusk, 0) - mean(dusk, 2)).toBeGreaterThan(mean(day, 0) - mean(day, 2));
    });

    it(`keeps a ${setting} in the light range by day, so that figures stand out`, () => {
      expect(mean(pictureOf(drawn(specOf(setting))))).toBeGreaterThan(125);
    });

    it(`brings the same ${setting} back for the same seed`, () => {
      const svg = (seed: string) => toSvg(drawn(specOf(setting, "day", "clear", seed)), "colour");
      expect(svg("a")).toBe(svg("a"));
      expect(svg("a")).not.toBe(svg("b"));
    });
  }

  it("draws no two places alike", () => {
    const pictures = SETTINGS.map((setting) => pictureOf(drawn(specOf(setting))));
    for (const [i, a] of pictures.entries()) {
      for (const b of pictures.slice(i + 1)) expect(difference(a, b)).toBeGreaterThan(9);
    }
  });

  it("stays readable when the camera is near or far, the panel wide or narrow", () => {
    for (const setting of SETTINGS) {
      for (const [scale, width] of [
        [0.4, 90],
        [3, 90],
        [0.6, 420],
      ] as const) {
        const stage = drawn({ ...specOf(setting), view: { groundY: 140, scale } }, { width, height: 150 });
        expect(toSvg(stage, "colour")).not.toMatch(/NaN/);
        expect(stage.layers.colour.length).toBeGreaterThan(8);
      }
    }
  });
});

describe("weather", () => {
  for (const weather of WEATHERS.filter((kind) => kind !== "clear")) {
    it(`changes every open place by ${weather}, and no room beyond its windows`, () => {
      for (const setting of SETTINGS) {
        const shown = (kind: Weather) => {
          const stage = drawn(specOf(setting, "day", kind));
          drawWeather(stage, specOf(setting, "day", kind));
          return pictureOf(stage);
        };
        const share = changed(shown(weather), shown("clear"));
        if (INDOOR_SETTINGS.includes(setting)) expect(share).toBeLessThan(0.2);
        else expect(share).toBeGreaterThan(0.005);
      }
    });

    it(`lets ${weather} take no pixel from a figure`, () => {
      const stage = occupied(specOf("field", "day", weather));
      const before = stage.layers.colour.length;
      drawWeather(stage, specOf("field", "day", weather));
      expect(stage.layers.colour.length).toBeGreaterThan(before);
      expect(ownersOf(stage).every((id) => id === 1)).toBe(true);
    });
  }
});

describe("foreground", () => {
  it("hides what it covers, at the lower edge only", () => {
    for (const setting of SETTINGS) {
      for (const seed of ["a", "b", "c", "d"]) {
        const stage = occupied(specOf(setting));
        if (!drawForeground(stage, { ...specOf(setting), seed })) throw new Error(`no room in ${setting}`);
        const ids = ownersOf(stage);
        const free = ids.indexOf(0);
        expect(free).toBeGreaterThan(SIZE.width * SIZE.height * 0.58);
        const share = ids.filter((id) => id === 0).length / ids.length;
        expect(share).toBeGreaterThan(0.01);
        expect(share).toBeLessThan(0.16);
      }
    }
  });

  it("keeps off the boxes that must stay clear", () => {
    for (const seed of ["a", "b", "c", "d", "e", "f"]) {
      const stage = occupied(specOf("village"));
      const face = [0, 60, 90, 150] as const;
      drawForeground(stage, { ...specOf("village"), seed, clear: [face] });
      const { ids, width } = rasterise(stage).owners;
      const covered = ids.some((id, i) => id === 0 && i % width < face[2] && i >= face[1] * width);
      expect(covered).toBe(false);
    }
  });

  it("draws nothing where there is no room", () => {
    const stage = occupied(specOf("garden"));
    const before = [...stage.layers.colour];
    const whole = [0, 0, SIZE.width, SIZE.height] as const;
    expect(drawForeground(stage, { ...specOf("garden"), clear: [whole] })).toBe(false);
    expect(stage.layers.colour).toEqual(before);
  });
});

describe("crowd", () => {
  it("is nobody, and comes only where people gather", () => {
    const market = occupied(specOf("market"));
    drawCrowd(market, specOf("market"));
    expect(visibleRegions(rasterise(market).owners).get("someone")?.pixels).toBeLessThan(
      SIZE.width * SIZE.height * 0.99,
    );
    const cave = drawn(specOf("cave"));
    const before = cave.layers.colour.length;
    drawCrowd(cave, specOf("cave"));
    expect(cave.layers.colour.length).toBe(before);
  });
});
