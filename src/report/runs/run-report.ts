/** The report as data: every figure that its HTML and Markdown forms show. */
import type { EpisodeMode, Question } from "../../records/index.ts";
import type { TrainingLog } from "../training/curves.ts";
import { type TrainingRow, trainingTable } from "../training/training-table.ts";
import { type AccuracyTable, accuracyTable } from "./accuracy-table.ts";
import { type ConfusionTable, confusionTables } from "./answer-tables.ts";
import { type DifferenceRow, differenceTable } from "./difference-table.ts";
import { type HardQuestion, hardQuestions } from "./hard-questions.ts";
import { type HarnessRow, harnessCard } from "./harness-card.ts";
import { type PaperResults, paperResults } from "./paper-results.ts";
import type { ReportRun, System } from "./report-input.ts";
import { type SeedsRow, seedsTable } from "./seeds-table.ts";
import { type CostOf, type SpendingRow, spendingTable } from "./spending.ts";
import { systemsOf } from "./systems.ts";
import { type ZoomChanges, zoomChanges } from "./zoom-changes.ts";
import { type ZoomRow, zoomTable } from "./zoom-table.ts";

export interface RunReport {
  readonly kind: "run-report";
  readonly version: 1;
  readonly runs: readonly {
    readonly name: string;
    readonly settings: ReportRun["run"]["settings"];
    readonly episodes: number;
  }[];
  /** Models on the whole page, behind their zooms where they never saw it alone: the paper's Table 3. */
  readonly models: AccuracyTable;
  /** Empty unless trainings were repeated with other seeds. */
  readonly seeds: readonly SeedsRow[];
  /** All systems: the paper's Table 4. */
  readonly conditions: AccuracyTable;
  /** The paper's Table 6. */
  readonly zooms: readonly ZoomRow[];
  /** Over all tasks, Holm's correction over the rows. */
  readonly differences: readonly DifferenceRow[];
  readonly confusion: readonly ConfusionTable[];
  readonly harness: readonly HarnessRow[];
  readonly hard: readonly HardQuestion[];
  readonly spending: readonly SpendingRow[];
  /** Training runs that the report shows beside the measured ones. */
  readonly training: readonly TrainingRow[];
  /** Quoted, not measured. */
  readonly paper: PaperResults;
}

export interface RunReportInput {
  readonly runs: readonly ReportRun[];
  /** By id. */
  readonly questions: ReadonlyMap<string, Question>;
  readonly costOf?: CostOf | undefined;
  /** Training runs to show beside the measured ones, in the order of their colours. Default: none. */
  readonly training?: readonly TrainingLog[] | undefined;
}

export interface PreparedReport {
  readonly report: RunReport;
  readonly systems: readonly System[];
  readonly training: readonly TrainingLog[];
  /** Where several models zoomed. */
  readonly changes?: ZoomChanges | undefined;
}

/** Of each run the page; the zoom where it was not asked from the page, as trained models are; else all there is. */
function foremost(untouched: readonly System[]): readonly System[] {
  return [...Map.groupBy(untouched, ({ source }) => source).values()].flatMap((group) => {
    const asked = (mode: EpisodeMode) => group.filter(({ condition }) => condition.mode === mode);
    return [asked("page"), asked("zoom"), group].find(({ length }) => length > 0) ?? [];
  });
}

export function runReport({ runs, questions, costOf, training = [] }: RunReportInput): PreparedReport {
  const systems = systemsOf(runs, new Map(training.map(({ name, row = name }) => [name, row])));
  const untouched = systems.filter(({ condition }) => condition.counterfactual === undefined);
  const report: RunReport = {
    kind: "run-report",
    version: 1,
    runs: runs.map(({ name, run, episodes }) => ({ name, settings: run.settings, episodes: episodes.size })),
    models: accuracyTable(foremost(untouched), questions),
    seeds: seedsTable(systems),
    conditions: accuracyTable(systems, questions),
    zooms: zoomTable(systems),
    differences: differenceTable(systems),
    confusion: confusionTables(untouched),
    harness: harnessCard(untouched, questions),
    hard: hardQuestions(systems, questions),
    spending: spendingTable(systems, costOf),
    training: trainingTable(training),
    paper: paperResults(),
  };
  return { report, systems, training, changes: zoomChanges(systems) };
}
