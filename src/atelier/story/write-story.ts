/** Tells a page: a plot, a cast, one panel script for every panel of the layout, and what ties the panels together. */
import type { Random } from "../../random.ts";
import { LOOK_ALIKES } from "../figure/cast.ts";
import type { Identity, Light, Prop, Setting, Weather } from "../vocabulary.ts";
import { IDENTITIES, INDOOR_SETTINGS, SETTINGS, WEATHERS } from "../vocabulary.ts";
import type { Beat, Plot, Role, Whereabouts } from "./beat.ts";
import { castPanel, chooseShot, liesDown } from "./cast-panel.ts";
import { type Conditions, conditionsAfter, markActors } from "./conditions.ts";
import { chooseExchange, writeLines } from "./dialogue.ts";
import { ARRIVALS, OPENINGS } from "./links.ts";
import type { Story } from "./page-script.ts";
import { MILD_SETTINGS } from "./places.ts";
import { planScenes, type Scene } from "./plot-plan.ts";
import { PLOTS } from "./plots/index.ts";
import type { PanelScript, Room } from "./script.ts";
import type { Language, Text } from "./text.ts";
import { type PanelFacts, tieTogether } from "./ties.ts";
import { type Wording, wordText } from "./wording.ts";

export interface StoryOptions {
  /** English unless told. */
  readonly language?: Language | undefined;
  /** Who may appear, at least four; everybody unless told. */
  readonly cast?: readonly Identity[] | undefined;
  /** Chosen by chance unless told. */
  readonly plot?: Plot | undefined;
}

/** Least number of identities a story can be told with. */
export const SMALLEST_CAST = 4;

/** What a page keeps from panel to panel. */
interface Telling {
  readonly plot: Plot;
  readonly roles: Readonly<Record<Role, Identity>>;
  readonly item: Prop;
  readonly strangers: readonly Identity[];
  /** Where each scene takes place. */
  readonly route: readonly Setting[];
  /** Texts said so far, so that nobody repeats them. */
  readonly said: Set<string>;
  wording: Wording;
  light: Light;
  weather: Weather;
  whereabouts: Whereabouts;
  conditions: Conditions;
}

/** Where a beat stands. */
interface Moment {
  readonly beat: Beat;
  readonly room: Room;
  /** Counted from 0. */
  readonly panel: number;
  readonly opensScene: boolean;
  /** The last of its scene, with another scene to follow. */
  readonly closesScene: boolean;
  /** It goes on where the beat before it stopped; people who only talked did not get anywhere. */
  readonly follows: boolean;
  /** The plot can do without its words. */
  readonly spare: boolean;
}

/** A story with one panel for each room, in reading order. */
export function writeStory(rooms: readonly Room[], random: Random, options: StoryOptions = {}): Story {
  const plot = options.plot ?? random.pick(PLOTS);
  const scenes = planScenes(plot, rooms.length, random.fork("scenes"));
  const telling = beginTelling(plot, scenes, options, random.fork("telling"));
  const title = wordText(random.pick(plot.titles), telling.wording);
  const panels: PanelScript[] = [];
  const facts: PanelFacts[] = [];
  for (const [index, scene] of scenes.entries()) {
    enterScene(telling, scenes, index, random.fork(`scene ${index}`));
    for (const [at, beat] of scene.beats.entries()) {
      const panel = panels.length;
      const room = rooms[panel];
      if (room === undefined) continue;
      const closesScene = at === scene.beats.length - 1 && index < scenes.length - 1;
      const spare = isSpare(beat, scene, plot);
      const follows = at > 0 && scene.beats[at - 1]?.chat !== true;
      const moment = { beat, room, panel, opensScene: at === 0, closesScene, follows, spare };
      const told = tellBeat(moment, telling, random.fork(`panel ${panel}`));
      panels.push(told.script);
      facts.push({ ...told.facts, scene: index });
    }
    if (scene.episode !== undefined) telling.wording = { ...telling.wording, before: scene.episode.memory };
  }
  const { roles, item } = telling;
  return { title, plot: plot.name, roles, item, panels, ties: tieTogether(panels, facts) };
}

