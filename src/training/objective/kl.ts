/**
 * Estimators of KL(policy ‖ reference) from the log-probabilities of one sampled token, nats.
 *
 * Source: Schulman, "Approximating KL divergence" (2020, http://joschu.net/blog/kl-approx.html); with
 * d = log reference − log policy: k1 = −d, k2 = d² / 2, k3 = eᵈ − d − 1. k3 is GRPO's (arXiv 2402.03300, Eq. 4).
 * Limits as in verl's `kl_penalty_forward`
 * (https://github.com/volcengine/verl/blob/b178a3cd56f58b2d502255daba591e92833930a7/verl/trainer/ppo/core_algos.py#L1867):
 * for k3, d is limited to ±20 and the estimate to ±10, and no gradient flows where a limit holds. TRL has no limits.
 *
 * Deviations: none in values or gradients. verl's straight-through forms (`k1+`, `k3+`) are not offered.
 */
import { clip, exp, sub, type Tensor } from "../../engine/onnx/index.ts";

/** Largest |log reference − log policy| that enters k3. */
const LARGEST_DIFFERENCE = 20;
/** Largest k3: reached where the reference finds a token 13.5 times as likely as the policy. */
const LARGEST_K3 = 10;

export type KlEstimator = (logProb: number, reference: number) => number;

export const KL_ESTIMATORS = {
  /** Unbiased; may be negative, and varies much. */
  k1: (logProb, reference) => logProb - reference,
  /** Biased; 0 or more. */
  k2: (logProb, reference) => (logProb - reference) ** 2 / 2,
  /** Unbiased below its limits; 0 or more. */
  k3: (logProb, reference) => {
    const difference = limited(reference - logProb, LARGEST_DIFFERENCE);
    // expm1 keeps the digits that eᵈ − 1 loses where d is small.
    return limited(Math.max(0, Math.expm1(difference) - difference), LARGEST_K3);
  },
} as const satisfies Record<string, KlEstimator>;

const limited = (value: number, most: number): number => Math.min(most, Math.max(-most, value));

/** k3 as graph, elementwise; the gradient reaches both operands. */
export function k3(logProbs: Tensor, reference: Tensor): Tensor {
  const difference = clip(sub(reference, logProbs), -LARGEST_DIFFERENCE, LARGEST_DIFFERENCE);
  return clip(sub(sub(exp(difference), difference), 1), -LARGEST_K3, LARGEST_K3);
}
