import type { HeadFrame } from "../heads/head-frame.ts";
import type { Pencil } from "../pencil.ts";

/** Something on top of a head, drawn last. */
export type HatArt = (pencil: Pencil, head: HeadFrame) => void;
