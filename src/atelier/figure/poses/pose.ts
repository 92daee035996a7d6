import type { Action, Prop } from "../../vocabulary.ts";

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

export const FISTS = { near: "fist", far: "fist" } as const;
export const OPEN_HANDS = { near: "open", far: "open" } as const;
export const FLAT_HANDS = { near: "flat", far: "flat" } as const;

/** What trunk and legs do: where a body stands, sits, lies or flies. */
export interface Posture {
  /** Degrees that the torso leans forward. */
  readonly lean: number;
  /** Degrees by which the spine curls forward from the hips to the chest; negative arches the back. */
  readonly bend?: number;
  /** Degrees that the torso leans to the far side. */
  readonly sway?: number;
  readonly legs: Readonly<Record<Side, LimbAngles>>;
  /** Thighs point forward and must be seen beyond the belly. */
  readonly thighs?: "forward";
  /** Feet on the ground beside the seat: thighs rise as far as the build needs, whatever their swing. */
  readonly knees?: "up";
  /** Degrees that the toes point up. */
  readonly feet?: Partial<Readonly<Record<Side, number>>>;
  /** Degrees that the head looks down. */
  readonly nod?: number;
  /** Degrees that the whole body is turned in the picture, forward positive. */
  readonly roll?: number;
  /** Body units between the lowest point and the ground. */
  readonly lift?: number;
  /** Degrees that the head is lifted back towards upright where the body is rolled forward. */
  readonly headLift?: number;
  /** What the body rests on, hangs on or stands behind. */
  readonly support?: Support;
  /** Least and most degrees of turn at which the action still reads. */
  readonly yaw: readonly [least: number, most: number];
  readonly effect?: Effect;
}

/** What arms, hands and face do. */
export interface Gesture {
  readonly arms: Readonly<Record<Side, LimbAngles>>;
  readonly hands?: Partial<Readonly<Record<Side, HandShape>>>;
  /** Which hands hold something; the far one when absent. */
  readonly holder?: Side | "both";
  /** What is held when nothing else is asked for. */
  readonly holds?: Prop;
  /** The holding arm bends as the thing wants, although it is the pose's own. */
  readonly holdsFreely?: true;
  /** Degrees that what is held is turned, its upper end forward. */
  readonly tilt?: number;
  /** Near hand brings a spoon to the mouth. */
  readonly spoon?: boolean;
  readonly eyesShut?: boolean;
}

/** A gesture that does not read at every turn. */
export interface TurnedGesture extends Gesture {
  /** Least and most degrees of turn at which it reads. */
  readonly yaw?: readonly [least: number, most: number];
}

export interface Pose extends Posture, Gesture {
  /** Other actions that it also shows: who reads in a chair sits. */
  readonly also?: readonly Action[];
}

export type Support = "stool" | "pillow" | "ladder" | "barrel" | "crate" | "bush";

export type Effect = "dust" | "leap" | "rush" | "notes" | "blow" | "tears" | "soil" | "snore";

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
