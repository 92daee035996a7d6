/** The ways in which every action is done. Gestures are made over many postures, so that a silhouette tells little. */

import type { Action } from "../../vocabulary.ts";
import {
  CARRYING,
  CRYING,
  EATING,
  IDLE,
  POINTING,
  PUMPING,
  PUNCHING,
  READING,
  RESTFUL,
  SHOVING,
  SOARING,
  SWINGING,
  THROWING,
  WAVING,
} from "./gestures.ts";
import type { Effect, LimbAngles, Pose, Posture, Support, TurnedGesture } from "./pose.ts";
import {
  BOXING_STANCE,
  JUMPING,
  KNEELING,
  ON_THE_GROUND,
  ON_THE_LADDER,
  PRONE,
  RUNNING,
  SEATED,
  STANDING,
  SUPINE,
  WALKING,
} from "./postures.ts";
import { NODDING_OFF, SLEEPING } from "./sleep.ts";
import { CLIMBING, DANCING, DIGGING, FALLING, HIDING, KICKING } from "./whole.ts";

/** Gestures over postures. */
export interface Combination {
  /** How often against the action's other ways. */
  readonly share: number;
  readonly postures: readonly Posture[];
  readonly gestures: readonly TurnedGesture[];
  /** What the posture shows besides. */
  readonly also: readonly Action[];
  /** Degrees that arms are swung forward to keep their direction where the trunk lies. */
  readonly swing?: number;
  /** The near arm is needed by the posture. */
  readonly near?: LimbAngles;
  /** Degrees that the trunk leans farther forward. */
  readonly lean?: number;
  readonly support?: Support;
}

export interface Whole {
  readonly share: number;
  readonly poses: readonly Pose[];
}

export interface Ways {
  readonly ways: readonly (Combination | Whole)[];
  /** Drawn with every way. */
  readonly effect?: Effect;
  readonly eyesShut?: true;
}

type Ground = Omit<Combination, "share" | "gestures">;

const ON_FEET: Ground = { postures: STANDING, also: ["standing"] };
const BOXING: Ground = { postures: BOXING_STANCE, also: ["standing"] };
const AFOOT: Ground = { postures: WALKING, also: ["walking"] };
const IN_A_HURRY: Ground = { postures: RUNNING, also: ["running"] };
const IN_THE_AIR: Ground = { postures: JUMPING, also: ["jumping"] };
const ON_A_STOOL: Ground = { postures: SEATED, also: ["sitting"] };
const ON_THE_FLOOR: Ground = { postures: ON_THE_GROUND, also: ["sitting"] };
const ON_KNEES: Ground = { postures: KNEELING, also: ["kneeling", "sitting"] };
const ON_THE_BACK: Ground = { postures: SUPINE, also: ["lying"] };
/** For gestures of both hands, which rest on the elbows. */
const ON_THE_ELBOWS: Ground = { postures: PRONE, also: ["lying"], swing: 56 };
const UP_A_LADDER: Ground = { postures: ON_THE_LADDER, also: ["climbing"], near: [96, 8, 126, 0] };

const over = (
  gestures: readonly TurnedGesture[],
  shares: readonly (readonly [Ground, number])[],
): Combination[] => shares.map(([ground, share]) => ({ ...ground, gestures, share }));

/** Past the head, an arm would be hidden. */
const LEVEL_POINTING = POINTING.filter(({ arms }) => arms.far[0] < 100);
const ONE_HAND_READING = READING.filter(({ holder }) => holder !== "both");
const TWO_HAND_READING = READING.filter(({ holder }) => holder === "both");
const ONE_HAND_WAVING = WAVING.slice(0, -1);
const ONE_HAND_CARRYING = CARRYING.filter(({ holder }) => holder !== "both");

