/**
 * The zoom tool: from the box that a model asks for to the region that it is shown. After verl's
 * `verl/tools/image_zoom_in_tool.py` (commit 94e16be): clamped, aspect at most 100, sides of at least 28 px.
 * Deviation: a small box grows only along its short side, where verl scales both and so shows more.
 */
import {
  type Box,
  centreOf,
  clampTo,
  type Frame,
  fullBox,
  heightOf,
  iou,
  overlapArea,
  type Size,
  toPage,
  widthOf,
} from "../geometry/index.ts";
import type { Random } from "../random.ts";
import type { CallFault, Counterfactual, Targets } from "../records/index.ts";

/** px of the page */
export const MIN_ZOOM_SIDE = 28;
export const MAX_ZOOM_ASPECT = 100;

export interface ZoomFault {
  readonly kind: CallFault;
  readonly message: string;
}

/** The asked box on the page, clamped; a fault where it shares nothing with the page or is too long. */
export function askedRegion(box: Box, frame: Frame, page: Size): Box | ZoomFault {
  const clamped = clampTo(toPage(box, frame, page), page);
  if (clamped === undefined)
    return { kind: "outside", message: `the box [${box.join(", ")}] lies outside the page` };
  const sides = [widthOf(clamped), heightOf(clamped)];
  if (Math.max(...sides) / Math.min(...sides) > MAX_ZOOM_ASPECT)
    return {
      kind: "aspect",
      message: `the box [${box.join(", ")}] is more than ${MAX_ZOOM_ASPECT} times as long as it is wide`,
    };
  return clamped;
}

/** The region that is cut out for a clamped box: whole px, sides of at least 28 px as far as the page has them. */
export function shownRegion(box: Box, page: Size): Box {
  const [x1, x2] = longEnough(Math.floor(box[0]), Math.ceil(box[2]), centreOf(box)[0], page.width);
  const [y1, y2] = longEnough(Math.floor(box[1]), Math.ceil(box[3]), centreOf(box)[1], page.height);
  return [x1, y1, x2, y2];
}

/** At least 28 px around the centre, shifted inside. */
function longEnough(from: number, to: number, centre: number, length: number): readonly [number, number] {
  const side = Math.min(MIN_ZOOM_SIDE, length);
  if (to - from >= side) return [from, Math.min(to, length)];
  const start = Math.min(Math.max(0, Math.round(centre - side / 2)), length - side);
  return [start, start + side];
}

export interface ZoomHistory {
  readonly page: Size;
  readonly targets: Targets;
  /** Regions shown so far. */
  readonly shown: readonly Box[];
}

/** Draws of a region before `elsewhere` takes the best of them. */
const DRAWS = 256;

/**
 * What a counterfactual zoom shows in place of `region`. `random` is a region of the same size anywhere on the page, so
 * it may happen to show the evidence; `elsewhere` is one that shares nothing with the question's targets, or as little as
 * the page allows; `oracle` is the target that the asked box comes nearest to among those not yet shown, or the asked region itself for
 * questions without targets; `blank` keeps the region, which is then painted grey.
 */
export function counterfactualRegion(
  region: Box,
  counterfactual: Counterfactual | undefined,
  { page, targets, shown }: ZoomHistory,
  random: Random,
): Box {
  switch (counterfactual) {
    case undefined:
    case "blank":
      return region;
    case "whole":
      return fullBox(page);
    case "random":
      return randomRegion(region, page, random);
    case "elsewhere":
      return regionElsewhere(region, page, targets, random);
    case "oracle":
      return oracleRegion(region, page, targets, shown);
  }
}

function randomRegion(region: Box, page: Size, random: Random): Box {
  const [width, height] = [widthOf(region), heightOf(region)];
  const x = random.int(Math.floor(page.width - width) + 1);
  const y = random.int(Math.floor(page.height - height) + 1);
  return [x, y, x + width, y + height];
}

/** The first of the draws that shows no target, or the one that shows least of them. */
function regionElsewhere(region: Box, page: Size, targets: Targets, random: Random): Box {
  const evidence = [...targets.zoom, ...targets.panels, ...targets.entities];
  let least = { box: region, shared: Number.POSITIVE_INFINITY };
  for (let draw = 0; draw < DRAWS && least.shared > 0; draw++) {
    const box = randomRegion(region, page, random);
    const shared = evidence.reduce((area, target) => area + overlapArea(box, target), 0);
    if (shared < least.shared) least = { box, shared };
  }
  return least.box;
}

function oracleRegion(region: Box, page: Size, targets: Targets, shown: readonly Box[]): Box {
  const known = targets.zoom.length > 0 ? targets.zoom : targets.panels;
  const regions = known.flatMap((target) => {
    const clamped = clampTo(target, page);
    return clamped === undefined ? [] : [shownRegion(clamped, page)];
  });
  const isShown = (target: Box) => shown.some((box) => iou(box, target) === 1);
  const fresh = regions.filter((target) => !isShown(target));
  const candidates = fresh.length > 0 ? fresh : regions;
  return candidates.toSorted((a, b) => iou(b, region) - iou(a, region))[0] ?? region;
}
