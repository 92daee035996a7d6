/**
 * The tiny preset learns 32 pictures with their answers by heart, once with all its parameters and once with an adapter
 * on its frozen first values, and recites them by greedy decoding; with the seconds that it took.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bookAnswers, learnBook, recite } from "../../src/engine/model/fixtures/overfit.ts";
import { bookModel } from "../../src/engine/model/fixtures/tiny.ts";
import { loadModel, type Model, saveModel } from "../../src/engine/model/model.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";

/** Seconds that learning may take. */
const LIMIT = 60;

const RUNS = {
  full: { steps: 40, rate: 2e-3 },
  lora: { steps: 80, rate: 1e-2 },
} as const;

async function modelFor(run: keyof typeof RUNS, seed: string): Promise<Model> {
  const model = bookModel(seed);
  if (run === "full") return model;
  const folder = await mkdtemp(join(tmpdir(), "benday-overfit-"));
  try {
    await saveModel(model, join(folder, "base"));
    return await loadModel(join(folder, "base"), { adapter: { rank: 8, alpha: 16, seed } });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** `cases` is the number of seeds; 1 by default. */
export async function prove({ cases = 1, seed, progress }: ProofOptions): Promise<ProofResult> {
  const failures: unknown[] = [];
  const figures: Record<string, unknown> = {};
  for (let at = 0; at < cases; at++)
    for (const run of ["full", "lora"] as const) {
      const model = await modelFor(run, `${seed}/${at}`);
      const started = performance.now();
      const losses = await learnBook(model, RUNS[run]);
      const seconds = (performance.now() - started) / 1000;
      const answers = await recite(model);
      const right = answers.filter((answer, page) => answer === bookAnswers[page]).length;
      const figure = {
        parameters: model.parameters.trainable.layout.length,
        steps: losses.length,
        seconds: Math.round(seconds * 10) / 10,
        firstLoss: losses[0],
        lastLoss: losses.at(-1),
        right: `${right} of ${bookAnswers.length}`,
      };
      progress(`${run} ${at}: ${JSON.stringify(figure)}`);
      figures[`${run} ${at}`] = figure;
      if (right < bookAnswers.length || seconds > LIMIT) failures.push({ run, at, ...figure });
    }
  return { cases: 2 * cases, failures, figures };
}
