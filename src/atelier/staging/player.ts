/** An actor measured once, to be put anywhere at any size. */
import { type Box, expand, type Point } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import { LOOK_ALIKES } from "../figure/cast.ts";
import { type FigureAnchors, type FigureSpec, measureFigure, type Turn } from "../figure/figure.ts";
import type { ActorScript, Plane } from "../story/script.ts";
import type { Action, Identity } from "../vocabulary.ts";

/** An actor with a stance, measured on the ground point [0, 0] at 1 px a body unit. */
export interface Player {
  readonly actor: ActorScript;
  readonly speaks: boolean;
  readonly facing: "left" | "right";
  readonly turn: Turn;
  readonly seed: string;
  readonly shape: FigureAnchors;
}

/** A player on its place, panel px. */
export interface PlacedFigure {
  readonly player: Player;
  readonly spec: FigureSpec;
  readonly plane: Plane;
  readonly head: Point;
  readonly headRadius: number;
  readonly mouth: Point;
  /** Where something is held; undefined for empty hands. */
  readonly grip?: Point | undefined;
  readonly face: Box;
  /** Head, trunk and legs, without spread limbs and things. */
  readonly trunk: Box;
  readonly bounds: Box;
}

/** Turns that suit an action, by how often. */
const TURNS: Readonly<Record<Action, readonly Turn[]>> = {
  standing: ["three-quarter", "three-quarter", "three-quarter", "front"],
  walking: ["side", "three-quarter"],
  running: ["side"],
  jumping: ["three-quarter", "side"],
  sitting: ["three-quarter", "side"],
  sleeping: ["side"],
  falling: ["side", "three-quarter"],
  pointing: ["three-quarter", "side"],
  waving: ["three-quarter", "front"],
  carrying: ["three-quarter", "side"],
  eating: ["three-quarter"],
  reading: ["three-quarter", "side"],
  lying: ["side"],
  climbing: ["side"],
  fighting: ["side"],
  hiding: ["side"],
  kneeling: ["three-quarter", "side"],
  throwing: ["side"],
  dancing: ["three-quarter", "front"],
  crying: ["three-quarter", "front"],
  digging: ["side"],
  pushing: ["side"],
};

/** Actions that still read from behind. */
const FROM_BEHIND: readonly Action[] = ["standing", "walking", "running", "climbing"];
/** How often someone who says nothing turns the back. */
const BACK_SHARE = 0.14;

/** Seen from behind, look-alikes could not be told apart: their small difference is in the face. */
const HAVE_DOUBLES: ReadonlySet<Identity> = new Set(LOOK_ALIKES.flat());

export function createPlayer(
  actor: ActorScript,
  facing: "left" | "right",
  speaks: boolean,
  seed: string,
  random: Random,
): Player {
  const mayTurn = !speaks && FROM_BEHIND.includes(actor.action) && !HAVE_DOUBLES.has(actor.identity);
  const turn = mayTurn && random.chance(BACK_SHARE) ? "back" : random.pick(TURNS[actor.action]);
  const player = { actor, speaks, facing, turn, seed };
  return { ...player, shape: measureFigure(specOf(player, [0, 0], 1)) };
}

function specOf(player: Omit<Player, "shape">, at: Point, scale: number): FigureSpec {
  const { actor, facing, turn, seed } = player;
  const { identity, action, emotion, holds, conditions } = actor;
  return { identity, action, emotion, holds, conditions, at, scale, facing, turn, seed, owner: identity };
}

/** Put a player on a ground point. */
export function placePlayer(player: Player, at: Point, scale: number): PlacedFigure {
  const { shape, actor } = player;
  const move = ([x, y]: Point): Point => [at[0] + x * scale, at[1] + y * scale];
  const moveBox = ([x1, y1, x2, y2]: Box): Box => [...move([x1, y1]), ...move([x2, y2])];
  const face = moveBox(shape.faceBox);
  const bounds = moveBox(shape.bounds);
  const radius = shape.headRadius * scale;
  const [headX] = move(shape.head);
  const hips = Math.max(radius, 20 * scale);
  return {
    player,
    spec: specOf(player, at, scale),
    plane: actor.plane,
    head: move(shape.head),
    headRadius: radius,
    mouth: move(shape.mouth),
    grip: actor.holds === undefined ? undefined : move(shape.grasp),
    face,
    trunk: shape.lies
      ? expand(bounds, -4 * scale)
      : [Math.min(headX, at[0]) - hips, face[1], Math.max(headX, at[0]) + hips, at[1]],
    bounds,
  };
}
