import { PALETTE } from "../ink/palette.ts";
import type { Emotion } from "../vocabulary.ts";

export type MouthKind =
  | "smile"
  | "laugh"
  | "teeth"
  | "tremble"
  | "round"
  | "frown"
  | "smirk"
  | "roar"
  | "retch";

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
  /** How far the far brow is raised above the other. */
  readonly cocked?: number;
  /** Colour of the cheeks. */
  readonly blush?: string;
  readonly drops?: "sweat" | "tears" | "startle";
}

/** One or two faces for every feeling. */
export const EXPRESSIONS: Readonly<Record<Emotion, readonly Expression[]>> = {
  calm: [{ brows: [0, 0], lids: 0.12, eyes: 1, pupils: 1, mouth: "smile" }],
  happy: [{ brows: [-0.1, -0.06], lids: 0, eyes: 1, pupils: 1.1, mouth: "laugh", blush: PALETTE.blush }],
  angry: [
    { brows: [0.27, -0.2], lids: 0.3, eyes: 1, pupils: 0.85, mouth: "teeth" },
    { brows: [0.24, -0.16], lids: 0.16, eyes: 1.04, pupils: 0.7, mouth: "roar" },
  ],
  afraid: [{ brows: [-0.26, 0.04], lids: 0, eyes: 1.16, pupils: 0.5, mouth: "tremble", drops: "sweat" }],
  sad: [{ brows: [-0.22, 0.14], lids: 0.34, eyes: 1, pupils: 1, mouth: "frown", drops: "tears" }],
  sly: [{ brows: [0.14, -0.1], lids: 0.44, eyes: 1, pupils: 1, mouth: "smirk", cocked: 0.3 }],
  surprised: [{ brows: [-0.26, -0.22], lids: 0, eyes: 1.22, pupils: 0.75, mouth: "round", drops: "startle" }],
  disgusted: [{ brows: [0.1, 0.06], lids: 0.52, eyes: 0.92, pupils: 0.8, mouth: "retch", blush: "#a3b04e" }],
};
