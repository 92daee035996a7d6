import type { Random } from "../../random.ts";
import { blob, curve } from "../ink/curve.ts";
import type { Easel, Slot } from "./easel.ts";
import { area, box, lit, mark, outline, slots } from "./easel.ts";
import { drawHills, drawSky, oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

/** Dunes and table mountains, cacti, bleached bones and, far off, palms or pyramids. */
export const desert: SettingArt = { draw, covers: ["rocks"] };

function draw(easel: Easel): void {
  const { random } = easel;
  drawSky(easel);
  drawSun(easel);
  const rocky = random.chance(0.5);
  for (const slot of slots(easel, "far", 112, 140)) {
    if (rocky) drawMesa(easel, slot);
    else drawPyramid(easel, slot);
  }
  drawHills(easel, "far dunes", [52, 74], lit(easel, "#ecd2a0"), 0.8);
  drawPalms(easel, random.range(-110, 110));
  drawHills(easel, "dunes", [36, 56], lit(easel, "#e6c58f"), 0.9);
  drawHills(easel, "sand", [22, 30], lit(easel, "#eed7a8"), 1);
  for (const { x, random: own } of slots(easel, "plant", 74)) {
    const at = x + own.range(0, 34);
    if (own.chance(0.62)) drawCactus(easel, at, own);
    else drawBones(easel, at, own.range(4, 14), own);
  }
  for (const { x, random: own } of slots(easel, "sand ripple", 30)) {
    const [at, up, width] = [x + own.range(0, 30), own.range(-46, 12), own.range(14, 26)];
    mark(easel, curve(outline(at, up, [0, 0, width * 0.4, 2, width, 0.4]), 3), 0.7, lit(easel, "#b89668"));
  }
}

function drawSun(easel: Easel): void {
  const { light, weather, random, top } = easel;
  if (light !== "day" || weather === "fog" || weather === "rain") return;
  const [x, up] = [random.fork("sun").range(-70, 70), Math.max(110, top - 34)];
  area(easel, oval(x, up, 24, 24), lit(easel, "#f3ebc4"), 0);
  area(easel, oval(x, up, 16, 16), lit(easel, "#fbe79a"), 0.8);
}

function drawMesa(easel: Easel, { x: slot, random }: Slot): void {
  const [x, height, half] = [slot + random.range(0, 50), random.range(78, 130), random.range(22, 46)];
  const rock = [-1.5, 0, -1.1, 0.4, -1, 0.9, -0.8, 1, 0.7, 0.97, 0.95, 0.88, 1.05, 0.4, 1.6, 0];
  area(
    easel,
    outline(x, 20, rock, height, half),
    lit(easel, random.pick(["#dcae8c", "#d6a684", "#e0b694"])),
    0.8,
  );
  for (const share of [0.6, 0.8]) {
    mark(
      easel,
      outline(x, 20, [-1, share, -0.3, share - 0.02, 0.3, share + 0.02, 0.98, share], height, half),
      0.6,
    );
  }
}

function drawPyramid(easel: Easel, { x: slot, random }: Slot): void {
  const [x, height] = [slot + random.range(0, 50), random.range(70, 118)];
  if (random.chance(0.35)) return;
  const half = height * 0.82;
  area(easel, outline(x, 30, [-1, 0, 0, 1, 1, 0], height, half), lit(easel, "#e6c897"), 0.9);
  area(easel, outline(x, 30, [0.3, 0, 0, 1, 1, 0], height, half), lit(easel, "#d6b384"), 0.7);
  for (const share of [0.3, 0.52, 0.74]) {
    mark(easel, outline(x, 30, [share - 0.94, share, -share * 0.1 - 0.02, share], height, half), 0.5);
  }
}

function drawPalms(easel: Easel, x: number): void {
  area(easel, oval(x + 8, 52, 34, 4), lit(easel, "#a9cfd3"), 0.7);
  for (const [dx, height, lean] of [
    [-12, 44, -7],
    [14, 36, 8],
  ] as const) {
    const trunk = [-2.4, 0, 2.4, 0, lean + 1.6, height, lean - 1.4, height];
    area(easel, outline(x + dx, 50, trunk), lit(easel, "#bd9a70"), 0.8);
    for (const [reach, drop] of [
      [-19, -6],
      [-13, 9],
      [1, 14],
      [14, 8],
      [19, -7],
    ] as const) {
      const frond = [0, -1, reach * 0.5, drop * 0.5 + 7, reach, drop, reach * 0.45, drop * 0.4 + 2];
      area(easel, blob(outline(x + dx + lean, 50 + height, frond), 3), lit(easel, "#a5bf87"), 0.7);
    }
  }
}

function drawCactus(easel: Easel, x: number, random: Random): void {
  const [up, size] = [random.range(10, 20), random.range(0.75, 1.25)];
  const green = lit(easel, "#9fbd8a");
  for (const side of random.pick([[-1, 1], [1], [-1]])) {
    const height = random.range(-6, 8);
    const arm = [6, 38, 22, 36, 30, 44, 30, 66, 22, 66, 21, 50, 16, 46, 6, 48].map((value, i) =>
      i % 2 === 1 ? value + height : value,
    );
    area(easel, blob(outline(x, up, arm, size, side * size), 3), green, 1);
  }
  area(easel, blob(outline(x, up, [-8, 0, -10, 50, -6, 86, 6, 86, 10, 50, 8, 0], size), 3), green, 1.1);
  for (const dx of [-3, 3]) mark(easel, outline(x, up, [dx, 8, dx, 78], size), 0.6);
  if (random.chance(0.5))
    area(easel, oval(x, up + 90 * size, 5 * size, 4 * size), lit(easel, "#eba596"), 0.9);
}

/** A cow's skull or a few stones. */
function drawBones(easel: Easel, x: number, up: number, random: Random): void {
  if (random.chance(0.5)) {
    const skull = [
      -6, 0, -4, 10, -10, 14, -20, 20, -12, 19, -5, 18, 5, 18, 12, 19, 20, 20, 10, 14, 4, 10, 6, 0,
    ];
    area(easel, outline(x, up, skull), lit(easel, "#f1ead8"), 0.9);
    for (const dx of [-3, 2]) area(easel, box(x + dx, up + 11, 2, 3), lit(easel, "#9a8f80"), 0);
    return;
  }
  for (const [dx, size] of [
    [-8, 6],
    [6, 9],
  ] as const)
    area(
      easel,
      blob(outline(x + dx, up, [-1, 0, -0.8, 0.8, 0.2, 1.1, 1, 0.5, 1.1, 0], size), 2),
      lit(easel, "#cdb391"),
      0.9,
    );
}
