/**
 * Small talk: what people remark on besides the plot. Every remark of a topic stands alone, so that any two of them make
 * a short talk in either order and by either speaker. Who reads the words only cannot know which was said first.
 */
import type { Action, Light, Prop, Setting, Weather } from "../../vocabulary.ts";
import type { Text } from "../text.ts";

/** A topic fits where everything holds that it names. */
export interface Topic {
  /** Four of them as a rule. */
  readonly remarks: readonly Text[];
  readonly setting?: Setting;
  /** Out of doors. */
  readonly weather?: Weather;
  /** Out of doors. */
  readonly light?: Light;
  /** In somebody's hands or on the ground. */
  readonly thing?: Prop;
  readonly action?: Action;
}
