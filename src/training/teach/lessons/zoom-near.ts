/** Answering from crops that hold what is needed: the calls are read, not learnt. */
import { converse, reshuffled, thinkingGold } from "../converse.ts";
import { TIGHT } from "../jitter.ts";
import type { Lesson } from "../lesson.ts";
import { jitteredTarget } from "../taught-boxes.ts";
import { zoomable, zoomReplies } from "../zoom-replies.ts";

export const zoomNear: Lesson<"zoom-near"> = {
  id: "zoom-near",
  summary: "answer after nearly exact zooms, which are not learnt themselves",
  tellsTargets: true,
  make: (question, context) => {
    if (!zoomable(question, context.asking)) return [];
    const asked = reshuffled(question, context.random);
    const boxes = asked.targets.zoom.map((target) => jitteredTarget(target, asked, context, TIGHT));
    const replies = [...zoomReplies(boxes, context.asking.dialect, 0), thinkingGold(asked, context)];
    return [converse("zoom-near", asked, "zoom", replies, context)];
  },
};
