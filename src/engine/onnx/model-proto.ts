/** ONNX's messages (onnx/onnx.proto, IR version 9) as far as they are used here; numbers are that file's fields. */
import {
  bytesField,
  bytesOf,
  encodeMessage,
  type Field,
  floatField,
  integerField,
  messageField,
  stringField,
} from "./protobuf.ts";
import type { Shape } from "./shape.ts";
import type { ElementType, NodeAttribute, NodeAttributes } from "./vocabulary.ts";

const IR_VERSION = 9;
const OPSET = 20;

/** TensorProto.DataType. */
const ELEMENT_TYPES: Readonly<Record<ElementType, number>> = {
  float32: 1,
  int32: 6,
  int64: 7,
  bool: 9,
  float64: 11,
};

export interface ValueInfo {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: Shape;
}

export interface NodeProto {
  readonly type: string;
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: NodeAttributes;
}

export interface Initialiser extends ValueInfo {
  readonly data: ArrayBufferView;
}

export interface ModelProto {
  readonly nodes: readonly NodeProto[];
  readonly initialisers: readonly Initialiser[];
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
}

/** AttributeProto: a value with its type's number (1 float, 2 int, 3 string, 7 ints). */
function attributeFields(name: string, value: NodeAttribute): readonly Field[] {
  const named = stringField(1, name);
  if (typeof value === "string") return [named, stringField(4, value), integerField(20, 3)];
  if (typeof value === "number") return [named, integerField(3, value), integerField(20, 2)];
  if ("type" in value) return [named, integerField(3, ELEMENT_TYPES[value.type]), integerField(20, 2)];
  if ("float" in value) return [named, floatField(2, value.float), integerField(20, 1)];
  return [named, ...value.map((each) => integerField(8, each)), integerField(20, 7)];
}

function nodeFields(node: NodeProto, at: number): readonly Field[] {
  return [
    ...node.inputs.map((name) => stringField(1, name)),
    ...node.outputs.map((name) => stringField(2, name)),
    stringField(3, `${node.type}_${at}`),
    stringField(4, node.type),
    ...Object.entries(node.attributes).map(([name, value]) => messageField(5, attributeFields(name, value))),
    ...(node.domain === "" ? [] : [stringField(7, node.domain)]),
  ];
}

function initialiserFields({ name, type, shape, data }: Initialiser): readonly Field[] {
  return [
    ...shape.map((size) => integerField(1, size)),
    integerField(2, ELEMENT_TYPES[type]),
    stringField(8, name),
    bytesField(9, bytesOf(data)),
  ];
}

function valueFields({ name, type, shape }: ValueInfo): readonly Field[] {
  const axes = shape.map((size) => messageField(1, [integerField(1, size)]));
  const tensor = [integerField(1, ELEMENT_TYPES[type]), messageField(2, axes)];
  return [stringField(1, name), messageField(2, [messageField(1, tensor)])];
}

/** The model as the bytes of an `.onnx` file. */
export function encodeModel({ nodes, initialisers, inputs, outputs }: ModelProto): Uint8Array {
  const graph = [
    ...nodes.map((node, at) => messageField(1, nodeFields(node, at))),
    stringField(2, "graph"),
    ...initialisers.map((each) => messageField(5, initialiserFields(each))),
    ...inputs.map((each) => messageField(11, valueFields(each))),
    ...outputs.map((each) => messageField(12, valueFields(each))),
  ];
  return encodeMessage([
    integerField(1, IR_VERSION),
    stringField(2, "benday"),
    messageField(8, [stringField(1, ""), integerField(2, OPSET)]),
    messageField(8, [stringField(1, "com.microsoft"), integerField(2, 1)]),
    messageField(7, graph),
  ]);
}
