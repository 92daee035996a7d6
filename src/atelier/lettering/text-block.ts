/** Lines of capitals, balanced and set by an unsteady hand. */
import type { Box, Point } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import { letterElement, outlineOf, type Typeface, widthOfLine } from "./typeface.ts";

export interface TextBlock {
  readonly typeface: Typeface;
  /** Type size, px. */
  readonly size: number;
  /** In capitals. */
  readonly lines: readonly string[];
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
}

/** Distance of baselines, in type sizes. */
const LEADING = 1.04;
/** From the top of a line to its baseline, in type sizes. */
const ASCENT = 0.8;
/** Step of the search for the narrowest width, in type sizes. */
const STEP = 0.3;

/**
 * Break a text into lines of at most `widest` px (a single longer word stays whole), balanced: the narrowest block
 * with that number of lines.
 */
export function setBlock(text: string, typeface: Typeface, size: number, widest: number): TextBlock {
  const words = text.toUpperCase().split(" ");
  const widths = words.map((word) => widthOfLine(typeface, word, size));
  const space = widthOfLine(typeface, " ", size);
  const longest = Math.max(...widths);
  let limit = Math.max(widest, longest);
  const count = breakLines(words, widths, space, limit).length;
  for (let narrower = limit - STEP * size; narrower >= longest; narrower -= STEP * size) {
    if (breakLines(words, widths, space, narrower).length > count) break;
    limit = narrower;
  }
  const lines = breakLines(words, widths, space, limit).map((line) => line.join(" "));
  const width = Math.max(...lines.map((line) => widthOfLine(typeface, line, size)));
  return { typeface, size, lines, width, height: lines.length * size * LEADING };
}

function breakLines(
  words: readonly string[],
  widths: readonly number[],
  space: number,
  limit: number,
): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let used = Number.POSITIVE_INFINITY;
  words.forEach((word, index) => {
    const width = widths[index] ?? 0;
    if (used + space + width > limit) {
      lines.push([word]);
      used = width;
    } else {
      lines.at(-1)?.push(word);
      used += space + width;
    }
  });
  return lines;
}

/** The block around `centre` as one SVG group. */
export function drawBlock(block: TextBlock, centre: Point, colour: string, random: Random): string {
  const { typeface, size, lines } = block;
  const top = centre[1] - block.height / 2;
  const letters = lines.map((line, index) => {
    let x = centre[0] - widthOfLine(typeface, line, size) / 2;
    const baseline = top + (index * LEADING + ASCENT) * size;
    let row = "";
    for (const letter of line) {
      const outline = outlineOf(typeface, letter);
      const jumps = random.range(-0.02, 0.02) * size;
      row += letterElement(outline, x, baseline + jumps, size * random.range(0.98, 1.02));
      x += outline.advance * size;
    }
    return row;
  });
  // Fattened a little, in units of the outlines: thin pens do not print.
  return `<g fill="${colour}" stroke="${colour}" stroke-width="28">${letters.join("")}</g>`;
}

/** Where a block around `centre` lies, px. */
export const blockBox = ({ width, height }: TextBlock, [x, y]: Point): Box => [
  x - width / 2,
  y - height / 2,
  x + width / 2,
  y + height / 2,
];
