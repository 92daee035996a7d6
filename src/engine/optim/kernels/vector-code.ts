/**
 * Loops over float32 buffers, four numbers at a time, as WebAssembly: what JavaScript computes one by one. A loop is
 * written as steps over expressions (data), and encoded here as a module of the binary format with its SIMD
 * instructions (https://webassembly.github.io/spec/core/binary/). Only what such loops need is there.
 */

/** Four numbers, or the two float64 of a pair, as an expression. */
export type Vector<Names extends LoopNames> =
  /** The next four of a buffer. */
  | { readonly read: Names["buffer"] }
  /** Two of the next four of a buffer, as float64. */
  | { readonly pair: Names["buffer"]; readonly half: 0 | 1 }
  /** A parameter of the loop, four times. */
  | { readonly all: Names["parameter"] }
  /** What a step has kept last, in this turn or the one before; zero before any has. */
  | { readonly kept: Names["kept"] }
  | { readonly operation: Operation; readonly of: readonly Vector<Names>[] };

export interface LoopNames {
  readonly buffer: string;
  readonly parameter: string;
  readonly kept: string;
}

export type Step<Names extends LoopNames> =
  | { readonly keep: Names["kept"]; readonly value: Vector<Names> }
  | { readonly write: Names["buffer"]; readonly value: Vector<Names> };

/** A loop as a function of its length and its parameters. */
export interface VectorLoop<Names extends LoopNames> {
  readonly parameters: readonly Names["parameter"][];
  readonly kept: readonly Names["kept"][];
  readonly steps: readonly Step<Names>[];
  /** Kept pairs of float64, whose sum over all is the function's result; 0 where there are none. */
  readonly total?: readonly Names["kept"][];
}

export type Operation = keyof typeof OPERATIONS;

/** Opcodes behind the prefix of vector instructions. */
const OPERATIONS = {
  sqrt: 0xe3,
  add: 0xe4,
  mul: 0xe6,
  div: 0xe7,
  addPairs: 0xf0,
  mulPairs: 0xf2,
} as const;
const LOAD = 0x00;
const LOAD_HALF = 0x5d;
const STORE = 0x0b;
const SPLAT = 0x13;
const PROMOTE = 0x5f;
const EXTRACT_PAIR = 0x21;

const TYPES = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;
const BLOCK_WITHOUT_RESULT = 0x40;
const [LOOP, END, BRANCH_IF] = [0x03, 0x0b, 0x0d];
const [GET, SET, TEE] = [0x20, 0x21, 0x22];
const [I32_CONST, I32_LESS_UNSIGNED, I32_ADD, F64_CONST, F64_ADD] = [0x41, 0x49, 0x6a, 0x44, 0xa0];
const SECTIONS = { types: 1, functions: 3, memory: 5, exports: 7, code: 10 } as const;
const [EXPORTED_FUNCTION, EXPORTED_MEMORY] = [0, 2];
/** Bytes that a turn of the loop moves on. */
const STRIDE = 16;
const PAGE_BYTES = 65_536;

type Code = readonly number[];

/** Unsigned LEB128. */
function leb(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  return [...bytes, rest];
}

const list = (items: readonly Code[]): Code => [...leb(items.length), ...items.flat()];
const sized = (code: Code): Code => [...leb(code.length), ...code];
const text = (value: string): Code => sized([...new TextEncoder().encode(value)]);
const simd = (opcode: number): Code => [0xfd, ...leb(opcode)];
/** Alignment to 4 bytes, and the constant part of an address. */
const memory = (offset: number): Code => [2, ...leb(offset)];

/** Where names are found: buffers in bytes, parameters and kept values among the locals. */
interface Places {
  readonly bufferOf: (name: string) => number;
  readonly localOf: (name: string) => number;
  /** The local that counts bytes. */
  readonly at: number;
}

