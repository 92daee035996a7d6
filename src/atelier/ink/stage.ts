/**
 * The painter's algorithm on four layers at once. `ink` is the black plate, `colour` flat colours, `tone` the shade
 * that is printed as dots, `owner` a flat number for whoever a pixel belongs to. All receive the same shapes in the
 * same order and each knocks out what lies below, so what hides what in the picture is exact on every plate and in
 * the truth, and colour can be printed out of register with the ink.
 */

import { createNoise2D } from "simplex-noise";
import type { Point, Size } from "../../geometry/index.ts";
import { seeded } from "../../random.ts";
import type { Noise } from "./contour.ts";
import { hatching, rings, taperedLine, thicknessOf } from "./contour.ts";
import type { Shape } from "./curve.ts";
import { PALETTE } from "./palette.ts";
import { pathData } from "./path-data.ts";

export type LayerName = "ink" | "colour" | "tone" | "owner";

/** One panel under the brush: each layer is a list of SVG elements, later ones on top. */
export interface Stage {
  readonly size: Size;
  /** px on this page for one px on a page 1000 px wide: what the hand does grows with it. */
  readonly unit: number;
  readonly layers: Readonly<Record<LayerName, string[]>>;
  /** Owner names; the owner layer's id is the place in this list plus 1, 0 is nobody. */
  readonly owners: string[];
  /** The unsteady hand, the same for the whole panel. */
  readonly hand: Noise;
}

/** Owner of what hides others without being anyone: foreground leaves, furniture. */
export const NOBODY = "";

