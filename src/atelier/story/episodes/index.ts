/** What can happen on the way, in any plot. */
import type { Episode } from "../beat.ts";
import { CLOUDBURST } from "./cloudburst.ts";
import { CROSSWORD } from "./crossword.ts";
import { ECHO } from "./echo.ts";
import { FALL } from "./fall.ts";
import { NAP } from "./nap.ts";
import { PUDDLE } from "./puddle.ts";
import { QUARREL } from "./quarrel.ts";
import { SLEEPER } from "./sleeper.ts";
import { SNACK } from "./snack.ts";
import { TOLL } from "./toll.ts";
import { WIND } from "./wind.ts";
import { WRONG_TURN } from "./wrong-turn.ts";

/** What stands in the way. */
const HINDRANCES: readonly Episode[] = [PUDDLE, TOLL, CLOUDBURST, WRONG_TURN, SLEEPER, FALL];

/** What costs time. */
const DELAYS: readonly Episode[] = [SNACK, NAP, QUARREL, ECHO, WIND, CROSSWORD];

export const EPISODES: readonly Episode[] = [...HINDRANCES, ...DELAYS];
