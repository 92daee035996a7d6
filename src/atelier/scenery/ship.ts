import type { Random } from "../../random.ts";
import { blob } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, glow, lit, mark, outline, ripple, rule, slots, stripe } from "./easel.ts";
import { drawBarrel, drawCrate, drawFloor, furnish } from "./furnishings.ts";
import { PANES } from "./light.ts";
import { drawHills, drawSky, oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

const HORIZON = 84;
const DECK = 26;

/** A deck with a railing, masts, sails and ropes, a cabin and a wheel; the sea all round. */
export const ship: SettingArt = { draw, covers: ["barrel", "crates"] };

function draw(easel: Easel): void {
  const { bottom } = easel;
  drawSky(easel);
  if (easel.random.fork("island").chance(0.5))
    drawHills(easel, "island", [70, 104], lit(easel, "#bccbb0"), 0.7);
  area(easel, stripe(easel, bottom - 6, HORIZON), byLight(easel, "#8fbfca", "#3a6288"), 0.8);
  for (const { x, random } of slots(easel, "wave", 11)) {
    ripple(easel, x + random.range(0, 11), random.range(DECK + 24, HORIZON - 4), 10, 2.4);
  }
  const mast = easel.random.range(-60, 60);
  for (const { x } of slots(easel, "mast", 230, 260)) drawMast(easel, x + mast);
  drawRailing(easel);
  drawFloor(easel, DECK, "#dfbf8d", 19);
  area(easel, stripe(easel, DECK - 2, DECK + 6), lit(easel, "#cf8f78"));
  furnish(easel, 78, [drawWheel, drawRing, drawCargo, drawCabin, drawRopes]);
}

/** A mast with a sail, a yard and stays. */
function drawMast(easel: Easel, x: number): void {
  const canvas = lit(easel, "#f7eed6");
  area(
    easel,
    blob(outline(x, 112, [-66, 88, 66, 88, 72, 40, 62, 2, 0, 12, -62, 2, -72, 40]), 4),
    canvas,
    1.1,
  );
  for (const dx of [-34, 34]) mark(easel, outline(x + dx, 118, [0, 80, dx > 0 ? 4 : -4, 40, 0, 4]), 0.7);
  for (const side of [-1, 1]) {
    for (const reach of [64, 96]) mark(easel, outline(x, 0, [3, 214, reach, 56], 1, side), 0.7);
  }
  area(easel, outline(x, DECK - 6, [-7, 0, 7, 0, 5, 260, -5, 260]), lit(easel, "#c39a6c"), 1.1);
  for (const up of [44, 50]) rule(easel, [x - 6.5, up, x + 6.5, up + 1], 0.8);
  area(easel, blob(outline(x, 198, [-76, 1, 0, 5, 76, 1, 0, -1]), 2), lit(easel, "#c39a6c"), 0.9);
}

function drawRailing(easel: Easel): void {
  const white = lit(easel, "#f3ead6");
  for (const { x } of slots(easel, "baluster", 27)) {
    area(easel, blob(outline(x, DECK, [-2, 0, -3, 18, -2, 36, 2, 36, 3, 18, 2, 0]), 2), white, 0.8);
  }
  area(easel, stripe(easel, DECK + 33, DECK + 38), white, 0.9);
}

function drawRing(easel: Easel, x: number): void {
  const up = DECK + 24;
  area(easel, oval(x, up, 15, 15), lit(easel, "#f6f1e4"), 1);
  for (let i = 0; i < 4; i++) {
    const angle = i * (Math.PI / 2) + 0.4;
    const piece = [-0.28, 0, 0.28].map((turn) => [angle + turn, 15] as const);
    const inner = [0.28, 0, -0.28].map((turn) => [angle + turn, 8] as const);
    const spots = [...piece, ...inner].map(
      ([at, reach]) => [x + Math.cos(at) * reach, up + Math.sin(at) * reach] as const,
    );
    area(easel, spots, lit(easel, "#d98472"), 0.7);
  }
  area(easel, oval(x, up, 8, 8), byLight(easel, "#8fbfca", "#3a6288"), 0.9);
}

function drawCargo(easel: Easel, x: number, random: Random): void {
  drawBarrel(easel, x - 16, DECK - 10, 1.1);
  if (random.chance(0.6)) drawBarrel(easel, x + 12, DECK - 12);
  else drawCrate(easel, x + 14, DECK - 13, 30);
}

function drawWheel(easel: Easel, x: number): void {
  const wood = lit(easel, "#c28f62");
  area(easel, outline(x, DECK - 10, [-12, 0, 12, 0, 6, 34, -6, 34]), wood, 1);
  const up = DECK + 42;
  for (let i = 0; i < 4; i++) {
    const [dx, dy] = [Math.cos((i * Math.PI) / 4) * 27, Math.sin((i * Math.PI) / 4) * 27];
    mark(easel, outline(x, up, [-dx, -dy, dx, dy]), 3, wood);
  }
  const rim = Array.from({ length: 21 }, (_, i) => {
    const angle = (i / 20) * 2 * Math.PI;
    return [x + Math.cos(angle) * 19, up + Math.sin(angle) * 19] as const;
  });
  mark(easel, rim, 4.4);
  mark(easel, rim, 3, lit(easel, "#d9ab78"));
  area(easel, oval(x, up, 5, 5), lit(easel, "#e0c070"), 0.9);
}

function drawCabin(easel: Easel, x: number): void {
  area(easel, box(x - 34, DECK - 4, 68, 82), lit(easel, "#e6d6b4"), 1.1);
  for (const up of [44, 64, 84]) rule(easel, [x - 34, up, x + 34, up], 0.5);
  area(easel, box(x - 26, DECK - 4, 24, 58), lit(easel, "#b98d66"), 1);
  area(easel, oval(x - 6, DECK + 24, 1.6, 1.6), lit(easel, "#f0d27c"), 0.7);
  area(easel, oval(x + 16, DECK + 44, 10, 10), lit(easel, "#d9b36e"), 1);
  glow(easel, oval(x + 16, DECK + 44, 7, 7), PANES[easel.light], 0.8);
  area(easel, outline(x, DECK + 78, [-40, 0, 40, 0, 36, 8, -36, 8]), lit(easel, "#cf8f78"), 1);
}

/** A coil of rope on the deck. */
function drawRopes(easel: Easel, x: number): void {
  for (const [up, half] of [
    [4, 17],
    [9, 16],
    [14, 14.5],
  ] as const)
    area(easel, oval(x, up + 4, half, 5), lit(easel, "#d9c294"), 0.9);
  area(easel, oval(x, 18, 7, 2.2), lit(easel, "#b79c70"), 0.7);
}
