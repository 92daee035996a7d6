export * from "./box.ts";
export * from "./frames.ts";
export * from "./matching.ts";
export * from "./polygon.ts";
export * from "./smart-resize.ts";
