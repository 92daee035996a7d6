/** What a figure is asked to be, and where its parts came to lie. */

import type { Box, Point } from "../../geometry/index.ts";
import type { Action, Condition, Emotion, Identity, Prop } from "../vocabulary.ts";

/** Which way the body is turned against the viewer; `facing` says to which side of the panel. */
export type Turn = "side" | "three-quarter" | "front" | "back";

export interface FigureSpec {
  readonly identity: Identity;
  readonly action: Action;
  readonly emotion: Emotion;
  /** Ground point under the figure, panel px; airborne figures float above it. */
  readonly at: Point;
  /** px per body unit: the bear stands about 100 units tall, see `standingHeight` for the others. */
  readonly scale: number;
  readonly facing: "left" | "right";
  readonly turn: Turn;
  /** Held in the gesture hand, or in both; carrying, eating, reading, throwing and digging have their own when none is named. */
  readonly holds?: Prop | undefined;
  /** Drawn on it besides; nothing when absent. */
  readonly conditions?: readonly Condition[] | undefined;
  readonly seed: string;
  /** Name under which the owner layer knows the figure; what it holds is known as {@link heldOwner}. */
  readonly owner: string;
}

/** Panel px. */
export interface FigureAnchors {
  readonly head: Point;
  /** px */
  readonly headRadius: number;
  readonly mouth: Point;
  /** The gesture hand points, waves and usually holds. */
  readonly hands: readonly [gesture: Point, other: Point];
  /** Where something is held, or would be. */
  readonly grasp: Point;
  /** Other actions that the pose also shows. */
  readonly also: readonly Action[];
  /** The trunk is not upright. */
  readonly lies: boolean;
  /** Everything drawn for the figure, what it holds and its stool included, before occlusion. */
  readonly bounds: Box;
  /** The head without ears and hat. */
  readonly faceBox: Box;
}

export interface PropSpec {
  readonly prop: Prop;
  /** The middle of the thing's foot, panel px. */
  readonly at: Point;
  /** px per body unit, as for figures. */
  readonly scale: number;
  readonly seed: string;
  readonly owner: string;
}

/** Owner name of the thing that a figure holds. */
export const heldOwner = (owner: string): string => `${owner}/holds`;
