import { homedir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { readQuestions } from "../../benchmark/index.ts";
import { openPictures, runEpisode } from "../../episodes/index.ts";
import {
  benchmarkHash,
  type EvalSummary,
  type Job,
  type RunProgress,
  replyCache,
  runEval,
  scoreRun,
} from "../../episodes/run/index.ts";
import { InputError } from "../../errors.ts";
import type { PriceList, Provider } from "../../providers/index.ts";
import {
  COUNTERFACTUALS,
  type Condition,
  EPISODE_MODES,
  type Episode,
  type ModelAsking,
  type PageCaptions,
  type Question,
  type RunSettings,
  type Score,
  SPLITS,
  TASK_IDS,
} from "../../records/index.ts";
import { accuracyText } from "../accuracy-text.ts";
import { defineCommand } from "../command.ts";
import { amountFlag, folderFlag, integerFlag, seedFlag } from "../flags.ts";
import { listenForInterrupt } from "../interrupt.ts";
import {
  asInputError,
  judgedJson,
  judgedText,
  type OpenedJudges,
  oneMore,
  openJudges,
  partialityWarnings,
} from "../judges.ts";
import { episodeCost, guardModel, type OpenedModel, openModel, serverOf } from "../open-model.ts";
import { pricesOf } from "../prices-flag.ts";
import { readCaptions } from "../read-captions.ts";
import { progressTable, progressText } from "../run-progress-text.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";

const listOf = <Value extends string>(values: readonly Value[]) =>
  z.array(z.enum(values, `one of ${values.join(", ")}`)).default([]);

const ENCODINGS = ["png", "jpeg", "webp"] as const;

const EvalInput = z.strictObject({
  args: z.tuple([folderFlag], "one benchmark folder"),
  model: z.string("a model, such as openai:gpt-5"),
  baseUrl: z.string().optional(),
  mode: listOf(EPISODE_MODES),
  counterfactual: listOf(COUNTERFACTUALS),
  dialect: z.string().optional(),
  split: z.enum([...SPLITS, "all"], `one of ${SPLITS.join(", ")}, all`),
  task: listOf(TASK_IDS),
  samples: integerFlag(1, 1000),
  concurrency: integerFlag(1, 1024),
  limit: integerFlag(1, 1_000_000).optional(),
  temperature: amountFlag.optional(),
  maxTokens: integerFlag(1, 1_000_000).optional(),
  maxTurns: integerFlag(1, 50).optional(),
  maxPixels: integerFlag(1, 1e9).optional(),
  zoomMaxPixels: integerFlag(1, 1e9).optional(),
  encoding: z.enum(ENCODINGS, `one of ${ENCODINGS.join(", ")}`).optional(),
  timeout: integerFlag(1, 3600),
  seed: seedFlag,
  budgetTokens: integerFlag(1, 1e12).optional(),
  budgetUsd: amountFlag.optional(),
  prices: z.string().optional(),
  out: z.string().optional(),
  judge: z.array(z.string()).default([]),
  cache: z.boolean(),
  retryFailed: z.boolean().default(false),
  quiet: z.boolean().default(false),
});
type Input = z.infer<typeof EvalInput>;

/** Modes as asked, and a zoom for each counterfactual; the whole page unless told. */
function conditionsOf({ mode, counterfactual }: Input): readonly Condition[] {
  const zooms = counterfactual.map((name): Condition => ({ mode: "zoom", counterfactual: name }));
  const plain = mode.map((name): Condition => ({ mode: name }));
  return plain.length + zooms.length === 0 ? [{ mode: "page" }] : [...plain, ...zooms];
}

/** Of models that did not learn with others. */
const USUAL: Pick<ModelAsking, "maxTokens" | "maxTurns"> = { maxTokens: 2048, maxTurns: 5 };

function settingsOf(input: Input, benchmark: string, provider: Provider, dialect: string): RunSettings {
  const usual: Partial<ModelAsking> & typeof USUAL = { ...USUAL, ...provider.traits.asking };
  return {
    benchmark,
    model: `${provider.id}:${provider.model}`,
    dialect,
    sampling: { temperature: input.temperature ?? 0, maxTokens: input.maxTokens ?? usual.maxTokens },
    maxTurns: input.maxTurns ?? usual.maxTurns,
    seed: input.seed,
    encoding: input.encoding,
    maxPixels: input.maxPixels ?? usual.maxPixels,
    zoomMaxPixels: input.zoomMaxPixels ?? usual.zoomMaxPixels,
    harness: version(),
  };
}

function defaultFolder(benchmark: string, { id, model }: Provider): string {
  const words = [path.basename(path.resolve(benchmark)), id, model].join("-");
  return path.join("runs", words.replaceAll(/[^\w.-]+/g, "-"));
}

/** Replies are kept for models that cost something and whose name stands for their weights: a folder's does not. */
function cacheFor(input: Input, provider: Provider) {
  if (!input.cache || ["local", "scripted", "recorded"].includes(provider.id)) return undefined;
  const home = process.env["XDG_CACHE_HOME"] ?? path.join(homedir(), ".cache");
  const folder = process.env["BENDAY_CACHE"] ?? path.join(home, "benday");
  const scope = [input.model, input.baseUrl ?? "", version()].join(" ");
  return replyCache({ folder: path.join(folder, "replies"), scope });
}

interface Performing {
  readonly settings: RunSettings;
  readonly benchmark: string;
  readonly captions: ReadonlyMap<string, PageCaptions>;
  readonly abort: AbortSignal;
}

function performer({ settings, benchmark, captions, abort }: Performing) {
  const pictures = openPictures(benchmark);
  const { dialect, maxTurns, sampling, seed, encoding, maxPixels, zoomMaxPixels, harness } = settings;
  return ({ question, condition, sample }: Job, provider: Provider): Promise<Episode> =>
    runEpisode(provider, question, {
      ...condition,
      sample,
      dialect,
      maxTurns,
      sampling,
      seed,
      encoding,
      maxPixels,
      zoomMaxPixels,
      harness,
      pictures,
      captions: captions.get(question.page.id),
      signal: abort,
    });
}

const movedText = (before: string, now: string): string =>
  `the model was at ${before} when this run began, now it is at ${now}: see that it is the same one`;

const familyOf = ({ model, traits: { family } }: Provider) => ({ model, family });

const openJudgesOf = (input: Input, prices: PriceList | undefined) =>
  openJudges(input.judge, {
    concurrency: input.concurrency,
    timeoutMs: input.timeout * 1000,
    maxTokens: input.budgetTokens,
    maxCost: input.budgetUsd,
    prices,
  });

/** Whatever happens, what was opened is closed: a model on this machine would keep the process alive. */
async function evaluate(input: Input, terminal: Terminal) {
  const questions = await Array.fromAsync(readQuestions(input.args[0]));
  const prices = await pricesOf(input);
  const judges = await openJudgesOf(input, prices);
  try {
    const model = await openModel({ ...input, questions });
    try {
      return await measure(input, terminal, { ...model, questions, prices, judges });
    } finally {
      await model.provider.close?.();
    }
  } catch (error) {
    throw asInputError(error);
  } finally {
    await judges.close();
  }
}

interface Measuring extends OpenedModel {
  readonly questions: readonly Question[];
  readonly prices: PriceList | undefined;
  readonly judges: OpenedJudges;
}

async function measure(
  input: Input,
  terminal: Terminal,
  { provider, dialect, questions, prices, judges }: Measuring,
) {
  const [benchmark] = input.args;
  const conditions = conditionsOf(input);
  const captions = await readCaptions(
    benchmark,
    conditions.some(({ mode }) => mode === "captions"),
  );
  const settings = settingsOf(input, await benchmarkHash(questions), provider, dialect.id);
  const folder = input.out ?? defaultFolder(benchmark, provider);
  const warnings = partialityWarnings(judges.models, familyOf(provider));
  for (const warning of warnings) terminal.status.note(warning);
  const interrupt = listenForInterrupt(() =>
    terminal.status.note("finishing what is under way; Ctrl-C again gives it up"),
  );
  try {
    const summary = await runEval({
      folder,
      benchmarkFolder: path.resolve(benchmark),
      questions,
      settings,
      server: serverOf(input),
      onMoved: (before, now) => terminal.status.note(movedText(before, now)),
      asked: {
        conditions,
        tasks: input.task,
        samples: input.samples,
        ...(input.split === "all" ? {} : { split: input.split }),
        ...(input.limit === undefined ? {} : { limit: input.limit }),
      },
      open: (earlier) =>
        guardModel(provider, {
          concurrency: input.concurrency,
          timeoutMs: input.timeout * 1000,
          maxTokens: input.budgetTokens,
          maxCost: input.budgetUsd,
          prices,
          earlier,
        }),
      perform: performer({ settings, benchmark, captions, abort: interrupt.abort }),
      cache: cacheFor(input, provider),
      concurrency: input.concurrency,
      retryFailed: input.retryFailed,
      costOf: episodeCost(provider, prices),
      stop: interrupt.stop,
      onProgress: (progress) => tell(progress, prices, input, terminal),
    });
    // From here Ctrl-C ends the process: verdicts are kept as they come.
    interrupt.release();
    const byId = new Map(questions.map((question) => [question.id, question]));
    const judging = summary.end.kind === "complete" ? judges.judging : "none";
    return { folder, summary, warnings, ...(await scoreRun(folder, byId, judging)) };
  } finally {
    interrupt.release();
  }
}

function tell(
  progress: RunProgress,
  prices: PriceList | undefined,
  { quiet }: Input,
  { status }: Terminal,
): void {
  if (quiet) return;
  const last = progress.done === progress.total;
  status.show(
    () => progressText(progress, prices?.currency ?? ""),
    () => ({ kind: "eval-progress", ...progress }),
    last,
  );
}

/** How the run ended and how to go on. */
function endText({ end, progress }: EvalSummary, folder: string): string {
  const open = progress.total - progress.done;
  const goOn = `${open} episodes are left: the same command goes on with them`;
  switch (end.kind) {
    case "complete":
      return progress.errors === 0
        ? `complete: ${folder}`
        : `complete but for ${progress.errors} failed episodes: --retry-failed tries them again`;
    case "stopped":
      return `stopped; ${goOn}`;
    case "budget":
      return `the budget is spent; ${goOn} and a larger budget`;
    case "auth":
      return goOn;
  }
}

const learnt = (usual: number): string => `as the model learnt, else ${usual}`;

export const evalCommand = defineCommand({
  define: (command) =>
    command
      .argument("<benchmark>", "a folder made by build")
      .requiredOption(
        "--model <spec>",
        "openai:MODEL, anthropic:MODEL, google:MODEL, openai-compatible:MODEL@URL, local:FOLDER, scripted:NAME, ...",
      )
      .option("--base-url <url>", "another server for the model's provider")
      .option(
        "--mode <names...>",
        `what the model is shown: ${EPISODE_MODES.join(", ")} (default: page; located: as zoom, but asked first where to look)`,
      )
      .option(
        "--counterfactual <names...>",
        `also with zooms that return something else: ${COUNTERFACTUALS.join(", ")}`,
      )
      .option("--dialect <id>", "how tools are called and answers are written (default: as the model learnt)")
      .option("--split <name>", `${SPLITS.join(", ")} or all`, "test")
      .option("--task <ids...>", `only these tasks: ${TASK_IDS.join(", ")}`)
      .option("--samples <n>", "episodes a question", "1")
      .option("--limit <n>", "most questions a task")
      .option("--concurrency <n>", "episodes under way at once", "16")
      .option("--temperature <t>", "default: 0")
      .option("--max-tokens <n>", `most tokens of a reply (default: ${learnt(USUAL.maxTokens)})`)
      .option("--max-turns <n>", `most replies of a zoom episode (default: ${learnt(USUAL.maxTurns)})`)
      .option(
        "--max-pixels <n>",
        "largest area of a page as sent, square px (default: as the model learnt, else its limit)",
      )
      .option(
        "--zoom-max-pixels <n>",
        "the same of a zoomed region (default: as the model learnt, else as --max-pixels)",
      )
      .option("--encoding <name>", `of the pictures as sent: ${ENCODINGS.join(", ")} (default: jpeg)`)
      .option("--timeout <s>", "longest wait for a reply, seconds", "300")
      .option("--seed <text>", "of what the harness draws", "1")
      .option("--budget-tokens <n>", "stop when the run has used so many tokens")
      .option("--budget-usd <x>", "stop when the run has cost so much, in the currency of --prices")
      .option("--prices <file>", "JSON of prices per million tokens")
      .option("--out <folder>", "run folder (default: runs/BENCHMARK-MODEL); an earlier run there goes on")
      .option(
        "--judge <spec>",
        "once the run is complete, a model that decides on open answers (several: a majority)",
        oneMore,
      )
      .option("--no-cache", "do not answer repeated requests from disk")
      .option("--retry-failed", "run episodes again that ended in an error")
      .option("--quiet", "say nothing before the end"),
  examples: [
    "benday eval benchmark --model scripted:random --mode page zoom",
    "benday eval benchmark --model openai:gpt-5 --mode page panel zoom --limit 50 --out runs/gpt-5",
    "benday eval benchmark --model openai-compatible:qwen@http://localhost:8000/v1 --counterfactual blank --retry-failed",
  ],
  input: EvalInput,
  run: async (input, terminal) => {
    const { folder, summary, scores, judged, warnings } = await evaluate(input, terminal);
    const { end, ran, cached, progress } = summary;
    if (end.kind === "auth") throw refusedKey(end.message, endText(summary, folder));
    return {
      text: [
        accuracyText(scores),
        ...(judged === undefined ? [] : ["", judgedText(judged)]),
        "",
        progressTable(progress),
        "",
        endText(summary, folder),
      ].join("\n"),
      json: {
        kind: "eval-report",
        version: 1,
        run: folder,
        end: end.kind,
        ran,
        cached,
        progress,
        ...countOutcomes(scores),
        ...(judged === undefined ? {} : { judged: { ...judgedJson(judged), warnings } }),
      },
    };
  },
});

function refusedKey(message: string, hint: string): InputError {
  return new InputError({ at: "--model", expected: "a key that the provider takes", found: message, hint });
}

const countOutcomes = (scores: readonly Score[]) => ({
  outcomes: Object.fromEntries(
    [...Map.groupBy(scores, ({ outcome }) => outcome)].map(([outcome, group]) => [outcome, group.length]),
  ),
});
