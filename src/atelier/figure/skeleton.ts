/** Poses a body in its own space, turns it against the viewer and sets it on the ground. */

import type { Point } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import type { Shape } from "../ink/curve.ts";
import { clamp, lengthOf, minus, plus, radians, rotate, times, unit } from "../ink/plane.ts";
import type { Build } from "./build.ts";
import type { LimbAngles, Pose, Side } from "./poses/pose.ts";
import { SIDES } from "./poses/pose.ts";
import type { Spot } from "./space.ts";
import { limbDirection, project, scaled, shift } from "./space.ts";

export interface Joint {
  /** px */
  readonly at: Point;
  /** Body units towards the viewer. */
  readonly depth: number;
}

export interface Limb {
  /** Shoulder or hip. */
  readonly root: Joint;
  /** Elbow or knee. */
  readonly middle: Joint;
  /** Wrist or ankle. */
  readonly end: Joint;
}

export interface Leg extends Limb {
  readonly toe: Joint;
}

export interface Skeleton {
  readonly pelvis: Joint;
  readonly chest: Joint;
  /** The middle line of the torso from the chest to the pelvis, px. */
  readonly spine: Shape;
  readonly head: Joint;
  /** Where a tail grows. */
  readonly rump: Joint;
  readonly arms: Readonly<Record<Side, Limb>>;
  readonly legs: Readonly<Record<Side, Leg>>;
  /** Radians; 0 faces the viewer, a quarter turn faces right. */
  readonly yaw: number;
  /** Radians that the whole figure is turned in the picture. */
  readonly roll: number;
  /** Radians that the head looks down. */
  readonly pitch: number;
  /** px a body unit */
  readonly scale: number;
  /** The ground under the figure, px from the top. */
  readonly groundY: number;
  /** 1 facing right, -1 facing left. */
  readonly forward: 1 | -1;
}

export interface Stance {
  readonly build: Build;
  readonly pose: Pose;
  /** Radians, see {@link Skeleton}. */
  readonly yaw: number;
  readonly at: Point;
  readonly scale: number;
  /** How far the camera looks down, see {@link CAMERA_TILT}. */
  readonly tilt?: number;
  /** Nudges each angle, so that no two figures stand alike. */
  readonly random: Random;
}

/** Degrees by which a limb may miss its angle. */
const LOOSENESS = 2.5;

interface BodyLimb {
  readonly root: Spot;
  readonly middle: Spot;
  readonly end: Spot;
}
interface BodyLeg extends BodyLimb {
  readonly toe: Spot;
}

/** A torso bent along the line of action. */
interface Trunk {
  /** Middle line from the chest to the pelvis, the belly's weight included. */
  readonly spine: readonly Spot[];
  readonly chest: Spot;
  readonly head: Spot;
  /** Degrees that the upper end leans forward and to the far side. */
  readonly lean: number;
  readonly sway: number;
}

interface Body {
  readonly trunk: Trunk;
  readonly arms: Readonly<Record<Side, BodyLimb>>;
  readonly legs: Readonly<Record<Side, BodyLeg>>;
}

export function poseSkeleton(stance: Stance): Skeleton {
  const { build, pose, yaw, at, scale } = stance;
  const forward = Math.sin(yaw) < 0 ? -1 : 1;
  const roll = radians(pose.roll ?? 0) * forward;
  const body = poseBody(stance, forward);
  const flat = (spot: Spot): Joint => {
    const { x, y, depth } = project(spot, yaw, stance.tilt);
    return { at: rotate([x, y], roll), depth };
  };
  const drop = -lowestPoint(build, pose, flat, body) - (pose.lift ?? 0);
  const joint = (spot: Spot): Joint => {
    const { at: flatAt, depth } = flat(spot);
    return { at: plus(at, times(plus(flatAt, [0, drop]), scale)), depth };
  };
  const limb = ({ root, middle, end }: BodyLimb): Limb => ({
    root: joint(root),
    middle: joint(middle),
    end: joint(end),
  });
  const { trunk, arms, legs } = body;
  return {
    pelvis: joint([0, 0, 0]),
    chest: joint(trunk.chest),
    spine: trunk.spine.map((spot) => joint(spot).at),
    head: joint(trunk.head),
    rump: joint([0, build.hip * 0.2, -build.hip * 0.8]),
    arms: { far: limb(arms.far), near: limb(arms.near) },
    legs: {
      far: { ...limb(legs.far), toe: joint(legs.far.toe) },
      near: { ...limb(legs.near), toe: joint(legs.near.toe) },
    },
    yaw,
    roll,
    pitch: radians((pose.nod ?? 0) * 0.6),
    scale,
    groundY: at[1],
    forward,
  };
}

function poseBody({ build, pose, random }: Stance, forward: 1 | -1): Body {
  const lean = pose.lean + random.range(-1, 1);
  const trunk = poseTrunk(build, pose, lean, forward);
  const bodySide = (side: Side): 1 | -1 => (side === "far" ? forward : (-forward as 1 | -1));
  const armOf = (side: Side) => poseArm(build, trunk, bodySide(side), loosened(pose.arms[side], random));
  const legOf = (side: Side) =>
    poseLeg(build, pose, bodySide(side), loosened(pose.legs[side], random), pose.feet?.[side] ?? 0);
  return {
    trunk,
    arms: { far: armOf("far"), near: armOf("near") },
    legs: { far: legOf("far"), near: legOf("near") },
  };
}

function loosened(angles: LimbAngles, random: Random): LimbAngles {
  const off = () => random.range(-LOOSENESS, LOOSENESS);
  return [angles[0] + off(), angles[1] + off(), angles[2] + off(), angles[3] + off()];
}

const SPINE_SLICES = 6;

