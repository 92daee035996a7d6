import type { Random } from "../../random.ts";
import { blob } from "../ink/curve.ts";
import type { Easel, Spots } from "./easel.ts";
import { area, glow, lit, mark, outline, slots, stripe } from "./easel.ts";
import { drawHills, oval, SKIES } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

const FLOOR = 28;
const CRYSTALS = ["#a9d3d6", "#c9b3dc", "#e9c7a0"] as const;

/** Rock walls, hanging and standing stones, crystals, a pool, and daylight through a hole. */
export const cave: SettingArt = { draw, covers: ["rocks"] };

function draw(easel: Easel): void {
  const { top, bottom, random } = easel;
  area(easel, stripe(easel, bottom - 6, top + 6), lit(easel, "#b3a99d"), 0);
  drawRockFaces(easel);
  drawMouth(easel, random.range(-90, 90));
  drawHills(easel, "ledge", [42, 60], lit(easel, "#bdb2a2"), 0.8);
  for (const { x, random: own } of slots(easel, "crystal", 84))
    drawCrystals(easel, x + own.range(0, 60), own);
  for (const { x, random: own } of slots(easel, "standing", 70)) {
    drawSpike(easel, x + own.range(0, 40), FLOOR - 4, own.range(24, 62), 1, own);
  }
  drawHills(easel, "floor", [FLOOR - 4, FLOOR + 3], lit(easel, "#cabda8"), 1);
  drawPool(easel, random.range(-100, 100));
  for (const { x, random: own } of slots(easel, "pebble", 22)) {
    const size = own.range(1.6, 3.6);
    area(easel, oval(x + own.range(0, 22), own.range(-40, 16), size * 1.5, size), lit(easel, "#b0a492"), 0.7);
  }
  const ceiling = Math.max(150, top - 8);
  area(easel, stripe(easel, ceiling, top + 80), lit(easel, "#a89d90"), 0.6);
  for (const { x, random: own } of slots(easel, "hanging", 25)) {
    drawSpike(easel, x + own.range(-8, 8), ceiling + 3, own.range(14, 58), -1, own);
  }
}

/** Flat facets of rock in two tones. */
function drawRockFaces(easel: Easel): void {
  for (const { x, random } of slots(easel, "facet", 42, 60)) {
    for (let up = 40; up < easel.top + 20; up += random.range(34, 52)) {
      const facet = [-16, -12, -20, 8, -4, 22, 18, 16, 22, -6, 6, -18];
      const tone = random.pick(["#ada294", "#bab0a3", "#a89e93"]);
      area(easel, outline(x + random.range(-8, 8), up, facet, random.range(0.8, 1.3)), lit(easel, tone), 0);
    }
  }
}

/** A ragged hole with the sky in it. */
function drawMouth(easel: Easel, x: number): void {
  const hole = [-40, 40, -46, 80, -30, 118, -6, 132, 20, 124, 38, 98, 42, 66, 34, 40];
  const rim = blob(outline(x, 0, hole, 1.05, 1.12), 2);
  area(easel, rim, lit(easel, "#988d82"), 1);
  const { light, weather } = easel;
  glow(easel, blob(outline(x, 3, hole), 2), SKIES[light][weather], 0.8);
  if (light === "night") glow(easel, oval(x + 8, 104, 9, 9), "#fbe79a", 0.7);
  const trees: Spots = outline(
    x,
    40,
    [-42, 0, -44, 24, -30, 30, -22, 20, -8, 34, 6, 22, 20, 30, 34, 20, 41, 26, 37, 0],
  );
  area(easel, blob(trees, 2), lit(easel, "#b5cfa0"), 0.7);
}

/** A stone that grows up (1) or hangs down (-1). */
function drawSpike(easel: Easel, x: number, up: number, length: number, way: number, random: Random): void {
  const half = length * random.range(0.2, 0.3) + 2;
  const spike = [-1, 0, -0.6, 0.3, -0.4, 0.66, -0.08, 1, 0.12, 1, 0.36, 0.6, 0.66, 0.26, 1, 0];
  area(
    easel,
    blob(outline(x, up, spike, length * way, half), 2),
    lit(easel, way > 0 ? "#bbb0a0" : "#a89d90"),
    1,
  );
  mark(easel, outline(x, up, [-0.1, 0.3, 0.02, 0.56, -0.04, 0.8], length * way, half), 0.7);
}

function drawCrystals(easel: Easel, x: number, random: Random): void {
  const colour = lit(easel, random.pick(CRYSTALS));
  for (const [dx, lean, height] of [
    [-9, -8, 20],
    [9, 8, 24],
    [0, 0, 34],
  ] as const) {
    const gem = [-5, 0, -5 + lean * 0.8, height * 0.75, lean, height, 5 + lean * 0.8, height * 0.75, 5, 0];
    area(easel, outline(x + dx, FLOOR + 2, gem), colour, 0.9);
    mark(easel, outline(x + dx, FLOOR + 2, [0, 2, lean * 0.9, height * 0.9]), 0.6);
  }
}

function drawPool(easel: Easel, x: number): void {
  area(
    easel,
    blob(outline(x, 10, [-42, 0, -22, 7, 14, 8, 44, 1, 20, -7, -20, -6]), 4),
    lit(easel, "#a6c8cf"),
    0.9,
  );
  for (const dx of [-14, 10]) mark(easel, outline(x + dx, 10, [-7, 0, 0, 1.4, 7, 0]), 0.6);
}
