import type { Expression } from "../expressions.ts";
import type { Part } from "../pencil.ts";
import type { HeadFrame } from "./head-frame.ts";

/** What a face does at the moment. */
export interface FaceState {
  readonly expression: Expression;
  readonly asleep: boolean;
  /** Where the eyes look: shares of the eye to the right and down, -1 to 1. */
  readonly gaze: readonly [right: number, down: number];
}

/** A head: ears, skull, hair and face as parts in depth; the hat is not among them. */
export type HeadArt = (head: HeadFrame, face: FaceState) => readonly Part[];
