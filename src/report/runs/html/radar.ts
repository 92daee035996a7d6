/** The paper's Figure 2: accuracy by task as a polygon a system. */
import type { TaskId } from "../../../records/index.ts";
import { type Html, html } from "../../html.ts";
import type { AccuracyTable } from "../accuracy-table.ts";
import { taskTitle } from "../wording.ts";
import { seriesOf } from "./series.ts";

const RADIUS = 130;
const CENTRE = { x: 230, y: 190 };
const RINGS = [0.25, 0.5, 0.75, 1] as const;
/** More polygons than this cannot be told apart. */
export const RADAR_SYSTEMS = 6;

/** A radar with a polygon for each of the first rows, or nothing for fewer than three tasks. */
export function radar({ tasks, chance, rows }: AccuracyTable): Html | undefined {
  if (tasks.length < 3 || rows.length === 0) return undefined;
  const place = (index: number, share: number) => pointAt(index / tasks.length, share * RADIUS);
  const polygon = (shares: readonly number[]) =>
    shares.map((share, index) => place(index, share).join(",")).join(" ");
  const shown = rows.slice(0, RADAR_SYSTEMS);
  const series = seriesOf(rows);
  return html`<svg class="radar" viewBox="0 0 460 400" role="img" aria-label="Accuracy by task">
${RINGS.map((ring) => html`<polygon class="ring" points="${polygon(tasks.map(() => ring))}"/>`)}
${tasks.map((task, index) => axis(task, index, tasks.length))}
${RINGS.map((ring) => html`<text class="tick" x="${CENTRE.x + 4}" y="${CENTRE.y - ring * RADIUS + 4}">${100 * ring}</text>`)}
<polygon class="chance" points="${polygon(tasks.map((task) => chance[task] ?? 0))}"/>
${shown.map(
  (row, index) =>
    html`<polygon class="area series-${series[index]}" points="${polygon(tasks.map((task) => row.tasks[task]?.accuracy ?? 0))}"><title>${row.system}</title></polygon>`,
)}
</svg>`;
}

function pointAt(turn: number, distance: number): [string, string] {
  const angle = 2 * Math.PI * turn - Math.PI / 2;
  return [
    (CENTRE.x + distance * Math.cos(angle)).toFixed(1),
    (CENTRE.y + distance * Math.sin(angle)).toFixed(1),
  ];
}

function axis(task: TaskId, index: number, count: number): Html {
  const turn = index / count;
  const [x, y] = pointAt(turn, RADIUS);
  const [labelX, labelY] = pointAt(turn, RADIUS + 14);
  const side = Math.sin(2 * Math.PI * turn);
  const anchor = Math.abs(side) < 0.1 ? "middle" : side > 0 ? "start" : "end";
  const words = taskTitle(task).split(" ");
  const lift = Math.cos(2 * Math.PI * turn) > 0.5 ? -12 * (words.length - 1) : 0;
  return html`<line class="axis" x1="${CENTRE.x}" y1="${CENTRE.y}" x2="${x}" y2="${y}"/>
<text class="label" text-anchor="${anchor}">${words.map(
    (word, line) =>
      html`<tspan x="${labelX}" y="${(Number(labelY) + 4 + lift + 13 * line).toFixed(1)}">${word}</tspan>`,
  )}</text>`;
}
