import { createHash } from "node:crypto";
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listCheckpoints } from "../../engine/index.ts";
import { InputError } from "../../errors.ts";
import { seeded } from "../../random.ts";
import { type ToyOptions, toyLearner, toyRun } from "./fixtures/toy-learner.ts";
import { CHECKPOINTS_FOLDER, readTrainEvals, readTrainSteps } from "./train-folder.ts";
import { runTraining } from "./train-run.ts";

let root = "";
let next = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "benday-train-"));
});
afterAll(() => rm(root, { recursive: true }));

const freshFolder = () => join(root, String(next++));
const train = (folder: string, options: ToyOptions = {}, run = toyRun()) =>
  runTraining({ folder, run, learner: toyLearner(options) });

/** Everything that a run leaves but timings: the logs, the newest checkpoint's files and the model, as hashes. */
async function outcomeOf(folder: string) {
  const withoutTimings = <Timed extends object>(record: Timed) => ({ ...record, timings: undefined });
  const steps = (await Array.fromAsync(readTrainSteps(folder))).map(withoutTimings);
  const evals = (await Array.fromAsync(readTrainEvals(folder))).map(withoutTimings);
  const [newest = ""] = (await listCheckpoints(join(folder, CHECKPOINTS_FOLDER))).slice(-1);
  const files = [
    join(folder, "model", "weights"),
    join(newest, "parameters.safetensors"),
    join(newest, "optimiser.safetensors"),
  ];
  const hashes = await Promise.all(
    files.map(async (file) =>
      createHash("sha256")
        .update(await readFile(file))
        .digest("hex"),
    ),
  );
  return { steps, evals, hashes };
}

/** What a killed process leaves: the folder as it stood, the lock of a process that is gone. */
class Killed extends Error {}

describe("a run", () => {
  test("logs each step, measures before the first and behind the last, and writes the model", async () => {
    const folder = freshFolder();
    const { end, done, model } = await train(folder);
    expect({ end, done, model }).toEqual({
      end: { kind: "complete" },
      done: 7,
      model: join(folder, "model"),
    });
    const { steps, evals } = await outcomeOf(folder);
    expect(steps.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(evals.map(({ step }) => step)).toEqual([0, 2, 4, 6, 7]);
    const kept = await listCheckpoints(join(folder, CHECKPOINTS_FOLDER));
    expect(kept.map((path) => path.slice(-2))).toEqual(["06", "07"]);
  });

  test("that is cut short in the middle of any step ends as an undisturbed one", async () => {
    const whole = freshFolder();
    await train(whole);
    const expected = await outcomeOf(whole);
    const random = seeded("kills");
    for (let first = 0; first < 7; first++) {
      const folder = freshFolder();
      const kills = [first, first, random.int(7)];
      for (const at of kills) {
        const inside = (step: number) => {
          if (step === at) throw new Killed();
        };
        await train(folder, { inside }).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
        // A line that was being written.
        await appendFile(join(folder, "steps.jsonl"), '{"kind":"train-st');
      }
      await train(folder);
      expect(await outcomeOf(folder), `killed in steps ${kills}`).toEqual(expected);
      await train(folder);
      expect(await outcomeOf(folder), "done already").toEqual(expected);
    }
  });

  test("clears away checkpoints that a kill kept from being removed, whole or torn", async () => {
    const folder = freshFolder();
    await train(folder);
    const place = join(folder, CHECKPOINTS_FOLDER);
    const names = await readdir(place);
    await cp(join(place, names.at(-1) ?? ""), join(place, "step-00000001"), { recursive: true });
    await mkdir(join(place, "step-00000002"));
    await writeFile(join(place, "step-00000002", "parameters.safetensors"), "torn");
    await train(folder);
    expect(await readdir(place)).toEqual(names);
  });

  test("saves where it is asked to stop, and goes on from there", async () => {
    const [folder, whole] = [freshFolder(), freshFolder()];
    await train(whole);
    const stop = new AbortController();
    const inside = (step: number) => {
      if (step === 3) stop.abort();
    };
    const options = { folder, run: toyRun(), learner: toyLearner({ inside }), stop: stop.signal };
    const { end, done, checkpoint = "" } = await runTraining(options);
    expect({ end, done }).toEqual({ end: { kind: "stopped" }, done: 4 });
    expect(checkpoint).toMatch(/step-00000004$/);
    const starts: number[] = [];
    const onStart = (from: number) => starts.push(from);
    await runTraining({ folder, run: toyRun(), learner: toyLearner(), onStart });
    expect(starts).toEqual([4]);
    expect(await outcomeOf(folder)).toEqual(await outcomeOf(whole));
  });

  test("ends at once where it is told to, without the step under way", async () => {
    const abort = new AbortController();
    const inside = (step: number) => {
      if (step !== 4) return;
      abort.abort();
      throw new Error("given up");
    };
    const folder = freshFolder();
    const learner = toyLearner({ inside });
    const { end, checkpoint = "" } = await runTraining({
      folder,
      run: toyRun(),
      learner,
      abort: abort.signal,
    });
    expect(end).toEqual({ kind: "aborted" });
    expect(checkpoint).toMatch(/step-00000003$/);
  });

  test("stops at a loss that is no number, the bad update unsaved", async () => {
    const folder = freshFolder();
    const {
      end,
      done,
      checkpoint = "",
      model,
    } = await train(folder, {
      lossOf: (step) => (step === 5 ? Number.NaN : 1),
    });
    expect(end).toEqual({ kind: "unsafe", step: 5, quantity: "loss", value: Number.NaN, limit: undefined });
    expect({ done, model }).toEqual({ done: 5, model: undefined });
    expect(checkpoint).toMatch(/step-00000003$/);
    expect((await Array.fromAsync(readTrainSteps(folder))).length).toBe(5);
  });
});

describe("a folder", () => {
  test("with other settings is refused, each difference named", async () => {
    const folder = freshFolder();
    await train(folder);
    const other = toyRun({ rate: 0.5, steps: 9 });
    await expect(train(folder, {}, other)).rejects.toThrow(
      /rate 0\.5 instead of 0\.00001; steps 9 instead of 7/,
    );
  });

  test("with a model that has moved goes on, with another model it does not", async () => {
    const folder = freshFolder();
    await train(folder);
    await expect(train(folder, {}, toyRun({ model: "elsewhere" }))).resolves.toBeDefined();
    const other = { ...toyRun(), sources: { model: "1".repeat(64) } };
    await expect(train(folder, {}, other)).rejects.toThrow(/model "1+\.*.*instead of/);
  });

  test("of somebody else, and one with a log that was cut, are refused", async () => {
    const [foreign, cut] = [freshFolder(), freshFolder()];
    await train(cut);
    await writeFile(join(cut, "steps.jsonl"), "");
    await expect(train(cut)).rejects.toThrow(InputError);
    await rm(join(cut, "train.json"));
    await expect(train(cut)).rejects.toThrow(/expected a new or empty folder/);
    await expect(train(foreign)).resolves.toBeDefined();
  });
});
