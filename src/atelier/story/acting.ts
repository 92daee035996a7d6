/** What people do besides what their cue says, and what they have in their hands meanwhile. */
import type { Random } from "../../random.ts";
import type { Action, Emotion, Prop } from "../vocabulary.ts";

/** How readily an action is chosen among alternatives; evens out the actions over many pages. */
const ACTION_WEIGHTS: Readonly<Record<Action, number>> = {
  standing: 0.3,
  walking: 1,
  running: 1,
  jumping: 1.2,
  sitting: 0.8,
  sleeping: 1.6,
  falling: 1.5,
  pointing: 0.7,
  waving: 1.2,
  carrying: 1.4,
  eating: 1.5,
  reading: 1.5,
  lying: 1,
  climbing: 2.6,
  fighting: 0.7,
  hiding: 0.6,
  kneeling: 0.9,
  throwing: 3.4,
  dancing: 1.5,
  crying: 1.1,
  digging: 2.4,
  pushing: 3.2,
};

export function pickAction(actions: readonly Action[], random: Random): Action {
  const total = actions.reduce((sum, action) => sum + ACTION_WEIGHTS[action], 0);
  let left = random.next() * total;
  for (const action of actions) {
    left -= ACTION_WEIGHTS[action];
    if (left < 0) return action;
  }
  return random.pick(actions);
}

/** What else somebody may do who feels so: [cue's action, feeling, action]. */
const KIN: readonly (readonly [Action, Emotion, Action])[] = [
  ["standing", "sad", "crying"],
  ["sitting", "sad", "lying"],
  ["sitting", "sad", "kneeling"],
  ["sitting", "calm", "lying"],
  ["sitting", "calm", "kneeling"],
  ["sitting", "afraid", "kneeling"],
  ["standing", "afraid", "hiding"],
  ["standing", "sly", "hiding"],
  ["walking", "sly", "hiding"],
  ["walking", "afraid", "hiding"],
  ["pointing", "angry", "fighting"],
  ["standing", "angry", "fighting"],
  ["jumping", "angry", "fighting"],
  ["jumping", "happy", "dancing"],
  ["standing", "happy", "waving"],
  ["standing", "surprised", "jumping"],
  ["standing", "calm", "sitting"],
];

/** A cue's actions with what people also do who feel so. */
export function widen(actions: readonly Action[], feeling: Emotion): readonly Action[] {
  const kin = KIN.flatMap(([action, emotion, also]): Action[] =>
    emotion === feeling && actions.includes(action) ? [also] : [],
  );
  return [...new Set([...actions, ...kin])];
}

/** What people do who have no part in the plot. */
export const BYSTANDING: readonly Action[] = [
  "standing",
  "walking",
  "sitting",
  "sleeping",
  "carrying",
  "eating",
  "reading",
  "lying",
  "climbing",
  "climbing",
  "kneeling",
  "throwing",
  "throwing",
  "dancing",
  "crying",
  "digging",
  "digging",
  "pushing",
  "pushing",
];
export const BYSTANDERS_FEEL: readonly Emotion[] = ["calm", "calm", "happy", "surprised", "sad", "disgusted"];

/** Actions that nobody can hold something of their own choice in. */
const HANDS_TAKEN: readonly Action[] = [
  "sleeping",
  "falling",
  "jumping",
  "lying",
  "climbing",
  "fighting",
  "hiding",
  "kneeling",
  "throwing",
  "dancing",
  "crying",
  "digging",
  "pushing",
];

/** Whether a thing of the plot can be seen in the hands of somebody who does this. */
export const canHold = (action: Action): boolean => !HANDS_TAKEN.includes(action);

/** Things that an action needs. */
const TOOLS: Partial<Readonly<Record<Action, readonly Prop[]>>> = {
  reading: ["book"],
  eating: ["pie", "fish"],
  throwing: ["ball"],
  digging: ["spade"],
};

/** The actions that leave hands for the plot's thing where one has it, and that need no such thing where not. */
export function handsFor(actions: readonly Action[], item: Prop, holder: boolean): readonly Action[] {
  const free = actions.filter((action) => {
    const tools = TOOLS[action];
    const same = tools?.length === 1 && tools.includes(item);
    return holder ? (tools === undefined || tools.includes(item)) && canHold(action) : !same;
  });
  if (free.length > 0) return free;
  return holder ? actions : ["standing"];
}

/** Things for people who just carry something. */
const LUGGAGE: readonly Prop[] = [
  "suitcase",
  "hammer",
  "lantern",
  "flower",
  "cup",
  "apple",
  "umbrella",
  "fish",
];

/** What is in the hands: what is wanted where the action allows it, what the action needs otherwise. */
export function heldBy(
  action: Action,
  wanted: Prop | undefined,
  item: Prop,
  random: Random,
): Prop | undefined {
  const tools = TOOLS[action];
  if (tools !== undefined) {
    if (wanted !== undefined && tools.includes(wanted)) return wanted;
    return tools.find((tool) => tool !== item);
  }
  if (!canHold(action)) return undefined;
  if (action === "carrying") return wanted ?? random.pick(LUGGAGE.filter((prop) => prop !== item));
  return wanted;
}
