/** The settings of a training run, from flags, a recipe, or the run that is to go on. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { describe, InputError, reasonOf } from "../errors.ts";
import { parseJson } from "../json.ts";
import { readModelAsking } from "../providers/index.ts";
import {
  readTrainRun,
  TRAIN_FILE,
  type TrainConfig,
  TrainConfigSchema,
  trainMethods,
} from "../training/index.ts";
import { flagName } from "./check-flags.ts";

export interface TrainSettingsInput {
  /** Run folder. */
  readonly out: string;
  /** A JSON file of settings; flags come before it. */
  readonly recipe?: string | undefined;
  /** As typed, by the names of the settings; what was not typed is undefined. */
  readonly flags: Readonly<Record<string, unknown>>;
}

/** Without a method and a recipe the settings are those of the run in `out`. */
export async function trainSettings({ out, recipe, flags }: TrainSettingsInput): Promise<TrainConfig> {
  const typed = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  const base = recipe === undefined ? await ofRun(out, typed) : await ofRecipe(recipe);
  const settings = { ...(await learntAsking({ ...base, ...typed })), ...base, ...typed };
  const result = TrainConfigSchema.safeParse(settings);
  if (result.success) return withWholePaths(result.data);
  const [issue] = result.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const key = String(unknown ?? issue?.path[0] ?? "");
  const message = unknown === undefined ? (issue?.message ?? "valid settings") : "a setting of this method";
  const isFromFile = recipe !== undefined && !Object.hasOwn(typed, key);
  throw new InputError({
    ...(isFromFile ? { file: recipe, at: key } : { at: flagName(key) }),
    expected: message
      .replace(/^Invalid input: /, "")
      .replace(/^expected /, "")
      .replace(/, received \w+$/, ""),
    found: describe(Reflect.get(settings, key)),
    hint: "see benday train --help",
  });
}

/** A model goes on being asked as it learnt. */
async function learntAsking({ model }: Readonly<Record<string, unknown>>) {
  const asking = typeof model === "string" ? await readModelAsking(model) : undefined;
  if (asking === undefined) return {};
  const { kind: _, version: __, ...settings } = asking;
  return settings;
}

async function ofRun(
  out: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  if (typed["method"] !== undefined) return {};
  if (existsSync(path.join(out, TRAIN_FILE))) return (await readTrainRun(out)).config;
  const methods = trainMethods.map(({ id }) => id).join(", ");
  throw new InputError({
    at: "--method",
    expected: `one of ${methods}, or a run to go on with in --out`,
    found: "neither",
  });
}

async function ofRecipe(file: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new InputError({ file, expected: "settings as a JSON file", found: reasonOf(cause) }, { cause });
  });
  const read = z.record(z.string(), z.unknown()).safeParse(parseJson(text, file));
  if (read.success) return read.data;
  throw new InputError({ file, expected: "a JSON object of settings", found: "something else" });
}

/** So that a run can go on from another working folder. */
function withWholePaths(config: TrainConfig): TrainConfig {
  const { bench, model } = config;
  const whole = {
    ...config,
    model: path.resolve(model),
    ...(bench !== undefined && { bench: path.resolve(bench) }),
  };
  if (whole.method !== "sft" || whole.conversations === undefined) return whole;
  return { ...whole, conversations: path.resolve(whole.conversations) };
}
