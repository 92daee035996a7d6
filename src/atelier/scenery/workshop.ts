import type { Random } from "../../random.ts";
import type { Easel } from "./easel.ts";
import { area, box, lit, mark, outline, ripple, rule, slots, stripe } from "./easel.ts";
import { drawBarrel, drawFloor, drawHangingLamp, furnish } from "./furnishings.ts";
import { oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";
import { drawWindow } from "./window.ts";

const FLOOR = 26;

/** Benches with a vice, tools on the wall, planks, a grindstone and shavings on the floor. */
export const workshop: SettingArt = { draw, covers: ["crates", "barrel", "table"] };

function draw(easel: Easel): void {
  const { top, bottom, left, right, random } = easel;
  area(
    easel,
    stripe(easel, bottom - 6, top + 6),
    lit(easel, random.pick(["#e0cfae", "#d6d2c2", "#dcc8b4"])),
    0,
  );
  for (let up = FLOOR + 18; up < top + 10; up += 18) rule(easel, [left - 4, up, right + 4, up], 0.45);
  drawFloor(easel, FLOOR, "#d0b48c", 17);
  furnish(easel, 96, [drawBench, drawPlanks, drawShopWindow, drawShelves]);
  for (const { x, random: own } of slots(easel, "shaving", 24)) {
    ripple(easel, x + own.range(0, 24), own.range(-36, 18), own.range(4, 7), 2.6);
  }
  for (const { x } of slots(easel, "lamp", 210))
    drawHangingLamp(easel, x + 60, Math.max(176, top - 34), "#9fb0a4");
}

/** A bench with a vice under a board of tools. */
function drawBench(easel: Easel, x: number, random: Random): void {
  area(easel, box(x - 42, 92, 84, 62), lit(easel, "#cfae80"), 1);
  const tools = random.shuffle([drawSaw, drawHammer, drawPliers, drawSquare]);
  tools.slice(0, 3).forEach((draw_, i) => {
    draw_(easel, x - 27 + i * 27, 122);
  });
  const wood = lit(easel, "#c1945f");
  for (const dx of [-38, 31]) area(easel, box(x + dx, 12, 7, 38), wood, 1);
  area(easel, box(x - 31, 20, 62, 5), wood, 0.8);
  area(easel, box(x - 45, 48, 90, 9), lit(easel, "#d6ad7a"), 1.1);
  area(
    easel,
    outline(x - 24, 57, [-10, 0, 10, 0, 10, 13, 4, 13, 4, 6, -4, 6, -4, 13, -10, 13]),
    lit(easel, "#a3a8ad"),
    0.9,
  );
  if (random.chance(0.5))
    area(easel, outline(x + 14, 57, [-14, 0, 14, 0, 14, 7, -6, 9, -14, 5]), lit(easel, "#b98d5c"), 0.9);
  else drawBarrel(easel, x + 16, 57, 0.5);
}

function drawSaw(easel: Easel, x: number, up: number): void {
  area(easel, outline(x, up, [-8, 24, 3, 24, 1, -14, -3, -14]), lit(easel, "#c3c8ca"), 0.9);
  area(easel, outline(x, up, [-9, 14, 5, 14, 5, 27, -9, 27]), lit(easel, "#c98f6a"), 0.9);
}

function drawHammer(easel: Easel, x: number, up: number): void {
  area(easel, box(x - 1.8, up - 16, 3.6, 34), lit(easel, "#c99a66"), 0.8);
  area(easel, outline(x, up + 14, [-9, 0, 8, 0, 8, 8, -4, 9, -10, 5]), lit(easel, "#a3a8ad"), 0.9);
}

function drawPliers(easel: Easel, x: number, up: number): void {
  for (const side of [-1, 1]) {
    area(easel, outline(x, up, [0, 6, 4, 10, 3, 22, 0.5, 22], 1, side), lit(easel, "#a9aeb2"), 0.8);
    area(easel, outline(x, up, [0, 8, 3, 6, 8, -15, 4.5, -15, -1, 4], 1, side), lit(easel, "#d98c78"), 0.8);
  }
}

function drawSquare(easel: Easel, x: number, up: number): void {
  area(
    easel,
    outline(x, up, [-10, 20, 10, 20, 10, 15, -5, 15, -5, -15, -10, -15]),
    lit(easel, "#d9c07c"),
    0.9,
  );
}

/** Planks that lean on the wall, and a grindstone. */
function drawPlanks(easel: Easel, x: number, random: Random): void {
  for (let i = 0; i < 4; i++) {
    const [foot, lean, length] = [x - 34 + i * 13, random.range(-4, 14), random.range(92, 150)];
    const plank = [0, 0, 10, 0, 10 + lean, length, lean, length];
    area(
      easel,
      outline(foot, FLOOR - 4, plank),
      lit(easel, random.pick(["#d9b788", "#cda573", "#e0c49a"])),
      0.9,
    );
  }
  drawGrindstone(easel, x + 34);
}

/** A thick stone that runs in a trough on legs, with a crank. */
function drawGrindstone(easel: Easel, x: number): void {
  const wood = lit(easel, "#b98d5c");
  for (const dx of [-26, 20]) area(easel, outline(x + dx, 6, [0, 0, 6, 0, 5, 30, 1, 30]), wood, 0.9);
  area(easel, oval(x + 5, 46, 17, 19), lit(easel, "#a9a69f"), 1);
  area(easel, oval(x - 1, 46, 17, 19), lit(easel, "#c9c5bb"), 1.1);
  area(easel, outline(x, 30, [-30, 0, 30, 0, 26, 14, -26, 14]), lit(easel, "#c99a66"), 1.1);
  rule(easel, [x - 27, 38, x + 27, 38], 0.6);
  area(easel, oval(x - 1, 50, 3.4, 3.4), lit(easel, "#7f858a"), 0.9);
  mark(easel, outline(x - 1, 50, [0, 0, -9, 8, -9, 13]), 3, lit(easel, "#7f858a"));
  area(easel, box(x - 12.6, 60, 5.2, 9), lit(easel, "#b0563c"), 0.9);
}

const drawShopWindow = (easel: Easel, x: number): void =>
  drawWindow(easel, { x: x - 34, up: 96, width: 68, height: 62, frame: "#c9a878" });

/** Shelves with pots of paint over a chest of drawers. */
function drawShelves(easel: Easel, x: number, random: Random): void {
  for (const up of [102, 138]) {
    area(easel, box(x - 38, up, 76, 5), lit(easel, "#c1945f"), 0.9);
    for (let i = 0; i < 4; i++) {
      const colour = random.pick(["#d98c78", "#9fb8c4", "#e0c074", "#a9bd8c", "#e9e2d0"]);
      const [dx, height] = [x - 34 + i * 18, random.range(12, 20)];
      area(easel, box(dx, up + 5, 13, height), lit(easel, colour), 0.9);
      area(easel, box(dx - 1, up + 3 + height, 15, 3), lit(easel, "#d3d3cc"), 0.7);
    }
  }
  area(easel, box(x - 36, 16, 72, 56), lit(easel, "#cda06c"), 1.1);
  for (const up of [18, 36, 54]) {
    area(easel, box(x - 32, up, 64, 15), lit(easel, "#d9b182"), 0.8);
    area(easel, oval(x, up + 7.5, 2.4, 2), lit(easel, "#a3a8ad"), 0.7);
  }
}
