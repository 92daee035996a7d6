/** Arms, hands and faces, to be made over any posture. All are written for figures that face right. */

import type { LimbAngles, TurnedGesture } from "./pose.ts";
import { FISTS, FLAT_HANDS, OPEN_HANDS } from "./pose.ts";

/** One arm that does nothing. */
const HANGING: LimbAngles = [-8, 16, 8, 10];
const AKIMBO: LimbAngles = [-22, 40, 30, -46];
const BEHIND: LimbAngles = [-30, 12, -44, -16];
const POCKETED: LimbAngles = [-16, 20, 24, -16];
const ON_CHEST: LimbAngles = [24, 16, 96, -52];

/** The same gesture of the far arm with every idle near one. */
function withFreeArm(
  gesture: Omit<TurnedGesture, "arms"> & { readonly far: LimbAngles },
  arms: readonly LimbAngles[] = [HANGING, AKIMBO, BEHIND, POCKETED, ON_CHEST],
): readonly TurnedGesture[] {
  const { far, ...rest } = gesture;
  return arms.map((near) => ({ ...rest, arms: { near, far } }));
}

/** Arms of somebody who does nothing with them. */
export const IDLE: readonly TurnedGesture[] = [
  { arms: { near: [-6, 14, 12, 8], far: [4, 12, 20, 6] } },
  { arms: { near: AKIMBO, far: [4, 12, 22, 6] }, hands: { near: "fist" } },
  { arms: { near: AKIMBO, far: AKIMBO }, hands: FISTS },
  { arms: { near: BEHIND, far: [-22, 14, -40, -14] } },
  { arms: { near: [8, 14, 86, -66], far: [16, 12, 94, -64] }, hands: FISTS },
  { arms: { near: [36, 20, 146, -26], far: [22, 12, 84, -60] }, hands: FISTS },
  { arms: { near: [12, 12, 46, -36], far: [14, 12, 48, -34] } },
  { arms: { near: POCKETED, far: POCKETED }, hands: FISTS },
  { arms: { near: HANGING, far: [76, 46, 196, -18] }, hands: { far: "relaxed" } },
  { arms: { near: ON_CHEST, far: HANGING }, hands: { near: "flat" } },
];

export const SWINGING: readonly TurnedGesture[] = [
  { arms: { near: [-40, 10, -12, 8], far: [38, 10, 66, 4] } },
  { arms: { near: [42, 12, 72, 4], far: [-34, 12, -10, 8] } },
  { arms: { near: POCKETED, far: POCKETED }, hands: FISTS },
  { arms: { near: BEHIND, far: [-22, 14, -40, -14] } },
  { arms: { near: [-30, 16, 10, 6], far: [26, 14, 92, -6] }, hands: FISTS },
  { arms: { near: [8, 14, 86, -66], far: [16, 12, 94, -64] }, hands: FISTS },
];

/** Arms of a runner. */
export const PUMPING: readonly TurnedGesture[] = [
  { arms: { near: [-74, 14, -20, 8], far: [66, 14, 118, 0] }, hands: FISTS },
  { arms: { near: [70, 12, 124, 0], far: [-70, 14, -14, 8] }, hands: { near: "fist", far: "open" } },
  { arms: { near: [64, 14, 80, 8], far: [82, 12, 92, 6] }, hands: OPEN_HANDS },
  { arms: { near: [-58, 22, -70, 16], far: [-48, 22, -60, 16] }, hands: FLAT_HANDS },
  { arms: { near: [40, 20, 110, -10], far: [44, 20, 120, -10] }, hands: FISTS },
];

/** Arms that carry somebody up into the air. */
export const SOARING: readonly TurnedGesture[] = [
  { arms: { near: [-146, 36, -164, 28], far: [118, 36, 142, 28] }, hands: OPEN_HANDS },
  { arms: { near: [-110, 48, -130, 40], far: [110, 48, 130, 40] }, hands: OPEN_HANDS },
  { arms: { near: [-152, 26, -170, 16], far: [150, 26, 168, 16] }, hands: FISTS },
  { arms: { near: [-70, 50, -84, 40], far: [84, 50, 104, 36] }, hands: OPEN_HANDS },
  { arms: { near: [-30, 74, -60, 78], far: [30, 74, 60, 78] }, hands: FLAT_HANDS },
];

