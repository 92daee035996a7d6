import type { Random } from "../../random.ts";
import { blob } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, glow, lit, outline, rule, slots, stripe } from "./easel.ts";
import { drawClock } from "./furnishings.ts";
import { PANES } from "./light.ts";
import { drawHills, drawSky, oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

const EDGE = 24;
const CARRIAGE = 172;
const PAINTS = ["#c9d0a4", "#d9a58c", "#a9c4c8", "#e0c486"] as const;

/** A platform with a train at it, iron pillars, a clock, benches and a roof's edge. */
export const station: SettingArt = { draw, covers: ["crates", "barrel"], crowd: 21 };

function draw(easel: Easel): void {
  const { bottom, random } = easel;
  drawSky(easel);
  drawHills(easel, "hills", [84, 126], byLight(easel, "#c3d3ae", "#44648a"), 0.7);
  const paint = random.pick(PAINTS);
  const engine = random.int(3) - 1;
  for (const { x } of slots(easel, "carriage", CARRIAGE)) {
    if (Math.round(x / CARRIAGE) === engine) drawEngine(easel, x);
    else drawCarriage(easel, x, paint);
  }
  area(easel, stripe(easel, bottom - 6, EDGE), lit(easel, "#d9d0bf"));
  area(easel, stripe(easel, EDGE - 7, EDGE - 1), lit(easel, "#efe6c8"), 0.7);
  for (const { x } of slots(easel, "slab", 34)) {
    rule(easel, [x, EDGE - 7, x * (1 + (EDGE - bottom) / 70), bottom - 4], 0.5);
  }
  for (const { x, random: own } of slots(easel, "pillar", 118)) {
    drawPillar(easel, x + 20);
    if (own.chance(0.55)) drawBench(easel, x + 78);
    else drawTrolley(easel, x + 78, own);
  }
  drawRoof(easel);
}

function drawCarriage(easel: Easel, x: number, paint: string): void {
  for (const dx of [28, 52, 118, 142]) area(easel, oval(x + dx, EDGE + 3, 10, 10), lit(easel, "#9a9ca0"), 1);
  area(easel, box(x + 4, EDGE + 8, CARRIAGE - 8, 82), lit(easel, paint), 1.1);
  area(easel, box(x + 4, EDGE + 36, CARRIAGE - 8, 7), lit(easel, "#f2e9d0"), 0.7);
  area(easel, outline(x, EDGE + 90, [0, 0, 6, 10, CARRIAGE - 6, 10, CARRIAGE, 0]), lit(easel, "#b3b0ac"), 1);
  for (let i = 0; i < 4; i++) {
    const window = box(x + 34 + i * 28, EDGE + 50, 20, 28);
    glow(easel, window, PANES[easel.light], 0.9);
  }
  area(easel, box(x + 11, EDGE + 12, 17, 68), lit(easel, "#c9a27c"), 0.8);
  area(easel, oval(x + 24, EDGE + 44, 1.5, 1.5), lit(easel, "#f2c96a"), 0.6);
}

function drawEngine(easel: Easel, x: number): void {
  const body = lit(easel, "#9fb0a8");
  for (const [dx, radius] of [
    [34, 10],
    [60, 10],
    [96, 19],
    [140, 19],
  ] as const) {
    area(easel, oval(x + dx, EDGE + 2 + radius * 0.4, radius, radius), lit(easel, "#a9a6a2"), 1.1);
    area(
      easel,
      oval(x + dx, EDGE + 2 + radius * 0.4, radius * 0.3, radius * 0.3),
      lit(easel, "#d9a58c"),
      0.8,
    );
  }
  area(easel, blob(outline(x, EDGE, [16, 22, 16, 60, 22, 68, 104, 68, 104, 22]), 2), body, 1.1);
  area(easel, outline(x, EDGE, [30, 66, 42, 66, 47, 96, 25, 96]), lit(easel, "#8d9592"), 1.1);
  area(easel, blob(outline(x, EDGE, [66, 66, 67, 78, 73, 82, 79, 78, 80, 66]), 3), lit(easel, "#e0c070"), 1);
  area(easel, box(x + 102, EDGE + 20, 56, 84), body, 1.1);
  area(easel, box(x + 112, EDGE + 62, 34, 30), byLight(easel, "#c9dfe4", "#fbd97a"), 0.9);
  area(easel, outline(x, EDGE, [96, 103, 164, 103, 158, 112, 102, 112]), lit(easel, "#cf8f7a"), 1);
  area(easel, box(x + 12, EDGE + 14, 150, 9), lit(easel, "#cf8f7a"), 1);
  for (const [dx, up, radius] of [
    [34, 106, 11],
    [50, 124, 15],
    [78, 136, 19],
  ] as const)
    area(easel, oval(x + dx, EDGE + up, radius * 1.3, radius), lit(easel, "#f1f0ea"), 0.7);
}

function drawPillar(easel: Easel, x: number): void {
  const iron = lit(easel, "#a3b7a8");
  area(easel, box(x - 3, 12, 6, easel.top + 20), iron, 1);
  area(easel, outline(x, 8, [-8, 0, 8, 0, 5, 10, -5, 10]), iron, 1);
  for (const side of [-1, 1]) {
    area(easel, blob(outline(x, 150, [2, 0, 8, 16, 26, 30, 26, 34, 2, 34], 1, side), 2), iron, 0.9);
  }
  area(easel, box(x + 3, 128, 12, 2.4), iron, 0.7);
  drawClock(easel, x + 22, 129, 11);
}

function drawBench(easel: Easel, x: number): void {
  const wood = lit(easel, "#c99f6e");
  for (const dx of [-24, 20]) area(easel, box(x + dx, 8, 4, 20), lit(easel, "#9aa39c"), 0.9);
  for (const up of [26, 36, 43]) area(easel, box(x - 29, up, 58, 5), wood, 0.9);
}

/** Luggage on a small cart. */
function drawTrolley(easel: Easel, x: number, random: Random): void {
  const colours = random.shuffle(["#cf9a74", "#b9a38c", "#d9b36e"]);
  area(easel, box(x - 26, 15, 52, 4), lit(easel, "#a9a6a2"), 0.9);
  for (const dx of [-17, 17]) area(easel, oval(x + dx, 11, 6, 6), lit(easel, "#a9a6a2"), 1);
  area(easel, box(x - 22, 19, 30, 21), lit(easel, colours[0] ?? ""), 1);
  area(easel, box(x + 9, 19, 14, 27), lit(easel, colours[1] ?? ""), 1);
  area(easel, box(x - 18, 40, 23, 13), lit(easel, colours[2] ?? ""), 1);
  for (const dx of [-15, 1]) rule(easel, [x + dx, 19, x + dx, 39], 0.7);
}

/** The scalloped edge of the platform's roof. */
function drawRoof(easel: Easel): void {
  const up = Math.max(176, easel.top - 22);
  for (const { x } of slots(easel, "valance", 14)) {
    area(easel, outline(x, up, [0, 0, 7, -9, 14, 0]), lit(easel, "#e9dcc0"), 0.7);
  }
  area(easel, stripe(easel, up, up + 300), lit(easel, "#cbbd9f"), 0.9);
}
