/** What the round cartoon animals look like. */

import { PALETTE as P } from "../ink/palette.ts";
import type { Appearance } from "./appearance.ts";
import { ROUND, SMALL } from "./build.ts";
import { belt } from "./clothes/belt.ts";
import { bib } from "./clothes/bib.ts";
import { buttons } from "./clothes/buttons.ts";
import { coatAndTie } from "./clothes/coat.ts";
import { collar } from "./clothes/collar.ts";
import { waistSeam } from "./clothes/folds.ts";
import { scarf } from "./clothes/scarf.ts";
import { boater } from "./hats/boater.ts";
import { peakedCap } from "./hats/peaked-cap.ts";
import { earRibbon } from "./hats/ribbon.ts";
import { topHat } from "./hats/top-hat.ts";
import { bearHead } from "./heads/bear.ts";
import { catHead } from "./heads/cat.ts";
import { dogHead } from "./heads/dog.ts";
import { foxHead } from "./heads/fox.ts";
import { frogHead } from "./heads/frog.ts";
import { mouseHead } from "./heads/mouse.ts";
import { pigHead } from "./heads/pig.ts";
import { rabbitHead } from "./heads/rabbit.ts";

export const bear: Appearance = {
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

export const fox: Appearance = {
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

export const rabbit: Appearance = {
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

export const dog: Appearance = {
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

const GREY = "#64616b";
const ROSE = "#e6a0a4";

export const cat: Appearance = {
  build: { ...SMALL, head: 16.6, torso: 21, belly: 12 },
  head: catHead({ fur: GREY, light: "#e9e4dc" }),
  skin: GREY,
  hands: "#e9e4dc",
  sleeves: ROSE,
  torso: ROSE,
  trousers: GREY,
  skirt: { colour: ROSE, length: 0.95 },
  shoes: P.darkBrown,
  garments: [collar(P.white), waistSeam(0.6)],
  tail: { kind: "whip", colour: GREY, tip: GREY },
};

const PIG_PINK = "#f0ada0";

export const pig: Appearance = {
  build: { ...ROUND, head: 19, belly: 20.5, paunch: 5, torso: 27, leg: [11.5, 12] },
  head: pigHead({ skin: PIG_PINK, snout: "#e28f84" }),
  skin: PIG_PINK,
  hands: PIG_PINK,
  sleeves: P.white,
  torso: P.green,
  trousers: P.darkBrown,
  shoes: P.black,
  garments: [buttons(P.cream), collar(P.white)],
  hat: boater({ straw: P.yellow, band: P.red }),
  tail: { kind: "stub", colour: PIG_PINK, tip: PIG_PINK },
};

const MOUSE_GREY = "#b3aca4";

export const mouse: Appearance = {
  build: {
    ...SMALL,
    head: 14.8,
    torso: 15.5,
    belly: 11,
    chest: 8.4,
    hip: 9.4,
    arm: [12, 11.6],
    leg: [9.5, 10],
  },
  head: mouseHead({ fur: MOUSE_GREY, light: "#f0c4b4" }),
  skin: MOUSE_GREY,
  hands: MOUSE_GREY,
  sleeves: P.blue,
  torso: P.blue,
  trousers: "#efe6d2",
  shoes: P.brick,
  garments: [scarf(P.orange)],
  tail: { kind: "whip", colour: "#e3a796", tip: "#e3a796" },
};

const FROG_GREEN = "#7fb350";

export const frog: Appearance = {
  build: {
    ...SMALL,
    head: 17,
    torso: 22,
    belly: 14.5,
    paunch: 3.4,
    shoulder: 10.4,
    leg: [15, 16],
    arm: [16, 15],
  },
  head: frogHead({ skin: FROG_GREEN, light: "#dbe7a4" }),
  skin: FROG_GREEN,
  hands: FROG_GREEN,
  sleeves: "#3d3b47",
  torso: "#3d3b47",
  trousers: "#dccfae",
  shoes: P.black,
  garments: [coatAndTie({ shirt: P.white, tie: P.violet })],
  hat: topHat({ felt: "#3d3b47", band: P.violet }, 0.88),
};

/** The rabbit's double, but for a ribbon. */
export const hare: Appearance = { ...rabbit, hat: earRibbon(P.blue) };
