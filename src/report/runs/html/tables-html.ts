/** The report's tables as HTML. */
import { conditionName } from "../../../records/index.ts";
import { type Html, html } from "../../html.ts";
import type { AccuracyTable } from "../accuracy-table.ts";
import type { ConfusionTable } from "../answer-tables.ts";
import type { DifferenceRow } from "../difference-table.ts";
import { ALPHA } from "../difference-words.ts";
import type { Figure } from "../figure.ts";
import type { PaperRow } from "../paper-results.ts";
import { paperResults } from "../paper-results.ts";
import type { SpendingRow } from "../spending.ts";
import {
  amount,
  countTexts,
  decimal,
  duration,
  intervalText,
  METHOD_WORDS,
  plural,
  points,
  pText,
  signedPoints,
  taskTitle,
} from "../wording.ts";
import type { ZoomRow } from "../zoom-table.ts";
import { seriesOf } from "./series.ts";

/**
 * A table that scrolls by itself where it is wider than the screen.
 *
 * @param words columns from the left that hold words
 */
export function scrollTable(
  caption: string,
  head: readonly string[],
  rows: readonly Html[],
  words = 1,
): Html {
  const cells = head.map((text, column) =>
    column < words ? html`<th scope="col" class="words">${text}</th>` : html`<th scope="col">${text}</th>`,
  );
  return html`<div class="scroll"><table><caption><span>${caption}</span></caption>
<thead><tr>${cells}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

export function modelsTable(table: AccuracyTable): Html {
  const { tasks, chance, rows } = table;
  const several = tasks.length > 1;
  const series = seriesOf(rows);
  const best = new Map(tasks.map((task) => [task, bestOf(rows.map((row) => row.tasks[task]))]));
  const head = ["Model", ...tasks.map(taskTitle), ...(several ? ["All", "Task mean"] : [])];
  const guessing = html`<tr class="chance-row"><th scope="row">Chance</th>${tasks.map((task) => html`<td>${points(chance[task])}</td>`)}${noTotals(tasks)}</tr>`;
  const own = rows.map(
    (
      row,
      index,
    ) => html`<tr><th scope="row"><span class="swatch series-${series[index]}"></span>${row.system}</th>
${tasks.map((task) => figureCell(row.tasks[task], row.tasks[task]?.accuracy === best.get(task) && rows.length > 1))}
${several && html`${figureCell(row.all, false)}<td>${points(row.macro)}</td>`}</tr>`,
  );
  const quoted = paperResults().page.map(
    (row) =>
      html`<tr class="quoted"><th scope="row">${row.model}</th>${quotedCells(row, tasks)}${noTotals(tasks)}</tr>`,
  );
  const divider = html`<tr class="divider"><th colspan="${head.length}" scope="rowgroup">Quoted from the paper (its own test set: not comparable item by item)</th></tr>`;
  return scrollTable(
    "Accuracy in %, 95 % interval, right/all. Bold: the highest measured here, which need not differ from the others.",
    head,
    [guessing, ...own, divider, ...quoted, quotedSizes(tasks)],
  );
}

/** Empty cells below the columns over all tasks, which one task by itself does not have. */
const noTotals = (tasks: AccuracyTable["tasks"]): Html | false =>
  tasks.length > 1 && html`<td></td><td></td>`;

function bestOf(figures: readonly (Figure | undefined)[]): number | undefined {
  const accuracies = figures.flatMap((figure) => figure?.accuracy ?? []);
  return accuracies.length === 0 ? undefined : Math.max(...accuracies);
}

function figureCell(figure: Figure | undefined, best: boolean, extra?: Html): Html {
  if (figure === undefined || figure.accuracy === null) {
    return html`<td>–${figure !== undefined && figure.errors > 0 && html`<small>${plural(figure.errors, "error")}</small>`}</td>`;
  }
  const value = points(figure.accuracy);
  return html`<td>${best ? html`<b>${value}</b>` : value}${extra}<small title="${intervalTitle(figure)}">${intervalText(figure)}</small>${countTexts(figure).map((text) => html`<small>${text}</small>`)}</td>`;
}

const intervalTitle = ({ method, byPages }: Figure): string =>
  `${METHOD_WORDS[method]}; ${byPages === null ? "one page" : `drawing whole pages: ${points(byPages.low, 0)}–${points(byPages.high, 0)}`}`;

function quotedCells({ cells }: PaperRow, tasks: AccuracyTable["tasks"]): Html[] {
  return tasks.map((task) => {
    const cell = cells[task];
    if (cell === null || cell === undefined) return html`<td>–</td>`;
    return html`<td>${cell.percent.toFixed(1)}</td>`;
  });
}

/** The paper does not print its sizes; they follow from its percentages. */
function quotedSizes(tasks: AccuracyTable["tasks"]): Html {
  const [first] = paperResults().page;
  const sizes = tasks.map((task) => html`<td>${first?.cells[task]?.n ?? "–"}</td>`);
  return html`<tr class="quoted"><th scope="row">n, derived from the percentages</th>${sizes}${noTotals(tasks)}</tr>`;
}

/** Page against panel against zoom: every way of asking a model, and the difference from its whole page. */
export function conditionsTable({ tasks, rows }: AccuracyTable): Html {
  const several = tasks.length > 1;
  const head = ["Model", "Shown", ...tasks.map(taskTitle), ...(several ? ["All"] : [])];
  const groups = [...Map.groupBy(rows, ({ label }) => label)];
  const body = groups.flatMap(([label, group]) => {
    const page = group.find(({ condition }) => condition.mode === "page");
    return group.map(
      (row, index) =>
        html`<tr${index === 0 && groupStart}><th scope="row">${index === 0 ? label : ""}</th><td class="words">${conditionName(row.condition)}</td>
${tasks.map((task) => figureCell(row.tasks[task], false, difference(row.tasks[task], row === page ? undefined : page?.tasks[task])))}
${several && figureCell(row.all, false, difference(row.all, row === page ? undefined : page?.all))}</tr>`,
    );
  });
  const quoted = paperResults().zoom.map(
    (row) =>
      html`<tr class="quoted"><th scope="row">${row.model}</th><td class="words">panel</td>${quotedCells(row, tasks)}${several && html`<td></td>`}</tr>`,
  );
  const divider = html`<tr class="divider"><th colspan="${head.length}" scope="rowgroup">Quoted from the paper: zoomed in by hand</th></tr>`;
  return scrollTable(
    "Accuracy in %, difference from the whole page in points.",
    head,
    [...body, divider, ...quoted],
    2,
  );
}

const groupStart: Html = { html: ' class="group"' };

function difference(figure: Figure | undefined, base: Figure | undefined): Html | undefined {
  if (typeof figure?.accuracy !== "number" || typeof base?.accuracy !== "number") return undefined;
  const gain = figure.accuracy - base.accuracy;
  return html` <span class="${gainClass(gain)}">${signedPoints(gain)}</span>`;
}

const gainClass = (gain: number): string => (gain === 0 ? "even" : gain < 0 ? "loss" : "gain");

export function zoomsTable(rows: readonly ZoomRow[]): Html {
  const head = [
    "System",
    "Task",
    "Episodes",
    "Calls each",
    "Used by",
    "IoU",
    "IoU by call",
    "IoU ≥ 0.5",
    "Right with / without a call",
    "Paper: calls, IoU",
  ];
  const groups = [...Map.groupBy(rows, ({ system }) => system)];
  const body = groups.flatMap(([system, group]) => {
    const idle = group.every(({ calls }) => calls === 0);
    return idle
      ? [idleRow(system, group, head.length)]
      : group.map((row, index) => zoomRow(row, index === 0));
  });
  return scrollTable("Zoom calls and their overlap with the targets, matched one to one.", head, body, 2);
}

/** A system that never used its tool has one line. */
function idleRow(system: string, group: readonly ZoomRow[], columns: number): Html {
  const episodes = group.reduce((sum, row) => sum + row.episodes, 0);
  return html`<tr class="group"><th scope="row">${system}</th><td class="words" colspan="${columns - 1}">no call in ${plural(episodes, "episode")}</td></tr>`;
}

function zoomRow(row: ZoomRow, first: boolean): Html {
  const paper = paperResults().zooms[row.task];
  return html`<tr${first && groupStart}><th scope="row">${first ? row.system : ""}</th><td class="words">${taskTitle(row.task)}</td><td>${row.episodes}</td>
<td>${decimal(row.calls)}</td><td>${points(row.used, 0)} %</td><td>${decimal(row.iou)}</td>
<td>${row.byCall.map((iou) => decimal(iou)).join(" · ") || "–"}</td><td>${row.hits === null ? "–" : `${points(row.hits, 0)} %`}</td>
<td>${points(row.accuracyWith)} / ${points(row.accuracyWithout)}</td>
<td class="quoted">${paper === undefined ? "–" : `${decimal(paper.calls)}, ${decimal(paper.iou)}`}</td></tr>`;
}

export function spendingHtml(rows: readonly SpendingRow[]): Html {
  const priced = rows.some(({ cost }) => cost !== null);
  const head = [
    "System",
    "Episodes",
    "Turns",
    "Tokens in",
    "Tokens out",
    "Latency median",
    "95 %",
    "Errors",
    ...(priced ? ["Cost"] : []),
  ];
  const body = rows.map(
    (
      row,
    ) => html`<tr><th scope="row">${row.system}</th><td>${row.episodes}</td><td>${decimal(row.turns, 1)}</td>
<td>${amount(row.inputTokens)}</td><td>${amount(row.outputTokens)}</td><td>${duration(row.latencyMedian)}</td><td>${duration(row.latency95)}</td>
<td>${
      Object.entries(row.errors)
        .map(([kind, count]) => `${count} ${kind}`)
        .join(", ") || "none"
    }</td>${priced && html`<td>${decimal(row.cost)}</td>`}</tr>`,
  );
  return scrollTable(
    "Turns, tokens and latency are of one episode; cost is of all, in the currency of the prices.",
    head,
    body,
  );
}

/** The matrices of each system, the first system's open. */
export function confusionHtml(tables: readonly ConfusionTable[]): Html {
  const groups = [...Map.groupBy(tables, ({ system }) => system)];
  return html`${groups.map(
    ([system, group], index) =>
      html`<details class="answers"${index === 0 && openAttribute}><summary>${system}</summary><div class="matrices">${group.map(confusionMatrix)}</div></details>`,
  )}`;
}

const openAttribute: Html = { html: " open" };

function confusionMatrix({ task, labels, counts, answered }: ConfusionTable): Html {
  const rows = counts.map((row, index) => {
    const sum = Math.max(
      1,
      row.reduce((all, count) => all + count, 0),
    );
    return html`<tr><th scope="row">${labels[index]}</th>${row.map(
      (count, column) =>
        html`<td class="heat-${Math.round((9 * count) / sum)}${column === index && " diagonal"}">${count === 0 ? "" : count}</td>`,
    )}</tr>`;
  });
  const shares = answered.map((share) => html`<td>${points(share, 0)}</td>`);
  return html`<figure class="confusion"><figcaption>${taskTitle(task)}</figcaption>
<table><thead><tr><th></th>${labels.map((label) => html`<th scope="col">${label}</th>`)}<th scope="col" title="unreadable">?</th></tr></thead>
<tbody>${rows}</tbody><tfoot><tr><th scope="row">%</th>${shares}<td></td></tr></tfoot></table></figure>`;
}

export function differencesHtml(rows: readonly DifferenceRow[]): Html {
  const head = [
    "First",
    "Second",
    "Questions, pages",
    "Only first",
    "Only second",
    "Difference",
    "95 %",
    "p",
    "p (Holm)",
    "McNemar",
    "Detectable",
  ];
  const body = rows.map(({ first, second, difference: found }) => {
    const gain = found.difference ?? 0;
    const told = found.adjusted < ALPHA;
    return html`<tr><th scope="row">${first}</th><td class="words">${second}</td><td>${found.n}, ${found.pages}</td><td>${found.onlyFirst}</td><td>${found.onlySecond}</td>
<td>${told ? html`<b class="${gainClass(gain)}">${signedPoints(gain)}</b>` : signedPoints(gain)}</td><td>${signedPoints(found.interval.low)} to ${signedPoints(found.interval.high)}</td>
<td>${pText(found.p)}</td><td>${told ? html`<b>${pText(found.adjusted)}</b>` : pText(found.adjusted)}</td><td>${pText(found.mcnemar)}</td><td>${points(found.detectable)}</td></tr>`;
  });
  const caption =
    "Second less first in points, on questions that both answered. Intervals draw whole pages again; p permutes whole pages; bold: below 0.05 after Holm's correction over this table. Detectable: the true difference that this many questions show four times in five.";
  return scrollTable(caption, head, body, 2);
}
