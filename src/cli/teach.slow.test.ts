import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadModel } from "../engine/index.ts";
import { CurriculumSchema } from "../training/teach/curriculum.ts";
import { main } from "./main.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "benday-teach-"));
  await writeFile(path.join(root, "curriculum.json"), JSON.stringify(CURRICULUM));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const CURRICULUM = {
  ...{ maxPixels: 52 * 28 * 28, zoomMaxPixels: 64 * 28 * 28 },
  stages: [
    {
      ...{ id: "find", steps: 2, batch: 8, rate: 1e-3, tint: { from: 1, to: 0 } },
      lessons: { locate: 1, caption: 1 },
    },
    {
      ...{ id: "answer", steps: 2, batch: 8, rate: 1e-3, schedule: "linear" },
      lessons: { "panel-answer": 0.5, "page-answer": 0.5, "zoom-jittered": 1, "zoom-near": 1 },
    },
  ],
};

async function run(...words: readonly string[]) {
  let [out, error] = ["", ""];
  const code = await main(["teach", ...words, "--workers", "2", "--threads", "2", "--json"], {
    out: { write: (text: string) => (out += text) },
    error: { write: (text: string) => (error += text) },
  });
  return { code, error, report: out === "" ? undefined : JSON.parse(out) };
}

const inRoot = (...names: readonly string[]) => path.join(root, ...names);
const teaching = (out: string, ...more: readonly string[]) =>
  run(
    ...[
      "--out",
      inRoot(out),
      "--run",
      inRoot("run"),
      "--pages",
      "6",
      "--gate-pages",
      "2",
      "--gate-limit",
      "2",
    ],
    ...[
      "--curriculum",
      inRoot("curriculum.json"),
      "--tasks",
      "action-recognition",
      "depth-comparison",
      ...more,
    ],
  );

test("a command and a seed make a model, its card and its gate; again, it goes on where it stood", async () => {
  const { code, report, error } = await teaching("tiny");
  expect(code, error).toBe(0);
  expect(report).toMatchObject({ kind: "teach-report", passed: [], model: inRoot("tiny") });
  expect(report.gates.map(({ task }: { task: string }) => task)).toEqual([
    "action-recognition",
    "depth-comparison",
  ]);
  for (const { checks } of report.gates)
    expect(checks.map(({ id, n }: { id: string; n: number }) => [id, n]).slice(0, 3)).toEqual([
      ["panel", 2],
      ["page", 2],
      ["calling", 2],
    ]);
  const card = await readFile(inRoot("tiny", "README.md"), "utf8");
  for (const fact of [
    "6 pages of 700 x 1000 px",
    "--seed 1",
    "| find | action-recognition, depth-comparison | 2 | 8 |",
    "MISSES the gate",
    "--curriculum curriculum.json",
  ])
    expect(card).toContain(fact);
  expect(card).not.toContain("- `zoom-aimed`");
  const curriculum = JSON.parse(await readFile(inRoot("tiny", "curriculum.json"), "utf8"));
  expect(curriculum).toEqual(CurriculumSchema.parse(CURRICULUM));
  const { architecture } = await loadModel(inRoot("tiny"));
  expect(architecture.pictures.sizeOf({ width: 1400, height: 2000 })).toEqual({ width: 168, height: 252 });
  expect((await stat(inRoot("tiny", "model.safetensors"))).size).toBeLessThan(12e6);

  await rm(inRoot("run", "stages", "02-answer", "run", "model"), { recursive: true });
  expect((await teaching("again")).code).toBe(0);
  const bytes = (name: string) => readFile(inRoot(name, "model.safetensors"));
  expect((await bytes("again")).equals(await bytes("tiny"))).toBe(true);
  const steps = await readFile(inRoot("run", "stages", "02-answer", "run", "steps.jsonl"), "utf8");
  expect(steps.trim().split("\n").length).toBe(2);
});

test("another teaching in the same folder, or a model that stands there, is refused", async () => {
  const boxes = await teaching("other", "--boxes", "random");
  expect([boxes.code, boxes.error]).toEqual([
    2,
    expect.stringMatching(/boxes "random" instead of "jittered"/),
  ]);
  const standing = await teaching("tiny");
  expect([standing.code, standing.error]).toEqual([2, expect.stringMatching(/give --replace/)]);
});

test("a model is taught on, in a folder of its own", async () => {
  const from = (model: string) =>
    run(
      ...["--from", inRoot(model), "--out", inRoot("more"), "--run", inRoot("run-more"), "--pages", "2"],
      ...["--gate-pages", "2", "--gate-limit", "1", "--tasks", "depth-comparison", "--boxes", "exact"],
      ...["--curriculum", inRoot("more.json")],
    );
  const [, answer] = CURRICULUM.stages;
  await writeFile(inRoot("more.json"), JSON.stringify({ ...CURRICULUM, stages: [answer] }));
  const { code, error } = await from("tiny");
  expect(code, error).toBe(0);
  expect(await readFile(inRoot("more", "README.md"), "utf8")).toMatch(/`tiny` taught on, .*--from tiny /s);
  expect(await readdir(inRoot("run-more"))).not.toContain("start");
  const settings = await readFile(inRoot("run-more", "stages", "01-answer", "run", "train.json"), "utf8");
  expect(JSON.parse(settings).config.model).toBe(inRoot("tiny"));

  await rm(inRoot("more"), { recursive: true });
  const other = await from("more-unknown");
  expect([other.code, other.error]).toEqual([2, expect.stringContaining("expected a model folder")]);
}, 120_000);

test("the gate alone measures any model on the same pages", async () => {
  const { code, report } = await run(
    ...["--gate-only", inRoot("tiny"), "--run", inRoot("run"), "--gate-pages", "2", "--gate-limit", "2"],
    ...["--curriculum", inRoot("curriculum.json"), "--tasks", "action-recognition"],
  );
  expect(code).toBe(0);
  const measured = JSON.parse(await readFile(inRoot("tiny", "gate.json"), "utf8"));
  expect(report.gates).toEqual(measured.gates.slice(0, 1));
});
