import { existsSync } from "node:fs";
import path from "node:path";
import { InputError } from "../errors.ts";
import { type PageCaptions, PageCaptionsSchema } from "../records/index.ts";
import { readJsonl } from "../store/index.ts";

/** The pages of a benchmark in words, by page; empty unless `needed`. */
export async function readCaptions(
  benchmark: string,
  needed: boolean,
): Promise<ReadonlyMap<string, PageCaptions>> {
  if (!needed) return new Map();
  const file = path.join(benchmark, "captions.jsonl");
  if (!existsSync(file)) {
    throw new InputError({
      file,
      expected: "captions for --mode captions",
      found: "no such file",
      hint: "write them with: benday build PAGES --captions",
    });
  }
  const captions = await Array.fromAsync(readJsonl(file, PageCaptionsSchema));
  return new Map(captions.map((caption) => [caption.page, caption]));
}
