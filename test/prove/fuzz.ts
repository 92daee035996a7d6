/** Proof by many cases: damaged sources of every format give sound pages or an `InputError` (see `src/formats/fuzz/`). */
import { fuzzFormat } from "../../src/formats/fuzz/fuzz.ts";
import { formats } from "../../src/formats/index.ts";

export interface ProveOptions {
  /** Damaged sources in all, spread evenly over the formats. */
  readonly cases: number;
  readonly seed: string;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export async function prove({ cases, seed, onProgress }: ProveOptions): Promise<{
  cases: number;
  rejected: number;
  accepted: number;
  failures: string[];
}> {
  const total = { cases: 0, rejected: 0, accepted: 0, failures: new Array<string>() };
  for (const [index, { id }] of formats.entries()) {
    const share = Math.floor(cases / formats.length) + (index < cases % formats.length ? 1 : 0);
    const before = total.cases;
    const report = await fuzzFormat(id, {
      cases: share,
      seed,
      onProgress: (done) => onProgress?.(before + done, cases),
    });
    total.cases += report.cases;
    total.rejected += report.rejected;
    total.accepted += report.accepted;
    total.failures.push(...report.failures);
  }
  return total;
}