/** Arms of somebody at rest in a seat or on their knees. */
export const RESTFUL: readonly TurnedGesture[] = [
  { arms: { near: [22, 14, 66, -10], far: [22, 14, 66, -10] } },
  { arms: { near: [44, 10, 138, -6], far: [24, 16, 60, -14] }, hands: { near: "fist" } },
  { arms: { near: [10, 18, 34, 0], far: [40, 12, 84, -8] } },
  { arms: { near: [-36, 14, -22, 8], far: [-30, 14, -16, 8] }, hands: FLAT_HANDS },
  { arms: { near: [8, 14, 86, -66], far: [16, 12, 94, -64] }, hands: FISTS },
  { arms: { near: [12, 12, 46, -36], far: [14, 12, 48, -34] } },
  { arms: { near: AKIMBO, far: [24, 14, 62, -10] }, hands: { near: "fist" } },
  { arms: { near: [52, 12, 116, -20], far: [52, 12, 116, -20] }, hands: FISTS },
];

export const POINTING: readonly TurnedGesture[] = [
  ...withFreeArm({ far: [86, 8, 90, 4], hands: { far: "pointing" }, holder: "near", yaw: [40, 140] }),
  ...withFreeArm({ far: [112, 10, 120, 4], hands: { far: "pointing" }, holder: "near", yaw: [40, 140] }, [
    HANGING,
    AKIMBO,
  ]),
  ...withFreeArm({ far: [130, 12, 136, 6], hands: { far: "pointing" }, holder: "near", yaw: [40, 140] }, [
    HANGING,
    BEHIND,
  ]),
  ...withFreeArm({ far: [76, 10, 76, 4], hands: { far: "pointing" }, holder: "near", yaw: [40, 140] }, [
    AKIMBO,
    ON_CHEST,
  ]),
];

export const WAVING: readonly TurnedGesture[] = [
  ...withFreeArm({ far: [94, 44, 130, 28], hands: { far: "open" }, holder: "near" }),
  ...withFreeArm({ far: [60, 66, 170, 8], hands: { far: "open" }, holder: "near", yaw: [0, 50] }, [
    HANGING,
    AKIMBO,
  ]),
  ...withFreeArm({ far: [118, 42, 140, 34], hands: { far: "open" }, holder: "near", yaw: [0, 54] }, [
    HANGING,
    BEHIND,
  ]),
  { arms: { near: [-130, 42, -166, 24], far: [120, 46, 140, 34] }, hands: OPEN_HANDS, holder: "near" },
];

export const CARRYING: readonly TurnedGesture[] = [
  {
    arms: { near: [28, 14, 88, -6], far: [28, 14, 88, -6] },
    hands: FLAT_HANDS,
    holder: "both",
    holds: "suitcase",
  },
  {
    arms: { near: [8, 14, 64, -8], far: [12, 14, 68, -8] },
    hands: FLAT_HANDS,
    holder: "both",
    holds: "suitcase",
  },
  {
    arms: { near: [150, 22, 172, -2], far: [154, 22, 174, -2] },
    hands: FLAT_HANDS,
    yaw: [0, 64],
    holder: "both",
    holds: "suitcase",
  },
  ...withFreeArm({ far: HANGING, holds: "suitcase", holdsFreely: true }, [HANGING, BEHIND, AKIMBO]),
];

