/**
 * An assumed reader in place of a model's log-probabilities, so that `likelihood` can be attacked without a model: it
 * guesses from the page, and is the surer the more of the targets its crops show and the less else. Real models are
 * less orderly; what the table says of `likelihood` holds for this reader.
 */
import { areaOf, overlapArea } from "../../../src/geometry/index.ts";
import type { Episode, Question } from "../../../src/records/index.ts";
import { type RewardInputs, zoomsOf } from "../../../src/rewards/index.ts";

/** Of an open or number answer. */
const OPEN_CHANCE = 0.1;

export function assumedInputs(episode: Episode, { targets, choices }: Question): RewardInputs {
  const chance = choices.length > 0 ? 1 / choices.length : OPEN_CHANCE;
  const zooms = zoomsOf(episode);
  const seen = targets.zoom.map((target) =>
    Math.max(
      0,
      ...zooms.map((zoom) => overlapArea(zoom, target) / Math.max(1, areaOf(target), areaOf(zoom))),
    ),
  );
  const clarity = seen.reduce((sum, each) => sum + each, 0) / Math.max(1, seen.length);
  const crops = Math.min(1, chance + (1 - chance) * clarity);
  return { goldLogProb: { page: Math.log(chance), crops: Math.log(crops) } };
}
