import { expect, test } from "vitest";
import { runOf } from "./fixtures/before-after.ts";
import { seedsHtml } from "./html/seeds-html.ts";
import { seriesOf } from "./html/series.ts";
import { runReport } from "./run-report.ts";
import { runReportHtml } from "./run-report-html.ts";
import { runReportMarkdown } from "./run-report-markdown.ts";
import { type SeedsRow, seedsTable } from "./seeds-table.ts";
import { systemsOf } from "./systems.ts";

const runs = [runOf("base", 0), runOf("rarl-1", 1), runOf("rarl-2", 0)];
const ROWS = new Map([
  ["rarl-1", "rarl"],
  ["rarl-2", "rarl"],
]);
const training = [...ROWS].map(([name, row]) => ({ name, row, steps: [], evals: [] }));

const rowOf = (table: readonly SeedsRow[], name: string): SeedsRow | undefined =>
  table.find(({ row, condition }) => row === name && condition.mode === "zoom");

test("means and ends over the runs of a row, single systems beside them", () => {
  const table = seedsTable(systemsOf(runs, ROWS));
  expect(table.map(({ row, condition, runs: count }) => [row, condition.mode, count])).toEqual([
    ["base", "page", 1],
    ["base", "zoom", 1],
    ["rarl", "page", 2],
    ["rarl", "zoom", 2],
  ]);
  const [before, after] = [runOf("x", 0), runOf("x", 1)].map(({ scores }) => {
    const asked = scores.filter(({ task, mode }) => task === "depth-comparison" && mode === "zoom");
    return asked.filter(({ outcome }) => outcome === "correct").length / asked.length;
  });
  const figure = rowOf(table, "rarl")?.tasks["depth-comparison"];
  expect(figure?.accuracy).toEqual({
    mean: ((before ?? 0) + (after ?? 0)) / 2,
    lowest: Math.min(before ?? 0, after ?? 0),
    highest: Math.max(before ?? 0, after ?? 0),
  });
  expect(figure?.iou?.mean).toBeGreaterThan(0);
  expect(rowOf(table, "base")?.tasks["depth-comparison"]?.accuracy.mean).toBe(before);
});

test("nothing where nothing was repeated", () => {
  expect(seedsTable(systemsOf(runs))).toEqual([]);
});

test("the report shows them first, and its models in the colour of their row", async () => {
  const questions = new Map();
  const prepared = runReport({ runs, questions, training });
  const { report } = prepared;
  async function* noEpisodes() {}
  const parts = await Array.fromAsync(runReportHtml(prepared, "Title", noEpisodes()));
  expect(parts.join("")).toContain("2 training runs; benchmark");
  const markdown = runReportMarkdown(report, "Title");
  expect(markdown.indexOf("## Rows over their seeds")).toBeLessThan(markdown.indexOf("## Models and tasks"));
  expect(markdown).toMatch(/\| rarl \| zoom \| 2 \| [\d.]+ \([\d.]+–[\d.]+\), IoU [\d.]+ \|/);
  expect(seriesOf(report.models.rows)).toEqual([0, 1, 1]);
  const { html } = seedsHtml(report.seeds);
  expect(html.match(/<th scope="row">rarl<\/th>/g)).toHaveLength(1);
  expect(html).not.toMatch(/NaN|undefined/);
});
