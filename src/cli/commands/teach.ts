import { existsSync } from "node:fs";
import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { isPageSize, PAGE_SIZES } from "../../atelier/index.ts";
import { loadModel, saveModel } from "../../engine/index.ts";
import { InputError } from "../../errors.ts";
import { canonicalJson, checkInput, parseJson } from "../../json.ts";
import { writeModelAsking } from "../../providers/index.ts";
import { TASK_IDS } from "../../records/index.ts";
import { writeFolder } from "../../store/index.ts";
import {
  askingOf,
  CURRICULUM_FILE,
  type Curriculum,
  CurriculumSchema,
  curriculumFor,
  GATE_FILE,
  gateText,
  modelCard,
  modelHash,
  REPLY_TOKENS,
  TAUGHT_BOXES,
  type TaskGate,
  type TeachSettings,
  type TeachSummary,
  TINY_CURRICULUM,
} from "../../training/index.ts";
import { defineCommand, type Outcome } from "../command.ts";
import { folderFlag, integerFlag, seedFlag, sizeFlag } from "../flags.ts";
import { runGate, runTeaching } from "../teach-run.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";

/** Those whose evidence is marked. */
const TASKS = ["action-recognition", "depth-comparison", "character-identification"] as const;

const TeachInput = z.strictObject({
  args: z.tuple([], "no further arguments"),
  out: folderFlag,
  run: folderFlag,
  seed: seedFlag,
  pages: integerFlag(1, 100_000),
  pageSize: sizeFlag.refine(isPageSize, PAGE_SIZES),
  tasks: z
    .array(z.enum(TASK_IDS))
    .min(1)
    .default([...TASKS]),
  boxes: z.enum(TAUGHT_BOXES, `one of ${TAUGHT_BOXES.join(", ")}`),
  from: z.string().min(1, "a folder").optional(),
  curriculum: z.string().min(1, "a file").optional(),
  gatePages: integerFlag(1, 10_000),
  gateLimit: integerFlag(1, 100_000),
  gateOnly: z.string().min(1, "a folder").optional(),
  workers: integerFlag(1, 256).optional(),
  threads: integerFlag(1, 1024).optional(),
  replace: z.boolean().default(false),
});
type Input = z.output<typeof TeachInput>;

async function readCurriculum(file: string | undefined): Promise<Curriculum> {
  if (file === undefined) return TINY_CURRICULUM;
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new InputError({ file, expected: "a curriculum as JSON", found: "no readable file" }, { cause });
  });
  return checkInput(CurriculumSchema, parseJson(text, file), file);
}

async function settingsOf(
  { seed, boxes, tasks, pages, pageSize, from }: Input,
  curriculum: Curriculum,
): Promise<TeachSettings> {
  return {
    kind: "teach-run",
    version: 1,
    ...{ seed, boxes, tasks, curriculum: curriculumFor(curriculum, boxes) },
    ...(from === undefined
      ? {}
      : { from: { name: path.basename(path.resolve(from)), hash: await modelHash(from) } }),
    data: { pages, ...pageSize },
    harness: version(),
  };
}

const gateOf = (input: Input, curriculum: Curriculum, model: string, terminal: Terminal) => {
  const { run: folder, seed, tasks, gatePages: pages, gateLimit: limit, workers, threads } = input;
  const asking = askingOf(curriculum, version());
  return runGate({ folder, model, seed, tasks, pages, limit, asking, workers, threads }, terminal);
};

const gateReport = (gates: readonly TaskGate[], model: string) => ({
  kind: "teach-report",
  version: 1,
  model,
  passed: gates.flatMap(({ task, passed }) => (passed ? [task] : [])),
  gates,
});

function unfinished({ end, stage }: Extract<TeachSummary, { kind: "unfinished" }>, { run }: Input): Outcome {
  const why =
    end.kind === "unsafe" ? `${end.quantity} is ${end.value} in step ${end.step + 1}` : "as you asked";
  return {
    text: `stopped in stage ${stage}: ${why}; the same command goes on from ${run}`,
    json: { kind: "teach-report", version: 1, stage, end },
    failed: end.kind === "unsafe",
  };
}

