/**
 * Where the panels of a page lie. The list is in reading order: strips from top to bottom, columns from left to right,
 * a stacked pair from top to bottom, an inset after its host.
 */
import type { Box, Point, Size } from "../../geometry/index.ts";
import { boundsOf, expand, heightOf, widthOf } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import { type ColumnPlan, type PanelRange, planRows, type RowPlan } from "./rows.ts";

export interface PlannedPanel {
  /** Whole page px; around the polygon where there is one. */
  readonly box: Box;
  /** Outline of a slanted or round panel, page px. */
  readonly polygon?: readonly Point[] | undefined;
  /** Drawn without a frame. */
  readonly borderless: boolean;
  /** Laid over another panel. */
  readonly inset?: boolean | undefined;
  /** What an inset will hide of it, page px. */
  readonly hidden?: Box | undefined;
}

export interface PageLayout {
  readonly size: Size;
  /** px on this page for one px on a page 1000 px wide. */
  readonly unit: number;
  readonly panels: readonly PlannedPanel[];
  /** The title's cartouche, page px. */
  readonly title?: Box | undefined;
  /** Middle of the page number, page px. */
  readonly folio: Point;
}

/** On a page 1000 px wide. */
const MARGIN = 40;
const GUTTER = 10;
const TITLE = 84;
const FOLIO = 22;
const LARGEST_SLANT = 15;

const TITLE_SHARE = 0.65;
const SLANTED_STRIP_SHARE = 0.12;
const BORDERLESS_SHARE = 0.05;
const ROUND_SHARE = 0.025;

/** A cell before its outline is settled. */
interface Cell {
  readonly box: Box;
  readonly column: ColumnPlan;
}

export function layOutPage(size: Size, random: Random, range?: PanelRange): PageLayout {
  const unit = size.width / 1000;
  const margin = MARGIN * unit;
  const gutter = GUTTER * unit;
  const titled = random.fork("title").chance(TITLE_SHARE);
  const top = margin + (titled ? (TITLE + GUTTER) * unit : 0);
  const bottom = size.height - margin - FOLIO * unit * 0.6;
  const rows = planRows(random.fork("rows"), range);
  const heights = share(
    bottom - top,
    gutter,
    rows.map(({ weight }) => weight),
  );
  let y = top;
  const panels = rows.flatMap((row, index) => {
    const height = heights[index] ?? 0;
    const strip: Box = [margin, y, size.width - margin, y + height];
    y += height + gutter;
    return layOutStrip(row, roundBox(strip), gutter, unit, random.fork(`strip ${index}`));
  });
  const title: Box = [margin, margin, size.width - margin, margin + TITLE * unit];
  return {
    size,
    unit,
    panels,
    title: titled ? roundBox(title) : undefined,
    folio: [size.width / 2, size.height - margin * 0.55],
  };
}

/** Cut a length into parts by weight, with gutters between them. */
function share(length: number, gutter: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const free = length - gutter * (weights.length - 1);
  return weights.map((weight) => (free * weight) / total);
}

function layOutStrip(
  row: RowPlan,
  strip: Box,
  gutter: number,
  unit: number,
  random: Random,
): readonly PlannedPanel[] {
  const widths = share(
    widthOf(strip),
    gutter,
    row.columns.map(({ weight }) => weight),
  );
  let x = strip[0];
  const cells = row.columns.map((column, index): Cell => {
    const width = widths[index] ?? 0;
    const box = roundBox([x, strip[1], x + width, strip[3]]);
    x += width + gutter;
    return { box, column };
  });
  const slanted = random.chance(SLANTED_STRIP_SHARE)
    ? slantOneGutter(cells, gutter, unit, random)
    : undefined;
  return slanted ?? cells.flatMap((cell) => layOutColumn(cell, gutter, random));
}

function layOutColumn({ box, column }: Cell, gutter: number, random: Random): readonly PlannedPanel[] {
  if (column.inset) return withInset(box, gutter, random);
  if (column.cells === 1) return [plainPanel(box, random)];
  const middle = box[1] + heightOf(box) * random.range(0.46, 0.54);
  const upper: Box = [box[0], box[1], box[2], Math.round(middle - gutter / 2)];
  const lower: Box = [box[0], Math.round(middle + gutter / 2), box[2], box[3]];
  return [
    { box: upper, borderless: false },
    { box: lower, borderless: false },
  ];
}

function plainPanel(box: Box, random: Random): PlannedPanel {
  const ratio = widthOf(box) / heightOf(box);
  if (ratio > 0.75 && ratio < 1.5 && random.chance(ROUND_SHARE)) {
    return { box, polygon: ellipseIn(box), borderless: false };
  }
  return { box, borderless: random.chance(BORDERLESS_SHARE) };
}

function withInset(box: Box, gutter: number, random: Random): readonly PlannedPanel[] {
  const width = Math.max(widthOf(box) * random.range(0.3, 0.36), Math.min(widthOf(box) * 0.42, gutter * 15));
  const height = heightOf(box) * random.range(0.5, 0.58);
  const inset = roundBox([
    box[2] - gutter - width,
    box[3] - gutter - height,
    box[2] - gutter,
    box[3] - gutter,
  ]);
  return [
    { box, borderless: false, hidden: expand(inset, gutter * 0.6) },
    { box: inset, borderless: false, inset: true },
  ];
}

/** Tilts the gutter between two plain neighbours; undefined where there are none. */
function slantOneGutter(
  cells: readonly Cell[],
  gutter: number,
  unit: number,
  random: Random,
): readonly PlannedPanel[] | undefined {
  const plain = ({ column }: Cell): boolean => column.cells === 1 && !column.inset;
  const places = cells.flatMap((cell, index) => {
    const next = cells[index + 1];
    return next !== undefined && plain(cell) && plain(next) ? [index] : [];
  });
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  const slant = random.range(0.5, 1) * LARGEST_SLANT * unit * (random.chance(0.5) ? 1 : -1);
  return cells.flatMap((cell, index): readonly PlannedPanel[] => {
    if (index === at) return [tilted(cell.box, 0, slant)];
    if (index === at + 1) return [tilted(cell.box, slant, 0)];
    return layOutColumn(cell, gutter, random);
  });
}

/** A box whose left and right edges lean by so many px at the top and against it at the foot. */
function tilted([x1, y1, x2, y2]: Box, left: number, right: number): PlannedPanel {
  const [west, east] = [Math.round(left), Math.round(right)];
  const polygon: readonly Point[] = [
    [x1 + west, y1],
    [x2 + east, y1],
    [x2 - east, y2],
    [x1 - west, y2],
  ];
  return { box: boundsOf(polygon) ?? [x1, y1, x2, y2], polygon, borderless: false };
}

function ellipseIn([x1, y1, x2, y2]: Box): readonly Point[] {
  const corners = 48;
  return Array.from({ length: corners }, (_, index): Point => {
    const angle = (index / corners) * 2 * Math.PI;
    return [(x1 + x2 + (x2 - x1) * Math.cos(angle)) / 2, (y1 + y2 + (y2 - y1) * Math.sin(angle)) / 2];
  });
}

const roundBox = ([x1, y1, x2, y2]: Box): Box => [
  Math.round(x1),
  Math.round(y1),
  Math.round(x2),
  Math.round(y2),
];
