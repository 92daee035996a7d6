import { blob, curve } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, mark, slots, stripe } from "./easel.ts";
import { drawCloud, oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

const SKIRTING = 28;
const PANELLING = 70;
/** Body units from one piece of furniture to the next. */
const PIECE = 92;

/** A tiled floor, a panelled wall, a stove, a window and shelves. */
export const kitchen: SettingArt = (easel) => {
  const { top, bottom, random } = easel;
  area(easel, stripe(easel, bottom - 6, top + 6), byLight(easel, "#f2dfae", "#b9a58e"), 0);
  for (const { x } of slots(easel, "wallpaper", 20)) {
    area(easel, box(x, PANELLING, 2.6, top), byLight(easel, "#ecd093", "#a9957f"), 0);
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
  drawFloor(easel);
  const order = random.shuffle(["window", "stove", "shelf"] as const);
  order.forEach((piece, i) => {
    const x = (i - 1) * PIECE + random.range(-8, 8);
    if (piece === "window") drawWindow(easel, x - 33);
    else if (piece === "stove") drawStove(easel, x - 30);
    else drawShelf(easel, x - 40);
  });
};

/** Tiles in perspective: three rows that widen towards the viewer. */
function drawFloor(easel: Easel): void {
  const { bottom } = easel;
  area(easel, stripe(easel, bottom - 6, SKIRTING), byLight(easel, "#eadcc6", "#a89a8c"));
  const rows = [SKIRTING, 12, -14, -54, -110] as const;
  const spread = (up: number) => 24 * (1 + (SKIRTING - up) / 60);
  const tile = byLight(easel, "#d29a7c", "#8f7064");
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

function drawWindow(easel: Easel, x: number): void {
  area(easel, box(x, 104, 66, 70), byLight(easel, "#c3e2e4", "#3c5580"), 1.2);
  if (easel.light === "day") {
    area(
      easel,
      curve(
        [
          [x, 120],
          [x + 28, 132],
          [x + 66, 123],
          [x + 66, 104],
          [x, 104],
        ].map(([a, b]) => [a ?? 0, b ?? 0] as const),
        3,
      ),
      "#a9c98a",
      0.7,
    );
    drawCloud(easel, x + 38, 152, 8);
  } else {
    area(easel, oval(x + 46, 154, 8, 8), "#fbe79a", 0.7);
  }
  mark(
    easel,
    [
      [x + 33, 104],
      [x + 33, 174],
    ],
    1.4,
  );
  mark(
    easel,
    [
      [x, 140],
      [x + 66, 140],
    ],
    1.3,
  );
  area(easel, box(x - 5, 98, 76, 7), "#c9955f");
  for (const [edge, inwards] of [
    [x - 8, 24],
    [x + 74, -24],
  ] as const) {
    const cloth = [
      [edge, 182],
      [edge + inwards, 182],
      [edge + inwards * 0.75, 152],
      [edge + inwards * 0.2, 116],
      [edge, 106],
    ] as const;
    area(easel, blob(cloth, 4), byLight(easel, "#df7a66", "#8f5560"));
  }
}

function drawStove(easel: Easel, x: number): void {
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

function drawShelf(easel: Easel, x: number): void {
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
