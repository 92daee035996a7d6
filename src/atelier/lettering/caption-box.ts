/** The narrator's box. */
import type { Box, Point } from "../../geometry/index.ts";
import { centreOf } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import { PALETTE } from "../ink/palette.ts";
import { INK, pathThrough } from "./pen.ts";
import { drawBlock, setBlock, type TextBlock } from "./text-block.ts";

export interface CaptionBox {
  readonly block: TextBlock;
  /** px */
  readonly box: Box;
}

/** Type size, px on a page 1000 px wide. */
const TYPE_SIZE = 14.5;

/** A box in the corner at `at`, its lines no wider than `widest` px. */
export function shapeCaption(text: string, at: Point, widest: number, unit: number): CaptionBox {
  const block = setBlock(text, "dialogue", TYPE_SIZE * unit, widest);
  const [x, y] = at;
  return { block, box: [x, y, x + block.width + block.size * 1.1, y + block.height + block.size * 0.6] };
}

export function drawCaption({ block, box }: CaptionBox, random: Random): string {
  const [x1, y1, x2, y2] = box;
  const corners: readonly Point[] = [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ];
  const pen = (block.size / 8.5).toFixed(2);
  const frame = `<path d="${pathThrough(corners)}" fill="${PALETTE.straw}" stroke="${INK}" stroke-width="${pen}" stroke-linejoin="round"/>`;
  return frame + drawBlock(block, centreOf(box), INK, random);
}
