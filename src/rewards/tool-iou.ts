/**
 * R_tool-acc to the letter of the paper's Eq. 3: (1 / sqrt m) sum of IoU over the m zoom calls, 0 to sqrt m; 0 without
 * a call.
 *
 * Reason: it pays for looking at the right place, and for each of several places. The "corresponding target" of a call
 * is the target that it meets best; nothing in the paper stops two calls from sharing one, so m copies of a good box
 * earn sqrt m times its IoU. `matched-iou` closes that.
 */
import { iou } from "../geometry/index.ts";
import type { RewardTerm } from "./term.ts";
import { zoomsOf } from "./zooms.ts";

export const toolIou: RewardTerm<"tool-iou"> = {
  id: "tool-iou",
  summary: "Eq. 3: IoU of each zoom with its best target, summed, over sqrt m",
  range: (_, calls) => [0, Math.sqrt(calls)],
  perfect: ({ targets }) => Math.sqrt(targets.zoom.length),
  value: ({ episode, question }) => {
    const boxes = zoomsOf(episode);
    const best = boxes.map((box) => Math.max(0, ...question.targets.zoom.map((target) => iou(box, target))));
    return best.reduce((sum, each) => sum + each, 0) / Math.sqrt(Math.max(1, boxes.length));
  },
};
