import type { Easel } from "./easel.ts";

/** What can stand between the viewer and the figures. */
export const COVERS = ["leaves", "grass", "flowers", "fence", "crates", "barrel", "rocks", "table"] as const;
export type Cover = (typeof COVERS)[number];

/** A place: one file, registered in `index.ts`. */
export interface SettingArt {
  /** Paints the whole stage behind the figures: far, middle and near ground in this order. */
  readonly draw: (easel: Easel) => void;
  /** What may cover the lower edge or a corner. */
  readonly covers: readonly Cover[];
  /** How far up the ground a crowd stands, body units; absent where no crowd gathers. */
  readonly crowd?: number | undefined;
}
