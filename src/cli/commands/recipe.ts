import path from "node:path";
import { z } from "zod";
import { InputError } from "../../errors.ts";
import { checkFlags } from "../check-flags.ts";
import { defineCommand, type Outcome } from "../command.ts";
import { evaluateWith } from "../eval-words.ts";
import type { Experiment } from "../experiment-file.ts";
import { experimentOutcome, runExperiment } from "../experiment-run.ts";
import { folderFlag, integerFlag } from "../flags.ts";
import { type ModelsRecipe, type RecipeModel, readRecipe, whatIsMissing } from "../recipe-file.ts";
import type { Terminal } from "../terminal.ts";
import { report } from "./report.ts";

const RecipeInput = z.strictObject({
  args: z.union(
    [z.tuple([z.string()]), z.tuple([z.string(), folderFlag])],
    "a recipe file, and a benchmark folder where it measures models",
  ),
  out: folderFlag,
  limit: integerFlag(1, 1_000_000).optional(),
  concurrency: integerFlag(1, 1024).optional(),
  retryFailed: z.boolean().default(false),
  only: z.array(z.string()).min(1).optional(),
});
type Input = z.infer<typeof RecipeInput>;

/** What became of one row. */
interface RowResult {
  readonly row: string;
  readonly model: string;
  readonly status: "measured" | "skipped" | "failed";
  /** Run folder of a measured row. */
  readonly run?: string;
  readonly reason?: string;
}

/** In `recipes/`. */
const OWN_RECIPES = ["table3", "demo", "laptop", "strategies", "nobox"] as const;

const folderName = (row: string): string => row.replaceAll(/[^\w.-]+/g, "-").replaceAll(/^[-.]+|-+$/g, "");

function evalWords(
  { model, server }: RecipeModel,
  { flags }: ModelsRecipe,
  benchmark: string,
  input: Input,
  run: string,
): string[] {
  const url = server === undefined ? undefined : process.env[server];
  const { limit, concurrency, retryFailed } = input;
  return [
    benchmark,
    ...["--model", model, "--out", run],
    ...(url === undefined ? [] : ["--base-url", url.trim()]),
    ...flags,
    ...(limit === undefined ? [] : ["--limit", String(limit)]),
    ...(concurrency === undefined ? [] : ["--concurrency", String(concurrency)]),
    ...(retryFailed ? ["--retry-failed"] : []),
  ];
}

async function measure(
  model: RecipeModel,
  recipe: ModelsRecipe,
  benchmark: string,
  input: Input,
  terminal: Terminal,
): Promise<RowResult> {
  const about = { row: model.row, model: model.model };
  const missing = whatIsMissing(model, process.env);
  if (missing !== undefined) return { ...about, status: "skipped", reason: missing };
  const run = path.join(input.out, folderName(model.row));
  try {
    await evaluateWith(evalWords(model, recipe, benchmark, input, run), terminal);
    return { ...about, status: "measured", run };
  } catch (error) {
    // One model that is refused or gone is no reason to leave out the others.
    if (error instanceof InputError) return { ...about, status: "failed", reason: error.message };
    throw error;
  }
}

const rowText = ({ row, status, run, reason }: RowResult): string => `${row}: ${status}, ${run ?? reason}`;

async function measureModels(
  read: ModelsRecipe,
  benchmark: string,
  input: Input,
  terminal: Terminal,
): Promise<Outcome> {
  refuseParts(input);
  const rows: RowResult[] = [];
  for (const model of read.models) {
    terminal.status.note(model.row);
    rows.push(await measure(model, read, benchmark, input, terminal));
  }
  const runs = rows.flatMap(({ run }) => (run === undefined ? [] : [run]));
  if (runs.length === 0) throw nothingMeasured(input.args[0], rows);
  const out = path.join(input.out, "report.html");
  const flags = { args: runs, out, md: true, title: read.title, gallery: "3" };
  const made = await report.run(checkFlags(report.input, flags), terminal);
  return {
    text: [...rows.map(rowText), "", made.text].join("\n"),
    json: { kind: "recipe-report", version: 1, rows, file: out },
  };
}

/** Flags that only measuring models knows. */
function refuseForExperiment({ args, limit, concurrency }: Input): void {
  const given = args[1] ?? limit ?? concurrency;
  if (given === undefined) return;
  throw new InputError({
    at: "arguments",
    expected: "an experiment's name and --out alone: it draws its own pages and says how much is measured",
    found: String(given),
  });
}

/** Models are measured whole. */
function refuseParts({ only }: Input): void {
  if (only === undefined) return;
  throw new InputError({
    at: "--only",
    expected: "a recipe of kind experiment for it",
    found: only.join(" "),
  });
}

async function experiment(read: Experiment, input: Input, terminal: Terminal): Promise<Outcome> {
  refuseForExperiment(input);
  return experimentOutcome(await runExperiment(read, input.out, terminal, input.only), input.out);
}

function requireBenchmark({ args: [file, benchmark] }: Input): string {
  if (benchmark !== undefined) return benchmark;
  throw new InputError({
    at: "arguments",
    expected: "a benchmark folder behind the recipe",
    found: `${file} alone`,
  });
}

export const recipe = defineCommand({
  define: (command) =>
    command
      .argument(
        "<recipe>",
        `a recipe file, or the name of one that comes with benday: ${OWN_RECIPES.join(", ")}`,
      )
      .argument("[benchmark]", "a folder made by build, where the recipe measures models (table3)")
      .requiredOption("--out <folder>", "for all that is made, and report.html; what stands there goes on")
      .option("--limit <n>", "measuring models: most questions a task")
      .option("--concurrency <n>", "measuring models: episodes under way at once")
      .option("--retry-failed", "measuring models: run episodes again that ended in an error")
      .option(
        "--only <part...>",
        "experiments: base, ROW-SEED such as rarl-1, or ROW for all its seeds; without a report",
      ),
  examples: [
    "benday recipe table3 benchmark --out runs/table3",
    "QWEN2_5_VL_7B_URL=http://localhost:8000/v1 benday recipe table3 benchmark --out runs/table3",
    "benday recipe demo --out out/demo",
    "benday recipe laptop --out out/laptop --only base rarl",
  ],
  input: RecipeInput,
  run: async (input, terminal) => {
    const read = await readRecipe(input.args[0]);
    return read.kind === "experiment"
      ? experiment(read, input, terminal)
      : measureModels(read, requireBenchmark(input), input, terminal);
  },
});

function nothingMeasured(file: string, rows: readonly RowResult[]): InputError {
  return new InputError({
    file,
    expected: "a model that can be reached",
    found: rows.map(({ row, reason }) => `${row}: ${reason}`).join("; "),
  });
}
