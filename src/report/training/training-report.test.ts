import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TrainEval, TrainStep } from "../../records/index.ts";
import { curvesOf, type TrainingLog } from "./curves.ts";
import { trainingSection } from "./training-sections.ts";
import { courseText, trainingTable } from "./training-table.ts";
import { writeTrainingReport } from "./write-training-report.ts";

const episodes = (accuracy: number) => ({
  episodes: 8,
  accuracy,
  calls: 1,
  iou: accuracy / 2,
  format: 1,
  invalid: 0,
  iouByCall: [{ calls: 8, iou: accuracy / 2 }],
  tasks: { "depth-comparison": { episodes: 8, accuracy, calls: 1 } },
});

const stepOf = (step: number, policy: boolean): TrainStep => ({
  kind: "train-step",
  version: 1,
  step,
  updates: step + 1,
  loss: 1 / (step + 1),
  tokens: { read: 9, own: 3, shortest: 1, mean: 1.5, longest: 2 },
  timings: { update: 1, total: 1, tokensPerSecond: 1 },
  ...(policy && {
    policy: {
      phase: "full",
      reward: { mean: step, std: 1 },
      terms: { format: 1, "tool-iou": 0.5 },
      paid: { format: 1 },
      groups: 1,
      zeroVariance: 0,
      refilled: 0,
      overlong: 0,
      entropy: 1,
      clipShare: 0,
      rolloutGap: { mean: 0, max: 0 },
      episodes: episodes(step / 10),
    },
  }),
});

const evalOf = (step: number): TrainEval => ({
  kind: "train-eval",
  version: 1,
  step,
  mode: "zoom",
  figures: episodes(step / 10),
  timings: { total: 1 },
});

const logOf = (name: string, policy: boolean, evals: readonly TrainEval[] = []): TrainingLog => ({
  name,
  steps: [0, 1, 2].map((step) => stepOf(step, policy)),
  evals,
});

const logs = [logOf("rarl", true, [0, 3].map(evalOf)), logOf("<b>sft</b>", false)];

test("a chart for each quantity that a run has, with a line a run", () => {
  const charts = new Map(
    curvesOf(logs).flatMap(({ curves }) => curves.map(({ title, lines }) => [title, lines])),
  );
  expect(charts.get("Reward")).toEqual([
    [
      [1, 0],
      [2, 1],
      [3, 2],
    ],
    [],
  ]);
  expect(charts.get("Loss")?.map((line) => line.length)).toEqual([3, 3]);
  expect(charts.get("Right answers, zoom")?.[0]).toEqual([
    [0, 0],
    [3, 0.3],
  ]);
  expect([...charts.keys()]).toEqual(
    expect.arrayContaining(["tool-iou", "Depth Comparison", "IoU of first zooms"]),
  );
  expect(charts.has("KL to the reference")).toBe(false);
  expect(charts.has("IoU of second zooms")).toBe(false);
});

test("the file asks nobody for anything, runs nothing, and escapes names", async () => {
  const folder = await mkdtemp(join(tmpdir(), "benday-curves-"));
  const out = join(folder, "deep", "curves.html");
  const bytes = await writeTrainingReport({ logs, title: "Two & two", out });
  const text = await readFile(out, "utf8");
  expect(await readdir(join(folder, "deep"))).toEqual(["curves.html"]);
  expect(bytes).toBe(Buffer.byteLength(text));
  expect(text).not.toMatch(/<script|(src|href)="(?!data:)|NaN|undefined|<b>/);
  expect(text).toContain("Two &amp; two");
  expect(text).toContain("&lt;b&gt;sft");
  await rm(folder, { recursive: true });
});

test("a row a run: means over the first and the last tenth, and a gap where there is no such figure", () => {
  const long: TrainingLog = {
    name: "long",
    steps: Array.from({ length: 40 }, (_, step) => stepOf(step, step < 20)),
    evals: [],
  };
  const [row, sft] = trainingTable([long, logOf("sft", false)]);
  // Rewards are those of 20 steps, each its number: two of them are a tenth.
  expect(row).toMatchObject({ name: "long", steps: 40, courses: { reward: { first: 0.5, last: 18.5 } } });
  expect(Object.keys(sft?.courses ?? {})).toEqual(["loss"]);
  expect(courseText(sft?.courses.loss)).toBe("1.00 → 0.33");
  expect(courseText(sft?.courses.iou)).toBe("–");
});

test("runs that differ in their seed alone are one row, one colour and one line with its spread", () => {
  const seeds = ["rarl-1", "rarl-2"].map((name) => ({ ...logOf(name, true), row: "rarl" }));
  const other = logOf("sft", false);
  const [row, alone] = trainingTable([...seeds, other]);
  expect(row).toMatchObject({ name: "rarl", runs: 2, steps: 3, courses: { reward: { first: 0, last: 2 } } });
  expect(alone).toMatchObject({ name: "sft", runs: 1 });
  const apart = { first: 0.3, last: 0.6, lowest: 0.55, highest: 0.654 };
  expect(courseText(apart)).toBe("0.30 → 0.60 (0.55–0.65)");
  const { html } = trainingSection([...seeds, other]);
  expect(html.match(/class="swatch/g)).toHaveLength(2);
  expect(html).toContain("<title>rarl, mean of 2 runs: ");
  expect(html).not.toContain("rarl-1");
});

test("as one section the curves stand under smaller headings, below a table that is their legend", () => {
  const { html } = trainingSection(logs);
  expect(html.match(/<section/g)).toHaveLength(1);
  expect(html.match(/<h2>/g)).toHaveLength(1);
  expect(html).toContain('<h3 class="group">Reward terms</h3>');
  expect(html.match(/class="swatch/g)).toHaveLength(logs.length);
  expect(html).not.toMatch(/NaN|undefined|<b>/);
});

test("a run has the colour of the measured model of its name, any other one of nobody's", () => {
  const names = ["plain", "RARL", "sft"];
  const coloursBeside = (...measured: readonly string[]) => {
    const { html } = trainingSection(
      names.map((name) => logOf(name, true)),
      measured,
    );
    return [...html.matchAll(/class="swatch series-(\d)"/g)].map(([, series]) => Number(series));
  };
  expect(coloursBeside()).toEqual([0, 1, 2]);
  expect(coloursBeside("base", "RARL")).toEqual([2, 1, 3]);
  expect(coloursBeside("a", "b", "c", "d", "e")).toEqual([5, 0, 1]);
});
