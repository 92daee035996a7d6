import { expect, test } from "vitest";
import { type GateFigures, judgeGate } from "./gate.ts";
import { gateText } from "./gate-text.ts";

const FAIR: GateFigures = {
  task: "action-recognition",
  chance: 0.25,
  panel: { k: 170, n: 200 },
  page: { k: 60, n: 200 },
  calling: { k: 90, n: 200 },
  located: { k: 100, n: 200 },
  iou: { calls: 95, mean: 0.24, interval: { low: 0.2, high: 0.28 } },
};

test("a fair base passes; every check says k, n and interval", () => {
  const gate = judgeGate(FAIR);
  expect(gate.passed).toBe(true);
  expect(gate.checks.map(({ id, k, n }) => [id, k, n])).toEqual([
    ["panel", 170, 200],
    ["page", 60, 200],
    ["calling", 90, 200],
    ["iou", undefined, 95],
  ]);
  for (const { value, interval } of gate.checks) {
    expect(interval.low).toBeLessThan(value);
    expect(interval.high).toBeGreaterThan(value);
  }
});

test("the limits themselves still pass", () => {
  const { iou } = FAIR;
  if (iou === undefined) throw new Error("expected calls");
  const limits = { panel: { k: 160, n: 200 }, page: { k: 70, n: 200 }, iou: { ...iou, mean: 0.3 } };
  for (const k of [60, 120])
    expect(judgeGate({ ...FAIR, ...limits, calling: { k, n: 200 } }).passed).toBe(true);
});

test.each<[string, Partial<GateFigures>, string]>([
  ["cannot answer from gold crops", { panel: { k: 159, n: 200 } }, "panel"],
  ["knows the answer from the page", { page: { k: 71, n: 200 } }, "page"],
  ["calls too rarely", { calling: { k: 59, n: 200 } }, "calling"],
  ["calls too often", { calling: { k: 121, n: 200 } }, "calling"],
  ["calls too well", { iou: { calls: 9, mean: 0.31, interval: { low: 0.2, high: 0.4 } } }, "iou"],
  ["never calls", { calling: { k: 0, n: 200 }, iou: undefined }, "calling"],
  ["was asked nothing", { panel: { k: 0, n: 0 } }, "panel"],
])("one that %s misses", (_, change, missed) => {
  const { passed, checks } = judgeGate({ ...FAIR, ...change });
  expect(passed).toBe(false);
  expect(checks.filter((check) => !check.passed).map(({ id }) => id)).toContain(missed);
});

test("what misses is said", () => {
  const text = gateText([judgeGate(FAIR), judgeGate({ ...FAIR, panel: { k: 100, n: 200 } })]);
  expect(text).toContain(
    "| action-recognition | right from gold crops | 85 % | 170 | 200 | 79.4 % - 89.3 % | at least 80 % | met |",
  );
  expect(text).toContain(
    "| action-recognition | asked where, then made to zoom there | 50 % | 100 | 200 | 43.1 % - 56.9 % |  |  |",
  );
  expect(text).toContain("action-recognition: passes the gate");
  expect(text).toContain("MISSES the gate (right from gold crops): nothing is claimed");
});
