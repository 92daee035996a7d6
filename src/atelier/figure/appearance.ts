/** What one member of the cast looks like: everything that the drawing code may ask about it. */

import type { Build } from "./build.ts";
import type { GarmentArt } from "./clothes/garment.ts";
import type { HatArt } from "./hats/hat.ts";
import type { HeadArt } from "./heads/head.ts";
import type { Tail } from "./tail.ts";

export interface Appearance {
  readonly build: Build;
  readonly head: HeadArt;
  /** Skin or fur. */
  readonly skin: string;
  readonly hands: string;
  readonly sleeves: string;
  readonly torso: string;
  readonly trousers: string;
  /** Bare feet when absent. */
  readonly shoes?: string;
  /** Legs are thin and bare under a skirt. */
  readonly skirt?: Skirt;
  readonly stripes?: string;
  /** From the skin outwards. */
  readonly garments: readonly GarmentArt[];
  readonly hat?: HatArt;
  readonly tail?: Tail;
}

export interface Skirt {
  readonly colour: string;
  /** Share of the thigh that it covers; more than 1 falls over the knee. */
  readonly length: number;
}
