/** Trunks and legs, for any gesture to be made over. All are written for figures that face right. */

import type { Posture } from "./pose.ts";

export const STANDING: readonly Posture[] = [
  { lean: 0, bend: -8, legs: { near: [0, 7, -2, 7], far: [2, 7, -1, 7] }, yaw: [0, 180] },
  { lean: -2, bend: -12, sway: 6, legs: { near: [-2, 6, -4, 6], far: [18, 9, 0, 8] }, yaw: [0, 180] },
  { lean: 0, bend: -4, legs: { near: [-8, 17, -9, 14], far: [8, 17, 6, 14] }, yaw: [0, 180] },
  { lean: 5, bend: 6, legs: { near: [-16, 6, -20, 6], far: [20, 6, 6, 6] }, yaw: [0, 180] },
  { lean: -9, bend: -10, sway: -5, legs: { near: [22, 2, 14, -6], far: [4, 8, 2, 8] }, yaw: [0, 150] },
  { lean: 14, bend: 18, legs: { near: [-4, 8, -14, 8], far: [14, 9, -4, 8] }, nod: -8, yaw: [30, 150] },
  { lean: 0, bend: 8, sway: -6, legs: { near: [4, 6, 0, 6], far: [-6, 8, -10, 8] }, yaw: [0, 180] },
];

export const WALKING: readonly Posture[] = [
  {
    lean: 7,
    bend: 6,
    legs: { near: [36, 4, 22, 4], far: [-26, 4, -56, 4] },
    feet: { near: 18, far: -44 },
    yaw: [34, 146],
  },
  {
    lean: 2,
    bend: -14,
    legs: { near: [-28, 4, -52, 4], far: [40, 4, 24, 4] },
    feet: { near: -44, far: 20 },
    nod: -6,
    yaw: [34, 146],
  },
  {
    lean: 22,
    bend: 18,
    legs: { near: [58, 6, -8, 6], far: [-14, 6, -56, 6] },
    feet: { near: 6, far: -50 },
    nod: -12,
    yaw: [44, 136],
  },
  {
    lean: -10,
    bend: -12,
    legs: { near: [-20, 5, -34, 5], far: [52, 6, 40, 4] },
    feet: { near: -28, far: 34 },
    nod: 4,
    yaw: [40, 140],
  },
];

export const RUNNING: readonly Posture[] = [
  {
    lean: 22,
    bend: 14,
    legs: { near: [74, 4, 14, 4], far: [-34, 4, -92, 4] },
    feet: { near: 22, far: -78 },
    nod: -10,
    lift: 7,
    yaw: [56, 124],
    effect: "dust",
  },
  {
    lean: 30,
    bend: -10,
    legs: { near: [-40, 4, -88, 4], far: [82, 4, 22, 4] },
    feet: { near: -78, far: 24 },
    nod: -14,
    lift: 8,
    yaw: [56, 124],
    effect: "dust",
  },
  {
    lean: 14,
    bend: -14,
    legs: { near: [84, 8, 58, 4], far: [-52, 8, -74, 4] },
    feet: { near: 36, far: -60 },
    nod: -6,
    lift: 12,
    yaw: [52, 128],
    effect: "dust",
  },
  {
    lean: 12,
    bend: 8,
    legs: { near: [92, 6, -14, 4], far: [-30, 6, -84, 4] },
    feet: { near: 0, far: -56 },
    lift: 7,
    yaw: [52, 128],
    effect: "dust",
  },
];

export const JUMPING: readonly Posture[] = [
  {
    lean: 4,
    bend: -18,
    legs: { near: [70, 16, -40, 8], far: [30, 16, -88, 10] },
    feet: { near: -30, far: -60 },
    nod: -10,
    lift: 27,
    yaw: [24, 146],
    effect: "leap",
  },
  {
    lean: -2,
    bend: -14,
    legs: { near: [-6, 42, -14, 30], far: [20, 42, 2, 30] },
    feet: { near: -30, far: -20 },
    nod: -10,
    lift: 27,
    yaw: [0, 60],
    effect: "leap",
  },
  {
    lean: 8,
    bend: 16,
    legs: { near: [84, 12, -52, 8], far: [92, 14, -46, 8] },
    feet: { near: -20, far: -20 },
    lift: 28,
    yaw: [36, 134],
    effect: "leap",
  },
  {
    lean: 0,
    bend: -16,
    legs: { near: [-6, 6, -26, 6], far: [8, 8, -16, 8] },
    feet: { near: -60, far: -54 },
    nod: -8,
    lift: 26,
    yaw: [0, 150],
    effect: "leap",
  },
];

