import type { Random } from "../../random.ts";
import { blob } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, lit, mark, outline, slots, stripe } from "./easel.ts";
import { furnish } from "./furnishings.ts";
import { bumpy, drawHills, drawSky, drawTree, drawTufts, oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

const LAWN = 28;
const BLOSSOMS = ["#eeb3a6", "#f2dc90", "#d8b4d4", "#f3eee0", "#e69c90"] as const;

/** A hedge and a picket fence, fruit trees, a shed, beanpoles and beds of flowers. */
export const garden: SettingArt = { draw, covers: ["flowers", "leaves", "fence", "grass"] };

function draw(easel: Easel): void {
  drawSky(easel);
  drawHills(easel, "hills", [70, 96], byLight(easel, "#c9d8b0", "#44648a"), 0.7);
  drawHedge(easel);
  drawPickets(easel);
  drawHills(easel, "lawn", [LAWN - 2, LAWN + 2], lit(easel, "#bfd392"), 0.9);
  furnish(easel, 90, [drawFruitTree, drawShed, drawBeans, drawTrellis]);
  drawPath(easel, easel.random.range(-60, 60));
  for (const { x, random } of slots(easel, "bed", 58)) {
    if (random.chance(0.75)) drawBed(easel, x + random.range(0, 16), random);
  }
  drawTufts(easel, 2);
}

function drawHedge(easel: Easel): void {
  const { left, right } = easel;
  const crest = slots(easel, "hedge", 20, 40).map(({ x, random }) => [x, random.range(66, 74)] as const);
  const hedge = [...crest, [right + 60, 10] as const, [left - 60, 10] as const];
  area(easel, bumpy(hedge, 4), lit(easel, "#a3bf87"), 0.9);
}

function drawPickets(easel: Easel): void {
  const white = lit(easel, "#f1ebdc");
  for (const up of [36, 50]) area(easel, stripe(easel, up, up + 3.6), white, 0.7);
  for (const { x } of slots(easel, "picket", 13)) {
    area(easel, outline(x, LAWN - 4, [0, 0, 7, 0, 7, 30, 3.5, 36, 0, 30]), white, 0.8);
  }
}

function drawFruitTree(easel: Easel, x: number, random: Random): void {
  const colours = { leaves: lit(easel, "#9dbf80"), trunk: lit(easel, "#b9916a") };
  drawTree({ ...easel, random }, { x, y: 20, height: 132, ...colours });
  const fruit = lit(easel, random.pick(["#dd8a74", "#e9c468", "#d9a05c"]));
  for (let i = 0; i < 8; i++) {
    const [angle, reach] = [random.range(0, 6.3), random.range(6, 30)];
    area(easel, oval(x + Math.cos(angle) * reach, 110 + Math.sin(angle) * reach, 3.6, 3.6), fruit, 0.7);
  }
}

function drawShed(easel: Easel, x: number, random: Random): void {
  const wall = lit(easel, random.pick(["#d9bf98", "#c9d0b8", "#d9c0b0"]));
  area(easel, box(x - 36, 22, 72, 78), wall, 1.1);
  for (const dx of [-24, -12, 12, 24]) mark(easel, outline(x + dx, 24, [0, 0, 0, 74]), 0.5);
  area(easel, box(x - 26, 22, 26, 56), lit(easel, "#b98f6a"), 1);
  area(easel, oval(x - 5, 50, 1.7, 1.7), lit(easel, "#efd07c"), 0.7);
  area(easel, box(x + 9, 54, 18, 20), byLight(easel, "#b9d4da", "#fbd97a"), 0.9);
  area(easel, outline(x, 100, [-43, -3, 43, -3, 34, 28, -34, 28]), lit(easel, "#cf9a82"), 1.1);
}

/** Poles with beans on them. */
function drawBeans(easel: Easel, x: number, random: Random): void {
  for (let i = 0; i < 3; i++) {
    const foot = x - 28 + i * 28;
    for (const lean of [-9, 9])
      mark(easel, outline(foot, 18, [-lean, 0, lean * 0.2, 88]), 1.8, lit(easel, "#b08d62"));
    for (let up = 24; up < 98; up += 10) {
      const [dx, size] = [random.range(-7, 7) * (1 - up / 130), random.range(5.5, 8)];
      area(
        easel,
        blob(outline(foot + dx, up, [-1, 0, 0, 0.7, 1, 0.1, 0, -0.6], size), 3),
        lit(easel, "#9cc081"),
        0.8,
      );
    }
  }
}

/** An arch with roses. */
function drawTrellis(easel: Easel, x: number, random: Random): void {
  const wood = lit(easel, "#e6dcc6");
  for (const dx of [-32, 27]) area(easel, box(x + dx, 18, 5, 100), wood, 0.9);
  area(
    easel,
    outline(x, 118, [-32, 0, -20, 22, 0, 30, 20, 22, 32, 0, 27, 0, 16, 17, 0, 24, -16, 17, -27, 0]),
    wood,
    0.9,
  );
  for (let i = 0; i < 15; i++) {
    const angle = (i / 14) * Math.PI;
    const up = i < 3 || i > 11 ? 40 + (i % 3) * 24 : 116 + Math.sin(angle) * 28;
    const at = x + Math.cos(angle) * 31;
    area(easel, blob(outline(at, up, [-9, 0, 0, 7, 9, 0, 0, -7]), 3), lit(easel, "#9cc081"), 0.7);
    area(
      easel,
      oval(at + random.range(-4, 4), up + random.range(-3, 3), 3.4, 3.4),
      lit(easel, "#e7a093"),
      0.7,
    );
  }
}

function drawPath(easel: Easel, x: number): void {
  const { bottom } = easel;
  const near = [x * 1.4 - 52, x * 1.4 + 52] as const;
  const path = [
    [x - 14, LAWN - 3],
    [x + 14, LAWN - 3],
    [near[1], bottom - 6],
    [near[0], bottom - 6],
  ] as const;
  area(easel, path, lit(easel, "#e3d3ae"), 0.8);
}

/** A row of flowers in front of the fence. */
function drawBed(easel: Easel, x: number, random: Random): void {
  area(easel, oval(x + 20, 15, 27, 5), lit(easel, "#c9ab84"), 0.8);
  const colour = lit(easel, random.pick(BLOSSOMS));
  for (let i = 0; i < 5; i++) {
    const [at, height] = [x + i * 10, random.range(11, 19)];
    mark(easel, outline(at, 15, [0, 0, 1, height]), 1.1, lit(easel, "#7fa06a"));
    area(easel, blob(outline(at, 18, [0, 0, 5, 5, 7, 2, 3, 0]), 3), lit(easel, "#a3c288"), 0.6);
    area(easel, bumpy(oval(at + 1, 16 + height, 3.6, 3.6), 1), colour, 0.7);
    area(easel, oval(at + 1, 16 + height, 1.2, 1.2), lit(easel, "#e9bd5c"), 0);
  }
}
