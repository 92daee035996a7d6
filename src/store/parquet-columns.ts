/**
 * What a Parquet column may hold, as data: how it is declared in the file (Parquet `LogicalTypes.md`, three-level
 * lists) and how one cell is checked on its way in and out.
 */
import type { SchemaElement } from "hyparquet";
import { describe, InputError } from "../errors.ts";
import { canonicalJson, parseJson } from "../json.ts";

/**
 * `int` is INT64 (safe integers only); `json` is any JSON value, stored as canonical JSON text in a string column, so
 * that every reader shows it; `bytes` is BYTE_ARRAY. Boxes are `{ list: { list: "double" } }`, a Hugging Face picture
 * is `{ struct: { bytes: "bytes", path: "string" } }`. Only a column itself can be nullable, not what is inside.
 */
export type ColumnType =
  | "string"
  | "int"
  | "float"
  | "double"
  | "boolean"
  | "bytes"
  | "json"
  | { readonly list: ColumnType }
  | { readonly struct: { readonly [field: string]: ColumnType } };

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** May hold null; an absent value is written as null. Default false. */
  readonly nullable?: boolean | undefined;
}

export type Row = { readonly [column: string]: unknown };

const PHYSICAL = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  json: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  bytes: { type: "BYTE_ARRAY" },
  int: { type: "INT64" },
  float: { type: "FLOAT" },
  double: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
} as const satisfies Record<LeafType, Partial<SchemaElement>>;

/** The file's schema: its elements in depth-first order below a root. */
export function parquetSchemaOf(columns: readonly Column[]): SchemaElement[] {
  const names = new Set(columns.map(({ name }) => name));
  if (names.size !== columns.length || names.size === 0) {
    throw new RangeError(`parquet: expected columns of different names, got ${describe([...names])}`);
  }
  const root = { name: "schema", num_children: columns.length };
  return [root, ...columns.flatMap(({ name, type, nullable }) => elementsOf(name, type, nullable ?? false))];
}

function elementsOf(name: string, type: ColumnType, nullable: boolean): SchemaElement[] {
  const self = { name, repetition_type: nullable ? "OPTIONAL" : "REQUIRED" } as const;
  if (typeof type === "string") return [{ ...self, ...PHYSICAL[type] }];
  if ("list" in type) {
    return [
      { ...self, num_children: 1, converted_type: "LIST", logical_type: { type: "LIST" } },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      ...elementsOf("element", type.list, false),
    ];
  }
  const fields = Object.entries(type.struct);
  return [
    { ...self, num_children: fields.length },
    ...fields.flatMap(([field, inner]) => elementsOf(field, inner, false)),
  ];
}

/** A cell as the writer wants it; a value that does not fit its column is a programming mistake. */
export function toCell(column: Column, value: unknown): unknown {
  return convertCell(column, value, {
    leaf: (type, leaf) => {
      if (type === "json") return canonicalJson(leaf);
      if (!fits[type](leaf)) return MISFIT;
      return type === "int" ? BigInt(Number(leaf)) : leaf;
    },
    misfit: (type, found, at) =>
      new RangeError(`parquet: expected ${nameOf(type)} in ${at}, got ${describe(found)}`),
  });
}

/** A cell as the program wants it, from a file of any origin; one that does not fit its column is an `InputError`. */
export function fromCell(column: Column, cell: unknown, file: string): unknown {
  return convertCell(column, cell, {
    leaf: (type, leaf, at) => {
      if (type === "json") return typeof leaf === "string" ? parseJson(leaf, file, at) : MISFIT;
      const value = typeof leaf === "bigint" ? Number(leaf) : leaf;
      return fits[type](value) ? value : MISFIT;
    },
    misfit: (type, found, at) => new InputError({ file, at, expected: nameOf(type), found: describe(found) }),
  });
}

type LeafType = Extract<ColumnType, string>;

const MISFIT = Symbol("does not fit");

/** One way across the edge of a file. */
interface Conversion {
  /** The converted value, or `MISFIT`. */
  leaf(type: LeafType, value: unknown, at: string): unknown;
  misfit(type: ColumnType, found: unknown, at: string): Error;
}

function convertCell({ name, type, nullable }: Column, value: unknown, conversion: Conversion): unknown {
  if (value !== undefined && value !== null) return convert(type, value, name, conversion);
  if (nullable === true) return null;
  throw conversion.misfit(type, value, name);
}

function convert(type: ColumnType, value: unknown, at: string, conversion: Conversion): unknown {
  if (typeof type === "string") {
    const converted = conversion.leaf(type, value, at);
    if (converted === MISFIT) throw conversion.misfit(type, value, at);
    return converted;
  }
  if ("list" in type) {
    if (!isList(value)) throw conversion.misfit(type, value, at);
    return Array.from(value, (item, index) => convert(type.list, item, `${at}[${index}]`, conversion));
  }
  if (typeof value !== "object" || value === null) throw conversion.misfit(type, value, at);
  const fields = Object.entries(type.struct).map(([field, inner]) => {
    return [field, convert(inner, Reflect.get(value, field), `${at}.${field}`, conversion)];
  });
  return Object.fromEntries(fields);
}

const isNumber = (value: unknown) => typeof value === "number";

const fits: Record<Exclude<LeafType, "json">, (value: unknown) => boolean> = {
  string: (value) => typeof value === "string",
  int: Number.isSafeInteger,
  float: isNumber,
  double: isNumber,
  boolean: (value) => typeof value === "boolean",
  bytes: (value) => value instanceof Uint8Array,
};

/** Lists of numbers may come as typed arrays. */
function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}

function nameOf(type: ColumnType): string {
  if (typeof type === "string") return type === "json" ? "JSON text" : type;
  return "list" in type ? `list of ${nameOf(type.list)}` : "struct";
}
