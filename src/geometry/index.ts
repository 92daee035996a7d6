export * from "./box.ts";
