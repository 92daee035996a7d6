/** Numbers and names as the report writes them. */
import type { TaskId } from "../../records/index.ts";
import { taskOf } from "../../tasks/index.ts";
import type { Figure } from "./figure.ts";
import type { Spread } from "./seeds-table.ts";

/** 0.4951 as "49.5"; "-" for null. */
export const points = (share: number | null | undefined, digits = 1): string =>
  share === null || share === undefined ? "–" : (100 * share).toFixed(digits);

/** A number with so many digits, or "–"; what rounds to nothing has no sign. */
export const decimal = (value: number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? "–" : value.toFixed(digits).replace(/^-(?=[0.]+$)/, "");

/** "+3.2" or "−3.2" percentage points. */
export const signedPoints = (difference: number): string =>
  `${difference < 0 ? "−" : "+"}${Math.abs(100 * difference).toFixed(1)}`;

/** "41–57". */
export const intervalText = ({ interval }: Figure): string =>
  `${points(interval.low, 0)}–${points(interval.high, 0)}`;

/** "87.6–88.8". */
export const spreadText = ({ lowest, highest }: Spread): string => `${points(lowest)}–${points(highest)}`;

/** How an interval was made. */
export const METHOD_WORDS = {
  wilson: "Wilson's",
  questions:
    "drawing whole questions again with all of their samples (bootstrap), at least as wide as Wilson's",
} as const satisfies Record<Figure["method"], string>;

/** All methods of the figures of a table, in words. */
export function methodsText(rows: readonly { readonly all: Figure }[]): string {
  const methods = [...new Set(rows.map(({ all }) => all.method))];
  if (methods.length < 2) return METHOD_WORDS[methods[0] ?? "wilson"];
  return `${METHOD_WORDS.wilson} where questions were asked once; where they were asked again, ${METHOD_WORDS.questions}`;
}

/** "67/136" and, where there are any, "2 invalid" and "1 error". */
export function countTexts({ k, n, invalid, errors }: Figure): string[] {
  return [
    `${k}/${n}`,
    ...(invalid > 0 ? [`${invalid} invalid`] : []),
    ...(errors > 0 ? [plural(errors, "error")] : []),
  ];
}

/** "1 error", "2 errors". */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** p to two digits, "< 0.001" below. */
export const pText = (p: number): string => (p < 0.001 ? "< 0.001" : p.toFixed(p < 0.01 ? 3 : 2));

/** The task's name for a table head. */
export const taskTitle = (task: TaskId): string => taskOf(task).title;

/** 12345 as "12.3 k". */
export function amount(value: number | null): string {
  if (value === null) return "–";
  if (value >= 1e6) return `${(value / 1e6).toFixed(1)} M`;
  return value >= 10_000 ? `${(value / 1000).toFixed(1)} k` : value.toFixed(0);
}

/** ms as "840 ms" or "12.4 s". */
export function duration(ms: number | null): string {
  if (ms === null) return "–";
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
