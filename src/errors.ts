/**
 * Who has to act when something fails. What the user handed in (files, flags, images) and is wrong is an
 * `InputError`; its message says where, what was expected and what was found. A model's bad answer is data, not an
 * error (see `grading/`). Everything else is a bug and stays a plain `Error`.
 */

/** Where in the user's input a fault lies, from the outside in. */
export interface Place {
  /** Path or URL as the user knows it. */
  readonly file?: string | undefined;
  /** Inside the file: a JSON path (`annotations[3].bbox`), `line 7, column 2`, or a flag (`--pages`). */
  readonly at?: string | undefined;
}

export interface Fault extends Place {
  readonly expected: string;
  /** What was found instead; quoted with {@link describe}. */
  readonly found: string;
  /** What the user can do about it. */
  readonly hint?: string | undefined;
}

/** Bad user input: command-line exit code 2, no stack trace. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly fault: Fault;

  constructor(fault: Fault, options?: { cause?: unknown }) {
    super(formatFault(fault), options);
    this.fault = fault;
  }
}

function formatFault({ file, at, expected, found, hint }: Fault): string {
  const place = [file, at].filter((part) => part !== undefined && part !== "").join(": ");
  const tail = hint === undefined ? "" : ` (${hint})`;
  return `${place === "" ? "" : `${place}: `}expected ${expected}, found ${found}${tail}`;
}

/** A short, one-line rendering of any value for the `found` part of a message (at most 80 characters). */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  const text = JSON.stringify(excerptOf(value, 4)) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** The beginning of a value, so that a hostile one (a gigabyte, a million nested lists) costs nothing to show. */
function excerptOf(value: unknown, levels: number): unknown {
  if (typeof value === "string") return value.slice(0, 80);
  if (typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value)))
    return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (levels === 0) return "...";
  if (Array.isArray(value)) return value.slice(0, 40).map((item) => excerptOf(item, levels - 1));
  const entries = Object.entries(value).slice(0, 20);
  return Object.fromEntries(entries.map(([key, item]) => [key, excerptOf(item, levels - 1)]));
}

/** Why the system or a library refused, in one line: "no such file", or the first line of what it says. */
export function reasonOf(cause: unknown): string {
  const { code } = cause instanceof Error && "code" in cause ? cause : { code: undefined };
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file";
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.split("\n", 1)[0] ?? message;
}
