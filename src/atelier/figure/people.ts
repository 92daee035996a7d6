/** What the lanky people look like. */

import { PALETTE as P } from "../ink/palette.ts";
import type { Appearance } from "./appearance.ts";
import { CHILD, LANKY, STOUT } from "./build.ts";
import { apron } from "./clothes/apron.ts";
import { buttons } from "./clothes/buttons.ts";
import { coatAndTie } from "./clothes/coat.ts";
import { collar } from "./clothes/collar.ts";
import { waistSeam } from "./clothes/folds.ts";
import { scarf } from "./clothes/scarf.ts";
import { bow } from "./hats/bow.ts";
import { cloche } from "./hats/cloche.ts";
import { peakedCap } from "./hats/peaked-cap.ts";
import { toque } from "./hats/toque.ts";
import { eyePatch, glasses } from "./heads/glasses.ts";
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
  topKnot,
} from "./heads/hair.ts";
import type { HumanLook } from "./heads/human.ts";
import { humanHead, NOSES } from "./heads/human.ts";

const PLUM = "#774f86";

export const lady: Appearance = {
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

export const professor: Appearance = {
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

const LAD_LOOK: HumanLook = {
  skin: P.skin,
  nose: NOSES.button,
  jaw: 0.5,
  brow: { width: 1 },
  extras: [capHair("#e0a136"), quiff("#e0a136")],
};

export const lad: Appearance = {
  build: { ...LANKY, leg: [22.6, 22] },
  head: humanHead(LAD_LOOK),
  skin: P.skin,
  hands: P.skin,
  sleeves: P.sky,
  torso: P.sky,
  trousers: "#7a5230",
  shoes: P.darkBrown,
  garments: [collar(P.white)],
};

/** The lad's double, but for his spectacles. */
export const student: Appearance = {
  ...lad,
  head: humanHead({ ...LAD_LOOK, extras: [...LAD_LOOK.extras, glasses()] }),
};

const CAPTAIN_LOOK: HumanLook = {
  skin: "#efb68c",
  nose: NOSES.big,
  jaw: 0.66,
  brow: { width: 1.9 },
  extras: [capHair("#33302f"), fullBeard("#33302f")],
};

export const captain: Appearance = {
  build: STOUT,
  head: humanHead(CAPTAIN_LOOK),
  skin: "#efb68c",
  hands: "#efb68c",
  sleeves: P.navy,
  torso: P.navy,
  trousers: "#efe6d2",
  shoes: P.black,
  garments: [buttons(P.yellow, 44)],
  hat: peakedCap({ crown: P.cream, band: P.navy, rim: 0.72 }),
};

/** The captain's double, but for a patch over one eye. */
export const mate: Appearance = {
  ...captain,
  head: humanHead({ ...CAPTAIN_LOOK, extras: [...CAPTAIN_LOOK.extras, eyePatch()] }),
};

export const girl: Appearance = {
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

export const cook: Appearance = {
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

const SILVER = "#e6e2da";

export const granny: Appearance = {
  build: {
    ...STOUT,
    head: 13.4,
    torso: 23,
    belly: 13.5,
    chest: 11.5,
    shoulder: 11,
    paunch: 2.4,
    leg: [13, 13],
  },
  head: humanHead({
    skin: "#f2c4a4",
    nose: { ...NOSES.small, radius: 0.14 },
    jaw: 0.58,
    brow: { width: 1, colour: "#b9b3a6" },
    rouge: "#e99a84",
    extras: [capHair(SILVER), topKnot(SILVER), glasses()],
  }),
  skin: "#f2c4a4",
  hands: "#f2c4a4",
  sleeves: P.darkGreen,
  torso: P.darkGreen,
  trousers: "#f2c4a4",
  skirt: { colour: "#5b5561", length: 1.3 },
  shoes: P.black,
  garments: [scarf("#d9a9b4"), waistSeam(0.6)],
};
