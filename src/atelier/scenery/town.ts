import type { Random } from "../../random.ts";
import { blob } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, glow, lit, outline, rule, slots, stripe } from "./easel.ts";
import { LAMP_GLASS, PANES } from "./light.ts";
import { drawSky, oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

const LOT = 104;
const KERB = 24;
const WALLS = ["#e6c9a8", "#dfd3c0", "#d9b8a4", "#ccd2c4", "#e3d7a8", "#cfc4cc"] as const;
const AWNINGS = ["#d98c7c", "#8fb3a8", "#d9b86c", "#a3b3cc"] as const;
const CARS = ["#d58f80", "#97b3bd", "#dcc07c", "#a6b89a"] as const;

/** Tall blocks with shops at street level, parked cars, street lights and a kerb. */
export const town: SettingArt = { draw, covers: ["crates", "barrel"], crowd: 22 };

function draw(easel: Easel): void {
  const { bottom } = easel;
  drawSky(easel);
  for (const { x, random } of slots(easel, "skyline", 44)) {
    area(
      easel,
      box(x, 40, 40, random.range(110, 190)),
      lit(easel, random.pick(["#cfd5d6", "#c6ced2", "#d6d6d0"])),
      0.5,
    );
  }
  for (const { x, random } of slots(easel, "block", LOT)) drawBlock(easel, x, random);
  area(easel, stripe(easel, 12, KERB), lit(easel, "#dad5ca"));
  for (const { x } of slots(easel, "flag", 26)) rule(easel, [x, 12.6, x * 0.94, KERB - 0.6], 0.6);
  area(easel, stripe(easel, 6, 12), lit(easel, "#c4bfb4"));
  area(easel, stripe(easel, bottom - 6, 7), lit(easel, "#c3c4c3"));
  for (const { x } of slots(easel, "dash", 60)) {
    area(easel, outline(x, -26, [0, 0, 30, 0, 33, -4, -3, -4]), lit(easel, "#e9e6da"), 0);
  }
  for (const { x, random } of slots(easel, "kerbside", 112)) {
    if (random.chance(0.6)) drawCar(easel, x + random.range(8, 36), random);
    drawStreetLight(easel, x);
  }
}

/** A house of several floors over a shop. */
function drawBlock(easel: Easel, x: number, random: Random): void {
  const width = LOT - random.range(2, 8);
  const height = random.range(118, 190);
  area(easel, box(x, KERB - 1, width, height), lit(easel, random.pick(WALLS)), 1.1);
  area(easel, box(x - 3, KERB + height - 3, width + 6, 8), lit(easel, "#d8cfbd"), 1);
  const columns = random.pick([3, 4]);
  const pitch = width / columns;
  const [wide, tall] = [pitch * 0.46, random.pick([20, 24])];
  for (let up = KERB + 74; up < KERB + height - tall - 4; up += tall + 15) {
    for (let i = 0; i < columns; i++)
      drawPane(easel, x + pitch * (i + 0.5) - wide / 2, up, wide, tall, random);
  }
  drawShop(easel, x, width, random);
}

function drawPane(easel: Easel, x: number, up: number, width: number, height: number, random: Random): void {
  const on = random.chance(0.45);
  const dark = { day: "#b1c6cc", dusk: "#b9a8b4", night: "#42536f" }[easel.light];
  const light = PANES[easel.light];
  glow(easel, box(x, up, width, height), on ? light : dark, 0.8);
  rule(easel, [x + width / 2, up, x + width / 2, up + height], 0.6);
  area(easel, box(x - 2, up - 3, width + 4, 3.4), lit(easel, "#e9e2d2"), 0.6);
}

/** A shop window with a striped awning beside a door. */
function drawShop(easel: Easel, x: number, width: number, random: Random): void {
  const door = random.chance(0.5) ? 8 : width - 30;
  const from = door < width / 2 ? 36 : 8;
  area(easel, box(x + door, KERB - 1, 22, 48), lit(easel, random.pick(["#b98d6c", "#8fa99c", "#a99ab0"])), 1);
  area(easel, oval(x + door + 17, KERB + 22, 1.6, 1.6), lit(easel, "#f0d27c"), 0.7);
  const pane = PANES[easel.light];
  glow(easel, box(x + from, KERB + 10, width - 46, 36), pane, 1);
  for (let i = 0; i < 4; i++) {
    const at = x + from + 6 + ((width - 58) / 4) * (i + 0.3);
    area(easel, oval(at, KERB + 16, 4.4, random.range(4, 8)), lit(easel, random.pick(AWNINGS)), 0.7);
  }
  const cloth = lit(easel, random.pick(AWNINGS));
  const strips = 7;
  const step = (width - 4) / strips;
  for (let i = 0; i < strips; i++) {
    const strip = [0, 62, step, 62, step, 46, step / 2, 42, 0, 46];
    area(easel, outline(x + 2 + i * step, KERB, strip), i % 2 === 0 ? cloth : lit(easel, "#f3ead8"), 0.8);
  }
}

/** A small old-fashioned car at the kerb. */
function drawCar(easel: Easel, x: number, random: Random): void {
  const way = random.pick([-1, 1]);
  const paint = lit(easel, random.pick(CARS));
  const cabin = [-18, 22, -15, 40, -8, 44, 12, 44, 20, 38, 24, 22];
  area(easel, blob(outline(x, 6, cabin, 1, way), 3), paint, 1.1);
  for (const pane of [
    [-13, 26, -11, 38, 1, 39, 1, 26],
    [5, 26, 5, 39, 13, 38, 18, 26],
  ])
    area(easel, outline(x, 6, pane, 1, way), lit(easel, "#cfe0e2"), 0.8);
  const body = [-38, 6, -40, 16, -32, 24, 20, 25, 40, 21, 43, 12, 41, 6];
  area(easel, blob(outline(x, 6, body, 1, way), 3), paint, 1.1);
  area(easel, oval(x + way * 40, 21, 3, 3.4), lit(easel, "#f8efc4"), 0.8);
  rule(easel, [x + way * 3, 12, x + way * 3, 30], 0.7);
  for (const dx of [-24, 25]) {
    area(easel, oval(x + dx * way, 11, 9, 9), lit(easel, "#a3a19d"), 1.1);
    area(easel, oval(x + dx * way, 11, 4, 4), lit(easel, "#dcd8ce"), 0.8);
  }
}

function drawStreetLight(easel: Easel, x: number): void {
  const iron = lit(easel, "#98a8a6");
  area(easel, outline(x, 10, [-4, 0, 4, 0, 2, 12, 1.8, 132, -1.8, 132, -2, 12]), iron, 1);
  area(
    easel,
    blob(outline(x, 140, [-1.6, 0, 2, 12, 16, 17, 24, 13, 23, 10, 15, 13, 4, 9, 2, 0]), 2),
    iron,
    0.8,
  );
  if (easel.light !== "day") glow(easel, oval(x + 22, 148, 24, 20), "#ffe9a052");
  glow(easel, oval(x + 22, 151, 5, 4), LAMP_GLASS[easel.light], 0.8);
  area(easel, outline(x + 22, 151, [-9, 0, 9, 0, 4, 6, -4, 6]), iron, 0.9);
}
