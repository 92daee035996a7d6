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
const TRIES = 24;

/** A free place for a sound word; undefined where it would cover a face or letters. */
export function placeSound(
  text: string | undefined,
  figures: readonly PlacedFigure[],
  lettered: readonly Box[],
  field: Box,
  unit: number,
  random: Random,
): StagedSound | undefined {
  if (text === undefined) return undefined;
  const word = measureSound(text, SOUND_SIZE * unit * random.range(0.8, 1.1), widthOf(field) * 0.6);
  let best: { cost: number; centre: Point } | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const centre: Point = [
      random.range(field[0] + word.width / 2, field[2] - word.width / 2),
      random.range(field[1] + word.height, field[3] - word.height * 0.7),
    ];
    const box = expand(soundBox(word, centre), 4 * unit);
    const taken = [...lettered, ...figures.map(({ face }) => face)];
    if (taken.some((other) => overlapArea(box, other) > 0)) continue;
    const cost = figures.reduce(
      (sum, { trunk, bounds }) => sum + coverage(box, trunk) + 0.8 * coverage(box, bounds),
      0,
    );
    if (best === undefined || cost < best.cost) best = { cost, centre };
  }
  return best === undefined || best.cost > 0.35 ? undefined : { word, centre: best.centre };
}

/** A free spot on the ground of the nearest plane. */
export function placeThing(
  prop: Prop | undefined,
  figures: readonly PlacedFigure[],
  field: Box,
  { groundY, scale }: View,
  random: Random,
): StagedThing | undefined {
  if (prop === undefined || groundY > field[3] + 8) return undefined;
  const half = 22 * scale;
  const y = groundY - 6 * scale;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const x = random.range(field[0] + half, field[2] - half);
    const box: Box = [x - half, y - 2 * half, x + half, y];
    if (figures.every(({ trunk }) => coverage(box, trunk) < 0.15)) return { prop, at: [x, y], scale };
  }
  return undefined;
}
