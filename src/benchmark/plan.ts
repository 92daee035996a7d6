/** What is decided between surveying the pages and writing the first question: the split and the quotas. */
import { NEAR_DUPLICATE_BITS } from "../pixels/index.ts";
import { seeded } from "../random.ts";
import type { Split } from "../records/index.ts";
import { certify, type LeakCertificate } from "./certificate.ts";
import { groupPages, type SplitUnit } from "./groups.ts";
import { type DraftCounts, pageQuotas, type Sizing } from "./quotas.ts";
import { type SplitShares, splitGroups } from "./split.ts";
import type { Survey } from "./survey.ts";

export interface PlanOptions {
  readonly seed: string;
  readonly sizing: Sizing;
  /** The widest thing that is never split. */
  readonly unit: SplitUnit;
  readonly shares: SplitShares;
}

/** What is decided before the first question is written. */
export interface Plan {
  readonly survey: Survey;
  readonly splits: readonly Split[];
  readonly quotas: readonly DraftCounts[];
  readonly certificate: LeakCertificate;
}

/** Split and quotas: a pure function of the survey. */
export function planBuild(survey: Survey, options: PlanOptions): Plan {
  const random = seeded(options.seed);
  const { groups, nearDuplicates } = groupPages(survey.keys, options.unit, NEAR_DUPLICATE_BITS);
  const sizes = groups.map((group) => group.length);
  const groupSplits = splitGroups(sizes, options.shares, random.fork("split"));
  const splits: Split[] = survey.keys.map(() => "train");
  groups.forEach((group, index) => {
    for (const page of group) splits[page] = groupSplits[index] ?? "train";
  });
  const quotas = pageQuotas({
    counts: survey.counts,
    splits,
    sizing: options.sizing,
    random: random.fork("quotas"),
  });
  const certificate = certify({
    pages: survey.keys,
    splits,
    seed: options.seed,
    unit: options.unit,
    nearDuplicateBits: NEAR_DUPLICATE_BITS,
    groups: groups.length,
    nearDuplicatePairs: nearDuplicates.length,
  });
  return { survey, splits, quotas, certificate };
}
