/** How an action is done this time: a way is chosen, and every part of it is a little different each time. */

import type { Random } from "../../../random.ts";
import type { Action } from "../../vocabulary.ts";
import type { LimbAngles, Pose, TurnedGesture } from "./pose.ts";
import { vary } from "./vary.ts";
import { type Combination, WAYS, type Whole } from "./ways.ts";

export function choosePose(action: Action, random: Random): Pose {
  const { ways, effect, eyesShut } = WAYS[action];
  const way = pickWay(ways, random);
  const pose = "poses" in way ? random.pick(way.poses) : combine(way, random);
  return vary(
    {
      ...pose,
      ...(effect === undefined ? {} : { effect }),
      ...(eyesShut === undefined ? {} : { eyesShut }),
    },
    random,
  );
}

function pickWay(ways: readonly (Combination | Whole)[], random: Random): Combination | Whole {
  let left = random.range(
    0,
    ways.reduce((sum, { share }) => sum + share, 0),
  );
  for (const way of ways) {
    left -= way.share;
    if (left < 0) return way;
  }
  return random.pick(ways);
}

function combine(way: Combination, random: Random): Pose {
  const { also, swing = 0, near, lean = 0, support } = way;
  const posture = random.pick(way.postures);
  const turns = ({ yaw = [0, 180] }: TurnedGesture): Pose["yaw"] => [
    Math.max(posture.yaw[0], yaw[0]),
    Math.min(posture.yaw[1], yaw[1]),
  ];
  const fitting = way.gestures.filter((gesture) => turns(gesture)[0] < turns(gesture)[1]);
  const gesture = random.pick(fitting);
  const swung = ([upper, out, lower, outer]: LimbAngles): LimbAngles => [
    upper + swing,
    out,
    lower + swing,
    outer,
  ];
  return {
    ...posture,
    ...gesture,
    ...(support === undefined ? {} : { support }),
    yaw: turns(gesture),
    lean: posture.lean + lean,
    arms: { near: near ?? swung(gesture.arms.near), far: swung(gesture.arms.far) },
    also,
  };
}
