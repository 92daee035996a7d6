/** Small training runs by the command line, and one that is killed again and again beside one that is left alone. */
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, promisify } from "node:util";
import { canonicalJson } from "../../src/json.ts";
import type { Random } from "../../src/random.ts";
import { readTrainEvals, readTrainSamples, readTrainSteps } from "../../src/training/index.ts";

export const PROGRAM = fileURLToPath(new URL("../../bin/benday.js", import.meta.url));

/** `benday` as a process of its own, which has to succeed. */
export const benday = (...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [PROGRAM, ...words]);

export interface TrainPlace {
  readonly root: string;
  /** A path below the root. */
  at(name: string): string;
  /** The command line of a run in a folder of that name. */
  words(name: string): readonly string[];
  remove(): Promise<void>;
}

/** A coin pays, so that an untrained model has something to learn from. */
const COIN = {
  id: "coin",
  summary: "a coin, the zoom tool on offer",
  tool: "offered",
  phases: [{ name: "full", from: 0, pays: [{ term: "random-accuracy", weight: 1 }] }],
} as const;

export const STEPS = 12;
const SAMPLED = [0, 4, 8, 11];
const SETTINGS = {
  ...{ method: "rarl", strategy: COIN, tasks: ["depth-comparison", "action-recognition"], threads: 1 },
  ...{
    rate: 1e-3,
    kl: 0.01,
    steps: STEPS,
    prompts: 2,
    copies: 3,
    maxTokens: 8,
    maxPixels: 20_000,
    maxTurns: 2,
  },
  ...{ everyCheckpoint: 2, everyEval: 3, evalLimit: 1, everySample: 4 },
} as const;

/** A drawn benchmark, an untrained model and the settings of the runs, in a folder of their own. */
export async function trainPlace(): Promise<TrainPlace> {
  const root = await mkdtemp(join(tmpdir(), "benday-train-"));
  const at = (name: string) => join(root, name);
  const drawn = ["--pages", "8", "--size", "600x840", "--print", "0", "--workers", "1"];
  await benday("draw", "--out", at("pages"), ...drawn);
  await benday("build", at("pages"), "--out", at("benchmark"));
  await benday("tiny", "--out", at("tiny"), "--pages", "2", "--workers", "1");
  const recipe = at("recipe.json");
  await writeFile(recipe, canonicalJson({ ...SETTINGS, model: at("tiny"), bench: at("benchmark") }));
  return {
    root,
    at,
    words: (name) => ["train", "--recipe", recipe, "--out", at(name)],
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** All that two equal runs share, as text and hashes. */
export async function trainOutcome(folder: string) {
  const untimed = (record: object) => ({ ...record, timings: undefined });
  const hashOf = async (...place: readonly string[]) =>
    createHash("sha256")
      .update(await readFile(join(folder, ...place)))
      .digest("hex");
  const checkpoints = (await readdir(join(folder, "checkpoints"))).toSorted();
  const newest = checkpoints.at(-1) ?? "";
  return {
    steps: (await Array.fromAsync(readTrainSteps(folder))).map(untimed),
    evals: (await Array.fromAsync(readTrainEvals(folder))).map(untimed),
    samples: await Promise.all(SAMPLED.map((step) => Array.fromAsync(readTrainSamples(folder, step)))),
    checkpoints,
    optimiser: await hashOf("checkpoints", newest, "optimiser.safetensors"),
    parameters: await hashOf("checkpoints", newest, "parameters.safetensors"),
    model: await hashOf("model", "model.safetensors"),
  };
}

export interface TrainKillReport {
  /** Kills that hit a run at work. */
  readonly kills: number;
  /** Runs that were killed, some of them often, and then came to their end. */
  readonly runs: number;
  /** Kills by the number of whole steps in the log. */
  readonly killsAfter: Readonly<Record<string, number>>;
  /** What of which run was another than in the run that was left alone. */
  readonly differences: readonly string[];
}

export interface TrainKillOptions {
  readonly place: TrainPlace;
  readonly kills: number;
  readonly random: Random;
  readonly progress?: (line: string) => void;
}

/**
 * Starts a run and kills it with SIGKILL at a random moment, again and again in one folder, until it is complete; then in
 * the next folder, until there were so many kills. The last run is left to end. The undisturbed one stays as `whole`.
 */
export async function killTraining({
  place,
  kills,
  random,
  progress,
}: TrainKillOptions): Promise<TrainKillReport> {
  const began = performance.now();
  await benday(...place.words("whole"));
  const whole = performance.now() - began;
  const expected = await trainOutcome(place.at("whole"));
  const killsAfter: Record<string, number> = {};
  const differences: string[] = [];
  let [done, runs] = [0, 0];
  while (done < kills) {
    const name = `killed-${++runs}`;
    while (done < kills && (await killOnce(place.words(name), random.range(0.3, 1) * whole))) {
      done++;
      const steps = await stepsIn(place.at(name));
      killsAfter[steps] = (killsAfter[steps] ?? 0) + 1;
      progress?.(`kill ${done} of ${kills}, run ${runs}, behind step ${steps}`);
    }
    await benday(...place.words(name));
    differences.push(...(await differencesFrom(expected, place.at(name))));
  }
  return { kills: done, runs, killsAfter, differences };
}

/** Whether the process was still at work. */
async function killOnce(words: readonly string[], afterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), afterMs);
  const [, signal] = await once(child, "exit");
  clearTimeout(timer);
  return signal === "SIGKILL";
}

async function stepsIn(folder: string): Promise<number> {
  const text = await readFile(join(folder, "steps.jsonl"), "utf8").catch(() => "");
  return text.split("\n").length - 1;
}

async function differencesFrom(
  expected: Awaited<ReturnType<typeof trainOutcome>>,
  folder: string,
): Promise<readonly string[]> {
  const outcome = new Map<string, unknown>(Object.entries(await trainOutcome(folder)));
  const other = Object.entries(expected).filter(
    ([part, value]) => !isDeepStrictEqual(outcome.get(part), value),
  );
  const left = (await readdir(folder)).filter((name) => name.startsWith("."));
  return [
    ...other.map(([part]) => `${folder}: other ${part}`),
    ...left.map((name) => `${folder}: ${name} was left behind`),
  ];
}
