import type { Plot } from "../beat.ts";
import { DELIVERY } from "./delivery.ts";
import { LESSON } from "./lesson.ts";
import { LOST } from "./lost.ts";
import { NIGHT_NOISE } from "./night-noise.ts";
import { PICNIC } from "./picnic.ts";
import { RACE } from "./race.ts";
import { THEFT } from "./theft.ts";
import { VISIT } from "./visit.ts";

export const PLOTS: readonly Plot[] = [THEFT, LOST, PICNIC, DELIVERY, RACE, VISIT, LESSON, NIGHT_NOISE];
