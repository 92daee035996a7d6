/** Who is in a panel and what each one does, feels, holds and how far away each one is. */
import type { Random } from "../../random.ts";
import type { Action, Emotion, Identity, Prop } from "../vocabulary.ts";
import { BYSTANDERS_FEEL, BYSTANDING, canHold, handsFor, heldBy, pickAction, widen } from "./acting.ts";
import type { ActorCue, Beat, Role, Whereabouts } from "./beat.ts";
import type { ActorScript, Plane, Room, Shot } from "./script.ts";

/** How often a panel shows only the one who speaks first, although somebody answers. */
const ALONE_SHARE = 0.07;
/** The same where nobody can answer. */
const MONOLOGUE_SHARE = 0.35;

export interface Casting {
  readonly roles: Readonly<Record<Role, Identity>>;
  /** The plot's thing. */
  readonly item: Prop;
  readonly whereabouts: Whereabouts;
  readonly indoors: boolean;
  /** Who may stand about, not in the beat. */
  readonly bystanders: readonly Identity[];
}

/** The actors of a panel, speakers before others, as many as the room holds. */
export function castPanel(beat: Beat, room: Room, casting: Casting, random: Random): readonly ActorScript[] {
  const cues = chooseCues(beat, room, casting, random);
  // The one who speaks first stands on the left: who is called after runs ahead of the caller.
  const heads = cues.length > 1 || random.chance(0.6) ? "right" : "left";
  const actors = cues.map((cue, index) => castCue(cue, index, heads, casting, random.fork(cue.role)));
  // A stranger in the place of somebody who is left out would be taken for them.
  const free = cues.length < beat.actors.length ? 0 : room.figures - actors.length;
  const present = new Set(actors.map(({ identity }) => identity));
  const others = casting.bystanders.filter((identity) => !present.has(identity));
  const count = Math.min(others.length, free, random.pick(BYSTANDERS[actors.length] ?? [0]));
  const extras = others
    .slice(0, count)
    .map((identity) => castBystander(identity, casting, random.fork(identity)));
  const everyone = [...actors, ...extras];
  return room.low ? everyone.map((actor) => ({ ...actor, plane: NEARER[actor.plane] })) : everyone;
}

/** Speakers come first, then who has the plot's thing; sometimes the first speaker is shown alone. */
function chooseCues(beat: Beat, room: Room, casting: Casting, random: Random): readonly ActorCue[] {
  const weight = ({ role }: ActorCue): number => {
    const turn = beat.lines.findIndex(({ by }) => by === role);
    return (turn < 0 ? 9 : turn) - (casting.whereabouts === role ? 0.5 : 0);
  };
  const all = beat.actors.toSorted((a, b) => weight(a) - weight(b));
  const share =
    new Set(beat.lines.map(({ by }) => by)).size < 2 || room.lines < 2 ? MONOLOGUE_SHARE : ALONE_SHARE;
  const alone = beat.key !== true && random.chance(share);
  return all.slice(0, alone ? 1 : room.figures);
}

/** Planes of a low panel. */
const NEARER: Readonly<Record<Plane, Plane>> = { near: "near", middle: "near", far: "middle" };

/** How many bystanders join so many actors, by how often. */
const BYSTANDERS: Readonly<Record<number, readonly number[]>> = {
  1: [0, 0, 0, 0, 0, 0, 1, 2],
  2: [0, 0, 0, 1],
  3: [0, 0, 0, 0, 1],
};

function castCue(
  cue: ActorCue,
  index: number,
  heads: "left" | "right",
  casting: Casting,
  random: Random,
): ActorScript {
  const { roles, item, whereabouts } = casting;
  const emotion = shadeFeeling(random.pick(cue.feels), random.fork("shade"));
  const holder = whereabouts === cue.role;
  const wanted = holder ? item : cue.holds === item ? undefined : cue.holds;
  const action = pickAction(handsFor(widen(cue.does, emotion), item, holder), random);
  return {
    identity: roles[cue.role],
    action,
    emotion,
    holds: heldBy(action, wanted, item, random),
    plane: index === 0 && random.chance(0.8) ? "near" : random.pick(holder ? HOLDER_PLANES : PLANE_CHANCES),
    heads: UNDER_WAY.includes(action) ? heads : undefined,
  };
}

