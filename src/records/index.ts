export * from "./common.ts";
export * from "./page.ts";
export * from "./question.ts";
export * from "./question-row.ts";
export * from "./review.ts";
export * from "./table.ts";
