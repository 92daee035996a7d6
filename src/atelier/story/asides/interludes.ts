/** Panels between events: two on their way talk of what they see. */
import { act, type Beat, onTheRoad } from "../beat.ts";

const between = (...actors: Parameters<typeof onTheRoad>[0]): Beat => onTheRoad(actors, [], { chat: true });

export const INTERLUDES: readonly Beat[] = [
  between(act("A", ["walking"], ["calm", "happy"]), act("B", ["walking", "carrying"], ["calm"])),
  between(
    act("A", ["sitting", "eating"], ["happy", "calm"]),
    act("B", ["sitting", "reading"], ["calm", "happy"]),
  ),
  between(
    act("B", ["pointing", "waving"], ["surprised", "happy"]),
    act("A", ["standing", "walking"], ["calm"]),
  ),
  between(
    act("A", ["carrying", "standing"], ["calm", "happy"]),
    act("B", ["standing", "eating"], ["sly", "happy"]),
  ),
];
