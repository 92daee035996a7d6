/**
 * Reading safetensors, a tensor at a time: the header is checked first, then only the bytes asked for are read.
 * Format: https://github.com/huggingface/safetensors/blob/v0.8.0/README.md#format (u64 header length, JSON, bytes).
 *
 * As the reference reader: offsets must cover the bytes without holes, overlaps or leftovers, and keys may not repeat.
 * Stricter: a header may be 16 MiB (there 100 MB), and tensors of sub-byte or 8-bit float formats are refused.
 */
import { type FileHandle, open } from "node:fs/promises";
import { z } from "zod";
import { describe, InputError, reasonOf } from "../../errors.ts";
import { checkInput } from "../../json.ts";
import { bytesOf, DTYPES, type Dtype, decodeNumbers, isDtype } from "./dtypes.ts";
import { parseBoundedJson, repeatedKeys } from "./json-file.ts";
import { elementsOf, type Tensor } from "./tensor.ts";

/** Largest header, bytes: room for about 100,000 tensors. */
export const MAX_HEADER_BYTES = 16 * 1024 * 1024;
/** Most numbers in a tensor that is read: 8 GiB as float32. */
const MAX_ELEMENTS = 2 ** 31;
/** Bytes converted at once. */
const CHUNK_BYTES = 4 * 1024 * 1024;
const BROKEN = "the file is damaged or no safetensors file: download or export it again";

/** Where a tensor lies in its file. */
export interface TensorPlace {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** Bytes from the beginning of the file. */
  readonly offset: number;
  /** Bytes. */
  readonly length: number;
}

/** The checked header of a safetensors file. */
export interface SafetensorsFile {
  readonly file: string;
  /** In the order of the file. */
  readonly tensors: ReadonlyMap<string, TensorPlace>;
  readonly metadata: Readonly<Record<string, string>>;
}

const side = z.int().min(0);
const HeaderSchema = z
  .object({ __metadata__: z.record(z.string(), z.string()).optional() })
  .catchall(
    z.object({ dtype: z.string(), shape: z.array(side).max(16), data_offsets: z.tuple([side, side]) }),
  );

type HeaderTensors = readonly (readonly [
  string,
  { dtype: string; shape: number[]; data_offsets: [number, number] },
])[];

/** Open a file and check its header; no tensor is read. Throws `InputError`. */
export async function openSafetensors(file: string): Promise<SafetensorsFile> {
  return withFile(file, async (handle) => {
    const found = await handle.stat();
    if (!found.isFile()) throw new InputError({ file, expected: "a file", found: "a folder or device" });
    const { size } = found;
    const headerBytes = await headerLength(handle, file, size);
    const header = Buffer.alloc(headerBytes);
    await readFully(handle, header, 8, file);
    return parseHeader(header.toString("utf8"), { file, start: 8 + headerBytes, size });
  });
}

async function headerLength(handle: FileHandle, file: string, size: number): Promise<number> {
  const at = "header length";
  if (size < 8) throw new InputError({ file, at, expected: "8 bytes", found: `${size} bytes`, hint: BROKEN });
  const length = Buffer.alloc(8);
  await readFully(handle, length, 0, file);
  const stated = length.readBigUInt64LE();
  const room = Math.min(MAX_HEADER_BYTES, size - 8);
  if (stated > BigInt(room))
    throw new InputError({
      file,
      at,
      expected: `at most ${room} bytes`,
      found: stated.toString(),
      hint: BROKEN,
    });
  return Number(stated);
}

interface Extent {
  readonly file: string;
  /** First byte after the header. */
  readonly start: number;
  /** Bytes of the file. */
  readonly size: number;
}

function parseHeader(text: string, extent: Extent): SafetensorsFile {
  const { file } = extent;
  const at = "header";
  if (!text.startsWith("{"))
    throw new InputError({
      file,
      at,
      expected: "a JSON object",
      found: describe(text.slice(0, 12)),
      hint: BROKEN,
    });
  const { __metadata__: metadata = {}, ...tensors } = checkInput(
    HeaderSchema,
    parseBoundedJson(text, file, 3),
    file,
    at,
  );
  const [repeated] = repeatedKeys(text);
  if (repeated !== undefined)
    throw new InputError({
      file,
      at,
      expected: "every name once",
      found: `${describe(repeated)} twice`,
      hint: BROKEN,
    });
  return { file, metadata, tensors: placesOf(Object.entries(tensors), extent) };
}

