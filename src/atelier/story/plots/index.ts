import type { Plot } from "../beat.ts";
import { BIG_FISH } from "./big-fish.ts";
import { BIRTHDAY } from "./birthday.ts";
import { DELIVERY } from "./delivery.ts";
import { FOUND_KEY } from "./found-key.ts";
import { GUEST } from "./guest.ts";
import { LESSON } from "./lesson.ts";
import { LIGHTS_OUT } from "./lights-out.ts";
import { LOST } from "./lost.ts";
import { LOST_BALL } from "./lost-ball.ts";
import { MIX_UP } from "./mix-up.ts";
import { NIGHT_NOISE } from "./night-noise.ts";
import { PICNIC } from "./picnic.ts";
import { RACE } from "./race.ts";
import { RECIPE } from "./recipe.ts";
import { SWAP } from "./swap.ts";
import { THEFT } from "./theft.ts";
import { TREASURE } from "./treasure.ts";

export const PLOTS: readonly Plot[] = [
  THEFT,
  LOST,
  PICNIC,
  DELIVERY,
  RACE,
  BIRTHDAY,
  LESSON,
  NIGHT_NOISE,
  MIX_UP,
  FOUND_KEY,
  SWAP,
  LOST_BALL,
  RECIPE,
  LIGHTS_OUT,
  GUEST,
  BIG_FISH,
  TREASURE,
];
