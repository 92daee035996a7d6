import type { Pencil } from "../pencil.ts";
import type { TorsoFrame } from "../torso-frame.ts";

/** A piece of clothing that is drawn on a finished torso. */
export type GarmentArt = (pencil: Pencil, torso: TorsoFrame) => void;
