/** Named float32 arrays that lie one behind the other in a flat buffer, so that one loop updates them all. */
import { elementsOf, type Tensor } from "../weights/tensor.ts";

export interface ArraySpec {
  readonly name: string;
  /** Row-major; `[]` is a scalar. */
  readonly shape: readonly number[];
}

/** Where an array lies in the flat buffer, in elements. */
export interface Slot extends ArraySpec {
  readonly offset: number;
  readonly length: number;
}

export interface Layout {
  /** In the order of the buffer, without gaps. */
  readonly slots: readonly Slot[];
  readonly byName: ReadonlyMap<string, Slot>;
  /** Elements of the whole buffer. */
  readonly length: number;
}

export interface FlatArrays {
  readonly layout: Layout;
  readonly data: Float32Array;
}

/** One array; `data` is a view into the flat buffer: writing to it writes there. */
export interface NamedArray extends Tensor {
  readonly name: string;
}

/** Places arrays in the given order; throws `RangeError` on a name that comes twice or a shape that is none. */
export function layoutOf(specs: readonly ArraySpec[]): Layout {
  const byName = new Map<string, Slot>();
  let offset = 0;
  for (const { name, shape } of specs) {
    if (byName.has(name)) throw new RangeError(`layoutOf: expected each name once, got ${name} twice`);
    checkShape(name, shape);
    const length = elementsOf(shape);
    byName.set(name, { name, shape, offset, length });
    offset += length;
  }
  return { slots: [...byName.values()], byName, length: offset };
}

function checkShape(name: string, shape: readonly number[]): void {
  if (shape.every((size) => Number.isSafeInteger(size) && size > 0)) return;
  throw new RangeError(`layoutOf: expected ${name} to have positive whole sizes, got [${shape}]`);
}

/** Arrays of zeros. */
export function zeroArrays(layout: Layout): FlatArrays {
  return { layout, data: new Float32Array(layout.length) };
}

/** A view of one array; throws `RangeError` on an unknown name. */
export function arrayOf({ layout, data }: FlatArrays, name: string): NamedArray {
  const slot = layout.byName.get(name);
  if (slot === undefined)
    throw new RangeError(`arrayOf: expected one of ${layout.slots.length} names, got ${name}`);
  return viewOf(data, slot);
}

/** Views of all arrays, in the order of the buffer. */
export function arraysOf({ layout, data }: FlatArrays): NamedArray[] {
  return layout.slots.map((slot) => viewOf(data, slot));
}

function viewOf(data: Float32Array, { name, shape, offset, length }: Slot): NamedArray {
  return { name, shape, data: data.subarray(offset, offset + length) };
}

/** Copies values into one array; throws `RangeError` where the number of elements differs. */
export function writeArray(arrays: FlatArrays, name: string, source: ArrayLike<number>): void {
  const { data, shape } = arrayOf(arrays, name);
  if (source.length !== data.length) {
    throw new RangeError(`writeArray: expected [${shape}] for ${name}, got ${source.length} elements`);
  }
  data.set(source);
}

/** Copies a source for every array, such as the outputs of a session; throws `RangeError` where one is missing. */
export function writeArrays(
  arrays: FlatArrays,
  sourceOf: (name: string) => ArrayLike<number> | undefined,
): void {
  for (const { name } of arrays.layout.slots) writeArray(arrays, name, sourceOf(name) ?? []);
}

/** Throws `RangeError` unless both hold the same names and shapes in the same order. */
export function requireSameLayout(operation: string, expected: Layout, got: Layout): void {
  if (expected === got) return;
  const difference = layoutDifference(expected, got);
  if (difference !== undefined) {
    throw new RangeError(`${operation}: expected ${difference.expected}, got ${difference.found}`);
  }
}

export interface LayoutDifference {
  /** `model.norm.weight [64]`, or `no further array`. */
  readonly expected: string;
  readonly found: string;
}

/** The first place where two layouts differ. */
export function layoutDifference(
  expected: Pick<Layout, "slots">,
  got: { readonly slots: readonly ArraySpec[] },
): LayoutDifference | undefined {
  const longer = Math.max(expected.slots.length, got.slots.length);
  for (let index = 0; index < longer; index++) {
    const pair = { expected: label(expected.slots[index]), found: label(got.slots[index]) };
    if (pair.expected !== pair.found) return pair;
  }
  return undefined;
}

function label(spec: ArraySpec | undefined): string {
  return spec === undefined ? "no further array" : `${spec.name} [${spec.shape.join(", ")}]`;
}
