/** Proportions of a body, body units. */
export interface Build {
  /** Radii. */
  readonly head: number;
  readonly chest: number;
  readonly belly: number;
  readonly hip: number;
  readonly hand: number;
  /** How far the belly stands out in front. */
  readonly paunch: number;
  /** Lengths. */
  readonly neck: number;
  readonly torso: number;
  readonly arm: readonly [upper: number, lower: number];
  readonly leg: readonly [upper: number, lower: number];
  readonly foot: { readonly radius: number; readonly length: number };
  /** Half widths. */
  readonly shoulder: number;
  readonly pelvis: number;
  /** How far knees and elbows are rounded off, 0-1: hoses or joints. */
  readonly suppleness: number;
  readonly armRadii: readonly [shoulder: number, elbow: number, wrist: number];
  readonly legRadii: readonly [hip: number, knee: number, ankle: number];
}

const HOSE = 0.58;
const JOINT = 0.32;

/** A round cartoon animal, under three heads tall. */
export const ROUND: Build = {
  head: 20,
  chest: 13.5,
  belly: 19,
  hip: 14.5,
  hand: 5.7,
  paunch: 3.8,
  neck: -1.6,
  torso: 25,
  arm: [17, 16],
  leg: [13.5, 14],
  foot: { radius: 6.5, length: 12 },
  shoulder: 13,
  pelvis: 7.6,
  suppleness: HOSE,
  armRadii: [5.4, 4.9, 4.4],
  legRadii: [7.8, 6.2, 5.1],
};

/** A small animal with slim limbs. */
export const SMALL: Build = {
  head: 17.3,
  chest: 9.7,
  belly: 13,
  hip: 10.8,
  hand: 4.9,
  paunch: 1.6,
  neck: -1.6,
  torso: 19.5,
  arm: [14.6, 14],
  leg: [13.5, 14],
  foot: { radius: 5.4, length: 11.3 },
  shoulder: 9.7,
  pelvis: 6,
  suppleness: HOSE,
  armRadii: [4.3, 3.8, 3.5],
  legRadii: [6, 4.9, 4.3],
};

/** A lanky human, four and a half heads tall. */
export const LANKY: Build = {
  head: 13,
  chest: 10.5,
  belly: 9,
  hip: 8.6,
  hand: 4.6,
  paunch: 0.5,
  neck: 3.8,
  torso: 29,
  arm: [19.5, 18.4],
  leg: [24, 23.5],
  foot: { radius: 4.3, length: 12 },
  shoulder: 10.3,
  pelvis: 4.6,
  suppleness: JOINT,
  armRadii: [4.6, 4, 3.5],
  legRadii: [6.2, 5.1, 4.3],
};

/** A heavy human. */
export const STOUT: Build = {
  head: 14,
  chest: 13.5,
  belly: 16.2,
  hip: 13,
  hand: 5.1,
  paunch: 4.3,
  neck: 1,
  torso: 30,
  arm: [18, 16.8],
  leg: [17.5, 17.5],
  foot: { radius: 4.6, length: 12 },
  shoulder: 14,
  pelvis: 6.5,
  suppleness: JOINT,
  armRadii: [6, 5.1, 4.3],
  legRadii: [8, 6.5, 5.1],
};

/** A child, a little over three heads tall. */
export const CHILD: Build = {
  head: 13.6,
  chest: 8,
  belly: 8.6,
  hip: 8.6,
  hand: 4.1,
  paunch: 1,
  neck: 1,
  torso: 18,
  arm: [13.4, 12.8],
  leg: [14, 14],
  foot: { radius: 4.2, length: 9.6 },
  shoulder: 8,
  pelvis: 4.2,
  suppleness: JOINT,
  armRadii: [3.6, 3.1, 2.8],
  legRadii: [4.6, 3.8, 3.2],
};
