import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { readQuestions } from "../../benchmark/index.ts";
import { InputError } from "../../errors.ts";
import { writeShow } from "../../report/index.ts";
import { defineCommand, type Outcome } from "../command.ts";
import type { Experiment } from "../experiment-file.ts";
import {
  clearFinishedExperiment,
  experimentOutcome,
  experimentWorld,
  runExperiment,
} from "../experiment-run.ts";
import { folderFlag, integerFlag, seedFlag } from "../flags.ts";
import { openFile } from "../open-file.ts";
import { readRecipe } from "../recipe-file.ts";
import type { Terminal } from "../terminal.ts";

const DemoInput = z.strictObject({
  args: z.tuple([], "no further arguments"),
  out: folderFlag,
  pages: integerFlag(3, 10_000).optional(),
  steps: integerFlag(1, 100_000).optional(),
  seed: seedFlag,
  train: z.boolean(),
  open: z.boolean(),
});
type Input = z.output<typeof DemoInput>;

/** The recipe `demo`, changed by what was typed. */
async function demoExperiment({ pages, steps, seed }: Input): Promise<Experiment> {
  const recipe = await readRecipe("demo");
  if (recipe.kind !== "experiment")
    throw new InputError({ file: "recipes/demo.json", expected: "an experiment", found: recipe.kind });
  const trainings = recipe.trainings.map((training) =>
    steps === undefined ? training : { ...training, settings: { ...training.settings, steps } },
  );
  return { ...recipe, seed, trainings, pages: { ...recipe.pages, ...(pages && { test: pages }) } };
}

async function show(bench: string, out: string, terminal: Terminal): Promise<void> {
  const progress = terminal.progress("making the page of questions");
  await writeShow({
    questions: readQuestions(bench),
    imageFile: ({ page }) => path.join(bench, page.image),
    title: "benday demo",
    out,
    onProgress: ({ pagesDone, pages }) => progress.update(pagesDone, pages),
  }).finally(progress.end);
}

function finished(outcome: Outcome, page: string, pages: string, bench: string): Outcome {
  const lines = [`pages:     ${pages}`, `benchmark: ${bench}`, `look:      ${pathToFileURL(page).href}`];
  return { ...outcome, text: [...lines, outcome.text].join("\n") };
}

export const demo = defineCommand({
  define: (command) =>
    command
      .option("--out <folder>", "where pages, benchmarks, runs and the HTML pages go", "out/demo")
      .option("--pages <n>", "pages that are measured on (default: the recipe's)")
      .option("--steps <n>", "steps of training (default: the recipe's)")
      .option("--seed <text>", "seed of every random choice", "1")
      .option("--no-train", "draw, build and show: measure and train nothing")
      .option("--no-open", "do not open the report in the browser"),
  examples: ["npm start", "benday demo --no-train --pages 12 --seed 7 --no-open"],
  input: DemoInput,
  run: async (input, terminal) => {
    const { out, train, open } = input;
    const experiment = await demoExperiment(input);
    await clearFinishedExperiment(out);
    const { pages, bench } = await experimentWorld(experiment, out, "test", terminal);
    const page = path.resolve(out, "show.html");
    await show(bench, page, terminal);
    const look = open && process.stdout.isTTY;
    if (!train) {
      if (look) openFile(page);
      const json = { kind: "demo-report", version: 1, pages, benchmark: bench, page };
      return finished({ text: "", json }, page, pages, bench);
    }
    const result = await runExperiment(experiment, out, terminal);
    if (look && result.report !== undefined) openFile(path.resolve(result.report));
    return finished(experimentOutcome(result, out), page, pages, bench);
  },
});
