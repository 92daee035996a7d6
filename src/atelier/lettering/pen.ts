import type { Point } from "../../geometry/index.ts";
import { PALETTE } from "../ink/palette.ts";

export const INK = PALETTE.ink;
/** The white of balloons, lighter than the page. */
export const PAPER = PALETTE.cream;

/** SVG path data of a closed polygon, page px. */
export const pathThrough = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
