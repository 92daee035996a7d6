/**
 * What `benday teach` does, step by step, each left out where its result stands: draw pages, make the untrained model, teach,
 * draw held-out pages, measure the gate. The folder:
 *
 *     teach.json                 the settings
 *     taught/                    pages/ and benchmark/ of what is taught
 *     start/                     the model before, where it is made anew
 *     stages/                    see `teach`
 *     held-out-<pages>-<hash>/   pages/ and benchmark/ of the gate, named by what they are drawn from
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { saveModel } from "../engine/index.ts";
import { readPages } from "../formats/page-folder.ts";
import { hash32 } from "../random.ts";
import type { TrainStep } from "../records/index.ts";
import {
  type GateOptions,
  holdTeachSettings,
  measureGate,
  type Stage,
  type TaskGate,
  type TeachSettings,
  type TeachSummary,
  teach,
} from "../training/index.ts";
import { drawnWorld, type World } from "./drawn-world.ts";
import { listenForInterrupt } from "./interrupt.ts";
import { lessonTexts } from "./lesson-texts.ts";
import type { Terminal } from "./terminal.ts";
import { trainListeners } from "./train-listeners.ts";
import { untrainedTiny } from "./untrained-tiny.ts";

export interface TeachRunOptions {
  /** Where everything is kept that the teaching goes on from. */
  readonly folder: string;
  readonly settings: TeachSettings;
  /** The model that is taught, a Hugging Face folder; one is made anew unless given. */
  readonly from?: string | undefined;
  readonly workers?: number | undefined;
  readonly threads?: number | undefined;
}

/** @throws InputError where the folder holds the teaching of other settings */
export async function runTeaching(options: TeachRunOptions, terminal: Terminal): Promise<TeachSummary> {
  const { folder, settings, workers, threads } = options;
  const { seed, data, curriculum } = settings;
  await holdTeachSettings(folder, settings);
  const size = { width: data.width, height: data.height };
  const drawn = { count: data.pages, seed: `taught/${seed}`, size, workers };
  const shares = { train: 1, validation: 0, test: 0 };
  const world = await drawnWorld(path.join(folder, "taught"), { drawn, shares }, terminal);
  const start = options.from ?? (await untaughtModel(options, world, terminal));
  const interrupt = listenForInterrupt(() =>
    terminal.status.note("finishing this step; Ctrl-C again gives it up"),
  );
  try {
    return await teach({
      ...{ folder, settings, model: start, bench: world.bench, threads },
      readTruth: () => Array.fromAsync(readPages(world.pages)),
      stop: interrupt.stop,
      abort: interrupt.abort,
      ...listeners(curriculum.stages, terminal),
    });
  } finally {
    interrupt.release();
  }
}

const TOKENIZER_PAGES = 12;

async function untaughtModel(
  { folder, settings, workers }: TeachRunOptions,
  world: World,
  terminal: Terminal,
): Promise<string> {
  const start = path.join(folder, "start");
  if (existsSync(start)) return start;
  const { seed, curriculum } = settings;
  const also = await lessonTexts(world, settings);
  const maxPixels = Math.max(curriculum.maxPixels, curriculum.zoomMaxPixels);
  const { model } = await untrainedTiny({ seed, pages: TOKENIZER_PAGES, workers, also, maxPixels }, terminal);
  await saveModel(model, start);
  return start;
}

function listeners(stages: readonly Stage[], terminal: Terminal) {
  const all = new Map(stages.map((stage) => [stage.id, trainListeners(stage, terminal)]));
  return {
    onStage: ({ id }: Stage, done: number) => {
      const place = stages.findIndex((stage) => stage.id === id) + 1;
      const behind = done === 0 ? "" : `, going on behind step ${done}`;
      terminal.status.note(`stage ${place} of ${stages.length}: ${id}${behind}`);
    },
    onStep: ({ id }: Stage, record: TrainStep) => all.get(id)?.onStep(record),
  };
}

export interface GateRunOptions
  extends Pick<GateOptions, "model" | "seed" | "tasks" | "limit" | "asking" | "threads"> {
  /** Where held-out pages are kept. */
  readonly folder: string;
  /** Held-out pages. */
  readonly pages: number;
  readonly workers?: number | undefined;
}

/** The gate on pages that are drawn as `benday draw` does without flags. */
export async function runGate(options: GateRunOptions, terminal: Terminal): Promise<readonly TaskGate[]> {
  const { folder, model, seed, tasks, pages: count, limit, asking, workers, threads } = options;
  const drawn = { count, seed: `held-out/${seed}`, workers };
  const shares = { train: 0, validation: 1, test: 0 };
  const place = path.join(folder, `held-out-${count}-${hash32(seed)}`);
  const { bench } = await drawnWorld(place, { drawn, shares }, terminal);
  const progress = terminal.progress("measuring the gate");
  const order = { model, bench, tasks, limit, asking, seed, threads, onProgress: progress.update };
  return measureGate(order).finally(progress.end);
}
