/** From applications to ONNX nodes: a mutable list of nodes and shared constants behind the `Lowering` interface. */
import type { Initialiser, NodeProto } from "./model-proto.ts";
import { OPS } from "./ops/index.ts";
import type { Shape } from "./shape.ts";
import type {
  Application,
  ApplicationOf,
  ElementType,
  FloatType,
  Lowering,
  NodeAttributes,
  NodeInput,
  OpName,
  Target,
  Tensor,
} from "./vocabulary.ts";

/** Nodes and constants of a program being lowered. */
export interface LoweredGraph {
  readonly nodes: readonly NodeProto[];
  readonly initialisers: readonly Initialiser[];
  nameOf(tensor: Tensor): string;
  lower(application: Application): void;
  /** A node that gives a value a second name. */
  rename(from: string, to: string): void;
}

/** Constants, each once: equal ones share a name. */
function createConstants() {
  const byKey = new Map<string, Initialiser>();
  const share = (type: ElementType, shape: Shape, data: ArrayBufferView, written: string): string => {
    const key = `${type}[${shape.join()}]${written}`;
    const known = byKey.get(key);
    if (known !== undefined) return known.name;
    const name = `constant:${byKey.size}`;
    byKey.set(key, { name, type, shape, data });
    return name;
  };
  return { share, all: () => [...byKey.values()] };
}

/** @param read all tensors that something needs */
export function createLowering(
  float: FloatType,
  target: Target,
  read: ReadonlySet<Tensor | undefined>,
): LoweredGraph {
  const nodes: NodeProto[] = [];
  const names = new Map<Tensor, string>();
  const constants = createConstants();
  const nameOf = (tensor: Tensor): string => {
    const name = names.get(tensor);
    if (name === undefined) throw new Error(`lowering: expected a lowered tensor, got tensor ${tensor.id}`);
    return name;
  };
  const nodeWith = (
    type: string,
    inputs: readonly NodeInput[],
    count: number,
    attributes: NodeAttributes = {},
    domain = "",
  ): readonly string[] => {
    const outputs = Array.from({ length: count }, (_, at) => `value:${nodes.length}:${at}`);
    const named = inputs.map((value) => (typeof value === "string" ? value : nameOf(value)));
    nodes.push({ type, domain, inputs: named, outputs, attributes });
    return outputs;
  };
  const floats = (values: readonly number[], shape: Shape): string => {
    const data = float === "float32" ? Float32Array.from(values) : Float64Array.from(values);
    return constants.share(float, shape, data, values.join());
  };
  const lowering: Lowering = {
    float,
    target,
    isRead: (tensor) => read.has(tensor),
    emit: (type, inputs, attributes, domain) => nodeWith(type, inputs, 1, attributes, domain)[0] ?? "",
    emitMany: nodeWith,
    ints: (values) =>
      constants.share("int64", [values.length], BigInt64Array.from(values.map(BigInt)), values.join()),
    scalar: (value) => floats([value], []),
    floats,
  };
  return {
    nodes,
    get initialisers() {
      return constants.all();
    },
    nameOf,
    lower: (application) => {
      const outputs: readonly string[] = lowerOne(application, lowering);
      application.outputs.forEach((tensor: Tensor, at: number) => {
        names.set(tensor, outputs[at] ?? "");
      });
    },
    rename: (from, to) => {
      nodes.push({ type: "Identity", domain: "", inputs: [from], outputs: [to], attributes: {} });
    },
  };
}

function lowerOne<Name extends OpName>(application: ApplicationOf<Name>, lowering: Lowering) {
  return OPS[application.op].lower(application, lowering);
}
