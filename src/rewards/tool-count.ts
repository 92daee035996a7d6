/**
 * R_tool-count of the paper's Eq. 2: how well the number m of zoom calls matches the expected number e, 0 to 1.
 * 1 - |m - e| / e, not below 0; for e = 0 it is 1 without a call and 0 with one.
 *
 * Reason: zooming is to be neither given up nor repeated. The paper gives no formula ("matches the expected count");
 * this one is 1 exactly at the match and tells one zoom too few from none. Only calls that were run count.
 */
import { between, type RewardTerm } from "./term.ts";
import { zoomsOf } from "./zooms.ts";

export const toolCount: RewardTerm<"tool-count"> = {
  id: "tool-count",
  summary: "the number of zooms against the expected number",
  range: between(0, 1),
  perfect: () => 1,
  value: ({ episode, question: { expectedZooms } }) =>
    Math.max(0, 1 - Math.abs(zoomsOf(episode).length - expectedZooms) / Math.max(1, expectedZooms)),
};
