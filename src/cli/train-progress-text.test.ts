import { expect, test } from "vitest";
import type { TrainStep } from "../records/index.ts";
import { trainText, withStep } from "./train-progress-text.ts";

const BLOCKS = /[▁-█]+/g;
const COUNT = 240;

const episodes = (iou: number | undefined) => ({
  episodes: 128,
  accuracy: 0.453,
  calls: 1.204,
  ...(iou !== undefined && { iou }),
  format: 1,
  invalid: 0,
  iouByCall: [],
  tasks: {},
});

const policyOf = (step: number, iou: number | undefined): TrainStep["policy"] => ({
  phase: "full",
  reward: { mean: step / COUNT, std: 1 },
  terms: {},
  paid: {},
  groups: 1,
  zeroVariance: 0,
  refilled: 0,
  overlong: 0,
  kl: 0.01234,
  entropy: 1,
  clipShare: 0,
  rolloutGap: { mean: 0, max: 0 },
  episodes: episodes(iou),
});

const stepOf = (step: number, policy?: TrainStep["policy"]): TrainStep => ({
  kind: "train-step",
  version: 1,
  step,
  updates: step + 1,
  loss: COUNT - step,
  tokens: { read: 9, own: 3, shortest: 1, mean: 1.5, longest: 2 },
  timings: { update: 1, total: 12_300, tokensPerSecond: 1 },
  ...(policy && { policy }),
});

/** The line after the last of the steps. */
function lineOf(steps: readonly TrainStep[], columns: number): string {
  const record = steps.at(-1);
  if (record === undefined) throw new Error("no step");
  const history = steps.reduce<readonly TrainStep[]>(withStep, []);
  return trainText({ done: record.step + 1, steps: 1000, secondsLeft: 3900, record }, history, columns);
}

const long = Array.from({ length: COUNT }, (_, step) => stepOf(step, policyOf(step, (COUNT - step) / COUNT)));

test.each([79, 80, 90, 100, 120, 200])("the line of a long run has room in %d columns", (columns) => {
  const line = lineOf(long, columns);
  expect(line.length).toBeLessThanOrEqual(columns);
  expect(line).toMatch(/^step 240\/1000, reward 1\.00 ▁.*█, right 45 %, IoU 0\.00 █.*▁.*, 1:05:00 left$/);
  for (const curve of line.match(BLOCKS) ?? []) expect(curve.length).toBeGreaterThanOrEqual(6);
});

test("a wide line says all, and draws one block a step of the last 24", () => {
  const line = lineOf(long, 200);
  expect(line.replaceAll(/ [▁-█]{24}/g, " CURVE")).toBe(
    "step 240/1000, reward 1.00 CURVE, right 45 %, IoU 0.00 CURVE, 1.20 calls, KL 0.0123, 12.3 s/step, 1:05:00 left",
  );
});

test("a narrow line spares the time of a step, then calls, then KL", () => {
  expect(lineOf(long, 104)).not.toContain("s/step");
  expect(lineOf(long, 104)).toContain("1.20 calls, KL 0.0123");
  expect(lineOf(long, 90)).not.toContain("calls");
  expect(lineOf(long, 90)).toContain("KL 0.0123");
  // Where not even that is enough there is no curve.
  expect(lineOf(long, 60)).not.toMatch(BLOCKS);
});

test("steps without a zoom leave no gap in the curve, and no IoU where the last has none", () => {
  const ious = [0.1, undefined, 0.2, 0.3];
  const steps = ious.map((iou, step) => stepOf(step, policyOf(step, iou)));
  expect(lineOf(steps, 200)).toContain("IoU 0.30 ▁▅█,");
  expect(lineOf(steps.slice(0, 2), 200)).not.toContain("IoU");
});

test("supervised training has the course of its loss alone", () => {
  const line = lineOf([stepOf(0), stepOf(1), stepOf(2)], 80);
  expect(line).toBe("step 3/1000, loss 238.000 █▅▁, 12.3 s/step, 1:05:00 left");
});
