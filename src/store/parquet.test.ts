import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { InputError } from "../errors.ts";
import { seeded } from "../random.ts";
import { createParquet, readParquet, readParquetInfo, writeParquet } from "./parquet.ts";
import type { Column, ColumnType, Row } from "./parquet-columns.ts";

const COLUMNS: readonly Column[] = [
  { name: "id", type: "string" },
  { name: "count", type: "int" },
  { name: "score", type: "double" },
  { name: "weight", type: "float", nullable: true },
  { name: "visible", type: "boolean" },
  { name: "choices", type: { list: "string" } },
  { name: "boxes", type: { list: { list: "double" } } },
  { name: "note", type: "string", nullable: true },
  { name: "maybe", type: { list: { list: "double" } }, nullable: true },
  { name: "gold", type: "json" },
  { name: "image", type: { struct: { bytes: "bytes", path: "string" } } },
];

const ROWS: readonly Row[] = [
  {
    id: "é€𝄞 'q' \"\n",
    count: 9007199254740991,
    score: 0.1,
    weight: 0.5,
    visible: true,
    choices: ["A", "", "Zoë"],
    boxes: [
      [1, 2, 3.5, 4],
      [0.25, 0, 1e9, -7],
    ],
    note: null,
    maybe: null,
    gold: { type: "choice", index: 1, list: [null, true] },
    image: { bytes: Uint8Array.of(0, 255, 10), path: "a.png" },
  },
  {
    id: "",
    count: -1,
    score: -1.5e-300,
    weight: null,
    visible: false,
    choices: [],
    boxes: [],
    note: "ok",
    maybe: [[], [1]],
    gold: "text",
    image: { bytes: new Uint8Array(), path: "" },
  },
];

let root: string;
let file: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "benday-parquet-"));
  file = join(root, "table.parquet");
});
afterEach(() => rm(root, { recursive: true }));

async function readAll(columns: readonly Column[], schema: z.ZodType = z.any()): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const row of readParquet(file, columns, schema)) all.push(row);
  return all;
}

