import { expect, test } from "vitest";
import { buildProgram, input, matmul, openSession } from "./index.ts";

const SIZE = 256;
const build = () =>
  buildProgram("float32", (graph) => ({
    y: matmul(input(graph, "a", [SIZE, SIZE]), input(graph, "b", [SIZE, SIZE])),
  }));

/** A leak of one output a run would be 256 KB x 1,000 = 250 MB, far above what garbage waits for. */
const ALLOWED = 100e6;

test("a thousand runs leave no memory behind", async () => {
  const session = await openSession(build(), { threads: 2 });
  const [a, b] = [new Float32Array(SIZE ** 2).fill(1), new Float32Array(SIZE ** 2).fill(1)];
  const runs = async (count: number) => {
    for (let run = 0; run < count; run++) expect((await session.run({ a, b })).y[0]).toBe(SIZE);
  };
  await runs(200);
  const before = process.memoryUsage().rss;
  await runs(1000);
  expect(process.memoryUsage().rss - before).toBeLessThan(ALLOWED);
  await session.release();
});

test("nor do two hundred sessions that are opened, run and released", async () => {
  const program = build();
  const [a, b] = [new Float32Array(SIZE ** 2).fill(1), new Float32Array(SIZE ** 2).fill(1)];
  const sessions = async (count: number) => {
    for (let each = 0; each < count; each++) {
      const session = await openSession(program, { threads: 2 });
      await session.run({ a, b });
      await session.release();
    }
  };
  await sessions(30);
  const before = process.memoryUsage().rss;
  await sessions(200);
  expect(process.memoryUsage().rss - before).toBeLessThan(ALLOWED);
});
