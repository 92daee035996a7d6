/**
 * Keys come from the environment and go nowhere but into the header of a request: each text that comes back from a
 * server is cleaned of them, since some servers quote what they were sent.
 */
import { InputError } from "../errors.ts";
import type { OpenOptions } from "./provider-kind.ts";

/** Shorter ones are placeholders ("EMPTY", "none") and may stand in a text by chance. */
const SHORTEST_SECRET = 8;

/**
 * The key in the first of the variables that is set, or in the one that the user names; undefined where none is.
 * `InputError` for a key that no header can carry; it says the variable's name only.
 */
export function findKey(variables: readonly string[], options: OpenOptions): string | undefined {
  const environment = options.environment ?? process.env;
  const names = options.keyVariable === undefined ? variables : [options.keyVariable];
  for (const name of names) {
    const key = environment[name]?.trim();
    if (key === undefined || key === "") continue;
    if (!/^[\x21-\x7e]+$/.test(key))
      throw new InputError({
        at: name,
        expected: "a key of visible ASCII characters",
        found: "others in it",
      });
    return key;
  }
  if (options.keyVariable === undefined) return undefined;
  throw missingKey(names);
}

/** As {@link findKey}, where there must be one. */
export function requireKey(variables: readonly string[], options: OpenOptions): string {
  const key = findKey(variables, options);
  if (key === undefined) throw missingKey(variables);
  return key;
}

function missingKey(variables: readonly string[]): InputError {
  return new InputError({
    expected: `an API key in the environment variable ${variables.join(" or ")}`,
    found: "none",
  });
}

export type Redact = (text: string) => string;

/** Replaces every occurrence of the key, also as it looks within JSON or a URL. */
export function redactor(key: string | undefined): Redact {
  if (key === undefined || key.length < SHORTEST_SECRET) return (text) => text;
  const forms = new Set([key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key)]);
  return (text) => [...forms].reduce((clean, form) => clean.replaceAll(form, "[key]"), text);
}
