import type { Emotion } from "../vocabulary.ts";

export type MouthKind = "smile" | "laugh" | "teeth" | "tremble" | "round" | "frown" | "smirk";

/** A face, in head radii where nothing else is said. */
export interface Expression {
  /** How far the brows' inner and outer ends sink. */
  readonly brows: readonly [inner: number, outer: number];
  /** Share of the eye that the lid covers, 0-1. */
  readonly lids: number;
  /** Size of the eyes and of the pupils against calm ones. */
  readonly eyes: number;
  readonly pupils: number;
  readonly mouth: MouthKind;
  readonly blush?: boolean;
  readonly drops?: "sweat" | "tears" | "startle";
}

export const EXPRESSIONS: Readonly<Record<Emotion, Expression>> = {
  calm: { brows: [0, 0], lids: 0.12, eyes: 1, pupils: 1, mouth: "smile" },
  happy: { brows: [-0.1, -0.06], lids: 0, eyes: 1, pupils: 1.1, mouth: "laugh", blush: true },
  angry: { brows: [0.22, -0.14], lids: 0.3, eyes: 1, pupils: 0.85, mouth: "teeth" },
  afraid: { brows: [-0.26, 0.04], lids: 0, eyes: 1.16, pupils: 0.5, mouth: "tremble", drops: "sweat" },
  sad: { brows: [-0.22, 0.14], lids: 0.34, eyes: 1, pupils: 1, mouth: "frown", drops: "tears" },
  sly: { brows: [0.14, -0.1], lids: 0.44, eyes: 1, pupils: 1, mouth: "smirk" },
  surprised: { brows: [-0.26, -0.22], lids: 0, eyes: 1.22, pupils: 0.75, mouth: "round", drops: "startle" },
};
