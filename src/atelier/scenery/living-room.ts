import type { Random } from "../../random.ts";
import { blob } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, glow, lit, mark, outline, rule, slots, stripe } from "./easel.ts";
import {
  drawChair,
  drawClock,
  drawFloor,
  drawPicture,
  drawPlant,
  drawTable,
  furnish,
} from "./furnishings.ts";
import { LAMP_GLASS } from "./light.ts";
import { oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";
import { drawWindow } from "./window.ts";

const FLOOR = 27;
const PAPERS = [
  ["#d9e2cf", "#c6d4bb"],
  ["#f0d9c8", "#e6c5b2"],
  ["#dbe1e8", "#c8d2de"],
  ["#f1e3bf", "#e6d2a2"],
] as const;
const CLOTHS = ["#d9937e", "#9fb7a0", "#a3b5c9", "#d3b878", "#c3a2b6"] as const;

/** A sofa, a fireplace, a window with curtains, pictures, a standing lamp and a rug. */
export const livingRoom: SettingArt = { draw, covers: ["table"] };

function draw(easel: Easel): void {
  const { top, bottom, random } = easel;
  const [paper, figure] = random.pick(PAPERS);
  area(easel, stripe(easel, bottom - 6, top + 6), lit(easel, paper), 0);
  for (const { x, random: own } of slots(easel, "paper", 17)) {
    for (let up = 50 + own.range(0, 4); up < top + 6; up += 24) {
      area(easel, outline(x, up, [0, 5, 3, 0, 0, -5, -3, 0]), lit(easel, figure), 0);
    }
  }
  drawFloor(easel, FLOOR, "#d9b78c", 16);
  area(easel, stripe(easel, FLOOR - 1, FLOOR + 8), lit(easel, "#efe6d2"), 0.8);
  drawRug(easel, random.pick(CLOTHS), random.range(-30, 30));
  furnish(easel, 98, [drawSofa, drawFireplace, drawRoomWindow, drawCorner]);
}

function drawRug(easel: Easel, colour: string, x: number): void {
  area(
    easel,
    blob(outline(x, -6, [-92, 10, 0, 19, 92, 10, 104, -8, 0, -22, -104, -8]), 5),
    lit(easel, colour),
    0.9,
  );
  area(
    easel,
    blob(outline(x, -6, [-76, 7, 0, 14, 76, 7, 84, -6, 0, -16, -84, -6]), 5),
    lit(easel, "#ecd9b8"),
    0.7,
  );
}

/** A sofa under a picture. */
function drawSofa(easel: Easel, x: number, random: Random): void {
  drawPicture(easel, x + random.range(-10, 10), random);
  const cloth = lit(easel, random.pick(CLOTHS));
  for (const dx of [-36, 30]) area(easel, box(x + dx, 10, 6, 8), lit(easel, "#b08a62"), 0.8);
  area(easel, blob(outline(x, 22, [-40, 0, -42, 42, -34, 52, 0, 50, 34, 52, 42, 42, 40, 0]), 3), cloth, 1.1);
  rule(easel, [x, 44, x, 70], 0.7);
  area(easel, blob(outline(x, 16, [-36, 0, -36, 22, 0, 24, 36, 22, 36, 0]), 3), cloth, 1);
  for (const side of [-1, 1]) {
    area(easel, blob(outline(x, 15, [34, 0, 33, 32, 40, 38, 48, 32, 47, 0], 1, side), 3), cloth, 1.1);
  }
  area(
    easel,
    blob(outline(x + random.range(-18, 12), 38, [-10, 0, -8, 17, 9, 18, 10, 1]), 3),
    lit(easel, "#f1e4c6"),
    0.9,
  );
}

function drawFireplace(easel: Easel, x: number, random: Random): void {
  const stone = lit(easel, "#d6cabb");
  area(easel, box(x - 26, 92, 52, easel.top), stone, 0.9);
  area(easel, box(x - 40, FLOOR - 8, 80, 92), stone, 1.1);
  for (const [dx, up] of [
    [-34, 46],
    [-36, 66],
    [26, 40],
    [24, 62],
    [-8, 86],
    [10, 90],
  ] as const) {
    area(easel, box(x + dx, up, 11, 7), lit(easel, "#c9b6a4"), 0.5);
  }
  area(
    easel,
    outline(x, FLOOR - 8, [-23, 0, -23, 38, -12, 50, 12, 50, 23, 38, 23, 0]),
    lit(easel, "#a08c80"),
    1,
  );
  if (easel.light !== "day") glow(easel, oval(x, 38, 46, 38), "#ffd98a38");
  glow(
    easel,
    blob(outline(x, 22, [-15, 0, -14, 12, -7, 8, -3, 28, 5, 14, 11, 18, 14, 0]), 3),
    "#f0a65a",
    0.8,
  );
  glow(easel, blob(outline(x, 22, [-7, 0, -6, 8, 0, 16, 5, 7, 7, 0]), 3), "#fbe08a");
  mark(easel, outline(x, 22, [-16, 0, 16, 2]), 4, lit(easel, "#b08a62"));
  area(easel, box(x - 45, 109, 90, 7), lit(easel, "#c49768"), 1.1);
  drawClock(easel, x, 127, 10.5);
  const vase = random.pick([-30, 28]);
  area(
    easel,
    blob(outline(x + vase, 116, [-5, 0, -7, 8, -3, 18, 3, 18, 7, 8, 5, 0]), 3),
    lit(easel, "#9fb7c6"),
    0.9,
  );
}

function drawRoomWindow(easel: Easel, x: number, random: Random): void {
  drawWindow(easel, {
    x: x - 30,
    up: 88,
    width: 60,
    height: 78,
    frame: "#f0e6d0",
    curtains: random.pick(CLOTHS),
  });
  drawTable(easel, x, FLOOR - 8, 54);
  drawPlant(easel, x + random.range(-8, 8), 63, 24);
  drawChair(easel, x - 36, FLOOR - 12, 1);
}

/** A standing lamp beside an armchair or a chest. */
function drawCorner(easel: Easel, x: number, random: Random): void {
  const lamp = x + 28;
  if (easel.light !== "day") glow(easel, oval(lamp, 118, 46, 40), byLight(easel, "#fff0b84a", "#ffe9a040"));
  area(easel, box(lamp - 1.6, FLOOR - 6, 3.2, 92), lit(easel, "#b99a6c"), 0.9);
  area(easel, oval(lamp, FLOOR - 6, 12, 3), lit(easel, "#b99a6c"), 0.9);
  glow(easel, outline(lamp, 106, [-19, 0, 19, 0, 11, 28, -11, 28]), LAMP_GLASS[easel.light], 1.1);
  if (random.chance(0.5)) {
    area(easel, box(x - 36, 16, 50, 60), lit(easel, "#c99c6c"), 1.1);
    for (const up of [20, 39, 58]) area(easel, box(x - 32, up, 42, 15), lit(easel, "#d6b082"), 0.8);
    drawPlant(easel, x - 12, 76, 24);
  } else {
    const cloth = lit(easel, random.pick(CLOTHS));
    area(easel, blob(outline(x - 14, 16, [-20, 0, -21, 60, -10, 68, 10, 68, 21, 60, 20, 0]), 3), cloth, 1.1);
    area(easel, blob(outline(x - 14, 14, [-17, 0, -17, 24, 17, 24, 17, 0]), 3), cloth, 1);
    for (const side of [-1, 1]) {
      area(easel, blob(outline(x - 14, 13, [17, 0, 16, 34, 24, 36, 26, 0], 1, side), 3), cloth, 1);
    }
    drawPicture(easel, x - 14, random);
  }
}
