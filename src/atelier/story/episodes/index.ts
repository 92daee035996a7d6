/** What can happen on the way, in any plot. */
import type { Episode } from "../beat.ts";
import { DELAYS } from "./delays.ts";
import { HINDRANCES } from "./hindrances.ts";

export const EPISODES: readonly Episode[] = [...HINDRANCES, ...DELAYS];
