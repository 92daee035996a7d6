/** Rollouts of many questions turn by turn together, whoever writes the replies. */
import type { Model } from "../../engine/index.ts";
import { beginEpisode, type EpisodeOptions, type EpisodeState, prepare } from "../../episodes/index.ts";
import { dialectNamed } from "../../episodes/state.ts";
import { textCleaner } from "../../providers/local-prompt.ts";
import { localTraits } from "../../providers/local-traits.ts";
import type { Question } from "../../records/index.ts";
import {
  cutOff,
  endedRollout,
  give,
  hear,
  isLive,
  type LiveRollout,
  startRollout,
  type Utterance,
} from "./live-rollout.ts";
import { checkTemplate, type Passage, readOpening, readResponse } from "./passage.ts";
import type { Rollout, RolloutOptions } from "./rollout.ts";
import type { Sight } from "./sight.ts";

/** Who writes the replies. */
export interface Writer {
  /** Takes rollouts in, before their first replies. */
  begin(rollouts: readonly LiveRollout[]): Promise<void>;
  /** The next reply of each, in order. */
  write(rollouts: readonly LiveRollout[]): Promise<readonly Utterance[]>;
  /** Takes what answers the last replies. */
  give(answers: readonly { readonly rollout: LiveRollout; readonly passage: Passage }[]): void;
}

export type RolloutModel = Pick<Model, "architecture" | "tokenizer" | "template" | "generation">;

type Clean = (text: string) => string;

/** A group of rollouts for each question, in order. @throws InputError, RangeError as `Policy.rollOut` */
export async function runRollouts(
  model: RolloutModel,
  questions: readonly Question[],
  options: RolloutOptions,
  sight: Sight,
  writer: Writer,
): Promise<readonly (readonly Rollout[])[]> {
  checkDialect(model, options);
  const clean = textCleaner(model);
  const groups = await Promise.all(
    plannedGroups(model, questions, options).map((group) => startGroup(model, group, sight, clean)),
  );
  const all = groups.flat();
  await writer.begin(all);
  for (let live = all; live.length > 0; live = live.filter(isLive)) {
    const replies = await writer.write(live);
    for (const [at, rollout] of live.entries()) {
      const reply = replies[at];
      if (reply === undefined) throw new RangeError(`rollout ${rollout.name}: expected a reply, got none`);
      hear(rollout, reply);
    }
    await answerAll(model, live.filter(isLive), sight, clean, writer);
  }
  return groups.map((group) => group.map(endedRollout));
}

function checkDialect(model: RolloutModel, { dialect: id, mode }: RolloutOptions): void {
  const dialect = dialectNamed(id);
  if (dialect.calls === "native")
    throw new RangeError(`rollouts: expected a dialect whose calls are text, got ${id}`);
  if (mode !== "zoom") return;
  const { text } = dialect.write({ do: "zoom", calls: [{ box: [0, 0, 28, 28] }] }, "Where is it?");
  checkTemplate(model, text);
}

interface PlannedGroup {
  readonly question: Question;
  readonly states: readonly EpisodeState[];
}

/** A question that comes again goes on counting its samples, so that its groups differ. */
function plannedGroups(
  model: RolloutModel,
  questions: readonly Question[],
  options: RolloutOptions,
): readonly PlannedGroup[] {
  const provider = { id: "local", model: options.name ?? "policy", traits: localTraits(model) };
  const seen = new Map<string, number>();
  return questions.map((question) => {
    const first = seen.get(question.id) ?? 0;
    seen.set(question.id, first + options.copies);
    const states = Array.from({ length: options.copies }, (_, copy) =>
      beginEpisode(provider, question, episodeOptions(options, first + copy)),
    );
    return { question, states };
  });
}

function episodeOptions(options: RolloutOptions, sample: number): EpisodeOptions {
  const { temperature, topP, maxTokens } = options.sampling;
  return {
    ...options,
    sample,
    encoding: "png",
    seed: String(options.seed),
    sampling: { temperature, ...(topP === undefined ? {} : { topP }), maxTokens },
  };
}

/** All rollouts of a group have the same opening, which is read once. */
async function startGroup(
  model: RolloutModel,
  { question, states }: PlannedGroup,
  sight: Sight,
  clean: Clean,
): Promise<readonly LiveRollout[]> {
  const [first] = states;
  if (first === undefined) return [];
  const { state, request } = await prepare(first, sight.pictures);
  const opening = readOpening(model, request, sight, clean);
  return states.map((each) => startRollout(question, { ...each, hashes: state.hashes }, opening));
}

/** Shows each rollout what answers its reply. */
async function answerAll(
  model: RolloutModel,
  live: readonly LiveRollout[],
  sight: Sight,
  clean: Clean,
  writer: Writer,
): Promise<void> {
  const prepared = await Promise.all(live.map(({ state }) => prepare(state, sight.pictures)));
  const answers = prepared.flatMap(({ state, request }, at) => {
    const rollout = live[at];
    if (rollout === undefined) return [];
    const response = readResponse(model, rollout, request, sight, clean);
    const passage = withoutEnd(model, rollout, response);
    if (rollout.tokens.length + passage.tokens.length >= model.architecture.maxPositions) {
      cutOff(rollout);
      return [];
    }
    rollout.state = state;
    return [{ rollout, passage }];
  });
  writer.give(answers);
  for (const { rollout, passage } of answers) give(rollout, passage);
}

/** The end of the turn is the policy's own where it wrote it, and given where its reply was cut off. */
function withoutEnd({ tokenizer }: RolloutModel, { tokens }: LiveRollout, passage: Passage): Passage {
  const end = tokenizer.endOfTurn === undefined ? undefined : tokenizer.id(tokenizer.endOfTurn);
  const isWritten = end !== undefined && tokens.at(-1) === end && passage.tokens[0] === end;
  return isWritten ? { ...passage, tokens: passage.tokens.slice(1) } : passage;
}
