import { curve } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, mark, slots, stripe } from "./easel.ts";
import { drawHills, drawSky, drawTree, drawTufts } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

/** A meadow with a fence, a lone tree and furrowed hills. */
export const field: SettingArt = { draw, covers: ["grass", "fence", "leaves"], crowd: 26 };

function draw(easel: Easel): void {
  drawSky(easel);
  drawHills(easel, "far hills", [66, 98], byLight(easel, "#c7d8a4", "#44648a"));
  drawHills(easel, "near hills", [46, 60], byLight(easel, "#e3d58e", "#4b6f86"));
  for (const { x } of slots(easel, "furrow", 46)) {
    mark(
      easel,
      curve(
        [
          [x, 48],
          [x - 8, 38],
          [x - 20, 26],
        ],
        3,
      ),
      0.6,
    );
  }
  drawTree(easel, {
    x: easel.random.range(-90, 90),
    y: 22,
    height: 120,
    leaves: byLight(easel, "#8fb878", "#4d7a6c"),
    trunk: byLight(easel, "#b48a5e", "#6b5b58"),
  });
  drawHills(easel, "meadow", [23, 31], byLight(easel, "#bcd08a", "#56806c"), 1);
  const wood = byLight(easel, "#d8bd92", "#7d6f6c");
  for (const { x } of slots(easel, "post", 24)) area(easel, box(x, 14, 4.5, 26), wood);
  for (const up of [21, 31]) area(easel, stripe(easel, up, up + 3.6), wood);
  drawTufts(easel, 10);
}
