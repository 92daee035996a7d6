/** `train.json`: the settings of a run and what they name, so that only the same run goes on in its folder. */
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { describe, InputError, reasonOf } from "../../errors.ts";
import { canonicalJson, checkInput, parseJson } from "../../json.ts";
import { TrainConfigSchema } from "../config.ts";

export const TRAIN_FILE = "train.json";

const hash = z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hex digits");

export const TrainRunSchema = z.strictObject({
  kind: z.literal("train-run"),
  version: z.literal(1),
  config: TrainConfigSchema,
  /** SHA-256 of what the paths of `config` name: a folder may move, its content may not change. */
  sources: z.strictObject({
    model: hash,
    benchmark: hash.optional(),
    conversations: hash.optional(),
  }),
  /** Version of benday. */
  harness: z.string().min(1),
});
export type TrainRun = z.infer<typeof TrainRunSchema>;

/** Settings that are told apart by what they name. */
const PATHS: ReadonlySet<string> = new Set(["model", "bench", "conversations"]);

/** Write the settings, or compare them with those that the folder began with. */
export async function holdSettings(folder: string, run: TrainRun): Promise<void> {
  const file = join(folder, TRAIN_FILE);
  const earlier = await readOptional(file);
  if (earlier !== undefined) refuseDifferences(file, settingsOf(earlier), settingsOf(run));
  await writeFile(`${file}.partial`, `${canonicalJson(run, 2)}\n`, { flush: true });
  await rename(`${file}.partial`, file);
}

/** The settings of a run. `InputError` where the folder holds none. */
export async function readTrainRun(folder: string): Promise<TrainRun> {
  const file = join(folder, TRAIN_FILE);
  const run = await readOptional(file);
  if (run !== undefined) return run;
  throw new InputError({
    file: folder,
    expected: `a training run with ${TRAIN_FILE}`,
    found: "none",
    hint: "make one with: benday train --method rarl --model FOLDER --bench FOLDER --out RUN",
  });
}

async function readOptional(file: string): Promise<TrainRun | undefined> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    if (reasonOf(cause) === "no such file") return undefined;
    throw cause;
  });
  return text === undefined ? undefined : checkInput(TrainRunSchema, parseJson(text, file), file);
}

/** By name, what of the settings must be as in the earlier ones. */
export type HeldSettings<S> = (settings: S, earlier: S) => ReadonlyMap<string, unknown>;

/**
 * Write the settings of something that takes long, after comparing them with those that it began with, name by name.
 *
 * @param held all of them, unless given
 */
export async function holdSettingsFile<S extends z.ZodObject>(
  file: string,
  schema: S,
  settings: z.infer<S>,
  held: HeldSettings<z.infer<S>> = (all) => new Map(Object.entries(all)),
): Promise<void> {
  const text = `${canonicalJson(settings, 2)}\n`;
  if (existsSync(file)) {
    const standing = await readFile(file, "utf8");
    const earlier = checkInput(schema, parseJson(standing, file), file);
    refuseDifferences(file, held(earlier, earlier), held(settings, earlier));
    if (standing === text) return;
  }
  await mkdir(dirname(file), { recursive: true });
  // Parts of an experiment begin side by side.
  const partial = `${file}.${process.pid}.partial`;
  await writeFile(partial, text, { flush: true });
  await rename(partial, file);
}

/** @throws InputError naming every setting that is not what it was */
function refuseDifferences(
  file: string,
  was: ReadonlyMap<string, unknown>,
  is: ReadonlyMap<string, unknown>,
): void {
  const differing = [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((name) => {
    if (canonicalJson([was.get(name)]) === canonicalJson([is.get(name)])) return [];
    return [`${name} ${describe(is.get(name))} instead of ${describe(was.get(name))}`];
  });
  if (differing.length === 0) return;
  throw new InputError({
    file,
    expected: "the settings that this run began with",
    found: differing.join("; "),
    hint: "give another folder: training under other settings is another run",
  });
}

/** What a run is, by name: its settings, and in place of paths what they held. Equal ones give the same training. */
export function settingsOf({ config, sources, harness }: TrainRun): ReadonlyMap<string, unknown> {
  const settings = Object.entries(config).filter(([name]) => !PATHS.has(name));
  return new Map<string, unknown>([...settings, ...Object.entries(sources), ["harness", harness]]);
}
