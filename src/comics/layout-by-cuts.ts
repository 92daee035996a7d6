/**
 * The layout of regions by recursive straight cuts, after J. Kovanen and K. Aizawa, "A layered method for determining
 * manga text bubble reading order" (ICIP 2015), as in https://github.com/manga109/panel-order-estimator: rows first,
 * columns where no row can be cut, and a cut may slice a quarter off a region. Deviations:
 * - of all possible cuts the one that slices least is taken, then the one through the widest gap, not the first;
 * - what is sliced off counts as a share of the smaller of the two regions that reach past each other, so that a
 *   short panel beside the top of a tall one never makes a row of its own;
 * - columns are cut all at once, and those that rows run across are put together again, so that the width of gutters
 *   never decides how a grid beside a tall panel is read;
 * - where nothing can be cut (a pinwheel) one region is read and the rest is cut again: there is no shared place.
 */
import { centreOf } from "../geometry/index.ts";
import { bestCut, type Cut } from "./cut.ts";
import { groupNodes, type LayoutNode } from "./layout.ts";
import type { Region } from "./region.ts";
import { type Axis, sharedExtent } from "./separation.ts";

/** The share of a region that a cut may slice off. */
const SLICE_TOLERANCE = 0.25;

/** The tree of regions that are read left to right; `leaf` makes the node of one of them. */
export function layoutByCuts(regions: readonly Region[], leaf: (region: Region) => LayoutNode): LayoutNode {
  const [only, ...others] = regions;
  if (only === undefined) return { kind: "rows", children: [] };
  if (others.length === 0) return leaf(only);
  const recur = (part: readonly Region[]) => layoutByCuts(part, leaf);
  const rows = cutAlong(regions, "y");
  if (rows !== undefined) return groupNodes("rows", [recur(rows.before), recur(rows.after)]);
  const columns = columnsOf(regions);
  if (columns.length > 1) return groupNodes("columns", joinGrids(columns).map(recur));
  const first = others.reduce((best, region) => (isReadEarlier(region, best, regions) ? region : best), only);
  return groupNodes("interlocked", [leaf(first), recur(regions.filter((region) => region !== first))]);
}

function cutAlong(regions: readonly Region[], axis: Axis): Cut | undefined {
  const cut = bestCut(regions, axis);
  return cut !== undefined && cut.slice <= SLICE_TOLERANCE ? cut : undefined;
}

type Column = readonly Region[];

function columnsOf(regions: Column): readonly Column[] {
  const cut = cutAlong(regions, "x");
  return cut === undefined ? [regions] : [...columnsOf(cut.before), ...columnsOf(cut.after)];
}

/** Neighbouring columns that rows run across become one: a grid beside a tall panel is read row by row. */
function joinGrids(columns: readonly Column[]): readonly Column[] {
  const [first] = columns;
  if (first === undefined) return [];
  const widths = columns.map((_, index) => columns.length - index);
  const width = widths.find((count) => isGrid(columns.slice(0, count))) ?? 1;
  return [columns.slice(0, width).flat(), ...joinGrids(columns.slice(width))];
}

const isGrid = (columns: readonly Column[]): boolean =>
  columns.length > 1 && cutAlong(columns.flat(), "y") !== undefined;

/** True when fewer of all regions come before `a` than before `b`, or else when `a` is nearer to the top left. */
function isReadEarlier(a: Region, b: Region, all: readonly Region[]): boolean {
  const earlier = countBefore(a, all) - countBefore(b, all) || cornerOf(a) - cornerOf(b);
  return earlier < 0 || (earlier === 0 && a.id < b.id);
}

const countBefore = (region: Region, all: readonly Region[]): number =>
  all.filter((other) => other !== region && comesBefore(other, region)).length;

const cornerOf = ({ box }: Region): number => box[0] + box[1];

/** Of two regions side by side the left one comes first, else the upper one. */
function comesBefore(a: Region, b: Region): boolean {
  const [ax, ay] = centreOf(a.box);
  const [bx, by] = centreOf(b.box);
  return sharedExtent(a.box, b.box, "y") > Math.max(0, sharedExtent(a.box, b.box, "x")) ? ax < bx : ay < by;
}
