import { expect, test } from "vitest";
import {
  bytesOf,
  type Dtype,
  decodeNumbers,
  encodeNumbers,
  float16ToFloat32Bits,
  float32BitsToBfloat16,
  float32BitsToFloat16,
} from "./dtypes.ts";

const NARROW = {
  F16: { narrow: float32BitsToFloat16, widen: float16ToFloat32Bits, infinity: 0x7c00 },
  BF16: { narrow: float32BitsToBfloat16, widen: (half: number) => half << 16, infinity: 0x7f80 },
};

const bitsOf = (value: number): number => new Uint32Array(Float32Array.of(value).buffer)[0] ?? 0;
const numberOf = (bits: number): number => new Float32Array(Uint32Array.of(bits).buffer)[0] ?? 0;

test.each(Object.entries(NARROW))(
  "%s: every value comes back, and every midpoint goes to even",
  (_, format) => {
    const { narrow, widen, infinity } = format;
    for (let half = 0; half < infinity; half++) {
      const [value, next] = [numberOf(widen(half)), numberOf(widen(half + 1))];
      for (const sign of [0, 0x8000])
        if (narrow(widen(half | sign)) !== (half | sign)) expect.unreachable(`${half | sign}`);
      if (half + 1 === infinity) break;
      const middle = bitsOf((value + next) / 2);
      const rounded = [narrow(middle - 1), narrow(middle), narrow(middle + 1)];
      const even = half % 2 === 0 ? half : half + 1;
      if (rounded.join() !== [half, even, half + 1].join()) expect.unreachable(`${half}: ${rounded}`);
    }
  },
);

test("float16: known values, overflow, underflow, infinities and NaN", () => {
  const half = (value: number) => float32BitsToFloat16(bitsOf(value));
  expect([1, -2, 65504, 65519.99, 65520, 2 ** -24, 2 ** -25, 2 ** -25 * 1.01, -0].map(half)).toEqual([
    0x3c00, 0xc000, 0x7bff, 0x7bff, 0x7c00, 1, 0, 1, 0x8000,
  ]);
  expect([half(Number.POSITIVE_INFINITY), half(Number.NEGATIVE_INFINITY)]).toEqual([0x7c00, 0xfc00]);
  expect(half(Number.NaN) & 0x7fff).toBeGreaterThan(0x7c00);
  expect(numberOf(float16ToFloat32Bits(0x7e00))).toBeNaN();
});

test("bfloat16: the largest float32 rounds to infinity, NaN stays NaN", () => {
  expect(float32BitsToBfloat16(0x7f7fffff)).toBe(0x7f80);
  expect(float32BitsToBfloat16(0x7f800001)).toBe(0x7fc0);
  expect(encodeNumbers("BF16", Float32Array.of(1, -1.5))).toEqual(Uint8Array.of(0x80, 0x3f, 0xc0, 0xbf));
});

function decode(dtype: Dtype, bytes: readonly number[]): number[] {
  const numbers = new Float32Array(bytes.length / bytesOf(dtype));
  decodeNumbers(dtype, Uint8Array.from(bytes), numbers);
  return [...numbers];
}

test.each([
  ["F64", [0, 0, 0, 0, 0, 0, 0xf0, 0x3f], [1]],
  ["U8", [0, 255], [0, 255]],
  ["I8", [255, 127], [-1, 127]],
  ["BOOL", [0, 1], [0, 1]],
  ["U16", [1, 2], [513]],
  ["I16", [0xfe, 0xff], [-2]],
  ["U32", [0, 0, 0, 1], [16777216]],
  ["I32", [0xff, 0xff, 0xff, 0xff], [-1]],
  ["U64", [0, 0, 0, 0, 0, 0, 0, 128], [2 ** 63]],
  ["I64", [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [-1]],
] as const)("%s is read", (dtype, bytes, numbers) => {
  expect(decode(dtype, bytes)).toEqual(numbers);
});

test("an integer that float32 cannot hold is refused, not rounded", () => {
  expect(() => decode("I64", [1, 0, 0, 1, 0, 0, 0, 0])).toThrow(/expected an integer.*16777217/);
  expect(() => decode("U32", [1, 0, 0, 1])).toThrow(/16777217/);
});
