import { heightOf, widthOf } from "../geometry/index.ts";
import type { Character } from "../records/index.ts";

/** px; a mark around anything smaller hides as much as it shows. */
const SMALLEST_SIDE = 12;
/** Below this visible share nobody can tell who it is or what it does. */
const LEAST_VISIBLE = 0.35;

/** True when a reader of the full-size page can judge the figure: big enough, and not mostly hidden. */
export function isJudgeable({ box, visible }: Pick<Character, "box" | "visible">): boolean {
  const side = Math.min(widthOf(box), heightOf(box));
  return side >= SMALLEST_SIDE && (visible === undefined || visible >= LEAST_VISIBLE);
}
