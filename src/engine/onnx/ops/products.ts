/** Matrix products. */
import { broadcastShapes, type Shape, shapeError, sizeOf } from "../shape.ts";
import type { ApplicationOf, Attributes, Lowering, NodeInput, OpRules, Tensor } from "../vocabulary.ts";
import { expectKind, expectRank, expectShape, floatOf } from "./check.ts";

/** Rows and columns of a (transposed) matrix, and the batch axes before them. */
function matrixOf(op: string, shape: Shape, transposed: boolean) {
  const [rows, columns] = [shape.at(-2), shape.at(-1)];
  if (rows === undefined || columns === undefined) throw shapeError(op, "at least 2 axes", shape);
  const batch = shape.slice(0, -2);
  return transposed ? { rows: columns, columns: rows, batch } : { rows, columns, batch };
}

function matmulShape(a: Shape, b: Shape, transposeA: boolean, transposeB: boolean): Shape {
  const left = matrixOf("matmul", a, transposeA);
  const right = matrixOf("matmul", b, transposeB);
  const written = `${transposeA ? "aᵀ" : "a"}·${transposeB ? "bᵀ" : "b"}`;
  if (left.columns !== right.rows) throw shapeError("matmul", `equal inner sizes for ${written}`, a, b);
  return [...broadcastShapes("matmul", left.batch, right.batch), left.rows, right.columns];
}

/** Swaps the last two axes. */
export function swapLast(x: NodeInput, rank: number, { emit }: Lowering): string {
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  return emit("Transpose", [x], { perm: [...axes.slice(0, -2), rank - 1, rank - 2] });
}

/** Batched product from portable nodes; on the CPU onnxruntime fuses Transpose and the scale into FusedMatMul itself. */
function lowerBatched(a: Tensor, b: Tensor, options: Attributes<"matmul">, lowering: Lowering): string {
  const { transposeA, transposeB, scale } = options;
  const left = transposeA ? swapLast(a, a.shape.length, lowering) : a;
  const right = transposeB ? swapLast(b, b.shape.length, lowering) : b;
  const product = lowering.emit("MatMul", [left, right]);
  return scale === 1 ? product : lowering.emit("Mul", [product, lowering.scalar(scale)]);
}

function lowerMatmul({ inputs: [a, b], attributes }: ApplicationOf<"matmul">, lowering: Lowering): string {
  const { transposeA, transposeB, scale } = attributes;
  if (a.shape.length === 2 && b.shape.length === 2)
    return lowering.emit("Gemm", [a, b], {
      transA: Number(transposeA),
      transB: Number(transposeB),
      alpha: { float: scale },
    });
  return lowerBatched(a, b, attributes, lowering);
}

/**
 * Gemm begins with the bias copied to every row by one thread: where the product is wide and its inner size small, that
 * takes longer than an addition behind it (by 10 to 15 % of both).
 */
function lowerLinear({ inputs: [x, weight, bias] }: ApplicationOf<"linear">, { emit }: Lowering): string {
  const [rows = 0] = x.shape;
  const [out = 0, inner = 0] = weight.shape;
  if (rows < MANY_ROWS || out <= inner) return emit("Gemm", [x, weight, bias], { transB: 1 });
  return emit("Add", [emit("Gemm", [x, weight], { transB: 1 }), bias]);
}

/** Rows from which on a second pass over them is worth its start. */
const MANY_ROWS = 1024;

/** 2 · elements of the result · inner size. */
function productFlops(y: Tensor, inner: number | undefined): number {
  return 2 * sizeOf(y.shape) * (inner ?? 1);
}

export const productOps: OpRules<"matmul" | "linear"> = {
  matmul: {
    infer: ([a, b], { transposeA, transposeB }) => {
      expectKind("matmul", "float", a, b);
      return [floatOf(matmulShape(a.shape, b.shape, transposeA, transposeB))];
    },
    flops: ({ inputs: [a], attributes: { transposeA }, outputs: [y] }) =>
      productFlops(y, a.shape.at(transposeA ? -2 : -1)),
    lower: (application, lowering) => [lowerMatmul(application, lowering)],
  },
  linear: {
    infer: ([x, weight, bias]) => {
      expectKind("linear", "float", x, weight, bias);
      expectRank("linear", 2, x.shape);
      expectRank("linear", 2, weight.shape);
      const shape = matmulShape(x.shape, weight.shape, false, true);
      expectShape("linear", "bias", shape.slice(1), bias.shape);
      return [floatOf(shape)];
    },
    flops: ({ inputs: [x], outputs: [y] }) => productFlops(y, x.shape[1]),
    lower: (application, lowering) => [lowerLinear(application, lowering)],
  },
};
