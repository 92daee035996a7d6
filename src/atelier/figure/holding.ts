/** Puts things into hands. */

import type { Point } from "../../geometry/index.ts";
import { ellipse, girth, tube } from "../ink/curve.ts";
import { PALETTE } from "../ink/palette.ts";
import { between, clamp, minus, plus, times, unit } from "../ink/plane.ts";
import type { Prop } from "../vocabulary.ts";
import type { Build } from "./build.ts";
import type { HandPlace } from "./hand.ts";
import type { Pencil } from "./pencil.ts";
import { solid } from "./pencil.ts";
import type { Pose, Side } from "./poses.ts";
import { HOLDING_ARMS, HOLDING_HANDS } from "./poses.ts";
import { PROP_ART, propFrame } from "./props/index.ts";
import type { Skeleton } from "./skeleton.ts";

/** The pose with the holding arm bent as the thing wants to be held; poses for two hands already are. */
export function poseHolding(pose: Pose, prop: Prop | undefined): Pose {
  const holder = pose.holder ?? "far";
  if (prop === undefined || holder === "both" || pose.holds !== undefined) return pose;
  const { hold } = PROP_ART[prop];
  return {
    ...pose,
    arms: { ...pose.arms, [holder]: HOLDING_ARMS[hold] },
    hands: { ...pose.hands, [holder]: HOLDING_HANDS[hold] },
  };
}

/** Length of an arm for which things are drawn at full size; small hands hold smaller ones. */
const USUAL_REACH = 34;

/** Draws a held thing where the hands are. */
export function drawHeld(
  pencil: Pencil,
  prop: Prop,
  pose: Pose,
  hands: Readonly<Record<Side, HandPlace>>,
  { scale: bodyScale, forward }: Skeleton,
  build: Build,
): void {
  const art = PROP_ART[prop];
  const scale = bodyScale * clamp((build.arm[0] + build.arm[1]) / USUAL_REACH, 0.8, 1.05);
  const both = pose.holder === "both";
  const holder = hands[pose.holder === "near" ? "near" : "far"];
  const grasp = both ? between(hands.near.palm, hands.far.palm, 0.5) : holder.palm;
  const resting = art.hold === "on the palm" || (both && art.hold === "hanging");
  const ahead = resting ? (both ? 5 : 2) : 0;
  const rise = resting ? 2.4 : 0;
  const [right, up] = resting ? [0, 0] : art.grip;
  const foot: Point = plus(grasp, times([(ahead - right) * forward, up - rise], scale));
  art.draw(pencil, propFrame({ foot, scale, forward }));
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
