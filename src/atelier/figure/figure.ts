/** Draws one figure: pose, parts in depth, and what it holds, each with its own owner. */

import type { Box, Point } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import { seeded } from "../../random.ts";
import { clamp, radians } from "../ink/plane.ts";
import type { Stage } from "../ink/stage.ts";
import type { Condition, Identity, Prop } from "../vocabulary.ts";
import type { Appearance } from "./appearance.ts";
import { CAST } from "./cast.ts";
import { drawArmBandage, drawDripping, drawHeadBandage, drawPuddle } from "./conditions.ts";
import { drawEffect, drawShadow } from "./effects.ts";
import { EXPRESSIONS } from "./expressions.ts";
import { FURNITURE } from "./furniture.ts";
import type { HandPlace } from "./hand.ts";
import { drawHand, placeHand } from "./hand.ts";
import { drawDrops } from "./heads/feelings.ts";
import type { FaceState } from "./heads/head.ts";
import type { HeadFrame } from "./heads/head-frame.ts";
import { headFrame } from "./heads/head-frame.ts";
import { drawHeld, drawSpoon, graspOf, poseHolding } from "./holding.ts";
import { drawArm, drawLeg } from "./limbs.ts";
import type { Part, Pencil } from "./pencil.ts";
import { createPencil, drawParts, extentBox, lend } from "./pencil.ts";
import { choosePose } from "./poses/index.ts";
import type { Pose, Side } from "./poses/pose.ts";
import { SIDES } from "./poses/pose.ts";
import { PROP_ART, propFrame } from "./props/index.ts";
import type { Skeleton } from "./skeleton.ts";
import { forearm, poseSkeleton } from "./skeleton.ts";
import type { FigureAnchors, FigureSpec, PropSpec, Turn } from "./spec.ts";
import { heldOwner } from "./spec.ts";
import { drawTail } from "./tail.ts";
import { drawNeck, drawTorso } from "./torso.ts";
import type { TorsoFrame } from "./torso-frame.ts";
import { torsoFrame } from "./torso-frame.ts";

export type { FigureAnchors, FigureSpec, PropSpec, Turn } from "./spec.ts";
export { heldOwner } from "./spec.ts";

/** Degrees of body turn before the action's own limits. */
const BODY_YAW: Readonly<Record<Turn, readonly [least: number, most: number]>> = {
  side: [62, 104],
  "three-quarter": [28, 66],
  front: [-6, 28],
  back: [138, 172],
};
/** Faces turn no farther than this, degrees: full profiles are hard to read. */
const FACE_YAW: Readonly<Record<Exclude<Turn, "back">, number>> = {
  side: 56,
  "three-quarter": 42,
  front: 42,
};
const BACK_OF_HEAD_YAW = 150;
/** Degrees by which a head may be turned apart from its body. */
const GLANCE = 18;
/** How often somebody looks back over the shoulder. */
const LOOKING_BACK_SHARE = 0.09;
/** From how far above figures are seen. */
const CAMERA_TILTS = [0.06, 0.28] as const;
/** A trunk that is turned so far is not upright, degrees. */
const LYING_ROLL = 25;

/** A figure worked out but not drawn. */
interface Model {
  readonly spec: FigureSpec;
  readonly appearance: Appearance;
  readonly pose: Pose;
  readonly prop: Prop | undefined;
  readonly skeleton: Skeleton;
  readonly torso: TorsoFrame;
  readonly head: HeadFrame;
  readonly face: FaceState;
  readonly hands: Readonly<Record<Side, HandPlace>>;
}

/** Draws the figure with its shadow and effects. */
export function drawFigure(stage: Stage, spec: FigureSpec): FigureAnchors {
  return draw(createPencil(stage, spec.owner, spec.scale), modelOf(spec));
}

/** Where the parts of a figure will lie, without drawing it. */
export function measureFigure(spec: FigureSpec): FigureAnchors {
  return draw(createPencil(undefined, spec.owner, spec.scale), modelOf(spec));
}

