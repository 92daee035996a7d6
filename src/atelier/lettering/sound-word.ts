/** Sound words, drawn letter by letter in colour with a black shadow and a white halo. */
import type { Box, Point } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import { INK } from "./pen.ts";
import { letterElement, outlineOf, widthOfLine } from "./typeface.ts";

export interface SoundWord {
  /** In capitals. */
  readonly text: string;
  /** Type size, px. */
  readonly size: number;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
}

/** Room between the letters, as a factor of their width. */
const SPACING = 1.06;

/** A sound word at most `widest` px wide. */
export function measureSound(text: string, size: number, widest: number): SoundWord {
  const capitals = text.toUpperCase();
  const full = widthOfLine("sound", capitals, size) * SPACING;
  const fitted = full > widest ? (size * widest) / full : size;
  return {
    text: capitals,
    size: fitted,
    width: Math.min(full, widest) + fitted * 0.2,
    height: fitted * 1.05,
  };
}

/** The word around `centre` as SVG elements; it rises or falls a little unless it is to be level. */
export function drawSound(
  sound: SoundWord,
  centre: Point,
  colour: string,
  random: Random,
  level = false,
): string {
  const { text, size } = sound;
  const rise = level ? 0 : random.range(-0.1, 0.1);
  let x = centre[0] - sound.width / 2 + size * 0.1;
  const letters = Array.from(text, (letter) => {
    const outline = outlineOf("sound", letter);
    const at: Point = [x, centre[1] + size * 0.35 + (x - centre[0]) * rise];
    x += outline.advance * size * SPACING;
    return { outline, at, turn: random.range(-5, 5) + rise * 50, size: size * random.range(0.94, 1.08) };
  });
  const layer = (attributes: string, shift: number): string => {
    const drawn = letters.map(({ outline, at, turn, size: own }) =>
      letterElement(outline, at[0] + shift, at[1] + shift, own, turn),
    );
    return `<g stroke-linejoin="round" ${attributes}>${drawn.join("")}</g>`;
  };
  return (
    layer('fill="#fff" stroke="#fff" stroke-width="260"', 0) +
    layer(`fill="${INK}" stroke="${INK}" stroke-width="150"`, size * 0.03) +
    layer(`fill="${colour}"`, 0)
  );
}

/** Where a word around `centre` lies, px. */
export const soundBox = ({ width, height }: SoundWord, [x, y]: Point): Box => [
  x - width / 2,
  y - height / 2,
  x + width / 2,
  y + height / 2,
];
