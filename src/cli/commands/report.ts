import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { readPrices } from "../../providers/index.ts";
import type { Question } from "../../records/index.ts";
import { runReport, runReportMarkdown, writeRunReport, writeTrainingReport } from "../../report/index.ts";
import { defineCommand } from "../command.ts";
import { folderFlag, integerFlag } from "../flags.ts";
import { costByModel } from "../open-model.ts";
import { type LoadedRun, loadRun } from "../read-run.ts";
import { isTrainingRun, trainingLogs, trainingSamples } from "../read-training.ts";
import { reportPictures } from "../report-pictures.ts";
import type { Terminal } from "../terminal.ts";

const MEGABYTE = 1e6;

/** The file beside the HTML with another ending. */
const besides = (out: string, ending: string): string =>
  path.join(path.dirname(out), `${path.basename(out, path.extname(out))}${ending}`);

/** Questions of all runs, and the benchmark folder of each; of equal ids the first run's holds. */
function gather(runs: readonly LoadedRun[]) {
  const questions = new Map<string, Question>();
  const folders = new Map<string, string>();
  for (const run of runs) {
    for (const [id, question] of run.questions) {
      if (questions.has(id)) continue;
      questions.set(id, question);
      folders.set(id, run.benchmark);
    }
  }
  return { questions, pictures: reportPictures(({ id }) => folders.get(id) ?? "") };
}

const ReportInput = z.strictObject({
  args: z.array(folderFlag).min(1, "at least one run folder"),
  out: z.string(),
  md: z.boolean().default(false),
  title: z.string(),
  benchmark: folderFlag.optional(),
  prices: z.string().optional(),
  gallery: integerFlag(0, 100),
});
type Input = z.output<typeof ReportInput>;

/** The report on training runs alone. */
async function curves({ args, title, out, gallery, benchmark }: Input) {
  const logs = await trainingLogs(args);
  const sampled = await trainingSamples(args, gallery, benchmark);
  const bytes = await writeTrainingReport({ logs, title, out, ...sampled });
  return {
    text: writtenText(out, bytes),
    json: { kind: "training-report", version: 1, runs: args, file: out, bytes },
  };
}

async function loadRuns({ args, benchmark }: Input, terminal: Terminal): Promise<readonly LoadedRun[]> {
  const measured = args.filter((folder) => !isTrainingRun(folder));
  const progress = terminal.progress("reading runs");
  const runs: LoadedRun[] = [];
  for (const folder of measured) {
    runs.push(await loadRun(folder, benchmark));
    progress.update(runs.length, measured.length);
  }
  progress.end();
  return runs;
}

/** The report on measured runs, with the curves of training runs where there are any. */
async function measurements(input: Input, terminal: Terminal) {
  const runs = await loadRuns(input, terminal);
  const training = await trainingLogs(input.args.filter(isTrainingRun));
  const { questions, pictures } = gather(runs);
  const costOf = input.prices === undefined ? undefined : costByModel(await readPrices(input.prices));
  const prepared = runReport({ runs, questions, costOf, training });
  const { title, out, gallery } = input;
  const bytes = await writeRunReport({
    ...{ prepared, questions, pictures, title, out },
    ...{ perTask: gallery, pageWidth: 800 },
  });
  if (input.md) await writeFile(besides(out, ".md"), runReportMarkdown(prepared.report, title));
  return {
    text: writtenText(out, bytes),
    json: { ...prepared.report, file: out, bytes },
  };
}

const writtenText = (out: string, bytes: number): string =>
  `${(bytes / MEGABYTE).toFixed(1)} MB: ${pathToFileURL(path.resolve(out)).href}`;

export const report = defineCommand({
  define: (command) =>
    command
      .argument(
        "<runs...>",
        "folders made by eval (tables, figures, episodes) and by train (curves, runs overlaid), in any mixture; of several models that zoom the first is taken for before, the last for after",
      )
      .option("--out <file>", "the HTML file", "report.html")
      .option("--md", "also write the tables as Markdown, beside it")
      .option("--title <text>", "title of the report", "Comic understanding")
      .option("--benchmark <folder>", "where the runs' benchmark is now")
      .option("--prices <file>", "JSON of prices per million tokens")
      .option(
        "--gallery <n>",
        "questions a task to show with their episodes; of train runs alone: episodes of their first and last sample",
        "3",
      ),
  examples: [
    "benday report runs/gpt-5 runs/qwen --out report.html --md",
    "benday report runs/* --prices prices.json --gallery 6",
    "benday report runs/rarl runs/plain --title 'RARL against plain RL' --out curves.html",
    "benday report runs/base runs/after-rarl runs/rarl --title 'Before and after' --out story.html",
  ],
  input: ReportInput,
  run: (input, terminal) => (input.args.every(isTrainingRun) ? curves(input) : measurements(input, terminal)),
});