export interface PaintStyle {
  /**
   * CSS hex colour. Flat shapes in the palette's ink, black, or blush, and in see-through black, go to the ink or the
   * tone plate.
   */
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

/** Longer edges are divided so that they can bend with the hand, px at a unit of 1. */
const LONGEST_EDGE = 11;
/** Shorter edges are dropped, px. */
const SHORTEST_EDGE = 1;

/** How far shade reaches into a shape, as a share of its thickness; at most so much, px at a unit of 1. */
const SHADE_SHARE = 0.26;
const DEEPEST_SHADE = 13;
/** Shapes with less room than this stay plain, px at a unit of 1: eyes, buttons. */
const SHALLOWEST_SHADE = 1.7;
/** Only large shapes, with a shade at least so deep, are hatched too, px at a unit of 1. */
const HATCHED_SHADE = 5;
const HATCH_SPACING = 4.2;
/** Length of a stroke as a share of the shade's depth; its width as a share of the outline's. */
const HATCH_REACH = 1.15;
const HATCH_WEIGHT = 0.75;
/** Tone values, 0-255: R is the cool screen, G the warm one. */
const SHADE_TONE = "#700000";
const BLUSH_TONE = "#008000";
const NO_TONE = "#000000";

/** An empty stage of `size` px. The seed decides how the hand wobbles. */
export function createStage(size: Size, seed: string, unit = 1): Stage {
  const random = seeded(`hand:${seed}`);
  const layers = { ink: [], colour: [], tone: [], owner: [] };
  return { size, unit, layers, owners: [], hand: createNoise2D(() => random.next()) };
}

/** Paints a closed shape, panel px. */
export function paint(stage: Stage, shape: Shape, style: PaintStyle): void {
  if (shape.length < 3) return;
  const drawn = byHand(stage, shape, true);
  if (style.ink === undefined) {
    fill(stage, drawn, style.fill, style.owner);
    return;
  }
  const depth = shadeDepth(stage, drawn, style);
  const { outer, inner, lit } = rings(drawn, style.ink * lineScale(stage), stage.hand, {
    inked: style.inked,
    depth,
  });
  const [outline, body] = [pathData(outer), pathData(inner)];
  const { ink, colour, tone } = stage.layers;
  ink.push(path("#000000", outline), path("#ffffff", body));
  colour.push(path(style.fill, pathData(drawn)));
  if (tone.length > 0 && style.owner !== undefined) tone.push(path(NO_TONE, outline));
  if (depth > 0) tone.push(path(SHADE_TONE, body + pathData(lit), EVEN_ODD));
  if (depth >= HATCHED_SHADE * stage.unit) hatch(stage, drawn, depth, style);
  own(stage, style.inked === undefined ? outline : outline + body, style.owner);
}

/** Ink strokes in the deepest of the shade. */
function hatch(stage: Stage, shape: Shape, depth: number, { inked, ink = 1 }: PaintStyle): void {
  const { unit, hand, layers } = stage;
  const strokes = hatching(shape, hand, {
    spacing: HATCH_SPACING * unit,
    length: depth * HATCH_REACH,
    width: ink * lineScale(stage) * HATCH_WEIGHT,
    inked,
  });
  const d = strokes.map(pathData).join("");
  if (d !== "") layers.ink.push(path("#000000", d));
}

/** Paints an open tapered line, panel px. */
export function stroke(stage: Stage, points: Shape, style: StrokeStyle): void {
  if (points.length < 2) return;
  const line = taperedLine(
    byHand(stage, points, false),
    style.width * lineScale(stage),
    stage.hand,
    stage.unit,
  );
  fill(stage, line, style.colour ?? PALETTE.ink, style.owner);
}

/** Paints only the outline of a closed shape, panel px. */
export function loop(stage: Stage, shape: Shape, style: StrokeStyle): void {
  const { outer, inner } = rings(byHand(stage, shape, true), style.width * lineScale(stage), stage.hand);
  const ring = pathData(outer) + pathData(inner);
  layOn(stage, ring, style.colour ?? PALETTE.ink, style.owner, EVEN_ODD);
  own(stage, ring, style.owner, EVEN_ODD);
}

/** Lines are given for the figure's scale, with whose root they grow; the page's size asks for the other root. */
const lineScale = ({ unit }: Stage): number => Math.sqrt(unit);

const EVEN_ODD = ' fill-rule="evenodd"';

const path = (fill: string, d: string, rule = ""): string => `<path fill="${fill}"${rule} d="${d}"/>`;

/** How deep the shade of an outlined shape is, px; only what belongs to someone is shaded. */
function shadeDepth({ unit }: Stage, shape: Shape, { owner, fill }: PaintStyle): number {
  if (owner === undefined || owner === NOBODY || fill === PALETTE.white) return 0;
  const depth = Math.min(DEEPEST_SHADE * unit, thicknessOf(shape) * SHADE_SHARE);
  return depth < SHALLOWEST_SHADE * unit ? 0 : depth;
}

function fill(stage: Stage, shape: Shape, colour: string, owner: string | undefined): void {
  const d = pathData(shape);
  layOn(stage, d, colour, owner);
  own(stage, d, owner);
}

/** Puts a flat shape on the plate that prints its colour, and knocks it out of the others. */
function layOn(stage: Stage, d: string, colour: string, owner: string | undefined, rule = ""): void {
  const { layers } = stage;
  const shadow = shadowTone(colour);
  if (shadow !== undefined) layers.tone.push(path(shadow, d, rule));
  else if (colour === PALETTE.blush) layers.tone.push(path(BLUSH_TONE, d, rule));
  else if (colour === PALETTE.ink || colour === PALETTE.black) layers.ink.push(path("#000000", d, rule));
  else {
    layers.colour.push(path(colour, d, rule));
    if (layers.ink.length > 0) layers.ink.push(path(`#ffffff${colour.slice(7)}`, d, rule));
  }
  if (owner === NOBODY && layers.tone.length > 0) layers.tone.push(path(NO_TONE, d, rule));
}

/** See-through black is shade: its darkness in the cool screen, which is about a third as dark as black. */
function shadowTone(colour: string): string | undefined {
  const alpha = /^#000000([\da-f]{2})$/i.exec(colour)?.[1];
  if (alpha === undefined) return undefined;
  const tone = Math.min(255, Number.parseInt(alpha, 16) * 3);
  return `#${tone.toString(16).padStart(2, "0")}0000`;
}

/** Nobody's shapes need no mark as long as nobody else stands below them. */
function own(stage: Stage, d: string, owner: string | undefined, rule = ""): void {
  if (owner === undefined || (owner === NOBODY && stage.owners.length === 0)) return;
  const id = owner === NOBODY ? 0 : ownerId(stage, owner);
  stage.layers.owner.push(path(`#${id.toString(16).padStart(6, "0")}`, d, rule));
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
  const longest = LONGEST_EDGE * stage.unit;
  for (const [i, point] of points.entries()) {
    const from = previous ?? point;
    const length = Math.hypot(point[0] - from[0], point[1] - from[1]);
    if (length < SHORTEST_EDGE && i > 0 && i < last) continue;
    const pieces = Math.ceil(length / longest);
    for (let piece = 1; piece < pieces; piece++) {
      const share = piece / pieces;
      result.push(
        wobbled(stage, from[0] + (point[0] - from[0]) * share, from[1] + (point[1] - from[1]) * share),
      );
    }
    result.push(wobbled(stage, point[0], point[1]));
    previous = point;
  }
  return result;
}

/** One smooth field moves neighbouring shapes together, so that nothing tears. */
function wobbled({ hand, unit }: Stage, x: number, y: number): Point {
  const [u, v] = [x / unit, y / unit];
  return [
    x + unit * (0.8 * hand(u / 50, v / 50) + 0.2 * hand(u / 12, v / 12)),
    y + unit * (0.8 * hand(u / 50 + 50, v / 50) + 0.2 * hand(u / 12, v / 12 + 90)),
  ];
}

const GROUNDS: Readonly<Record<LayerName, string>> = {
  ink: "#ffffff",
  colour: PALETTE.white,
  tone: NO_TONE,
  owner: "#000000",
};

/** One layer as an SVG document of the stage's size; the owner layer has hard edges. */
export function toSvg({ size, layers }: Stage, layer: LayerName): string {
  const { width, height } = size;
  const edges = layer === "owner" ? ' shape-rendering="crispEdges"' : "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" fill="${GROUNDS[layer]}"/>` +
    `<g transform="scale(.1)"${edges}>${layers[layer].join("")}</g></svg>`
  );
}
