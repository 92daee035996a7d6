/**
 * Zooming to every target, and then answering. The boxes are those of the base that is wanted (`TaughtBoxes`): how calls
 * are made is learnt, where they should go is left to rewards. Answers count half, since a crop may miss its target.
 */
import { converse, reshuffled, thinkingGold } from "../converse.ts";
import type { Lesson } from "../lesson.ts";
import { taughtBox } from "../taught-boxes.ts";
import { zoomable, zoomReplies } from "../zoom-replies.ts";

const ANSWER_WEIGHT = 0.5;

export const zoomJittered: Lesson<"zoom-jittered"> = {
  id: "zoom-jittered",
  summary: "call the tool with boxes off by a jitter, then answer",
  tellsTargets: false,
  make: (question, context) => {
    if (!zoomable(question, context.asking)) return [];
    const asked = reshuffled(question, context.random);
    const boxes = asked.targets.zoom.map((target) => taughtBox(target, asked, context));
    const calls = zoomReplies(boxes, context.asking.dialect, 1);
    const replies = [...calls, thinkingGold(asked, context, ANSWER_WEIGHT)];
    return [converse("zoom-jittered", asked, "zoom", replies, context)];
  },
};
