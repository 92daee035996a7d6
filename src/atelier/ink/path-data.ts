import type { Shape } from "./curve.ts";

/** SVG path data of a closed shape in tenths of a pixel: integers, each point relative to the one before. */
export function pathData(shape: Shape): string {
  let x = 0;
  let y = 0;
  let data = "";
  for (const [i, point] of shape.entries()) {
    const nextX = Math.round(point[0] * 10);
    const nextY = Math.round(point[1] * 10);
    const dy = nextY - y;
    data += `${SEPARATORS[i] ?? " "}${nextX - x}${dy < 0 ? "" : " "}${dy}`;
    x = nextX;
    y = nextY;
  }
  return `${data}z`;
}

/** What stands before the first points: move there, then lines. */
const SEPARATORS = ["M", "l"];