async function inDuckDb(query: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(query.replaceAll("FILE", `'${file}'`));
    return reader.getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

describe("round trip", () => {
  test("every column type", async () => {
    expect(await writeParquet(file, COLUMNS, ROWS)).toBe(2);
    expect(await readAll(COLUMNS)).toEqual(ROWS);
  });

  test("no rows", async () => {
    await writeParquet(file, COLUMNS, []);
    expect(await readAll(COLUMNS)).toEqual([]);
    expect(await readParquetInfo(file)).toMatchObject({ rows: 0, columns: COLUMNS.map(({ name }) => name) });
  });

  test("an absent value of a nullable column is null", async () => {
    const columns: Column[] = [{ name: "note", type: "string", nullable: true }];
    await writeParquet(file, columns, [{}, { note: undefined }]);
    expect(await readAll(columns)).toEqual([{ note: null }, { note: null }]);
  });

  test("any lists of lists of numbers and texts, over several row groups", async () => {
    const columns: Column[] = [
      { name: "boxes", type: { list: { list: "double" } }, nullable: true },
      { name: "texts", type: { list: "string" } },
    ];
    const row = fc.record({
      boxes: fc.option(
        fc.array(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 4 })),
      ),
      texts: fc.array(fc.string({ unit: "grapheme" })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        await writeParquet(file, columns, rows, { rowsPerGroup: 3 });
        expect(await readAll(columns)).toEqual(rows);
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  test("metadata", async () => {
    await writeParquet(file, COLUMNS, ROWS, { metadata: { kind: "benchmark", a: "ä" } });
    expect((await readParquetInfo(file)).metadata).toEqual({ kind: "benchmark", a: "ä" });
  });
});

describe("DuckDB reads", () => {
  test("the types", async () => {
    await writeParquet(file, COLUMNS, ROWS);
    const described = await inDuckDb("describe select * from FILE");
    expect(Object.fromEntries(described.map((row) => [row["column_name"], row["column_type"]]))).toEqual({
      id: "VARCHAR",
      count: "BIGINT",
      score: "DOUBLE",
      weight: "FLOAT",
      visible: "BOOLEAN",
      choices: "VARCHAR[]",
      boxes: "DOUBLE[][]",
      note: "VARCHAR",
      maybe: "DOUBLE[][]",
      gold: "VARCHAR",
      image: "STRUCT(bytes BLOB, path VARCHAR)",
    });
  });

  test("the values", async () => {
    await writeParquet(file, COLUMNS, ROWS);
    const read = await inDuckDb(
      "select * exclude (image), image.path, octet_length(image.bytes) as size from FILE",
    );
    expect(read).toEqual(
      ROWS.map(({ image, gold, count, ...row }, index) => ({
        ...row,
        count: String(count),
        gold: index === 0 ? '{"index":1,"list":[null,true],"type":"choice"}' : '"text"',
        path: index === 0 ? "a.png" : "",
        size: index === 0 ? "3" : "0",
      })),
    );
  });

  test("row groups and metadata", async () => {
    const rows = Array.from({ length: 25 }, (_, id) => ({ id }));
    await writeParquet(file, [{ name: "id", type: "int" }], rows, {
      rowsPerGroup: 10,
      metadata: { kind: "benchmark" },
    });
    const groups = await inDuckDb(
      "select distinct row_group_num_rows::int as rows from parquet_metadata(FILE)",
    );
    expect(groups.map(({ rows: count }) => count).sort()).toEqual([10, 5]);
    expect(await inDuckDb("select sum(id)::int as sum, count(*)::int as count from FILE")).toEqual([
      { sum: 300, count: 25 },
    ]);
    const pairs = await inDuckDb(
      "select decode(key) as k, decode(value) as v from parquet_kv_metadata(FILE)",
    );
    expect(pairs).toEqual([{ k: "kind", v: "benchmark" }]);
  });

  test("and what DuckDB wrote is read here", async () => {
    await inDuckDb(
      "copy (select 7::bigint as count, ['a', 'b'] as choices, [[1.5, 2.0]] as boxes, " +
        `'{"b":1}'::json as gold, 3::int as extra) to FILE (format parquet)`,
    );
    const columns = COLUMNS.filter(({ name }) => ["count", "choices", "gold"].includes(name));
    expect(await readAll(columns)).toEqual([{ count: 7, choices: ["a", "b"], gold: { b: 1 } }]);
  });
});

describe("bytes", () => {
  test("are the same for the same rows, however they come", async () => {
    const write = async (rows: Iterable<Row> | AsyncIterable<Row>) => {
      await writeParquet(file, COLUMNS, rows, { rowsPerGroup: 2, metadata: { b: "1", a: "2" } });
      return readFile(file);
    };
    const rows = [...ROWS, ...ROWS, ...ROWS.slice(0, 1)];
    async function* slowly() {
      for (const row of rows) yield Object.fromEntries(Object.entries(row).reverse());
    }
    expect((await write(slowly())).equals(await write(rows))).toBe(true);
  });

  test("are on disk before the end: memory stays flat", async () => {
    const random = seeded("parquet");
    const parquet = createParquet(file, [{ name: "bytes", type: "bytes" }], { rowsPerGroup: 2 });
    for (let index = 0; index < 6; index++) {
      parquet.append({ bytes: new Uint8Array(500_000).map(() => random.int(256)) });
    }
    const early = (await readFile(file)).byteLength;
    parquet.close();
    const late = (await readFile(file)).byteLength;
    expect(early).toBeGreaterThan(late / 3);
    expect(early).toBeLessThan(late);
  });
});

describe("refuses", () => {
  const one = (type: ColumnType, nullable = false): Column[] => [{ name: "x", type, nullable }];

  test.each<[ColumnType, unknown]>([
    ["string", 1],
    ["int", 1.5],
    ["int", 2 ** 53],
    ["double", "1"],
    ["boolean", 0],
    ["bytes", "ab"],
    [{ list: "string" }, "ab"],
    [{ list: "string" }, [null]],
    [{ list: { list: "double" } }, [[1, "2"]]],
    [{ struct: { a: "int" } }, { b: 1 }],
    ["string", null],
    ["string", undefined],
  ])("to write into a column of %j the value %j", (type, value) => {
    const parquet = createParquet(file, one(type));
    expect(() => parquet.append({ x: value })).toThrow(RangeError);
  });

  test("columns that the table does not have, doubled ones, none, and empty row groups", () => {
    expect(() => createParquet(file, one("int")).append({ x: 1, y: 2 })).toThrow("no column y");
    expect(() => createParquet(file, [...one("int"), ...one("int")])).toThrow(RangeError);
    expect(() => createParquet(file, [])).toThrow(RangeError);
    expect(() => createParquet(file, one("int"), { rowsPerGroup: 0 })).toThrow(RangeError);
  });

  test("to read a file that is missing, none, or cut short", async () => {
    await expect(readAll(one("int"))).rejects.toThrow("expected a Parquet file, found nothing");
    await writeFile(file, "PAR1 but not really PAR1");
    await expect(readAll(one("int"))).rejects.toThrow(InputError);
    await writeParquet(file, one("int"), [{ x: 1 }]);
    await writeFile(file, (await readFile(file)).subarray(0, -20));
    await expect(readAll(one("int"))).rejects.toThrow(InputError);
  });

  test("to read cells of another type, naming the place", async () => {
    await writeParquet(file, one({ list: "int" }), [{ x: [1] }, { x: [2, 3] }]);
    await expect(readAll(one("string"))).rejects.toThrow('row 0: x: expected string, found ["1"]');
    await expect(readAll([{ name: "y", type: "int" }])).rejects.toThrow('expected a column y, found ["x"]');
    await expect(readAll(one({ list: "string" }))).rejects.toThrow("row 0: x[0]: expected string");
    const schema = z.object({ x: z.array(z.number()).max(1, "expected one number") });
    await expect(readAll(one({ list: "int" }), schema)).rejects.toThrow("row 1: x: expected one number");
  });

  test("to read null where the column has none", async () => {
    await writeParquet(file, one("int", true), [{ x: null }]);
    await expect(readAll(one("int"))).rejects.toThrow("expected int, found null");
  });
});
