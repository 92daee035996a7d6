/** Accuracy with its interval, task by task: shows what the sample size lets one tell apart. */
import { type Html, html } from "../../html.ts";
import type { AccuracyTable } from "../accuracy-table.ts";
import { countTexts, points, taskTitle } from "../wording.ts";
import { seriesOf } from "./series.ts";

const ROW = 15;
const HEAD = 22;
const LEFT = 14;
const WIDTH = 420;

/** One small chart a task: a dot and a 95 % interval for each row, chance as a dashed line. */
export function intervalCharts(table: AccuracyTable): Html {
  return html`<div class="charts">${table.tasks.map((task) => intervalChart(table, task))}</div>`;
}

function intervalChart({ rows, chance }: AccuracyTable, task: AccuracyTable["tasks"][number]): Html {
  const height = HEAD + rows.length * ROW + 16;
  const x = (share: number) => (LEFT + share * WIDTH).toFixed(1);
  const guess = chance[task];
  const series = seriesOf(rows);
  return html`<figure><figcaption>${taskTitle(task)}</figcaption>
<svg viewBox="0 0 ${WIDTH + 2 * LEFT} ${height}" role="img" aria-label="${taskTitle(task)}: accuracy with 95 % intervals">
${[0, 0.25, 0.5, 0.75, 1].map(
  (tick) => html`<line class="axis" x1="${x(tick)}" x2="${x(tick)}" y1="6" y2="${height - 16}"/>
<text class="tick" text-anchor="middle" x="${x(tick)}" y="${height - 3}">${100 * tick}</text>`,
)}
${guess !== null && guess !== undefined && html`<line class="chance" x1="${x(guess)}" x2="${x(guess)}" y1="2" y2="${height - 16}"/>`}
${rows.map((row, index) => {
  const figure = row.tasks[task];
  if (figure === undefined || figure.accuracy === null) return undefined;
  const y = HEAD - 6 + index * ROW;
  return html`<g class="mark series-${series[index]}"><title>${row.system}: ${points(figure.accuracy)} (${countTexts(figure).join(", ")})</title>
<line x1="${x(figure.interval.low)}" x2="${x(figure.interval.high)}" y1="${y}" y2="${y}"/>
<circle cx="${x(figure.accuracy)}" cy="${y}" r="4.5"/></g>`;
})}
</svg></figure>`;
}
