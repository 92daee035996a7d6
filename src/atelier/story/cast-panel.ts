/** Who is in a panel and what each one does, feels, holds and how far away each one is. */
import type { Random } from "../../random.ts";
import type { Action, Emotion, Identity, Prop } from "../vocabulary.ts";
import { PROPS } from "../vocabulary.ts";
import type { ActorCue, Beat, Role } from "./beat.ts";
import type { ActorScript, Plane, Room, Shot } from "./script.ts";

/** How readily an action is chosen among a cue's alternatives; evens out the actions over many pages. */
const ACTION_WEIGHTS: Readonly<Record<Action, number>> = {
  standing: 0.6,
  walking: 1,
  running: 1,
  jumping: 1.2,
  sitting: 0.8,
  sleeping: 1.2,
  falling: 1.3,
  pointing: 0.8,
  waving: 1,
  carrying: 1.4,
  eating: 1,
  reading: 1.4,
};

/** What people do who have no part in the plot. */
const BYSTANDING: readonly Action[] = [
  "standing",
  "walking",
  "sitting",
  "sleeping",
  "waving",
  "carrying",
  "eating",
  "reading",
  "jumping",
];
const BYSTANDERS_FEEL: readonly Emotion[] = ["calm", "calm", "happy", "surprised", "sad", "sly"];

/** Actions that nobody can hold something in. */
const EMPTY_HANDED: readonly Action[] = ["sleeping", "falling", "jumping"];
/** Actions that lead out of the panel. */
const UNDER_WAY: readonly Action[] = ["walking", "running"];

/** How often a panel shows only one of those who take part. */
const ALONE_SHARE = 0.3;

export interface Casting {
  readonly roles: Readonly<Record<Role, Identity>>;
  readonly item: Prop;
  /** Who may stand about, not in the beat. */
  readonly bystanders: readonly Identity[];
}

/** The actors of a panel, speakers before others, as many as the room holds. */
export function castPanel(beat: Beat, room: Room, casting: Casting, random: Random): readonly ActorScript[] {
  const speaks = ({ role }: ActorCue): boolean => beat.lines.some(({ by }) => by === role);
  const all = [...beat.actors.filter(speaks), ...beat.actors.filter((cue) => !speaks(cue))];
  const first = random.int(Math.min(2, all.length));
  const cues = random.chance(ALONE_SHARE) ? all.slice(first, first + 1) : all.slice(0, room.figures);
  const heads = random.chance(0.75) ? "right" : "left";
  const actors = cues.map((cue, index) => castCue(cue, index, heads, casting, random.fork(cue.role)));
  const free = room.figures - actors.length;
  const present = new Set(actors.map(({ identity }) => identity));
  const others = casting.bystanders.filter((identity) => !present.has(identity));
  const count = Math.min(others.length, free, random.pick(BYSTANDERS[actors.length] ?? [0]));
  const extras = others.slice(0, count).map((identity) => castBystander(identity, random.fork(identity)));
  const everyone = [...actors, ...extras];
  return room.low ? everyone.map((actor) => ({ ...actor, plane: NEARER[actor.plane] })) : everyone;
}

/** Planes of a low panel. */
const NEARER: Readonly<Record<Plane, Plane>> = { near: "near", middle: "near", far: "middle" };

/** How many bystanders join so many actors, by how often. */
const BYSTANDERS: Readonly<Record<number, readonly number[]>> = {
  1: [0, 0, 0, 0, 0, 1, 1, 2],
  2: [0, 0, 0, 0, 1, 1],
  3: [0, 0, 0, 1],
};

function castCue(
  cue: ActorCue,
  index: number,
  heads: "left" | "right",
  { roles, item }: Casting,
  random: Random,
): ActorScript {
  const action = pickAction(cue.does, random);
  const holds = cue.holds === "item" ? item : cue.holds;
  return {
    identity: roles[cue.role],
    action,
    emotion: random.pick(cue.feels),
    holds: heldDuring(action, holds, item, random),
    plane: index === 0 && random.chance(0.8) ? "near" : random.pick(PLANE_CHANCES),
    heads: UNDER_WAY.includes(action) ? heads : undefined,
  };
}

const PLANE_CHANCES: readonly Plane[] = ["near", "near", "middle", "middle", "middle", "far", "far"];

function castBystander(identity: Identity, random: Random): ActorScript {
  const action = pickAction(BYSTANDING, random);
  return {
    identity,
    action,
    emotion: random.pick(BYSTANDERS_FEEL),
    holds: heldDuring(action, undefined, undefined, random),
    plane: random.pick(["middle", "far", "far"]),
    heads: UNDER_WAY.includes(action) ? random.pick(["left", "right"]) : undefined,
  };
}

function pickAction(actions: readonly Action[], random: Random): Action {
  const total = actions.reduce((sum, action) => sum + ACTION_WEIGHTS[action], 0);
  let left = random.next() * total;
  for (const action of actions) {
    left -= ACTION_WEIGHTS[action];
    if (left < 0) return action;
  }
  return random.pick(actions);
}

/** What is in the hands: what the cue says where the action allows it, what the action needs otherwise. */
function heldDuring(
  action: Action,
  wanted: Prop | undefined,
  item: Prop | undefined,
  random: Random,
): Prop | undefined {
  if (EMPTY_HANDED.includes(action)) return undefined;
  if (action === "reading") return "book";
  if (action === "eating") return wanted === "fish" || random.chance(0.2) ? "fish" : "pie";
  if (action === "carrying") return wanted ?? random.pick(PROPS.filter((prop) => prop !== item));
  return wanted;
}

/** Longer shots show what legs do; nearer ones are for faces. */
export function chooseShot(actors: readonly ActorScript[], { low }: Room, random: Random): Shot {
  const still = actors.every(({ action }) => CLOSE_ENOUGH.includes(action));
  if (still && low) return "medium";
  if (actors.length === 1 && still) return random.pick(["close", "close", "medium", "medium", "long"]);
  if (still) return random.pick(["medium", "medium", "long", "long"]);
  return "long";
}

/** Actions that a picture of the upper half shows. */
const CLOSE_ENOUGH: readonly Action[] = ["standing", "pointing", "waving", "eating", "reading"];
