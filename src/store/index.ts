export * from "./images.ts";
export * from "./jsonl.ts";
export { type KeyedLog, type KeyedLogOptions, openKeyedLog } from "./keyed-log.ts";
export * from "./parquet.ts";
export type { Column, ColumnType, Row } from "./parquet-columns.ts";
export { isProcessAlive } from "./process-alive.ts";
export * from "./write-folder.ts";
