/** No two figures take a pose alike: angles that do not carry its meaning wander, and sides may change. */

import type { Random } from "../../../random.ts";
import type { LimbAngles, Pose, Side } from "./pose.ts";

/** Degrees by which a limb may differ: where it is free, and where it must meet something. */
const LOOSE = 10;
const TIED = 3;
/** Degrees by which a body in the air may be turned farther, and one on the ground. */
const TUMBLE = 16;
const SLOPE = 2;

type Limbs = Pose["arms"];

export function vary(pose: Pose, random: Random): Pose {
  const sided = random.chance(0.5) && pose.support !== "barrel" ? otherLegs(pose) : pose;
  const idle = pose.holder === undefined && pose.also?.length === 0;
  const shown = idle && random.chance(0.5) ? otherArms(sided) : sided;
  const off = (most: number): number => random.range(-most, most);
  return {
    ...shown,
    arms: variedArms(shown, off),
    legs: bothLimbs(shown.legs, legsAreTied(shown) ? TIED : LOOSE * 0.7, off),
    lean: shown.lean + off(4),
    bend: (shown.bend ?? 0) + off(7),
    sway: (shown.sway ?? 0) + off(4),
    nod: (shown.nod ?? 0) + off(7),
    ...(shown.roll === undefined ? {} : { roll: shown.roll + off(shown.effect === "rush" ? TUMBLE : SLOPE) }),
    ...(shown.lift === undefined ? {} : { lift: shown.lift * random.range(0.8, 1.25) }),
  };
}

const legsAreTied = ({ support, roll }: Pose): boolean =>
  support === "stool" || support === "ladder" || (roll !== undefined && support !== undefined);

/** Two hands at one thing move together. */
function variedArms({ arms, holder, support, tilt }: Pose, off: (most: number) => number): Limbs {
  const tied = tilt !== undefined || support === "ladder" || support === "crate" || support === "pillow";
  if (tied || holder !== "both") return bothLimbs(arms, tied ? TIED : LOOSE, off);
  const [upper, lower] = [off(LOOSE), off(LOOSE)];
  const moved = ([a, b, c, d]: LimbAngles): LimbAngles => [a + upper, b, c + upper + lower, d];
  return { near: moved(arms.near), far: moved(arms.far) };
}

function bothLimbs({ near, far }: Limbs, most: number, off: (most: number) => number): Limbs {
  const limb = ([upper, out, lower, outer]: LimbAngles): LimbAngles => {
    const whole = off(most);
    return [upper + whole, out + off(most * 0.5), lower + whole + off(most), outer + off(most * 0.5)];
  };
  return { near: limb(near), far: limb(far) };
}

const swapped = <T>({ near, far }: Readonly<Record<Side, T>>): Record<Side, T> => ({ near: far, far: near });

const otherArms = (pose: Pose): Pose => ({
  ...pose,
  arms: swapped(pose.arms),
  hands: { near: pose.hands?.far ?? "relaxed", far: pose.hands?.near ?? "relaxed" },
});

const otherLegs = (pose: Pose): Pose => ({
  ...pose,
  legs: swapped(pose.legs),
  feet: { near: pose.feet?.far ?? 0, far: pose.feet?.near ?? 0 },
});
