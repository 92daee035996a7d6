/** The curves of training runs as parts of a page, runs overlaid. */
import { type Html, html } from "../html.ts";
import { scrollTable } from "../runs/html/tables-html.ts";
import { curveChart, seriesClass } from "./curve-chart.ts";
import { type CurveGroup, curvesOf, type TrainingLog } from "./curves.ts";
import { COURSES, courseText, type TrainingRow, trainingTable } from "./training-table.ts";

/** A section a group of curves. */
export function trainingSections(logs: readonly TrainingLog[]): Html {
  const names = namesOf(logs);
  return html`${curvesOf(logs).map((group) => {
    const id = `training-${group.title.toLowerCase().replaceAll(/\W+/g, "-")}`;
    return html`<section id="${id}"><h2>${group.title}</h2>${noteOf(group)}${legend(names)}${charts(group, names)}</section>`;
  })}`;
}

/** One section of a report that is about more than training. */
export function trainingSection(logs: readonly TrainingLog[]): Html {
  const names = namesOf(logs);
  const groups = curvesOf(logs).map(
    (group) => html`<h3 class="group">${group.title}</h3>${noteOf(group)}${charts(group, names)}`,
  );
  return html`<section id="training"><h2>Training</h2>
${trainingRows(trainingTable(logs))}${groups.length > 0 && legend(names)}${groups}</section>`;
}

const namesOf = (logs: readonly TrainingLog[]): readonly string[] => logs.map(({ name }) => name);

const noteOf = ({ note }: CurveGroup): Html | false => note !== "" && html`<p class="note">${note}</p>`;

const charts = ({ curves }: CurveGroup, names: readonly string[]): Html =>
  html`<div class="charts">${curves.map((curve) => curveChart(curve, names))}</div>`;

const legend = (names: readonly string[]): Html =>
  html`<figure><figcaption>${names.map((name, run) => html`<span class="key"><span class="swatch ${seriesClass(run)}"></span>${name}</span>`)}</figcaption></figure>
`;

function trainingRows(rows: readonly TrainingRow[]): Html {
  const body = rows.map(
    (
      { name, steps, courses },
      run,
    ) => html`<tr><th scope="row"><span class="swatch ${seriesClass(run)}"></span>${name}</th><td>${steps}</td>
${COURSES.map(({ id }) => html`<td>${courseText(courses[id])}</td>`)}</tr>`,
  );
  const head = ["Run", "Steps", ...COURSES.map(({ title }) => title)];
  return scrollTable(
    "Means over the first and over the last tenth of the steps, of the episodes that were drawn in training.",
    head,
    body,
  );
}
