export { fullReward, phaseAt, type Reward, rewardOf, termsOf } from "./reward.ts";
export { findStrategy, STRATEGY_IDS, type StrategyId, strategies } from "./strategies.ts";
export {
  PAYMENT_RULES,
  type Payment,
  type PaymentRule,
  PaymentSchema,
  type Phase,
  PhaseSchema,
  type Strategy,
  StrategySchema,
  type StrategyText,
} from "./strategy.ts";
export type { RewardCase, RewardInputs, RewardTerm } from "./term.ts";
export { rewardTerms, TERM_IDS, type TermId, termOf } from "./terms.ts";
export { zoomsOf } from "./zooms.ts";
