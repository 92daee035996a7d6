import { expect, test } from "vitest";
import { input, matmul, openSession, square, sum } from "../onnx/index.ts";
import { layoutOf, zeroArrays } from "../optim/layout.ts";
import { gradientTargets, runTraining, trainProgram } from "./train-program.ts";

const parameters = [
  { name: "unused", shape: [2] },
  { name: "frozen", shape: [2, 2] },
  { name: "w", shape: [2, 1] },
];

const program = trainProgram({
  parameters,
  trains: (name) => name !== "frozen",
  objective: (graph, { tensor }) => ({
    loss: sum(square(matmul(matmul(input(graph, "x", [1, 2]), tensor("frozen")), tensor("w")))),
  }),
});
const feeds = {
  x: Float32Array.of(1, 2),
  frozen: Float32Array.of(1, 0, 0, 1),
  w: Float32Array.of(3, 4),
};
const buffer = () => {
  const arrays = zeroArrays(layoutOf(parameters.filter(({ name }) => name !== "frozen")));
  arrays.data.fill(7);
  return arrays;
};

// (w1 + 2 w2)² at (3, 4): 121, slopes 22 and 44.
test("a run writes its gradients into the buffer, and what it does not touch is 0", async () => {
  const session = await openSession(program, { threads: 1 });
  const gradients = buffer();
  expect(await runTraining(session, feeds, gradients)).toEqual({ loss: Float32Array.of(121) });
  expect([...gradients.data]).toEqual([0, 0, 22, 44]);
  await session.release();
});

test("a buffer without a place for a gradient is refused", () => {
  const none = zeroArrays(layoutOf([{ name: "unused", shape: [2] }]));
  expect(() => gradientTargets(program, none)).toThrow("got w");
});
