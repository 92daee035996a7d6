/** Puts things into hands. */

import type { Point } from "../../geometry/index.ts";
import { ellipse, girth, tube } from "../ink/curve.ts";
import { PALETTE } from "../ink/palette.ts";
import { between, clamp, minus, plus, radians, rotate, times, unit } from "../ink/plane.ts";
import type { Prop } from "../vocabulary.ts";
import type { Build } from "./build.ts";
import type { HandPlace } from "./hand.ts";
import type { Pencil } from "./pencil.ts";
import { solid } from "./pencil.ts";
import type { Pose, Side } from "./poses/pose.ts";
import { HOLDING_ARMS, HOLDING_HANDS } from "./poses/pose.ts";
import { PROP_ART, propFrame } from "./props/index.ts";
import type { Skeleton } from "./skeleton.ts";

/** The pose with the holding arm bent as the thing wants to be held; poses for two hands already are. */
export function poseHolding(pose: Pose, prop: Prop | undefined): Pose {
  const holder = pose.holder ?? "far";
  if (prop === undefined || holder === "both" || (pose.holds !== undefined && pose.holdsFreely !== true))
    return pose;
  const { hold } = PROP_ART[prop];
  return {
    ...pose,
    arms: { ...pose.arms, [holder]: HOLDING_ARMS[hold] },
    hands: { ...pose.hands, [holder]: HOLDING_HANDS[hold] },
  };
}

/** Length of an arm for which things are drawn at full size; small hands hold smaller ones. */
const USUAL_REACH = 34;

/** Least and most height at which a slanting tool is held, body units. */
const TOOL_GRIPS = [16, 42] as const;

/** The palm that holds, or the middle between both. */
export function graspOf({ holder }: Pose, { near, far }: Readonly<Record<Side, HandPlace>>): Point {
  if (holder === "both") return between(near.palm, far.palm, 0.5);
  return holder === "near" ? near.palm : far.palm;
}

/** Draws a held thing where the hands are. */
export function drawHeld(
  pencil: Pencil,
  prop: Prop,
  pose: Pose,
  hands: Readonly<Record<Side, HandPlace>>,
  { scale: bodyScale, forward, groundY }: Skeleton,
  build: Build,
): void {
  const art = PROP_ART[prop];
  const scale = bodyScale * clamp((build.arm[0] + build.arm[1]) / USUAL_REACH, 0.8, 1.05);
  const both = pose.holder === "both";
  const grasp = graspOf(pose, hands);
  const resting = art.hold === "on the palm" || (both && art.hold === "hanging");
  const ahead = resting ? (both ? 5 : 2) : 0;
  const rise = resting ? 2.4 : 0;
  const turn = radians(pose.tilt ?? 0) * forward;
  // A slanting tool is held so high that its foot is on the ground.
  const height = clamp((groundY - grasp[1]) / (scale * Math.cos(turn)), ...TOOL_GRIPS);
  const grip = pose.tilt === undefined ? art.grip : ([0, height] as const);
  const [right, up] = resting ? [0, 0] : grip;
  const foot: Point = plus(grasp, rotate(times([(ahead - right) * forward, up - rise], scale), turn));
  art.draw(pencil, propFrame({ foot, scale, forward, turn }));
}

/** A spoon from the hand to the mouth. */
export function drawSpoon(pencil: Pencil, { palm, radius }: HandPlace, mouth: Point): void {
  const along = unit(minus(mouth, palm));
  const reach = Math.min(Math.hypot(mouth[0] - palm[0], mouth[1] - palm[1]), radius * 2.6);
  const tip = plus(palm, times(along, reach));
  const shaft = tube([palm, between(palm, tip, 0.5), tip], girth(radius * 0.16));
  solid(pencil, shaft.outline, PALETTE.metal, { weight: 0.6 });
  solid(pencil, ellipse(tip, radius * 0.55, radius * 0.38, Math.atan2(along[1], along[0])), PALETTE.metal, {
    weight: 0.7,
  });
}
