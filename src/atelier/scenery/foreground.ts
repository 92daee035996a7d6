/**
 * Things between the viewer and the figures. They keep to the lower edge and one corner and belong to nobody, so that
 * they hide figures in the truth as they do in the picture. Lengths are in hundredths of the panel's height.
 */

import { type Box, overlapArea } from "../../geometry/index.ts";
import { blob, curve } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, glow, lit, mark, outline, rule, slots } from "./easel.ts";
import { drawBarrel } from "./furnishings.ts";
import { oval } from "./nature.ts";
import type { Cover } from "./setting.ts";

/** A corner of the panel: the upper edge is at 100, `edge` its left or right side, `inwards` 1 or -1 from there. */
interface Corner {
  readonly edge: number;
  readonly inwards: number;
}

interface CoverArt {
  /** Width; the whole panel's when absent. */
  readonly width?: number;
  readonly height: number;
  readonly draw: (easel: Easel, corner: Corner) => void;
}

const COVER_ART: Readonly<Record<Cover, CoverArt>> = {
  leaves: { width: 32, height: 36, draw: drawLeaves },
  grass: { height: 13, draw: drawGrass },
  flowers: { width: 34, height: 24, draw: drawFlowers },
  fence: { width: 34, height: 29, draw: drawFence },
  crates: { width: 30, height: 34, draw: drawCrates },
  barrel: { width: 22, height: 30, draw: drawStandingBarrel },
  rocks: { width: 40, height: 19, draw: drawRocks },
  table: { height: 17, draw: drawTable },
};

/** Widest share of the panel that a thing in a corner may take. */
const WIDEST = 0.3;

/**
 * Paints one cover in the first corner where it keeps off the boxes, if there is one.
 *
 * @param easel its ground line at the panel's lower edge and 100 units high
 * @param clear panel px
 * @returns whether there was room
 */
export function drawCover(easel: Easel, cover: Cover, clear: readonly Box[]): boolean {
  const { height, draw, width = easel.right - easel.left } = COVER_ART[cover];
  const breadth = width * easel.view.scale;
  const stage = easel.stage.size;
  const wide = COVER_ART[cover].width === undefined;
  if (!wide && breadth > stage.width * WIDEST) return false;
  const top = stage.height - height * easel.view.scale;
  const sides = easel.random.fork("side").shuffle([1, -1]);
  const inwards = sides.find((side) => {
    const left = side > 0 ? 0 : stage.width - breadth;
    const taken: Box = [left, top, left + breadth, stage.height];
    return clear.every((other) => overlapArea(taken, other) === 0);
  });
  if (inwards === undefined) return false;
  draw(easel, { edge: inwards > 0 ? easel.left : easel.right, inwards });
  return true;
}

const HEAVY = 1.9;

/** A fan of pointed leaves. */
function drawLeaves(easel: Easel, { edge, inwards }: Corner): void {
  const random = easel.random.fork("leaves");
  const blades = [
    [0.06, 34],
    [0.95, 30],
    [0.34, 33],
    [0.68, 31],
  ] as const;
  for (const [lean, length] of blades) {
    const angle = lean + random.range(-0.06, 0.06);
    const [along, rise] = [Math.sin(angle) * length, Math.cos(angle) * length];
    const [side, drop] = [rise * 0.19, -along * 0.19];
    const leaf = [
      ...[
        -2,
        -3,
        along * 0.35 - side,
        rise * 0.35 - drop,
        along * 0.75 - side * 0.8,
        rise * 0.75 - drop * 0.8,
      ],
      ...[
        along,
        rise,
        along * 0.75 + side * 0.5,
        rise * 0.75 + drop * 0.5,
        along * 0.3 + side,
        rise * 0.3 + drop,
      ],
    ];
    const colour = random.pick(["#6d9a68", "#7ba873", "#5f8d66"]);
    area(easel, blob(outline(edge, 0, leaf, 1, inwards), 4), lit(easel, colour), HEAVY);
    mark(easel, outline(edge, 0, [0, 0, along * 0.9, rise * 0.9], 1, inwards), 1.1);
  }
}

/** Blades along the whole lower edge, higher towards the sides. */
function drawGrass(easel: Easel): void {
  const colour = lit(easel, "#7da566");
  for (const { x, random } of slots(easel, "blades", 3.2)) {
    const height = (5 + 7 * Math.min(1, Math.abs(x) / easel.right) ** 2) * random.range(0.75, 1.05);
    const lean = random.range(-2.5, 2.5);
    const blade = [-1.7, -3, -0.9, height * 0.5, lean, height, 1.1 + lean * 0.3, height * 0.45, 1.7, -3];
    area(easel, outline(x, 0, blade), colour, 1.1);
  }
}