/** Offsets to places, in the order of the bytes; each tensor has to begin where the one before it ends. */
function placesOf(tensors: HeaderTensors, { file, start, size }: Extent): Map<string, TensorPlace> {
  const places = new Map<string, TensorPlace>();
  let end = 0;
  for (const [name, { dtype, shape, data_offsets }] of tensors.toSorted(byOffset)) {
    const refuse = (expected: string, found: string, hint = BROKEN): never => {
      throw new InputError({ file, at: name, expected, found, hint });
    };
    if (!isDtype(dtype))
      return refuse(
        `one of ${[...DTYPES].join(", ")}`,
        describe(dtype),
        "convert the weights to BF16, F16 or F32",
      );
    const [from, to] = data_offsets;
    const length = elementsOf(shape) * bytesOf(dtype);
    if (from !== end) refuse(`bytes from ${end} on`, `from ${from} on`);
    if (to - from !== length) refuse(`${length} bytes for ${dtype} [${shape.join(", ")}]`, `${to - from}`);
    if (start + to > size) refuse(`an end within the file's ${size} bytes`, `${start + to}`);
    places.set(name, { dtype, shape, offset: start + from, length });
    end = to;
  }
  if (start + end !== size)
    throw new InputError({ file, expected: `${start + end} bytes`, found: `${size} bytes`, hint: BROKEN });
  return places;
}

function byOffset(a: HeaderTensors[number], b: HeaderTensors[number]): number {
  return a[1].data_offsets[0] - b[1].data_offsets[0] || a[1].data_offsets[1] - b[1].data_offsets[1];
}

/** Read one tensor as float32; other bytes of the file stay unread. Throws `InputError` for a name it does not hold. */
export async function readTensor({ file, tensors }: SafetensorsFile, name: string): Promise<Tensor> {
  const place = tensors.get(name);
  if (place === undefined)
    throw new InputError({ file, expected: `a tensor named ${name}`, found: `${tensors.size} others` });
  const elements = elementsOf(place.shape);
  if (elements > MAX_ELEMENTS)
    throw new InputError({
      file,
      at: name,
      expected: `at most ${MAX_ELEMENTS} numbers`,
      found: `${elements}`,
    });
  const data = await withFile(file, (handle) => readNumbers(handle, place, `${file}: ${name}`));
  return { shape: place.shape, data };
}

/** Read all tensors of a file, in its order. */
export async function readTensors(file: SafetensorsFile): Promise<Map<string, Tensor>> {
  const read = new Map<string, Tensor>();
  for (const name of file.tensors.keys()) read.set(name, await readTensor(file, name));
  return read;
}

async function readNumbers(handle: FileHandle, place: TensorPlace, where: string): Promise<Float32Array> {
  const { dtype, length, offset } = place;
  const width = bytesOf(dtype);
  const numbers = new Float32Array(length / width);
  const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, length));
  for (let at = 0; at < length; at += chunk.length) {
    const part = chunk.subarray(0, Math.min(chunk.length, length - at));
    await readFully(handle, part, offset + at, where);
    try {
      decodeNumbers(dtype, part, numbers.subarray(at / width, (at + part.length) / width));
    } catch (cause) {
      throw new InputError(
        { file: where, expected: "numbers within float32", found: reasonOf(cause) },
        { cause },
      );
    }
  }
  return numbers;
}

async function readFully(handle: FileHandle, target: Buffer, position: number, file: string): Promise<void> {
  let filled = 0;
  while (filled < target.length) {
    const { bytesRead } = await handle.read(target, filled, target.length - filled, position + filled);
    if (bytesRead === 0)
      throw new InputError({
        file,
        expected: `${position + target.length} bytes`,
        found: "an earlier end",
        hint: BROKEN,
      });
    filled += bytesRead;
  }
}

async function withFile<T>(file: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, "r").catch((cause: unknown) => {
    throw new InputError(
      { file, expected: "a readable safetensors file", found: reasonOf(cause) },
      { cause },
    );
  });
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}
