/** Answering from the panels of the evidence; with choices in several orders, so that it is not the letter that is learnt. */
import { answeringGold, converse, reshuffled } from "../converse.ts";
import type { Lesson } from "../lesson.ts";

const ORDERS = 3;

/** One token of the four of such an answer is the letter; the others are always the same and soon teach nothing. */
const LETTER_WEIGHT = 4;

export const panelAnswer: Lesson<"panel-answer"> = {
  id: "panel-answer",
  summary: "answer from the right panels",
  tellsTargets: false,
  make: (question, context) => {
    if (question.targets.panels.length === 0) return [];
    const isChoice = question.gold.type === "choice";
    const [orders, weight] = isChoice ? [ORDERS, LETTER_WEIGHT] : [1, 1];
    return Array.from({ length: orders }, (_, place) => {
      const asked = reshuffled(question, context.random);
      return converse(`panel-answer/${place}`, asked, "panel", [answeringGold(asked, weight)], context);
    });
  },
};
