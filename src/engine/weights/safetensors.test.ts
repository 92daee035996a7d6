import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import { MAX_HEADER_BYTES, openSafetensors, readTensor, readTensors } from "./safetensors.ts";
import { writeSafetensors } from "./safetensors-writer.ts";
import type { Tensor } from "./tensor.ts";

const golden = fileURLToPath(
  new URL("../../../test/golden/engine/qwen2_5_vl/tied/model.safetensors", import.meta.url),
);
const folder = mkdtempSync(join(tmpdir(), "benday-safetensors-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** A file of a header (JSON or text) and so many bytes after it. */
function fileOf(header: unknown, bytes = 0, stated?: bigint): string {
  const text = Buffer.from(typeof header === "string" ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(stated ?? BigInt(text.length));
  const file = path("made.safetensors");
  writeFileSync(file, Buffer.concat([length, text, Buffer.alloc(bytes)]));
  return file;
}

describe("against the reference library", () => {
  test("reads a checkpoint and writes the same bytes", async () => {
    const tensors = await readTensors(await openSafetensors(golden));
    expect(tensors.size).toBe(92);
    expect(tensors.get("model.embed_tokens.weight")?.shape).toEqual([1056, 64]);
    await writeSafetensors(path("again.safetensors"), tensors);
    expect(hashOf(path("again.safetensors"))).toBe(hashOf(golden));
  });

  test("rounds to bfloat16 as torch does: the bytes of the checkpoint `tied_bf16`", async () => {
    const tensors = await readTensors(await openSafetensors(golden));
    await writeSafetensors(path("bf16.safetensors"), tensors, { dtype: "BF16" });
    expect(hashOf(path("bf16.safetensors"))).toBe(BF16_HASH);
    const again = await readTensors(await openSafetensors(path("bf16.safetensors")));
    await writeSafetensors(path("bf16-2.safetensors"), again, { dtype: "BF16" });
    expect(hashOf(path("bf16-2.safetensors"))).toBe(BF16_HASH);
  });
});
/** Of `tied_bf16/model.safetensors` of scripts/goldens/python/make_qwen2_5_vl.py. */
const BF16_HASH = "7a26adce7f0696dbd7d56be69988532a96382e68820a07f71789129db0418294";

describe("round trips", () => {
  const tensor: fc.Arbitrary<Tensor> = fc.array(fc.nat({ max: 4 }), { maxLength: 3 }).chain((shape) => {
    const length = shape.reduce((product, side) => product * side, 1);
    return fc
      .float32Array({ minLength: length, maxLength: length })
      .map((data) => ({ shape, data: Float32Array.from(data) }));
  });

  test("any float32 tensors under any names", async () => {
    const names = fc
      .string({ unit: "grapheme" })
      .filter((name) => !["__metadata__", "__proto__"].includes(name));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(names, tensor), { selector: ([name]) => name }),
        async (list) => {
          await writeSafetensors(path("any.safetensors"), new Map(list), { metadata: { made: "here" } });
          const file = await openSafetensors(path("any.safetensors"));
          expect(file.metadata).toEqual({ made: "here" });
          expect(await readTensors(file)).toEqual(new Map(list));
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });

  test("numbers across the borders of chunks", async () => {
    const data = Float32Array.from({ length: 3_000_001 }, (_, index) => index);
    for (const dtype of ["F32", "BF16"] as const) {
      await writeSafetensors(path("large.safetensors"), new Map([["x", { shape: [3_000_001], data }]]), {
        dtype,
      });
      const { data: read } = await readTensor(await openSafetensors(path("large.safetensors")), "x");
      const same = data.every(
        (value, index) => Math.abs((read[index] ?? -1) - value) <= value / (dtype === "F32" ? 1e12 : 256),
      );
      expect(same, dtype).toBe(true);
    }
  });
});

describe("reading is by range", () => {
  test("a tensor beside a gigantic one costs nothing more", async () => {
    const gigantic = 2 ** 34;
    const file = fileOf({
      small: { dtype: "F32", shape: [2], data_offsets: [0, 8] },
      gigantic: { dtype: "F32", shape: [gigantic / 4], data_offsets: [8, 8 + gigantic] },
    });
    truncateSync(file, readFileSync(file).length + 8 + gigantic);
    expect((await readTensor(await openSafetensors(file), "small")).data).toEqual(new Float32Array(2));
    await expect(readTensor(await openSafetensors(file), "gigantic")).rejects.toThrow(
      /at most 2147483648 numbers/,
    );
    rmSync(file);
  });
});

describe("writing", () => {
  test("a failure leaves the old file and nothing beside it", async () => {
    const inside = mkdtempSync(join(folder, "atomic-"));
    const file = join(inside, "x.safetensors");
    const good = { shape: [1], data: Float32Array.of(1) };
    await writeSafetensors(file, new Map([["a", good]]));
    const before = hashOf(file);
    const failing = new Map([
      [
        "a",
        {
          ...good,
          get data() {
            return failOnSecond();
          },
        },
      ],
    ]);
    await expect(writeSafetensors(file, failing)).rejects.toThrow("disk");
    expect(hashOf(file)).toBe(before);
    expect(readdirSync(inside)).toEqual(["x.safetensors"]);
  });

  test("a shape that does not fit its data is a mistake of the caller", async () => {
    const wrong = new Map([["w", { shape: [2, 2], data: new Float32Array(3) }]]);
    await expect(writeSafetensors(path("w.safetensors"), wrong)).rejects.toThrow(
      "writeSafetensors: expected 4 numbers for w [2, 2], got 3",
    );
  });
});

let reads = 0;
function failOnSecond(): Float32Array {
  if (++reads > 1) throw new Error("disk full");
  return Float32Array.of(2);
}

const one = (more: object = {}) => ({ dtype: "F32", shape: [1], data_offsets: [0, 4], ...more });
const DAMAGED: readonly (readonly [string, () => string, RegExp])[] = [
  [
    "no bytes",
    () => {
      writeFileSync(path("e"), "");
      return path("e");
    },
    /header length: expected 8 bytes, found 0 bytes/,
  ],
  ["an absent file", () => path("absent"), /no such file/],
  ["a folder", () => folder, /expected a file/],
  [
    "a header of 2^53 bytes",
    () => fileOf({}, 0, 2n ** 53n),
    /header length: expected at most 2 bytes, found 9007199254740992/,
  ],
  ["a header of 2^64 - 1 bytes", () => fileOf({}, 0, 2n ** 64n - 1n), /found 18446744073709551615/],
  ["a header longer than the file", () => fileOf({ a: one() }, 4, 1000n), /header length: expected at most/],
  [
    "a header above the limit",
    () => {
      const file = fileOf({}, 0, BigInt(MAX_HEADER_BYTES + 1));
      truncateSync(file, 2 * MAX_HEADER_BYTES);
      return file;
    },
    /at most 16777216 bytes/,
  ],
  ["a header cut short", () => fileOf('{"a":{"dtype":"F3'), /valid JSON/],
  ["a header that is no object", () => fileOf("[1]"), /expected a JSON object/],
  ["a bomb of brackets", () => fileOf(`{"a":${"[".repeat(1_000_000)}`), /nested at most 3 deep/],
  [
    "a name twice",
    () =>
      fileOf(
        '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"\\u0061":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}',
        4,
      ),
    /every name once, found "a" twice/,
  ],
  [
    "an unknown dtype",
    () => fileOf({ a: one({ dtype: "F8_E4M3" }) }, 4),
    /a: expected one of F32.*found "F8_E4M3" \(convert/,
  ],
  [
    "a wrong dtype",
    () => fileOf({ a: one({ dtype: "F64" }) }, 4),
    /a: expected 8 bytes for F64 \[1\], found 4/,
  ],
  [
    "a shape that is too large",
    () => fileOf({ a: one({ shape: [2] }) }, 4),
    /expected 8 bytes for F32 \[2\], found 4/,
  ],
  [
    "a shape whose product overflows",
    () => fileOf({ a: one({ shape: Array(8).fill(2 ** 40) }) }, 4),
    /expected \S+ bytes/,
  ],
  ["a negative side", () => fileOf({ a: one({ shape: [-1] }) }, 4), /header.a.shape\[0\]/],
  ["a fraction of a side", () => fileOf({ a: one({ shape: [0.5] }) }, 4), /header.a.shape\[0\]/],
  ["negative offsets", () => fileOf({ a: one({ data_offsets: [-4, 0] }) }, 4), /header.a.data_offsets\[0\]/],
  ["offsets in the wrong order", () => fileOf({ a: one({ data_offsets: [4, 0] }) }, 4), /a: expected/],
  [
    "offsets beyond the file",
    () => fileOf({ a: one({ shape: [2 ** 30], data_offsets: [0, 2 ** 32] }) }, 4),
    /an end within the file's/,
  ],
  [
    "overlapping tensors",
    () => fileOf({ a: one(), b: one() }, 8),
    /b: expected bytes from 4 on, found from 0 on/,
  ],
  [
    "a hole",
    () => fileOf({ a: one(), b: one({ data_offsets: [8, 12] }) }, 12),
    /b: expected bytes from 4 on, found from 8 on/,
  ],
  ["trailing bytes", () => fileOf({ a: one() }, 5), /expected \d+ bytes, found \d+ bytes/],
  ["missing bytes", () => fileOf({ a: one() }, 3), /an end within/],
  ["metadata that is no text", () => fileOf({ __metadata__: { a: 1 } }), /__metadata__.a/],
];

test.each(DAMAGED)("damaged input: %s is an InputError", async (_, make, message) => {
  const failure = await openSafetensors(make()).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InputError);
  expect(String(failure)).toMatch(message);
});

test("a file cut short after it was opened is an InputError", async () => {
  const file = fileOf({ a: one() }, 4);
  const opened = await openSafetensors(file);
  truncateSync(file, 60);
  await expect(readTensor(opened, "a")).rejects.toThrow(InputError);
  await expect(readTensor(opened, "b")).rejects.toThrow("expected a tensor named b, found 1 others");
});

test("no header with random damage crashes or allocates at large", async () => {
  const whole = readFileSync(golden);
  const headerEnd = 8 + Number(whole.readBigUInt64LE());
  const damage = fc.array(fc.tuple(fc.nat(headerEnd - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      writeFileSync(path("damaged.safetensors"), bytes);
      const failure = await openSafetensors(path("damaged.safetensors")).catch((error: unknown) => error);
      if (failure instanceof Error) expect(failure).toBeInstanceOf(InputError);
    }),
    { numRuns: 100, seed: 9 },
  );
});
