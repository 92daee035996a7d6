/** Two pages in one picture. */
import { centreOf, type Size, unionOf } from "../geometry/index.ts";
import { bestCut } from "./cut.ts";
import type { Region } from "./region.ts";

/** A picture wider than this (width over height) may hold two pages. */
const SPREAD_ASPECT = 1.2;
/** How far a panel may reach past the fold, as a share of the picture's width: scans are not cut to the pixel. */
const FOLD_TOLERANCE = 0.02;
/** The fold lies between two page margins: wider than an ordinary gutter by at least this factor. */
const FOLD_FACTOR = 1.5;
/** Rows run across the whole picture when a cut between them slices panels by no more than this share. */
const ROW_TOLERANCE = 0.05;

/**
 * The regions of the two pages of a spread, in reading order; undefined for a single page: the picture is not wide, a
 * panel lies across the middle, or rows run across and the middle is no wider than a gutter (a landscape page).
 * Regions are read left to right.
 */
export function splitSpread(
  regions: readonly Region[],
  { width, height }: Size,
): readonly [readonly Region[], readonly Region[]] | undefined {
  if (width <= SPREAD_ASPECT * height) return undefined;
  const fold = width / 2;
  const before = regions.filter(({ box }) => centreOf(box)[0] < fold);
  const after = regions.filter(({ box }) => centreOf(box)[0] >= fold);
  const left = unionOf(before.map(({ box }) => box));
  const right = unionOf(after.map(({ box }) => box));
  if (left === undefined || right === undefined) return undefined;
  const reach = FOLD_TOLERANCE * width;
  if (left[2] > fold + reach || right[0] < fold - reach) return undefined;
  const rows = bestCut(regions, "y");
  const rowsRunAcross = rows !== undefined && rows.slice <= ROW_TOLERANCE;
  const gutter = Math.max(rows?.gap ?? 0, reach / 2);
  return rowsRunAcross && right[0] - left[2] <= FOLD_FACTOR * gutter ? undefined : [before, after];
}
