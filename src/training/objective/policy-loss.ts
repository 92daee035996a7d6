/**
 * The loss of policy optimisation: a clipped ratio, dual clip, a KL term and an entropy bonus, as an objective of the
 * engine and, in float64, as a function of numbers. With r = π(token) / π_old(token) and advantage A, a token's loss is
 *
 *     A ≥ 0:  max(−A r, −A clip(r, 1 − clipLow, 1 + clipHigh))
 *     A < 0:  min(−A dualClip, the same)
 *     plus klCoefficient · k3 − entropyCoefficient · entropy
 *
 * and the loss of a batch is Σ weight · token loss, with weights by `aggregation.ts`.
 *
 * Sources: PPO (arXiv 1707.06347), Eq. 7; DeepSeekMath (arXiv 2402.03300), Eq. 3 (KL in the loss, not in the reward);
 * separate clips: DAPO (arXiv 2503.14476), Eq. 10; dual clip: Ye et al. 2020 (arXiv 1912.09729), "Dual-clip PPO"; verl's
 * `compute_policy_loss_vanilla`
 * (https://github.com/volcengine/verl/blob/b178a3cd56f58b2d502255daba591e92833930a7/verl/trainer/ppo/core_algos.py#L1160).
 * Defaults: verl's, but the KL coefficient, which is that of Table 10 of "Zooming into Comics" (arXiv 2511.06490); the
 * paper does not say which estimator, clips or aggregation.
 *
 * Deviations
 * - The papers do not limit the log of the ratio; here it is limited to ±20, as in verl: beyond it the loss is constant
 *   and no gradient flows. TRL has no such limit and no dual clip.
 * - Where a bound is met exactly the gradient is that of the unclipped branch; torch gives each branch half.
 * - Programs compute in float32; `policyLoss` in float64.
 */
import type { Objective, ObjectiveTensors } from "../../engine/model/objective.ts";
import {
  add,
  cast,
  clip,
  compare,
  exp,
  max,
  min,
  mul,
  neg,
  sub,
  sum,
  type Tensor,
  where,
} from "../../engine/onnx/index.ts";
import { KL_ESTIMATORS, k3 } from "./kl.ts";

export interface PolicyLossOptions {
  /** The ratio is clipped below 1 − clipLow, 0-1. */
  readonly clipLow: number;
  /** The ratio is clipped above 1 + clipHigh; 0 or more. */
  readonly clipHigh: number;
  /** Most that a ratio counts for where the advantage is negative; over 1. Infinity: no dual clip. */
  readonly dualClip: number;
  /** What the KL to the reference is multiplied by; 0: no reference is needed. */
  readonly klCoefficient: number;
  /** What the entropy is multiplied by before it is subtracted. */
  readonly entropyCoefficient: number;
}

export const DEFAULT_POLICY_LOSS = {
  clipLow: 0.2,
  clipHigh: 0.2,
  dualClip: 3,
  klCoefficient: 0.04,
  entropyCoefficient: 0,
} as const satisfies PolicyLossOptions;

/** Largest |log ratio| that counts. */
const LARGEST_LOG_RATIO = 20;

/** @throws RangeError for options out of range */
function withDefaults(options: Partial<PolicyLossOptions>): PolicyLossOptions {
  const all: PolicyLossOptions = { ...DEFAULT_POLICY_LOSS, ...options };
  const require = (name: keyof PolicyLossOptions, isFit: boolean, expected: string): void => {
    if (!isFit) throw new RangeError(`policy loss: expected ${name} ${expected}, got ${all[name]}`);
  };
  require("clipLow", all.clipLow >= 0 && all.clipLow <= 1, "from 0 to 1");
  require("clipHigh", all.clipHigh >= 0, "of 0 or more");
  require("dualClip", all.dualClip > 1, "over 1");
  require("klCoefficient", all.klCoefficient >= 0 && Number.isFinite(all.klCoefficient), "of 0 or more");
  require("entropyCoefficient", Number.isFinite(all.entropyCoefficient), "to be finite");
  return all;
}

// --- As graph --------------------------------------------------------------------------------------------------------

export interface PolicyObjectiveOptions extends Partial<PolicyLossOptions> {
  /** Of sampling: logits are divided by it, so that ratios are of the distribution that was drawn from; 1 by default. */
  readonly temperature?: number | undefined;
}

/** What the objective gives beside its loss: a number for each predicted position. */
export type PolicyOutput = "logRatio" | "clipped" | "dualClipped" | "entropy" | "kl";

/**
 * The loss as an objective of the engine. Its inputs, one number a predicted position:
 *
 * - `old`: log-probability under the policy that drew the token;
 * - `advantages`: of the token's response;
 * - `weights`: by `tokenWeights`; 0 where a token does not train (a tool's result, padding);
 * - `reference`: log-probability under the reference, only with a KL coefficient over 0.
 *
 * Its outputs ({@link PolicyOutput}): `logRatio`, before any limit; `clipped` and `dualClipped`, 1 where that bound
 * took the gradient away and 0 elsewhere; `entropy`, nats; and `kl`, k3, where there is a reference.
 * @throws RangeError for options out of range
 */
