import { curve, ellipse } from "../ink/curve.ts";
import type { Easel, Slot, Spots } from "./easel.ts";
import { area, box, byLight, mark, slots, stripe } from "./easel.ts";
import { bumpy, drawHills, drawTufts, oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

/** Tall trunks under a roof of leaves, toadstools between them. */
export const forest: SettingArt = { draw, covers: ["leaves", "grass", "rocks"] };

function draw(easel: Easel): void {
  const { left, right, top, bottom } = easel;
  area(easel, stripe(easel, bottom - 6, top + 6), byLight(easel, "#dfe8c0", "#3d5a72"), 0);
  for (const { x, random } of slots(easel, "far trunk", 24)) {
    area(easel, box(x + random.range(0, 16), 20, 8, top), byLight(easel, "#c5d8aa", "#456684"), 0);
  }
  const bushes = slots(easel, "bush", 26).map(({ x, random }) => [x, random.range(36, 60)] as const);
  const undergrowth = bumpy([...bushes, [right + 40, 0], [left - 40, 0]], 4);
  area(easel, undergrowth, byLight(easel, "#9cc085", "#4a7270"), 0.8);
  drawHills(easel, "floor", [18, 25], byLight(easel, "#bccd82", "#56806c"), 1);
  for (const slot of slots(easel, "trunk", 56)) drawTrunk(easel, slot);
  drawCanopy(easel);
  drawTufts(easel, 6);
  for (const { x, random } of slots(easel, "toadstool", 75)) {
    drawToadstool(easel, x + random.range(0, 50), random.range(-26, -6));
  }
}

function drawTrunk(easel: Easel, { x: slot, random: bark }: Slot): void {
  const closeness = bark.next();
  const x = slot + bark.range(0, 32);
  const half = 4.5 + closeness * 9;
  const y = 21 - closeness * 15;
  const height = easel.top + 30;
  const trunk: Spots = [
    [x - half * 1.7, y - 2],
    [x - half * 1.15, y + 7],
    [x - half, y + 18],
    [x - half * 0.9, height],
    [x + half * 0.9, height],
    [x + half, y + 18],
    [x + half * 1.2, y + 7],
    [x + half * 1.9, y - 3],
  ];
  const day = closeness < 0.45 ? "#c3a67c" : "#b38b60";
  area(easel, trunk, byLight(easel, day, closeness < 0.45 ? "#64656f" : "#6f6259"), 1.2);
  for (let i = 0; i < 5; i++) {
    const [dx, up] = [bark.range(-0.6, 0.4) * half, y + 20 + bark.next() * 130];
    mark(
      easel,
      curve(
        [
          [x + dx, up],
          [x + dx + 1.6, up + 7],
          [x + dx - 0.5, up + 14],
        ],
        3,
      ),
      0.8,
    );
  }
}

function drawCanopy(easel: Easel): void {
  const { left, right, top } = easel;
  const edge = Math.max(112, top * 0.84);
  const leaves = slots(easel, "leaves", 34).map(({ x, random }) => [x, edge + random.range(-8, 12)] as const);
  const roof: Spots = [[left - 50, top + 80], [right + 50, top + 80], ...leaves.toReversed()];
  area(easel, bumpy(roof, 5), byLight(easel, "#83b06d", "#3f6a5c"));
}

function drawToadstool(easel: Easel, x: number, y: number): void {
  area(easel, box(x - 2.4, y, 4.8, 8), "#f6e3b4", 0.9);
  const cap = ellipse([x, y + 7], 7.5, 6.5).filter(([, up]) => up >= y + 6.4);
  area(easel, cap, "#d9402f", 0.9);
  area(easel, oval(x - 2.2, y + 10.4, 1.3, 1.1), "#ffffff", 0);
  area(easel, oval(x + 2.8, y + 9.2, 1.1, 0.9), "#ffffff", 0);
}
