/**
 * People far away: flat grey shapes without faces, thinly outlined, so that nobody takes them for a character. They
 * belong to nobody.
 */

import type { Random } from "../../random.ts";
import { blob } from "../ink/curve.ts";
import { area, type Easel, lit, outline, slots } from "./easel.ts";
import { oval } from "./nature.ts";

/** Body units from one group to the next. */
const STEP = 62;
const TONES = ["#c6c8c8", "#cfcdc8", "#bfc4c8", "#d2d0ca", "#c9c3bd"] as const;

/** Against a low sun they are dark. */
const AGAINST_THE_SUN = "#8a6474";

/** Groups of one to three people whose feet stand about `up`. */
export function drawPeople(easel: Easel, up: number): void {
  for (const { x, random } of slots(easel, "crowd", STEP)) {
    const count = random.pick([0, 1, 2, 3]);
    const first = x + random.range(-16, 6);
    for (let i = 0; i < count; i++) {
      drawPerson(easel, first + i * random.range(11, 15), up + random.range(-2, 3), random);
    }
  }
}

function drawPerson(easel: Easel, x: number, up: number, random: Random): void {
  const size = random.range(38, 48);
  const tone = easel.light === "dusk" ? AGAINST_THE_SUN : lit(easel, random.pick(TONES));
  const dressed = random.chance(0.4);
  const legs = [-0.11, 0.4, -0.12, 0, -0.03, 0, 0, 0.3, 0.04, 0, 0.13, 0, 0.11, 0.4];
  area(easel, outline(x, up, legs, size), tone, 0.5);
  const coat = [-0.1, 0.78, 0.1, 0.78, 0.17, 0.6, 0.14, 0.3, -0.14, 0.3, -0.17, 0.6];
  const gown = [-0.08, 0.78, 0.08, 0.78, 0.15, 0.56, 0.22, 0.14, -0.22, 0.14, -0.15, 0.56];
  area(easel, blob(outline(x, up, dressed ? gown : coat, size), 3), tone, 0.5);
  area(easel, oval(x, up + size * 0.88, size * 0.105, size * 0.12), tone, 0.5);
  if (random.chance(0.45)) {
    const hat = [-0.17, 0.93, 0.17, 0.93, 0.1, 0.97, 0.09, 1.06, -0.09, 1.06, -0.1, 0.97];
    area(easel, outline(x, up, hat, size), tone, 0.5);
  }
}
