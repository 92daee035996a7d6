/** What a training begins with, told apart by content. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { InputError, reasonOf } from "../../errors.ts";
import { ASKING_FILE } from "../../providers/model-asking.ts";
import { CURRICULUM_FILE, GATE_FILE } from "../model-files.ts";

/** What decides how a model folder begins: configuration, weights, tokenizer and template. */
const MODEL_FILES = /\.(json|jinja|safetensors|model|txt)$/;
/** Told about it: how it is asked stands in the settings. */
const ABOUT: ReadonlySet<string> = new Set([ASKING_FILE, CURRICULUM_FILE, GATE_FILE]);

/**
 * SHA-256 of those files: a folder may move, its content may not change.
 *
 * @throws InputError where the folder or a file of it cannot be read
 */
export async function modelHash(folder: string): Promise<string> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new InputError({ file: folder, expected: "a model folder", found: reasonOf(cause) }, { cause });
  });
  const files = names
    .filter((name) => MODEL_FILES.test(name) && !name.startsWith(".") && !ABOUT.has(name))
    .sort();
  return filesHash(files.map((name) => join(folder, name)));
}

export async function filesHash(files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) {
    const own = createHash("sha256");
    await pipeline(createReadStream(file), own).catch((cause: unknown) => {
      throw new InputError({ file, expected: "a readable file", found: reasonOf(cause) }, { cause });
    });
    hash.update(own.digest());
  }
  return hash.digest("hex");
}
