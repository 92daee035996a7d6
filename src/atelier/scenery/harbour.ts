import { blob, curve } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, mark, ripple, slots, stripe } from "./easel.ts";
import { drawSky, oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

const HORIZON = 74;
const QUAY = 24;

/** A quay with bollards, the sea, a lighthouse and a sailing boat. */
export const harbour: SettingArt = { draw, covers: ["crates", "barrel"], crowd: 25 };

function draw(easel: Easel): void {
  const { bottom, random } = easel;
  drawSky(easel);
  area(easel, stripe(easel, bottom - 6, HORIZON), byLight(easel, "#8fc0cc", "#3a6288"), 0.8);
  const boat = random.range(-80, 80);
  drawLighthouse(easel, boat + (boat < 0 ? 1 : -1) * random.range(60, 90));
  drawBoat(easel, boat);
  for (const { x, random: wave } of slots(easel, "wave", 12)) {
    ripple(easel, x + wave.range(0, 12), wave.range(QUAY + 6, HORIZON - 4), 10, 2);
  }
  drawQuay(easel);
}

function drawBoat(easel: Easel, x: number): void {
  const wood = byLight(easel, "#c98f6a", "#6a5a66");
  const sail = byLight(easel, "#fbf1d6", "#a9acc0");
  area(easel, box(x - 1.6, 58, 3.2, 88), byLight(easel, "#b99067", "#5f5560"));
  area(
    easel,
    curve(
      [
        [x + 4, 140],
        [x + 40, 84],
        [x + 4, 74],
      ],
      4,
    ),
    sail,
  );
  area(
    easel,
    curve(
      [
        [x - 4, 132],
        [x - 24, 88],
        [x - 4, 76],
      ],
      4,
    ),
    sail,
  );
  const hull = [
    [x - 44, 66],
    [x + 48, 66],
    [x + 34, 42],
    [x - 32, 42],
  ] as const;
  area(easel, hull, wood, 1.15);
  mark(
    easel,
    [
      [x - 40, 59],
      [x + 44, 59],
    ],
    0.8,
  );
  area(
    easel,
    [
      [x + 1.6, 146],
      [x + 1.6, 138],
      [x + 14, 142],
    ],
    "#df7a66",
    0.8,
  );
}

function drawLighthouse(easel: Easel, x: number): void {
  area(
    easel,
    blob(
      [
        [x - 34, HORIZON - 2],
        [x - 22, HORIZON + 9],
        [x + 18, HORIZON + 10],
        [x + 36, HORIZON - 2],
      ],
      4,
    ),
    byLight(easel, "#b9b39c", "#4a5a74"),
    0.8,
  );
  const wall = byLight(easel, "#f3ece0", "#8f96ae");
  area(
    easel,
    [
      [x - 9, HORIZON + 6],
      [x + 9, HORIZON + 6],
      [x + 6, HORIZON + 60],
      [x - 6, HORIZON + 60],
    ],
    wall,
  );
  for (const up of [16, 38]) {
    const half = 8.4 - up * 0.05;
    area(
      easel,
      [
        [x - half, HORIZON + up],
        [x + half, HORIZON + up],
        [x + half - 0.6, HORIZON + up + 10],
        [x - half + 0.6, HORIZON + up + 10],
      ],
      byLight(easel, "#dd8a78", "#7a5f74"),
      0.7,
    );
  }
  area(easel, box(x - 5, HORIZON + 60, 10, 10), byLight(easel, "#fbf3cf", "#ffe27a"));
  area(
    easel,
    [
      [x - 8, HORIZON + 70],
      [x + 8, HORIZON + 70],
      [x, HORIZON + 80],
    ],
    byLight(easel, "#c9786a", "#5a4a60"),
  );
}

/** Planks in perspective, bollards at the edge. */
function drawQuay(easel: Easel): void {
  const { bottom } = easel;
  area(easel, stripe(easel, bottom - 6, QUAY), byLight(easel, "#e0c090", "#70707e"));
  for (const { x } of slots(easel, "plank", 19)) {
    const slope = 1 + (QUAY - bottom) / 70;
    mark(
      easel,
      [
        [x, QUAY],
        [x * slope, bottom - 4],
      ],
      0.7,
    );
  }
  area(easel, stripe(easel, QUAY - 1, QUAY + 5), byLight(easel, "#c9a878", "#5d5f70"));
  for (const { x } of slots(easel, "bollard", 88)) {
    area(easel, box(x - 4.5, QUAY + 3, 9, 15), byLight(easel, "#8f949c", "#4c5266"));
    area(easel, oval(x, QUAY + 19, 7, 3.4), byLight(easel, "#a5aab0", "#5a6176"));
  }
}
