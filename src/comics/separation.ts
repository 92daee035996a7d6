/** How well two regions are parted along an axis, by their outlines where boxes alone do not tell. */
import { type Box, overlapArea, type Polygon, polygonOf } from "../geometry/index.ts";
import type { Region } from "./region.ts";

/** The axis along which regions follow each other: `y` parts rows, `x` parts columns. */
export type Axis = "x" | "y";

export interface Separation {
  /**
   * What a straight line midway between their facing edges slices off, as a share of the smaller one's extent: 0 when
   * they are parted, more than 0.5 when one lies within the extent of the other.
   */
  readonly slice: number;
  /** Free space between them, px; negative where they reach past each other. */
  readonly gap: number;
}

type Extent = readonly [from: number, to: number];

const extentOf = (box: Box, axis: Axis): Extent => (axis === "x" ? [box[0], box[2]] : [box[1], box[3]]);
const lengthOf = ([from, to]: Extent): number => to - from;

function commonExtent(a: Box, b: Box, axis: Axis): Extent {
  const [aFrom, aTo] = extentOf(a, axis);
  const [bFrom, bTo] = extentOf(b, axis);
  return [Math.max(aFrom, bFrom), Math.min(aTo, bTo)];
}

const smallerLength = (a: Box, b: Box, axis: Axis): number =>
  Math.min(lengthOf(extentOf(a, axis)), lengthOf(extentOf(b, axis)));

/** What two boxes have in common along an axis, as a share of the smaller one's extent; negative when parted. */
export const sharedExtent = (a: Box, b: Box, axis: Axis): number =>
  lengthOf(commonExtent(a, b, axis)) / smallerLength(a, b, axis);

const acrossOf = (axis: Axis): Axis => (axis === "x" ? "y" : "x");

/** How `first` and `second` are parted when `first` comes before `second` along the axis. */
export function separation(first: Region, second: Region, axis: Axis): Separation {
  const gap = outlineGap(first, second, axis) ?? extentOf(second.box, axis)[0] - extentOf(first.box, axis)[1];
  return { slice: Math.max(0, -gap) / 2 / smallerLength(first.box, second.box, axis), gap };
}

/** Two regions stand beside each other when they share at least this much of the smaller one's side. */
const LEAST_SHARED = 0.5;
/** Lines on which outlines are compared; slanted gutters are straight, so few are enough. */
const SCAN_LINES = 16;

/**
 * The narrowest gap between two outlines, where their boxes overlap: a slanted gutter is free although the boxes are
 * not. Undefined where the boxes say it all, or where the two stand rather along the other axis.
 */
function outlineGap(first: Region, second: Region, axis: Axis): number | undefined {
  if (first.polygon === undefined && second.polygon === undefined) return undefined;
  if (overlapArea(first.box, second.box) === 0) return undefined;
  const across = acrossOf(axis);
  const shared = sharedExtent(first.box, second.box, across);
  if (shared < LEAST_SHARED || shared < sharedExtent(first.box, second.box, axis)) return undefined;
  const band = commonExtent(first.box, second.box, across);
  const gaps = Array.from({ length: SCAN_LINES }, (_, line) => {
    const at = band[0] + ((line + 0.5) / SCAN_LINES) * lengthOf(band);
    return extentOn(outlineOf(second), axis, at)[0] - extentOn(outlineOf(first), axis, at)[1];
  });
  const narrowest = Math.min(...gaps);
  return Number.isFinite(narrowest) ? narrowest : undefined;
}

const outlineOf = ({ polygon, box }: Region): Polygon => polygon ?? polygonOf(box);

/** First and last crossing of an outline with the line on which the other coordinate is `at`. */
function extentOn(outline: Polygon, axis: Axis, at: number): Extent {
  const [along, across] = axis === "x" ? ([0, 1] as const) : ([1, 0] as const);
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let last = outline.at(-1);
  for (const corner of outline) {
    if (last !== undefined && last[across] > at !== corner[across] > at) {
      const share = (at - last[across]) / (corner[across] - last[across]);
      const crossing = last[along] + share * (corner[along] - last[along]);
      from = Math.min(from, crossing);
      to = Math.max(to, crossing);
    }
    last = corner;
  }
  return [from, to];
}
