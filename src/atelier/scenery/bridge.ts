import { curve } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, glow, lit, mark, outline, ripple, rule, slots, stripe } from "./easel.ts";
import { LAMP_GLASS, PANES } from "./light.ts";
import { drawHills, drawSky, drawTree, oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

const WATER = 70;
const PARAPET = 26;

/** A stone bridge with a parapet and lanterns; a river between banks, another bridge and a mill beyond. */
export const bridge: SettingArt = { draw, covers: ["rocks", "leaves"], crowd: 24 };

function draw(easel: Easel): void {
  const { bottom, random } = easel;
  drawSky(easel);
  drawHills(easel, "far hills", [98, 136], byLight(easel, "#c9d8bb", "#44648a"), 0.7);
  drawHills(easel, "bank", [WATER + 4, WATER + 16], byLight(easel, "#bccf9a", "#4b6f86"), 0.8);
  const side = random.pick([-1, 1]);
  drawMill(easel, side * random.range(48, 90));
  for (const { x, random: own } of slots(easel, "bank tree", 70)) {
    if (own.chance(0.45)) continue;
    const colours = { leaves: byLight(easel, "#a9c693", "#4d7a6c"), trunk: lit(easel, "#b9976f") };
    drawTree(
      { ...easel, random: own },
      { x: x + own.range(0, 40), y: WATER + 5, height: own.range(40, 58), ...colours },
    );
  }
  area(easel, stripe(easel, bottom - 6, WATER + 2), byLight(easel, "#9cc6cf", "#3a6288"), 0.8);
  drawFarBridge(easel, -side * random.range(60, 110));
  for (const { x, random: own } of slots(easel, "wave", 12)) {
    ripple(easel, x + own.range(0, 12), own.range(PARAPET + 32, WATER - 3), 9, 1.7);
  }
  drawRoadway(easel);
  for (const { x } of slots(easel, "lantern", 124)) drawLantern(easel, x + 40);
}

/** A mill with its wheel on the bank. */
function drawMill(easel: Easel, x: number): void {
  area(easel, box(x - 24, WATER + 2, 48, 46), lit(easel, "#e9dcc2"), 0.9);
  area(easel, outline(x, WATER + 48, [-29, -2, 29, -2, 18, 24, -18, 24]), lit(easel, "#d39a84"), 0.9);
  for (const dx of [-14, 4]) {
    glow(easel, box(x + dx, WATER + 24, 9, 12), PANES[easel.light], 0.7);
  }
  const hub = x + 32;
  area(easel, oval(hub, WATER + 14, 19, 19), lit(easel, "#c9a67c"), 1);
  area(easel, oval(hub, WATER + 14, 13, 13), lit(easel, "#e3d3b4"), 0.7);
  for (let i = 0; i < 4; i++) {
    const [dx, dy] = [Math.cos((i * Math.PI) / 4) * 19, Math.sin((i * Math.PI) / 4) * 19];
    rule(easel, [hub - dx, WATER + 14 - dy, hub + dx, WATER + 14 + dy], 0.9);
  }
}

/** Another bridge of three arches downstream. */
function drawFarBridge(easel: Easel, x: number): void {
  const stone = lit(easel, "#d0c8ba");
  area(easel, outline(x, WATER - 6, [-76, 0, -72, 26, -36, 33, 0, 35, 36, 33, 72, 26, 76, 0]), stone, 0.8);
  for (const dx of [-44, 0, 44]) {
    const arch = [-16, 0, -15, 12, -8, 20, 0, 23, 8, 20, 15, 12, 16, 0];
    area(easel, outline(x + dx, WATER - 6, arch), byLight(easel, "#9cc6cf", "#3a6288"), 0.7);
  }
}

/** The parapet behind the figures and the paving under them. */
function drawRoadway(easel: Easel): void {
  const { bottom } = easel;
  area(easel, stripe(easel, PARAPET, PARAPET + 26), lit(easel, "#d6cfc2"));
  for (const { x, random } of slots(easel, "ashlar", 21)) {
    const shift = random.range(-3, 3);
    rule(easel, [x + shift, PARAPET, x + shift, PARAPET + 13], 0.6);
    rule(easel, [x + 10 - shift, PARAPET + 13, x + 10 - shift, PARAPET + 26], 0.6);
  }
  rule(easel, [easel.left - 4, PARAPET + 13, easel.right + 4, PARAPET + 13], 0.6);
  area(easel, stripe(easel, PARAPET + 25, PARAPET + 32), lit(easel, "#e2dccf"));
  area(easel, stripe(easel, bottom - 6, PARAPET), lit(easel, "#d9cbb0"));
  for (const { x, random } of slots(easel, "paving", 8)) {
    const [at, up, width] = [
      x + random.range(0, 8),
      PARAPET - 6 - random.next() ** 1.3 * 80,
      random.range(7, 11),
    ];
    mark(easel, curve(outline(at, up, [0, 0, width * 0.5, 1.7, width, 0]), 3), 0.7);
  }
}

function drawLantern(easel: Easel, x: number): void {
  const iron = lit(easel, "#93a59c");
  area(easel, box(x - 9, PARAPET - 2, 18, 40), lit(easel, "#dcd5c8"), 1);
  area(easel, box(x - 12, PARAPET + 36, 24, 6), lit(easel, "#e2dccf"), 1);
  area(easel, box(x - 2, PARAPET + 42, 4, 62), iron, 1);
  if (easel.light !== "day") glow(easel, oval(x, PARAPET + 114, 26, 26), "#ffe9a052");
  const glass = LAMP_GLASS[easel.light];
  glow(easel, outline(x, PARAPET + 104, [-5, 0, 5, 0, 9, 18, -9, 18]), glass, 1);
  area(easel, outline(x, PARAPET + 122, [-11, 0, 11, 0, 0, 10]), iron, 1);
}