function vectorCode<Names extends LoopNames>(vector: Vector<Names>, places: Places): Code {
  const { bufferOf, localOf, at } = places;
  if ("read" in vector) return [GET, ...leb(at), ...simd(LOAD), ...memory(bufferOf(vector.read))];
  if ("pair" in vector) {
    const offset = bufferOf(vector.pair) + 8 * vector.half;
    return [GET, ...leb(at), ...simd(LOAD_HALF), ...memory(offset), ...simd(PROMOTE)];
  }
  if ("all" in vector) return [GET, ...leb(localOf(vector.all)), ...simd(SPLAT)];
  if ("kept" in vector) return [GET, ...leb(localOf(vector.kept))];
  return [...vector.of.flatMap((each) => vectorCode(each, places)), ...simd(OPERATIONS[vector.operation])];
}

function stepCode<Names extends LoopNames>(step: Step<Names>, places: Places): Code {
  const value = vectorCode(step.value, places);
  if ("keep" in step) return [...value, SET, ...leb(places.localOf(step.keep))];
  return [GET, ...leb(places.at), ...value, ...simd(STORE), ...memory(places.bufferOf(step.write))];
}

function functionCode<Names extends LoopNames>(
  { parameters, kept, steps, total = [] }: VectorLoop<Names>,
  bufferOf: Places["bufferOf"],
): Code {
  const at = 1 + parameters.length;
  const locals: readonly string[] = [...parameters, "", ...kept];
  const places = { bufferOf, localOf: (name: string) => 1 + locals.indexOf(name), at };
  const next = [GET, ...leb(at), I32_CONST, STRIDE, I32_ADD, TEE, ...leb(at)];
  const again = [GET, 0, I32_LESS_UNSIGNED, BRANCH_IF, 0];
  const body = steps.flatMap((step) => stepCode(step, places));
  const sum = total.flatMap((name) =>
    [0, 1].flatMap((lane) => [...[GET, ...leb(places.localOf(name)), ...simd(EXTRACT_PAIR), lane], F64_ADD]),
  );
  const variables = list([
    [1, TYPES.i32],
    [...leb(kept.length), TYPES.v128],
  ]);
  const turns = [LOOP, BLOCK_WITHOUT_RESULT, ...body, ...next, ...again, END];
  const zero = [F64_CONST, ...new Uint8Array(8)];
  return sized([...variables, ...turns, ...zero, ...sum, END]);
}

/**
 * A module with a function for each loop, (bytes: number, ...parameters) => number, and a `memory` in which the buffers
 * lie one behind the other. A loop runs once at least, over whole vectors: `bytes` is rounded up to 16.
 */
export function encodeLoops<Names extends LoopNames>(
  loops: Readonly<Record<string, VectorLoop<Names>>>,
  buffers: readonly Names["buffer"][],
  bufferBytes: number,
): Uint8Array<ArrayBuffer> {
  const names: readonly string[] = buffers;
  const bufferOf = (name: string): number => names.indexOf(name) * bufferBytes;
  const all = Object.entries(loops);
  const section = (id: number, items: readonly Code[]): Code => [id, ...sized(list(items))];
  const signature = ({ parameters }: VectorLoop<Names>): Code => [
    0x60,
    ...list([[TYPES.i32], ...parameters.map(() => [TYPES.f32])]),
    ...list([[TYPES.f64]]),
  ];
  const exported = all.map(([name], index) => [...text(name), EXPORTED_FUNCTION, ...leb(index)]);
  const pages = Math.ceil((buffers.length * bufferBytes) / PAGE_BYTES);
  return Uint8Array.from([
    ...[0, ...new TextEncoder().encode("asm"), 1, 0, 0, 0],
    ...section(
      SECTIONS.types,
      all.map(([, loop]) => signature(loop)),
    ),
    ...section(
      SECTIONS.functions,
      all.map((_, index) => leb(index)),
    ),
    ...section(SECTIONS.memory, [[0, ...leb(pages)]]),
    ...section(SECTIONS.exports, [[...text("memory"), EXPORTED_MEMORY, 0], ...exported]),
    ...section(
      SECTIONS.code,
      all.map(([, loop]) => functionCode(loop, bufferOf)),
    ),
  ]);
}
