import { z } from "zod";
import { type BenchmarkStats, benchmarkStats } from "../../benchmark/index.ts";
import { SPLITS } from "../../records/index.ts";
import { defineCommand } from "../command.ts";
import { folderFlag } from "../flags.ts";
import { percent, textTable } from "../table.ts";

function table2({ table2: rows }: BenchmarkStats): string {
  const head = ["task", "answer", "choices", ...SPLITS, "all"];
  const cells = rows.map((row) => [
    row.task,
    row.answer,
    row.choices.join("/") || "-",
    ...SPLITS.map((split) => row.splits[split]),
    row.questions,
  ]);
  return textTable([head, ...cells]);
}

function figure3({ figure3: counts }: BenchmarkStats): string {
  return Object.entries(counts)
    .map(([name, values]) => {
      const cells = Object.entries(values).map(([key, count]) => `${key} ${count}`);
      return `${name}: ${cells.join(", ")}`;
    })
    .join("\n");
}

function evidenceTable({ evidence }: BenchmarkStats): string {
  const rows = evidence.map(({ task, questions, ...at }) => [
    task,
    questions,
    ...[at.p10, at.median, at.p90].map((side) => side.toFixed(1)),
  ]);
  return textTable([["task", "n", "10 %", "median", "90 %"], ...rows]);
}

function blindTable({ baselines }: BenchmarkStats): string {
  const head = ["task", "blind baseline", "right", "n", "accuracy", "99 % interval", "chance", ""];
  const rows = baselines
    .toSorted((a, b) => (a.task < b.task ? -1 : a.task > b.task ? 1 : 0))
    .map((score) => [
      score.task,
      score.baseline,
      score.right,
      score.n,
      percent(score.accuracy),
      `${percent(score.interval.low)} - ${percent(score.interval.high)}`,
      percent(score.chance),
      score.shortcut ? "SHORTCUT" : "",
    ]);
  return textTable([head, ...rows]);
}

function priorTable({ priors }: BenchmarkStats): string {
  const rows = priors.map(({ task, form, questions, answers: [first] }) => [
    task,
    form,
    questions,
    percent(first?.share ?? 0),
    excerpt(first?.answer ?? ""),
  ]);
  return textTable([["task", "form", "n", "share", "most frequent answer"], ...rows]);
}

/** Characters; a line of dialogue as an answer would break the table. */
const LONGEST_CELL = 40;
const excerpt = (text: string): string =>
  text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 3)}...` : text;

function describeStats(stats: BenchmarkStats): string {
  return [
    `${stats.questions} questions about ${stats.pages} pages`,
    "",
    table2(stats),
    "",
    figure3(stats),
    "",
    priorTable(stats),
    "",
    "Smallest thing to make out, px on a page shown 320 px wide (short side; letters for lettering):",
    evidenceTable(stats),
    "",
    blindTable(stats),
    "",
    "A blind baseline is a shortcut when even the lower bound of its interval lies over 3 points above chance.",
  ].join("\n");
}

export const stats = defineCommand({
  define: (command) => command.argument("<benchmark>", "a folder made by build"),
  examples: ["benday stats benchmark", "benday stats benchmark --json | jq .table2"],
  input: z.strictObject({ args: z.tuple([folderFlag], "one benchmark folder") }),
  run: async ({ args: [folder] }) => {
    const result = await benchmarkStats(folder);
    return { text: describeStats(result), json: result };
  },
});
