/** Running programs on onnxruntime. */
import type { InferenceSession, Tensor as OrtTensor } from "onnxruntime-node";
import { keepsFreedMemory } from "./freed-memory.ts";
import type { ValueInfo } from "./model-proto.ts";
import type { Program } from "./program.ts";
import { formatShape, sizeOf } from "./shape.ts";
import type { ElementType, FloatType } from "./vocabulary.ts";

/** The typed array of a float type. */
export interface FloatArrays {
  readonly float32: Float32Array;
  readonly float64: Float64Array;
}
export type FloatArray<Float extends FloatType> = FloatArrays[Float];

/** Values for a run by input name; `subarray` views are fed without a copy. Indices and labels are int32. */
export type Feeds<Float extends FloatType = "float32"> = Readonly<
  Record<string, FloatArray<Float> | Int32Array>
>;

export interface SessionOptions {
  /** Threads of one operation; all cores unless given. Runs are bit-equal for the same number, near-equal for another. */
  readonly threads?: number;
  /** Where to run: `cpu`, or `webgpu` where the machine has it. */
  readonly device?: "cpu" | "webgpu";
}

/** Arrays that outputs are written into, by name; views of a larger buffer are as good. */
export type Targets<Output extends string = string, Float extends FloatType = "float32"> = Readonly<
  Partial<Record<Output, FloatArray<Float>>>
>;

export interface Session<Output extends string = string, Float extends FloatType = "float32"> {
  readonly program: Program<Output, Float>;
  /**
   * Computes all outputs, into new arrays or into those given, which spares a copy (0.5 ms a MB). The computation
   * itself blocks the event loop: run it in a worker thread beside a server.
   * @throws TypeError or RangeError naming the input or output, what was expected and what was given; nothing has run
   * then. Error from onnxruntime for an index outside its table (negative ones count from the end).
   */
  run(feeds: Feeds<Float>, into?: Targets<Output, Float>): Promise<Record<Output, FloatArray<Float>>>;
  /** Frees the session; later runs throw. Safe to call twice. */
  release(): Promise<void>;
}

/**
 * onnxruntime's own options as measured best: all cores in one operation, every graph optimisation, and no memory
 * pattern (40 % less memory at the same speed for programs that run at one shape). Fusions have float32 kernels only, so
 * a float64 program gets the basic optimisations. A thread without work looks for some for 0.1 ms instead of 1 ms before
 * it sleeps: that spans the gaps between operations, and beside other busy programs it made a step 1.5 times faster.
 */
function runtimeOptions(
  { threads, device = "cpu" }: SessionOptions,
  float: FloatType,
): InferenceSession.SessionOptions {
  return {
    executionProviders: device === "cpu" ? ["cpu"] : [device, "cpu"],
    graphOptimizationLevel: float === "float32" ? "all" : "basic",
    executionMode: "sequential",
    enableMemPattern: false,
    enableCpuMemArena: !keepsFreedMemory(),
    // Errors are thrown; writing them to the terminal as well would only repeat them.
    logSeverityLevel: 4,
    extra: { session: { intra_op: { spin_duration_us: "100" } } },
    ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
  };
}

/** Loads a program into onnxruntime. */
export async function openSession<Output extends string, Float extends FloatType>(
  program: Program<Output, Float>,
  options: SessionOptions = {},
): Promise<Session<Output, Float>> {
  // Loaded here, since the native library is large and building graphs needs none of it.
  const { InferenceSession, Tensor } = await import("onnxruntime-node");
  let native: InferenceSession | undefined = await InferenceSession.create(
    program.model,
    runtimeOptions(options, program.float),
  );
  return {
    program,
    run: async (feeds, into) => {
      if (native === undefined)
        throw new Error("session: expected an open session, got one that was released");
      checkNames("inputs", program.inputs, feeds);
      checkNames("outputs", program.outputs, into ?? {});
      const values: Record<string, OrtTensor> = {};
      for (const info of program.inputs.values())
        values[info.name] = ortTensor("input", info, feeds[info.name], Tensor);
      const targets: Record<string, OrtTensor | null> = {};
      for (const [name, info] of program.outputs)
        targets[name] = into?.[name] === undefined ? null : ortTensor("output", info, into[name], Tensor);
      return readOutputs(program, await native.run(values, targets), into);
    },
    release: async () => {
      const open = native;
      native = undefined;
      await open?.release();
    },
  };
}

function checkNames(what: string, known: ReadonlyMap<string, ValueInfo>, given: object): void {
  const unknown = Object.keys(given).filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new RangeError(
      `run: expected only the ${what} ${[...known.keys()].join(", ")}, got ${unknown.join(", ")} as well`,
    );
}

const ARRAYS = { float32: Float32Array, float64: Float64Array, int32: Int32Array } as const;

function isFed(type: ElementType): type is keyof typeof ARRAYS {
  return type in ARRAYS;
}

/** A view of the array as onnxruntime's tensor. */
function ortTensor(
  what: "input" | "output",
  { name, type, shape }: ValueInfo,
  data: Float32Array | Float64Array | Int32Array | undefined,
  Tensor: typeof OrtTensor,
): OrtTensor {
  const expected = `${what} ${name}: ${type} ${formatShape(shape)}`;
  if (data === undefined) throw new RangeError(`run: expected ${expected}, got nothing`);
  if (!isFed(type))
    throw new TypeError(`run: expected ${what}s that are float or int32, got ${name}: ${type}`);
  if (!(data instanceof ARRAYS[type]))
    throw new TypeError(`run: expected ${expected} as ${ARRAYS[type].name}, got ${data.constructor.name}`);
  if (data.length !== sizeOf(shape))
    throw new RangeError(`run: expected ${expected} of ${sizeOf(shape)} values, got ${data.length}`);
  return new Tensor(type, data, shape);
}

function readOutputs<Output extends string, Float extends FloatType>(
  { outputs, float }: Program<Output, Float>,
  values: InferenceSession.OnnxValueMapType,
  into: Targets<Output, Float> | undefined,
): Record<Output, FloatArray<Float>> {
  const read = [...outputs.keys()].map((name) => [name, into?.[name] ?? values[name]?.data] as const);
  const wrong = read.find(([, data]) => !(data instanceof ARRAYS[float]));
  if (wrong !== undefined)
    throw new TypeError(`run: expected output ${wrong[0]}: ${float}, got another type`);
  // `Object.fromEntries` forgets the keys, and the loop above has looked at every array.
  return Object.fromEntries(read) as Record<Output, FloatArray<Float>>;
}
