export { type DrawQuestionOptions, renderQuestion } from "./draw-question.ts";
export { type Comparison, compareScores, type Difference } from "./runs/difference.ts";
export { differenceWords } from "./runs/difference-words.ts";
export { type Figure, figureOf } from "./runs/figure.ts";
export type { EmbeddedPicture, PictureSource, ReportRun, System } from "./runs/report-input.ts";
export { type PreparedReport, type RunReport, type RunReportInput, runReport } from "./runs/run-report.ts";
export { runReportMarkdown } from "./runs/run-report-markdown.ts";
export { systemsOf } from "./runs/systems.ts";
export { pText } from "./runs/wording.ts";
export { type WriteRunReportOptions, writeRunReport } from "./runs/write-run-report.ts";
export { type ShowOptions, type ShowProgress, type ShowSummary, writeShow } from "./show.ts";
export type { TrainingLog } from "./training/curves.ts";
export { trainingSections } from "./training/training-sections.ts";
export {
  type SampledEpisode,
  type TrainingReportOptions,
  writeTrainingReport,
} from "./training/write-training-report.ts";
