/** Answering from the page alone: where no tool is offered, and where one is but is not called. */
import { answeringGold, converse, reshuffled } from "../converse.ts";
import type { Lesson } from "../lesson.ts";

const MODES = ["page", "zoom"] as const;

export const pageAnswer: Lesson<"page-answer"> = {
  id: "page-answer",
  summary: "answer from the page, without a zoom",
  tellsTargets: false,
  make: (question, context) =>
    MODES.map((mode) => {
      const asked = reshuffled(question, context.random);
      return converse(`page-answer/${mode}`, asked, mode, [answeringGold(asked)], context);
    }),
};
