/** JSON files from outside: bounded in bytes and in nesting before they are parsed. */
import { readFile, stat } from "node:fs/promises";
import { InputError, reasonOf } from "../../errors.ts";
import { parseJson } from "../../json.ts";

/** 64 MiB: several times the tokenizer of a model with 256 k tokens. */
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_LEVELS = 64;

/** The text of a file of at most 64 MiB. */
export async function readTextFile(file: string, hint?: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES)
      throw new InputError({ file, expected: `at most ${MAX_BYTES} bytes`, found: `${size} bytes`, hint });
    return await readFile(file, "utf8");
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError({ file, expected: "a readable file", found: reasonOf(cause), hint }, { cause });
  }
}

/** {@link readTextFile}, or nothing where there is no such file. */
export async function readOptionalText(file: string): Promise<string | undefined> {
  const exists = await stat(file).then(
    () => true,
    () => false,
  );
  return exists ? readTextFile(file) : undefined;
}

/** The value of a JSON file; unchecked but for its size and nesting. */
export async function readJsonFile(file: string, hint?: string): Promise<unknown> {
  return parseBoundedJson(await readTextFile(file, hint), file);
}

/** Parse JSON that nests at most `levels` deep: deeper text costs memory far beyond its length. */
export function parseBoundedJson(text: string, file: string, levels = MAX_LEVELS): unknown {
  for (const { depth } of marksOf(text))
    if (depth > levels)
      throw new InputError({ file, expected: `JSON nested at most ${levels} deep`, found: "deeper nesting" });
  return parseJson(text, file);
}

/** Keys that an object at the top of valid JSON text has more than once; `JSON.parse` keeps the last silently. */
export function repeatedKeys(text: string): string[] {
  const seen = new Set<string>();
  const repeated: string[] = [];
  for (const { depth, start, end } of marksOf(text)) {
    if (depth !== 1 || text[start] !== '"' || !/^\s*:/.test(text.slice(end, end + 80))) continue;
    const key = String(JSON.parse(text.slice(start, end)));
    if (seen.has(key)) repeated.push(key);
    seen.add(key);
  }
  return repeated;
}

/** A bracket or a string in JSON text, with the number of brackets around it (an opening one counts itself). */
interface Mark {
  readonly depth: number;
  readonly start: number;
  readonly end: number;
}

function* marksOf(text: string): Generator<Mark> {
  let depth = 0;
  for (let start = 0, end = 0; start < text.length; start = end) {
    const character = text[start];
    end = character === '"' ? endOfString(text, start) : start + 1;
    if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    else if (character !== '"') continue;
    yield { depth, start, end };
  }
}

/** Where a string ends that opens at `start`: behind the next quote without an odd number of backslashes before it. */
function endOfString(text: string, start: number): number {
  let quote = start;
  while (true) {
    quote = text.indexOf('"', quote + 1);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text[quote - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
}
