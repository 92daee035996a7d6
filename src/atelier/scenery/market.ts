import type { Random } from "../../random.ts";
import type { Easel } from "./easel.ts";
import { area, box, lit, outline, ripple, rule, slots, stripe } from "./easel.ts";
import { drawBarrel, drawCrate, drawSack } from "./furnishings.ts";
import { drawSky, oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

const STALL = 112;
const BACK = 25;
const CLOTHS = ["#df8f7c", "#92b8c4", "#e3c06c", "#a9c08c", "#c3a3c8"] as const;
const FRUITS = ["#df8a5c", "#e9c45e", "#b9c87c", "#d9776a", "#c9a0c0"] as const;

/** Stalls with striped awnings and heaps of fruit before the houses of a square, a fountain among them. */
export const market: SettingArt = { draw, covers: ["crates", "barrel", "table"], crowd: 27 };

function draw(easel: Easel): void {
  const { bottom, random } = easel;
  drawSky(easel);
  for (const { x, random: own } of slots(easel, "house", 62)) drawHouse(easel, x, own);
  area(easel, stripe(easel, bottom - 6, BACK + 12), lit(easel, "#dfd3b8"));
  for (const { x, random: own } of slots(easel, "cobble", 8)) {
    ripple(easel, x + own.range(0, 8), BACK + 8 - own.next() ** 1.4 * 84, 7, 1.6);
  }
  const fountain = random.int(3);
  for (const { x, random: own } of slots(easel, "stall", STALL)) {
    const place = Math.round(x / STALL);
    if ((((place + fountain) % 4) + 4) % 4 === 3) drawFountain(easel, x + 50);
    else drawStall(easel, x + own.range(0, 16), own);
  }
}

/** A pale house of the far side. */
function drawHouse(easel: Easel, x: number, random: Random): void {
  const height = random.range(96, 142);
  const wall = lit(easel, random.pick(["#e9dfc9", "#e6d0bf", "#dfe0d3", "#e8d9b5"]));
  area(easel, box(x, 30, 62, height), wall, 0.7);
  const roof = random.chance(0.5) ? [-3, 0, 31, 34, 65, 0] : [-3, 0, 8, 22, 54, 22, 65, 0];
  area(easel, outline(x, 30 + height, roof), lit(easel, random.pick(["#d9a894", "#c9b2a4", "#b9bfc4"])), 0.7);
  for (let up = height + 6; up > 84; up -= 34) {
    for (const dx of [11, 37]) area(easel, box(x + dx, up, 13, 18), lit(easel, "#b9ccd0"), 0.6);
  }
}

function drawStall(easel: Easel, x: number, random: Random): void {
  const cloth = lit(easel, random.pick(CLOTHS));
  const pale = lit(easel, "#f6efdf");
  const wood = lit(easel, "#c39a6c");
  for (const dx of [3, 81]) area(easel, box(x + dx, BACK - 4, 4, 100), wood, 0.9);
  area(easel, box(x, BACK, 88, 34), lit(easel, "#d3b084"), 1.1);
  for (const dx of [22, 44, 66]) rule(easel, [x + dx, BACK + 1, x + dx, BACK + 32], 0.6);
  for (let heap = 0; heap < 4; heap++) drawHeap(easel, x + 3 + heap * 21, BACK + 35, random);
  area(easel, box(x - 2, BACK + 31, 92, 5), wood, 0.9);
  for (let i = 0; i < 6; i++) {
    const at = x - 7 + i * 17;
    const strip = [0, 94, 17, 94, 14 + (2.5 - i) * 2.4 + 3, 118, (2.5 - i) * 2.4 + 3, 118];
    const fill = i % 2 === 0 ? cloth : pale;
    area(easel, outline(at, BACK - 4, strip), fill, 0.8);
    area(easel, oval(at + 8.5, BACK + 90, 8.4, 6), fill, 0.8);
  }
  const beside = random.pick([drawBarrel, drawSack]);
  beside(easel, x + 102, BACK - 9);
  if (random.chance(0.6)) drawCrate(easel, x + random.range(0, 70), BACK - 15, 24);
}

function drawHeap(easel: Easel, x: number, up: number, random: Random): void {
  const fruit = lit(easel, random.pick(FRUITS));
  for (const [dx, dy] of [
    [4, 3],
    [10, 3],
    [16, 3],
    [7, 8],
    [13, 8],
    [10, 12.6],
  ] as const)
    area(easel, oval(x + dx, up + dy, 3.6, 3.4), fruit, 0.6);
}

function drawFountain(easel: Easel, x: number): void {
  const stone = lit(easel, "#cfcabd");
  area(easel, outline(x, BACK, [-6, 10, -4, 66, 4, 66, 6, 10]), stone, 1);
  area(easel, outline(x, BACK + 52, [-22, 8, -14, 0, 14, 0, 22, 8]), stone, 1);
  area(easel, oval(x, BACK + 70, 7, 7), stone, 1);
  for (const side of [-1, 1]) {
    for (const reach of [18, 24]) ripple(easel, x + (side > 0 ? reach - 4 : -reach - 2), BACK + 30, 6, 8);
    area(easel, outline(x, BACK, [19, 58, 22, 60, 26, 16, 22, 16], 1, side), lit(easel, "#cfe4e8"), 0.5);
  }
  area(easel, oval(x, BACK + 17, 37, 6), lit(easel, "#a9ced6"), 0.9);
  area(easel, outline(x, BACK - 8, [-38, 24, -36, 0, 36, 0, 38, 24, 0, 18]), stone, 1.1);
}
