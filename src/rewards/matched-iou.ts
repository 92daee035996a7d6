/**
 * Eq. 3 with zoom calls and targets matched one to one, so that each target pays once:
 * (1 / sqrt max(m, k)) sum of matched IoU for m calls and k targets, 0 to sqrt k.
 *
 * Reason: copies of one box, and boxes thrown until one hits, earn less than the one good box. Deviation from Eq. 3,
 * besides the matching: with fewer calls than targets the divisor is sqrt k, so that a second zoom is never punished
 * for being worse than the first.
 */
import { matchBoxes } from "../geometry/index.ts";
import type { RewardTerm } from "./term.ts";
import { zoomsOf } from "./zooms.ts";

export const matchedIou: RewardTerm<"matched-iou"> = {
  id: "matched-iou",
  summary: "IoU of zooms and targets matched one to one, summed, over sqrt max(m, targets)",
  range: ({ targets }) => [0, Math.sqrt(targets.zoom.length)],
  perfect: ({ targets }) => Math.sqrt(targets.zoom.length),
  value: ({ episode, question: { targets } }) => {
    const boxes = zoomsOf(episode);
    const sum = matchBoxes(boxes, targets.zoom).reduce((total, match) => total + match.iou, 0);
    return sum / Math.sqrt(Math.max(1, boxes.length, targets.zoom.length));
  },
};
