/** The company of players: who they are and what each one looks like. A new member is one entry here. */

import { PALETTE as P } from "../ink/palette.ts";
import type { Identity } from "../vocabulary.ts";
import type { Appearance } from "./appearance.ts";
import { CHILD, LANKY, ROUND, SMALL, STOUT } from "./build.ts";
import { apron } from "./clothes/apron.ts";
import { belt } from "./clothes/belt.ts";
import { bib } from "./clothes/bib.ts";
import { buttons } from "./clothes/buttons.ts";
import { coatAndTie } from "./clothes/coat.ts";
import { collar } from "./clothes/collar.ts";
import { waistSeam } from "./clothes/folds.ts";
import { scarf } from "./clothes/scarf.ts";
import { bow } from "./hats/bow.ts";
import { cloche } from "./hats/cloche.ts";
import { peakedCap } from "./hats/peaked-cap.ts";
import { toque } from "./hats/toque.ts";
import { bearHead } from "./heads/bear.ts";
import { dogHead } from "./heads/dog.ts";
import { foxHead } from "./heads/fox.ts";
import { glasses } from "./heads/glasses.ts";
import {
  bun,
  capHair,
  fringe,
  fullBeard,
  moustache,
  parting,
  pigtails,
  quiff,
  sideTufts,
} from "./heads/hair.ts";
import { humanHead, NOSES } from "./heads/human.ts";
import { rabbitHead } from "./heads/rabbit.ts";

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

const bear: Appearance = {
  build: ROUND,
  head: bearHead({ fur: P.brown, light: "#e0bd86" }),
  skin: P.brown,
  hands: P.brown,
  sleeves: P.brown,
  torso: P.brown,
  trousers: P.lightBlue,
  shoes: P.darkBrown,
  garments: [bib({ cloth: P.lightBlue, buttons: P.yellow })],
  tail: { kind: "stub", colour: P.brown, tip: P.brown },
};

const fox: Appearance = {
  build: { ...SMALL, torso: 22, leg: [14.5, 15], neck: 0.5 },
  head: foxHead({ fur: P.orange, light: "#fff3dc", ears: "#5a3322" }),
  skin: P.orange,
  hands: "#5a3322",
  sleeves: P.darkGreen,
  torso: P.darkGreen,
  trousers: "#8b8a90",
  shoes: P.black,
  garments: [scarf("#fbd65a")],
  tail: { kind: "bush", colour: P.orange, tip: "#fff3dc" },
};

const rabbit: Appearance = {
  build: SMALL,
  head: rabbitHead({ fur: "#fffaf0" }),
  skin: "#fffaf0",
  hands: "#fffaf0",
  sleeves: P.red,
  torso: P.red,
  trousers: P.navy,
  stripes: P.white,
  garments: [],
  tail: { kind: "puff", colour: P.white, tip: P.white },
};

const POLICE_BLUE = "#34568a";

const dog: Appearance = {
  build: { ...ROUND, head: 18.5, torso: 28, belly: 16.5, hip: 13.5 },
  head: dogHead({ fur: "#c9a77a", light: "#ecd9b0", dark: "#7a5230" }),
  skin: "#c9a77a",
  hands: P.white,
  sleeves: POLICE_BLUE,
  torso: POLICE_BLUE,
  trousers: POLICE_BLUE,
  shoes: P.black,
  garments: [belt(P.white), buttons(P.yellow)],
  hat: peakedCap({ crown: POLICE_BLUE, band: P.black, rim: 0.88 }),
  tail: { kind: "whip", colour: "#7a5230", tip: "#7a5230" },
};

const PLUM = "#774f86";

const lady: Appearance = {
  build: { ...LANKY, shoulder: 8.8, chest: 9.2, belly: 7.8, hip: 9.6 },
  head: humanHead({
    skin: "#f6cba6",
    nose: NOSES.small,
    jaw: 0.42,
    brow: { width: 0.9 },
    lashes: true,
    rouge: "#ee9c80",
    extras: [capHair("#7a3b22"), parting(), bun("#7a3b22")],
  }),
  skin: "#f6cba6",
  hands: "#f6cba6",
  sleeves: PLUM,
  torso: PLUM,
  trousers: "#f6cba6",
  skirt: { colour: PLUM, length: 1 },
  shoes: P.darkBrown,
  garments: [waistSeam(0.6)],
  hat: cloche({ crown: "#f0e2b8", band: P.red }),
};

const professor: Appearance = {
  build: { ...LANKY, torso: 28, head: 13.6 },
  head: humanHead({
    skin: "#f6cfa9",
    nose: NOSES.long,
    jaw: 0.5,
    brow: { width: 1.5, colour: "#b9b3a6" },
    extras: [sideTufts("#e4e0d6"), glasses()],
  }),
  skin: "#f6cfa9",
  hands: "#f6cfa9",
  sleeves: "#5d4839",
  torso: "#5d4839",
  trousers: "#b3aea2",
  shoes: P.black,
  garments: [coatAndTie({ shirt: P.white, tie: P.red })],
};

const lad: Appearance = {
  build: { ...LANKY, leg: [22.6, 22] },
  head: humanHead({
    skin: P.skin,
    nose: NOSES.button,
    jaw: 0.5,
    brow: { width: 1 },
    extras: [capHair("#e0a136"), quiff("#e0a136")],
  }),
  skin: P.skin,
  hands: P.skin,
  sleeves: P.sky,
  torso: P.sky,
  trousers: "#7a5230",
  shoes: P.darkBrown,
  garments: [collar(P.white)],
};

const captain: Appearance = {
  build: STOUT,
  head: humanHead({
    skin: "#efb68c",
    nose: NOSES.big,
    jaw: 0.66,
    brow: { width: 1.9 },
    extras: [capHair("#33302f"), fullBeard("#33302f")],
  }),
  skin: "#efb68c",
  hands: "#efb68c",
  sleeves: P.navy,
  torso: P.navy,
  trousers: "#efe6d2",
  shoes: P.black,
  garments: [buttons(P.yellow, 44)],
  hat: peakedCap({ crown: P.cream, band: P.navy, rim: 0.72 }),
};

const girl: Appearance = {
  build: CHILD,
  head: humanHead({
    skin: "#b5794a",
    nose: { ...NOSES.button, radius: 0.13 },
    jaw: 0.54,
    brow: { width: 1 },
    extras: [capHair("#33262a"), fringe("#33262a"), pigtails("#33262a", P.red)],
  }),
  skin: "#b5794a",
  hands: "#b5794a",
  sleeves: P.yellow,
  torso: P.yellow,
  trousers: "#b5794a",
  skirt: { colour: P.yellow, length: 1.05 },
  shoes: P.red,
  garments: [collar(P.white), waistSeam(0.6)],
  hat: bow(P.red),
};

const cook: Appearance = {
  build: { ...STOUT, torso: 27, belly: 17.5, paunch: 5.2, leg: [15, 15] },
  head: humanHead({
    skin: "#f5b99a",
    nose: { ...NOSES.big, radius: 0.2 },
    jaw: 0.68,
    brow: { width: 1.3 },
    extras: [capHair("#8a4a2a"), moustache("#8a4a2a")],
  }),
  skin: "#f5b99a",
  hands: "#f5b99a",
  sleeves: P.cream,
  torso: P.cream,
  trousers: "#77757a",
  shoes: P.black,
  garments: [apron("#a9c3d3"), scarf(P.red)],
  hat: toque(),
};

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
};
