/** A small chart of a quantity over steps, as SVG without a program. */
import { type Html, html } from "../html.ts";
import type { Curve, CurvePoint } from "./curves.ts";

const LEFT = 44;
const WIDTH = 300;
const TOP = 8;
const HEIGHT = 120;

/** Colours that there are. */
export const SERIES = 6;

/** A line of every chart. */
export interface CurveRun {
  readonly name: string;
  /** Runs of one row are drawn thin, and their mean over them. */
  readonly row: string;
  /** Place of its colour; from {@link SERIES} on runs share the last. */
  readonly series: number;
  /** Done: charts of a quantity that some steps lack are as wide as the others. */
  readonly steps: number;
}

interface Span {
  readonly low: number;
  readonly high: number;
}

export function curveChart({ title, lines }: Curve, runs: readonly CurveRun[]): Html {
  const points = lines.flat();
  const last = Math.max(1, ...runs.map(({ steps }) => steps));
  const values = spanOf(points.map(([, value]) => value));
  const x = (step: number) => (LEFT + (WIDTH * step) / last).toFixed(1);
  const y = (value: number) =>
    (TOP + (HEIGHT * (values.high - value)) / (values.high - values.low)).toFixed(1);
  return html`<figure><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${LEFT + WIDTH + 12} ${TOP + HEIGHT + 18}" role="img" aria-label="${title} over steps">
${[values.low, (values.low + values.high) / 2, values.high].map(
  (tick) => html`<line class="axis" x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${y(tick)}" y2="${y(tick)}"/>
<text class="tick" text-anchor="end" x="${LEFT - 5}" y="${Number(y(tick)) + 3}">${numberText(tick)}</text>`,
)}
<text class="tick" x="${LEFT}" y="${TOP + HEIGHT + 14}">0</text>
<text class="tick" text-anchor="end" x="${LEFT + WIDTH}" y="${TOP + HEIGHT + 14}">${last} steps</text>
${rowsOf(lines, runs).map((row) => rowHtml(row, x, y))}
</svg></figure>`;
}

interface ChartRow {
  readonly run: CurveRun;
  /** Of the runs that have the quantity. */
  readonly lines: readonly (readonly CurvePoint[])[];
}

function rowsOf(lines: Curve["lines"], runs: readonly CurveRun[]): readonly ChartRow[] {
  const drawn = runs.map((run, place) => ({ run, line: lines[place] ?? [] }));
  const rows = Map.groupBy(drawn, ({ run }) => run.row);
  return [...rows.values()].flatMap((row) => {
    const known = row.flatMap(({ line }) => (line.length > 0 ? [line] : []));
    return row[0] === undefined ? [] : [{ run: row[0].run, lines: known }];
  });
}

/** One run with what it was smoothed from behind it; several as thin lines behind their mean. */
function rowHtml(
  { run, lines }: ChartRow,
  x: (step: number) => string,
  y: (value: number) => string,
): Html | undefined {
  const course = smoothed(meanLine(lines));
  const [first, last] = [course[0], course.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const courseOf = (points: readonly CurvePoint[]) =>
    points.map(([step, value]) => `${x(step)},${y(value)}`).join(" ");
  const several = lines.length > 1;
  const behind = several ? lines.map(smoothed) : lines.filter((line) => line.length >= MANY);
  const name = several ? `${run.row}, mean of ${lines.length} runs` : run.row;
  return html`<g class="mark ${seriesClass(run)}"><title>${name}: ${numberText(first[1])} after ${first[0]}, ${numberText(last[1])} after ${last[0]} steps</title>
${behind.map((line) => html`<polyline fill="none" stroke="var(--series)" stroke-width="0.8" opacity="${several ? 0.5 : 0.3}" points="${courseOf(line)}"/>`)}
<polyline fill="none" stroke="var(--series)" stroke-width="1.6" stroke-linejoin="round" points="${courseOf(course)}"/>
<circle cx="${x(last[0])}" cy="${y(last[1])}" r="2.5"/></g>`;
}

/** At each step the mean over the lines that have it. */
function meanLine(lines: readonly (readonly CurvePoint[])[]): readonly CurvePoint[] {
  const [only, another] = lines;
  if (only !== undefined && another === undefined) return only;
  const values = Map.groupBy(lines.flat(), ([step]) => step);
  return [...values]
    .map(
      ([step, points]): CurvePoint => [
        step,
        points.reduce((sum, [, value]) => sum + value, 0) / points.length,
      ],
    )
    .sort(([a], [b]) => a - b);
}

/** Fewer points than this can be followed one by one. */
const MANY = 40;
/** Points of a mean: this share of all, around each. */
const SMOOTHING = 0.08;

/** Means over the neighbours that there are, where single steps would hide the course. */
function smoothed(line: readonly CurvePoint[]): readonly CurvePoint[] {
  if (line.length < MANY) return line;
  const reach = Math.round((line.length * SMOOTHING) / 2);
  return line.map(([step], place): CurvePoint => {
    const near = line.slice(Math.max(0, place - reach), place + reach + 1);
    return [step, near.reduce((sum, [, value]) => sum + value, 0) / near.length];
  });
}

export const seriesClass = ({ series }: Pick<CurveRun, "series">): string =>
  `series-${Math.min(series, SERIES - 1)}`;

/** Shares show 0 to 1; others from 0, or from below it, to a little above what occurs. */
function spanOf(values: readonly number[]): Span {
  const low = Math.min(0, ...values);
  const high = Math.max(low, ...values);
  if (low === 0 && high > 0.25 && high <= 1) return { low, high: 1 };
  return { low, high: high > low ? high : low + 1 };
}

/** Characters that have room beside the axis. */
const WIDEST = 6;

/** Three digits that count, or two where three are too long. */
function numberText(value: number): string {
  if (value === 0) return "0";
  if (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5) return value.toExponential(1);
  const text = String(Number(value.toPrecision(3)));
  return text.length > WIDEST ? String(Number(value.toPrecision(2))) : text;
}
