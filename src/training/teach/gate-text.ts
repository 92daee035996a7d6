/** The gate's findings as Markdown, for the terminal and the model card. */
import type { GateCheck, TaskGate } from "./gate.ts";
import { percent } from "./gate.ts";

const TITLES: Readonly<Record<GateCheck["id"], string>> = {
  panel: "right from gold crops",
  page: "right from the page",
  calling: "sampled episodes that call",
  iou: "mean IoU of sampled calls",
};

/** A row a check, with k, n, interval and what was wanted; then what that means, task by task. */
export function gateText(gates: readonly TaskGate[]): string {
  const rows = gates.flatMap((gate) => [
    ...gate.checks.map((check) => rowOf(gate.task, check)),
    locatedRow(gate),
  ]);
  const header = ["| task | measure | value | k | n | 95 % interval | wanted | |", `|${" --- |".repeat(8)}`];
  return [...header, ...rows, "", ...gates.map(verdictOf)].join("\n");
}

function rowOf(task: string, { id, value, k, n, interval, wanted, passed }: GateCheck): string {
  const write = id === "iou" ? (share: number) => share.toFixed(3) : percent;
  const range = `${write(interval.low)} - ${write(interval.high)}`;
  const cells = [task, TITLES[id], write(value), k === undefined ? "" : `${k}`, `${n}`, range, wanted];
  return `| ${[...cells, passed ? "met" : "missed"].join(" | ")} |`;
}

function locatedRow({ task, located: { k, n, interval } }: TaskGate): string {
  const range = `${percent(interval.low)} - ${percent(interval.high)}`;
  const cells = [
    task,
    "asked where, then made to zoom there",
    percent(n === 0 ? 0 : k / n),
    k,
    n,
    range,
    "",
    "",
  ];
  return `| ${cells.join(" | ")} |`;
}

function verdictOf({ task, passed, checks, chance }: TaskGate): string {
  const missed = checks.filter((check) => !check.passed).map(({ id }) => TITLES[id]);
  const found = passed
    ? "passes the gate"
    : `MISSES the gate (${missed.join(", ")}): nothing is claimed for it`;
  return `- ${task}: ${found}; chance is ${percent(chance)}.`;
}
