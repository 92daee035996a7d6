/**
 * JSON as models write it. One pass, no backtracking, nothing is evaluated; depth and number of values are limited.
 * Departures from JSON are noted by the name of their parsing rule.
 */
import type { ParsingRule } from "./rules.ts";

const MAX_DEPTH = 12;
const MAX_VALUES = 500;
const LITERALS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const PYTHON_LITERALS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["True", true],
  ["False", false],
  ["None", null],
]);
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

export interface LenientJson {
  /** Objects have no prototype. */
  readonly value: unknown;
  /** Where the value ends in the text. */
  readonly end: number;
  readonly notes: readonly ParsingRule[];
}

interface Cursor {
  readonly text: string;
  at: number;
  values: number;
  readonly notes: Set<ParsingRule>;
}

/** No value could be read; never leaves this file. */
const NOTHING: unique symbol = Symbol("nothing");

/** The value that begins at `start` (white space skipped); undefined where none can be read. */
export function readLenientJson(text: string, start = 0): LenientJson | undefined {
  const cursor: Cursor = { text, at: start, values: 0, notes: new Set() };
  const value = readValue(cursor, 0);
  return value === NOTHING ? undefined : { value, end: cursor.at, notes: [...cursor.notes] };
}

function skipBlanks(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    while (/\s/.test(text[cursor.at] ?? "")) cursor.at++;
    const block = text.startsWith("/*", cursor.at);
    if (!block && !text.startsWith("//", cursor.at)) return;
    cursor.notes.add("loose-json");
    const end = text.indexOf(block ? "*/" : "\n", cursor.at + 2);
    cursor.at = end < 0 ? text.length : end + (block ? 2 : 1);
  }
}

function readValue(cursor: Cursor, depth: number): unknown {
  skipBlanks(cursor);
  if (depth > MAX_DEPTH || ++cursor.values > MAX_VALUES) return NOTHING;
  const next = cursor.text[cursor.at];
  if (next === "{") return readObject(cursor, depth);
  if (next === "[" || next === "(") return readList(cursor, depth);
  if (next === '"' || next === "'") return readString(cursor, next);
  return readWord(cursor, depth);
}

function readObject(cursor: Cursor, depth: number): unknown {
  const entries: [string, unknown][] = [];
  const read = (): boolean => {
    const key = readKey(cursor);
    skipBlanks(cursor);
    if (key === undefined || cursor.text[cursor.at] !== ":") return false;
    cursor.at++;
    const value = readValue(cursor, depth + 1);
    if (value === NOTHING) return false;
    entries.push([key, value]);
    return true;
  };
  const closed = readItems(cursor, "}", read);
  return closed ? Object.assign(Object.create(null), Object.fromEntries(entries)) : NOTHING;
}

function readKey(cursor: Cursor): string | undefined {
  skipBlanks(cursor);
  const next = cursor.text[cursor.at];
  if (next === '"' || next === "'") return readString(cursor, next);
  const word = wordAt(cursor);
  if (word === "") return undefined;
  cursor.at += word.length;
  cursor.notes.add("loose-json");
  return word;
}

function readList(cursor: Cursor, depth: number): unknown {
  const close = cursor.text[cursor.at] === "(" ? ")" : "]";
  if (close === ")") cursor.notes.add("loose-json");
  const items: unknown[] = [];
  const closed = readItems(cursor, close, () => {
    const item = readValue(cursor, depth + 1);
    if (item === NOTHING) return false;
    items.push(item);
    return true;
  });
  return closed ? items : NOTHING;
}

/** What stands between two brackets, the opening one at the cursor; false where it cannot be read. */
function readItems(cursor: Cursor, close: string, readItem: () => boolean): boolean {
  const { text } = cursor;
  cursor.at++;
  for (let first = true; ; first = false) {
    if (!first && !readComma(cursor, close)) return false;
    skipBlanks(cursor);
    if (cursor.at >= text.length) {
      cursor.notes.add("unclosed-json");
      return true;
    }
    if (text[cursor.at] === close) {
      cursor.at++;
      return true;
    }
    if (!readItem()) return false;
  }
}

/** Past a comma, or up to the closing bracket or the end; false where something else stands. */
function readComma(cursor: Cursor, close: string): boolean {
  const { text } = cursor;
  skipBlanks(cursor);
  if (text[cursor.at] !== ",") return text[cursor.at] === close || cursor.at >= text.length;
  cursor.at++;
  skipBlanks(cursor);
  if (text[cursor.at] === close) cursor.notes.add("trailing-comma");
  return true;
}

function readString(cursor: Cursor, quote: string): string {
  const { text } = cursor;
  if (quote === "'") cursor.notes.add("loose-json");
  let read = "";
  for (cursor.at++; cursor.at < text.length; cursor.at++) {
    const next = text[cursor.at] ?? "";
    if (next === quote) {
      cursor.at++;
      return read;
    }
    if (next === "\n" || next === "\t" || next === "\r") cursor.notes.add("loose-json");
    read += next === "\\" ? readEscape(cursor) : next;
  }
  cursor.notes.add("unclosed-json");
  return read;
}

/** The character after a backslash; the cursor stays on the last character read. */
function readEscape(cursor: Cursor): string {
  cursor.at++;
  const next = cursor.text[cursor.at] ?? "";
  if (next !== "u") return ESCAPES[next] ?? next;
  const digits = cursor.text.slice(cursor.at + 1, cursor.at + 5);
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) return next;
  cursor.at += 4;
  return String.fromCharCode(Number.parseInt(digits, 16));
}

/** A word is at most 64 characters: no number or literal is longer. */
const wordAt = ({ text, at }: Cursor): string => /^[\w.+-]*/.exec(text.slice(at, at + 64))?.[0] ?? "";

function readWord(cursor: Cursor, depth: number): unknown {
  const word = wordAt(cursor);
  if (word === "") return NOTHING;
  cursor.at += word.length;
  // A number that ends with the text may be the beginning of a longer one.
  const cut = depth > 0 && cursor.at >= cursor.text.length;
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(word)) return cut ? NOTHING : Number(word);
  if (LITERALS.has(word)) return LITERALS.get(word);
  cursor.notes.add("loose-json");
  return PYTHON_LITERALS.has(word) ? PYTHON_LITERALS.get(word) : word;
}
