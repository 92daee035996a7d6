/** The bundled typefaces, as outlines that are cut once and scaled ever after. */
import { readFileSync } from "node:fs";
import opentype from "opentype.js";

/** What a typeface is for. */
export type Typeface = "dialogue" | "shout" | "sound";

const FILES: Readonly<Record<Typeface, string>> = {
  dialogue: "patrick-hand.ttf",
  shout: "comic-neue-bold.ttf",
  sound: "bangers.ttf",
};

export interface GlyphOutline {
  /** SVG path data on a baseline at y = 0, in thousandths of the type size. */
  readonly path: string;
  /** Width with its space, as a share of the type size. */
  readonly advance: number;
}

const EM = 1000;
const fonts = new Map<Typeface, opentype.Font>();
const outlines = new Map<string, GlyphOutline>();

function fontOf(typeface: Typeface): opentype.Font {
  const known = fonts.get(typeface);
  if (known !== undefined) return known;
  const bytes = readFileSync(new URL(`../../../assets/fonts/${FILES[typeface]}`, import.meta.url));
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  fonts.set(typeface, font);
  return font;
}

export function outlineOf(typeface: Typeface, letter: string): GlyphOutline {
  const key = `${typeface}${letter}`;
  const known = outlines.get(key);
  if (known !== undefined) return known;
  const font = fontOf(typeface);
  const glyph = font.charToGlyph(letter);
  const outline = {
    path: glyph.getPath(0, 0, EM).commands.map(pathStep).join(""),
    advance: (glyph.advanceWidth ?? 0) / font.unitsPerEm,
  };
  outlines.set(key, outline);
  return outline;
}

/** One step of an outline as path data (opentype.js 2.0.0 glues "268 -0" together to "2680" in its own). */
function pathStep(command: opentype.PathCommand): string {
  const points = (...numbers: readonly number[]): string => numbers.map(Math.round).join(" ");
  switch (command.type) {
    case "C":
      return `C${points(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`;
    case "Q":
      return `Q${points(command.x1, command.y1, command.x, command.y)}`;
    case "Z":
      return "Z";
    default:
      return command.type + points(command.x, command.y);
  }
}

/** Width of one line, px. */
export function widthOfLine(typeface: Typeface, text: string, size: number): number {
  let advance = 0;
  for (const letter of text) advance += outlineOf(typeface, letter).advance;
  return advance * size;
}

/**
 * One letter as an SVG element.
 *
 * @param x left end of the baseline, px
 * @param size type size, px
 * @param attributes further attributes of the path (fill, stroke)
 */
export function letterElement(
  outline: GlyphOutline,
  x: number,
  y: number,
  size: number,
  turn = 0,
  attributes = "",
): string {
  if (outline.path === "") return "";
  const scale = size / EM;
  const turned = turn === 0 ? "" : ` rotate(${turn.toFixed(1)})`;
  return `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)})${turned} scale(${scale.toFixed(5)})"${attributes} d="${outline.path}"/>`;
}
