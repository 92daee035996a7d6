/** Reductions over axes, and the operations along the last axis (onnxruntime is slow along any other). */
import { axisSize, shapeError } from "../shape.ts";
import type {
  ApplicationOf,
  Attributes,
  Lowering,
  NodeInput,
  OpRule,
  OpRules,
  TensorType,
} from "../vocabulary.ts";
import { expectKind, expectRank, expectShape, floatOf } from "./check.ts";

type ReductionName = "sum" | "mean" | "maximum";
type LastAxisName = "softmax" | "logSumExp" | "logProb" | "rmsNorm" | "layerNorm";

function reduction(op: ReductionName, type: string): OpRule<ReductionName> {
  return {
    infer: ([x]: readonly [TensorType], { axes, keep }: Attributes<ReductionName>) => {
      expectKind(op, "float", x);
      for (const axis of axes) axisSize(op, x.shape, axis);
      const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
      return [floatOf(keep ? kept : kept.filter((_, axis) => !axes.includes(axis)))];
    },
    lower: ({ inputs: [x], attributes: { axes, keep } }, { emit, ints }) => [
      axes.length === 0 ? emit("Identity", [x]) : emit(type, [x, ints(axes)], { keepdims: Number(keep) }),
    ],
  };
}

const plainSum = reduction("sum", "ReduceSum");

/** Sums over the rows of a matrix, as biases have for gradients, are 1ᵀx: ReduceSum is 4 times slower with 2 threads. */
const sum: OpRule<"sum"> = {
  infer: plainSum.infer,
  lower: (application, lowering) => {
    const { inputs, attributes, outputs } = application;
    const [[x], { axes }, [y]] = [inputs, attributes, outputs];
    const [rows = 1] = x.shape;
    if (x.shape.length !== 2 || axes.length !== 1 || axes[0] !== 0)
      return plainSum.lower(application, lowering);
    const { emit, ints, scalar } = lowering;
    const ones = emit("Expand", [scalar(1), ints([1, rows])]);
    return [emit("Reshape", [emit("Gemm", [ones, x]), ints(y.shape)])];
  },
};

/** The last axis alone, kept with size 1. */
function alongLast(type: string, x: NodeInput, { emit, ints }: Lowering): string {
  return emit(type, [x, ints([-1])], { keepdims: 1 });
}

/** The size of the last axis. @throws RangeError for a scalar. */
function width(op: string, x: TensorType): number {
  expectKind(op, "float", x);
  const size = x.shape.at(-1);
  if (size === undefined) throw shapeError(op, "at least 1 axis", x.shape);
  return size;
}

/** m + log Σ exp(x − m) with m = max x, kept with size 1: as stable as can be. */
function lowerLogSumExp(x: NodeInput, lowering: Lowering): string {
  const { emit } = lowering;
  const top = alongLast("ReduceMax", x, lowering);
  const total = alongLast("ReduceSum", emit("Exp", [emit("Sub", [x, top])]), lowering);
  return emit("Add", [top, emit("Log", [total])]);
}

/** 1 / √(mean x² + ε), kept with size 1. */
function inverseRms(x: NodeInput, epsilon: number, lowering: Lowering): string {
  const { emit, scalar } = lowering;
  const mean = alongLast("ReduceMean", emit("Mul", [x, x]), lowering);
  return emit("Reciprocal", [emit("Sqrt", [emit("Add", [mean, scalar(epsilon)])])]);
}

/**
 * float32 has fused kernels (2.6 times faster); float64, for checks, spells the definition out. The kernel gives the
 * inverse root as well, but wrongly on WebGPU, so it is computed apart there, if anything reads it.
 */
function lowerRmsNorm(
  { inputs: [x, weight], attributes: { epsilon }, outputs: [, inverse] }: ApplicationOf<"rmsNorm">,
  lowering: Lowering,
): readonly [string, string] {
  const { float, target, emit, emitMany, isRead } = lowering;
  const read = isRead(inverse);
  if (float === "float64") {
    const root = inverseRms(x, epsilon, lowering);
    return [emit("Mul", [emit("Mul", [x, root]), weight]), root];
  }
  const attributes = { axis: -1, epsilon: { float: epsilon }, stash_type: 1 };
  const outputs = read && target === "cpu" ? 2 : 1;
  const [y = "", root] = emitMany("SimplifiedLayerNormalization", [x, weight], outputs, attributes);
  return [y, root ?? (read ? inverseRms(x, epsilon, lowering) : "")];
}

function lowerLayerNorm(
  { inputs: [x, weight, bias], attributes: { epsilon } }: ApplicationOf<"layerNorm">,
  lowering: Lowering,
) {
  const { float, emit } = lowering;
  if (float === "float32")
    return emit("LayerNormalization", [x, weight, bias], { axis: -1, epsilon: { float: epsilon } });
  const centred = emit("Sub", [x, alongLast("ReduceMean", x, lowering)]);
  const normal = emit("Mul", [centred, inverseRms(centred, epsilon, lowering)]);
  return emit("Add", [emit("Mul", [normal, weight]), bias]);
}

export const reductionOps: OpRules<ReductionName | LastAxisName> = {
  sum,
  mean: reduction("mean", "ReduceMean"),
  maximum: reduction("maximum", "ReduceMax"),
  softmax: {
    infer: ([x]) => {
      width("softmax", x);
      return [floatOf(x.shape)];
    },
    lower: ({ inputs: [x] }, { emit }) => [emit("Softmax", [x], { axis: -1 })],
  },
  logSumExp: {
    infer: ([x]) => {
      width("logSumExp", x);
      return [floatOf(x.shape.slice(0, -1))];
    },
    lower: ({ inputs: [x], outputs: [y] }, lowering) => [
      lowering.emit("Reshape", [lowerLogSumExp(x, lowering), lowering.ints(y.shape)]),
    ],
  },
  logProb: {
    infer: ([logits, labels]) => {
      expectKind("logProb", "float", logits);
      expectKind("logProb", "int32", labels);
      expectRank("logProb", 2, logits.shape);
      expectShape("logProb", "labels", logits.shape.slice(0, 1), labels.shape);
      return [floatOf(labels.shape), floatOf([...labels.shape, 1])];
    },
    lower: ({ inputs: [logits, labels], outputs: [y, normaliser] }, lowering) => {
      const { emit, ints } = lowering;
      const chosen = emit("GatherElements", [logits, emit("Reshape", [labels, ints(normaliser.shape)])], {
        axis: 1,
      });
      const total = lowerLogSumExp(logits, lowering);
      return [emit("Reshape", [emit("Sub", [chosen, total]), ints(y.shape)]), total];
    },
  },
  rmsNorm: {
    infer: ([x, weight]) => {
      expectKind("rmsNorm", "float", weight);
      expectShape("rmsNorm", "weight", [width("rmsNorm", x)], weight.shape);
      return [floatOf(x.shape), floatOf([...x.shape.slice(0, -1), 1])];
    },
    lower: lowerRmsNorm,
  },
  layerNorm: {
    infer: ([x, weight, bias]) => {
      expectKind("layerNorm", "float", weight, bias);
      expectShape("layerNorm", "weight", [width("layerNorm", x)], weight.shape);
      expectShape("layerNorm", "bias", weight.shape, bias.shape);
      return [floatOf(x.shape)];
    },
    lower: (application, lowering) => [lowerLayerNorm(application, lowering)],
  },
};
