/** How a model in a folder learnt to be asked: a file beside its weights. */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError, reasonOf } from "../errors.ts";
import { canonicalJson, checkInput, parseJson } from "../json.ts";
import { type ModelAsking, ModelAskingSchema } from "../records/index.ts";

export const ASKING_FILE = "asking.json";

/** Undefined for a folder that does not say. @throws InputError for a damaged file */
export async function readModelAsking(folder: string): Promise<ModelAsking | undefined> {
  const file = join(folder, ASKING_FILE);
  if (!existsSync(file)) return undefined;
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new InputError({ file, expected: "a readable file", found: reasonOf(cause) }, { cause });
  });
  return checkInput(ModelAskingSchema, parseJson(text, file), file);
}

export async function writeModelAsking(
  folder: string,
  asking: Omit<ModelAsking, "kind" | "version">,
): Promise<void> {
  const record = ModelAskingSchema.parse({ kind: "model-asking", version: 1, ...asking });
  await writeFile(join(folder, ASKING_FILE), `${canonicalJson(record, 2)}\n`);
}
