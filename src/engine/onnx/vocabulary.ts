/**
 * The closed vocabulary of operations. Every graph consists of these alone; what an operation means (shape inference,
 * flop count, lowering to ONNX) is a table total over them (`ops/index.ts`), and so is its gradient (`../autodiff/`).
 * Adding an operation here makes the compiler list every table to touch.
 */
import type { Shape } from "./shape.ts";

/** What a graph's `float` stands for: chosen once when a program is built. */
export type FloatType = "float32" | "float64";
/** Where a program is to run: one for any device keeps to what all of them compute right. */
export type Target = "any" | "cpu";
/** Element kinds; `float` is generic, indices and labels are `int32`, comparisons give `bool`. */
export type DType = "float" | "int32" | "bool";

export interface TensorType {
  readonly shape: Shape;
  readonly dtype: DType;
}

type One = readonly [0];
type Two = readonly [0, 0];
type Three = readonly [0, 0, 0];
type Many = readonly 0[];

/** One `T` for each place of an arity. */
export type Values<Arity extends readonly unknown[], T> = { readonly [Place in keyof Arity]: T };

type NoAttributes = Readonly<Record<never, never>>;

interface Signature<Inputs extends readonly unknown[], Attributes = NoAttributes, Outputs = One> {
  readonly inputs: Inputs;
  readonly attributes: Attributes;
  readonly outputs: Outputs;
}

interface AxesAttributes {
  /** Ascending, counted from the front. */
  readonly axes: readonly number[];
  readonly keep: boolean;
}

export type Relation = "equal" | "less" | "lessOrEqual" | "greater" | "greaterOrEqual";

export interface Vocabulary {
  // Sources
  input: Signature<readonly [], { readonly name: string; readonly shape: Shape; readonly dtype: DType }>;
  constant: Signature<
    readonly [],
    { readonly data: readonly number[]; readonly shape: Shape; readonly dtype: DType }
  >;
  fill: Signature<readonly [], { readonly shape: Shape; readonly value: number }>;
  // Elementwise, one operand
  neg: Signature<One>;
  exp: Signature<One>;
  log: Signature<One>;
  sqrt: Signature<One>;
  rsqrt: Signature<One>;
  square: Signature<One>;
  pow: Signature<One, { readonly exponent: number }>;
  tanh: Signature<One>;
  erf: Signature<One>;
  sigmoid: Signature<One>;
  silu: Signature<One>;
  gelu: Signature<One, { readonly form: "erf" | "tanh" }>;
  clip: Signature<One, { readonly low: number; readonly high: number }>;
  stopGradient: Signature<One>;
  cast: Signature<One, { readonly to: DType }>;
  // Elementwise, broadcast
  add: Signature<Two>;
  sub: Signature<Two>;
  mul: Signature<Two>;
  div: Signature<Two>;
  max: Signature<Two>;
  min: Signature<Two>;
  compare: Signature<Two, { readonly relation: Relation }>;
  where: Signature<Three>;
  swiglu: Signature<Two>;
  // Products
  matmul: Signature<
    Two,
    { readonly transposeA: boolean; readonly transposeB: boolean; readonly scale: number }
  >;
  linear: Signature<Three>;
  // Shapes
  reshape: Signature<One, { readonly shape: Shape }>;
  expand: Signature<One, { readonly shape: Shape }>;
  transpose: Signature<One, { readonly permutation: readonly number[] }>;
  concat: Signature<Many, { readonly axis: number }>;
  split: Signature<One, { readonly axis: number; readonly sizes: readonly number[] }, Many>;
  slice: Signature<One, { readonly axis: number; readonly start: number; readonly end: number }>;
  pad: Signature<One, { readonly axis: number; readonly before: number; readonly after: number }>;
  // Rows and columns by index
  gatherRows: Signature<Two>;
  scatterRows: Signature<Two, { readonly rows: number }>;
  permuteRows: Signature<Three>;
  gatherColumns: Signature<Two>;
  addAtColumns: Signature<Three>;
  // Reductions
  sum: Signature<One, AxesAttributes>;
  mean: Signature<One, AxesAttributes>;
  maximum: Signature<One, AxesAttributes>;
  // Along the last axis
  softmax: Signature<One>;
  logSumExp: Signature<One>;
  logProb: Signature<Two, NoAttributes, Two>;
  rmsNorm: Signature<Two, { readonly epsilon: number }, Two>;
  layerNorm: Signature<Three, { readonly epsilon: number }>;
  // Transformer
  rotary: Signature<Three, { readonly heads: number }>;
  attention: Signature<readonly [0, 0, 0, 0?], { readonly scale: number }, Two>;
}