/** Out of temper is out of taste, now and then. */
const shadeFeeling = (feeling: Emotion, random: Random): Emotion =>
  (feeling === "angry" || feeling === "sad") && random.chance(0.17) ? "disgusted" : feeling;

/** Actions that lead out of the panel. */
const UNDER_WAY: readonly Action[] = ["walking", "running", "carrying"];

/** The plot's thing must be large enough to be known. */
const HOLDER_PLANES: readonly Plane[] = ["near", "middle"];
const PLANE_CHANCES: readonly Plane[] = ["near", "near", "middle", "middle", "middle", "far", "far"];

function castBystander(identity: Identity, { item, indoors }: Casting, random: Random): ActorScript {
  const possible = BYSTANDING.filter((action) => !(indoors && OUTDOOR_ACTIONS.includes(action)));
  const action = pickAction(handsFor(possible, item, false), random);
  const emotion: Emotion = action === "crying" ? "sad" : random.pick(BYSTANDERS_FEEL);
  return {
    identity,
    action,
    emotion,
    holds: heldBy(action, undefined, item, random),
    plane: random.pick(["middle", "far", "far"]),
    heads: UNDER_WAY.includes(action) ? random.pick(["left", "right"]) : undefined,
  };
}

const OUTDOOR_ACTIONS: readonly Action[] = ["digging", "climbing"];

/** Longer shots show what legs do; nearer ones are for faces. */
export function chooseShot(actors: readonly ActorScript[], { low }: Room, random: Random): Shot {
  const [lead] = actors;
  if (lead === undefined || !CLOSE_ENOUGH.includes(lead.action)) return "long";
  const still = actors.every(({ action, plane }) => plane === "far" || CLOSE_ENOUGH.includes(action));
  if (actors.length === 1) return random.pick(low ? LOW_SINGLES : SINGLES);
  const upright = actors.every(({ action }) => !LOW_HEADS.includes(action));
  if (actors.length === 2 && upright && random.chance(CLOSE_SHARE[lead.emotion])) return "close";
  if (!still) return "long";
  return low || random.chance(MEDIUM_SHARE) ? "medium" : "long";
}

/** Shots of somebody alone, by how often. */
const SINGLES: readonly Shot[] = ["close", "close", "close", "medium", "medium", "long"];
const LOW_SINGLES: readonly Shot[] = ["close", "medium"];
/** How often two are seen close up, by what the first one feels. */
const CLOSE_SHARE: Readonly<Record<Emotion, number>> = {
  calm: 0.34,
  happy: 0.38,
  sly: 0.55,
  surprised: 0.6,
  angry: 0.6,
  afraid: 0.6,
  sad: 0.55,
  disgusted: 0.55,
};
/** How often others who stand still are seen from the waist up. */
const MEDIUM_SHARE = 0.95;

/** Heads that a picture of somebody's shoulders would not reach. */
const LOW_HEADS: readonly Action[] = [
  "sitting",
  "sleeping",
  "falling",
  "lying",
  "hiding",
  "kneeling",
  "digging",
  "climbing",
];

/** Actions that a picture of the upper half shows. */
const CLOSE_ENOUGH: readonly Action[] = [
  "standing",
  "pointing",
  "waving",
  "carrying",
  "eating",
  "reading",
  "crying",
];

/** Whether the plot's thing lies on the ground: left there, or put down by hands that are needed. */
export const liesDown = (
  item: Prop,
  whereabouts: Whereabouts,
  roles: Readonly<Record<Role, Identity>>,
  actors: readonly ActorScript[],
): boolean => {
  if (whereabouts === "away") return false;
  if (whereabouts === "ground") return true;
  const holder = actors.find(({ identity }) => identity === roles[whereabouts]);
  return holder !== undefined && holder.holds !== item && !canHold(holder.action);
};
