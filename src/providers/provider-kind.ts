/** What one plug-in of this folder is: a way to reach models, and what its user may set. */
import { describe, InputError } from "../errors.ts";
import type { Provider, Traits } from "./provider.ts";
import type { ScriptedSource } from "./scripted-source.ts";

export interface ProviderKind {
  /** The word before the colon of a specification: `openai:gpt-5`. */
  readonly id: string;
  /** What stands behind the colon, for messages: `MODEL`, `MODEL@URL`, `FOLDER`. */
  readonly form: string;
  /** `InputError` where the name, a key or an option is missing or wrong. */
  open(name: string, options: OpenOptions): Promise<Provider>;
}

export interface OpenOptions {
  /** Where the API is, with its version: `http://localhost:8000/v1`. Default: the maker's own. */
  readonly baseUrl?: string | undefined;
  /** Where keys are looked up. Default: `process.env`. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** Name of the environment variable that holds the key, in place of the provider's own. */
  readonly keyVariable?: string | undefined;
  /** What the user knows better about the model. */
  readonly traits?: Partial<Traits> | undefined;
  /** ms; only latencies are taken from it. Default: the machine's monotonic clock. */
  readonly now?: (() => number) | undefined;
  /** Of the draws of `local` models; a request's own seed comes before it. Default: "0". */
  readonly seed?: string | number | undefined;
  /** Needed by `scripted` only. */
  readonly scripted?: ScriptedSource | undefined;
}

/** A base URL as the clients want it: without a slash at its end. `InputError` for one that holds a password. */
export function checkBaseUrl(text: string): string {
  const url = URL.parse(text);
  const expected = "the base URL of an API, as in http://localhost:8000/v1";
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new InputError({ expected, found: describe(text) });
  if (url.username !== "" || url.password !== "" || url.search !== "")
    throw new InputError({
      expected: `${expected}, without user, password and query`,
      found: `one that holds them, at ${url.host}`,
      hint: "put the key into an environment variable",
    });
  return url.href.replace(/\/+$/, "");
}
