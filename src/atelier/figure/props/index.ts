/** Things that figures hold or that lie about. A new one is one file and one line here. */

import type { Prop } from "../../vocabulary.ts";
import { apple } from "./apple.ts";
import { ball } from "./ball.ts";
import { book } from "./book.ts";
import { cup } from "./cup.ts";
import { fish } from "./fish.ts";
import { flower } from "./flower.ts";
import { hammer } from "./hammer.ts";
import { key } from "./key.ts";
import { lantern } from "./lantern.ts";
import { letter } from "./letter.ts";
import { pie } from "./pie.ts";
import type { PropArt } from "./prop.ts";
import { ring } from "./ring.ts";
import { spade } from "./spade.ts";
import { suitcase } from "./suitcase.ts";
import { umbrella } from "./umbrella.ts";

export const PROP_ART: Readonly<Record<Prop, PropArt>> = {
  pie,
  umbrella,
  book,
  suitcase,
  ball,
  fish,
  lantern,
  key,
  ring,
  letter,
  cup,
  flower,
  hammer,
  apple,
  spade,
};

export type { PropArt, PropFrame, PropPlace } from "./prop.ts";
export { propFrame } from "./prop.ts";
