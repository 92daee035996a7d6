/** One zoom call, or the reason why there is none, from the text or the value that a model wrote for it. */
import {
  type FaultyCall,
  MAX_CALL_CHARACTERS,
  type ReadCall,
  type ReplyCall,
  type ZoomCall,
} from "./dialect.ts";
import { readLenientJson } from "./lenient-json.ts";
import { boxTokens, readBox } from "./read-box.ts";
import type { ParsingRule } from "./rules.ts";
import { ZOOM_TOOL, ZOOM_TOOL_ALIASES } from "./zoom-tool.ts";

/** A call with what reading it took. */
export interface CallFound {
  readonly call: ReadCall;
  readonly notes: readonly ParsingRule[];
}

/** The property that the box should have, then the ones it is found under. */
const BOX_KEYS = ["bbox_2d", "bbox", "box_2d", "box", "bounding_box", "coordinates"];
const ARGUMENT_KEYS = ["arguments", "parameters", "input", "args"];

const propertyOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;

const faulty = (
  raw: string,
  name: string,
  kind: FaultyCall["fault"]["kind"],
  message: string,
): FaultyCall => ({
  raw,
  name,
  fault: { kind, message },
});

/** The calls in the text of one pair of tags: at least one, be it a faulty one. */
export function readCallText(body: string): CallFound[] {
  const text = body.trim();
  const raw = text.slice(0, MAX_CALL_CHARACTERS);
  if (text.length > MAX_CALL_CHARACTERS)
    return [
      { call: faulty(raw, "", "malformed", `longer than ${MAX_CALL_CHARACTERS} characters`), notes: [] },
    ];
  const fenced: ParsingRule[] = text.includes("```") ? ["fenced-json"] : [];
  const found = text.includes("{") ? readValues(text) : [...readTokens(text), ...readValues(text)];
  if (found.length === 0)
    return [
      { call: faulty(raw, "", "malformed", "expected a JSON object with a name and arguments"), notes: [] },
    ];
  const several: ParsingRule[] = found.length > 1 ? ["several-in-tag"] : [];
  return found.map(({ call, notes }) => ({ call, notes: [...fenced, ...several, ...notes] }));
}

/** Calls in text without tags: only what reads as a whole call counts, the rest is prose. */
export function readBareCalls(text: string): CallFound[] {
  const json = readValues(text).filter(({ call }) => "box" in call && /[a-z]/i.test(call.raw));
  const found = json.length > 0 ? json : readTokens(text);
  const notes: ParsingRule[] = text.includes("```") ? ["bare-call", "fenced-json"] : ["bare-call"];
  return found.map((each) => ({ call: each.call, notes: [...notes, ...each.notes] }));
}

/** A call through the interface. */
export function readNativeCall({ id, name, input }: ReplyCall): CallFound {
  const written = typeof input === "string" ? input : (JSON.stringify(input) ?? "");
  const raw = written.slice(0, MAX_CALL_CHARACTERS);
  if (raw.length === MAX_CALL_CHARACTERS) {
    const message = `longer than ${MAX_CALL_CHARACTERS} characters`;
    return { call: { ...faulty(raw, name, "malformed", message), id }, notes: [] };
  }
  const { call, notes } = readCallValue({ name, arguments: input }, raw);
  return { call: { ...call, id }, notes };
}

function readTokens(text: string): CallFound[] {
  return boxTokens(text).flatMap(({ raw, numbers }): CallFound[] => {
    const found = readBox(numbers);
    if (typeof found === "string")
      return [{ call: faulty(raw, ZOOM_TOOL, "bad-arguments", found), notes: ["box-tokens"] }];
    return [{ call: { raw, name: ZOOM_TOOL, box: found.box }, notes: ["box-tokens", ...found.notes] }];
  });
}

/** Tries at a value in one text; each goes on behind the last. */
const MAX_TRIES = 64;

function readValues(text: string): CallFound[] {
  const found: CallFound[] = [];
  let at = 0;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const start = text.slice(at).search(/[{[]/) + at;
    if (start < at) break;
    const json = readLenientJson(text.slice(start, start + MAX_CALL_CHARACTERS));
    if (json === undefined) {
      at = start + 1;
      continue;
    }
    at = start + json.end;
    const raw = text.slice(start, at);
    for (const value of callsIn(json.value)) {
      const { call, notes } = readCallValue(value, raw);
      found.push({ call, notes: [...json.notes, ...notes] });
    }
  }
  return found;
}

/** A list of objects is a list of calls; any other value is one. */
function callsIn(value: unknown): readonly unknown[] {
  const isList = Array.isArray(value) && value.length > 0 && value.every(isObject);
  return isList ? value : [value];
}

const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readCallValue(value: unknown, raw: string): CallFound {
  const notes = new Set<ParsingRule>();
  const { name, input } = nameAndInput(value, notes);
  if (!ZOOM_TOOL_ALIASES.includes(name)) {
    const message = `expected the tool ${ZOOM_TOOL}`;
    return { call: faulty(raw, name.slice(0, 200), "unknown-tool", message), notes: [...notes] };
  }
  if (name !== ZOOM_TOOL) notes.add("tool-alias");
  const read = readArguments(input, notes);
  const call: ReadCall =
    typeof read === "string" ? faulty(raw, name, "bad-arguments", read) : { raw, name, ...read };
  return { call, notes: [...notes] };
}

/** The name of the tool and its arguments, wherever they stand; a value with nothing but a box is a zoom. */
function nameAndInput(value: unknown, notes: Set<ParsingRule>): { name: string; input: unknown } {
  const inner = propertyOf(value, "function");
  if (isObject(inner)) {
    notes.add("flat-arguments");
    return nameAndInput(
      { name: propertyOf(inner, "name"), arguments: propertyOf(inner, "arguments") },
      notes,
    );
  }
  const named = propertyOf(value, "name") ?? inner ?? propertyOf(value, "tool");
  const key = ARGUMENT_KEYS.find((candidate) => propertyOf(value, candidate) !== undefined);
  if (key !== "arguments" || typeof named !== "string") notes.add("flat-arguments");
  const input = key === undefined ? value : propertyOf(value, key);
  return { name: typeof named === "string" ? named : unnamed(value), input };
}

/** What nobody named is a zoom when it holds a box. */
function unnamed(value: unknown): string {
  return Array.isArray(value) || BOX_KEYS.some((key) => propertyOf(value, key) !== undefined)
    ? ZOOM_TOOL
    : "";
}

function readArguments(input: unknown, notes: Set<ParsingRule>): Pick<ZoomCall, "box" | "label"> | string {
  if (typeof input === "string") {
    const json = readLenientJson(input.slice(0, MAX_CALL_CHARACTERS));
    if (!isObject(json?.value)) return boxAndLabel(input, undefined, notes);
    for (const note of json?.notes ?? []) notes.add(note);
    notes.add("flat-arguments");
    return readArguments(json?.value, notes);
  }
  const key = BOX_KEYS.find((candidate) => propertyOf(input, candidate) !== undefined);
  if (key !== undefined && key !== BOX_KEYS[0]) notes.add("bbox-key");
  const label = propertyOf(input, "label");
  return boxAndLabel(key === undefined ? input : propertyOf(input, key), label, notes);
}

function boxAndLabel(value: unknown, label: unknown, notes: Set<ParsingRule>) {
  const found = readBox(value);
  if (typeof found === "string") return found;
  for (const note of found.notes) notes.add(note);
  return { box: found.box, ...(typeof label === "string" ? { label: label.slice(0, 500) } : {}) };
}
