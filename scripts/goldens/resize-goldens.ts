/** Reference results of resizing in Python, as files: whole in a goldens folder, a part of them in `fixtures/`. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { checkInput, parseJson } from "../../src/json.ts";
import type { Raster } from "../../src/pixels/index.ts";

const SmartResizeSchema = z.object({
  /** px; heights and widths alike. */
  sides: z.array(z.int()),
  variants: z.array(
    z.object({
      factor: z.int(),
      min_pixels: z.int(),
      max_pixels: z.int(),
      /** For each height, for each width: new height, new width; `0, 0` where the aspect ratio is refused. */
      hw: z.array(z.int()),
    }),
  ),
});

/** `smart_resize` of transformers for all pairs of some sides. */
export type SmartResizeGoldens = z.infer<typeof SmartResizeSchema>;

export function readSmartResizeGoldens(file: string): SmartResizeGoldens {
  return checkInput(SmartResizeSchema, parseJson(readFileSync(file, "utf8"), file), file);
}

const HeaderSchema = z.record(
  z.string(),
  z.object({
    dtype: z.literal("U8"),
    shape: z.tuple([z.int(), z.int(), z.literal(3)]),
    data_offsets: z.tuple([z.int(), z.int()]),
  }),
);

/** Pictures by key: `<input>.input` and what Pillow makes of it, `<input>.<filter>.<width>x<height>`. */
export type PillowGoldens = ReadonlyMap<string, Raster>;

/** Read a safetensors file: length of the header (8 bytes, little endian), the header as JSON, the data. */
export function readPillowGoldens(file: string): PillowGoldens {
  const bytes = readFileSync(file);
  const start = 8 + Number(bytes.readBigUInt64LE(0));
  const { __metadata__: _, ...header } = z
    .record(z.string(), z.unknown())
    .parse(parseJson(bytes.toString("utf8", 8, start), file));
  return new Map(
    Object.entries(checkInput(HeaderSchema, header, file)).map(([key, { shape, data_offsets }]) => {
      const [height, width] = shape;
      const [from, to] = data_offsets;
      return [key, { width, height, data: new Uint8Array(bytes.subarray(start + from, start + to)) }];
    }),
  );
}

export function writePillowGoldens(goldens: PillowGoldens): Uint8Array {
  let offset = 0;
  const header = [...goldens].map(([key, { width, height, data }]) => {
    const from = offset;
    offset += data.length;
    return [key, { dtype: "U8", shape: [height, width, 3], data_offsets: [from, offset] }];
  });
  const text = Buffer.from(JSON.stringify(Object.fromEntries(header)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, ...[...goldens.values()].map(({ data }) => data)]);
}
