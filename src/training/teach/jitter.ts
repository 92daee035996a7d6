/** Boxes that are wrong on purpose, in whole units of a model's frame. */
import {
  type Box,
  centreOf,
  clampTo,
  heightOf,
  type Size,
  toIntegers,
  widthOf,
} from "../../geometry/index.ts";
import type { Random } from "../../random.ts";

export interface Jitter {
  /** Standard deviation of the centre, in sides of the box. */
  readonly shift: number;
  /** Mean of the logarithm of the growth of a side. */
  readonly growth: number;
  /** Its standard deviation. */
  readonly spread: number;
}

/**
 * Mean IoU 0.22 over 4,000 panels of drawn pages: calls that are made without looking. A small model's own are worse (0.16
 * where it was taught 0.24).
 */
export const LOOSE: Jitter = { shift: 0.7, growth: 0.25, spread: 0.4 };
/** Mean IoU 0.85 over the same panels: such a crop holds what is needed. */
export const TIGHT: Jitter = { shift: 0.04, growth: 0.05, spread: 0.06 };

/** The box moved and resized at random, inside the frame. */
export function jittered(box: Box, extent: Size, random: Random, { shift, growth, spread }: Jitter): Box {
  const [x, y] = centreOf(box);
  const [width, height] = [widthOf(box), heightOf(box)];
  const centre = [x + shift * width * gaussian(random), y + shift * height * gaussian(random)] as const;
  const grown = (side: number) => side * Math.exp(growth + spread * gaussian(random));
  return boxAround(centre, grown(width), grown(height), extent);
}

const SMALLEST_SHARE = 0.15;
const LARGEST_SHARE = 0.7;

/** A box that knows nothing of any target: sides of 15 to 70 % of the frame's, anywhere inside. */
export function randomBox(extent: Size, random: Random): Box {
  const side = (length: number) => length * random.range(SMALLEST_SHARE, LARGEST_SHARE);
  const [width, height] = [side(extent.width), side(extent.height)];
  const [x, y] = [random.range(0, extent.width - width), random.range(0, extent.height - height)];
  return toIntegers([x, y, x + width, y + height], extent);
}

/** The part inside the frame; where nothing is, the centre is first brought inside. */
function boxAround([x, y]: readonly [number, number], width: number, height: number, extent: Size): Box {
  const [inX, inY] = [within(x, extent.width), within(y, extent.height)];
  const box: Box = [inX - width / 2, inY - height / 2, inX + width / 2, inY + height / 2];
  return toIntegers(clampTo(box, extent) ?? box, extent);
}

const within = (value: number, length: number): number => Math.min(length, Math.max(0, value));

/** Standard normal, by Box and Muller. */
const gaussian = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