/** True where the story can do without a beat's words: not in an episode, nor where the plot comes to its point. */
const isSpare = (beat: Beat, { episode }: Scene, { ending }: Plot): boolean =>
  beat.key !== true && episode === undefined && beat !== ending.at(-1);

function beginTelling(
  plot: Plot,
  scenes: readonly Scene[],
  { language = "en", cast = IDENTITIES }: StoryOptions,
  random: Random,
): Telling {
  const [a, b, c, ...others] = chooseCast(cast, random.fork("cast"));
  if (a === undefined || b === undefined || c === undefined || others.length === 0) {
    throw new RangeError(`writeStory: expected a cast of at least ${SMALLEST_CAST}, got ${cast.length}`);
  }
  const strangers = others.slice(0, random.pick([1, 2, 2, 3]));
  const home = random.pick(plot.homes);
  const goal = pickOther(plot.goals, [home], random);
  const route = planRoute(scenes, home, goal, random.fork("route"));
  const start = plot.night === true ? 21 : random.pick([8, 9, 10]);
  const roles = { A: a, B: b, C: c, X: others[0] ?? c };
  const wording: Wording = {
    language,
    facts: random.fork("facts"),
    cast: roles,
    item: random.pick(plot.items),
    places: { home, road: route[1] ?? goal, goal, here: home, next: route[1] ?? goal },
    now: start,
    end: start + scenes.length - 1,
  };
  const weather = chooseWeather(plot, scenes, random);
  return {
    plot,
    roles,
    item: wording.item,
    strangers,
    route,
    said: new Set(),
    wording,
    light: plot.night === true ? "night" : "day",
    weather,
    whereabouts: plot.item,
    conditions: new Map(),
  };
}

/** How often two who look alike meet on a page. */
const LOOK_ALIKE_SHARE = 0.12;

/** The company in random order; now and then look-alikes come first. */
function chooseCast(cast: readonly Identity[], random: Random): readonly Identity[] {
  const shuffled = random.shuffle(cast);
  const pairs = LOOK_ALIKES.filter((pair) => pair.every((identity) => cast.includes(identity)));
  if (pairs.length === 0 || !random.chance(LOOK_ALIKE_SHARE)) return shuffled;
  const pair = random.shuffle(random.pick(pairs));
  return [...pair, ...shuffled.filter((identity) => !pair.includes(identity))];
}

/** One of the settings that is none of the others, where there is one. */
function pickOther(settings: readonly Setting[], others: readonly Setting[], random: Random): Setting {
  const fresh = settings.filter((setting) => !others.includes(setting));
  return random.pick(fresh.length > 0 ? fresh : settings);
}

/** Every scene plays somewhere else than the one before it and the one after it. */
function planRoute(
  scenes: readonly Scene[],
  home: Setting,
  goal: Setting,
  random: Random,
): readonly Setting[] {
  const route: Setting[] = [home];
  for (const { episode } of scenes.slice(1, -1)) {
    const taken = [goal, home, ...route];
    route.push(pickOther(episode?.settings ?? SETTINGS, taken, random));
  }
  return [...route, goal];
}

/** Each scene takes an hour and, on the way, brings somebody new to meet. */
function enterScene(telling: Telling, scenes: readonly Scene[], index: number, random: Random): void {
  const { wording, strangers, roles, route, plot } = telling;
  const { home, goal } = wording.places;
  const here = route[index] ?? goal;
  const met = strangers[index % strangers.length] ?? roles.X;
  const away = index > 0 && index < scenes.length - 1;
  const next = route[index + 1] ?? goal;
  const road = away ? here : index === 0 ? next : (route[index - 1] ?? home);
  telling.wording = {
    ...wording,
    places: { home, goal, here, road, next },
    cast: { ...roles, X: met, B: away && !plot.together ? met : roles.B },
    now: wording.now + (index > 0 ? 1 : 0),
  };
  if (index > 0 && index === scenes.length - 1) fallDusk(telling, random);
}

