/** Windows of rooms, through which the hour and the weather come in. */

import { blob } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, glow, lit, mark, outline, rule } from "./easel.ts";
import { drawCloud, oval, SKIES } from "./nature.ts";

export interface WindowShape {
  /** Lower left corner of the panes. */
  readonly x: number;
  readonly up: number;
  readonly width: number;
  readonly height: number;
  readonly frame?: string | undefined;
  /** Colour of the curtains; none when absent. */
  readonly curtains?: string | undefined;
}

/** A window with a cross of bars, a sill and, where asked for, curtains. */
export function drawWindow(easel: Easel, shape: WindowShape): void {
  const { x, up, width, height, frame = "#d9bd92", curtains } = shape;
  area(easel, box(x - 4, up - 4, width + 8, height + 8), lit(easel, frame), 1.1);
  drawView(easel, shape);
  rule(easel, [x + width / 2, up, x + width / 2, up + height], 1.4);
  rule(easel, [x, up + height * 0.52, x + width, up + height * 0.52], 1.3);
  area(easel, box(x - 8, up - 8, width + 16, 6), lit(easel, frame));
  if (curtains === undefined) return;
  for (const [edge, inwards] of [
    [x - 9, 1],
    [x + width + 9, -1],
  ] as const) {
    const cloth = [0, 1.08, 0.36, 1.08, 0.28, 0.66, 0.08, 0.16, 0, 0.04];
    area(easel, blob(outline(edge, up, cloth, height, inwards * width), 4), lit(easel, curtains));
  }
}

/** Of the country seen through windows. */
export const landColour = (easel: Easel): string =>
  byLight(easel, easel.weather === "snow" ? "#e6ecf0" : "#a9c98a", "#44648a");

/** What lies beyond the panes. */
function drawView(easel: Easel, { x, up, width, height }: WindowShape): void {
  const { light, weather } = easel;
  glow(easel, box(x, up, width, height), SKIES[light][weather], 1);
  const ridge = [0, 0.25, 0.3, 0.4, 0.62, 0.3, 1, 0.34, 1, 0, 0, 0];
  area(easel, outline(x, up, ridge, height, width), landColour(easel), 0.7);
  if (light === "night" && weather === "clear") {
    glow(easel, oval(x + width * 0.72, up + height * 0.74, width * 0.11, width * 0.11), "#fbe79a", 0.7);
  } else if (weather !== "fog" && light !== "night") {
    drawCloud(easel, x + width * 0.6, up + height * 0.72, width * 0.13);
  }
  drawPrecipitation(easel, { x, up, width, height });
}

function drawPrecipitation(easel: Easel, { x, up, width, height }: WindowShape): void {
  const random = easel.random.fork(`panes ${Math.round(x)}`);
  const count = easel.weather === "rain" || easel.weather === "snow" ? 14 : 0;
  for (let i = 0; i < count; i++) {
    const [dx, dy] = [x + random.range(0.06, 0.94) * width, up + random.range(0.12, 0.94) * height];
    if (easel.weather === "snow") glow(easel, oval(dx, dy, 1.2, 1.2), "#ffffff");
    else
      mark(
        easel,
        [
          [dx, dy],
          [dx - 2, dy - 6],
        ],
        0.7,
        byLight(easel, "#5f7590", "#a9bcd8"),
      );
  }
}
