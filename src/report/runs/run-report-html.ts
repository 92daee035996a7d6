/** The report as one HTML file without a program and without requests: opens offline, in light and dark, on a phone. */
import { readFile } from "node:fs/promises";
import { COUNTERFACTUALS } from "../../records/index.ts";
import { type Html, hashSource, html } from "../html.ts";
import { trainingSection } from "../training/training-sections.ts";
import type { ComparedCase, GalleryCase } from "./gallery.ts";
import { comparedCaseHtml } from "./html/compared-case-html.ts";
import { galleryCaseHtml } from "./html/gallery-html.ts";
import { harnessHtml } from "./html/harness-html.ts";
import { intervalCharts } from "./html/interval-chart.ts";
import { RADAR_SYSTEMS, radar } from "./html/radar.ts";
import { seedsHtml } from "./html/seeds-html.ts";
import { seriesOf } from "./html/series.ts";
import {
  conditionsTable,
  confusionHtml,
  differencesHtml,
  modelsTable,
  scrollTable,
  spendingHtml,
  zoomsTable,
} from "./html/tables-html.ts";
import type { PreparedReport, RunReport } from "./run-report.ts";
import { methodsText, plural, taskTitle } from "./wording.ts";
import type { ZoomChanges } from "./zoom-changes.ts";

/** The style sheet of all reports. */
export const STYLE = new URL("../../../assets/report/style.css", import.meta.url);

/** The file from beginning to end. */
export async function* runReportHtml(
  { report, training, changes }: PreparedReport,
  title: string,
  gallery: AsyncIterable<GalleryCase | ComparedCase>,
): AsyncGenerator<string, void, undefined> {
  const style = await readFile(STYLE, "utf8");
  yield reportHead(title, style).html;
  yield html`<header class="masthead"><h1>${title}</h1><p>${summary(report)}</p></header><main>`.html;
  for (const part of sections(report)) yield part.html;
  if (training.length > 0)
    yield trainingSection(
      training,
      changes?.zoomers.map(({ name }) => name),
    ).html;
  yield html`<section id="gallery"><h2>Episodes</h2>
<p class="note">Dashed yellow: where the evidence is. Solid, numbered: where the model looked. Beside each zoom: the very crop the model got.${changes !== undefined && comparisonNote(changes)}</p>`
    .html;
  for await (const shown of gallery) {
    yield ("panes" in shown ? comparedCaseHtml(shown) : galleryCaseHtml(shown)).html;
  }
  yield html`</section></main><footer><p>Written by benday. Intervals, 95 %: ${methodsText(report.conditions.rows)}; unreadable answers count as wrong; failures of the provider do not count. Quoted: ${report.paper.source}. ${report.paper.note}.</p></footer></body></html>
`.html;
}

function comparisonNote({ zoomers }: ZoomChanges): string {
  const [first, last] = [zoomers[0]?.name ?? "", zoomers.at(-1)?.name ?? ""];
  return ` Of each task first a question that got better from ${first} to ${last}, one that got worse, and one that stayed wrong, where there is one: the first of the run, of those on which both zoomed before others.`;
}

/** Up to the opening of the body; the policy lets nothing in but this very style. */
export function reportHead(title: string, style: string): Html {
  const policy = `default-src 'none'; style-src ${hashSource(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='3.6' fill='%23e0115f'/%3E%3C/svg%3E">
<style>${{ html: style }}</style></head><body>
`;
}

function summary({ runs, conditions, training }: RunReport): string {
  const episodes = runs.reduce((sum, run) => sum + run.episodes, 0);
  const benchmarks = new Set(runs.map(({ settings }) => settings.benchmark.slice(0, 8)));
  const trainings = training.reduce((sum, row) => sum + row.runs, 0);
  const trained = trainings === 0 ? "" : `, ${plural(trainings, "training run")}`;
  return `${plural(episodes, "episode")}, ${plural(conditions.rows.length, "system")}, ${plural(conditions.tasks.length, "task")}${trained}; ${benchmarks.size === 1 ? "benchmark" : "benchmarks"} ${[...benchmarks].join(", ")}`;
}

/** The counterfactuals that show no target. */
const OTHER_ZOOMS = COUNTERFACTUALS.filter((shown) => shown !== "oracle")
  .map((shown) => `zoom-${shown}`)
  .join(", ");

function sections(report: RunReport): Html[] {
  const { models, seeds, conditions, differences, zooms, confusion, harness, hard, spending } = report;
  const figure = radar(models);
  return [
    seeds.length > 0
      ? html`<section id="seeds"><h2>Rows over their seeds</h2>${seedsHtml(seeds)}</section>`
      : html``,
    html`<section id="models"><h2>Models and tasks</h2>
<div class="overview">${figure !== undefined && html`<figure class="radar-figure">${figure}${legend(report)}</figure>`}${intervalCharts(models)}</div>
${modelsTable(models)}</section>`,
    html`<section id="conditions"><h2>Page, panel, zoom</h2>
<p class="note">What a model gains when the evidence is cut out for it (panel), when it may look closer itself (zoom) or is made to look where it says, when asked, that one should (located), and what is left of that gain when a zoom returns something else (${OTHER_ZOOMS}) or just the target (zoom-oracle).</p>
${conditionsTable(conditions)}</section>`,
    differences.length > 0
      ? html`<section id="differences"><h2>Differences</h2>${differencesHtml(differences)}</section>`
      : html``,
    zooms.length > 0
      ? html`<section id="zooms"><h2>Use of the zoom</h2>${zoomsTable(zooms)}</section>`
      : html``,
    html`<section id="answers"><h2>Answers</h2><p class="note">Rows: gold; columns: answer; last column: unreadable; below: share of the readable answers in %. A full column is a preference.</p>
${confusionHtml(confusion)}</section>`,
    harness.length > 0
      ? html`<section id="harness"><h2>Harness</h2><p class="note">The same replies, read by the rules of other harnesses: what of a score is the model, and what the parser.</p>${harnessHtml(harness)}</section>`
      : html``,
    hard.length > 0 ? hardSection(report) : html``,
    html`<section id="spending"><h2>Time, tokens, failures</h2>${spendingHtml(spending)}</section>`,
  ];
}

function legend({ models }: RunReport): Html {
  const shown = models.rows.slice(0, RADAR_SYSTEMS);
  const series = seriesOf(models.rows);
  return html`<figcaption>${shown.map((row, index) => html`<span class="key"><span class="swatch series-${series[index]}"></span>${row.system}</span>`)}<span class="key"><span class="swatch chance"></span>chance</span></figcaption>`;
}

function hardSection({ hard }: RunReport): Html {
  const rows = hard.map(
    ({ task, question, text, gold, wrong, systems }) =>
      html`<tr><th scope="row">${taskTitle(task)}</th><td class="words">${text}<small>${question}</small></td><td class="words">${gold}</td><td>${wrong} of ${systems}</td></tr>`,
  );
  return html`<section id="hard"><h2>Wrong by most models</h2>${scrollTable("Questions that more than half of the systems got wrong.", ["Task", "Question", "Gold", "Wrong by"], rows, 3)}</section>`;
}
