/** Boxes of a question's targets as a model writes them, exact or wrong on purpose. */
import { asWritten, type Box, frameExtent } from "../../geometry/index.ts";
import type { Question } from "../../records/index.ts";
import { planFor } from "./converse.ts";
import { type Jitter, jittered, LOOSE, randomBox } from "./jitter.ts";
import type { LessonContext } from "./lesson.ts";

/** A box of the page in whole units of the frame in which the model speaks. */
export function inFrame(box: Box, question: Question, context: LessonContext): Box {
  const { frame } = planFor(question, "zoom", context);
  return asWritten(box, frame, question.page);
}

/** The target as a call of the kind that is taught asks for it. */
export function taughtBox(target: Box, question: Question, context: LessonContext): Box {
  const { boxes, random } = context;
  switch (boxes) {
    case "exact":
      return inFrame(target, question, context);
    case "random":
      return randomBox(extentOf(question, context), random);
    case "jittered":
      return jitteredTarget(target, question, context, LOOSE);
  }
}

export const jitteredTarget = (
  target: Box,
  question: Question,
  context: LessonContext,
  jitter: Jitter,
): Box => jittered(inFrame(target, question, context), extentOf(question, context), context.random, jitter);

const extentOf = (question: Question, context: LessonContext) =>
  frameExtent(planFor(question, "zoom", context).frame, question.page);
