export * from "./common.ts";
export * from "./page.ts";
export * from "./question.ts";
export * from "./review.ts";