/**
 * A spine is an arc: its tangent turns by the pose's bend from the pelvis to the chest, about the lean that it has in
 * its middle; to the side it bends from upright to twice the sway.
 */
function poseTrunk(build: Build, pose: Pose, lean: number, forward: 1 | -1): Trunk {
  const bend = pose.bend ?? 0;
  const sway = (pose.sway ?? 0) * forward;
  const slice = build.torso / SPINE_SLICES;
  const middleLine: Spot[] = [[0, 0, 0]];
  for (let i = 0; i < SPINE_SLICES; i++) {
    const share = (i + 0.5) / SPINE_SLICES;
    middleLine.push(
      shift(
        middleLine[i] ?? [0, 0, 0],
        scaled(upwards(lean + bend * (share - 0.5), sway * 2 * share), slice),
      ),
    );
  }
  const chest = middleLine.at(-1) ?? [0, 0, 0];
  const spine = middleLine.map((spot, i) =>
    shift(spot, [0, 0, build.paunch * Math.sin(Math.PI * (i / SPINE_SLICES) ** 0.65)]),
  );
  const top = lean + bend * 0.5;
  return {
    spine: spine.toReversed(),
    chest,
    head: placeHead(build, pose, chest, top, sway),
    lean: top,
    sway,
  };
}

/** The direction of a spine that leans forward and sways aside by so many degrees. */
const upwards = (lean: number, sway: number): Spot => [
  Math.sin(radians(sway)),
  -Math.cos(radians(lean)) * Math.cos(radians(sway)),
  Math.sin(radians(lean)) * Math.cos(radians(sway)),
];

function placeHead(build: Build, pose: Pose, chest: Spot, lean: number, sway: number): Spot {
  const neckLean = radians(lean * 0.45 - (pose.nod ?? 0) * 0.5);
  const neck = build.neck + build.head * 0.92;
  return shift(chest, [
    Math.sin(radians(sway)) * neck,
    -Math.cos(neckLean) * (neck + build.chest * 0.35),
    Math.sin(neckLean) * neck + build.head * 0.12,
  ]);
}

function poseArm(build: Build, { chest, lean, sway }: Trunk, side: 1 | -1, angles: LimbAngles): BodyLimb {
  const [upperSwing, upperSpread, lowerSwing, lowerSpread] = angles;
  const tilt = radians(sway * 1.5);
  const shoulder: Spot = [side * build.shoulder * Math.cos(tilt), side * build.shoulder * Math.sin(tilt), 0];
  const root = shift(shift(chest, shoulder), [0, build.chest * 0.12, 0]);
  const upper = limbDirection(side, upperSwing + lean * 0.3, upperSpread);
  const lower = limbDirection(side, lowerSwing + lean * 0.3, lowerSpread);
  const middle = shift(root, scaled(upper, build.arm[0]));
  return { root, middle, end: shift(middle, scaled(lower, build.arm[1])) };
}

function poseLeg(build: Build, pose: Pose, side: 1 | -1, angles: LimbAngles, toesUp: number): BodyLeg {
  const [swing, upperSpread, lowerSwing, lowerSpread] = angles;
  const root: Spot = [side * build.pelvis, build.hip * 0.25, 0];
  const thigh = build.leg[0] * (pose.thighs === "forward" ? thighReach(build) : 1);
  const upperSwing = pose.knees === "up" ? kneeSwing(build, thigh, lowerSwing) : swing;
  const middle = shift(root, scaled(limbDirection(side, upperSwing, upperSpread), thigh));
  const end = shift(middle, scaled(limbDirection(side, lowerSwing, lowerSpread), build.leg[1]));
  const up = radians(toesUp);
  const along: Spot = [side * 0.28 * Math.cos(up), -Math.sin(up), Math.cos(up)];
  return { root, middle, end, toe: shift(end, scaled(along, build.foot.length)) };
}

/** Degrees to which a thigh rises where the foot stands on the ground that the hips sit on. */
function kneeSwing({ hip, leg, foot }: Build, thigh: number, lowerSwing: number): number {
  const rise = leg[1] * Math.cos(radians(lowerSwing)) + foot.radius - hip * 0.7;
  return 90 + (Math.asin(clamp(rise / thigh, 0, 0.9)) * 180) / Math.PI;
}

/** Thighs that point forward are drawn longer where they would hide under a round belly. */
const thighReach = ({ belly, paunch, leg }: Build): number => Math.max(1, ((belly + paunch) * 1.12) / leg[0]);

/** Where the body would touch the ground, body units below the pelvis. */
function lowestPoint(
  build: Build,
  pose: Pose,
  flat: (spot: Spot) => Joint,
  { trunk, arms, legs }: Body,
): number {
  const bottom = (spot: Spot, radius: number): number => flat(spot).at[1] + radius;
  const limbs = SIDES.flatMap((side) => [
    bottom(legs[side].end, build.foot.radius),
    bottom(legs[side].middle, build.legRadii[1] * 0.9),
    bottom(arms[side].middle, build.armRadii[1]),
    bottom(arms[side].end, build.hand),
  ]);
  const body = [
    bottom(trunk.chest, build.chest),
    bottom(trunk.head, build.head * 0.9),
    ...(pose.support === "stool"
      ? []
      : [
          bottom([0, 0, 0], build.hip * 0.95),
          ...trunk.spine.slice(2, 5).map((spot) => bottom(spot, build.belly * 0.9)),
        ]),
  ];
  return Math.max(...limbs, ...body);
}

/** Direction and visible share of the length of a limb's lower part. */
export function forearm({ middle, end }: Limb): { readonly along: Point; readonly length: number } {
  const along = minus(end.at, middle.at);
  return { along: unit(along), length: lengthOf(along) };
}
