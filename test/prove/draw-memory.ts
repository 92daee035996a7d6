/**
 * Drawing takes the same memory however many pages there are: the process is no larger in the last quarter of a long
 * run than in the second (the first warms up).
 */
import { drawPages } from "../../src/atelier/index.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";

/** The last quarter may be larger by this factor: the collector's own ups and downs. */
const LARGEST_GROWTH = 1.1;
const QUARTERS = 4;
const MEBIBYTE = 2 ** 20;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** `cases` is the number of pages, drawn as `benday draw` does unless told otherwise. */
export async function prove({ cases = 2000, seed, progress }: ProofOptions): Promise<ProofResult> {
  const sizes: number[] = [];
  for await (const _ of drawPages({ count: cases, seed })) {
    sizes.push(process.memoryUsage.rss() / MEBIBYTE);
    if (sizes.length % 100 === 0) progress(`${sizes.length} pages, ${Math.round(sizes.at(-1) ?? 0)} MiB`);
  }
  const quarter = Math.ceil(sizes.length / QUARTERS);
  const medians = Array.from({ length: QUARTERS }, (_, at) =>
    Math.round(median(sizes.slice(at * quarter, (at + 1) * quarter))),
  );
  const [, second = 0] = medians;
  const last = medians.at(-1) ?? 0;
  return {
    cases: sizes.length,
    failures: last > second * LARGEST_GROWTH ? [`memory grew from ${second} to ${last} MiB`] : [],
    figures: { medianMebibytesByQuarter: medians, peakMebibytes: Math.round(Math.max(...sizes)) },
  };
}
