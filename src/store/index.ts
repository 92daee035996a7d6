export * from "./images.ts";
export * from "./jsonl.ts";
export * from "./parquet.ts";
export type { Column, ColumnType, Row } from "./parquet-columns.ts";
export * from "./write-folder.ts";
