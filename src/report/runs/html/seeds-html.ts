/** Rows over their seeds as a table. */
import { conditionName, TASK_IDS } from "../../../records/index.ts";
import { type Html, html } from "../../html.ts";
import type { SeedsFigure, SeedsRow } from "../seeds-table.ts";
import { decimal, plural, points, spreadText, taskTitle } from "../wording.ts";
import { scrollTable } from "./tables-html.ts";

export function seedsHtml(rows: readonly SeedsRow[]): Html {
  const tasks = TASK_IDS.filter((task) => rows.some((row) => row.tasks[task] !== undefined));
  const body = rows.map(
    ({ row, condition, runs, tasks: figures }, place) =>
      html`<tr${rows[place - 1]?.row !== row && groupStart}><th scope="row">${rows[place - 1]?.row === row ? "" : row}</th><td class="words">${conditionName(condition)}</td><td>${runs}</td>${tasks.map((task) => cell(figures[task]))}</tr>`,
  );
  return scrollTable(
    "Trainings that differ in their seed alone: accuracy in %, mean over runs; lowest to highest run; mean IoU of the calls.",
    ["Row", "Shown", "Runs", ...tasks.map(taskTitle)],
    body,
    2,
  );
}

const groupStart: Html = { html: ' class="group"' };

function cell(figure: SeedsFigure | undefined): Html {
  if (figure === undefined) return html`<td>–</td>`;
  const { accuracy, iou, n } = figure;
  return html`<td title="${plural(n, "episode")}">${points(accuracy.mean)}${accuracy.lowest < accuracy.highest && html`<small>${spreadText(accuracy)}</small>`}${iou !== undefined && html`<small>IoU ${decimal(iou.mean)}</small>`}</td>`;
}
