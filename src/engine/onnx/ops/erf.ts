/**
 * The error function. onnxruntime has no float64 kernel for Erf, so float64 programs (checks only) integrate
 * erf(x) = 2/√π ∫₀ˣ exp(−t²) dt by Gauss-Legendre quadrature, right to about 1e-14.
 */
import type { Lowering, NodeInput } from "../vocabulary.ts";

/** Beyond this |x|, erf(x) is ±1 in float64. */
const LIMIT = 6;
const NODES = 40;

/** Legendre polynomial of degree n at x, with its derivative. */
function legendre(n: number, x: number): readonly [number, number] {
  let previous = 1;
  let value = x;
  for (let k = 2; k <= n; k++)
    [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
  return [value, (n * (x * value - previous)) / (x * x - 1)];
}

/** Nodes and weights on [0, 1]; Newton from the Chebyshev guess. */
function quadrature(n: number): { readonly nodes: readonly number[]; readonly weights: readonly number[] } {
  const roots = Array.from({ length: n }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    for (let step = 0; step < 20; step++) {
      const [value, slope] = legendre(n, x);
      x -= value / slope;
    }
    return x;
  });
  const weights = roots.map((x) => 1 / ((1 - x * x) * legendre(n, x)[1] ** 2));
  return { nodes: roots.map((x) => (x + 1) / 2), weights };
}

/** Appends erf(x) elementwise. */
export function lowerErf(x: NodeInput, { float, emit, scalar, floats, ints }: Lowering): string {
  if (float === "float32") return emit("Erf", [x]);
  const { nodes, weights } = quadrature(NODES);
  const clipped = emit("Clip", [x, scalar(-LIMIT), scalar(LIMIT)]);
  const points = emit("Mul", [emit("Unsqueeze", [clipped, ints([-1])]), floats(nodes, [NODES])]);
  const heights = emit("Exp", [emit("Neg", [emit("Mul", [points, points])])]);
  const sum = emit("Squeeze", [emit("MatMul", [heights, floats(weights, [NODES, 1])]), ints([-1])]);
  return emit("Mul", [emit("Mul", [clipped, sum]), scalar(2 / Math.sqrt(Math.PI))]);
}
