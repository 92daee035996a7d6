/**
 * Marks: coloured outlines and grey covers that point a model to regions of a page. They are drawn on the picture as
 * the model sees it, after resizing, so that lines keep their width and labels stay readable.
 */
import { type Box, expand, heightOf, type Size, widthOf } from "../geometry/index.ts";
import { pixelBox } from "./crop.ts";
import { labelMask } from "./label-mask.ts";
import { fillBox, fillFrame, type Rgb, stampMask } from "./paint.ts";
import type { Raster } from "./raster.ts";
import { placeTag } from "./tag-placement.ts";

export type MarkColour = "red" | "blue" | "green" | "orange" | "purple" | "cyan";

/** Plain colours that a prompt can call by name. */
export const MARK_COLOURS: Record<MarkColour, Rgb> = {
  red: [225, 20, 30],
  blue: [25, 80, 235],
  green: [0, 150, 50],
  orange: [250, 135, 0],
  purple: [150, 30, 190],
  cyan: [0, 195, 225],
};

export interface DrawnMark {
  /** Page px; the part outside the page is not drawn. */
  readonly box: Box;
  /** `outline` runs just outside the box and leaves it visible; `cover` hides it behind a grey field. */
  readonly style: "outline" | "cover";
  /** One or two characters: on a tag beside an outline, in the middle of a cover. */
  readonly label?: string | undefined;
  readonly colour: MarkColour;
}

/** Drawn px per page px. */
export interface Scale {
  readonly x: number;
  readonly y: number;
}

/**
 * A copy of the picture with marks. `scale` says how the picture was made from the page; pass two numbers where its
 * sides were rounded (see `smartResize`). Covers lie below outlines, outlines below tags.
 */
export function drawMarks(raster: Raster, marks: readonly DrawnMark[], scale: number | Scale): Raster {
  const drawn: Raster = { ...raster, data: raster.data.slice() };
  const pen = penFor(raster);
  const regions = marks.flatMap((mark) => {
    const inner = pixelBox(toDrawn(mark.box, scale), raster);
    return inner === undefined ? [] : [{ mark, inner, outer: outerBox(mark, inner, pen, raster) }];
  });
  const ofStyle = (style: DrawnMark["style"]) => regions.filter(({ mark }) => mark.style === style);
  for (const region of ofStyle("cover")) drawCover(drawn, region, pen);
  for (const region of ofStyle("outline")) drawLine(drawn, region, pen);
  drawTags(drawn, ofStyle("outline"), regions, pen);
  return drawn;
}

/** A mark in drawn px: its box rounded outward, and the outer edge of its line. */
interface Region {
  readonly mark: DrawnMark;
  readonly inner: Box;
  readonly outer: Box;
}

/** Widths in drawn px. */
interface Pen {
  readonly line: number;
  /** Of the dark edge outside the coloured line and of the white one inside. */
  readonly casing: number;
  readonly fontSize: number;
}

const WHITE: Rgb = [255, 255, 255];
const DARK: Rgb = [20, 20, 20];
const COVER_GREY: Rgb = [128, 128, 128];

function penFor({ width, height }: Size): Pen {
  const short = Math.min(width, height);
  const line = Math.max(2, Math.round(short * 0.003));
  return {
    line,
    casing: Math.max(1, Math.round(line / 3)),
    fontSize: Math.max(11, Math.round(short * 0.025)),
  };
}

const penWidth = ({ line, casing }: Pen): number => line + 2 * casing;

function toDrawn([x1, y1, x2, y2]: Box, scale: number | Scale): Box {
  const { x, y } = typeof scale === "number" ? { x: scale, y: scale } : scale;
  return [x1 * x, y1 * y, x2 * x, y2 * y];
}

/** Where the box touches the picture's edge, the line moves into the box. */
function outerBox({ style }: DrawnMark, inner: Box, pen: Pen, picture: Size): Box {
  return style === "cover" ? inner : (pixelBox(expand(inner, penWidth(pen)), picture) ?? inner);
}

/** From outside: dark, colour, white; so one of them stands out on any ground. */
function drawLine(raster: Raster, { mark, outer }: Region, { line, casing }: Pen): void {
  fillFrame(raster, outer, casing, DARK);
  fillFrame(raster, expand(outer, -casing), line, MARK_COLOURS[mark.colour]);
  fillFrame(raster, expand(outer, -casing - line), casing, WHITE);
}

function drawCover(raster: Raster, region: Region, pen: Pen): void {
  const { mark, inner } = region;
  fillBox(raster, inner, COVER_GREY);
  drawLine(raster, region, pen);
  const half = Math.round(Math.min(widthOf(inner), heightOf(inner)) / 2);
  const fontSize = Math.max(pen.fontSize, Math.min(half, 8 * pen.fontSize));
  const label = labelMask(mark.label ?? "", fontSize);
  if (label !== undefined) stampMask(raster, label, inner, DARK);
}

function drawTags(raster: Raster, outlines: readonly Region[], all: readonly Region[], pen: Pen): void {
  const taken = all.map(({ outer }) => outer);
  const margin = 2 * pen.casing + Math.ceil(pen.fontSize / 8);
  for (const { mark, outer } of outlines) {
    const label = labelMask(mark.label ?? "", pen.fontSize);
    if (label === undefined) continue;
    const size = { width: label.width + 2 * margin, height: label.height + 2 * margin };
    const tag = placeTag(size, outer, taken, raster);
    fillBox(raster, tag, DARK);
    fillBox(raster, expand(tag, -pen.casing), WHITE);
    fillBox(raster, expand(tag, -2 * pen.casing), MARK_COLOURS[mark.colour]);
    stampMask(raster, label, tag, inkOn(MARK_COLOURS[mark.colour]));
    taken.push(tag);
  }
}

/** White on deep colours, dark on bright ones. */
function inkOn([red, green, blue]: Rgb): Rgb {
  return 0.299 * red + 0.587 * green + 0.114 * blue < 135 ? WHITE : DARK;
}
