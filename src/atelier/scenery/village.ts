import type { Random } from "../../random.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, mark, ripple, slots, stripe } from "./easel.ts";
import { drawHills, drawSky, oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

const WALLS = ["#f0dcae", "#ecc6a4", "#e6e0c8", "#d9c29a", "#f3d9c0"];
const NIGHT_WALLS = ["#6d7a98", "#7a7690", "#66799a", "#707088"];
const ROOFS = ["#dc8e72", "#cf9478", "#aab6bc", "#dba482"];
const NIGHT_ROOFS = ["#4d4f72", "#46506f", "#545070"];
const SHUTTERS = ["#6f9f7a", "#c0705a", "#6f93a5"];
const DOORS = ["#9a6a50", "#5f8a90", "#8f7f4a"];
/** Body units from one house to the next. */
const PLOT = 96;
const PAVEMENT = 22;

/** A street of gabled houses. */
export const village: SettingArt = {
  draw,
  covers: ["fence", "leaves", "barrel", "crates"],
  crowd: 14,
};

function draw(easel: Easel): void {
  drawSky(easel);
  drawHills(easel, "hills", [100, 140], byLight(easel, "#bcd0a0", "#44648a"), 0.7);
  for (const { x, random } of slots(easel, "house", PLOT)) drawHouse(easel, x, random);
  area(easel, stripe(easel, 9, PAVEMENT), byLight(easel, "#d8cfb8", "#76809a"));
  area(easel, stripe(easel, easel.bottom - 6, 10), byLight(easel, "#e5d7b2", "#66728e"));
  for (const { x, random } of slots(easel, "cobble", 9)) {
    ripple(easel, x + random.range(0, 9), 4 - random.next() ** 1.6 * 70, 7.5, 1.6);
  }
  drawLamp(easel, easel.random.range(-100, 100));
}

function drawHouse(easel: Easel, x: number, random: Random): void {
  const width = random.range(82, 93);
  const height = random.range(52, 96);
  const eaves = PAVEMENT + height;
  area(easel, box(x, PAVEMENT - 1, width, height), random.pick(byLight(easel, WALLS, NIGHT_WALLS)));
  drawRoof(easel, x, eaves, width, random);
  for (let up = eaves - 34; up > PAVEMENT + 46; up -= 40) {
    drawWindow(easel, x + 15, up, random);
    drawWindow(easel, x + width - 31, up, random);
  }
  area(easel, box(x + width * 0.3, PAVEMENT, 20, 38), random.pick(DOORS));
  area(easel, oval(x + width * 0.3 + 16, PAVEMENT + 18, 1.4, 1.4), "#f2c33d", 0.6);
  drawWindow(easel, x + width - 31, PAVEMENT + 17, random);
}

function drawRoof(easel: Easel, x: number, eaves: number, width: number, random: Random): void {
  const gabled = random.chance(0.4);
  const ridge = eaves + (gabled ? 54 : 40);
  area(easel, box(x + width * 0.72, eaves + 14, 11, 38), byLight(easel, "#c99a80", "#5a5a72"));
  const outline = gabled
    ? ([
        [x - 5, eaves],
        [x + width / 2, ridge],
        [x + width + 5, eaves],
      ] as const)
    : ([
        [x - 5, eaves - 2],
        [x + 8, ridge],
        [x + width - 8, ridge],
        [x + width + 5, eaves - 2],
      ] as const);
  area(easel, outline, random.pick(byLight(easel, ROOFS, NIGHT_ROOFS)), 1.15);
  for (let i = 0; i < 6; i++) {
    const [tx, ty] = [x + width * random.range(0.3, 0.66), eaves + random.range(5, gabled ? 20 : 32)];
    ripple(easel, tx, ty, 5.5, -2);
  }
}

function drawWindow(easel: Easel, x: number, y: number, random: Random): void {
  const lit = random.chance(0.5);
  const shutter = random.pick(SHUTTERS);
  area(easel, box(x, y, 15, 21), byLight(easel, "#8fb0bc", lit ? "#fbd65a" : "#3d4c6e"));
  mark(
    easel,
    [
      [x + 7.5, y],
      [x + 7.5, y + 21],
    ],
    0.7,
  );
  mark(
    easel,
    [
      [x, y + 11],
      [x + 15, y + 11],
    ],
    0.7,
  );
  for (const side of [x - 7.5, x + 15])
    area(easel, box(side, y - 0.5, 7.5, 22), byLight(easel, shutter, "#4f5a7c"), 0.8);
}

function drawLamp(easel: Easel, x: number): void {
  const iron = byLight(easel, "#6a8f7c", "#3c5560");
  area(easel, box(x - 2, 6, 4, 128), iron, 1.1);
  area(
    easel,
    [
      [x - 5, 6],
      [x + 5, 6],
      [x + 6.5, 1],
      [x - 6.5, 1],
    ],
    iron,
  );
  area(
    easel,
    [
      [x - 5, 134],
      [x + 5, 134],
      [x + 9, 154],
      [x - 9, 154],
    ],
    byLight(easel, "#fbf3cf", "#ffe27a"),
  );
  area(
    easel,
    [
      [x - 11, 154],
      [x + 11, 154],
      [x, 164],
    ],
    iron,
  );
}
