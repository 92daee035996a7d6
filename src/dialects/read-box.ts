/** Four numbers from whatever a model wrote for a box. */
import type { Box } from "../geometry/index.ts";
import { readLenientJson } from "./lenient-json.ts";
import type { ParsingRule } from "./rules.ts";

/** Beyond this a coordinate is nonsense in every frame. */
const LARGEST_COORDINATE = 1_000_000;
const BOX_TOKENS =
  /<\|box_start\|>\s{0,9}[([]\s{0,9}(-?[\d.]{1,12})\s{0,9},\s{0,9}(-?[\d.]{1,12})\s{0,9}[)\]]\s{0,9},?\s{0,9}[([]\s{0,9}(-?[\d.]{1,12})\s{0,9},\s{0,9}(-?[\d.]{1,12})\s{0,9}[)\]](?:\s{0,9}<\|box_end\|>)?/g;

export interface BoxFound {
  readonly box: Box;
  readonly notes: readonly ParsingRule[];
}

/** The box that a value stands for; a text says why there is none. */
export function readBox(value: unknown): BoxFound | string {
  const notes = new Set<ParsingRule>();
  const numbers = numbersOf(value, notes, 0);
  if (numbers === undefined) return "expected a box as [x1, y1, x2, y2]";
  const [x1, y1, x2, y2, ...more] = numbers;
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined || more.length > 0)
    return `expected four numbers [x1, y1, x2, y2], got ${numbers.length}`;
  if (numbers.some((number) => !(Math.abs(number) <= LARGEST_COORDINATE)))
    return "expected coordinates within the picture";
  if (x1 === x2 || y1 === y2) return "expected a box with x1 < x2 and y1 < y2, got one without area";
  if (x1 > x2 || y1 > y2) notes.add("swapped-corners");
  const box: Box = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
  return { box, notes: [...notes] };
}

function numbersOf(value: unknown, notes: Set<ParsingRule>, depth: number): readonly number[] | undefined {
  if (depth > 2) return undefined;
  if (typeof value === "string") return numbersOfText(value, notes, depth);
  if (Array.isArray(value)) return numbersOfList(value, notes, depth);
  if (typeof value !== "object" || value === null) return undefined;
  const corners = ["x1", "y1", "x2", "y2"].map((key) => Reflect.get(value, key));
  if (corners.some((corner) => corner === undefined)) return undefined;
  notes.add("nested-box");
  return numbersOfList(corners, notes, depth);
}

function numbersOfText(text: string, notes: Set<ParsingRule>, depth: number) {
  const [token] = boxTokens(text);
  if (token !== undefined) {
    notes.add("box-tokens");
    return token.numbers;
  }
  notes.add("text-numbers");
  const bracketed = /^\s*[[(]/.test(text) ? text : `[${text}]`;
  const json = readLenientJson(bracketed.slice(0, 200));
  return json === undefined || !Array.isArray(json.value)
    ? undefined
    : numbersOfList(json.value, notes, depth + 1);
}

function numbersOfList(items: readonly unknown[], notes: Set<ParsingRule>, depth: number) {
  if (items.length > 0 && items.every((item) => Array.isArray(item))) {
    notes.add("nested-box");
    return items.length > 2 ? undefined : numbersOf(items.flat(), notes, depth + 1);
  }
  const numbers = items.map((item) => numberOf(item, notes));
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

function numberOf(item: unknown, notes: Set<ParsingRule>): number | undefined {
  if (typeof item === "number") return item;
  if (typeof item !== "string" || !/^\s*-?\d{1,9}(?:\.\d{1,9})?\s*$/.test(item)) return undefined;
  notes.add("text-numbers");
  return Number(item);
}

/** Every `<|box_start|>(x1,y1),(x2,y2)<|box_end|>` of a text (Qwen2-VL's own form). */
export function boxTokens(text: string): { readonly raw: string; readonly numbers: readonly number[] }[] {
  return [...text.matchAll(BOX_TOKENS)].map(([raw, ...numbers]) => ({ raw, numbers: numbers.map(Number) }));
}
