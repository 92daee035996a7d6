/**
 * Axis-aligned boxes `[x1, y1, x2, y2]`, origin top left, x2 and y2 exclusive. A box is in page pixels unless a name
 * says otherwise (see `frames.ts`). Coordinates may be fractional; nothing here rounds.
 */

export type Box = readonly [x1: number, y1: number, x2: number, y2: number];
export type Point = readonly [x: number, y: number];
export interface Size {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
}

export const widthOf = (box: Box): number => box[2] - box[0];
export const heightOf = (box: Box): number => box[3] - box[1];
export const centreOf = (box: Box): Point => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];

/** Area in square pixels; 0 for empty and inverted boxes. */
export function areaOf(box: Box): number {
  return Math.max(0, widthOf(box)) * Math.max(0, heightOf(box));
}

/** True when the box holds no point. */
export const isEmpty = (box: Box): boolean => !(box[2] > box[0] && box[3] > box[1]);

/** The whole of a picture. */
export const fullBox = ({ width, height }: Size): Box => [0, 0, width, height];

/** COCO's `[x, y, width, height]` as a box. */
export const fromXywh = ([x, y, w, h]: readonly [number, number, number, number]): Box => [
  x,
  y,
  x + w,
  y + h,
];

/** A box as COCO's `[x, y, width, height]`. */
export const toXywh = (box: Box): [number, number, number, number] => [
  box[0],
  box[1],
  widthOf(box),
  heightOf(box),
];

/** The common part of two boxes, or undefined where they share no area. */
export function intersectionOf(a: Box, b: Box): Box | undefined {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return isEmpty(box) ? undefined : box;
}

/** The smallest box around all of the given ones; undefined for none. */
export function unionOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  return boxes.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ]);
}

/** The part of a box inside a picture of the given size, or undefined where nothing is left. */
export function clampTo(box: Box, size: Size): Box | undefined {
  return intersectionOf(box, fullBox(size));
}

/** Area of the common part, square px. */
export function overlapArea(a: Box, b: Box): number {
  const common = intersectionOf(a, b);
  return common === undefined ? 0 : areaOf(common);
}

/** Intersection over union, 0-1; 0 when both are empty. */
export function iou(a: Box, b: Box): number {
  const common = overlapArea(a, b);
  const union = areaOf(a) + areaOf(b) - common;
  return union > 0 ? common / union : 0;
}

/** Share of `inner`'s area that lies in `outer`, 0-1; 0 for an empty `inner`. */
export function coverage(inner: Box, outer: Box): number {
  const area = areaOf(inner);
  return area > 0 ? overlapArea(inner, outer) / area : 0;
}

/** True when the box lies inside a picture of the given size and holds area. */
export function isInside(box: Box, { width, height }: Size): boolean {
  return !isEmpty(box) && box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
}

/** A box grown by `margin` px on every side (shrunk by a negative one). */
export const expand = (box: Box, margin: number): Box => [
  box[0] - margin,
  box[1] - margin,
  box[2] + margin,
  box[3] + margin,
];

/** A box moved by `dx`, `dy` px. */
export const translate = (box: Box, dx: number, dy: number): Box => [
  box[0] + dx,
  box[1] + dy,
  box[2] + dx,
  box[3] + dy,
];

/** The smallest box around points; undefined for none. */
export function boundsOf(points: readonly Point[]): Box | undefined {
  return unionOf(points.map(([x, y]): Box => [x, y, x, y]));
}
