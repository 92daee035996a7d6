import type { Action, Prop } from "../vocabulary.ts";

/** Degrees, forward and outward positive: swing and spread of the upper part, then of the lower part. */
export type LimbAngles = readonly [
  upperSwing: number,
  upperSpread: number,
  lowerSwing: number,
  lowerSpread: number,
];

export type HandShape = "relaxed" | "open" | "flat" | "fist" | "pointing";

/** "far" is the side away from the viewer; it makes the gestures, so that an arm never covers the face. */
export type Side = "near" | "far";
export const SIDES: readonly Side[] = ["far", "near"];

export interface Pose {
  /** Degrees that the torso leans forward. */
  readonly lean: number;
  readonly arms: Readonly<Record<Side, LimbAngles>>;
  readonly legs: Readonly<Record<Side, LimbAngles>>;
  readonly hands?: Partial<Readonly<Record<Side, HandShape>>>;
  /** Degrees that the toes point up. */
  readonly feet?: Partial<Readonly<Record<Side, number>>>;
  /** Degrees that the head looks down. */
  readonly nod?: number;
  /** Degrees that the whole body is turned in the picture, forward positive. */
  readonly roll?: number;
  /** Body units between the lowest point and the ground. */
  readonly lift?: number;
  /** What the body rests on. */
  readonly support?: "stool" | "pillow";
  /** Least and most degrees of turn at which the action still reads. */
  readonly yaw: readonly [least: number, most: number];
  /** Which hands hold something; the far one when absent. */
  readonly holder?: Side | "both";
  /** What is held when nothing else is asked for. */
  readonly holds?: Prop;
  /** Near hand brings a spoon to the mouth. */
  readonly spoon?: boolean;
  readonly eyesShut?: boolean;
  readonly effect?: "dust" | "leap" | "rush";
}

/** Every action as a silhouette of its own, written for a figure that faces right. */
export const POSES: Readonly<Record<Action, Pose>> = {
  standing: {
    lean: 0,
    arms: { near: [-6, 14, 12, 8], far: [4, 12, 20, 6] },
    legs: { near: [0, 7, -2, 7], far: [2, 7, -1, 7] },
    yaw: [0, 180],
  },
  walking: {
    lean: 7,
    arms: { near: [-40, 10, -12, 8], far: [38, 10, 66, 4] },
    legs: { near: [36, 4, 22, 4], far: [-26, 4, -56, 4] },
    feet: { near: 18, far: -44 },
    yaw: [40, 140],
  },
  running: {
    lean: 22,
    arms: { near: [-74, 14, -20, 8], far: [66, 14, 118, 0] },
    hands: { near: "fist", far: "fist" },
    legs: { near: [74, 4, 14, 4], far: [-34, 4, -92, 4] },
    feet: { near: 22, far: -78 },
    nod: -10,
    lift: 7,
    yaw: [62, 118],
    effect: "dust",
  },
  jumping: {
    lean: 4,
    arms: { near: [-146, 36, -164, 28], far: [118, 36, 142, 28] },
    hands: { near: "open", far: "open" },
    legs: { near: [70, 16, -40, 8], far: [30, 16, -88, 10] },
    feet: { near: -30, far: -60 },
    nod: -10,
    lift: 22,
    yaw: [30, 140],
    effect: "leap",
  },
  sitting: {
    lean: -4,
    arms: { near: [18, 16, 58, -14], far: [14, 16, 62, -12] },
    legs: { near: [92, 10, 22, 6], far: [84, 14, 2, 8] },
    yaw: [42, 140],
    support: "stool",
  },
  sleeping: {
    lean: 0,
    arms: { near: [-6, 18, 56, -40], far: [0, 14, 60, -30] },
    legs: { near: [6, 5, -4, 5], far: [46, 8, -34, 6] },
    nod: 6,
    roll: -84,
    yaw: [58, 122],
    support: "pillow",
    eyesShut: true,
  },
  falling: {
    lean: -16,
    arms: { near: [-76, 44, -110, 20], far: [118, 48, 140, 30] },
    hands: { near: "open", far: "open" },
    legs: { near: [76, 22, 40, 10], far: [40, 26, -14, 14] },
    feet: { near: 30, far: 20 },
    nod: -12,
    roll: -38,
    lift: 13,
    yaw: [46, 130],
    effect: "rush",
  },
  pointing: {
    lean: 5,
    arms: { near: [-20, 34, 40, -30], far: [86, 8, 90, 4] },
    hands: { near: "fist", far: "pointing" },
    legs: { near: [-12, 6, -14, 6], far: [16, 6, 6, 6] },
    yaw: [44, 136],
    holder: "near",
  },
  waving: {
    lean: -3,
    arms: { near: [-8, 16, 8, 10], far: [104, 50, 158, 36] },
    hands: { far: "open" },
    legs: { near: [-3, 8, -3, 8], far: [6, 9, 2, 8] },
    yaw: [0, 180],
    holder: "near",
  },
  carrying: {
    lean: -8,
    arms: { near: [28, 14, 88, -6], far: [28, 14, 88, -6] },
    hands: { near: "flat", far: "flat" },
    legs: { near: [18, 6, 8, 6], far: [-14, 6, -34, 6] },
    feet: { far: -24 },
    yaw: [48, 132],
    holder: "both",
    holds: "suitcase",
  },
  eating: {
    lean: 4,
    arms: { near: [44, 30, 140, -18], far: [26, 14, 82, -8] },
    hands: { near: "fist", far: "flat" },
    legs: { near: [0, 9, -2, 8], far: [4, 9, 0, 8] },
    nod: 4,
    yaw: [30, 140],
    holds: "pie",
    spoon: true,
  },
  reading: {
    lean: 2,
    arms: { near: [16, 18, 98, -10], far: [34, 16, 102, -10] },
    hands: { near: "fist", far: "fist" },
    legs: { near: [-2, 7, -3, 7], far: [8, 7, 3, 7] },
    nod: 16,
    yaw: [40, 136],
    holder: "both",
    holds: "book",
  },
};

/** How a thing wants to be held. */
export type Hold = "on the palm" | "hanging" | "by the shaft" | "open";

/** Angles of a single arm that holds something. */
export const HOLDING_ARMS: Readonly<Record<Hold, LimbAngles>> = {
  "on the palm": [40, 12, 92, 2],
  hanging: [16, 14, 24, 8],
  "by the shaft": [36, 14, 118, 2],
  open: [30, 14, 104, 0],
};

export const HOLDING_HANDS: Readonly<Record<Hold, HandShape>> = {
  "on the palm": "flat",
  hanging: "fist",
  "by the shaft": "fist",
  open: "fist",
};
