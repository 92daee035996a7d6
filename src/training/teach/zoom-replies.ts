/** Replies that zoom: all calls in one where the dialect runs all calls of a reply, else a call a reply. */
import { callsTogether, targetPlaces } from "../../episodes/index.ts";
import { dialectNamed } from "../../episodes/state.ts";
import type { Box } from "../../geometry/index.ts";
import type { Question } from "../../records/index.ts";
import type { TaughtReply } from "./converse.ts";
import type { Asking } from "./lesson.ts";

/** @throws RangeError for an unknown dialect */
export const zoomReplies = (boxes: readonly Box[], dialect: string, weight: number): readonly TaughtReply[] =>
  callsTogether(boxes, dialectNamed(dialect).policy).map((together) => ({
    action: { do: "zoom", calls: together.map((box) => ({ box })) },
    weight,
  }));

/**
 * The same, each behind a thought that says what it looks for: `the panel with the red box; the panel with the blue box`.
 *
 * @param boxes one for each target of the question, in its order
 * @returns none where a target cannot be named
 * @throws RangeError for an unknown dialect
 */
export function aimedReplies(
  boxes: readonly Box[],
  question: Question,
  dialect: string,
  weight: number,
): readonly TaughtReply[] {
  const names = targetPlaces(question).map(({ name }) => name);
  if (names.length !== boxes.length) return [];
  let named = 0;
  return callsTogether(boxes, dialectNamed(dialect).policy).map((together) => {
    const thinking = names.slice(named, named + together.length).join("; ");
    named += together.length;
    return { action: { do: "zoom", calls: together.map((box) => ({ box })) }, weight, thinking };
  });
}

/** An episode can zoom to every target of the question and still answer. */
export const zoomable = ({ targets: { zoom } }: Question, { maxTurns, dialect }: Asking): boolean =>
  zoom.length > 0 &&
  (maxTurns === undefined || callsTogether(zoom, dialectNamed(dialect).policy).length < maxTurns);
