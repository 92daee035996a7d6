/** The company of players: who they are and what each one looks like. */

import type { Identity } from "../vocabulary.ts";
import { bear, cat, dog, fox, frog, hare, mouse, pig, rabbit } from "./animals.ts";
import type { Appearance } from "./appearance.ts";
import { captain, cook, girl, granny, lad, lady, mate, professor, student } from "./people.ts";

export interface CastMember {
  /** A proper name: "Bruno". */
  readonly name: string;
  /** "the bear" */
  readonly noun: string;
  readonly pronoun: "he" | "she";
  /** Round cartoon animals and lanky humans are drawn in different manners. */
  readonly manner: "round" | "lanky";
  readonly appearance: Appearance;
}

export const CAST: Readonly<Record<Identity, CastMember>> = {
  bear: { name: "Bruno", noun: "the bear", pronoun: "he", manner: "round", appearance: bear },
  fox: { name: "Rusty", noun: "the fox", pronoun: "he", manner: "round", appearance: fox },
  rabbit: { name: "Pip", noun: "the rabbit", pronoun: "she", manner: "round", appearance: rabbit },
  dog: { name: "Flap", noun: "the dog", pronoun: "he", manner: "round", appearance: dog },
  lady: { name: "Odile", noun: "the lady", pronoun: "she", manner: "lanky", appearance: lady },
  professor: { name: "Lens", noun: "the professor", pronoun: "he", manner: "lanky", appearance: professor },
  lad: { name: "Jo", noun: "the lad", pronoun: "he", manner: "lanky", appearance: lad },
  captain: { name: "Bolt", noun: "the captain", pronoun: "he", manner: "lanky", appearance: captain },
  girl: { name: "Mina", noun: "the girl", pronoun: "she", manner: "lanky", appearance: girl },
  cook: { name: "Truffe", noun: "the cook", pronoun: "he", manner: "lanky", appearance: cook },
  cat: { name: "Sooty", noun: "the cat", pronoun: "she", manner: "round", appearance: cat },
  pig: { name: "Hamlet", noun: "the pig", pronoun: "he", manner: "round", appearance: pig },
  mouse: { name: "Crumb", noun: "the mouse", pronoun: "he", manner: "round", appearance: mouse },
  frog: { name: "Puddock", noun: "the frog", pronoun: "he", manner: "round", appearance: frog },
  hare: { name: "Dot", noun: "the hare", pronoun: "she", manner: "round", appearance: hare },
  mate: { name: "Stern", noun: "the mate", pronoun: "he", manner: "lanky", appearance: mate },
  student: { name: "Kit", noun: "the student", pronoun: "he", manner: "lanky", appearance: student },
  granny: { name: "Elke", noun: "the granny", pronoun: "she", manner: "lanky", appearance: granny },
};

/** Pairs that share colours and silhouette and differ in one small thing: a ribbon, spectacles, an eye patch. */
export const LOOK_ALIKES: readonly (readonly [Identity, Identity])[] = [
  ["rabbit", "hare"],
  ["lad", "student"],
  ["captain", "mate"],
];
