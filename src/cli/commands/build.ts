import { z } from "zod";
import {
  type BuildReport,
  buildBenchmark,
  checkShares,
  PAPER_SHARES,
  SPLIT_UNITS,
} from "../../benchmark/index.ts";
import { SPLITS, TASK_IDS } from "../../records/index.ts";
import { defineCommand } from "../command.ts";
import { folderFlag, seedFlag } from "../flags.ts";
import { textTable } from "../table.ts";

const SHARES = "three shares that sum to 1, such as 0.8,0.1,0.1";

/** "0.8,0.1,0.1" as shares of train, validation and test. */
const sharesFlag = z
  .string()
  .regex(/^[\d.]+,[\d.]+,[\d.]+$/, SHARES)
  .transform((text) => {
    const [train = 0, validation = 0, test = 0] = text.split(",").map(Number);
    return { train, validation, test };
  })
  .refine(checkShares, SHARES);

function countTable({ counts }: BuildReport): string {
  const rows = TASK_IDS.map((task) => {
    const cells = SPLITS.map((split) => counts[task][split]);
    return [task, ...cells, cells.reduce((sum, count) => sum + count, 0)];
  });
  return textTable([["task", ...SPLITS, "all"], ...rows]);
}

function describeBuild(report: BuildReport, out: string): string {
  const { across, closest } = report.certificate;
  const lines = [
    `${report.questions} questions about ${report.pages} pages in ${out}`,
    "",
    countTable(report),
    "",
    `across splits: ${across.sameWork} shared works, ${across.sameStory} shared stories, ${across.nearDuplicates} near-duplicate pictures${closest === null ? "" : ` (closest pair: ${closest.bits} of 256 bits)`}`,
    ...(report.paperScale === undefined ? [] : [`size against the paper: ${report.paperScale.toFixed(3)}`]),
    ...report.lacking.map(
      ({ task, missing }) => `${task}: nothing to ask, the pages have no ${missing.join(", no ")}`,
    ),
    ...report.unusedReviews.map((id) => `review of ${id}: no such question in this build`),
  ];
  return lines.join("\n");
}

export const build = defineCommand({
  define: (command) =>
    command
      .argument("<pages...>", "folders made by draw or import")
      .requiredOption("--out <folder>", "where the benchmark goes")
      .option("--seed <text>", "seed of every random choice", "1")
      .option("--like-paper", "the paper's proportions (Table 2) and test sizes, scaled by pages / 282")
      .option(
        "--split-by <unit>",
        `never split a ${SPLIT_UNITS.join(", ")}; copies of a page never are`,
        "story",
      )
      .option("--shares <t,v,t>", "shares of train, validation and test pages (default: as in the paper)")
      .option("--reviews <file>", "review decisions to apply (review.jsonl)")
      .option("--captions", "also describe each page in words from its annotations (eval --mode captions)")
      .option("--replace", "replace a benchmark that stands there"),
  examples: [
    "benday build pages --out benchmark --seed 1",
    "benday build pages-en pages-fr --out benchmark --split-by series --reviews review.jsonl",
  ],
  input: z.strictObject({
    args: z.array(folderFlag).min(1, "at least one page folder"),
    out: folderFlag,
    seed: seedFlag,
    likePaper: z.boolean().default(false),
    splitBy: z.enum(SPLIT_UNITS, `one of ${SPLIT_UNITS.join(", ")}`),
    shares: sharesFlag.optional(),
    reviews: z.string().optional(),
    captions: z.boolean().default(false),
    replace: z.boolean().default(false),
  }),
  run: async (input, terminal) => {
    const progress = terminal.progress("building");
    const report = await buildBenchmark({
      pages: input.args,
      out: input.out,
      seed: input.seed,
      sizing: { type: input.likePaper ? "paper" : "all" },
      unit: input.splitBy,
      shares: input.shares ?? PAPER_SHARES,
      reviews: input.reviews,
      captions: input.captions,
      replace: input.replace,
      onProgress: progress.update,
    }).finally(progress.end);
    return { text: describeBuild(report, input.out), json: report };
  },
});
