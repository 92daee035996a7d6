import type { Random } from "../../random.ts";
import { curve } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, lit, mark, slots, stripe } from "./easel.ts";
import { furnish } from "./furnishings.ts";
import { oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";
import { drawWindow } from "./window.ts";

const SKIRTING = 28;
const PANELLING = 70;
/** Body units from one piece of furniture to the next. */
const PIECE = 92;
/** Walls, stripes on them, tiles. */
const COLOURS = [
  ["#f2dfae", "#ecd093", "#d29a7c"],
  ["#dfe6cf", "#cfdabb", "#c9ad7c"],
  ["#f0d8c6", "#e6c6b0", "#a9bfb8"],
  ["#d9e4e6", "#c6d6da", "#d2a48c"],
] as const;

/** A tiled floor, a panelled wall, a stove, a window and shelves. */
export const kitchen: SettingArt = { draw, covers: ["table", "crates"] };

function draw(easel: Easel): void {
  const { top, bottom, random } = easel;
  const [wall, stripes, tile] = random.pick(COLOURS);
  area(easel, stripe(easel, bottom - 6, top + 6), lit(easel, wall), 0);
  for (const { x } of slots(easel, "wallpaper", 20)) {
    area(easel, box(x, PANELLING, 2.6, top), lit(easel, stripes), 0);
  }
  area(easel, stripe(easel, SKIRTING, PANELLING), byLight(easel, "#d3a876", "#9a7a60"));
  for (const { x } of slots(easel, "board", 24))
    mark(
      easel,
      [
        [x, SKIRTING + 1],
        [x, PANELLING - 1],
      ],
      0.6,
    );
  drawFloor(easel, tile);
  furnish(easel, PIECE, [drawStove, drawKitchenWindow, drawShelf, drawDresser]);
}

/** Tiles in perspective: three rows that widen towards the viewer. */
function drawFloor(easel: Easel, colour: string): void {
  const { bottom } = easel;
  area(easel, stripe(easel, bottom - 6, SKIRTING), byLight(easel, "#eadcc6", "#a89a8c"));
  const rows = [SKIRTING, 12, -14, -54, -110] as const;
  const spread = (up: number) => 24 * (1 + (SKIRTING - up) / 60);
  const tile = lit(easel, colour);
  rows.slice(0, -1).forEach((far, row) => {
    const near = rows[row + 1] ?? far;
    const [farWidth, nearWidth] = [spread(far), spread(near)];
    const reach = Math.ceil(easel.right / farWidth) + 1;
    for (let i = -reach; i < reach; i++) {
      if ((i + row) % 2 !== 0) continue;
      area(
        easel,
        [
          [i * farWidth, far],
          [(i + 1) * farWidth, far],
          [(i + 1) * nearWidth, near],
          [i * nearWidth, near],
        ],
        tile,
        0,
      );
    }
  });
  mark(
    easel,
    [
      [easel.left - 6, SKIRTING],
      [easel.right + 6, SKIRTING],
    ],
    1,
  );
}

const drawKitchenWindow = (easel: Easel, x: number): void =>
  drawWindow(easel, { x: x - 33, up: 104, width: 66, height: 70, frame: "#c9955f", curtains: "#df7a66" });

function drawStove(easel: Easel, middle: number): void {
  const x = middle - 30;
  area(easel, box(x, 12, 60, 74), byLight(easel, "#e9e4d6", "#b3aca6"), 1.2);
  area(easel, box(x - 3, 84, 66, 7), "#8e9096");
  area(easel, box(x + 8, 24, 44, 34), "#77747a");
  area(easel, oval(x + 30, 40, 12, 8), "#f0a04e");
  for (let i = 0; i < 3; i++) area(easel, oval(x + 13 + i * 17, 71, 3.4, 3.4), "#df7a66", 0.8);
  area(easel, box(x + 16, 91, 24, 17), "#9fb3c4");
  mark(
    easel,
    curve(
      [
        [x + 25, 114],
        [x + 28, 121],
        [x + 24, 128],
        [x + 28, 136],
      ],
      4,
    ),
    1,
  );
}

function drawShelf(easel: Easel, middle: number): void {
  const x = middle - 40;
  area(easel, box(x, 128, 80, 5.5), "#cda070");
  ["#9ab9c8", "#e09080", "#a9c088", "#ecd08a"].forEach((colour, i) => {
    const height = i % 2 === 0 ? 20 : 16;
    area(easel, box(x + 5 + i * 19, 133.5, 13, height), colour);
    area(easel, box(x + 3.5 + i * 19, 133.5 + height, 16, 4), "#efe6d0");
  });
  for (let i = 0; i < 3; i++) {
    const pan = x + 13 + i * 26;
    mark(
      easel,
      [
        [pan, 128],
        [pan, 118],
      ],
      1,
    );
    area(easel, oval(pan, 109, 9 - i, 9 - i), "#c4bec0");
  }
}

/** A dresser with plates on end and two drawers. */
function drawDresser(easel: Easel, x: number, random: Random): void {
  const wood = lit(easel, "#cfa06c");
  area(easel, box(x - 34, 92, 68, 72), wood, 1.1);
  for (const up of [98, 130]) {
    area(easel, box(x - 30, up, 60, 28), lit(easel, "#b98d5c"), 0.8);
    for (const dx of [-19, 0, 19]) {
      const plate = lit(easel, random.pick(["#f0e8d6", "#bcd0d8", "#e6b8a4"]));
      area(easel, oval(x + dx, up + 11, 8.6, 9.4), plate, 0.9);
      area(easel, oval(x + dx, up + 11, 5, 5.6), plate, 0.6);
    }
  }
  area(easel, box(x - 38, 12, 76, 80), wood, 1.1);
  for (const dx of [-34, 2]) {
    area(easel, box(x + dx, 70, 32, 16), lit(easel, "#dcb384"), 0.9);
    area(easel, box(x + dx, 18, 32, 46), lit(easel, "#dcb384"), 0.9);
    for (const up of [78, 42]) area(easel, oval(x + dx + 16, up, 2, 2), lit(easel, "#efd07c"), 0.7);
  }
  area(easel, box(x - 41, 90, 82, 6), wood, 1);
}
