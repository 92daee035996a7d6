/** Answering from crops that hold what is needed: the calls are read, not learnt. */
import type { Box } from "../../../geometry/index.ts";
import type { Question } from "../../../records/index.ts";
import { converse, reshuffled, type TaughtReply, thinkingGold } from "../converse.ts";
import { TIGHT } from "../jitter.ts";
import type { Lesson, LessonContext } from "../lesson.ts";
import { jitteredTarget } from "../taught-boxes.ts";
import { aimedReplies, zoomable, zoomReplies } from "../zoom-replies.ts";

export const zoomNear: Lesson<"zoom-near"> = {
  id: "zoom-near",
  summary: "answer after nearly exact zooms, which are not learnt themselves",
  tellsTargets: true,
  make: (question, context) => {
    if (!zoomable(question, context.asking)) return [];
    const asked = reshuffled(question, context.random);
    const boxes = asked.targets.zoom.map((target) => jitteredTarget(target, asked, context, TIGHT));
    const calls = callsTo(boxes, asked, context);
    const replies = [...calls, thinkingGold(asked, context)];
    return [converse("zoom-near", asked, "zoom", replies, context)];
  },
};

/** Half of them behind a thought, as calls come both ways. */
function callsTo(boxes: readonly Box[], asked: Question, context: LessonContext): readonly TaughtReply[] {
  const { asking, random } = context;
  const aimed = random.chance(0.5) ? aimedReplies(boxes, asked, asking.dialect, 0) : [];
  return aimed.length > 0 ? aimed : zoomReplies(boxes, asking.dialect, 0);
}
