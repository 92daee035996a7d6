/** Answering from the panels of the evidence; with choices in several orders, so that it is not the letter that is learnt. */
import type { Question } from "../../../records/index.ts";
import type { ConversationRecord } from "../../methods/conversation-file.ts";
import { converse, reshuffled, thinkingGold } from "../converse.ts";
import type { Lesson, LessonContext } from "../lesson.ts";

const ORDERS = 2;

/** With the choices in another order. */
export function answeredFromPanels(
  called: string,
  question: Question,
  context: LessonContext,
): ConversationRecord {
  const asked = reshuffled(question, context.random);
  return converse(called, asked, "panel", [thinkingGold(asked, context)], context);
}

export const panelAnswer: Lesson<"panel-answer"> = {
  id: "panel-answer",
  summary: "answer from the right panels, after saying what is seen",
  tellsTargets: false,
  make: (question, context) => {
    if (question.targets.panels.length === 0) return [];
    const orders = question.gold.type === "choice" ? ORDERS : 1;
    return Array.from({ length: orders }, (_, place) =>
      answeredFromPanels(`panel-answer/${place}`, question, context),
    );
  },
};
