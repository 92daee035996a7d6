import { accuracy } from "./accuracy.ts";
import { briefAccuracy } from "./brief-accuracy.ts";
import { deepeyesFormat } from "./deepeyes-format.ts";
import { format } from "./format.ts";
import { likelihood } from "./likelihood.ts";
import { matchedIou } from "./matched-iou.ts";
import { randomAccuracy } from "./random-accuracy.ts";
import { strictFormat } from "./strict-format.ts";
import type { RewardTerm } from "./term.ts";
import { toolCount } from "./tool-count.ts";
import { toolIou } from "./tool-iou.ts";
import { toolUsed } from "./tool-used.ts";

export const rewardTerms = [
  format,
  strictFormat,
  deepeyesFormat,
  accuracy,
  briefAccuracy,
  randomAccuracy,
  toolCount,
  toolUsed,
  toolIou,
  matchedIou,
  likelihood,
] as const satisfies readonly RewardTerm[];

export type TermId = (typeof rewardTerms)[number]["id"];
export const TERM_IDS = rewardTerms.map(({ id }) => id);

const byId: ReadonlyMap<string, RewardTerm> = new Map(rewardTerms.map((term) => [term.id, term]));

/** The term of a name; total over the closed list of ids. */
export function termOf(id: TermId): RewardTerm {
  const term = byId.get(id);
  if (term === undefined) throw new Error(`termOf: expected a registered reward term, got ${id}`);
  return term;
}
