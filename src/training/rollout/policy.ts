/**
 * Rollouts drawn from a model that is being trained. Rows keep their keys and values over turns: behind a zoom a row
 * gets the tokens and the crop that the chat template puts there, and goes on. Prompts are computed once a group.
 *
 * The same parameters, questions, options and number of threads give the same rollouts; a rollout's draws hang on the
 * seed and its episode's id, not on what is beside it.
 */
import {
  type Addition,
  type GenerateOptions,
  type Generator,
  type GeneratorOptions,
  type Model,
  modelGenerator,
  type Picture,
  type Row,
  SamplingSchema,
  textStream,
} from "../../engine/index.ts";
import type { Rasters } from "../../episodes/index.ts";
import { repliesIn } from "../../episodes/state.ts";
import { checkInput } from "../../json.ts";
import type { Question } from "../../records/index.ts";
import { saidBy } from "./given-reply.ts";
import type { LiveRollout, Utterance } from "./live-rollout.ts";
import type { Rollout, RolloutOptions } from "./rollout.ts";
import { runRollouts, type Writer } from "./run-rollouts.ts";
import { openSights, type Sight } from "./sight.ts";

export interface PolicyOptions extends Omit<GeneratorOptions, "store" | "adapters"> {
  /** Bytes kept of pictures that were seen, besides those in use. Default 256 MiB. */
  readonly maxPictureBytes?: number | undefined;
}

export interface Policy {
  /**
   * A group of rollouts for each question, in order, by the parameters as they are now. One call at a time.
   *
   * @throws InputError where a page is damaged, a prompt exceeds the context, or the chat template rewrites earlier
   * turns; RangeError for options that contradict each other
   */
  rollOut(
    questions: readonly Question[],
    options: RolloutOptions,
    pictures: Rasters,
    signal?: AbortSignal,
  ): Promise<readonly (readonly Rollout[])[]>;
  close(): Promise<void>;
}

/** Crops come in many sizes, each with a small program of its own. */
const MAX_SESSIONS = 64;

/** Holds sessions and pictures from one set of rollouts to the next. */
export function openPolicy(model: Model, options: PolicyOptions = {}): Policy {
  const { maxPictureBytes = 256 * 2 ** 20, ...generatorOptions } = options;
  const generator = modelGenerator(model, { maxSessions: MAX_SESSIONS, ...generatorOptions });
  const sights = new WeakMap<Rasters, () => Sight>();
  const sightOn = (pictures: Rasters): Sight => {
    const open = sights.get(pictures) ?? openSights(model.architecture.pictures, pictures, maxPictureBytes);
    sights.set(pictures, open);
    return open();
  };
  return {
    rollOut: async (questions, wanted, pictures, signal) => {
      const writer = samplingWriter(
        generator,
        generateOptions(model, wanted, signal),
        givenBy(model, wanted),
      );
      try {
        return await runRollouts(model, questions, wanted, sightOn(pictures), writer);
      } finally {
        writer.free();
      }
    },
    close: () => generator.close(),
  };
}

function generateOptions(
  model: Model,
  wanted: RolloutOptions,
  signal: AbortSignal | undefined,
): GenerateOptions {
  const { maxTokens, ...drawn } = wanted.sampling;
  return {
    sampling: checkInput(SamplingSchema, drawn, "rollouts", "sampling"),
    limits: { stopTokens: new Set(model.generation.eos), stopStrings: [], maxTokens },
    forbidden: new Set(model.architecture.pictures.reserved),
    stream: () => textStream(model.tokenizer),
    seed: wanted.seed,
    signal,
  };
}

/** The reply that a rollout is made to give next, where there is one. */
type Given = (rollout: LiveRollout) => Utterance | undefined;

function givenBy(model: Model, { given }: Pick<RolloutOptions, "given">): Given {
  if (given === undefined) return () => undefined;
  const say = saidBy(model);
  return (rollout) => {
    const { question, state } = rollout;
    const text = given(question, state.plan.sample, repliesIn(state));
    return text === undefined ? undefined : say(text, rollout);
  };
}

interface SamplingWriter extends Writer {
  /** Forgets all rows. */
  free(): void;
}

/** Replies drawn by the generator, a row for each rollout. */
function samplingWriter(
  generator: Generator<Picture>,
  options: GenerateOptions,
  given: Given,
): SamplingWriter {
  const rows = new Map<LiveRollout, Row>();
  const rowOf = (rollout: LiveRollout): Row => {
    const row = rows.get(rollout);
    if (row === undefined) throw new RangeError(`rollout ${rollout.name}: expected one that was begun`);
    return row;
  };
  const draw = async (rollouts: readonly LiveRollout[]): Promise<readonly Utterance[]> => {
    const drawn = await generator.generate(rollouts.map(rowOf), options);
    return drawn.map(({ tokens, logProbs, samplingLogProbs, text, finish }) => {
      const own = options.sampling.temperature === 1 ? logProbs : samplingLogProbs;
      return { tokens, logProbs: own, text, finish: finish.reason };
    });
  };
  return {
    begin: async (rollouts) => {
      const groups = [...Map.groupBy(rollouts, promptKey)];
      const opened = await generator.open(groups.map(promptOf), options.signal);
      for (const [at, [, alike]] of groups.entries())
        for (const [copy, rollout] of alike.entries()) {
          const row = opened[at]?.[copy];
          if (row !== undefined) rows.set(rollout, row);
        }
    },
    write: async (rollouts) => {
      const replies = new Map(rollouts.map((rollout) => [rollout, given(rollout)]));
      const drawing = rollouts.filter((rollout) => replies.get(rollout) === undefined);
      for (const [at, reply] of (await draw(drawing)).entries()) {
        const rollout = drawing[at];
        if (rollout !== undefined) replies.set(rollout, reply);
      }
      return [...replies.values()].filter((reply) => reply !== undefined);
    },
    give: (answers) =>
      generator.extend(
        answers.map(({ rollout, passage: { tokens, images } }): Addition<Picture> => {
          const row = rowOf(rollout);
          // A reply that was given is not in the row yet.
          return { row, tokens: [...rollout.tokens.slice(row.tokens.length), ...tokens], images };
        }),
      ),
    free: () => {
      generator.free([...rows.values()]);
      rows.clear();
    },
  };
}

/** Equal for equal prompts, which are computed once. */
const promptKey = ({ tokens, imageHashes }: LiveRollout): string => JSON.stringify([tokens, imageHashes]);

const promptOf = ([name, alike]: readonly [string, readonly LiveRollout[]]) => ({
  name,
  tokens: alike[0]?.tokens ?? [],
  images: alike[0]?.images ?? [],
  copies: alike.map((rollout) => rollout.name),
});
