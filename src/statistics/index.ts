export * from "./intervals.ts";
export * from "./normal.ts";
