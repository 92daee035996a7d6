/** Things that stand or hang in more than one place; each is drawn about its middle or its foot. */

import type { Random } from "../../random.ts";
import { blob } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, glow, lit, mark, outline, rule, slots, stripe } from "./easel.ts";
import { oval } from "./nature.ts";

/** Draws one thing with its middle at `x`, with random numbers of its own. */
export type Furnishing = (easel: Easel, x: number, random: Random) => void;

/**
 * A row of things every `step` body units along the whole place, in orders that the seed decides; what tells the place
 * best, the first one, stands near the middle and nowhere else.
 */
export function furnish(easel: Easel, step: number, [first, ...others]: readonly Furnishing[]): void {
  const seed = easel.random.fork("order");
  const order = [first, ...seed.shuffle(others)];
  const shift = seed.pick([-1, 0, 0, 1]);
  for (const { x, random } of slots(easel, "furnishing", step)) {
    const place = Math.round(x / step) + shift;
    const stretch = Math.floor(place / order.length);
    const row = stretch === 0 ? order : easel.random.fork(`order ${stretch}`).shuffle(others);
    const thing = row[(place - stretch * order.length) % row.length];
    thing?.(easel, x + random.range(-0.08, 0.08) * step, random);
  }
}

/** Boards or slabs of a floor that run towards the viewer, from `far` up the ground to the lower edge. */
export function drawFloor(easel: Easel, far: number, fill: string, step: number): void {
  const { bottom } = easel;
  area(easel, stripe(easel, bottom - 6, far), lit(easel, fill));
  const spread = 1 + (far - bottom) / 70;
  for (const { x } of slots(easel, "floor", step)) rule(easel, [x, far, x * spread, bottom - 4], 0.6);
}

/** Courses of stones on a wall, some of them drawn. */
export function drawStones(easel: Easel, from: number, to: number, size: number, fill: string): void {
  const stone = lit(easel, fill);
  for (const { x, random } of slots(easel, `stones ${from}`, size * 1.9)) {
    for (let up = from + random.range(0, size); up < to; up += size * random.range(1.4, 3)) {
      const [left, width] = [x + random.range(0, size), size * random.range(1, 1.5)];
      area(easel, box(left, up, width, size * 0.7), stone, 0.45);
    }
  }
}

export function drawPicture(easel: Easel, x: number, random: Random): void {
  const [half, up, height] = [random.range(14, 21), random.range(124, 138), random.range(28, 38)];
  area(easel, box(x - half - 3, up - 3, half * 2 + 6, height + 6), lit(easel, "#c99f62"), 1.1);
  area(
    easel,
    box(x - half, up, half * 2, height),
    lit(easel, random.pick(["#d7e4df", "#efe2c4", "#e6d3d6"])),
    0.7,
  );
  const hill = [-1, 0, -1, 0.3, -0.4, 0.55, 0.1, 0.3, 0.6, 0.44, 1, 0.28, 1, 0];
  area(
    easel,
    outline(x, up, hill, height, half),
    lit(easel, random.pick(["#b5c99a", "#d9b3a0", "#a9c4cc"])),
    0.6,
  );
  area(easel, oval(x + half * 0.4, up + height * 0.72, 3.4, 3.4), lit(easel, "#f3d27c"), 0.6);
}

export function drawClock(easel: Easel, x: number, up: number, radius: number): void {
  area(easel, oval(x, up, radius, radius), lit(easel, "#c99f62"), 1.1);
  area(easel, oval(x, up, radius * 0.78, radius * 0.78), lit(easel, "#f4eedd"), 0.7);
  rule(easel, [x, up, x + radius * 0.1, up + radius * 0.6], 1.1);
  rule(easel, [x, up, x + radius * 0.42, up - radius * 0.2], 1.3);
}

