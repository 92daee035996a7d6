import { blob } from "../ink/curve.ts";
import type { Easel, Slot } from "./easel.ts";
import { area, byLight, lit, mark, outline, ripple, rule, slots, stripe } from "./easel.ts";
import { drawHills, drawSky, oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

const HORIZON = 80;
const SHORE = 34;
const CLOTHS = ["#df8f7c", "#8fb9c6", "#e6c36e", "#a9c08c", "#cf9fb4"] as const;

/** Sand, the sea, a headland, parasols and what people leave lying about. */
export const beach: SettingArt = { draw, covers: ["rocks", "grass"], crowd: 24 };

function draw(easel: Easel): void {
  const { bottom, random } = easel;
  drawSky(easel);
  drawHeadland(easel, random.pick([-1, 1]));
  area(easel, stripe(easel, bottom - 6, HORIZON), byLight(easel, "#8fc4cf", "#3a6288"), 0.8);
  for (const { x, random: wave } of slots(easel, "wave", 11)) {
    ripple(easel, x + wave.range(0, 11), wave.range(SHORE + 8, HORIZON - 4), 10, 2);
  }
  drawSail(easel, random.range(-100, 100));
  drawHills(easel, "foam", [SHORE + 1, SHORE + 5], lit(easel, "#f1f4ee"), 0.6);
  drawHills(easel, "sand", [SHORE - 6, SHORE], lit(easel, "#eed9a8"), 0.9);
  for (const slot of slots(easel, "parasol", 96)) drawParasol(easel, slot);
  for (const { x, random: sand } of slots(easel, "shell", 26)) {
    const [dx, up] = [x + sand.range(0, 26), sand.range(-34, 12)];
    if (sand.chance(0.35)) drawStarfish(easel, dx, up, sand.range(3.4, 5));
    else if (sand.chance(0.5)) drawShell(easel, dx, up, sand.range(2.6, 3.6));
  }
}

/** Land at the end of the bay, on one side. */
function drawHeadland(easel: Easel, side: number): void {
  const from = easel.random.range(20, 60);
  const rock = [0, 0, 14, 16, 30, 20, 46, 38, 90, 44, 160, 60, 700, 64, 700, 0];
  area(easel, blob(outline(side * from, HORIZON - 3, rock, 1, side), 2), lit(easel, "#b9c7a2"), 0.8);
}

function drawSail(easel: Easel, x: number): void {
  area(easel, outline(x, HORIZON + 2, [-1, 2, -1, 30, -15, 4]), lit(easel, "#fbf1d6"), 0.7);
  area(easel, outline(x, HORIZON + 2, [1, 2, 1, 34, 19, 4]), lit(easel, "#f4d9c8"), 0.7);
  area(easel, outline(x, HORIZON - 4, [-18, 5, 20, 5, 14, -2, -13, -2]), lit(easel, "#c98f6a"), 0.8);
}

/** A parasol in the sand with a towel beside it. */
function drawParasol(easel: Easel, { x: slot, random }: Slot): void {
  const [x, up] = [slot + random.range(0, 30), random.range(12, 20)];
  const [cloth, towel] = random.shuffle(CLOTHS);
  const lean = random.range(-8, 8);
  area(easel, outline(x + 18, up - 5, [-4, 7, 36, 7, 42, 0, -8, 0]), lit(easel, towel ?? CLOTHS[0]), 0.8);
  mark(easel, outline(x, up, [0, 0, lean, 88]), 2.4, lit(easel, "#a98560"));
  const roof = [-46, 62, -30, 82, 0, 92, 30, 82, 46, 62, 30, 66, 15, 63, 0, 67, -15, 63, -30, 66];
  area(easel, outline(x + lean, up, roof), lit(easel, cloth ?? CLOTHS[0]), 1.1);
  const gores = [
    [0, 92, -30, 66, -46, 62, -30, 82],
    [0, 92, 0, 67, -15, 63],
    [0, 92, 30, 66, 15, 63],
  ];
  for (const gore of gores) area(easel, outline(x + lean, up, gore), lit(easel, "#fbf6e8"), 0.7);
  area(easel, oval(x + lean, up + 93, 2.4, 2.4), lit(easel, "#c9975c"), 0.8);
}

/** A ribbed scallop. */
function drawShell(easel: Easel, x: number, up: number, size: number): void {
  const fan = [-0.3, 0, -1, 0.8, -0.62, 1.3, 0, 1.5, 0.62, 1.3, 1, 0.8, 0.3, 0];
  area(easel, blob(outline(x, up, fan, size), 3), lit(easel, "#f3d3c4"), 0.8);
  for (const rib of [-0.5, 0, 0.5]) rule(easel, [x, up + 0.2, x + rib * size, up + size * 1.25], 0.5);
}

function drawStarfish(easel: Easel, x: number, up: number, size: number): void {
  const star = Array.from({ length: 10 }, (_, i) => {
    const [angle, reach] = [(i / 10) * 2 * Math.PI, i % 2 === 0 ? size : size * 0.45];
    return [x + Math.cos(angle) * reach, up + Math.sin(angle) * reach * 0.6] as const;
  });
  area(easel, star, lit(easel, "#e0a080"), 0.7);
  area(easel, oval(x, up, 0.8, 0.6), lit(easel, "#f6e3c8"), 0);
}
