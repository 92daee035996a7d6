/** Things that figures hold or that lie about. A new one is one file and one line here. */

import type { Prop } from "../../vocabulary.ts";
import { ball } from "./ball.ts";
import { book } from "./book.ts";
import { fish } from "./fish.ts";
import { key } from "./key.ts";
import { lantern } from "./lantern.ts";
import { pie } from "./pie.ts";
import type { PropArt } from "./prop.ts";
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
};

export type { PropArt, PropFrame, PropPlace } from "./prop.ts";
export { propFrame } from "./prop.ts";
