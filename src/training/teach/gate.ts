/**
 * The gate: what a taught model has to show on held-out pages before rewards are claimed to have taught it to zoom. From the
 * right panels it must know the answer, from the page it must not, and it must call the tool sometimes and badly.
 */
import type { TaskId } from "../../records/index.ts";
import { type Interval, wilson } from "../../statistics/index.ts";

export const GATE_LIMITS = {
  /** Least accuracy from the right panels. */
  panel: 0.8,
  /** Most accuracy from the page above chance. */
  pageAboveChance: 0.1,
  /** Share of sampled episodes that call the tool. */
  calling: { least: 0.3, most: 0.6 },
  /** Most mean IoU of sampled calls. */
  iou: 0.3,
} as const;

/** How many of how many. */
export interface Count {
  readonly k: number;
  readonly n: number;
}

/** What was measured of one task. */
export interface GateFigures {
  readonly task: TaskId;
  /** Accuracy without looking, 0-1. */
  readonly chance: number;
  /** Right answers from the panels of the evidence, greedy. */
  readonly panel: Count;
  /** Right answers from the page alone, greedy. */
  readonly page: Count;
  /** Sampled zoom episodes with a call that was run. */
  readonly calling: Count;
  /** Right answers, greedy, where the model's calls are the boxes that it told when asked for them. */
  readonly located: Count;
  /** Of the calls in the sampled episodes; absent where there was none. */
  readonly iou?: { readonly calls: number; readonly mean: number; readonly interval: Interval } | undefined;
}

export interface GateCheck {
  readonly id: "panel" | "page" | "calling" | "iou";
  readonly passed: boolean;
  /** 0-1 */
  readonly value: number;
  /** Right answers, or episodes that call; absent for a mean. */
  readonly k?: number;
  /** Questions, episodes or calls. */
  readonly n: number;
  /** 95 %: Wilson's for shares, a bootstrap over pages for the mean. */
  readonly interval: Interval;
  /** What was asked for, in words. */
  readonly wanted: string;
}

export interface TaskGate {
  readonly task: TaskId;
  readonly passed: boolean;
  readonly chance: number;
  readonly checks: readonly GateCheck[];
  /** See {@link GateFigures.located}: no check, but what gains by rewards are held against. */
  readonly located: GateShare;
}

/** A share with its uncertainty. */
export interface GateShare extends Count {
  /** 95 %, Wilson's. */
  readonly interval: Interval;
}

/** A task passes where every check does. Points decide, not ends of intervals: those say how sure that is. */
export function judgeGate(figures: GateFigures): TaskGate {
  const { task, chance, panel, page, calling, iou, located } = figures;
  const most = chance + GATE_LIMITS.pageAboveChance;
  const { least, most: mostCalling } = GATE_LIMITS.calling;
  const checks: readonly GateCheck[] = [
    shareCheck("panel", panel, GATE_LIMITS.panel, 1, `at least ${percent(GATE_LIMITS.panel)}`),
    shareCheck("page", page, 0, most, `at most ${percent(most)}`),
    shareCheck("calling", calling, least, mostCalling, `${percent(least)} to ${percent(mostCalling)}`),
    {
      id: "iou",
      passed: iou !== undefined && iou.mean <= GATE_LIMITS.iou,
      value: iou?.mean ?? 0,
      n: iou?.calls ?? 0,
      interval: iou?.interval ?? { low: 0, high: 1 },
      wanted: `calls, with a mean of at most ${GATE_LIMITS.iou}`,
    },
  ];
  const share = { ...located, interval: wilson(located.k, located.n) };
  return { task, chance, checks, passed: checks.every(({ passed }) => passed), located: share };
}

/** Differences that only come from how shares are stored. */
const ROUNDING = 1e-9;

function shareCheck(
  id: GateCheck["id"],
  { k, n }: Count,
  least: number,
  most: number,
  wanted: string,
): GateCheck {
  const value = n === 0 ? 0 : k / n;
  const passed = n > 0 && value >= least - ROUNDING && value <= most + ROUNDING;
  return { id, passed, value, k, n, interval: wilson(k, n), wanted };
}

export const percent = (share: number): string => `${Number((100 * share).toFixed(1))} %`;