function drawFlowers(easel: Easel, { edge, inwards }: Corner): void {
  const random = easel.random.fork("flowers");
  const petals = lit(easel, random.pick(["#f0b8a8", "#f3dc8a", "#d9b3d6", "#f4efe2"]));
  for (let i = 0; i < 5; i++) {
    const [x, height] = [edge + inwards * (3 + i * 6.4), 19 - i * 2.4 + random.range(-2, 2)];
    mark(
      easel,
      curve(
        [
          [x - 1, -2],
          [x + 0.8, height / 2],
          [x, height],
        ],
        4,
      ),
      2.2,
      lit(easel, "#5f8d5a"),
    );
    area(
      easel,
      blob(outline(x, height * 0.3, [0, 0, 2.6, 3.4, 6, 4.4, 3.6, 0.8], 1, inwards), 3),
      lit(easel, "#7ba873"),
      1.2,
    );
    const petal = Array.from({ length: 10 }, (_, k) => {
      const [angle, reach] = [(k / 10) * 2 * Math.PI, k % 2 === 0 ? 4.2 : 2.6];
      return [x + Math.cos(angle) * reach, height + Math.sin(angle) * reach] as const;
    });
    area(easel, blob(petal, 4), petals, 1.4);
    area(easel, oval(x, height, 1.3, 1.3), lit(easel, "#e0a24a"), 0.9);
  }
}

function drawFence(easel: Easel, { edge, inwards }: Corner): void {
  const wood = lit(easel, "#c2a27a");
  for (const up of [7, 17])
    area(easel, outline(edge, up, [-2, 0, 33, -1, 33, 2.4, -2, 3.4], 1, inwards), wood, 1.5);
  for (let i = 0; i < 3; i++) {
    const picket = [0, -3, 6, -3, 6, 21, 3, 26, 0, 21];
    area(easel, outline(edge + inwards * (1 + i * 10.5), -i * 1.6, picket, 1, inwards), wood, HEAVY);
  }
}

function drawCrates(easel: Easel, { edge, inwards }: Corner): void {
  drawCrate(easel, edge + inwards * 12, 0, 25);
  if (easel.random.fork("crates").chance(0.6)) drawCrate(easel, edge + inwards * 6, 18, 15);
}

function drawCrate(easel: Easel, x: number, up: number, size: number): void {
  const half = size / 2;
  const height = size * 0.74;
  area(easel, box(x - half, up - 3, size, height + 3), lit(easel, "#b8935f"), HEAVY);
  rule(easel, [x - half * 0.7, up, x + half * 0.7, up + height * 0.9], 1.2);
  for (const at of [0, height - 3.2])
    area(easel, box(x - half - 0.8, up + at, size + 1.6, 3.2), lit(easel, "#cba878"), 1.3);
  for (const at of [-half, half - 3]) area(easel, box(x + at, up, 3, height), lit(easel, "#cba878"), 1.3);
}

function drawStandingBarrel(easel: Easel, { edge, inwards }: Corner): void {
  drawBarrel({ ...easel, line: easel.line * 1.7 }, edge + inwards * 9, -5, 0.95);
}

function drawRocks(easel: Easel, { edge, inwards }: Corner): void {
  const random = easel.random.fork("rocks");
  const sizes = [
    [30, 8],
    [8, 18],
    [20, 11],
  ] as const;
  for (const [at, height] of sizes) {
    const rock = [-0.75, -0.2, -0.68, 0.5, -0.2, 1, 0.34, 0.92, 0.8, 0.36, 0.86, -0.2];
    const tall = height * random.range(0.88, 1);
    const x = edge + inwards * at;
    area(easel, blob(outline(x, 0, rock, tall, tall * 0.95), 2), lit(easel, "#a39c90"), HEAVY);
    mark(easel, outline(x, 0, [-0.1, 0.92, 0.1, 0.55, 0, 0.2], tall), 1.1);
  }
}

/** The edge of a table, with something on it at one end. */
function drawTable(easel: Easel, { edge, inwards }: Corner): void {
  const { left, right } = easel;
  area(easel, box(left - 3, -3, right - left + 6, 9), lit(easel, "#c79d6c"), HEAVY);
  rule(easel, [left - 3, 2.4, right + 3, 2.4], 1.1);
  if (easel.random.fork("table").chance(0.5)) drawBowl(easel, edge + inwards * 13);
  else drawMug(easel, edge + inwards * 11, inwards);
}

function drawBowl(easel: Easel, x: number): void {
  for (const [dx, colour] of [
    [-4.4, "#d9a05a"],
    [4, "#c9786a"],
    [0, "#b9c074"],
  ] as const)
    area(easel, oval(x + dx, 12.6, 3.4, 3.2), lit(easel, colour), 1.2);
  area(
    easel,
    blob(outline(x, 5, [-9, 7, -6, 1, -3, 0, 3, 0, 6, 1, 9, 7, 0, 6.4]), 3),
    lit(easel, "#9fb6bf"),
    1.6,
  );
}

function drawMug(easel: Easel, x: number, inwards: number): void {
  area(easel, blob(outline(x, 5, [3, 2, 8, 3, 8, 8, 3, 8.6], 1, inwards), 4), lit(easel, "#dfe3e0"), 1.4);
  area(easel, outline(x, 5, [-4.4, 0, 4.4, 0, 4.8, 10, -4.8, 10]), lit(easel, "#dfe3e0"), 1.6);
  glow(easel, oval(x, 15, 4.8, 1.3), lit(easel, "#a9856a"), 1);
}
