import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EVALS_FILE, STEPS_FILE, TRAIN_FILE, type TrainConfigText } from "../training/index.ts";
import { trainingLogs } from "./read-training.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "benday-training-logs-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The folder of a run that has taken no step yet. */
async function runOf(name: string, config: Partial<TrainConfigText>, hash = "a".repeat(64)): Promise<string> {
  const run = join(folder, name);
  await mkdir(run);
  const settings = {
    kind: "train-run",
    version: 1,
    harness: "0",
    config: { method: "sft", model: "model", bench: "bench", threads: 1, ...config },
    sources: { model: hash, benchmark: hash },
  };
  await writeFile(join(run, TRAIN_FILE), JSON.stringify(settings));
  for (const log of [STEPS_FILE, EVALS_FILE]) await writeFile(join(run, log), "");
  return run;
}

test("seeds of a row are one row wherever their model and data lay, other settings or models are not", async () => {
  const runs = await Promise.all([
    runOf("paper-1", { seed: "1" }),
    runOf("paper-2", { seed: "2", model: "/elsewhere/model", bench: "/elsewhere/bench", threads: 2 }),
    runOf("fast-1", { seed: "1", rate: 1e-3 }),
    runOf("fast-2", { seed: "2", rate: 2e-3 }),
    runOf("other-1", { seed: "1" }),
    runOf("other-2", { seed: "2" }, "b".repeat(64)),
  ]);
  const logs = await trainingLogs(runs);
  expect(logs.map(({ row }) => row)).toEqual(["paper", "paper", ...Array(4).fill(undefined)]);
});
