/** Speech balloons: a body measured by its text, and an outline with the tail spliced in. */
import { type Box, boundsOf, expand, type Point } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import type { LineKind } from "../story/script.ts";
import { INK, PAPER, pathThrough } from "./pen.ts";
import { drawBlock, setBlock, type TextBlock } from "./text-block.ts";

export interface BalloonBody {
  readonly kind: LineKind;
  readonly block: TextBlock;
  /** px, without the tail. */
  readonly width: number;
  /** px, without the tail. */
  readonly height: number;
}

export interface BalloonShape {
  readonly body: BalloonBody;
  readonly centre: Point;
  /** The outline with the tail, px. */
  readonly polygon: readonly Point[];
  /** Around the polygon, px. */
  readonly box: Box;
  /** The trail of a thought, from the cloud to the head. */
  readonly bubbles: readonly { readonly centre: Point; readonly radius: number }[];
}

/** px */
export interface Speaker {
  readonly mouth: Point;
  /** Where the tail must not go. */
  readonly face: Box;
}

/** Type size, px on a page 1000 px wide. */
const TYPE_SIZE: Readonly<Record<LineKind, number>> = {
  speech: 15.5,
  thought: 15.5,
  whisper: 15,
  shout: 15.5,
};

/** Corners of an outline. */
const CORNERS = 72;

/** How big a balloon for a text becomes, its lines no wider than `widest` px. */
export function measureBalloon(kind: LineKind, text: string, widest: number, unit: number): BalloonBody {
  const block = setBlock(text, kind === "shout" ? "shout" : "dialogue", TYPE_SIZE[kind] * unit, widest);
  const roomy = kind === "shout" || kind === "thought" ? 1.35 : 1;
  return {
    kind,
    block,
    width: block.width + block.size * 1.5 * roomy,
    height: block.height + block.size * 0.95 * roomy,
  };
}

/**
 * @param centre of the body, px
 * @param speaker whom the tail points to; none for a voice from nowhere
 */
export function shapeBalloon(body: BalloonBody, centre: Point, speaker: Speaker | undefined): BalloonShape {
  const outline = bodyOutline(body, centre);
  const tip = speaker === undefined ? undefined : tailTip(outline, speaker, body.block.size);
  const tailed = tip !== undefined && body.kind !== "thought" ? spliceTail(outline, tip, body) : outline;
  const bubbles = tip !== undefined && body.kind === "thought" ? trail(outline, tip, body.block.size) : [];
  const bounds = boundsOf(tailed);
  if (bounds === undefined) throw new Error("shapeBalloon: expected an outline");
  return { body, centre, polygon: tailed, box: bounds, bubbles };
}

/** Exponent of the superellipse: between an ellipse (2) and a box. */
const SQUARENESS = 3.6;

function bodyOutline({ kind, width, height }: BalloonBody, [cx, cy]: Point): readonly Point[] {
  const smooth = Array.from({ length: CORNERS * 4 }, (_, index): Point => {
    const angle = (index / (CORNERS * 4)) * 2 * Math.PI;
    return [
      cx + (superCosine(Math.cos(angle)) * width) / 2,
      cy + (superCosine(Math.sin(angle)) * height) / 2,
    ];
  });
  return evenly(smooth, CORNERS).map(([x, y], index): Point => {
    const swell = swelling(kind, index, height);
    const away = Math.hypot(x - cx, y - cy);
    return [x + ((x - cx) / away) * swell, y + ((y - cy) / away) * swell];
  });
}

/** So many corners at equal distances along a closed outline. */
function evenly(outline: readonly Point[], count: number): readonly Point[] {
  const closed = [...outline, outline[0] ?? [0, 0]] as const;
  const at: number[] = [0];
  for (let i = 1; i < closed.length; i++) {
    const [ax, ay] = closed[i - 1] ?? [0, 0];
    const [bx, by] = closed[i] ?? [0, 0];
    at.push((at[i - 1] ?? 0) + Math.hypot(bx - ax, by - ay));
  }
  const step = (at.at(-1) ?? 0) / count;
  let edge = 1;
  return Array.from({ length: count }, (_, index): Point => {
    while (edge < at.length - 1 && (at[edge] ?? 0) < index * step) edge++;
    const [ax, ay] = closed[edge - 1] ?? [0, 0];
    const [bx, by] = closed[edge] ?? [0, 0];
    const start = at[edge - 1] ?? 0;
    const share = (index * step - start) / Math.max((at[edge] ?? 0) - start, 1e-9);
    return [ax + (bx - ax) * share, ay + (by - ay) * share];
  });
}

const superCosine = (value: number): number => Math.sign(value) * Math.abs(value) ** (2 / SQUARENESS);

/** Spikes of a shout and bumps of a cloud, px away from the smooth outline. */
function swelling(kind: LineKind, corner: number, height: number): number {
  const size = Math.min(height, 60);
  if (kind === "shout") return size * (corner % 4 === 0 ? 0.13 : corner % 4 === 2 ? -0.04 : 0.03);
  if (kind === "thought") return size * (0.12 * Math.abs(Math.sin((corner / CORNERS) * Math.PI * 12)) - 0.05);
  return 0;
}

