import { z } from "zod";
import { readRun } from "../../episodes/run/index.ts";
import { knownTraits } from "../../providers/index.ts";
import { accuracyText } from "../accuracy-text.ts";
import { defineCommand } from "../command.ts";
import { amountFlag, folderFlag, integerFlag } from "../flags.ts";
import { asInputError, judgedJson, judgedText, oneMore, openJudges, partialityWarnings } from "../judges.ts";
import { pricesOf } from "../prices-flag.ts";
import { loadRun } from "../read-run.ts";
import type { Terminal } from "../terminal.ts";

const ScoreInput = z.strictObject({
  args: z.tuple([folderFlag], "one run folder"),
  benchmark: folderFlag.optional(),
  judge: z.array(z.string()).default([]),
  concurrency: integerFlag(1, 1024),
  timeout: integerFlag(1, 3600),
  budgetTokens: integerFlag(1, 1e12).optional(),
  budgetUsd: amountFlag.optional(),
  prices: z.string().optional(),
});
type Input = z.infer<typeof ScoreInput>;

/** The run scored anew, with what was known of the judges beforehand. */
async function scored(input: Input, terminal: Terminal) {
  const [folder] = input.args;
  const judges = await openJudges(input.judge, {
    concurrency: input.concurrency,
    timeoutMs: input.timeout * 1000,
    maxTokens: input.budgetTokens,
    maxCost: input.budgetUsd,
    prices: await pricesOf(input),
  });
  try {
    const { settings } = await readRun(folder);
    const model = settings.model.slice(settings.model.indexOf(":") + 1);
    const warnings = partialityWarnings(judges.models, { model, family: knownTraits(model).family });
    for (const warning of warnings) terminal.status.note(warning);
    return { ...(await loadRun(folder, input.benchmark, judges.judging)), warnings };
  } catch (error) {
    throw asInputError(error);
  } finally {
    await judges.close();
  }
}

export const score = defineCommand({
  define: (command) =>
    command
      .argument("<run>", "a folder made by eval")
      .option("--benchmark <folder>", "where the run's benchmark is now")
      .option("--judge <spec>", "a model that decides on open answers (several: a majority)", oneMore)
      .option("--concurrency <n>", "answers judged at once", "16")
      .option("--timeout <s>", "longest wait for a verdict, seconds", "300")
      .option("--budget-tokens <n>", "stop asking a judge that has used so many tokens in this call")
      .option("--budget-usd <x>", "stop asking a judge that has cost so much, in the currency of --prices")
      .option("--prices <file>", "JSON of prices per million tokens"),
  examples: [
    "benday score runs/gpt-5",
    "benday score runs/gpt-5 --benchmark elsewhere/benchmark",
    "benday score runs/gpt-5 --judge anthropic:claude-opus-4-5 --judge google:gemini-3-pro",
  ],
  input: ScoreInput,
  run: async (input, terminal) => {
    const [folder] = input.args;
    const { scores, judged, warnings } = await scored(input, terminal);
    return {
      text: [accuracyText(scores), ...(judged === undefined ? [] : ["", judgedText(judged)])].join("\n"),
      json: {
        kind: "score-report",
        version: 1,
        run: folder,
        scores,
        ...(judged === undefined ? {} : { judged: { ...judgedJson(judged), warnings } }),
      },
    };
  },
});
