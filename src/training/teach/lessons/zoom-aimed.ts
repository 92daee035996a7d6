/**
 * Zooming after a thought that names what is looked for, with the target's own box. How such calls are made is learnt whole; that
 * one thinks before a call, hardly: a model that seldom does it leaves to rewards to find out that it pays.
 */
import { asFarAsLearnt } from "../../methods/episode-conversation.ts";
import { answeringGold, converse, reshuffled } from "../converse.ts";
import type { Lesson } from "../lesson.ts";
import { inFrame } from "../taught-boxes.ts";
import { aimedReplies, zoomable } from "../zoom-replies.ts";

/** Of what decides whether one thinks, calls at once or answers. */
const OPENING_WEIGHT = 0.04;

export const zoomAimed: Lesson<"zoom-aimed"> = {
  id: "zoom-aimed",
  summary: "say what is looked for, then call the tool with its box",
  tellsTargets: true,
  make: (question, context) => {
    if (!zoomable(question, context.asking)) return [];
    const asked = reshuffled(question, context.random);
    const boxes = asked.targets.zoom.map((target) => inFrame(target, asked, context));
    const calls = aimedReplies(boxes, asked, context.asking.dialect, 1);
    if (calls.length === 0) return [];
    const replies = calls.map((reply) => ({ ...reply, openingWeight: OPENING_WEIGHT }));
    return [
      asFarAsLearnt(converse("zoom-aimed", asked, "zoom", [...replies, answeringGold(asked, 0)], context)),
    ];
  },
};