export function policyObjective({ temperature, ...options }: PolicyObjectiveOptions = {}): Objective {
  const settings = withDefaults(options);
  const { klCoefficient, entropyCoefficient } = settings;
  return {
    inputs: ["old", "advantages", "weights", ...(klCoefficient > 0 ? ["reference"] : [])],
    temperature,
    build: (tensors) => {
      const entropy = tensors.entropy();
      const { surrogate, ...outputs } = clippedSurrogate(tensors, settings);
      const kl = klCoefficient > 0 ? k3(tensors.logProbs(), tensors.value("reference")) : undefined;
      const penalised = kl === undefined ? surrogate : add(surrogate, mul(kl, klCoefficient));
      const losses = entropyCoefficient === 0 ? penalised : sub(penalised, mul(entropy, entropyCoefficient));
      return { loss: sum(mul(losses, tensors.value("weights"))), ...outputs, entropy, ...(kl && { kl }) };
    },
  };
}

/** The loss of tokens [R] without KL and entropy, and where it was clipped. */
function clippedSurrogate(
  { logProbs, value }: Pick<ObjectiveTensors, "logProbs" | "value">,
  { clipLow, clipHigh, dualClip }: PolicyLossOptions,
) {
  const gain = neg(value("advantages"));
  const logRatio = sub(logProbs(), value("old"));
  const ratio = exp(clip(logRatio, -LARGEST_LOG_RATIO, LARGEST_LOG_RATIO));
  const plain = mul(gain, ratio);
  const bounded = mul(gain, clip(ratio, 1 - clipLow, 1 + clipHigh));
  const upper = max(plain, bounded);
  const clipped = flags(compare(bounded, "greater", plain));
  // An infinite bound times an advantage of 0 would not be a number.
  if (dualClip === Number.POSITIVE_INFINITY)
    return { surrogate: upper, logRatio, clipped, dualClipped: mul(clipped, 0) };
  const bound = mul(gain, dualClip);
  const isNegative = compare(gain, "greater", 0);
  const dualClipped = mul(flags(compare(upper, "greater", bound)), flags(isNegative));
  return { surrogate: where(isNegative, min(upper, bound), upper), logRatio, clipped, dualClipped };
}

const flags = (condition: Tensor): Tensor => cast(condition, "float");

// --- As numbers ------------------------------------------------------------------------------------------------------

export interface PolicyToken {
  /** Log-probability under the policy that learns. */
  readonly logProb: number;
  /** Log-probability under the policy that drew it. */
  readonly old: number;
  readonly advantage: number;
  /** By `tokenWeights`; 0 where it does not train. */
  readonly weight: number;
  /** Log-probability under the reference; needed with a KL coefficient over 0. */
  readonly reference?: number | undefined;
  /** Of the policy there, nats; needed with an entropy coefficient other than 0. */
  readonly entropy?: number | undefined;
}

export interface TokenLoss {
  /** Before its weight. */
  readonly loss: number;
  readonly logRatio: number;
  readonly clipped: boolean;
  readonly dualClipped: boolean;
  /** k3; 0 without a KL coefficient. */
  readonly kl: number;
}

export interface PolicyLoss {
  /** Σ weight · loss. */
  readonly loss: number;
  readonly tokens: readonly TokenLoss[];
}

/**
 * What {@link policyObjective} computes, from given log-probabilities.
 * @throws RangeError for options out of range, and for tokens that lack a number that they ask for
 */
export function policyLoss(
  tokens: readonly PolicyToken[],
  options: Partial<PolicyLossOptions> = {},
): PolicyLoss {
  const settings = withDefaults(options);
  const losses = tokens.map((token) => tokenLoss(token, settings));
  const loss = tokens.reduce((total, { weight }, at) => total + weight * (losses[at]?.loss ?? 0), 0);
  return { loss, tokens: losses };
}

function tokenLoss(token: PolicyToken, options: PolicyLossOptions): TokenLoss {
  const { clipLow, clipHigh, dualClip, klCoefficient, entropyCoefficient } = options;
  const { logProb, old, advantage } = token;
  const logRatio = logProb - old;
  const ratio = Math.exp(clamp(logRatio, -LARGEST_LOG_RATIO, LARGEST_LOG_RATIO));
  const plain = -advantage * ratio;
  const bounded = -advantage * clamp(ratio, 1 - clipLow, 1 + clipHigh);
  const upper = Math.max(plain, bounded);
  const dualClipped = advantage < 0 && upper > -advantage * dualClip;
  const kl = klCoefficient > 0 ? KL_ESTIMATORS.k3(logProb, numberOf(token, "reference")) : 0;
  const entropy = entropyCoefficient === 0 ? 0 : numberOf(token, "entropy");
  const surrogate = dualClipped ? -advantage * dualClip : upper;
  const loss = surrogate + klCoefficient * kl - entropyCoefficient * entropy;
  return { loss, logRatio, clipped: bounded > plain, dualClipped, kl };
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function numberOf(token: PolicyToken, name: "reference" | "entropy"): number {
  const value = token[name];
  if (value === undefined) throw new RangeError(`policyLoss: expected each token's ${name}, got none`);
  return value;
}
