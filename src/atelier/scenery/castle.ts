import type { Random } from "../../random.ts";
import { blob } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, glow, lit, mark, outline, rule, slots, stripe } from "./easel.ts";
import { drawStones, furnish } from "./furnishings.ts";
import { oval, SKIES } from "./nature.ts";
import type { SettingArt } from "./setting.ts";
import { landColour } from "./window.ts";

const FLOOR = 28;
const COLOURS = ["#d98f7c", "#96b4c4", "#dcbf74", "#a9bd8c", "#b9a0c4"] as const;

const WALLS = [
  ["#cdc8bd", "#d7d2c6"],
  ["#d6c9b2", "#dfd4bf"],
  ["#c3c9c9", "#ced4d3"],
] as const;

/** A hall of stone with banners, torches, a throne, suits of armour and pointed windows. */
export const castle: SettingArt = { draw, covers: ["table", "barrel"] };

function draw(easel: Easel): void {
  const { top, bottom, random } = easel;
  const [wall, stone] = random.pick(WALLS);
  area(easel, stripe(easel, bottom - 6, top + 6), lit(easel, wall), 0);
  drawStones(easel, FLOOR, top + 6, 13, stone);
  area(easel, stripe(easel, bottom - 6, FLOOR), lit(easel, "#d8cdb9"));
  drawSlabs(easel);
  for (const { x } of slots(easel, "column", 168)) drawColumn(easel, x + 42);
  furnish(easel, 84, [drawThrone, drawBanner, drawArmour, drawPointedWindow, drawTorch]);
}

/** A floor of square slabs in perspective. */
function drawSlabs(easel: Easel): void {
  const { bottom, left, right } = easel;
  for (const { x } of slots(easel, "slab", 26)) {
    rule(easel, [x, FLOOR, x * (1 + (FLOOR - bottom) / 60), bottom - 4], 0.6);
  }
  for (let [up, depth] = [FLOOR - 7, 9]; up > bottom; up -= depth, depth *= 1.5) {
    rule(easel, [left - 4, up, right + 4, up], 0.6);
  }
}

function drawColumn(easel: Easel, x: number): void {
  const stone = lit(easel, "#dedad0");
  area(easel, box(x - 8, FLOOR - 4, 16, easel.top + 20), stone, 1);
  rule(easel, [x + 4, FLOOR + 8, x + 4, 168], 0.6);
  area(easel, box(x - 12, FLOOR - 8, 24, 11), stone, 1);
  area(easel, outline(x, 168, [-8, 0, 8, 0, 15, 12, -15, 12]), stone, 1);
}

function drawBanner(easel: Easel, x: number, random: Random): void {
  const [cloth, sign] = random.shuffle(COLOURS);
  const drop = random.range(0, 12);
  area(
    easel,
    outline(x, 92 - drop, [-19, 84, 19, 84, 19, 12, 0, 0, -19, 12]),
    lit(easel, cloth ?? COLOURS[0]),
    1,
  );
  const shield = [-10, 60, 10, 60, 10, 44, 0, 32, -10, 44];
  area(easel, outline(x, 92 - drop, shield), lit(easel, sign ?? COLOURS[1]), 0.8);
  area(easel, oval(x, 141 - drop, 4, 4), lit(easel, "#f3e6bc"), 0.7);
  area(easel, box(x - 23, 175 - drop, 46, 4), lit(easel, "#b99468"), 0.9);
}

/** An empty suit of armour with a halberd. */
function drawArmour(easel: Easel, x: number): void {
  const steel = lit(easel, "#b9c1c6");
  area(easel, box(x - 16, FLOOR - 8, 32, 10), lit(easel, "#c3b8a4"), 1);
  for (const dx of [-8, 2]) area(easel, outline(x + dx, FLOOR + 2, [0, 0, 7, 0, 6, 36, 0, 36]), steel, 0.9);
  area(easel, blob(outline(x, FLOOR + 34, [-11, 0, 11, 0, 15, 22, 12, 36, -12, 36, -15, 22]), 3), steel, 1);
  for (const side of [-1, 1]) {
    area(easel, blob(outline(x, FLOOR + 34, [12, 35, 20, 32, 19, 4, 14, 4], 1, side), 2), steel, 0.9);
  }
  area(easel, blob(outline(x, FLOOR + 71, [-8, 0, 8, 0, 10, 10, 0, 21, -10, 10]), 3), steel, 1);
  rule(easel, [x - 7, FLOOR + 81, x + 7, FLOOR + 81], 1.4);
  mark(easel, outline(x + 17, FLOOR, [0, 0, 0, 112]), 2.6, lit(easel, "#a98560"));
  area(easel, outline(x + 17, FLOOR + 92, [-2, 0, 12, 2, 14, 16, -2, 14, -1, 28, 2, 28, 2, 0]), steel, 0.9);
}

function drawPointedWindow(easel: Easel, x: number): void {
  const arch = [-20, 0, -20, 50, -13, 66, 0, 79, 13, 66, 20, 50, 20, 0];
  area(easel, outline(x, 92, arch, 1.08, 1.22), lit(easel, "#e2ded4"), 1);
  glow(easel, outline(x, 95, arch), SKIES[easel.light][easel.weather], 0.9);
  area(easel, outline(x, 95, [-20, 0, -20, 14, -4, 22, 8, 15, 20, 20, 20, 0]), landColour(easel), 0.6);
  rule(easel, [x, 95, x, 174], 1.3);
  for (const up of [114, 136]) rule(easel, [x - 20, up, x + 20, up], 1);
}

/** A burning torch in an iron ring. */
function drawTorch(easel: Easel, x: number): void {
  glow(easel, oval(x, 134, 30, 32), byLight(easel, "#fbe3a02c", "#ffdf8a48"));
  area(easel, outline(x, 96, [-3, 0, 3, 0, 5, 28, -5, 28]), lit(easel, "#b08a62"), 1);
  area(easel, box(x - 7, 106, 14, 4), lit(easel, "#9a9ca0"), 0.9);
  glow(easel, blob(outline(x, 122, [-7, 2, -9, 12, -3, 20, 0, 32, 6, 20, 9, 11, 6, 1]), 3), "#f2b25c", 0.9);
  glow(easel, blob(outline(x, 123, [-3, 1, -4, 8, 0, 18, 4, 8, 3, 1]), 3), "#fbe694");
}

function drawThrone(easel: Easel, x: number, random: Random): void {
  const cloth = lit(easel, random.pick(COLOURS));
  const wood = lit(easel, "#d3b06e");
  area(easel, box(x - 40, FLOOR - 10, 80, 12), lit(easel, "#d9d3c6"), 1);
  area(easel, outline(x, FLOOR + 2, [-22, 0, 22, 0, 22, 82, 12, 92, 0, 98, -12, 92, -22, 82]), wood, 1.1);
  area(easel, outline(x, FLOOR + 2, [-16, 30, 16, 30, 16, 78, 0, 90, -16, 78]), cloth, 0.9);
  area(easel, box(x - 20, FLOOR + 24, 40, 9), cloth, 0.9);
  for (const dx of [-27, 18]) area(easel, box(x + dx, FLOOR + 2, 9, 42), wood, 1);
  area(easel, oval(x, FLOOR + 102, 5, 5), lit(easel, "#f0d27c"), 0.9);
}
