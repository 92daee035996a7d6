/** Answering from crops that hold what is needed: the calls are read, not learnt. */
import { converse, reshuffled, thinkingGold } from "../converse.ts";
import { TIGHT } from "../jitter.ts";
import type { Lesson } from "../lesson.ts";
import { jitteredTarget, zoomingTo } from "../taught-boxes.ts";
import { zoomable } from "../zoomable.ts";

export const zoomNear: Lesson<"zoom-near"> = {
  id: "zoom-near",
  summary: "answer after nearly exact zooms, which are not learnt themselves",
  tellsTargets: true,
  make: (question, context) => {
    if (!zoomable(question, context.asking)) return [];
    const asked = reshuffled(question, context.random);
    const calls = asked.targets.zoom.map((target) =>
      zoomingTo(jitteredTarget(target, asked, context, TIGHT), 0),
    );
    return [converse("zoom-near", asked, "zoom", [...calls, thinkingGold(asked, context)], context)];
  },
};
