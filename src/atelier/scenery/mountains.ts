import { blob } from "../ink/curve.ts";
import type { Easel, Slot } from "./easel.ts";
import { area, box, lit, mark, outline, slots } from "./easel.ts";
import { drawHills, drawSky } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

/** Snowy peaks in two rows, fir trees, and here and there a hut, on a snowfield. */
export const mountains: SettingArt = { draw, covers: ["rocks"] };

function draw(easel: Easel): void {
  drawSky(easel);
  for (const slot of slots(easel, "far peak", 66, 110)) drawPeak(easel, slot, [112, 178], "#c3cfda");
  for (const slot of slots(easel, "near peak", 104, 130)) drawPeak(easel, slot, [84, 132], "#b3bfc9");
  drawHills(easel, "upper snow", [40, 56], lit(easel, "#e3eaee"), 0.8);
  for (const slot of slots(easel, "far fir", 23)) drawFir(easel, slot, [38, 48], [26, 38]);
  const hut = easel.random.range(-110, 110);
  drawHut(easel, hut);
  drawHills(easel, "snow", [24, 32], lit(easel, "#eef2f3"), 1);
  for (const slot of slots(easel, "fir", 92)) drawFir(easel, slot, [12, 22], [92, 138]);
  for (const { x, random } of slots(easel, "track", 24)) {
    const [dx, up] = [x + random.range(0, 24), random.range(-40, 16)];
    mark(easel, outline(dx, up, [0, 0, 5, -1.6, 11, -1]), 0.7, lit(easel, "#9fb0bd"));
  }
}

/** A peak with a cap of snow and a lit and a dark side. */
function drawPeak(
  easel: Easel,
  { x: slot, random }: Slot,
  [low, high]: readonly [number, number],
  rock: string,
): void {
  const [x, height] = [slot + random.range(0, 40), random.range(low, high)];
  const half = height * random.range(0.62, 0.8);
  const slope = [-1, 0, -0.62, 0.36, -0.5, 0.44, -0.2, 0.84, 0, 1, 0.16, 0.86, 0.46, 0.52, 0.6, 0.38, 1, 0];
  area(easel, outline(x, 20, slope, height, half), lit(easel, rock), 0.9);
  const snow = [
    -0.34, 0.65, -0.2, 0.84, 0, 1, 0.16, 0.86, 0.36, 0.63, 0.22, 0.7, 0.12, 0.6, 0.0, 0.72, -0.1, 0.58, -0.2,
    0.7,
  ];
  area(easel, outline(x, 20, snow, height, half), lit(easel, "#f1f5f6"), 0.7);
  for (const [at, from] of [
    [0.3, 0.5],
    [-0.3, 0.42],
    [0.08, 0.44],
  ] as const) {
    const crack = [at, from, at + 0.07, from - 0.12, at + 0.04, from - 0.22];
    mark(easel, outline(x, 20, crack, height, half), 0.7);
  }
}

/** A fir in tiers with snow on them. */
function drawFir(
  easel: Easel,
  { x: slot, random }: Slot,
  ground: readonly [number, number],
  heights: readonly [number, number],
): void {
  const [x, up, height] = [slot + random.range(0, 30), random.range(...ground), random.range(...heights)];
  if (random.chance(0.25)) return;
  const weight = height > 60 ? 1 : 0.6;
  area(easel, box(x - height * 0.035, up, height * 0.07, height * 0.2), lit(easel, "#b18f6e"), weight);
  for (const [at, half] of [
    [0.12, 0.27],
    [0.38, 0.21],
    [0.62, 0.15],
  ] as const) {
    const tier = [0, 0.38, 0.5, 0.14, 1, 0, 0.45, 0.04, 0, -0.02, -0.45, 0.04, -1, 0, -0.5, 0.14];
    area(easel, outline(x, up + height * at, tier, height, height * half), lit(easel, "#8fb09a"), weight);
    if (height < 60) continue;
    const snow = [0, 0.38, 0.36, 0.2, 0.2, 0.22, 0.02, 0.19, -0.16, 0.24, -0.34, 0.21];
    area(easel, outline(x, up + height * at, snow, height, height * half), lit(easel, "#f1f5f6"), 0.5);
  }
}

function drawHut(easel: Easel, x: number): void {
  area(easel, box(x - 24, 40, 48, 28), lit(easel, "#c9a27a"), 0.9);
  for (const up of [47, 54, 61]) mark(easel, outline(x, up, [-24, 0, 24, 0]), 0.5);
  area(easel, box(x - 5, 40, 11, 19), lit(easel, "#a98562"), 0.7);
  area(easel, box(x + 11, 50, 8, 9), easel.light === "day" ? "#b9d0d8" : "#fbdc84", 0.7);
  area(easel, box(x - 17, 82, 7, 16), lit(easel, "#b3a49a"), 0.7);
  const roof = [-33, 64, 0, 92, 33, 64, 24, 65, 14, 62, 4, 66, -8, 63, -20, 66];
  area(easel, blob(outline(x, 2, roof), 2), lit(easel, "#f1f5f6"), 0.9);
}
