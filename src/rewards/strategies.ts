/**
 * The strategies by name. `paper`, `single-phase` and `conditional` are (3), (1) and (2) of the paper's Fig. 7.
 *
 * The paper gives no weights: Eq. 1 and 2 are plain sums, so all of its weights are 1. Its warm start of 16 steps uses
 * "only basic tool usage rewards", read as format and tool count. `deepeyes` is what DeepEyes' code pays in its released
 * form; an earlier one paid 0.4 for any zoom in place of 1.2 for one behind a right answer (commit 04dbb92).
 */
import { type PaymentRule, type Strategy, StrategySchema, type StrategyText } from "./strategy.ts";
import type { TermId } from "./terms.ts";

/** Steps of the paper's first phase (its Appendix F.2). */
const WARM_STEPS = 16;

const pay = (term: TermId, rule: PaymentRule = "always", weight = 1) => ({ term, weight, pay: rule });

const warmStart = { name: "warm-start", from: 0, pays: [pay("format"), pay("tool-count")] };

/** Eq. 1 and 2 with a payment rule for the tool's reward and a measure of where it looked. */
const fullReward = (from: number, rule: PaymentRule, place: "tool-iou" | "likelihood") => ({
  name: "full",
  from,
  pays: [pay("format"), pay("accuracy"), pay("tool-count", rule), pay(place, rule)],
});

const onePhase = (...pays: ReturnType<typeof pay>[]) => [{ name: "full", from: 0, pays }];

const texts = [
  {
    id: "paper",
    summary: "Eq. 1-3 to the letter behind a warm start of 16 steps on format and tool count",
    tool: "offered",
    phases: [warmStart, fullReward(WARM_STEPS, "doubled-if-right", "tool-iou")],
  },
  {
    id: "hardened",
    summary: "as paper, each target pays once, the form is strict, and no hack pays in the warm start either",
    tool: "offered",
    right: "brief-accuracy",
    phases: [
      {
        name: "warm-start",
        from: 0,
        pays: [pay("strict-format"), pay("tool-count"), pay("matched-iou")],
      },
      {
        name: "full",
        from: WARM_STEPS,
        pays: [
          pay("strict-format"),
          pay("brief-accuracy"),
          pay("tool-count", "doubled-if-right"),
          pay("matched-iou", "doubled-if-right"),
        ],
      },
    ],
  },
  {
    id: "single-phase",
    summary: "the full reward of paper from the first step",
    tool: "offered",
    phases: [fullReward(0, "doubled-if-right", "tool-iou")],
  },
  {
    id: "conditional",
    summary: "as paper, the tool's reward only for right answers",
    tool: "offered",
    phases: [warmStart, fullReward(WARM_STEPS, "if-right", "tool-iou")],
  },
  {
    id: "deepeyes",
    summary: "0.8 accuracy + 0.2 format (-1 or 0) + 1.2 for a right answer with a zoom",
    tool: "offered",
    right: "brief-accuracy",
    phases: onePhase(
      pay("brief-accuracy", "always", 0.8),
      pay("deepeyes-format", "always", 0.2),
      pay("tool-used", "if-right", 1.2),
    ),
  },
  {
    id: "random-accuracy",
    summary: "format and a coin: the paper's control",
    tool: "withheld",
    phases: onePhase(pay("format"), pay("random-accuracy")),
  },
  {
    id: "no-tool",
    summary: "format and accuracy from the page: plain RL",
    tool: "withheld",
    phases: onePhase(pay("format"), pay("accuracy")),
  },
  {
    id: "accuracy-only",
    summary: "accuracy alone, the tool on offer",
    tool: "offered",
    phases: onePhase(pay("accuracy")),
  },
  {
    id: "likelihood",
    summary: "as paper with p(gold | crops) - p(gold | page) in place of IoU: no boxes",
    tool: "offered",
    phases: [warmStart, fullReward(WARM_STEPS, "doubled-if-right", "likelihood")],
  },
] as const satisfies readonly StrategyText[];

export type StrategyId = (typeof texts)[number]["id"];
export const STRATEGY_IDS: readonly StrategyId[] = texts.map(({ id }) => id);

export const strategies: readonly Strategy[] = texts.map((text) => StrategySchema.parse(text));

const byId: ReadonlyMap<string, Strategy> = new Map(strategies.map((strategy) => [strategy.id, strategy]));

/** A strategy by name, for flags and recipes; undefined for an unknown one. */
export function findStrategy(id: string): Strategy | undefined {
  return byId.get(id);
}
