/** Damaged sources of every format give sound pages or an `InputError` (see `src/formats/fuzz/fuzz.ts`). */
import { fuzzFormat } from "../../src/formats/fuzz/fuzz.ts";
import { formats } from "../../src/formats/index.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";

/** `cases` damaged sources in all, spread evenly over the formats. */
export async function prove({ cases = 10_000, seed, progress }: ProofOptions): Promise<ProofResult> {
  const failures: string[] = [];
  const figures: Record<string, { accepted: number; rejected: number }> = {};
  let done = 0;
  for (const [index, { id }] of formats.entries()) {
    const share = Math.floor(cases / formats.length) + (index < cases % formats.length ? 1 : 0);
    const report = await fuzzFormat(id, {
      cases: share,
      seed,
      onProgress: (count) => count % 500 === 0 && progress(`${id}: ${count} of ${share}`),
    });
    done += report.cases;
    failures.push(...report.failures);
    figures[id] = { accepted: report.accepted, rejected: report.rejected };
  }
  return { cases: done, failures, figures };
}
