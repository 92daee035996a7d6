/**
 * Saying where one has to look for a question, in its own words: rewards bring calls to where a model knows that the answer is, and
 * what it tells of boxes by their colour does not come to mind when it calls (docs/LOG.md).
 */
import { askedInstead } from "../../../episodes/index.ts";
import { questionText } from "../../../grading/index.ts";
import { answeringGold, converse } from "../converse.ts";
import type { Lesson } from "../lesson.ts";
import { inFrame } from "../taught-boxes.ts";

const ASK = "Where does one have to look?";

export const locateAsked: Lesson<"locate-asked"> = {
  id: "locate-asked",
  summary: "say where one has to look for the question",
  tellsTargets: true,
  make: (question, context) => {
    const { zoom } = question.targets;
    if (zoom.length === 0) return [];
    const boxes = zoom.map((target) => `[${inFrame(target, question, context).join(", ")}]`);
    const asked = askedInstead(question, `${questionText(question)} ${ASK}`, boxes.join(", "));
    return [converse("locate-asked", asked, "zoom", [answeringGold(asked)], context)];
  },
};
