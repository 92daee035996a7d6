export { type DrawQuestionOptions, renderQuestion } from "./draw-question.ts";
export { type ShowOptions, type ShowProgress, type ShowSummary, writeShow } from "./show.ts";
