import { z } from "zod";
import { TASK_IDS } from "../../records/index.ts";
import { STRATEGY_IDS } from "../../rewards/index.ts";
import {
  RolloutModeSchema,
  type TrainConfig,
  type TrainSummary,
  train,
  trainMethods,
} from "../../training/index.ts";
import { defineCommand } from "../command.ts";
import { folderFlag } from "../flags.ts";
import { listenForInterrupt } from "../interrupt.ts";
import type { Terminal } from "../terminal.ts";
import { trainListeners } from "../train-listeners.ts";
import { trainSettings } from "../train-settings.ts";
import { version } from "../version.ts";

/** A flag with a number; what range it may have stands with the settings. */
const number = z
  .string()
  .regex(/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, "a number")
  .transform(Number)
  .optional();
const text = z.string().optional();
/** Absent unless typed. */
const on = z.literal(true).optional();

/** Flags that are settings of the same name. */
const SETTINGS = {
  method: text,
  model: text,
  bench: text,
  conversations: text,
  solutions: text,
  strategy: text,
  seed: text,
  steps: number,
  prompts: number,
  copies: number,
  batch: number,
  order: text,
  rate: number,
  schedule: text,
  warmup: number,
  kl: number,
  entropy: number,
  clip: number,
  dualClip: number,
  clipHigh: number,
  aggregation: text,
  std: z.boolean().transform((value) => (value ? undefined : false)),
  epochs: number,
  minibatches: number,
  refill: number,
  maskOverlong: on,
  old: text,
  maxKl: number,
  balanced: on,
  temperature: number,
  tasks: z.array(z.string()).optional(),
  lora: number,
  loraAlpha: number,
  dialect: text,
  maxTurns: number,
  maxTokens: number,
  maxPixels: number,
  zoomMaxPixels: number,
  microTokens: number,
  threads: number,
  everyEval: number,
  evalLimit: number,
  evalModes: z.array(z.string()).optional(),
  everyCheckpoint: number,
  keep: number,
  everySample: number,
} as const;

const TrainInput = z
  .strictObject({
    args: z.tuple([], "no further arguments"),
    out: folderFlag,
    recipe: text,
    quiet: z.boolean().default(false),
    ...SETTINGS,
  })
  .transform(({ args: _, out, recipe, quiet, ...flags }) => ({ out, recipe, quiet, flags }));
type Input = z.output<typeof TrainInput>;

async function run(
  input: Input,
  terminal: Terminal,
): Promise<{ config: TrainConfig; summary: TrainSummary }> {
  const config = await trainSettings(input);
  const interrupt = listenForInterrupt(() =>
    terminal.status.note("finishing this step; Ctrl-C again gives it up"),
  );
  try {
    const summary = await train({
      config,
      folder: input.out,
      harness: version(),
      stop: interrupt.stop,
      abort: interrupt.abort,
      ...(input.quiet ? {} : trainListeners(config, terminal)),
    });
    return { config, summary };
  } finally {
    interrupt.release();
  }
}

function endText(
  { end, done, checkpoint, model }: TrainSummary,
  { steps }: TrainConfig,
  out: string,
): string {
  const goOn = `benday train --out ${out}`;
  const from = checkpoint === undefined ? "the beginning" : checkpoint;
  switch (end.kind) {
    case "complete":
      return `complete: ${model}`;
    case "stopped":
      return `stopped after ${done} of ${steps} steps, all saved; go on with: ${goOn}`;
    case "aborted":
      return `given up in step ${done + 1} of ${steps}; go on from ${from} with: ${goOn}`;
    case "unsafe": {
      const limit = end.limit === undefined ? "" : `, the limit is ${end.limit}`;
      return [
        `stopped in step ${end.step + 1} of ${steps}: ${end.quantity} is ${end.value}${limit}; nothing of this step is saved`,
        `last good checkpoint: ${checkpoint ?? "none"}`,
        "try a lower --rate, or a higher --kl, in another folder",
      ].join("\n");
    }
  }
}