export const WAYS: Readonly<Record<Action, Ways>> = {
  standing: { ways: [{ share: 1, postures: STANDING, gestures: IDLE, also: [] }] },
  walking: { ways: [{ share: 1, postures: WALKING, gestures: SWINGING, also: [] }] },
  running: { ways: [{ share: 1, postures: RUNNING, gestures: PUMPING, also: [] }] },
  jumping: { ways: [{ share: 1, postures: JUMPING, gestures: SOARING, also: [] }] },
  sitting: {
    ways: [
      { share: 3, postures: SEATED, gestures: RESTFUL, also: [] },
      { share: 2, postures: ON_THE_GROUND, gestures: RESTFUL, also: [] },
    ],
  },
  kneeling: { ways: [{ share: 1, postures: KNEELING, gestures: RESTFUL, also: ["sitting"] }] },
  lying: {
    ways: [
      {
        share: 1,
        postures: PRONE,
        gestures: [
          { arms: { near: [66, 10, 148, -4], far: [72, 12, 156, -4] } },
          { arms: { near: [96, 12, 186, -20], far: [100, 12, 190, -20] } },
          { arms: { near: [70, 12, 152, -10], far: [100, 14, 186, -16] } },
        ],
        also: [],
      },
      {
        share: 1,
        postures: SUPINE,
        gestures: [
          { arms: { near: [160, 30, 214, -40], far: [150, 30, 212, -40] } },
          { arms: { near: [-8, 16, 4, 8], far: [20, 14, 74, -40] } },
          { arms: { near: [20, 14, 78, -50], far: [24, 12, 82, -46] } },
        ],
        also: [],
      },
    ],
  },
  sleeping: {
    ways: [
      { share: 4, poses: SLEEPING },
      { share: 5, poses: NODDING_OFF },
    ],
    effect: "snore",
    eyesShut: true,
  },
  falling: { ways: [{ share: 1, poses: FALLING }] },
  climbing: { ways: [{ share: 1, poses: CLIMBING }] },
  hiding: { ways: [{ share: 1, poses: HIDING }] },
  digging: { ways: [{ share: 1, poses: DIGGING }] },
  pointing: {
    ways: [
      ...over(POINTING, [
        [ON_FEET, 4],
        [AFOOT, 2],
        [IN_A_HURRY, 2],
        [ON_A_STOOL, 3],
        [ON_THE_FLOOR, 1],
        [ON_KNEES, 2],
        [IN_THE_AIR, 1],
        [UP_A_LADDER, 1],
      ]),
      ...over(LEVEL_POINTING, [[ON_THE_BACK, 1]]),
    ],
  },
  waving: {
    ways: [
      ...over(WAVING, [
        [ON_FEET, 3],
        [AFOOT, 2],
        [IN_A_HURRY, 2],
        [ON_A_STOOL, 3],
        [ON_THE_FLOOR, 1],
        [ON_KNEES, 2],
        [IN_THE_AIR, 2],
      ]),
      ...over(ONE_HAND_WAVING, [
        [ON_THE_BACK, 1],
        [UP_A_LADDER, 1],
      ]),
    ],
  },
  carrying: {
    ways: [
      ...over(CARRYING, [
        [ON_FEET, 2],
        [AFOOT, 5],
        [IN_A_HURRY, 3],
      ]),
      ...over(ONE_HAND_CARRYING, [[UP_A_LADDER, 1]]),
    ],
  },
  eating: {
    ways: over(EATING, [
      [ON_FEET, 3],
      [AFOOT, 2],
      [IN_A_HURRY, 1],
      [ON_A_STOOL, 4],
      [ON_THE_FLOOR, 3],
      [ON_KNEES, 2],
    ]),
  },
  reading: {
    ways: [
      ...over(READING, [
        [ON_FEET, 3],
        [AFOOT, 3],
        [IN_A_HURRY, 1],
        [ON_A_STOOL, 3],
        [ON_THE_FLOOR, 2],
        [ON_KNEES, 1],
      ]),
      ...over(TWO_HAND_READING, [
        [ON_THE_BACK, 1],
        [ON_THE_ELBOWS, 1],
      ]),
      ...over(ONE_HAND_READING, [[UP_A_LADDER, 1]]),
    ],
  },
  throwing: {
    ways: over(THROWING, [
      [ON_FEET, 3],
      [AFOOT, 3],
      [IN_A_HURRY, 2],
      [IN_THE_AIR, 2],
      [ON_KNEES, 2],
      [ON_A_STOOL, 1],
    ]),
  },
  crying: {
    ways: over(CRYING, [
      [ON_FEET, 3],
      [AFOOT, 2],
      [IN_A_HURRY, 1],
      [ON_A_STOOL, 3],
      [ON_THE_FLOOR, 3],
      [ON_KNEES, 3],
      [ON_THE_ELBOWS, 1],
    ]),
    effect: "tears",
  },
  fighting: {
    ways: [
      { share: 3, poses: KICKING },
      ...over(PUNCHING, [
        [BOXING, 4],
        [AFOOT, 2],
        [IN_A_HURRY, 2],
        [IN_THE_AIR, 2],
        [ON_KNEES, 1],
      ]),
    ],
    effect: "blow",
  },
  dancing: {
    ways: [
      { share: 5, poses: DANCING },
      ...over(SOARING, [
        [ON_FEET, 2],
        [IN_THE_AIR, 2],
      ]),
      ...over(WAVING, [[AFOOT, 1]]),
    ],
    effect: "notes",
  },
  pushing: {
    ways: over(SHOVING, [
      [{ ...AFOOT, lean: 22, support: "crate" }, 3],
      [{ ...IN_A_HURRY, lean: 8, support: "crate" }, 2],
      [{ ...ON_FEET, lean: 16, support: "crate" }, 2],
      [{ ...ON_KNEES, lean: 14, support: "crate" }, 2],
    ]),
  },
};