export const EATING: readonly TurnedGesture[] = [
  {
    arms: { near: [44, 30, 140, -18], far: [26, 14, 82, -8] },
    hands: { near: "fist", far: "flat" },
    holds: "pie",
    yaw: [34, 140],
    spoon: true,
  },
  {
    arms: { near: [56, 36, 150, -26], far: [40, 14, 100, -10] },
    hands: { near: "fist", far: "flat" },
    holds: "pie",
    yaw: [34, 140],
    spoon: true,
  },
  {
    arms: { near: [34, 18, 112, -20], far: [44, 16, 118, -16] },
    hands: FLAT_HANDS,
    holder: "both",
    holds: "pie",
    yaw: [34, 140],
  },
];

export const READING: readonly TurnedGesture[] = [
  {
    arms: { near: [16, 18, 98, -10], far: [34, 16, 102, -10] },
    hands: FISTS,
    holder: "both",
    holds: "book",
  },
  {
    arms: { near: [36, 18, 118, -10], far: [50, 16, 120, -10] },
    hands: FISTS,
    holder: "both",
    holds: "book",
  },
  {
    arms: { near: [4, 16, 78, -10], far: [20, 16, 84, -10] },
    hands: FISTS,
    holder: "both",
    holds: "book",
  },
  ...withFreeArm({ far: [34, 14, 108, -4], hands: { far: "fist" }, holds: "book" }, [
    HANGING,
    AKIMBO,
    BEHIND,
    [36, 20, 146, -26],
  ]),
];

export const THROWING: readonly TurnedGesture[] = [
  {
    arms: { near: [-104, 22, -132, 14], far: [82, 16, 94, 4] },
    hands: { near: "flat", far: "open" },
    holder: "near",
    holds: "ball",
  },
  {
    arms: { near: [-84, 26, -140, 16], far: [64, 20, 86, 4] },
    hands: { near: "flat", far: "open" },
    holder: "near",
    holds: "ball",
  },
  {
    arms: { near: [-62, 24, -78, 16], far: [50, 24, 96, 0] },
    hands: { near: "flat", far: "open" },
    holder: "near",
    holds: "ball",
  },
  {
    arms: { near: [172, 24, 210, -4], far: [168, 24, 206, -4] },
    yaw: [0, 70],
    hands: OPEN_HANDS,
    holder: "both",
    holds: "ball",
  },
];

export const CRYING: readonly TurnedGesture[] = [
  { arms: { near: [54, 34, 156, -34], far: [54, 34, 156, -34] }, hands: FISTS, eyesShut: true },
  { arms: { near: [66, 22, 150, -22], far: [62, 22, 150, -22] }, hands: FLAT_HANDS, eyesShut: true },
  ...withFreeArm({ far: [54, 30, 156, -30], hands: { far: "fist" }, eyesShut: true }, [HANGING, ON_CHEST]),
  { arms: { near: [-10, 22, 10, 14], far: [-6, 22, 14, 14] }, hands: FISTS, eyesShut: true },
];

/** One fist guards the chin. */
export const PUNCHING: readonly TurnedGesture[] = [
  { arms: { near: [40, 24, 136, -12], far: [88, 6, 91, 2] }, hands: FISTS, yaw: [46, 134] },
  { arms: { near: [30, 24, 126, -12], far: [104, 8, 108, 2] }, hands: FISTS, yaw: [46, 134] },
  { arms: { near: [92, 10, 90, 2], far: [50, 20, 128, -8] }, hands: FISTS, yaw: [46, 134] },
  { arms: { near: [-62, 26, 24, -6], far: [90, 8, 93, 2] }, hands: FISTS, yaw: [46, 134] },
];

export const SHOVING: readonly TurnedGesture[] = [
  { arms: { near: [70, 8, 84, 2], far: [74, 8, 88, 2] }, hands: FLAT_HANDS, yaw: [56, 124] },
  { arms: { near: [36, 16, 96, 0], far: [40, 16, 100, 0] }, hands: FLAT_HANDS, yaw: [56, 124] },
  { arms: { near: AKIMBO, far: [76, 8, 88, 2] }, hands: { near: "fist", far: "flat" }, yaw: [56, 124] },
];
