/** JSON at the edges: parsing that names its place, writing that is the same bytes every time. */
import type { z } from "zod";
import { describe, InputError } from "./errors.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Parse JSON text of unknown origin; `InputError` names the file and the position. */
export function parseJson(text: string, file: string, at?: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError({ file, at, expected: "valid JSON", found: reason }, { cause });
  }
}

/** `["annotations", 3, "bbox"]` as `annotations[3].bbox`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

/** The value at a path, or undefined where the path leaves the data. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

/**
 * Check a value of unknown origin against a schema. The first issue becomes an `InputError` that says the file, the
 * JSON path (below `at`), what was expected and what was found.
 */
export function checkInput<S extends z.ZodType>(
  schema: S,
  value: unknown,
  file: string,
  at = "",
): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path ?? [];
  const place = [at, formatPath(path)].filter((part) => part !== "").join(".");
  throw new InputError({
    file,
    at: place,
    expected: issue === undefined ? "a valid record" : expectation(issue.message),
    found: describe(valueAt(value, path)),
  });
}

/** The bare expectation of a schema's message; `InputError` itself says "expected" and "found". */
function expectation(message: string): string {
  return message.replace(/^(Invalid input: )?expected /, "").replace(/, received \w+$/, "");
}

/** JSON with keys sorted at every level: equal values give equal bytes. */
export function canonicalJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, (_key, inner: unknown) => sortKeys(inner), indent);
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