export const trainCommand = defineCommand({
  define: (command) =>
    command
      .option("--method <id>", trainMethods.map(({ id, summary }) => `${id}: ${summary}`).join("; "))
      .option("--model <folder>", "a Hugging Face folder")
      .option("--bench <folder>", "a folder made by build")
      .requiredOption("--out <folder>", "run folder; alone, it goes on with the run that stands there")
      .option(
        "--recipe <file>",
        "settings as JSON, by the names of these flags in camelCase; flags come first",
      )
      .option("--conversations <file>", "sft: JSON Lines of chats (default: the benchmark's answers)")
      .option(
        "--solutions <name>",
        "sft without chats: page: answers from the page; zoom: calls to the right regions; zoom-answer: calls and answers (default: page)",
      )
      .option("--strategy <id>", `${STRATEGY_IDS.join(", ")} (default: rarl paper, grpo no-tool)`)
      .option("--seed <text>", "of all draws (default: 1)")
      .option("--steps <n>", "default: 200")
      .option("--prompts <n>", "prompts a step (default: 16)")
      .option("--copies <n>", "episodes a prompt (default: 8)")
      .option("--batch <n>", "sft: conversations a step (default: 16)")
      .option(
        "--order <name>",
        "sft: random; pages: conversations about one page together; file: as they stand (default: random)",
      )
      .option("--rate <x>", "highest learning rate (default: 1e-6, sft 1e-5)")
      .option("--schedule <name>", "constant, linear or cosine (default: constant, sft cosine)")
      .option("--warmup <share>", "of the updates over which the rate rises (default: 0, sft 0.1)")
      .option("--kl <x>", "weight of the divergence from the start (default: 0.04; 0 needs no reference)")
      .option("--entropy <x>", "weight of the entropy bonus (default: 0)")
      .option("--clip <x>", "of the probability ratio (default: 0.2)")
      .option("--clip-high <x>", "upper side (default: as --clip)")
      .option("--dual-clip <x>", "most that a ratio counts where the advantage is negative (default: 3)")
      .option("--aggregation <name>", "grpo, token-mean, dr-grpo or dapo (default: token-mean)")
      .option("--no-std", "do not divide advantages by the group's deviation")
      .option("--epochs <n>", "passes over a step's episodes (default: 1)")
      .option("--minibatches <n>", "updates a pass (default: 1)")
      .option("--refill <n>", "rounds that replace groups without variance (default: 0)")
      .option("--mask-overlong", "episodes that were cut train nothing")
      .option("--old <whence>", "old log-probabilities: sampler or recomputed (default: sampler)")
      .option("--max-kl <x>", "stop above this divergence a token (default: 10)")
      .option("--balanced", "as many prompts of each task")
      .option("--temperature <t>", "of the episodes (default: 1)")
      .option("--tasks <ids...>", `${TASK_IDS.join(", ")} (default: all; rarl: those with regions)`)
      .option("--lora <rank>", "train an adapter of this rank in place of the weights")
      .option("--lora-alpha <x>", "default: twice the rank")
      .option("--dialect <id>", "how calls and answers are written (default: tagged)")
      .option("--max-turns <n>", "most replies of a zoom episode (default: 5)")
      .option("--max-tokens <n>", "most tokens of a reply (default: 4096)")
      .option("--max-pixels <n>", "largest area of a page, square px (default: the model's limit)")
      .option("--zoom-max-pixels <n>", "the same of a zoomed region (default: as --max-pixels)")
      .option("--micro-tokens <n>", "most tokens computed at once (default: 4096)")
      .option("--threads <n>", "of the engine; the same number gives the same bits (default: all cores)")
      .option("--every-eval <n>", "steps between measurements on the validation split (default: 0, none)")
      .option("--eval-limit <n>", "questions a task of a measurement (default: 32)")
      .option("--eval-modes <names...>", `of ${RolloutModeSchema.options.join(", ")} (default: page zoom)`)
      .option("--every-checkpoint <n>", "steps between checkpoints (default: 10)")
      .option("--keep <n>", "checkpoints that stay (default: 2)")
      .option("--every-sample <n>", "steps between samples of episodes (default: 10; 0: none)")
      .option("--quiet", "say nothing before the end"),
  examples: [
    "benday train --method rarl --model tiny --bench benchmark --steps 100 --rate 5e-4 --kl 0.01 --out runs/rarl",
    "benday train --method grpo --strategy no-tool --model tiny --bench benchmark --out runs/plain",
    "benday train --method sft --model tiny --conversations chats.jsonl --bench benchmark --out runs/sft",
    "benday train --out runs/rarl",
  ],
  input: TrainInput,
  run: async (input, terminal) => {
    const { config, summary } = await run(input, terminal);
    const { steps, method } = config;
    return {
      text: endText(summary, config, input.out),
      json: { kind: "train-report", version: 1, method, steps, run: input.out, ...summary },
      failed: summary.end.kind === "unsafe",
    };
  },
});
