import { CAST } from "../figure/cast.ts";
import type { Action, Emotion, Prop } from "../vocabulary.ts";
import { INDOOR_SETTINGS } from "../vocabulary.ts";
import { SETTING_NOUNS, SETTING_PREPOSITIONS } from "./places.ts";
import type { ActorScript, PanelScript } from "./script.ts";

const VERBS: Readonly<Record<Action, string>> = {
  standing: "stands",
  walking: "walks",
  running: "runs",
  jumping: "jumps",
  sitting: "sits",
  sleeping: "sleeps",
  falling: "falls",
  pointing: "points",
  waving: "waves",
  carrying: "carries",
  eating: "eats",
  reading: "reads",
  lying: "lies",
  climbing: "climbs",
  fighting: "fights",
  hiding: "hides",
  kneeling: "kneels",
  throwing: "throws",
  dancing: "dances",
  crying: "cries",
  digging: "digs",
  pushing: "pushes",
};

const MOODS: Readonly<Record<Emotion, string | undefined>> = {
  calm: undefined,
  happy: "happily",
  angry: "angrily",
  afraid: "in fear",
  sad: "sadly",
  sly: "slyly",
  surprised: "in surprise",
  disgusted: "in disgust",
};

/** Actions that take what is held as their object. */
const TRANSITIVE: readonly Action[] = ["carrying", "eating", "reading", "throwing"];

/**
 * What happens in a panel, in one sentence: "Bruno the bear runs angrily while Rusty the fox waves in the forest." In
 * English on every page, as all labels of the record are.
 *
 * @param actors those who can be seen, from near to far
 * @param place whether the setting can be seen
 */
export function describePanel(panel: PanelScript, actors: readonly ActorScript[], place: boolean): string {
  const [first = "Nobody is there", ...others] = actors.map(describeActor);
  const deeds = others.length === 0 ? first : `${first} while ${listed(others)}`;
  return place ? `${deeds} ${describeScene(panel)}.` : `${deeds}.`;
}

/** Place, time and weather: "in the village at night in the rain". */
function describeScene({ setting, light, weather = "clear" }: PanelScript): string {
  const place = `${SETTING_PREPOSITIONS[setting]} ${SETTING_NOUNS[setting]}`;
  const time = light === "day" ? "" : ` at ${light}`;
  const outside = weather !== "clear" && !INDOOR_SETTINGS.includes(setting);
  return `${place}${time}${outside ? ` in the ${weather}` : ""}`;
}

function describeActor({ identity, action, emotion, holds }: ActorScript): string {
  const { name, noun } = CAST[identity];
  const takes = holds !== undefined && TRANSITIVE.includes(action) ? ` ${withArticle(holds)}` : "";
  const mood = MOODS[emotion];
  const carries = holds !== undefined && takes === "" ? ` with ${withArticle(holds)}` : "";
  return `${name} ${noun} ${VERBS[action]}${takes}${mood === undefined ? "" : ` ${mood}`}${carries}`;
}

const withArticle = (prop: Prop): string => (/^[aeiou]/.test(prop) ? `an ${prop}` : `a ${prop}`);

/** "x", "x and y", "x, y and z". */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
