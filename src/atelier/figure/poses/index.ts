/** Every action as a silhouette of its own, in one to three versions. */

import type { Action } from "../../vocabulary.ts";
import { DOING } from "./doing.ts";
import { GOING } from "./going.ts";
import type { Pose } from "./pose.ts";
import { RESTING } from "./resting.ts";

export const POSES: Readonly<Record<Action, readonly Pose[]>> = { ...RESTING, ...GOING, ...DOING };
