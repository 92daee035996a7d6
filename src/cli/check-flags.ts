/** Typed input against a schema; the first fault names its flag. */
import type { z } from "zod";
import { describe, InputError } from "../errors.ts";

/** `wholePages` as typed: `--whole-pages`. */
export const flagName = (key: string): string =>
  `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export function checkFlags<Schema extends z.ZodType>(
  schema: Schema,
  input: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const [key] = issue?.path ?? [];
  const typed = typeof key === "string" ? input[key] : undefined;
  throw new InputError({
    at: key === undefined || key === "args" ? "arguments" : flagName(String(key)),
    expected: (issue?.message ?? "a valid value").replace(/^expected /, ""),
    found: describe(typed),
    hint: "see --help",
  });
}
