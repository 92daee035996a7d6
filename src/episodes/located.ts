/**
 * Mode `located`: the model is asked where the targets are, each by itself, and is then made to zoom there. What a model that learnt
 * to zoom gains over this it has learnt; the rest could be drawn out of it by asking.
 */
import type { ReplyText } from "../dialects/index.ts";
import type { Box } from "../geometry/index.ts";
import type { Provider, Usage } from "../providers/index.ts";
import type { CallPolicy, Question } from "../records/index.ts";
import { beginEpisode } from "./begin.ts";
import { givenReply } from "./given-reply.ts";
import { askedInstead, targetAsks } from "./places.ts";
import { type PlayOptions, playOut } from "./play-out.ts";
import { totalUsage } from "./record.ts";
import { prepare } from "./request.ts";
import { dialectNamed, type EpisodeState } from "./state.ts";
import { step } from "./step.ts";

/**
 * The episode behind its first zooms. Tokens that asking took are counted with the first of them; where asking failed, the
 * episode has failed.
 */
export async function openLocated(
  provider: Provider,
  question: Question,
  options: PlayOptions,
): Promise<EpisodeState> {
  const opened = beginEpisode(provider, question, options);
  const told = await Promise.all(
    targetAsks(question).map((ask) => {
      const asked = beginEpisode(provider, askedInstead(question, ask, ""), { ...options, mode: "zoom" });
      return playOut(provider, asked, options);
    }),
  );
  const failure = told.find(({ outcome }) => outcome?.kind === "error")?.outcome;
  if (failure !== undefined) {
    const { state } = await prepare(opened, options.pictures);
    return { ...state, outcome: failure };
  }
  const calls = callsTold(
    told.map(({ answer }) => answer),
    opened.plan.dialect,
  );
  return withCalls(opened, calls, totalUsage(told.flatMap(({ turns }) => turns)));
}

/** At least one reply is left for the answer. */
function withCalls(opened: EpisodeState, calls: readonly ReplyText[], asking: Usage): EpisodeState {
  const possible = calls.slice(0, opened.plan.settings.maxTurns - 1);
  return possible.reduce((state, written, place) => {
    const reply = givenReply(written);
    return step(state, place === 0 ? { ...reply, usage: asking } : reply);
  }, opened);
}

/** Replies that zoom to the boxes that answers tell; an answer without one adds no call. @throws RangeError for an unknown dialect */
export function callsTold(answers: readonly (string | undefined)[], dialect: string): readonly ReplyText[] {
  const { write, policy } = dialectNamed(dialect);
  const boxes = answers.flatMap((answer = "") => {
    const [x1, y1, x2, y2, ...more] = [...answer.matchAll(/\d+(?:\.\d+)?/g)].map(Number);
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined || more.length > 0)
      return [];
    return [[x1, y1, x2, y2] as const];
  });
  return callsTogether(boxes, policy).map((together) =>
    write({ do: "zoom", calls: together.map((box) => ({ box })) }),
  );
}

/** Which boxes one reply asks for: all where all calls of a reply are run, else one. */
export function callsTogether(boxes: readonly Box[], policy: CallPolicy): readonly (readonly Box[])[] {
  if (boxes.length === 0) return [];
  return policy === "all" ? [boxes] : boxes.map((box) => [box]);
}