/** Longest tail, in type sizes. */
const LONGEST_TAIL = 3.2;

/** Space between a tail and the face, in type sizes. */
const RESPECT = 0.3;

/** Where the tail ends: before the face, and not too far from the body; undefined where there is no room for one. */
function tailTip(outline: readonly Point[], { mouth, face }: Speaker, size: number): Point | undefined {
  const [x, y] = outline[nearestCorner(outline, mouth)] ?? mouth;
  const [dx, dy] = [mouth[0] - x, mouth[1] - y];
  const distance = Math.hypot(dx, dy);
  const free = shareOutside([x, y], [dx, dy], expand(face, size * RESPECT)) * distance;
  const length = Math.min(free, size * LONGEST_TAIL);
  if (length < size * 0.35) return undefined;
  return [x + (dx * length) / distance, y + (dy * length) / distance];
}

/** How much of the way from a point lies before a box, 0-1. */
function shareOutside(from: Point, way: Point, box: Box): number {
  const enters = ([0, 1] as const).map((axis) => {
    const near = way[axis] > 0 ? box[axis] : box[axis + 2];
    const gap = (near ?? 0) - from[axis];
    return way[axis] === 0 ? Number.NEGATIVE_INFINITY : gap / way[axis];
  });
  return Math.max(0, Math.min(1, Math.max(...enters)));
}

function nearestCorner(outline: readonly Point[], to: Point): number {
  const distance = ([x, y]: Point): number => Math.hypot(x - to[0], y - to[1]);
  return outline.reduce(
    (best, point, index) => (distance(point) < distance(outline[best] ?? point) ? index : best),
    0,
  );
}

/** Half the width of a tail's root, in type sizes. */
const TAIL_ROOT = 0.45;
/** How far a tail bends, as a share of its length. */
const BEND = 0.12;

function spliceTail(outline: readonly Point[], tip: Point, { block }: BalloonBody): readonly Point[] {
  const foot = nearestCorner(outline, tip);
  const near = (point: Point): boolean => {
    const root = outline[foot] ?? tip;
    return Math.hypot(point[0] - root[0], point[1] - root[1]) < block.size * TAIL_ROOT;
  };
  // Starting opposite of the tail, so that its root is one run of corners.
  const turned = outline.map((_, index) => outline[(index + foot + CORNERS / 2) % CORNERS] ?? tip);
  const first = turned.findIndex(near);
  const last = turned.findLastIndex(near);
  const from = turned[first - 1] ?? tip;
  const to = turned[last + 1] ?? tip;
  const sway = (tip[0] > (from[0] + to[0]) / 2 ? 1 : -1) * BEND;
  return [
    ...turned.slice(0, first),
    ...curve(from, tip, sway),
    tip,
    ...curve(to, tip, sway * 0.8).toReversed(),
    ...turned.slice(last + 1),
  ];
}

/** Points on the way from one point to another that bends aside by a share of its length, without the ends. */
function curve([ax, ay]: Point, [bx, by]: Point, sway: number): readonly Point[] {
  const mx = (ax + bx) / 2 - (by - ay) * sway * 2;
  const my = (ay + by) / 2 + (bx - ax) * sway * 2;
  return [0.2, 0.4, 0.6, 0.8].map((t): Point => {
    const u = 1 - t;
    return [u * u * ax + 2 * u * t * mx + t * t * bx, u * u * ay + 2 * u * t * my + t * t * by];
  });
}

function trail(outline: readonly Point[], tip: Point, size: number): BalloonShape["bubbles"] {
  const [x, y] = outline[nearestCorner(outline, tip)] ?? tip;
  const at = (share: number): Point => [x + (tip[0] - x) * share, y + (tip[1] - y) * share];
  return [
    { centre: at(0.2), radius: size * 0.3 },
    { centre: at(0.58), radius: size * 0.21 },
    { centre: at(0.95), radius: size * 0.14 },
  ];
}

/** The balloon as SVG elements, page px. */
export function drawBalloon(shape: BalloonShape, random: Random): string {
  const { body, polygon, bubbles } = shape;
  const pen = body.block.size / 8.5;
  const dashes = body.kind === "whisper" ? ` stroke-dasharray="${pen * 2.6} ${pen * 1.8}"` : "";
  const style = `fill="${PAPER}" stroke="${INK}" stroke-width="${pen.toFixed(2)}" stroke-linejoin="round"`;
  const dots = bubbles.map(
    ({ centre: [x, y], radius }) =>
      `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${radius.toFixed(1)}" ry="${(radius * 0.85).toFixed(1)}" ${style}/>`,
  );
  const outline = `<path d="${pathThrough(polygon)}" ${style}${dashes}/>`;
  return outline + dots.join("") + drawBlock(body.block, shape.centre, INK, random);
}
