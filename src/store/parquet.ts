/**
 * Parquet files as typed column tables. Written in row groups of a fixed number of rows, so memory stays flat and the
 * same rows give the same bytes however they were batched; read back row group by row group.
 */
import { stat } from "node:fs/promises";
import type { AsyncBuffer, FileMetaData } from "hyparquet";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from "hyparquet";
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import type { z } from "zod";
import { describe, InputError } from "../errors.ts";
import { checkInput } from "../json.ts";
import { type Column, fromCell, parquetSchemaOf, type Row, toCell } from "./parquet-columns.ts";

export interface ParquetOptions {
  /** Rows of one row group, which is what is held in memory. Default 1000; take fewer where rows hold pictures. */
  readonly rowsPerGroup?: number | undefined;
  /** Texts for the file's key/value metadata. */
  readonly metadata?: { readonly [key: string]: string } | undefined;
}

/** A Parquet file being written; it is readable only after `close`. */
export interface ParquetFile {
  /** Add one row; values of columns that the table does not have are a `RangeError`. */
  append(row: Row): void;
  /** Write the rest and the footer. */
  close(): void;
}

/**
 * Start a Parquet file (an existing one is overwritten; see `writeFolder` for whole results). Snappy-compressed, no
 * time stamps, so that equal rows give equal bytes.
 */
export function createParquet(
  file: string,
  columns: readonly Column[],
  options: ParquetOptions = {},
): ParquetFile {
  const { rowsPerGroup = 1000, metadata = {} } = options;
  if (!Number.isInteger(rowsPerGroup) || rowsPerGroup < 1) {
    throw new RangeError(`parquet: expected rowsPerGroup of at least 1, got ${rowsPerGroup}`);
  }
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: parquetSchemaOf(columns),
    kvMetadata: Object.entries(metadata)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => ({ key, value })),
    createdBy: "benday",
  });
  const names = new Set(columns.map(({ name }) => name));
  let cells: unknown[][] = columns.map(() => []);
  let waiting = 0;
  const writeGroup = () => {
    const columnData = columns.map(({ name }, index) => ({ name, data: cells[index] ?? [] }));
    writer.write({ columnData, rowGroupSize: rowsPerGroup });
    cells = columns.map(() => []);
    waiting = 0;
  };
  return {
    append(row) {
      refuseStrangers(row, names);
      const values = columns.map((column) => toCell(column, row[column.name]));
      for (const [index, value] of values.entries()) cells[index]?.push(value);
      waiting++;
      if (waiting === rowsPerGroup) writeGroup();
    },
    close() {
      if (waiting > 0) writeGroup();
      writer.finish();
    },
  };
}

function refuseStrangers(row: Row, names: ReadonlySet<string>): void {
  const stranger = Object.keys(row).find((name) => !names.has(name));
  if (stranger !== undefined) throw new RangeError(`parquet: expected no column ${stranger} in a row`);
}

/** Write all rows; returns their number. */
export async function writeParquet(
  file: string,
  columns: readonly Column[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  options: ParquetOptions = {},
): Promise<number> {
  const parquet = createParquet(file, columns, options);
  let count = 0;
  for await (const row of rows) {
    parquet.append(row);
    count++;
  }
  parquet.close();
  return count;
}

/** What a Parquet file says of itself. */
export interface ParquetInfo {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly metadata: { readonly [key: string]: string };
}

export async function readParquetInfo(file: string): Promise<ParquetInfo> {
  const { metadata } = await openParquet(file);
  const pairs = (metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? ""]);
  return {
    rows: Number(metadata.num_rows),
    columns: columnNames(metadata),
    metadata: Object.fromEntries(pairs),
  };
}

/**
 * Read the named columns row by row, each row checked against `schema`; one row group is held in memory. Files that
 * other tools rewrote are fine as long as the columns hold what they should; further columns are ignored.
 *
 * @throws InputError naming file, row (from 0) and column
 */
export async function* readParquet<S extends z.ZodType>(
  file: string,
  columns: readonly Column[],
  schema: S,
): AsyncGenerator<z.output<S>, void, undefined> {
  const { buffer, metadata } = await openParquet(file);
  const present = columnNames(metadata);
  const missing = columns.find(({ name }) => !present.includes(name));
  if (missing !== undefined) {
    throw new InputError({ file, expected: `a column ${missing.name}`, found: describe(present) });
  }
  let first = 0;
  for (const { num_rows } of metadata.row_groups) {
    const end = first + Number(num_rows);
    const rows = await readRows(file, { buffer, metadata, columns, first, end });
    for (const [index, cells] of rows.entries()) {
      const place = `${file}: row ${first + index}`;
      const row = columns.map((column) => [column.name, fromCell(column, cells[column.name], place)]);
      yield checkInput(schema, Object.fromEntries(row), place);
    }
    first = end;
  }
}

interface OpenParquet {
  readonly buffer: AsyncBuffer;
  readonly metadata: FileMetaData;
}

interface RowRange extends OpenParquet {
  readonly columns: readonly Column[];
  /** From 0. */
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
}

async function openParquet(file: string): Promise<OpenParquet> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) {
    throw new InputError({
      file,
      expected: "a Parquet file",
      found: found === undefined ? "nothing" : "a folder",
    });
  }
  const buffer = await asyncBufferFromFile(file);
  const metadata = await asInput(file, () => parquetMetadataAsync(buffer));
  return { buffer, metadata };
}

async function readRows(file: string, { buffer, metadata, columns, first, end }: RowRange): Promise<Row[]> {
  return asInput(file, () =>
    parquetReadObjects({
      file: buffer,
      metadata,
      columns: columns.map(({ name }) => name),
      rowStart: first,
      rowEnd: end,
      utf8: false,
      parsers: { jsonFromBytes: (bytes) => new TextDecoder().decode(bytes) },
    }),
  );
}

/** Whatever the decoder throws on a file of unknown origin is that file's fault. */
async function asInput<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new InputError({ file, expected: "a whole Parquet file", found }, { cause });
  }
}

/** Names of the top-level columns, in order. */
function columnNames(metadata: FileMetaData): string[] {
  return parquetSchema(metadata).children.map(({ element }) => element.name);
}