/** Height from sole to crown when standing, without ears and hat, body units. */
export function standingHeight(identity: Identity): number {
  const { build } = CAST[identity].appearance;
  const legs = build.foot.radius + build.leg[0] + build.leg[1] + build.hip * 0.25;
  return legs + build.torso + build.neck + build.chest * 0.35 + build.head * 1.86;
}

/** Draws a thing that nobody holds, standing on its foot; returns its box before occlusion, panel px. */
export function drawProp(stage: Stage, { prop, at, scale, seed, owner }: PropSpec): Box {
  const pencil = createPencil(stage, owner, scale);
  const forward = seeded(`prop:${seed}`).chance(0.5) ? 1 : -1;
  PROP_ART[prop].draw(pencil, propFrame({ foot: at, scale, forward }));
  return extentBox(pencil.extent);
}

function modelOf(spec: FigureSpec): Model {
  const { appearance } = CAST[spec.identity];
  const random = seeded(`figure:${spec.seed}`);
  const action = choosePose(spec.action, seeded(`pose:${spec.seed}`));
  const prop = spec.holds ?? action.holds;
  const pose = poseHolding(action, prop);
  const yaw = bodyYaw(spec, pose, random);
  const { build } = appearance;
  const tilt = random.range(...CAMERA_TILTS);
  const skeleton = poseSkeleton({ build, pose, yaw, at: spec.at, scale: spec.scale, tilt, random });
  const head = headFrame({
    centre: skeleton.head.at,
    radius: build.head * spec.scale,
    yaw: headYaw(spec, yaw, random, pose),
    pitch: skeleton.pitch,
    roll: skeleton.roll + radians(random.range(-2, 2) - (pose.headLift ?? 0) * skeleton.forward),
  });
  const reading = pose.holds === "book" ? 0.7 : 0.1;
  const face: FaceState = {
    expression: seeded(`face:${spec.seed}`).pick(EXPRESSIONS[spec.emotion]),
    asleep: pose.eyesShut === true,
    gaze: [0.3 * skeleton.forward, reading],
  };
  const torso = torsoFrame(build, skeleton);
  const hands = placeHands(appearance, skeleton);
  return { spec, appearance, pose, prop, skeleton, torso, head, face, hands };
}

/** Radians, within what the action needs to be read. */
function bodyYaw({ turn, facing }: FigureSpec, { yaw: [least, most] }: Pose, random: Random): number {
  const degrees = clamp(random.range(...BODY_YAW[turn]), least, most);
  return radians(degrees) * (facing === "left" ? -1 : 1);
}

/** The face is turned back towards the viewer, unless the viewer is to see its back. */
function headYaw({ turn }: FigureSpec, body: number, random: Random, pose: Pose): number {
  const size = Math.abs(body);
  if (turn === "back") return Math.max(size, radians(BACK_OF_HEAD_YAW)) * Math.sign(body);
  const busy = pose.holds !== undefined || pose.eyesShut === true;
  const looksBack = random.chance(LOOKING_BACK_SHARE) && !busy;
  const glance = radians(random.range(-GLANCE, GLANCE / 2));
  const ahead = Math.min(size, radians(FACE_YAW[turn])) + (busy ? glance / 3 : glance);
  return (looksBack ? radians(random.range(-40, -10)) : ahead) * Math.sign(body);
}

function placeHands({ build }: Appearance, { arms, scale, forward }: Skeleton): Record<Side, HandPlace> {
  const place = (side: Side) =>
    placeHand(arms[side].end.at, forearm(arms[side]).along, build.hand * scale, forward);
  return { near: place("near"), far: place("far") };
}

function draw(pencil: Pencil, model: Model): FigureAnchors {
  const { appearance, pose, skeleton, head, face } = model;
  const wet = has(model, "wet");
  drawShadow(pencil, appearance.build, skeleton, pose);
  if (wet) drawPuddle(pencil, skeleton);
  const furniture = pose.support === undefined ? undefined : FURNITURE[pose.support];
  if (furniture?.before === false) furniture.draw(pencil, appearance.build, skeleton);
  drawParts(pencil, partsOf(model));
  if (furniture?.before === true) furniture.draw(pencil, appearance.build, skeleton);
  if (face.expression.drops !== undefined && !face.asleep) drawDrops(pencil, head, face.expression.drops);
  if (wet) drawDripping(pencil, head, skeleton);
  if (pose.effect !== undefined) drawEffect(pencil, skeleton, appearance.build, pose.effect);
  return anchorsOf(pencil, model);
}