/** On a stool. */
export const SEATED: readonly Posture[] = [
  {
    lean: -6,
    bend: 8,
    legs: { near: [92, 8, 8, 5], far: [88, 12, -4, 8] },
    feet: { near: 8, far: 4 },
    lift: 3,
    yaw: [44, 128],
    support: "stool",
    thighs: "forward",
  },
  {
    lean: 14,
    bend: 22,
    legs: { near: [90, 8, 0, 5], far: [92, 12, 16, 8] },
    feet: { near: 4, far: 10 },
    lift: 3,
    nod: 6,
    yaw: [48, 126],
    support: "stool",
    thighs: "forward",
  },
  {
    lean: -12,
    bend: 4,
    legs: { near: [84, 8, 44, 5], far: [92, 10, 30, 8] },
    feet: { near: 44, far: 28 },
    lift: 3,
    yaw: [48, 126],
    support: "stool",
    thighs: "forward",
  },
  {
    lean: 0,
    bend: 12,
    legs: { near: [104, 2, 38, -8], far: [86, 10, 2, 6] },
    feet: { near: 10, far: 4 },
    lift: 3,
    yaw: [52, 124],
    support: "stool",
    thighs: "forward",
  },
];

/** On the ground. */
export const ON_THE_GROUND: readonly Posture[] = [
  {
    lean: -10,
    bend: 14,
    legs: { near: [86, 6, 84, 5], far: [104, 10, 52, 6] },
    feet: { near: 68, far: 40 },
    yaw: [52, 128],
    thighs: "forward",
  },
  {
    lean: 2,
    bend: 20,
    legs: { near: [116, 10, 22, 6], far: [124, 14, 34, 8] },
    knees: "up",
    yaw: [50, 126],
    thighs: "forward",
  },
  {
    lean: -4,
    bend: 10,
    legs: { near: [88, 8, 88, 4], far: [90, 16, 86, 10] },
    feet: { near: 76, far: 70 },
    yaw: [54, 126],
    thighs: "forward",
  },
];

export const KNEELING: readonly Posture[] = [
  {
    lean: 6,
    bend: 10,
    legs: { near: [-8, 6, -94, 4], far: [88, 10, 0, 6] },
    feet: { near: -165 },
    yaw: [60, 120],
    thighs: "forward",
  },
  {
    lean: 4,
    bend: 6,
    legs: { near: [4, 6, -96, 4], far: [10, 8, -92, 6] },
    feet: { near: -170, far: -170 },
    nod: -6,
    yaw: [62, 118],
  },
  {
    lean: 16,
    bend: 18,
    legs: { near: [86, 10, -4, 6], far: [-10, 8, -96, 4] },
    feet: { far: -165 },
    yaw: [60, 120],
    thighs: "forward",
  },
];

/** Belly down, chest raised. */
export const PRONE: readonly Posture[] = [
  {
    lean: -8,
    bend: -46,
    legs: { near: [-2, 6, -104, 4], far: [-4, 8, -66, 4] },
    feet: { near: -150, far: -130 },
    roll: 80,
    headLift: 62,
    yaw: [62, 118],
  },
  {
    lean: -4,
    bend: -50,
    legs: { near: [2, 8, -6, 6], far: [-2, 10, -8, 8] },
    feet: { near: -80, far: -80 },
    roll: 82,
    headLift: 62,
    yaw: [62, 118],
  },
];

/** Belly up. */
export const SUPINE: readonly Posture[] = [
  {
    lean: 0,
    bend: 18,
    legs: { near: [62, 5, -40, 5], far: [92, 6, 52, 0] },
    feet: { near: 20, far: 60 },
    nod: 12,
    roll: -80,
    yaw: [60, 120],
  },
  {
    lean: 0,
    bend: 10,
    legs: { near: [4, 6, 0, 6], far: [50, 8, -36, 6] },
    nod: 8,
    roll: -84,
    yaw: [60, 120],
  },
];

/** On a ladder that the near hand holds. */
export const ON_THE_LADDER: readonly Posture[] = [
  {
    lean: 8,
    bend: -10,
    legs: { near: [20, 8, -14, 6], far: [92, 8, -6, 6] },
    feet: { near: -8, far: 0 },
    nod: -10,
    lift: 18,
    yaw: [56, 130],
    support: "ladder",
  },
  {
    lean: 4,
    bend: -8,
    legs: { near: [94, 8, -6, 6], far: [22, 8, -12, 6] },
    feet: { near: 0, far: -8 },
    nod: -8,
    lift: 18,
    yaw: [56, 130],
    support: "ladder",
  },
  {
    lean: 6,
    bend: -4,
    legs: { near: [50, 8, -24, 6], far: [62, 10, -18, 6] },
    nod: -6,
    lift: 26,
    yaw: [56, 130],
    support: "ladder",
  },
];

/** Legs apart, ready for blows. */
export const BOXING_STANCE: readonly Posture[] = [
  {
    lean: 16,
    bend: 10,
    legs: { near: [-34, 10, -44, 8], far: [42, 10, 12, 8] },
    feet: { near: -20 },
    yaw: [50, 130],
  },
  {
    lean: 6,
    bend: 16,
    legs: { near: [-14, 14, -40, 10], far: [46, 14, -14, 10] },
    yaw: [46, 134],
  },
  {
    lean: 28,
    bend: -4,
    legs: { near: [-46, 8, -58, 6], far: [60, 8, -4, 6] },
    feet: { near: -34 },
    yaw: [54, 126],
  },
];
