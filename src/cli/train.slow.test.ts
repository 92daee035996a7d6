import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { seeded } from "../random.ts";
import { readTrainEvals, readTrainSamples, readTrainSteps } from "../training/index.ts";

const program = fileURLToPath(new URL("../../bin/benday.js", import.meta.url));
const benday = (...line: readonly string[]) => promisify(execFile)(process.execPath, [program, ...line]);

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "benday-train-"));
  const [pages, benchmark, tiny] = ["pages", "benchmark", "tiny"].map((name) => path.join(root, name));
  const drawn = ["--pages", "8", "--size", "600x840", "--print", "0", "--workers", "1"];
  await benday("draw", "--out", pages ?? "", ...drawn);
  await benday("build", pages ?? "", "--out", benchmark ?? "");
  await benday("tiny", "--out", tiny ?? "", "--pages", "2", "--workers", "1");
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** A coin pays, so that an untrained model has something to learn from. */
const settings = (name: string): readonly string[] => [
  ...["train", "--method", "grpo", "--strategy", "random-accuracy"],
  ...[
    "--model",
    path.join(root, "tiny"),
    "--bench",
    path.join(root, "benchmark"),
    "--out",
    path.join(root, name),
  ],
  ...[
    "--tasks",
    "depth-comparison",
    "action-recognition",
    "--threads",
    "1",
    "--rate",
    "1e-3",
    "--kl",
    "0.01",
  ],
  ...["--steps", "6", "--prompts", "2", "--copies", "3", "--max-tokens", "8", "--max-pixels", "20000"],
  ...["--every-checkpoint", "2", "--every-eval", "3", "--eval-limit", "1", "--every-sample", "2"],
];

/** All that two equal runs share, as text and hashes. */
async function outcomeOf(name: string): Promise<unknown> {
  const folder = path.join(root, name);
  const untimed = (record: object) => ({ ...record, timings: undefined });
  const hashOf = async (...place: readonly string[]) =>
    createHash("sha256")
      .update(await readFile(path.join(folder, ...place)))
      .digest("hex");
  const checkpoints = (await readdir(path.join(folder, "checkpoints"))).toSorted();
  const newest = checkpoints.at(-1) ?? "";
  return {
    steps: (await Array.fromAsync(readTrainSteps(folder))).map(untimed),
    evals: (await Array.fromAsync(readTrainEvals(folder))).map(untimed),
    samples: await Promise.all([0, 2, 4, 5].map((step) => Array.fromAsync(readTrainSamples(folder, step)))),
    checkpoints,
    optimiser: await hashOf("checkpoints", newest, "optimiser.safetensors"),
    parameters: await hashOf("checkpoints", newest, "parameters.safetensors"),
    model: await hashOf("model", "model.safetensors"),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

test("a run that is killed at random moments ends as an undisturbed one", async () => {
  const whole = await timed(() => benday(...settings("whole")));
  const expected = await outcomeOf("whole");
  expect(expected).toMatchObject({ steps: Array.from({ length: 6 }, (_, step) => ({ step })) });
  const random = seeded("kills");
  for (let kill = 0; kill < 8; kill++) {
    const child = spawn(process.execPath, [program, ...settings("killed")], { stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), random.range(0.1, 0.7) * whole);
    await once(child, "exit");
    clearTimeout(timer);
  }
  await benday("train", "--out", path.join(root, "killed"));
  expect(await outcomeOf("killed")).toEqual(expected);
  expect((await readdir(root)).toSorted()).toEqual(["benchmark", "killed", "pages", "tiny", "whole"]);
  expect((await readdir(path.join(root, "killed"))).filter((name) => name.startsWith("."))).toEqual([]);
});

test("the report draws its curves and shows its episodes", async () => {
  const out = path.join(root, "report", "curves.html");
  await benday("report", path.join(root, "whole"), "--out", out, "--gallery", "1");
  const text = await readFile(out, "utf8");
  expect(text).toContain("whole, step 1<");
  expect(text).toContain("whole, step 6<");
  expect(text.match(/<polyline/g)?.length).toBeGreaterThan(10);
  const mixed = benday("report", path.join(root, "whole"), path.join(root, "tiny"), "--out", out);
  await expect(mixed).rejects.toThrow(/expected a training run/);
});

test("Ctrl-C finishes the step, saves, and says how to go on", async () => {
  const child = spawn(process.execPath, [program, ...settings("stopped")]);
  let printed = "";
  let said = "";
  child.stdout.on("data", (data: Buffer) => (printed += data.toString()));
  child.stderr.on("data", (data: Buffer) => {
    if (!said.includes("step ") && data.toString().includes("step ")) child.kill("SIGINT");
    said += data.toString();
  });
  const [code, signal] = await once(child, "exit");
  expect({ code, signal }).toEqual({ code: 0, signal: null });
  const [, done = "", words = ""] =
    /^stopped after (\d) of 6 steps, all saved; go on with: benday (.*)$/m.exec(printed) ?? [];
  const kept = (await readdir(path.join(root, "stopped", "checkpoints"))).toSorted();
  expect(kept.at(-1)).toBe(`step-0000000${done}`);
  const { stdout } = await benday(...words.split(" "));
  expect(stdout).toMatch(/^complete: /);
  const { checkpoints: _, ...same } = z.record(z.string(), z.unknown()).parse(await outcomeOf("whole"));
  expect(await outcomeOf("stopped")).toMatchObject(same);
});
