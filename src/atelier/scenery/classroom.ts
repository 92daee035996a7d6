import type { Random } from "../../random.ts";
import { curve } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, lit, mark, outline, rule, stripe } from "./easel.ts";
import { drawClock, drawFloor, drawPlant, furnish } from "./furnishings.ts";
import { oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";
import { drawWindow } from "./window.ts";

const FLOOR = 27;

/** A blackboard, a map, a cupboard with a globe, windows, and rows of desks. */
export const classroom: SettingArt = { draw, covers: ["table"] };

function draw(easel: Easel): void {
  const { top, bottom } = easel;
  area(
    easel,
    stripe(easel, bottom - 6, top + 6),
    lit(easel, easel.random.pick(["#e6e3c6", "#dfe6da", "#efe0c4"])),
    0,
  );
  area(easel, stripe(easel, FLOOR, 62), lit(easel, "#c9d0b4"), 0.8);
  drawFloor(easel, FLOOR, "#dcbc8e", 21);
  furnish(easel, 104, [drawBoard, drawMap, drawCupboard, drawClassWindow]);
  furnish({ ...easel, random: easel.random.fork("desks") }, 66, [drawDesk]);
}

/** A blackboard with a sum and a drawing in chalk. */
function drawBoard(easel: Easel, x: number, random: Random): void {
  area(easel, box(x - 47, 84, 94, 66), lit(easel, "#c99f6e"), 1.1);
  area(easel, box(x - 43, 88, 86, 58), lit(easel, "#8aa394"), 0.8);
  const chalk = lit(easel, "#f4f4ea");
  const sums = random.pick(["sun", "house", "sum"]);
  for (const up of [134, 122])
    mark(
      easel,
      curve(
        [
          [x - 36, up],
          [x - 26, up + 3],
          [x - 16, up - 2],
          [x - 4, up + 1],
        ],
        3,
      ),
      1.2,
      chalk,
    );
  if (sums === "sun") mark(easel, oval(x + 20, 118, 11, 11), 1.4, chalk);
  else if (sums === "house")
    mark(easel, outline(x + 20, 104, [-12, 0, -12, 18, 0, 30, 12, 18, 12, 0, -12, 0]), 1.4, chalk);
  else {
    mark(easel, outline(x + 14, 118, [-8, 0, 8, 0]), 1.6, chalk);
    mark(easel, outline(x + 14, 118, [0, -8, 0, 8]), 1.6, chalk);
  }
  mark(
    easel,
    curve(
      [
        [x - 36, 104],
        [x - 20, 107],
        [x - 8, 103],
      ],
      3,
    ),
    1.2,
    chalk,
  );
  area(easel, box(x - 47, 80, 94, 5), lit(easel, "#b98d5c"), 0.9);
  if (random.chance(0.6)) drawClock(easel, x, 166, 11);
}

function drawMap(easel: Easel, x: number, random: Random): void {
  area(easel, box(x - 32, 88, 64, 66), lit(easel, "#cfe1e2"), 1);
  const land = [-24, 30, -18, 52, -2, 56, 6, 46, 22, 50, 26, 30, 12, 22, 4, 8, -8, 14, -14, 26];
  area(easel, curve(outline(x + random.range(-3, 3), 90, land), 3), lit(easel, "#cdbf8c"), 0.7);
  mark(
    easel,
    curve(
      [
        [x - 16, 132],
        [x - 4, 124],
        [x + 6, 128],
      ],
      3,
    ),
    0.7,
  );
  for (const up of [85, 153]) area(easel, box(x - 36, up, 72, 4), lit(easel, "#b98d5c"), 0.9);
}

function drawCupboard(easel: Easel, x: number, random: Random): void {
  area(easel, box(x - 30, FLOOR - 3, 60, 84), lit(easel, "#d3aa78"), 1.1);
  rule(easel, [x, FLOOR, x, FLOOR + 78], 0.9);
  for (const dx of [-5, 5]) area(easel, oval(x + dx, 66, 1.6, 1.6), lit(easel, "#e9d08a"), 0.7);
  if (random.chance(0.5)) drawPlant(easel, x, 108, 26);
  else {
    area(easel, outline(x, 108, [-9, 0, 9, 0, 2, 6, -2, 6]), lit(easel, "#b98d5c"), 0.9);
    area(easel, oval(x, 126, 13, 13), lit(easel, "#a9d0dc"), 1);
    area(easel, outline(x, 126, [-8, 6, 0, 9, 3, 2, -2, -6, -7, 0]), lit(easel, "#b9cc90"), 0.6);
  }
}

const drawClassWindow = (easel: Easel, x: number): void =>
  drawWindow(easel, { x: x - 32, up: 92, width: 64, height: 74, frame: "#e9e4d4" });

/** A desk with a bench, and a book or an inkwell on it. */
function drawDesk(easel: Easel, x: number, random: Random): void {
  const wood = lit(easel, "#cfa06c");
  for (const dx of [-20, 15]) area(easel, box(x + dx, 10, 4.5, 30), wood, 0.9);
  area(easel, outline(x, 38, [-25, 0, 24, 0, 20, 9, -21, 9]), lit(easel, "#dbb184"), 1);
  area(easel, box(x - 24, 32, 47, 6), wood, 0.9);
  if (random.chance(0.6))
    area(easel, outline(x - 4, 44, [-8, 0, 6, 0, 8, 4, -6, 4]), lit(easel, "#e6a08c"), 0.7);
  else area(easel, box(x + 6, 45, 5, 6), lit(easel, "#9fb3c4"), 0.7);
}
