/** Forward only: what a model thinks of given tokens. */
import type { Rounding } from "../families/family.ts";
import { graphWeights } from "../nn/weights.ts";
import { buildProgram, createSessionCache } from "../onnx/index.ts";
import type { SessionCacheOptions } from "../onnx/session-cache.ts";
import { feedsOf } from "../optim/parameters.ts";
import { type TokenScores, tokenScores } from "./log-probs.ts";
import type { Model } from "./model.ts";
import { cutPadding, feedsFor, type Targets, targetLabels } from "./targets.ts";
import { MAX_SESSIONS } from "./trainer.ts";

export type ScoreName = keyof TokenScores;

export interface ScorerOptions extends SessionCacheOptions, Rounding {
  /** What is wanted; log-probs by default. */
  readonly scores?: readonly ScoreName[] | undefined;
  /** Logits are divided by it before the softmax; 1 by default. */
  readonly temperature?: number | undefined;
}

export interface Scorer {
  /** What is wanted, by name: a number for each predicted position, in their order. @throws RangeError where labels and positions differ */
  score(targets: Targets): Promise<Readonly<Partial<Record<ScoreName, Float32Array>>>>;
  /** Frees the sessions. */
  release(): Promise<void>;
}

/** Scores by the parameters as they are at each call. */
export function createScorer(model: Model, options: ScorerOptions = {}): Scorer {
  const { scores = ["logProbs"], temperature, buckets, sizes, ...session } = options;
  const { architecture, parameters, adapter } = model;
  const cache = createSessionCache({ maxSessions: MAX_SESSIONS, ...session });
  return {
    score: async (targets) => {
      const plan = architecture.plan(targets, { buckets, sizes });
      const build = () =>
        buildProgram("float32", (graph) => {
          const weights = graphWeights(graph, architecture.parameters, adapter);
          const wanted = tokenScores(weights, architecture, plan, temperature);
          return Object.fromEntries(scores.map((name) => [name, wanted[name]()]));
        });
      const outputs = await cache.use(plan.key, build, ({ program, run }) =>
        run(feedsFor(program, plan.feeds(), feedsOf(parameters), { labels: targetLabels(targets, plan) })),
      );
      return cutPadding(outputs, plan, targets);
    },
    release: () => cache.clear(),
  };
}
