/** What draws one owner's parts: it knows the owner and the line, and keeps the box of all that it drew. */

import type { Box, Point } from "../../geometry/index.ts";
import type { Shape } from "../ink/curve.ts";
import type { Stage } from "../ink/stage.ts";
import { loop, NOBODY, paint, stroke } from "../ink/stage.ts";

export interface Pencil {
  /** Absent while only measuring. */
  readonly stage: Stage | undefined;
  readonly owner: string;
  /** Mean outline width, px. */
  readonly ink: number;
  readonly extent: Extent;
}

/** A box that grows. */
export interface Extent {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface Part {
  /** Towards the viewer; parts are drawn in ascending order. */
  readonly depth: number;
  readonly draw: (pencil: Pencil) => void;
}

/** How far the hand's wobble may move a point, px; enough for pages 1700 px wide. */
const WOBBLE = 1.75;

const emptyExtent = (): Extent => ({
  x1: Number.POSITIVE_INFINITY,
  y1: Number.POSITIVE_INFINITY,
  x2: Number.NEGATIVE_INFINITY,
  y2: Number.NEGATIVE_INFINITY,
});

/** Line width of a figure at `scale` px a body unit: grows with the root, so that near figures look no coarser. */
const inkFor = (scale: number): number => Math.max(0.9, 1.55 * Math.sqrt(scale));

export function createPencil(stage: Stage | undefined, owner: string, scale: number): Pencil {
  return { stage, owner, ink: inkFor(scale), extent: emptyExtent() };
}

/** The same line for another owner, in the same box. */
export const lend = (pencil: Pencil, owner: string): Pencil => ({ ...pencil, owner });

/** The same line for what belongs to nobody and counts for no box: drops, dust, speed lines. */
export const forNobody = (pencil: Pencil): Pencil => ({ ...pencil, owner: NOBODY, extent: emptyExtent() });

export const extentBox = ({ x1, y1, x2, y2 }: Extent): Box => [x1, y1, x2, y2];

function reach(extent: Extent, shape: Shape, margin: number): void {
  for (const [x, y] of shape) {
    if (x - margin < extent.x1) extent.x1 = x - margin;
    if (y - margin < extent.y1) extent.y1 = y - margin;
    if (x + margin > extent.x2) extent.x2 = x + margin;
    if (y + margin > extent.y2) extent.y2 = y + margin;
  }
}

export interface SolidOptions {
  /** Outline width as a share of the pencil's; 0 for none. */
  readonly weight?: number;
  /** Where the outline runs; everywhere when absent. */
  readonly inked?: (point: Point) => boolean;
}

/** A part with its outline. */
export function solid(pencil: Pencil, shape: Shape, fill: string, options: SolidOptions = {}): void {
  const { weight = 1, inked } = options;
  const ink = weight === 0 ? undefined : pencil.ink * weight;
  reach(pencil.extent, shape, (ink ?? 0) + WOBBLE);
  if (pencil.stage !== undefined) paint(pencil.stage, shape, { fill, ink, inked, owner: pencil.owner });
}

/** Flat colour without an outline. */
export function patch(pencil: Pencil, shape: Shape, fill: string): void {
  solid(pencil, shape, fill, { weight: 0 });
}

/** A see-through tint on whatever lies below; it belongs to no one and counts for no box. */
export function tint(pencil: Pencil, shape: Shape, fill: string): void {
  if (pencil.stage !== undefined) paint(pencil.stage, shape, { fill });
}

/** A tapered line, which may leave the part that it lies on; `weight` is its width as a share of the pencil's. */
export function line(pencil: Pencil, points: Shape, weight = 0.8, colour?: string): void {
  const width = pencil.ink * weight;
  reach(pencil.extent, points, width + WOBBLE);
  if (pencil.stage !== undefined) stroke(pencil.stage, points, { width, colour, owner: pencil.owner });
}

/** An ink outline without a fill. */
export function ring(pencil: Pencil, shape: Shape, weight = 0.8): void {
  const width = pencil.ink * weight;
  reach(pencil.extent, shape, width + WOBBLE);
  if (pencil.stage !== undefined) loop(pencil.stage, shape, { width, owner: pencil.owner });
}

/** Draws parts from the back to the front. */
export function drawParts(pencil: Pencil, parts: readonly Part[]): void {
  for (const { draw } of parts.toSorted((a, b) => a.depth - b.depth)) draw(pencil);
}
