/** The curves of training runs as parts of a page, runs overlaid. */
import { type Html, html } from "../html.ts";
import { scrollTable } from "../runs/html/tables-html.ts";
import { type CurveRun, curveChart, SERIES, seriesClass } from "./curve-chart.ts";
import { type CurveGroup, curvesOf, type TrainingLog } from "./curves.ts";
import { COURSES, courseText, type TrainingRow, trainingTable } from "./training-table.ts";

/** A section a group of curves. */
export function trainingSections(logs: readonly TrainingLog[]): Html {
  const runs = runsOf(logs, []);
  return html`${curvesOf(logs).map((group) => {
    const id = `training-${group.title.toLowerCase().replaceAll(/\W+/g, "-")}`;
    return html`<section id="${id}"><h2>${group.title}</h2>${noteOf(group)}${legend(runs)}${charts(group, runs)}</section>`;
  })}`;
}

/**
 * One section of a report that is about more than training.
 *
 * @param measured names of models that the report shows in colours of that order: a run of such a name has the same colour
 */
export function trainingSection(logs: readonly TrainingLog[], measured: readonly string[] = []): Html {
  const runs = runsOf(logs, measured);
  const groups = curvesOf(logs).map(
    (group) => html`<h3 class="group">${group.title}</h3>${noteOf(group)}${charts(group, runs)}`,
  );
  return html`<section id="training"><h2>Training</h2>
${trainingRows(trainingTable(logs), runs)}${groups}</section>`;
}

/**
 * Runs in the colours of their namesakes, the others in colours that no measured model has, as long as there are any; all runs of
 * a row in one.
 */
function runsOf(logs: readonly TrainingLog[], measured: readonly string[]): readonly CurveRun[] {
  const rows = [...Map.groupBy(logs, ({ name, row = name }) => row)];
  const namesakes = rows.map(([row]) => measured.indexOf(row));
  const places = Array.from({ length: SERIES }, (_, place) => (place + measured.length) % SERIES);
  const free = places.filter((place) => !namesakes.includes(place));
  const series = new Map(
    rows.map(([row], place) => {
      const namesake = namesakes[place] ?? -1;
      return [row, namesake < 0 ? (free.shift() ?? SERIES) : namesake];
    }),
  );
  return logs.map(({ name, row = name, steps, evals }) => {
    const last = Math.max(steps.length, ...evals.map(({ step }) => step));
    return { name, row, steps: last, series: series.get(row) ?? SERIES };
  });
}

const noteOf = ({ note }: CurveGroup): Html | false => note !== "" && html`<p class="note">${note}</p>`;

const charts = ({ curves }: CurveGroup, runs: readonly CurveRun[]): Html =>
  html`<div class="charts">${curves.map((curve) => curveChart(curve, runs))}</div>`;

const legend = (runs: readonly CurveRun[]): Html =>
  html`<figure><figcaption>${firstOfRows(runs).map((run) => html`<span class="key"><span class="swatch ${seriesClass(run)}"></span>${run.row}</span>`)}</figcaption></figure>
`;

const firstOfRows = (runs: readonly CurveRun[]): readonly CurveRun[] =>
  runs.filter(({ row }, place) => runs.findIndex((run) => run.row === row) === place);

/** The table is the legend of the curves below it, too. */
function trainingRows(rows: readonly TrainingRow[], runs: readonly CurveRun[]): Html {
  const body = firstOfRows(runs).map((run, place) => {
    const { steps, runs: seeds, courses = {} } = rows[place] ?? {};
    return html`<tr><th scope="row"><span class="swatch ${seriesClass(run)}"></span>${run.row}</th><td>${seeds}</td><td>${steps}</td>
${COURSES.map(({ id }) => html`<td>${courseText(courses[id])}</td>`)}</tr>`;
  });
  const head = ["Run", "Seeds", "Steps", ...COURSES.map(({ title }) => title)];
  return scrollTable(
    "Means over the first and over the last tenth of the steps, of the episodes that were drawn in training, and over seeds; in brackets the ends of the seeds.",
    head,
    body,
  );
}
