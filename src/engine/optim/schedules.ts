/**
 * Learning rates over a run, equal to `get_constant_schedule_with_warmup`, `get_linear_schedule_with_warmup` and
 * `get_cosine_schedule_with_warmup` of transformers (optimization.py).
 *
 * Step 0 is the first update; with a warm-up its rate is 0, as there.
 */

/** The learning rate of an update, by the number of updates done before it. */
export type Schedule = (step: number) => number;

export interface WarmUp {
  /** Highest rate, reached when the warm-up ends. */
  readonly rate: number;
  /** Updates over which the rate rises from 0. Default 0. */
  readonly warmup?: number | undefined;
}

export interface Decay extends WarmUp {
  /** Updates of the whole run, warm-up included. */
  readonly steps: number;
}

export interface CosineDecay extends Decay {
  /** Waves of the cosine after the warm-up. Default 0.5: from the top down to 0. */
  readonly cycles?: number | undefined;
}

export function constant({ rate, warmup = 0 }: WarmUp): Schedule {
  return (step) => (step < warmup ? rate * (step / Math.max(1, warmup)) : rate);
}

export function linear({ rate, warmup = 0, steps }: Decay): Schedule {
  const rising = constant({ rate, warmup });
  return (step) => {
    if (step < warmup) return rising(step);
    return rate * Math.max(0, (steps - step) / Math.max(1, steps - warmup));
  };
}

export function cosine({ rate, warmup = 0, steps, cycles = 0.5 }: CosineDecay): Schedule {
  const rising = constant({ rate, warmup });
  return (step) => {
    if (step < warmup) return rising(step);
    const progress = (step - warmup) / Math.max(1, steps - warmup);
    return rate * Math.max(0, 0.5 * (1 + Math.cos(Math.PI * cycles * 2 * progress)));
  };
}
