import { expect, test } from "vitest";
import { add, buildProgram, constant, input, matmul, mul, sum } from "./index.ts";

test("what is alive at once is counted, by hand", () => {
  const { bytes } = buildProgram("float32", (graph) => {
    const x = input(graph, "x", [10, 20]);
    const w = input(graph, "w", [20, 30]);
    const product = matmul(x, w); // x, w and 300 numbers: 1,100
    const shifted = add(product, constant(graph, [1])); // 300, 1 and 300 numbers: 601
    return { y: sum(mul(shifted, shifted)) }; // 300 and 300, then 1
  });
  expect(bytes).toBe(4 * 1100);
});

test("what is asked for stays to the end", () => {
  const program = (early: boolean) =>
    buildProgram("float64", (graph) => {
      const first = mul(input(graph, "x", [50]), constant(graph, [2])); // 50, 1 and 50 numbers
      const second = add(first, first);
      const third = mul(second, second); // 50 and 50, and the first where it is asked for
      return { y: early ? sum(first) : sum(third), z: sum(third), first: early ? first : third };
    });
  expect(program(false).bytes).toBe(8 * 101);
  expect(program(true).bytes).toBeGreaterThanOrEqual(8 * 150);
});