async function writeModel(
  taught: string,
  settings: TeachSettings,
  gates: readonly TaskGate[],
  { out, replace, gatePages: heldOut }: Input,
): Promise<void> {
  const { parameters } = await loadModel(taught);
  const count = parameters.frozen.layout.length + parameters.trainable.layout.length;
  const fill = async (fresh: string) => {
    await cp(taught, fresh, { recursive: true });
    const name = path.basename(path.resolve(out));
    const card = modelCard({ name, settings, gates, heldOut, parameters: count });
    await writeFile(path.join(fresh, "README.md"), `${card}\n`);
    const curriculum = canonicalJson(settings.curriculum, 2);
    await writeFile(path.join(fresh, CURRICULUM_FILE), `${curriculum}\n`);
    const { dialect, maxPixels, zoomMaxPixels, maxTurns } = settings.curriculum;
    await writeModelAsking(fresh, { dialect, maxPixels, zoomMaxPixels, maxTurns, maxTokens: REPLY_TOKENS });
    await writeFile(path.join(fresh, GATE_FILE), `${canonicalJson(gateReport(gates, out), 2)}\n`);
  };
  await writeFolder(out, fill, { replace });
}

/** In the folder of a teaching: the model before it is measured and written with its card. */
const UNMEASURED = "model";

function refuseStanding({ out, run, replace }: Input): void {
  if (path.resolve(out) === path.resolve(run, UNMEASURED))
    throw new InputError({
      file: out,
      expected: "a folder of its own",
      found: "the one that the teaching keeps its model in",
      hint: "give another --out",
    });
  if (replace || !existsSync(out)) return;
  throw new InputError({
    file: out,
    expected: "a folder that does not exist yet",
    found: "one that does",
    hint: "give --replace, or another --out",
  });
}

/** In half precision, so that it can come with a package; what is measured is what is written. */
async function halved(taught: string, run: string): Promise<string> {
  const folder = path.join(run, UNMEASURED);
  await saveModel(await loadModel(taught), folder, { dtype: "F16", replace: true });
  return folder;
}

async function teachAndMeasure(input: Input, curriculum: Curriculum, terminal: Terminal): Promise<Outcome> {
  refuseStanding(input);
  const settings = await settingsOf(input, curriculum);
  const { run: folder, from, workers, threads, out } = input;
  const summary = await runTeaching({ folder, settings, from, workers, threads }, terminal);
  if (summary.kind === "unfinished") return unfinished(summary, input);
  const model = await halved(summary.model, folder);
  const gates = await gateOf(input, curriculum, model, terminal);
  await writeModel(model, settings, gates, input);
  return { text: `${gateText(gates)}\n\nmodel: ${out}`, json: gateReport(gates, out) };
}

export const teachCommand = defineCommand({
  define: (command) =>
    command
      .option("--out <folder>", "where the taught model goes (a Hugging Face folder)", "checkpoints/tiny")
      .option("--run <folder>", "pages, stages and held-out pages; a teaching goes on there", "runs/teach")
      .option("--seed <text>", "seed of every random choice", "1")
      .option("--pages <n>", "pages drawn to teach from", "1400")
      .option("--page-size <w>x<h>", "their size, px", "700x1000")
      .option("--tasks <ids...>", `of ${TASK_IDS.join(", ")} (default: ${TASKS.join(", ")})`)
      .option("--boxes <kind>", `boxes of taught calls: ${TAUGHT_BOXES.join(", ")}`, "jittered")
      .option("--from <folder>", "teach this model on (default: a new one that knows nothing)")
      .option("--curriculum <file>", "stages as JSON (default: those of benday-tiny)")
      .option("--gate-pages <n>", "held-out pages", "100")
      .option("--gate-limit <n>", "questions a task of the gate", "500")
      .option("--gate-only <folder>", "teach nothing: measure the gate of this model")
      .option("--workers <n>", "pages drawn at once (default: one for each core)")
      .option("--threads <n>", "of the engine; the same number gives the same bits (default: all cores)")
      .option("--replace", "replace a model that stands there"),
  examples: [
    "benday teach --out checkpoints/tiny --seed 1",
    "benday teach --boxes random --out checkpoints/nobox --run runs/teach-nobox",
    "benday teach --from checkpoints/tiny --curriculum more.json --out more --run runs/teach-more",
    "benday teach --gate-only checkpoints/tiny",
  ],
  input: TeachInput,
  run: async (input, terminal) => {
    const curriculum = await readCurriculum(input.curriculum);
    const { gateOnly } = input;
    if (gateOnly === undefined) return teachAndMeasure(input, curriculum, terminal);
    const gates = await gateOf(input, curriculum, gateOnly, terminal);
    return { text: gateText(gates), json: gateReport(gates, gateOnly) };
  },
});
