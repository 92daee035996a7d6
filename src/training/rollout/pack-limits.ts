/** How long packed sequences may be for a model. */
import type { Model } from "../../engine/index.ts";
import type { PackLimits } from "./pack.ts";

/**
 * Each branch of a packed sequence attends over all of them: attention grows with the square of the length, all else with the
 * length. Both are alike at about 6 times the width of a layer (12 width² products a token against 2 width a pair of
 * tokens): longer sequences cost more than the shared prompt saves.
 */
const WIDTHS = 6;

/** @param microTokens most tokens of a micro-batch */
export function packLimits(
  { architecture: { head, parameters } }: Pick<Model, "architecture">,
  microTokens: number,
): PackLimits {
  const [, width = 0] = parameters.find(({ name }) => name === head)?.shape ?? [];
  return { batchTokens: microTokens, sequenceTokens: Math.min(microTokens, WIDTHS * width) };
}
