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
import { InputError } from "../errors.ts";
import type { Condition } from "../records/index.ts";
import { holdSettingsFile, MODEL_FOLDER, type TrainSummary, train } from "../training/index.ts";
import { checkFlags } from "./check-flags.ts";
import type { Outcome } from "./command.ts";
import { report } from "./commands/report.ts";
import { drawnWorld, type World } from "./drawn-world.ts";
import { evaluateWith } from "./eval-words.ts";
import { type Experiment, ExperimentSchema, startingModel, type Training } from "./experiment-file.ts";
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
  /** The HTML file; undefined where a training did not end, or only parts were asked for. */
  readonly report: string | undefined;
}

/** For people and programs. */
export function experimentOutcome(
  { end, measured, trained, report: file }: ExperimentResult,
  folder: string,
): Outcome {
  const json = { kind: "experiment-report", version: 1, end, measured, trained, file: file ?? null };
  if (file !== undefined) return { text: `report: ${pathToFileURL(path.resolve(file)).href}`, json };
  return { text: unreportedText(end, folder, measured), json, failed: end.kind === "unsafe" };
}

function unreportedText(end: TrainSummary["end"], folder: string, measured: readonly string[]): string {
  if (end.kind === "unsafe")
    return `stopped in step ${end.step + 1}: ${end.quantity} is ${end.value}; try a lower rate in another folder`;
  if (end.kind !== "complete") return `stopped; the same command goes on from ${folder}`;
  const parts = measured.map((run) => path.basename(run)).join(", ");
  return `measured: ${parts}; without --only the same command does the rest and reports on all`;
}

interface Place {
  readonly experiment: Experiment;
  readonly folder: string;
  readonly model: string;
  readonly trainBench: string;
  readonly testBench: string;
  readonly terminal: Terminal;
}

/** One training with one of its seeds; its name is that of its folders. */
interface Job {
  readonly name: string;
  readonly training: Training;
  readonly seed: string;
}

const jobsOf = ({ trainings }: Experiment): readonly Job[] =>
  trainings.flatMap((training) =>
    training.seeds.map((seed) => ({ name: `${training.row}-${seed}`, training, seed })),
  );

/** The part of an experiment that is not trained. */
const BASE = "base";

/** The name of a row stands for all its seeds. @throws InputError where the experiment has no such part */
function chosenParts(experiment: Experiment, only: readonly string[]): ReadonlySet<string> {
  const jobs = jobsOf(experiment);
  const parts = only.flatMap((asked) => {
    if (asked === BASE) return [BASE];
    const named = jobs.filter(({ name, training }) => name === asked || training.row === asked);
    if (named.length > 0) return named.map(({ name }) => name);
    const known = [BASE, ...jobs.map(({ name }) => name)];
    throw new InputError({ at: "--only", expected: `parts among ${known.join(", ")}`, found: asked });
  });
  return new Set(parts);
}

/**
 * @param folder of everything that is made
 * @param only the parts that are run; all, and the report over them, unless given
 */
export async function runExperiment(
  experiment: Experiment,
  folder: string,
  terminal: Terminal,
  only?: readonly string[],
): Promise<ExperimentResult> {
  const chosen = only && chosenParts(experiment, only);
  const place = await prepare(experiment, folder, terminal);
  const measured: string[] = [];
  const trained: string[] = [];
  if (chosen?.has(BASE) !== false) measured.push(await measureBase(place));
  for (const job of jobsOf(experiment)) {
    if (chosen?.has(job.name) === false) continue;
    const run = path.join(folder, "training", job.name);
    const end = await trainOne(place, job, run);
    if (end.kind !== "complete") return { end, measured, trained, report: undefined };
    trained.push(run);
    const out = path.join(folder, "measured", job.name);
    await measure(place, path.join(run, MODEL_FOLDER), out, conditionsOf(job.training));
    measured.push(out);
  }
  const end = { kind: "complete" } as const;
  if (chosen !== undefined) return { end, measured, trained, report: undefined };
  return { end, measured, trained, report: await reportOn(place, [...measured, ...trained]) };
}

async function measureBase(place: Place): Promise<string> {
  const out = path.join(place.folder, BASE);
  place.terminal.status.note("measuring the model before it is trained");
  await measure(
    place,
    place.model,
    out,
    place.experiment.base.map((mode) => ({ mode })),
  );
  return out;
}

async function reportOn({ experiment, folder, terminal }: Place, runs: readonly string[]): Promise<string> {
  const out = path.join(folder, REPORT_FILE);
  const flags = { args: runs, out, title: experiment.title, gallery: "4", md: true };
  await report.run(checkFlags(report.input, flags), terminal);
  return out;
}

/** What is in the folder of an experiment. */
const EXPERIMENT_FILE = "experiment.json";
const REPORT_FILE = "report.html";
const PARTS = ["train", "test", BASE, "training", "measured"] as const;

/** For an experiment that begins anew where it had ended; one that was stopped is left to go on. */
export async function clearFinishedExperiment(folder: string): Promise<void> {
  if (!existsSync(path.join(folder, REPORT_FILE)) || !existsSync(path.join(folder, EXPERIMENT_FILE))) return;
  for (const name of [...PARTS, REPORT_FILE, EXPERIMENT_FILE])
    await rm(path.join(folder, name), { recursive: true, force: true });
}

/**
 * What an experiment must have in common with the one in its folder. It may grow, by rows, seeds and ways of measuring; but no
 * row may go, or come to mean another training.
 */
function heldOf({ title, base, trainings, ...world }: Experiment, earlier: Experiment): Map<string, unknown> {
  const known = new Set(earlier.trainings.map(({ row }) => row));
  const settings = trainings
    .filter(({ row }) => known.has(row))
    .flatMap((training) =>
      Object.entries(training.settings).map(([name, value]) => [`${training.row}.${name}`, value] as const),
    );
  return new Map([...Object.entries(world), ...settings]);
}

/** The pages of one part, drawn unless they stand there. @throws InputError where the folder is another experiment's */
export async function experimentWorld(
  experiment: Experiment,
  folder: string,
  part: "train" | "test",
  terminal: Terminal,
): Promise<World> {
  const { seed, pages } = experiment;
  await holdSettingsFile(path.join(folder, EXPERIMENT_FILE), ExperimentSchema, experiment, heldOf);
  const size = part === "train" ? pages.trainSize : undefined;
  const drawn = { count: pages[part], seed: `${part}/${seed}`, ...(size && { size }) };
  const shares = { train: 0, validation: 0, test: 0, [part]: 1 };
  return drawnWorld(path.join(folder, part), { drawn, shares }, terminal);
}

async function prepare(experiment: Experiment, folder: string, terminal: Terminal): Promise<Place> {
  const model = startingModel(experiment);
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
  { training: { settings }, seed }: Job,
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
