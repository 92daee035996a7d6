/** Sound words and things on the ground take the room that figures and balloons leave. */
import { type Box, coverage, expand, overlapArea, type Point, widthOf } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import { measureSound, type SoundWord, soundBox } from "../lettering/sound-word.ts";
import type { View } from "../scenery/index.ts";
import type { Prop } from "../vocabulary.ts";
import type { PlacedFigure } from "./player.ts";

export interface StagedSound {
  readonly word: SoundWord;
  /** Panel px. */
  readonly centre: Point;
}

export interface StagedThing {
  readonly prop: Prop;
  /** Ground point, panel px. */
  readonly at: Point;
  /** px a body unit */
  readonly scale: number;
}

/** Type size of sound words, px on a page 1000 px wide. */
const SOUND_SIZE = 38;
const TRIES = 40;

/** Sizes to try, as shares of the first one. */
const SOUND_SIZES = [1, 0.72, 0.54] as const;

/** A free place for a sound word; undefined where it would cover a face or letters at any size. */
export function placeSound(
  text: string | undefined,
  figures: readonly PlacedFigure[],
  lettered: readonly Box[],
  field: Box,
  unit: number,
  random: Random,
): StagedSound | undefined {
  if (text === undefined) return undefined;
  const size = SOUND_SIZE * unit * random.range(0.8, 1.1);
  for (const share of SOUND_SIZES) {
    const word = measureSound(text, size * share, widthOf(field) * 0.6);
    const centre = findRoom(word, figures, lettered, field, unit, random);
    if (centre !== undefined) return { word, centre };
  }
  return undefined;
}

/** Most of a sound word that may lie on figures. */
const MOST_ON_FIGURES = 0.35;

function findRoom(
  word: SoundWord,
  figures: readonly PlacedFigure[],
  lettered: readonly Box[],
  field: Box,
  unit: number,
  random: Random,
): Point | undefined {
  const taken = [...lettered, ...figures.map(({ face }) => face)];
  let best: { cost: number; centre: Point } | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const centre: Point = [
      random.range(field[0] + word.width / 2, field[2] - word.width / 2),
      random.range(field[1] + word.height, field[3] - word.height * 0.7),
    ];
    const box = expand(soundBox(word, centre), 4 * unit);
    if (taken.some((other) => overlapArea(box, other) > 0)) continue;
    const cost = figures.reduce(
      (sum, { trunk, bounds }) => sum + coverage(box, trunk) + 0.8 * coverage(box, bounds),
      0,
    );
    if (best === undefined || cost < best.cost) best = { cost, centre };
  }
  return best === undefined || best.cost > MOST_ON_FIGURES ? undefined : best.centre;
}

/** Share of a thing on the ground that may be hidden at most. */
const MOST_HIDDEN = 0.4;

/** The freest spot on the ground of the nearest plane. */
export function placeThing(
  prop: Prop | undefined,
  figures: readonly PlacedFigure[],
  field: Box,
  { groundY, scale }: View,
  random: Random,
): StagedThing | undefined {
  if (prop === undefined || groundY > field[3] + 8) return undefined;
  const half = 18 * scale;
  let best: { hidden: number; at: Point } | undefined;
  for (let attempt = 0; attempt < TRIES && best?.hidden !== 0; attempt++) {
    const x = random.range(field[0] + half, field[2] - half);
    const y = groundY + random.range(-8, 2) * scale;
    const box: Box = [x - half, y - 1.6 * half, x + half, y];
    const nearer = figures.filter(({ spec }) => spec.at[1] >= y);
    const hidden = nearer.reduce((sum, { trunk }) => sum + coverage(box, trunk), 0);
    const hiding = figures.reduce((sum, { face }) => sum + coverage(face, box), 0);
    if (hiding === 0 && (best === undefined || hidden < best.hidden)) best = { hidden, at: [x, y] };
  }
  return best === undefined || best.hidden > MOST_HIDDEN ? undefined : { prop, at: best.at, scale };
}
