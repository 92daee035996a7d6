/**
 * What a model can be got to do without rewards: it is asked where the targets are, as the lesson `locate` does, and is then
 * made to zoom there. What rewards add to this they have taught; the rest they have only drawn out.
 */
import { askedInstead, callsTold, type Rasters, targetAsks } from "../../episodes/index.ts";
import type { Question } from "../../records/index.ts";
import type { Policy } from "../rollout/policy.ts";
import type { Rollout, RolloutOptions } from "../rollout/rollout.ts";

export type LocatedOptions = Omit<RolloutOptions, "mode" | "given" | "copies">;

/** Zoom episodes, one a question, whose calls are the boxes that the model told when asked; none where it told none. */
export async function locatedRollouts(
  policy: Policy,
  questions: readonly Question[],
  options: LocatedOptions,
  pictures: Rasters,
  signal?: AbortSignal,
): Promise<readonly Rollout[]> {
  const asked = questions.flatMap((question, place) =>
    targetAsks(question).map((ask) => ({ place, question: askedInstead(question, ask, "") })),
  );
  const zoom = { ...options, mode: "zoom", copies: 1 } as const;
  const told = (
    await policy.rollOut(
      asked.map(({ question }) => question),
      zoom,
      pictures,
      signal,
    )
  ).flat();
  const calls = new Map(
    questions.map((question, place) => {
      const answers = asked.flatMap((each, at) => (each.place === place ? [told[at]?.state.answer] : []));
      return [question, callsTold(answers, options.dialect)] as const;
    }),
  );
  const given = (question: Question, _: number, turn: number): string | undefined =>
    calls.get(question)?.[turn]?.text;
  return (await policy.rollOut(questions, { ...zoom, given }, pictures, signal)).flat();
}