/** How often the day ends with the story. */
const DUSK_SHARE = 0.45;

function fallDusk(telling: Telling, random: Random): void {
  if (telling.light === "day" && random.fork("dusk").chance(DUSK_SHARE)) telling.light = "dusk";
}

function tellBeat(
  moment: Moment,
  telling: Telling,
  random: Random,
): { readonly script: PanelScript; readonly facts: Omit<PanelFacts, "scene"> } {
  const { room } = moment;
  const { wording, item, strangers } = telling;
  const beat = chooseExchange(moment.beat, moment.spare, telling, random.fork("exchange"));
  if (beat.rain !== undefined) telling.weather = beat.rain ? "rain" : "clear";
  telling.whereabouts = beat.item ?? telling.whereabouts;
  const { whereabouts } = telling;
  const setting = beat.at === "road" ? wording.places.here : wording.places[beat.at];
  const part = new Set(beat.actors.map(({ role }) => wording.cast[role]));
  const casting = {
    roles: wording.cast,
    item,
    whereabouts,
    indoors: INDOOR_SETTINGS.includes(setting),
    bystanders: random.shuffle(strangers.filter((identity) => !part.has(identity))),
  };
  const actors = markActors(castPanel(beat, room, casting, random.fork("cast")), telling.conditions);
  const narration = narrate(moment, telling, random.fork("narration"));
  const thing = liesDown(item, whereabouts, wording.cast, actors) ? item : beat.thing;
  const panel: Omit<PanelScript, "lines"> = {
    setting,
    light: telling.light,
    weather: MILD_SETTINGS.includes(setting) && telling.weather === "snow" ? "clear" : telling.weather,
    shot: thing === undefined ? chooseShot(actors, room, random.fork("shot")) : "long",
    actors,
    narration: narration === undefined ? undefined : wordText(narration, wording),
    sound: beat.sounds === undefined ? undefined : wordText(random.pick(beat.sounds), wording),
    thing,
  };
  const leaving: readonly Role[] = !moment.closesScene ? [] : telling.plot.together ? ["A", "B"] : ["A"];
  const lines = writeLines({ beat, room, panel, leaving }, telling, random.fork("lines"));
  const script: PanelScript = { ...panel, lines: lines.map(({ line }) => line) };
  telling.conditions = conditionsAfter(script, beat, telling.conditions);
  const templates = [
    ...lines.map(({ template }) => template),
    ...(narration === undefined ? [] : [narration]),
  ];
  return { script, facts: { ...knowledge(moment, beat, telling), templates } };
}

/** What the story knows as it tells a panel. */
const knowledge = (
  { follows }: Moment,
  { chat }: Beat,
  { wording, item, whereabouts }: Telling,
): Omit<PanelFacts, "scene" | "templates"> => ({
  item,
  whereabouts,
  places: wording.places,
  follows,
  replies: chat !== true,
});

/** How often a page that tells of no weather has some. */
const WEATHER_SHARE = 0.45;

/** The weather of a whole page; clear where the story itself brings rain. */
function chooseWeather({ opening, ending }: Plot, scenes: readonly Scene[], random: Random): Weather {
  const beats = [...opening, ...ending, ...scenes.flatMap(({ beats: told }) => told)];
  const told = beats.some(({ rain }) => rain !== undefined);
  const stream = random.fork("weather");
  return !told && stream.chance(WEATHER_SHARE) ? stream.pick(WEATHERS) : "clear";
}

/** What the narrator says: the beat's own words, or where and when a scene begins. */
function narrate(
  { beat, room, panel, opensScene }: Moment,
  { wording }: Telling,
  random: Random,
): Text | undefined {
  if (!room.narration) return undefined;
  if (beat.tells !== undefined) return random.pick(beat.tells);
  if (panel === 0) return random.pick(OPENINGS);
  if (!opensScene) return undefined;
  return random.pick(ARRIVALS.filter(({ en }) => wording.before !== undefined || !en.includes("{before}")));
}