export type OpName = keyof Vocabulary;
export type Attributes<Name extends OpName> = Vocabulary[Name]["attributes"];
export type Inputs<Name extends OpName, T> = Values<Vocabulary[Name]["inputs"], T>;
export type Outputs<Name extends OpName, T> = Values<Vocabulary[Name]["outputs"], T>;

/** One use of an operation in a graph. */
export interface ApplicationOf<Name extends OpName> {
  readonly op: Name;
  readonly inputs: Inputs<Name, Tensor>;
  readonly attributes: Attributes<Name>;
  readonly outputs: Outputs<Name, Tensor>;
}
export type Application = { [Name in OpName]: ApplicationOf<Name> }[OpName];

/** A value in a graph: a handle with a static shape and kind, no data. */
export interface Tensor extends TensorType {
  readonly graph: Graph;
  /** Place of birth: ids grow along the graph. */
  readonly id: number;
}

/** A program under construction: applications in order of birth, equal ones shared. */
export interface Graph {
  readonly applications: Application[];
  /** Applications by their written form, so that an equal one is reused. */
  readonly known: Map<string, Application>;
  tensors: number;
}

/** What a lowering may ask: ONNX nodes and constants. Names stand for values; tensors are looked up. */
export interface Lowering {
  readonly float: FloatType;
  readonly target: Target;
  /** Whether anything needs a tensor; of an operation's other outputs those that nobody reads need no nodes. */
  isRead(tensor: Tensor): boolean;
  /** Appends a node with one output and gives its name. */
  emit(type: string, inputs: readonly NodeInput[], attributes?: NodeAttributes, domain?: string): string;
  /** Appends a node with `count` outputs. */
  emitMany(
    type: string,
    inputs: readonly NodeInput[],
    count: number,
    attributes?: NodeAttributes,
  ): readonly string[];
  /** A one-dimensional int64 constant, shared. */
  ints(values: readonly number[]): string;
  /** A float scalar constant, shared. */
  scalar(value: number): string;
  /** A float constant of any shape. */
  floats(values: readonly number[], shape: Shape): string;
}
export type NodeInput = Tensor | string;
/** Numbers that are ONNX floats are wrapped, since 1 may be either. */
export type NodeAttributes = Readonly<Record<string, NodeAttribute>>;
export type NodeAttribute =
  | number
  | string
  | readonly number[]
  | { readonly float: number }
  | { readonly type: ElementType };

/** Element types of ONNX that occur here. */
export type ElementType = FloatType | "int32" | "int64" | "bool";

/** The element type that a kind stands for in a program. */
export function elementType(dtype: DType, float: FloatType): ElementType {
  return dtype === "float" ? float : dtype;
}

/** The meaning of one operation. */
export interface OpRule<Name extends OpName> {
  /** Kinds and shapes of the outputs. @throws RangeError or TypeError naming the operation, expected and got. */
  infer(inputs: Inputs<Name, TensorType>, attributes: Attributes<Name>): Outputs<Name, TensorType>;
  /** Multiplications and additions of its matrix products (2mnk each); absent where it has none. */
  flops?(application: ApplicationOf<Name>): number;
  /** ONNX nodes that compute it; names of its outputs. */
  lower(application: ApplicationOf<Name>, lowering: Lowering): Outputs<Name, string>;
}
/** Rules for some of the operations: the families of `ops/` together make the total table. */
export type OpRules<Name extends OpName> = { readonly [Each in Name]: OpRule<Each> };