const has = ({ spec }: Model, condition: Condition): boolean => spec.conditions?.includes(condition) === true;

function partsOf(model: Model): readonly Part[] {
  const { appearance, skeleton, torso } = model;
  const parts: Part[] = SIDES.flatMap((side) => [legPart(model, side), armPart(model, side)]);
  parts.push(
    { depth: 0, draw: (pencil) => drawTorso(pencil, appearance, torso, skeleton) },
    { depth: -0.5, draw: (pencil) => drawNeck(pencil, appearance, skeleton) },
    headPart(model),
    ...heldParts(model),
  );
  const { tail } = appearance;
  if (tail !== undefined) {
    const depth = -8 * Math.cos(skeleton.yaw) - 3 * Math.abs(Math.sin(skeleton.yaw)) - 1;
    parts.push({ depth, draw: (pencil) => drawTail(pencil, tail, skeleton) });
  }
  return parts;
}

function headPart(model: Model): Part {
  const { appearance, head, face, skeleton } = model;
  return {
    depth: Math.max(1, skeleton.head.depth * 0.4),
    draw: (pencil) => {
      drawParts(pencil, appearance.head(head, face));
      if (has(model, "bandaged")) drawHeadBandage(pencil, appearance, head);
      appearance.hat?.(pencil, head);
    },
  };
}

/** Legs stand behind the torso when under a skirt. */
function legPart({ appearance, skeleton, torso }: Model, side: Side): Part {
  const leg = skeleton.legs[side];
  const under = appearance.skirt === undefined ? 2 : 22;
  return {
    depth: leg.middle.depth * 0.5 + leg.root.depth * 0.6 - under,
    draw: (pencil) => drawLeg(pencil, appearance, leg, torso, skeleton.roll),
  };
}

const armDepth = ({ arms }: Skeleton, side: Side): number =>
  (arms[side].middle.depth + arms[side].end.depth) / 2 + 3;

function armPart(model: Model, side: Side): Part {
  const { appearance, pose, skeleton, torso, hands, head } = model;
  return {
    depth: armDepth(skeleton, side),
    draw: (pencil) => {
      if (pose.spoon === true && side === "near") drawSpoon(pencil, hands.near, mouthOf(head));
      drawHand(pencil, hands[side], pose.hands?.[side] ?? "relaxed", appearance.hands);
      drawArm(pencil, appearance, skeleton.arms[side], torso);
      if (side === "near" && has(model, "bandaged"))
        drawArmBandage(pencil, appearance, skeleton.arms.near, skeleton.scale);
    },
  };
}

/** The held thing lies just behind the hand that closes over it. */
function heldParts({ spec, appearance, pose, prop, hands, skeleton }: Model): readonly Part[] {
  if (prop === undefined) return [];
  const side = pose.holder === "near" || pose.holder === "both" ? "near" : "far";
  return [
    {
      depth: armDepth(skeleton, side) - 0.01,
      draw: (pencil) =>
        drawHeld(lend(pencil, heldOwner(spec.owner)), prop, pose, hands, skeleton, appearance.build),
    },
  ];
}

const mouthOf = (head: HeadFrame): Point => head.point([0, 0.5, 0.8]);

function anchorsOf(pencil: Pencil, { head, hands, pose }: Model): FigureAnchors {
  const { centre, radius } = head;
  return {
    head: centre,
    headRadius: radius,
    mouth: mouthOf(head),
    hands: [hands.far.palm, hands.near.palm],
    grasp: graspOf(pose, hands),
    also: pose.also ?? [],
    lies: Math.abs(pose.roll ?? 0) > LYING_ROLL,
    bounds: extentBox(pencil.extent),
    faceBox: [centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius],
  };
}
