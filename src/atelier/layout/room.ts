import { heightOf, widthOf } from "../../geometry/index.ts";
import type { Room } from "../story/script.ts";
import type { PlannedPanel } from "./page-layout.ts";

/**
 * What a panel can hold at a lettering size that can be read.
 *
 * @param unit px on this page for one px on a page 1000 px wide
 */
export function roomOf({ box, polygon, hidden }: PlannedPanel, unit: number): Room {
  const width = (widthOf(box) - (hidden === undefined ? 0 : widthOf(hidden))) / unit;
  const height = heightOf(box) / unit;
  const low = height < 180;
  const narrow = width < 200 || (polygon?.length ?? 0) > 4;
  return {
    figures: Math.max(1, Math.min(Math.floor(width / (low ? 95 : 80)), low ? 2 : 4)),
    lines: low || narrow ? 1 : width > 420 ? 3 : 2,
    letters: low ? Math.max(22, width / 8) : narrow ? 34 : 46,
    narration: height > 200 && !narrow,
    low,
  };
}
