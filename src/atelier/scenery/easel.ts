/** Paints scenery in the world's own coordinates: body units, x from the stage's middle, y up from the ground line. */

import type { Point } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import { seeded } from "../../random.ts";
import type { Shape } from "../ink/curve.ts";
import { curve } from "../ink/curve.ts";
import type { Stage } from "../ink/stage.ts";
import { NOBODY, paint, stroke } from "../ink/stage.ts";
import type { Light, Weather } from "../vocabulary.ts";
import { atDusk, atNight } from "./light.ts";
import { inMood, type Mood } from "./mood.ts";

export interface View {
  /** Where the figures' ground line lies, px from the top. */
  readonly groundY: number;
  /** px per body unit, as for figures. */
  readonly scale: number;
  /** Seen from the other side: left and right change places. */
  readonly mirrored?: boolean | undefined;
  /** How far along the set the camera stands, body units to the right; 0 when absent. */
  readonly along?: number | undefined;
}

export interface Easel {
  readonly stage: Stage;
  readonly view: View;
  readonly light: Light;
  readonly weather: Weather;
  /** Among {@link INDOOR_SETTINGS}. */
  readonly indoors: boolean;
  readonly mood: Mood;
  readonly random: Random;
  /** The visible part of the world, body units. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Width of a background line, px; about half of a figure's. */
  readonly line: number;
}

/** World spots: right of the stage's middle and up from the ground line. */
export type Spots = readonly (readonly [right: number, up: number])[];

/** What an easel is set up for. */
export interface Subject {
  readonly view: View;
  readonly light: Light;
  readonly weather: Weather;
  readonly indoors: boolean;
  readonly mood: Mood;
  readonly seed: string;
}

export function createEasel(stage: Stage, { view, light, weather, indoors, mood, seed }: Subject): Easel {
  const { width, height } = stage.size;
  const half = width / 2 / view.scale;
  const along = view.along ?? 0;
  return {
    stage,
    view,
    light,
    weather,
    indoors,
    mood,
    random: seeded(`scenery:${seed}`),
    left: along - half,
    right: along + half,
    top: view.groundY / view.scale,
    bottom: (view.groundY - height) / view.scale,
    line: Math.min(1.6, Math.max(0.8, 0.85 * Math.sqrt(view.scale))),
  };
}

function toPanel({ stage, view }: Easel, right: number, up: number): Point {
  const aside = (right - (view.along ?? 0)) * view.scale;
  return [stage.size.width / 2 + (view.mirrored === true ? -aside : aside), view.groundY - up * view.scale];
}

const onPanel = (easel: Easel, spots: Spots): Shape => spots.map(([right, up]) => toPanel(easel, right, up));

/**
 * A shape that hides what lies behind it; `weight` is the width of its outline as a share of the easel's line, 0 for
 * none. At dusk the colour is warmed.
 */
export function area(easel: Easel, spots: Spots, fill: string, weight = 1): void {
  const ink = weight === 0 ? undefined : easel.line * weight;
  paint(easel.stage, onPanel(easel, spots), {
    fill: inMood(atDusk(fill, easel.light, easel.indoors), easel.mood),
    ink,
    owner: NOBODY,
  });
}

/** A shape of light, which no dusk changes: lamps, suns, veils of mist (`#rrggbbaa`). It hides nobody. */
export function glow(easel: Easel, spots: Spots, fill: string, weight = 0): void {
  const ink = weight === 0 ? undefined : easel.line * weight;
  paint(easel.stage, onPanel(easel, spots), { fill: inMood(fill, easel.mood), ink });
}

/** An ink line. */
export function mark(easel: Easel, spots: Spots, weight = 0.8, colour?: string): void {
  stroke(easel.stage, onPanel(easel, spots), { width: easel.line * weight, colour });
}

/** A straight ink line from one spot to another. */
export const rule = (
  easel: Easel,
  [x1, up1, x2, up2]: readonly [x1: number, up1: number, x2: number, up2: number],
  weight = 0.8,
): void =>
  mark(
    easel,
    [
      [x1, up1],
      [x2, up2],
    ],
    weight,
  );

/** A small curved stroke, `width` wide and bulging up by `height`: waves, tiles, cobbles. */
export function ripple(easel: Easel, right: number, up: number, width: number, height: number): void {
  mark(
    easel,
    curve(
      [
        [right, up],
        [right + width / 2, up + height],
        [right + width, up],
      ],
      3,
    ),
    0.75,
  );
}

/** An upright box from its lower left corner. */
export const box = (right: number, up: number, width: number, height: number): Spots => [
  [right, up],
  [right + width, up],
  [right + width, up + height],
  [right, up + height],
];

/**
 * An outline from an anchor and pairs of numbers: right of it and up from it, times `size`; a negative `width` mirrors
 * it.
 */
export function outline(
  right: number,
  up: number,
  pairs: readonly number[],
  size = 1,
  width: number = size,
): Spots {
  return Array.from({ length: pairs.length >> 1 }, (_, i) => [
    right + (pairs[i * 2] ?? 0) * width,
    up + (pairs[i * 2 + 1] ?? 0) * size,
  ]);
}

/** A box over the whole visible width. */
export const stripe = ({ left, right }: Easel, from: number, to: number): Spots =>
  box(left - 6, from, right - left + 12, to - from);

/** A place of a regular rhythm in the world, with random numbers of its own. */
export interface Slot {
  readonly x: number;
  readonly random: Random;
}

/**
 * Every `step` body units over the visible width and `margin` beyond: a slot stays put and keeps its random numbers
 * however much of the world a panel shows.
 */
export function slots(
  { left, right, random }: Easel,
  label: string,
  step: number,
  margin = step,
): readonly Slot[] {
  const first = Math.floor((left - margin) / step);
  const last = Math.ceil((right + margin) / step);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const x = (first + i) * step;
    return { x, random: random.fork(`${label}:${x}`) };
  });
}

/** The first by day and at dusk, the second at night. */
export const byLight = <T>({ light }: Easel, day: T, night: T): T => (light === "night" ? night : day);

/** A colour named by day, in the easel's light. */
export const lit = (easel: Easel, colour: string): string =>
  byLight(easel, colour, atNight(colour, easel.indoors));
