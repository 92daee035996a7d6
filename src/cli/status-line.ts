/** Where a long command tells how it goes: one live line on a terminal, a plain line now and then elsewhere, or JSON lines. */

/** The part of a stream that status lines need. */
export interface StatusStream {
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface StatusLine {
  /**
   * Tell; most calls come too soon after the last one and are dropped, unless `last`.
   *
   * @param text is handed the width that there is, in characters; what is longer is cut on a terminal
   */
  show(text: (columns: number) => string, json: () => unknown, last?: boolean): void;
  /** A line that stays. */
  note(text: string): void;
}

export type StatusForm = "live" | "lines" | "json" | "none";

/** ms between two tellings. */
const EVERY: Readonly<Record<StatusForm, number>> = { live: 200, lines: 10_000, json: 1000, none: 0 };

/** Characters of a plain line that wants to stay readable in a log. */
const LOG_COLUMNS = 100;

/** @param now ms; a parameter for tests */
export function createStatusLine(
  stream: StatusStream,
  form: StatusForm,
  now: () => number = () => performance.now(),
): StatusLine {
  let told = Number.NEGATIVE_INFINITY;
  const clear = form === "live" ? "\r\u001b[2K" : "";
  const liveLine = (text: (columns: number) => string): string => {
    const columns = (stream.columns ?? 80) - 1;
    return text(columns).slice(0, columns);
  };
  return {
    show: (text, json, last = false) => {
      if (form === "none" || (!last && now() - told < EVERY[form])) return;
      told = now();
      if (form === "json") stream.write(`${JSON.stringify(json())}\n`);
      else if (form === "lines") stream.write(`${text(LOG_COLUMNS)}\n`);
      else stream.write(`${clear}${liveLine(text)}${last ? "\n" : ""}`);
    },
    note: (text) => {
      if (form === "live" || form === "lines") stream.write(`${clear}${text}\n`);
    },
  };
}
