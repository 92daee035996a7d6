/** The report's tables as Markdown, for a repository or a paper's draft. */
import { conditionName, TASK_IDS, type TaskId } from "../../records/index.ts";
import { COURSES, courseText } from "../training/training-table.ts";
import type { AccuracyTable } from "./accuracy-table.ts";
import type { Figure } from "./figure.ts";
import type { RunReport } from "./run-report.ts";
import type { SeedsFigure, SeedsRow } from "./seeds-table.ts";
import {
  countTexts,
  decimal,
  intervalText,
  methodsText,
  points,
  signedPoints,
  spreadText,
  taskTitle,
} from "./wording.ts";

export function runReportMarkdown(report: RunReport, title: string): string {
  const parts = [
    `# ${title}`,
    ...(report.seeds.length > 0 ? ["## Rows over their seeds", seedsMarkdown(report.seeds)] : []),
    "## Models and tasks",
    modelsMarkdown(report),
    "## Page, panel, zoom",
    conditionsMarkdown(report.conditions),
    ...(report.zooms.length > 0 ? ["## Use of the zoom", zoomsMarkdown(report)] : []),
    "## Time, tokens, failures",
    spendingMarkdown(report),
    ...(report.training.length > 0 ? ["## Training", trainingMarkdown(report)] : []),
    `Intervals, 95 %: ${methodsText(report.conditions.rows)}. Unreadable answers count as wrong, failures of the provider do not count. Quoted rows: ${report.paper.source}. ${report.paper.note}.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [
    line(head),
    `|${head.map((_, index) => (index === 0 ? "---" : "---:")).join("|")}|`,
    ...rows.map(line),
  ].join("\n");
}

const escapeCell = (text: string): string => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");

function cell(figure: Figure | undefined): string {
  if (figure === undefined || figure.accuracy === null) return "–";
  return `${points(figure.accuracy)} [${intervalText(figure)}] ${countTexts(figure).join(", ")}`;
}

/** A cell of the column over all tasks, which one task by itself does not need. */
const ofSeveral = (tasks: readonly TaskId[], text: string): string[] => (tasks.length > 1 ? [text] : []);

function modelsMarkdown({ models: { tasks, chance, rows }, paper }: RunReport): string {
  const quoted = paper.page.map(({ model, cells }) => [
    `*${model} (quoted)*`,
    ...tasks.map((task) => cells[task]?.percent.toFixed(1) ?? "–"),
    ...ofSeveral(tasks, ""),
  ]);
  return markdownTable(
    ["Model", ...tasks.map(taskTitle), ...ofSeveral(tasks, "All")],
    [
      ["Chance", ...tasks.map((task) => points(chance[task])), ...ofSeveral(tasks, "")],
      ...rows.map((row) => [
        row.system,
        ...tasks.map((task) => cell(row.tasks[task])),
        ...ofSeveral(tasks, cell(row.all)),
      ]),
      ...quoted,
    ],
  );
}

function seedsMarkdown(rows: readonly SeedsRow[]): string {
  const tasks = TASK_IDS.filter((task) => rows.some((row) => row.tasks[task] !== undefined));
  const seedsCell = (figure: SeedsFigure | undefined): string => {
    if (figure === undefined) return "–";
    const { accuracy, iou } = figure;
    const spread = accuracy.lowest < accuracy.highest ? ` (${spreadText(accuracy)})` : "";
    return `${points(accuracy.mean)}${spread}${iou === undefined ? "" : `, IoU ${decimal(iou.mean)}`}`;
  };
  const body = rows.map(({ row, condition, runs, tasks: figures }) => [
    row,
    conditionName(condition),
    String(runs),
    ...tasks.map((task) => seedsCell(figures[task])),
  ]);
  return `${markdownTable(["Row", "Shown", "Runs", ...tasks.map(taskTitle)], body)}

Mean over runs, lowest and highest run.`;
}

function conditionsMarkdown({ tasks, rows }: AccuracyTable): string {
  const body = rows.map((row) => {
    const page = rows.find(({ label, condition }) => label === row.label && condition.mode === "page");
    const gain = (own: Figure | undefined, base: Figure | undefined) =>
      page === row || own?.accuracy == null || base?.accuracy == null
        ? ""
        : ` (${signedPoints(own.accuracy - base.accuracy)})`;
    const taskCell = (task: TaskId) =>
      `${points(row.tasks[task]?.accuracy)}${gain(row.tasks[task], page?.tasks[task])}`;
    return [
      row.label,
      conditionName(row.condition),
      ...tasks.map(taskCell),
      ...ofSeveral(tasks, `${points(row.all.accuracy)}${gain(row.all, page?.all)}`),
    ];
  });
  return markdownTable(["Model", "Shown", ...tasks.map(taskTitle), ...ofSeveral(tasks, "All")], body);
}

function zoomsMarkdown({ zooms }: RunReport): string {
  const rows = zooms.map((row) => [
    row.system,
    taskTitle(row.task),
    decimal(row.calls),
    decimal(row.iou),
    row.byCall.map((iou) => decimal(iou)).join(" / "),
    points(row.hits, 0),
  ]);
  return markdownTable(["System", "Task", "Calls", "IoU", "IoU by call", "IoU ≥ 0.5 (%)"], rows);
}

function spendingMarkdown({ spending }: RunReport): string {
  const rows = spending.map((row) => [
    row.system,
    String(row.episodes),
    decimal(row.turns, 1),
    decimal(row.inputTokens, 0),
    decimal(row.outputTokens, 0),
    decimal(row.latencyMedian, 0),
    Object.entries(row.errors)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(", ") || "none",
  ]);
  return markdownTable(
    ["System", "Episodes", "Turns", "Tokens in", "Tokens out", "Latency (ms)", "Errors"],
    rows,
  );
}

/** Without the curves. */
function trainingMarkdown({ training }: RunReport): string {
  const rows = training.map(({ name, runs, steps, courses }) => [
    name,
    String(runs),
    String(steps),
    ...COURSES.map(({ id }) => courseText(courses[id])),
  ]);
  return `${markdownTable(["Run", "Seeds", "Steps", ...COURSES.map(({ title }) => title)], rows)}

Means over the first and over the last tenth of the steps, and over seeds; in brackets the ends of the seeds.`;
}
