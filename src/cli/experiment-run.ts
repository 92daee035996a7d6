/**
 * An experiment, step by step, each left out where its result stands, so that the same command goes on:
 *
 *     experiment.json           what was asked for
 *     train/  test/             drawn pages and their benchmarks
 *     base/                     the model before, measured
 *     training/ROW-SEED/        a training run; its model/ is what was learnt
 *     measured/ROW-SEED/        that model, measured on the same questions
 *     report.html
 */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Condition } from "../records/index.ts";
import { holdSettingsFile, MODEL_FOLDER, type TrainSummary, train } from "../training/index.ts";
import { checkFlags } from "./check-flags.ts";
import type { Outcome } from "./command.ts";
import { report } from "./commands/report.ts";
import { drawnWorld, type World } from "./drawn-world.ts";
import { evaluateWith } from "./eval-words.ts";
import { bundledModel, type Experiment, ExperimentSchema, type Training } from "./experiment-file.ts";
import { listenForInterrupt } from "./interrupt.ts";
import type { Terminal } from "./terminal.ts";
import { trainListeners } from "./train-listeners.ts";
import { trainSettings } from "./train-settings.ts";
import { version } from "./version.ts";

export interface ExperimentResult {
  readonly end: TrainSummary["end"];
  /** Run folders of what was measured, the base first. */
  readonly measured: readonly string[];
  readonly trained: readonly string[];
  /** The HTML file; undefined where a training did not end. */
  readonly report: string | undefined;
}

/** For people and programs. */
export function experimentOutcome(
  { end, measured, trained, report: file }: ExperimentResult,
  folder: string,
): Outcome {
  const json = { kind: "experiment-report", version: 1, end, measured, trained, file: file ?? null };
  if (file !== undefined) return { text: `report: ${pathToFileURL(path.resolve(file)).href}`, json };
  const text =
    end.kind === "unsafe"
      ? `stopped in step ${end.step + 1}: ${end.quantity} is ${end.value}; try a lower rate in another folder`
      : `stopped; the same command goes on from ${folder}`;
  return { text, json, failed: end.kind === "unsafe" };
}

interface Place {
  readonly experiment: Experiment;
  readonly folder: string;
  readonly model: string;
  readonly trainBench: string;
  readonly testBench: string;
  readonly terminal: Terminal;
}

/** @param folder of everything that is made */
export async function runExperiment(
  experiment: Experiment,
  folder: string,
  terminal: Terminal,
): Promise<ExperimentResult> {
  const place = await prepare(experiment, folder, terminal);
  const base = path.join(folder, "base");
  terminal.status.note("measuring the model before it is trained");
  await measure(
    place,
    place.model,
    base,
    experiment.base.map((mode) => ({ mode })),
  );
  const measured = [base];
  const trained: string[] = [];
  for (const training of experiment.trainings)
    for (const seed of training.seeds) {
      const named = `${training.row}-${seed}`;
      const run = path.join(folder, "training", named);
      const end = await trainOne(place, training, seed, run);
      if (end.kind !== "complete") return { end, measured, trained, report: undefined };
      trained.push(run);
      const out = path.join(folder, "measured", named);
      await measure(place, path.join(run, MODEL_FOLDER), out, conditionsOf(training));
      measured.push(out);
    }
  const html = path.join(folder, REPORT_FILE);
  const flags = {
    args: [...measured, ...trained],
    out: html,
    title: experiment.title,
    gallery: "4",
    md: true,
  };
  await report.run(checkFlags(report.input, flags), terminal);
  return { end: { kind: "complete" }, measured, trained, report: html };
}

/** What is in the folder of an experiment. */
const EXPERIMENT_FILE = "experiment.json";
const REPORT_FILE = "report.html";
const PARTS = ["train", "test", "base", "training", "measured"] as const;

/** For an experiment that begins anew where it had ended; one that was stopped is left to go on. */
export async function clearFinishedExperiment(folder: string): Promise<void> {
  if (!existsSync(path.join(folder, REPORT_FILE)) || !existsSync(path.join(folder, EXPERIMENT_FILE))) return;
  for (const name of [...PARTS, REPORT_FILE, EXPERIMENT_FILE])
    await rm(path.join(folder, name), { recursive: true, force: true });
}

/** The pages of one part, drawn unless they stand there. @throws InputError where the folder is another experiment's */
export async function experimentWorld(
  experiment: Experiment,
  folder: string,
  part: "train" | "test",
  terminal: Terminal,
): Promise<World> {
  const { seed, pages } = experiment;
  await holdSettingsFile(path.join(folder, EXPERIMENT_FILE), ExperimentSchema, experiment);
  const size = part === "train" ? pages.trainSize : undefined;
  const drawn = { count: pages[part], seed: `${part}/${seed}`, ...(size && { size }) };
  const shares = { train: 0, validation: 0, test: 0, [part]: 1 };
  return drawnWorld(path.join(folder, part), { drawn, shares }, terminal);
}

async function prepare(experiment: Experiment, folder: string, terminal: Terminal): Promise<Place> {
  const model = experiment.model ?? bundledModel();
  const train = await experimentWorld(experiment, folder, "train", terminal);
  const test = await experimentWorld(experiment, folder, "test", terminal);
  return {
    ...{ experiment, folder, terminal, model },
    trainBench: train.bench,
    testBench: test.bench,
  };
}

const conditionsOf = ({ measured, counterfactuals }: Training): readonly Condition[] => [
  ...measured.map((mode): Condition => ({ mode })),
  ...counterfactuals.map((counterfactual): Condition => ({ mode: "zoom", counterfactual })),
];

/** Episodes at once: those of a model on this machine are computed together. */
const TOGETHER = 64;

async function measure(
  { experiment: { asking, tasks, limit }, testBench, terminal }: Place,
  model: string,
  out: string,
  conditions: readonly Condition[],
): Promise<void> {
  const modes = conditions.filter(({ counterfactual }) => counterfactual === undefined);
  const others = conditions.flatMap(({ counterfactual }) => counterfactual ?? []);
  const words = [
    ...[testBench, "--model", `local:${model}`, "--out", out, "--split", "test", "--encoding", "png"],
    ...["--mode", ...modes.map(({ mode }) => mode)],
    ...(others.length === 0 ? [] : ["--counterfactual", ...others]),
    ...["--task", ...tasks, "--limit", String(limit), "--concurrency", String(TOGETHER)],
    ...["--dialect", asking.dialect, "--max-turns", String(asking.maxTurns)],
    ...["--max-tokens", String(asking.maxTokens), "--max-pixels", String(asking.maxPixels)],
    ...["--zoom-max-pixels", String(asking.zoomMaxPixels)],
  ];
  await evaluateWith(words, terminal);
}

async function trainOne(
  { experiment: { asking, tasks }, trainBench: bench, model, terminal }: Place,
  { settings }: Training,
  seed: string,
  out: string,
): Promise<TrainSummary["end"]> {
  if (existsSync(path.join(out, MODEL_FOLDER))) return { kind: "complete" };
  const flags = { ...settings, ...asking, model, bench, seed, tasks };
  const config = await trainSettings({ out, flags });
  const interrupt = listenForInterrupt(() =>
    terminal.status.note("finishing this step; Ctrl-C again gives it up"),
  );
  terminal.status.note(`training ${path.basename(out)}`);
  try {
    const listeners = trainListeners(config, terminal);
    const { stop, abort } = interrupt;
    return (await train({ config, folder: out, harness: version(), stop, abort, ...listeners })).end;
  } finally {
    interrupt.release();
  }
}
