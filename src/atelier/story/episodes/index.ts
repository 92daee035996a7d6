/** What can happen on the way, in any plot. */
import type { Episode } from "../beat.ts";
import { ALONE } from "./alone.ts";
import { TOGETHER } from "./together.ts";

export const EPISODES: readonly Episode[] = [...ALONE, ...TOGETHER];
