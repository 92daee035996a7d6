/**
 * A run on disk: `run.json` (what was asked), `episodes.jsonl` (one line an episode, appended as each ends),
 * `scores.jsonl` (made from the episodes, rewritten whole); `verdict-file.ts` adds the judges' verdicts.
 *
 * Killed at any moment, a run goes on: a torn last line is cut off, and an episode counts as done once its whole line
 * is in the file. An episode that is tried again after an error gets a further line; the last line of an id holds.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../errors.ts";
import { canonicalJson, checkInput, parseJson } from "../../json.ts";
import {
  type Asked,
  type Episode,
  EpisodeSchema,
  type Run,
  RunSchema,
  type RunSettings,
  type Score,
  ScoreSchema,
} from "../../records/index.ts";
import { createJsonl, readJsonl, resumeJsonl } from "../../store/index.ts";
import { lockRun } from "./run-lock.ts";

export const RUN_FILE = "run.json";
export const EPISODES_FILE = "episodes.jsonl";
export const SCORES_FILE = "scores.jsonl";

export interface OpenRun {
  readonly folder: string;
  /** The episodes in the file when the run was opened, one an id. */
  readonly earlier: ReadonlyMap<string, Episode>;
  /** Bytes of a line that a kill had cut short; 0 after a clean end. */
  readonly torn: number;
  /** Resolves when the episode is on disk. */
  append(episode: Episode): Promise<void>;
  close(): Promise<void>;
}

export interface OpenRunOptions {
  readonly folder: string;
  readonly benchmarkFolder: string;
  readonly settings: RunSettings;
  readonly asked: Asked;
  /** Origin of the model's server; undefined for the maker's own. */
  readonly server?: string | undefined;
  /** Told when the run began with the model elsewhere. */
  readonly onMoved?: ((before: string, now: string) => void) | undefined;
}

/**
 * Begin a run, or go on with one of the same settings; until it is closed no other process can.
 *
 * @throws InputError where the folder holds something else, a run of other settings, or another process's work
 */
export async function openRun(options: OpenRunOptions): Promise<OpenRun> {
  const { folder } = options;
  await mkdir(folder, { recursive: true });
  await refuseForeignFolder(folder);
  const unlock = await lockRun(folder);
  try {
    await writeRun(options);
    const { writer, torn } = await resumeJsonl(join(folder, EPISODES_FILE));
    const earlier = new Map<string, Episode>();
    for await (const episode of readEpisodes(folder)) earlier.set(episode.id, episode);
    const append = commitTogether(writer);
    const close = async () => {
      await writer.close();
      await unlock();
    };
    return { folder, earlier, torn, append, close };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function refuseForeignFolder(folder: string): Promise<void> {
  if (existsSync(join(folder, RUN_FILE))) return;
  // What a run leaves that was killed before its first file was written.
  const foreign = (await readdir(folder)).filter((name) => !/^run\.(lock|json)/.test(name));
  if (foreign.length === 0) return;
  throw new InputError({
    file: folder,
    expected: "a new or empty folder, or a run to go on with",
    found: `other files (${foreign[0]})`,
  });
}

/** In words: where a model is whose server nobody named. */
const OWN_SERVER = "its maker's own server";

async function writeRun(options: OpenRunOptions): Promise<void> {
  const { folder, benchmarkFolder, settings, asked, server, onMoved } = options;
  const earlier = existsSync(join(folder, RUN_FILE)) ? await readRun(folder) : undefined;
  if (earlier !== undefined) refuseOtherSettings(folder, earlier.settings, settings);
  if (earlier !== undefined && earlier.server !== server)
    onMoved?.(earlier.server ?? OWN_SERVER, server ?? OWN_SERVER);
  const began = earlier === undefined ? server : earlier.server;
  const run: Run = {
    kind: "run",
    version: 1,
    benchmarkFolder: earlier?.benchmarkFolder ?? benchmarkFolder,
    settings,
    ...(began === undefined ? {} : { server: began }),
    asked,
  };
  await replaceFile(join(folder, RUN_FILE), `${canonicalJson(run, 2)}\n`);
}

function refuseOtherSettings(folder: string, before: RunSettings, now: RunSettings): void {
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  const differing = [...keys].flatMap((key) => {
    const [was, is] = [before, now].map((side) => canonicalJson(Reflect.get(side, key)) ?? "nothing");
    return was === is ? [] : [`${key} ${is} instead of ${was}`];
  });
  if (differing.length === 0) return;
  throw new InputError({
    file: join(folder, RUN_FILE),
    expected: "the settings that this run began with",
    found: differing.join("; "),
    hint: "give another folder with --out: episodes under different settings are different runs",
  });
}

async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.partial`, text);
  await rename(`${file}.partial`, file);
}

/** What was asked of a run. */
export async function readRun(folder: string): Promise<Run> {
  const file = join(folder, RUN_FILE);
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new InputError(
      {
        file: folder,
        expected: `a run folder with ${RUN_FILE}`,
        found: existsSync(folder) ? "none in it" : "no such folder",
        hint: "make one with: benday eval BENCHMARK --model SPEC --out FOLDER",
      },
      { cause },
    );
  });
  return checkInput(RunSchema, parseJson(text, file), file);
}

/** All lines of the run's episodes; an episode that was tried again comes again, the last one holds. */
export function readEpisodes(folder: string): AsyncGenerator<Episode, void, undefined> {
  return readJsonl(join(folder, EPISODES_FILE), EpisodeSchema);
}

/** The run's scores, one an episode. */
export function readScores(folder: string): AsyncGenerator<Score, void, undefined> {
  return readJsonl(join(folder, SCORES_FILE), ScoreSchema);
}

/** Write all scores of a run anew; the old ones stay until the new ones are whole. */
export async function replaceScores(folder: string, scores: Iterable<Score>): Promise<void> {
  const file = join(folder, SCORES_FILE);
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  const writer = await createJsonl(partial);
  try {
    for (const score of scores) await writer.append(score);
  } finally {
    await writer.close();
  }
  await rename(partial, file);
}

interface Flushable {
  append(record: unknown): Promise<void>;
  flush(): Promise<void>;
}

/** Appends that end at the same time share one trip to the disk. */
function commitTogether(writer: Flushable): (record: unknown) => Promise<void> {
  let flushing: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  return async (record) => {
    await writer.append(record);
    if (waiting === undefined) {
      const next = flushing.then(() => {
        waiting = undefined;
        return writer.flush();
      });
      waiting = next;
      flushing = next;
    }
    await waiting;
  };
}
