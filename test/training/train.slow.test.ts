import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seeded } from "../../src/random.ts";
import {
  benday,
  killTraining,
  PROGRAM,
  STEPS,
  type TrainPlace,
  trainOutcome,
  trainPlace,
} from "./train-kills.ts";

let place: TrainPlace;
beforeAll(async () => {
  place = await trainPlace();
});
afterAll(() => place.remove());

test("runs that are killed at random moments end as an undisturbed one", async () => {
  const report = await killTraining({ place, kills: 8, random: seeded("kills") });
  expect(report).toMatchObject({ kills: 8, differences: [] });
  const { steps, samples } = await trainOutcome(place.at("whole"));
  expect(steps).toMatchObject(Array.from({ length: STEPS }, (_, step) => ({ step })));
  expect(new Set(steps.map((step) => JSON.stringify(step))).size).toBe(STEPS);
  expect(samples.every((episodes) => episodes.length > 0)).toBe(true);
});

test("the report draws its curves and shows its episodes", async () => {
  const out = path.join(place.root, "report", "curves.html");
  await benday("report", place.at("whole"), "--out", out, "--gallery", "1");
  const text = await readFile(out, "utf8");
  expect(text).toContain("whole, step 1<");
  expect(text).toContain("whole, step 12<");
  expect(text.match(/<polyline/g)?.length).toBeGreaterThan(10);
  const mixed = benday("report", place.at("whole"), place.at("tiny"), "--out", out);
  await expect(mixed).rejects.toThrow(/expected a run folder/);
});

test("measured runs and training runs make one report, whichever comes first", async () => {
  const [run, out] = [place.at("measured"), path.join(place.root, "report", "story.html")];
  const asked = ["--model", "scripted:oracle", "--mode", "zoom", "--split", "all", "--limit", "1"];
  await benday("eval", place.at("benchmark"), ...asked, "--out", run, "--quiet");
  for (const folders of [
    [place.at("whole"), run],
    [run, place.at("whole")],
  ]) {
    const { stdout } = await benday("report", ...folders, "--out", out, "--md", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "run-report",
      runs: [{ name: "measured" }],
      training: [{ name: "whole", steps: STEPS }],
    });
    const text = await readFile(out, "utf8");
    const places = ['id="spending"', 'id="training"', 'id="gallery"'].map((id) => text.indexOf(id));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(await readFile(out.replace(/html$/, "md"), "utf8")).toContain(`| whole | 1 | ${STEPS} |`);
  }
});

test("Ctrl-C finishes the step, saves, and says how to go on", async () => {
  const child = spawn(process.execPath, [PROGRAM, ...place.words("stopped")]);
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
    /^stopped after (\d) of 12 steps, all saved; go on with: benday (.*)$/m.exec(printed) ?? [];
  const kept = (await readdir(path.join(place.at("stopped"), "checkpoints"))).toSorted();
  expect(kept.at(-1)).toBe(`step-0000000${done}`);
  const { stdout } = await benday(...words.split(" "));
  expect(stdout).toMatch(/^complete: /);
  const { checkpoints: _, ...same } = await trainOutcome(place.at("whole"));
  expect(await trainOutcome(place.at("stopped"))).toMatchObject(same);
});
