/** Where progress goes: a bar with a time estimate on a terminal, nothing elsewhere. */
import { createStatusLine, type StatusForm, type StatusLine } from "./status-line.ts";

export interface Progress {
  /** Units done so far, of a total when it is known. */
  update(done: number, total?: number): void;
  /** Remove the bar. */
  end(): void;
}

export interface Terminal {
  progress(label: string): Progress;
  /** For commands that run for hours: told on a terminal, as plain lines, and with `--json` as JSON lines. */
  readonly status: StatusLine;
}

/** The part of a stream that the bar needs. */
export interface BarStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** ms between two drawings of the bar. */
const REDRAW_EVERY = 100;
const BAR_CELLS = 24;

/** "1:05" or "1:02:03". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}

/** One line of progress: bar, counts and remaining time when the total is known, a count otherwise. */
export function progressLine(
  label: string,
  done: number,
  total: number | undefined,
  elapsed: number,
): string {
  if (total === undefined || total === 0) return `${label} ${done}`;
  const filled = Math.round((BAR_CELLS * Math.min(done, total)) / total);
  const bar = "●".repeat(filled) + "·".repeat(BAR_CELLS - filled);
  const left = done === 0 ? "" : `, ${formatDuration((elapsed * (total - done)) / done)} left`;
  return `${label} ${bar} ${done}/${total}${left}`;
}

const silent: Progress = { update: () => {}, end: () => {} };

/**
 * A terminal over a stream; `now` gives milliseconds and is a parameter for tests. With `json` there is no bar, and the
 * status comes as JSON lines.
 */
export function createTerminal(
  stream: BarStream,
  { json = false, now = () => performance.now() }: { json?: boolean; now?: () => number } = {},
): Terminal {
  const live = stream.isTTY === true;
  const form: StatusForm = json ? "json" : live ? "live" : "lines";
  const status = createStatusLine(stream, form, now);
  if (json || !live) return { status, progress: () => silent };
  return { status, progress: (label) => createBar(stream, label, now) };
}

function createBar(stream: BarStream, label: string, now: () => number): Progress {
  const started = now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    update: (done, total) => {
      if (now() - drawn < REDRAW_EVERY && done !== total) return;
      drawn = now();
      const line = progressLine(label, done, total, (drawn - started) / 1000);
      stream.write(`\r\u001b[2K${line.slice(0, (stream.columns ?? 80) - 1)}`);
    },
    end: () => stream.write("\r\u001b[2K"),
  };
}
