/** The yardstick: onnxruntime's own matrix product, square. */
import { buildProgram, input, matmul, openSession } from "../../src/engine/onnx/index.ts";
import type { Measured } from "./training.ts";

export const GEMM_SIZES = [256, 512, 1024, 2048] as const;

/** a · b, n x n, as many times over as takes some milliseconds. */
export async function gemm(n: number, threads = 2): Promise<Measured> {
  const program = buildProgram("float32", (graph) => ({
    y: matmul(input(graph, "a", [n, n]), input(graph, "b", [n, n])),
  }));
  const session = await openSession(program, { threads });
  const [a, b] = [new Float32Array(n * n).fill(0.5), new Float32Array(n * n).fill(0.25)];
  const repeats = Math.max(1, Math.round(2 ** 31 / (2 * n ** 3)));
  return {
    run: async () => {
      for (let repeat = 1; repeat < repeats; repeat++) await session.run({ a, b });
      const { y } = await session.run({ a, b });
      return y[0] ?? Number.NaN;
    },
    flops: repeats * program.flops,
    release: session.release,
  };
}
