/** Cosines and sines of rotary positions, one row a token: what `rotary` is fed. */
import type { TextConfig, VisionConfig } from "./config.ts";
import { type PatchGrid, patchCoordinates } from "./windows.ts";

/** `[tokens, headSize / 2]` each. */
export interface RotaryTables {
  readonly cos: Float32Array;
  readonly sin: Float32Array;
}

function tablesOf(
  tokens: number,
  pairs: number,
  angle: (token: number, pair: number) => number,
): RotaryTables {
  const [cos, sin] = [new Float32Array(tokens * pairs), new Float32Array(tokens * pairs)];
  for (let token = 0, at = 0; token < tokens; token++)
    for (let pair = 0; pair < pairs; pair++, at++) {
      // transformers rounds the angle to float32 before it takes the cosine.
      const turn = Math.fround(angle(token, pair));
      cos[at] = Math.cos(turn);
      sin[at] = Math.sin(turn);
    }
  return { cos, sin };
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
  const axes = mropeSection.flatMap((size, axis) => Array.from({ length: size }, () => axis));
  const tokens = positions.length / 3;
  return tablesOf(
    tokens,
    pairs,
    (token, pair) => (positions[(axes[pair] ?? 0) * tokens + token] ?? 0) * (turns[pair] ?? 0),
  );
}

const VISION_THETA = 10_000;

/** Rows turn the first half of a head's pairs, columns the second; patches in the order of the pixel tensor. */
export function visionRotary(
  grids: readonly PatchGrid[],
  { hiddenSize, heads, mergeSize }: Pick<VisionConfig, "hiddenSize" | "heads" | "mergeSize">,
): RotaryTables {
  const pairs = hiddenSize / heads / 2;
  const turns = frequencies(pairs / 2, VISION_THETA);
  const coordinates = patchCoordinates(grids, mergeSize);
  return tablesOf(coordinates.length / 2, pairs, (patch, pair) => {
    const axis = pair < pairs / 2 ? 0 : 1;
    return (coordinates[2 * patch + axis] ?? 0) * (turns[pair % (pairs / 2)] ?? 0);
  });
}
