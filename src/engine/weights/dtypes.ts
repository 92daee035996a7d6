/**
 * Number formats of safetensors files, and their conversion to and from float32. Bytes are little-endian, as the format
 * and every host that onnxruntime runs on have them.
 *
 * - F32, F16, BF16, U8, I8, I16, U16 and BOOL become float32 without loss (bit for bit where both have NaN payloads).
 * - F64 is rounded to nearest. I32, U32, I64 and U64 must fit into float32 exactly; else `RangeError`.
 */

interface Format {
  /** Bytes an element. */
  readonly bytes: number;
  /** Convert whole elements from `source` to `target`, which has room for exactly as many. */
  readonly decode: (source: DataView, target: Float32Array) => void;
}

type Reader = (source: DataView, offset: number) => number;

function format(bytes: number, read: Reader): Format {
  return {
    bytes,
    decode: (source, target) => {
      for (let index = 0; index < target.length; index++) target[index] = read(source, index * bytes);
    },
  };
}

/** Formats whose float32 is best made of bits, so that NaN payloads survive. */
function bitFormat(bytes: number, bits: Reader): Format {
  return {
    bytes,
    decode: (source, target) => {
      const words = new Uint32Array(target.buffer, target.byteOffset, target.length);
      for (let index = 0; index < words.length; index++) words[index] = bits(source, index * bytes);
    },
  };
}

function exactly(value: number | bigint): number {
  const rounded = Math.fround(Number(value));
  if (typeof value === "bigint" ? BigInt(rounded) !== value : rounded !== value)
    throw new RangeError(`expected an integer that float32 holds exactly, got ${value}`);
  return rounded;
}

const FORMATS = {
  F32: bitFormat(4, (source, at) => source.getUint32(at, true)),
  F16: bitFormat(2, (source, at) => float16ToFloat32Bits(source.getUint16(at, true))),
  BF16: bitFormat(2, (source, at) => source.getUint16(at, true) << 16),
  F64: format(8, (source, at) => source.getFloat64(at, true)),
  U8: format(1, (source, at) => source.getUint8(at)),
  I8: format(1, (source, at) => source.getInt8(at)),
  BOOL: format(1, (source, at) => source.getUint8(at)),
  U16: format(2, (source, at) => source.getUint16(at, true)),
  I16: format(2, (source, at) => source.getInt16(at, true)),
  U32: format(4, (source, at) => exactly(source.getUint32(at, true))),
  I32: format(4, (source, at) => exactly(source.getInt32(at, true))),
  U64: format(8, (source, at) => exactly(source.getBigUint64(at, true))),
  I64: format(8, (source, at) => exactly(source.getBigInt64(at, true))),
} as const satisfies Record<string, Format>;

/** A number format that can be read, by its name in safetensors. */
export type Dtype = keyof typeof FORMATS;

export const DTYPES: ReadonlySet<string> = new Set(Object.keys(FORMATS));

export const isDtype = (name: string): name is Dtype => DTYPES.has(name);

export const bytesOf = (dtype: Dtype): number => FORMATS[dtype].bytes;

/** Convert `target.length` elements of `dtype` from the beginning of `bytes`. */
export function decodeNumbers(dtype: Dtype, bytes: Uint8Array, target: Float32Array): void {
  FORMATS[dtype].decode(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), target);
}

/** A number format that can be written. */
export type WrittenDtype = "F32" | "F16" | "BF16";

/** The bytes of numbers in a format, rounded to nearest, ties to even. */
export function encodeNumbers(dtype: WrittenDtype, numbers: Float32Array): Uint8Array {
  const { buffer, byteOffset, byteLength, length } = numbers;
  if (dtype === "F32") return new Uint8Array(buffer, byteOffset, byteLength);
  const words = new Uint32Array(buffer, byteOffset, length);
  const halves = new Uint16Array(length);
  const narrow = dtype === "BF16" ? float32BitsToBfloat16 : float32BitsToFloat16;
  for (let index = 0; index < length; index++) halves[index] = narrow(words[index] ?? 0);
  return new Uint8Array(halves.buffer);
}

/** float32 bits of float16 bits (IEEE 754 binary16). */
export function float16ToFloat32Bits(half: number): number {
  const sign = (half & 0x8000) << 16;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return sign | 0x7f800000 | (fraction << 13);
  if (exponent !== 0) return sign | ((exponent + 112) << 23) | (fraction << 13);
  if (fraction === 0) return sign;
  const shift = Math.clz32(fraction) - 21;
  return sign | ((113 - shift) << 23) | (((fraction << shift) & 0x3ff) << 13);
}

/** float16 bits of float32 bits; beyond 65519.99 becomes infinity, NaN stays a (quiet) NaN. */
export function float32BitsToFloat16(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00 | ((magnitude >>> 13) & 0x1ff);
  if (magnitude >= 0x47800000) return sign | 0x7c00;
  if (magnitude >= 0x38800000) return sign | roundedShift(magnitude - 0x38000000, 13);
  const shift = 126 - (magnitude >>> 23);
  if (shift > 24) return sign;
  return sign | roundedShift((magnitude & 0x7fffff) | 0x800000, shift);
}

/** bfloat16 bits of float32 bits; NaN stays a (quiet) NaN. */
export function float32BitsToBfloat16(bits: number): number {
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return (bits >>> 16) | 0x40;
  return ((bits >>> 16) & 0x8000) | roundedShift(magnitude, 16);
}

/** `value >> shift`, rounded to nearest, ties to even; `value` below 2^31, `shift` 1 to 24. */
function roundedShift(value: number, shift: number): number {
  const kept = value >>> shift;
  const rest = value - kept * 2 ** shift;
  const half = 2 ** (shift - 1);
  return rest > half || (rest === half && kept % 2 === 1) ? kept + 1 : kept;
}
