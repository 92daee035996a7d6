import type { Easel } from "./easel.ts";

/** A place: paints the whole stage behind the figures. */
export type SettingArt = (easel: Easel) => void;
