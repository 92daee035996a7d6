/**
 * The painter's algorithm on two layers at once: `art` holds colour and ink, `owner` a flat number for whoever a pixel
 * belongs to. Both receive the same shapes in the same order, so what hides what in the picture is exact in the truth.
 */

import { createNoise2D } from "simplex-noise";
import type { Point, Size } from "../../geometry/index.ts";
import { seeded } from "../../random.ts";
import type { Noise } from "./contour.ts";
import { rings, taperedLine } from "./contour.ts";
import type { Shape } from "./curve.ts";
import { PALETTE } from "./palette.ts";
import { pathData } from "./path-data.ts";

export type LayerName = "art" | "owner";

/** One panel under the brush: each layer is a list of SVG elements, later ones on top. */
export interface Stage {
  readonly size: Size;
  readonly layers: Readonly<Record<LayerName, string[]>>;
  /** Owner names; the owner layer's id is the place in this list plus 1, 0 is nobody. */
  readonly owners: string[];
  /** The unsteady hand, the same for the whole panel. */
  readonly hand: Noise;
}

/** Owner of what hides others without being anyone: foreground leaves, furniture. */
export const NOBODY = "";

export interface PaintStyle {
  /** CSS hex colour. */
  readonly fill: string;
  /** Mean width of the ink outline, px; none when absent. */
  readonly ink?: number | undefined;
  /** Where the outline runs (before the hand's wobble); everywhere when absent. */
  readonly inked?: ((point: Point) => boolean) | undefined;
  /** Whose pixels these become: a name, {@link NOBODY}, or absent where the shape is a mark on what lies below. */
  readonly owner?: string | undefined;
}

export interface StrokeStyle {
  /** Width in the middle, px; the ends taper. */
  readonly width: number;
  /** Ink when absent. */
  readonly colour?: string | undefined;
  /** As in {@link PaintStyle}. */
  readonly owner?: string | undefined;
}

/** Longer edges are divided so that they can bend with the hand, px. */
const LONGEST_EDGE = 11;
/** Shorter edges are dropped, px. */
const SHORTEST_EDGE = 1;

/** An empty stage of `size` px. The seed decides how the hand wobbles. */
export function createStage(size: Size, seed: string): Stage {
  const random = seeded(`hand:${seed}`);
  return { size, layers: { art: [], owner: [] }, owners: [], hand: createNoise2D(() => random.next()) };
}

/** Paints a closed shape, panel px. */
export function paint(stage: Stage, shape: Shape, style: PaintStyle): void {
  if (shape.length < 3) return;
  const drawn = byHand(stage, shape, true);
  if (style.ink === undefined) {
    fill(stage, drawn, style.fill, style.owner);
    return;
  }
  const { outer, inner } = rings(drawn, style.ink, stage.hand, style.inked);
  const [outline, body] = [pathData(outer), pathData(inner)];
  stage.layers.art.push(
    `<path fill="${PALETTE.ink}" d="${outline}"/>`,
    `<path fill="${style.fill}" d="${body}"/>`,
  );
  own(stage, style.inked === undefined ? outline : outline + body, style.owner);
}

/** Paints an open tapered line, panel px. */
export function stroke(stage: Stage, points: Shape, style: StrokeStyle): void {
  if (points.length < 2) return;
  const line = taperedLine(byHand(stage, points, false), style.width, stage.hand);
  fill(stage, line, style.colour ?? PALETTE.ink, style.owner);
}

/** Paints only the outline of a closed shape, panel px. */
export function loop(stage: Stage, shape: Shape, style: StrokeStyle): void {
  const { outer, inner } = rings(byHand(stage, shape, true), style.width, stage.hand);
  const ring = pathData(outer) + pathData(inner);
  stage.layers.art.push(`<path fill="${style.colour ?? PALETTE.ink}" fill-rule="evenodd" d="${ring}"/>`);
  own(stage, ring, style.owner, ' fill-rule="evenodd"');
}

function fill(stage: Stage, shape: Shape, colour: string, owner: string | undefined): void {
  const d = pathData(shape);
  stage.layers.art.push(`<path fill="${colour}" d="${d}"/>`);
  own(stage, d, owner);
}

/** Nobody's shapes need no mark as long as nobody else stands below them. */
function own(stage: Stage, d: string, owner: string | undefined, rule = ""): void {
  if (owner === undefined || (owner === NOBODY && stage.owners.length === 0)) return;
  const id = owner === NOBODY ? 0 : ownerId(stage, owner);
  stage.layers.owner.push(`<path fill="#${id.toString(16).padStart(6, "0")}"${rule} d="${d}"/>`);
}

function ownerId(stage: Stage, owner: string): number {
  const known = stage.owners.lastIndexOf(owner);
  return known < 0 ? stage.owners.push(owner) : known + 1;
}

/** Divides long edges, drops short ones and moves every point as an unsteady hand would. */
function byHand(stage: Stage, points: Shape, closed: boolean): Shape {
  const result: Point[] = [];
  let previous = closed ? points.at(-1) : undefined;
  const last = points.length - 1;
  for (const [i, point] of points.entries()) {
    const from = previous ?? point;
    const length = Math.hypot(point[0] - from[0], point[1] - from[1]);
    if (length < SHORTEST_EDGE && i > 0 && i < last) continue;
    const pieces = Math.ceil(length / LONGEST_EDGE);
    for (let piece = 1; piece < pieces; piece++) {
      const share = piece / pieces;
      result.push(
        wobbled(stage.hand, from[0] + (point[0] - from[0]) * share, from[1] + (point[1] - from[1]) * share),
      );
    }
    result.push(wobbled(stage.hand, point[0], point[1]));
    previous = point;
  }
  return result;
}

/** One smooth field moves neighbouring shapes together, so that nothing tears. */
function wobbled(hand: Noise, x: number, y: number): Point {
  return [
    x + 0.8 * hand(x / 50, y / 50) + 0.2 * hand(x / 12, y / 12),
    y + 0.8 * hand(x / 50 + 50, y / 50) + 0.2 * hand(x / 12, y / 12 + 90),
  ];
}

/** One layer as an SVG document of the stage's size; the owner layer has hard edges and a black ground. */
export function toSvg({ size, layers }: Stage, layer: LayerName): string {
  const { width, height } = size;
  const ground = layer === "owner" ? "#000000" : PALETTE.white;
  const edges = layer === "owner" ? ' shape-rendering="crispEdges"' : "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" fill="${ground}"/>` +
    `<g transform="scale(.1)"${edges}>${layers[layer].join("")}</g></svg>`
  );
}
