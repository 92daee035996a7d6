/** Cosines and sines of rotary positions, one row a token: what `rotary` is fed. */
import type { TextConfig, VisionConfig } from "./config.ts";
import { type PatchGrid, patchCoordinates } from "./windows.ts";

/** `[tokens, headSize / 2]` each. */
export interface RotaryTables {
  readonly cos: Float32Array;
  readonly sin: Float32Array;
}

/**
 * Tables for positions from 0 on. A head's pairs are cut into sections, each turned by its own of a token's positions,
 * which `positionOf` gives. A position's angles are computed once, however many tokens have it.
 */
function tablesOf(
  tokens: number,
  turns: Float32Array,
  sections: readonly number[],
  positionOf: (token: number, section: number) => number,
): RotaryTables {
  const pairs = turns.length;
  const [cos, sin] = [new Float32Array(tokens * pairs), new Float32Array(tokens * pairs)];
  const known: RotaryTables[] = [];
  for (let token = 0, at = 0; token < tokens; token++)
    for (let section = 0, pair = 0; section < sections.length; section++) {
      const position = positionOf(token, section);
      known[position] ??= turned(position, turns);
      const angles = known[position];
      for (const end = pair + (sections[section] ?? 0); pair < end; pair++, at++) {
        cos[at] = angles.cos[pair] ?? 0;
        sin[at] = angles.sin[pair] ?? 0;
      }
    }
  return { cos, sin };
}

/** transformers rounds the angle to float32 before it takes the cosine. */
function turned(position: number, turns: Float32Array): RotaryTables {
  const angles = turns.map((turn) => position * turn);
  return { cos: angles.map(Math.cos), sin: angles.map(Math.sin) };
}

/** Turns a position into angles, by pair. */
const frequencies = (count: number, theta: number): Float32Array =>
  Float32Array.from({ length: count }, (_, pair) => 1 / theta ** (pair / count));

/**
 * M-RoPE: of a head's pairs, the first section turns by the temporal position, then height, then width.
 *
 * @param positions `[3, tokens]`
 */
export function textRotary(
  positions: Int32Array,
  { headSize, ropeTheta, mropeSection }: Pick<TextConfig, "headSize" | "ropeTheta" | "mropeSection">,
): RotaryTables {
  const pairs = headSize / 2;
  const turns = frequencies(pairs, ropeTheta);
  const tokens = positions.length / 3;
  return tablesOf(tokens, turns, mropeSection, (token, axis) => positions[axis * tokens + token] ?? 0);
}

const VISION_THETA = 10_000;

/** Rows turn the first half of a head's pairs, columns the second; patches in the order of the pixel tensor. */
export function visionRotary(
  grids: readonly PatchGrid[],
  { hiddenSize, heads, mergeSize }: Pick<VisionConfig, "hiddenSize" | "heads" | "mergeSize">,
): RotaryTables {
  const pairs = hiddenSize / heads / 2;
  const once = frequencies(pairs / 2, VISION_THETA);
  const turns = Float32Array.of(...once, ...once);
  const coordinates = patchCoordinates(grids, mergeSize);
  return tablesOf(
    coordinates.length / 2,
    turns,
    [pairs / 2, pairs / 2],
    (patch, axis) => coordinates[2 * patch + axis] ?? 0,
  );
}
