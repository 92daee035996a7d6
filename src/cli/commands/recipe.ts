import path from "node:path";
import { Command } from "commander";
import { z } from "zod";
import { InputError } from "../../errors.ts";
import { checkFlags } from "../check-flags.ts";
import { defineCommand } from "../command.ts";
import { folderFlag, integerFlag } from "../flags.ts";
import { type Recipe, type RecipeModel, readRecipe, whatIsMissing } from "../recipe-file.ts";
import type { Terminal } from "../terminal.ts";
import { evalCommand } from "./eval.ts";
import { report } from "./report.ts";

const RecipeInput = z.strictObject({
  args: z.tuple([z.string("a recipe file"), folderFlag], "a recipe file and a benchmark folder"),
  out: folderFlag,
  limit: integerFlag(1, 1_000_000).optional(),
  concurrency: integerFlag(1, 1024).optional(),
  retryFailed: z.boolean().default(false),
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

const folderName = (row: string): string => row.replaceAll(/[^\w.-]+/g, "-").replaceAll(/^[-.]+|-+$/g, "");

function evalWords({ model, server }: RecipeModel, { flags }: Recipe, input: Input, run: string): string[] {
  const url = server === undefined ? undefined : process.env[server];
  const { args, limit, concurrency, retryFailed } = input;
  return [
    args[1],
    ...["--model", model, "--out", run],
    ...(url === undefined ? [] : ["--base-url", url.trim()]),
    ...flags,
    ...(limit === undefined ? [] : ["--limit", String(limit)]),
    ...(concurrency === undefined ? [] : ["--concurrency", String(concurrency)]),
    ...(retryFailed ? ["--retry-failed"] : []),
  ];
}

/** `benday eval` with these words. */
async function evaluate(words: readonly string[], terminal: Terminal): Promise<void> {
  const command = new Command("eval").exitOverride().configureOutput({ writeErr: () => {} });
  evalCommand.define(command, words);
  try {
    command.parse(words, { from: "user" });
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new InputError({ at: "flags", expected: "flags of benday eval", found }, { cause });
  }
  const input = checkFlags(evalCommand.input, { ...command.opts(), args: command.args });
  await evalCommand.run(input, terminal);
}

async function measure(
  model: RecipeModel,
  recipe: Recipe,
  input: Input,
  terminal: Terminal,
): Promise<RowResult> {
  const about = { row: model.row, model: model.model };
  const missing = whatIsMissing(model, process.env);
  if (missing !== undefined) return { ...about, status: "skipped", reason: missing };
  const run = path.join(input.out, folderName(model.row));
  try {
    await evaluate(evalWords(model, recipe, input, run), terminal);
    return { ...about, status: "measured", run };
  } catch (error) {
    // One model that is refused or gone is no reason to leave out the others.
    if (error instanceof InputError) return { ...about, status: "failed", reason: error.message };
    throw error;
  }
}

const rowText = ({ row, status, run, reason }: RowResult): string => `${row}: ${status}, ${run ?? reason}`;

export const recipe = defineCommand({
  define: (command) =>
    command
      .argument("<recipe>", "a recipe file, or the name of one that comes with benday: table3")
      .argument("<benchmark>", "a folder made by build")
      .requiredOption("--out <folder>", "for a run folder a model and report.html; earlier runs there go on")
      .option("--limit <n>", "most questions a task")
      .option("--concurrency <n>", "episodes under way at once")
      .option("--retry-failed", "run episodes again that ended in an error"),
  examples: [
    "benday recipe table3 benchmark --out runs/table3",
    "QWEN2_5_VL_7B_URL=http://localhost:8000/v1 benday recipe table3 benchmark --out runs/table3",
  ],
  input: RecipeInput,
  run: async (input, terminal) => {
    const read = await readRecipe(input.args[0]);
    const rows: RowResult[] = [];
    for (const model of read.models) {
      terminal.status.note(model.row);
      rows.push(await measure(model, read, input, terminal));
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
  },
});

function nothingMeasured(file: string, rows: readonly RowResult[]): InputError {
  return new InputError({
    file,
    expected: "a model that can be reached",
    found: rows.map(({ row, reason }) => `${row}: ${reason}`).join("; "),
  });
}