/** A lamp that hangs from the ceiling; it glows when the day is over. */
export function drawHangingLamp(easel: Easel, x: number, up: number, shade = "#c98f7a"): void {
  mark(easel, outline(x, up, [0, 12, 0, Math.max(14, easel.top - up + 6)]), 1.1);
  if (easel.light !== "day") glow(easel, oval(x, up, 44, 30), byLight(easel, "#fff0b844", "#ffe9a03a"));
  glow(easel, oval(x, up + 1, 6, 5), byLight(easel, "#fbf6df", "#ffe89a"), 0.8);
  area(easel, outline(x, up, [-17, 1, 17, 1, 8, 14, -8, 14]), lit(easel, shade), 1.1);
}

/** A plant in a pot, standing at `up`. */
export function drawPlant(easel: Easel, x: number, up: number, size: number): void {
  const leaf = [0, 0, 0.2, 0.5, 0.1, 1, -0.16, 0.6];
  for (const [lean, length] of [
    [-0.9, 0.7],
    [0.9, 0.7],
    [-0.4, 1],
    [0.5, 0.95],
    [0, 1.1],
  ] as const) {
    const swung = outline(0, 0, leaf, size * length).map(
      ([dx, dy]) => [x + dx + dy * lean * 0.8, up + size * 0.5 + dy * (1 - Math.abs(lean) * 0.35)] as const,
    );
    area(easel, blob(swung, 3), lit(easel, "#9dbd86"), 0.9);
  }
  area(easel, outline(x, up, [-0.32, 0.6, 0.32, 0.6, 0.22, 0, -0.22, 0], size), lit(easel, "#d59a78"), 1);
}

/** A plain table of `width` whose feet stand at `up`. */
export function drawTable(easel: Easel, x: number, up: number, width: number, fill = "#c99f6e"): void {
  const wood = lit(easel, fill);
  for (const side of [-0.42, 0.36]) area(easel, box(x + side * width, up, width * 0.06, 40), wood, 0.9);
  area(easel, box(x - width / 2, up + 38, width, 6), wood, 1.1);
}

/** A chair seen from the side; `width` 1 or -1 says where its back is. */
export function drawChair(easel: Easel, x: number, up: number, width: number, fill = "#cda273"): void {
  const chair = [-13, 0, -9, 0, -9, 22, 9, 22, 9, 0, 13, 0, 13, 27, -9, 27, -10, 58, -14, 58];
  area(easel, outline(x, up, chair, 1, width), lit(easel, fill), 1);
}

export function drawBarrel(easel: Easel, x: number, up: number, size = 1): void {
  const staves = [-11, 0, -13.5, 16, -11, 33, 11, 33, 13.5, 16, 11, 0];
  area(easel, outline(x, up, staves, size), lit(easel, "#c79d6a"), 1.1);
  for (const dx of [-5, 2, 7.5])
    rule(easel, [x + dx * size, up + 2 * size, x + dx * size * 0.85, up + 31 * size], 0.5);
  for (const at of [6, 23]) {
    area(
      easel,
      outline(x, up + at * size, [-12.9, 0, 12.9, 0, 13, 3, -13, 3], size),
      lit(easel, "#a9adb0"),
      0.8,
    );
  }
  area(easel, oval(x, up + 33 * size, 11 * size, 2.6 * size), lit(easel, "#d6b182"), 0.9);
}

export function drawCrate(easel: Easel, x: number, up: number, size: number): void {
  const half = size / 2;
  area(easel, box(x - half, up, size, size * 0.8), lit(easel, "#d3ae7c"), 1.1);
  for (const share of [0.27, 0.54])
    rule(easel, [x - half, up + size * share, x + half, up + size * share], 0.7);
  rule(easel, [x - half + 1, up + 1, x + half - 1, up + size * 0.78], 0.7);
}

export function drawSack(easel: Easel, x: number, up: number, size = 1): void {
  const sack = [-12, 0, -14, 12, -8, 24, -4, 28, 4, 28, 9, 24, 14, 11, 12, 0];
  area(easel, blob(outline(x, up, sack, size), 3), lit(easel, "#dcc9a4"), 1);
  mark(easel, outline(x, up, [-6, 24, 0, 22.6, 6, 24], size), 0.8);
}
