/**
 * Zooming, a target a turn, and then answering. The boxes are those of the base that is wanted (`TaughtBoxes`): how calls
 * are made is learnt, where they should go is left to rewards. Answers count half, since a crop may miss its target.
 */
import { converse, reshuffled, thinkingGold } from "../converse.ts";
import type { Lesson } from "../lesson.ts";
import { taughtBox, zoomingTo } from "../taught-boxes.ts";
import { zoomable } from "../zoomable.ts";

const ANSWER_WEIGHT = 0.5;

export const zoomJittered: Lesson<"zoom-jittered"> = {
  id: "zoom-jittered",
  summary: "call the tool with boxes off by a jitter, then answer",
  tellsTargets: false,
  make: (question, context) => {
    if (!zoomable(question, context.asking)) return [];
    const asked = reshuffled(question, context.random);
    const calls = asked.targets.zoom.map((target) => zoomingTo(taughtBox(target, asked, context), 1));
    const replies = [...calls, thinkingGold(asked, context, ANSWER_WEIGHT)];
    return [converse("zoom-jittered", asked, "zoom", replies, context)];
  },
};
