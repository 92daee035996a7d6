/**
 * The loops that an update spends its time in, on one block of numbers at a time. Blocks are copied to the module's
 * memory and back, which costs little beside the arithmetic, so arrays may lie anywhere. All is float32, as in torch,
 * but sums of squares, which are float64.
 */
import { encodeLoops, type Operation, type Vector, type VectorLoop } from "./vector-code.ts";

/** Elements of a block: four buffers of it fill a first-level cache. */
export const BLOCK_LENGTH = 2048;

const BUFFERS = ["updates", "mean", "square", "parameters"] as const;

interface Names {
  readonly buffer: (typeof BUFFERS)[number];
  readonly parameter:
    | "scale"
    | "pull"
    | "meanDecay"
    | "meanShare"
    | "squareDecay"
    | "squareShare"
    | "correction"
    | "eps";
  readonly kept: "g" | "m" | "v" | "low" | "high";
}
type Value = Vector<Names>;

const of =
  (operation: Operation) =>
  (...values: readonly Value[]): Value => ({ operation, of: values });
const [add, mul, div, sqrt] = [of("add"), of("mul"), of("div"), of("sqrt")];
const read = (buffer: Names["buffer"]): Value => ({ read: buffer });
const all = (parameter: Names["parameter"]): Value => ({ all: parameter });
const kept = (name: Names["kept"]): Value => ({ kept: name });

/** m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g², u = m / (√v · correction + eps) with g = scale · u. */
const adam: VectorLoop<Names> = {
  parameters: ["scale", "meanDecay", "meanShare", "squareDecay", "squareShare", "correction", "eps"],
  kept: ["g", "m", "v"],
  steps: [
    { keep: "g", value: mul(read("updates"), all("scale")) },
    { keep: "m", value: add(mul(read("mean"), all("meanDecay")), mul(kept("g"), all("meanShare"))) },
    {
      keep: "v",
      value: add(mul(read("square"), all("squareDecay")), mul(mul(kept("g"), kept("g")), all("squareShare"))),
    },
    { write: "mean", value: kept("m") },
    { write: "square", value: kept("v") },
    { write: "updates", value: div(kept("m"), add(mul(sqrt(kept("v")), all("correction")), all("eps"))) },
  ],
};

/** p = p + (scale · u + pull · p): the small terms first, since a factor 1 + pull would lose most of its digits. */
const move: VectorLoop<Names> = {
  parameters: ["scale", "pull"],
  kept: [],
  steps: [
    {
      write: "parameters",
      value: add(
        read("parameters"),
        add(mul(read("updates"), all("scale")), mul(read("parameters"), all("pull"))),
      ),
    },
  ],
};

const squared = (half: 0 | 1): Value => {
  const pair: Value = { pair: "updates", half };
  return of("mulPairs")(pair, pair);
};

const squares: VectorLoop<Names> = {
  parameters: [],
  kept: ["low", "high"],
  steps: [
    { keep: "low", value: of("addPairs")(kept("low"), squared(0)) },
    { keep: "high", value: of("addPairs")(kept("high"), squared(1)) },
  ],
  total: ["low", "high"],
};

const LOOPS = { adam, move, squares };

/** The part of the standard that is used here: Node has it, the type library of the language has it not. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
  ) => {
    readonly exports: { readonly memory: { readonly buffer: ArrayBuffer } } & Readonly<
      Record<keyof typeof LOOPS, (bytes: number, ...parameters: readonly number[]) => number>
    >;
  };
};

const { exports: loops } = new WebAssembly.Instance(
  new WebAssembly.Module(encodeLoops(LOOPS, BUFFERS, 4 * BLOCK_LENGTH)),
);
const blockAt = (index: number): Float32Array =>
  new Float32Array(loops.memory.buffer, 4 * BLOCK_LENGTH * index, BLOCK_LENGTH);
const memory: Readonly<Record<Names["buffer"], Float32Array>> = {
  updates: blockAt(0),
  mean: blockAt(1),
  square: blockAt(2),
  parameters: blockAt(3),
};

/** Where a block lies in the flat arrays; `length` is at most {@link BLOCK_LENGTH}. */
interface Stretch {
  readonly offset: number;
  readonly length: number;
}

function take(buffer: Names["buffer"], source: Float32Array, { offset, length }: Stretch): void {
  memory[buffer].set(source.subarray(offset, offset + length));
}

function give(buffer: Names["buffer"], target: Float32Array, { offset, length }: Stretch): void {
  const block = memory[buffer];
  target.set(length === BLOCK_LENGTH ? block : block.subarray(0, length), offset);
}

/** The updates of the block at hand: one for all, so a block is done with before the next begins. */
export const blockUpdates: Float32Array = memory.updates;

export interface AdamFactors {
  /** Decay of the mean of gradients and of the mean of their squares. */
  readonly betas: readonly [number, number];
  /** What the root of the mean of squares is multiplied by. */
  readonly correction: number;
  readonly eps: number;
}

/** Adam on {@link blockUpdates} times `scale`; its two means are changed in place. */
export function adamBlock(
  means: { readonly mean: Float32Array; readonly square: Float32Array },
  stretch: Stretch,
  scale: number,
  { betas: [b1, b2], correction, eps }: AdamFactors,
): void {
  take("mean", means.mean, stretch);
  take("square", means.square, stretch);
  loops.adam(4 * stretch.length, scale, b1, 1 - b1, b2, 1 - b2, correction, eps);
  give("mean", means.mean, stretch);
  give("square", means.square, stretch);
}

/** Adds `scale` times {@link blockUpdates} and `pull` times themselves to parameters. */
export function moveBlock(parameters: Float32Array, stretch: Stretch, scale: number, pull: number): void {
  take("parameters", parameters, stretch);
  loops.move(4 * stretch.length, scale, pull);
  give("parameters", parameters, stretch);
}

/** target = target + scale · values, of one length. Overwrites {@link blockUpdates}. */
export function addScaled(target: Float32Array, values: Float32Array, scale: number): void {
  for (const stretch of stretchesOf(values)) {
    take("updates", values, stretch);
    moveBlock(target, stretch, scale, 0);
  }
}

/** In float64, in one fixed order. Overwrites {@link blockUpdates}. */
export function sumOfSquares(values: Float32Array): number {
  let total = 0;
  for (const stretch of stretchesOf(values)) {
    take("updates", values, stretch);
    blockUpdates.fill(0, stretch.length);
    total += loops.squares(4 * stretch.length);
  }
  return total;
}

function* stretchesOf({ length }: Float32Array): Generator<Stretch> {
  for (let offset = 0; offset < length; offset += BLOCK_LENGTH)
    yield { offset, length: Math.min(BLOCK_LENGTH, length - offset) };
}
