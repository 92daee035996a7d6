/**
 * Saying where something is, as a box in the model's frame: rewards sharpen boxes only in a model that can find things.
 * All places of a question are asked at once, one of them again after a zoom.
 */
import { askedInstead, askFor, type Place, placesOf } from "../../../episodes/index.ts";
import type { Question } from "../../../records/index.ts";
import type { ConversationRecord } from "../../methods/conversation-file.ts";
import { answeringGold, converse } from "../converse.ts";
import { LOOSE } from "../jitter.ts";
import type { Lesson, LessonContext } from "../lesson.ts";
import { inFrame, jitteredTarget } from "../taught-boxes.ts";
import { zoomable, zoomReplies } from "../zoom-replies.ts";

export const locate: Lesson<"locate"> = {
  id: "locate",
  summary: "say where marked boxes and their panels are, at once and after a zoom",
  tellsTargets: true,
  make: (question, context) => {
    const places = placesOf(question);
    if (places.length === 0) return [];
    const direct = places.map((place) => located(place, question, context));
    if (!zoomable(question, context.asking)) return direct;
    return [...direct, locatedAfterZoom(context.random.pick(places), question, context)];
  },
};

const asking = (place: Place, question: Question, context: LessonContext): Question =>
  askedInstead(question, askFor(place), `[${inFrame(place.box, question, context).join(", ")}]`);

function located(place: Place, question: Question, context: LessonContext): ConversationRecord {
  const asked = asking(place, question, context);
  return converse(`locate/${place.id}`, asked, "zoom", [answeringGold(asked)], context);
}

function locatedAfterZoom(place: Place, question: Question, context: LessonContext): ConversationRecord {
  const asked = asking(place, question, context);
  const target = context.random.pick(question.targets.zoom);
  const calls = zoomReplies([jitteredTarget(target, question, context, LOOSE)], context.asking.dialect, 0);
  return converse(`locate/second/${place.id}`, asked, "zoom", [...calls, answeringGold(asked)], context);
}
