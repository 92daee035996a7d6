/** Poses a body in its own space, turns it against the viewer and sets it on the ground. */

import type { Point } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import { lengthOf, minus, plus, radians, rotate, times, unit } from "../ink/plane.ts";
import type { Build } from "./build.ts";
import type { LimbAngles, Pose, Side } from "./poses.ts";
import { SIDES } from "./poses.ts";
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
  readonly belly: Joint;
  readonly chest: Joint;
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

export function poseSkeleton({ build, pose, yaw, at, scale, random }: Stance): Skeleton {
  const forward = Math.sin(yaw) < 0 ? -1 : 1;
  const roll = radians(pose.roll ?? 0) * forward;
  const lean = pose.lean + random.range(-1, 1);
  const spine: Spot = [0, -Math.cos(radians(lean)), Math.sin(radians(lean))];
  const bodySide = (side: Side): 1 | -1 => (side === "far" ? forward : (-forward as 1 | -1));
  const armOf = (side: Side) =>
    poseArm(build, spine, lean, bodySide(side), loosened(pose.arms[side], random));
  const legOf = (side: Side) =>
    poseLeg(build, bodySide(side), loosened(pose.legs[side], random), pose.feet?.[side] ?? 0);
  const arms = { far: armOf("far"), near: armOf("near") };
  const legs = { far: legOf("far"), near: legOf("near") };
  const trunk = poseTrunk(build, pose, spine, lean);

  const flat = (spot: Spot): Joint => {
    const { x, y, depth } = project(spot, yaw);
    return { at: rotate([x, y], roll), depth };
  };
  const drop = -lowestPoint(build, pose, flat, trunk, legs) - (pose.lift ?? 0);
  const joint = (spot: Spot): Joint => {
    const { at: flatAt, depth } = flat(spot);
    return { at: plus(at, times(plus(flatAt, [0, drop]), scale)), depth };
  };
  const limb = ({ root, middle, end }: BodyLimb): Limb => ({
    root: joint(root),
    middle: joint(middle),
    end: joint(end),
  });
  return {
    pelvis: joint([0, 0, 0]),
    belly: joint(trunk.belly),
    chest: joint(trunk.chest),
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

function loosened(angles: LimbAngles, random: Random): LimbAngles {
  const off = () => random.range(-LOOSENESS, LOOSENESS);
  return [angles[0] + off(), angles[1] + off(), angles[2] + off(), angles[3] + off()];
}

interface Trunk {
  readonly chest: Spot;
  readonly belly: Spot;
  readonly head: Spot;
}

function poseTrunk(build: Build, pose: Pose, spine: Spot, lean: number): Trunk {
  const chest = scaled(spine, build.torso);
  const neckLean = radians(lean * 0.45 - (pose.nod ?? 0) * 0.5);
  const neck = build.neck + build.head * 0.92;
  return {
    chest,
    belly: shift(scaled(spine, build.torso * 0.36), [0, 0, build.paunch]),
    head: shift(chest, [
      0,
      -Math.cos(neckLean) * (neck + build.chest * 0.35),
      Math.sin(neckLean) * neck + build.head * 0.12,
    ]),
  };
}

function poseArm(build: Build, spine: Spot, lean: number, side: 1 | -1, angles: LimbAngles): BodyLimb {
  const [upperSwing, upperSpread, lowerSwing, lowerSpread] = angles;
  const root = shift(scaled(spine, build.torso * 1.02), [side * build.shoulder, build.chest * 0.15, 0]);
  const upper = limbDirection(side, upperSwing + lean * 0.3, upperSpread);
  const lower = limbDirection(side, lowerSwing + lean * 0.3, lowerSpread);
  const middle = shift(root, scaled(upper, build.arm[0]));
  return { root, middle, end: shift(middle, scaled(lower, build.arm[1])) };
}

function poseLeg(build: Build, side: 1 | -1, angles: LimbAngles, toesUp: number): BodyLeg {
  const [upperSwing, upperSpread, lowerSwing, lowerSpread] = angles;
  const root: Spot = [side * build.pelvis, build.hip * 0.25, 0];
  const middle = shift(root, scaled(limbDirection(side, upperSwing, upperSpread), build.leg[0]));
  const end = shift(middle, scaled(limbDirection(side, lowerSwing, lowerSpread), build.leg[1]));
  const up = radians(toesUp);
  const along: Spot = [side * 0.28 * Math.cos(up), -Math.sin(up), Math.cos(up)];
  return { root, middle, end, toe: shift(end, scaled(along, build.foot.length)) };
}

/** Where the body would touch the ground, body units below the pelvis. */
function lowestPoint(
  build: Build,
  pose: Pose,
  flat: (spot: Spot) => Joint,
  trunk: Trunk,
  legs: Readonly<Record<Side, BodyLeg>>,
): number {
  const bottom = (spot: Spot, radius: number): number => flat(spot).at[1] + radius;
  const feet = SIDES.map((side) => bottom(legs[side].end, build.foot.radius));
  const body = [
    bottom(trunk.chest, build.chest),
    bottom(trunk.head, build.head * 0.9),
    ...(pose.support === "stool" ? [] : [bottom([0, 0, 0], build.hip), bottom(trunk.belly, build.belly)]),
  ];
  return Math.max(...feet, ...body);
}

/** Direction and visible share of the length of a limb's lower part. */
export function forearm({ middle, end }: Limb): { readonly along: Point; readonly length: number } {
  const along = minus(end.at, middle.at);
  return { along: unit(along), length: lengthOf(along) };
}
