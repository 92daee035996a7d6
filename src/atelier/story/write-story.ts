/** Tells a page: a plot, a cast, and one panel script for every panel of the layout. */
import type { Random } from "../../random.ts";
import type { Identity, Light, Prop, Setting } from "../vocabulary.ts";
import { IDENTITIES, SETTINGS } from "../vocabulary.ts";
import type { Beat, LineCue, Plot, Role } from "./beat.ts";
import { castPanel, chooseShot } from "./cast-panel.ts";
import { planScenes, type Scene } from "./plot-plan.ts";
import { PLOTS } from "./plots/index.ts";
import type { ActorScript, LineScript, PanelScript, Room, Story } from "./script.ts";
import { SETTING_NOUNS, type Wording, wordText } from "./wording.ts";

/** What a page keeps from panel to panel. */
interface Telling {
  readonly plot: Plot;
  readonly item: Prop;
  readonly strangers: readonly Identity[];
  /** Texts said so far, so that nobody repeats them. */
  readonly said: Set<string>;
  wording: Wording;
  light: Light;
  rain: boolean;
}

/** A story with one panel for each room, in reading order. */
export function writeStory(rooms: readonly Room[], random: Random): Story {
  const plot = random.pick(PLOTS);
  const telling = beginTelling(plot, random.fork("telling"));
  const scenes = planScenes(plot, rooms.length, random.fork("scenes"));
  const title = wordText(random.pick(plot.titles), telling.wording);
  const panels: PanelScript[] = [];
  for (const [index, scene] of scenes.entries()) {
    const stream = random.fork(`scene ${index}`);
    enterScene(telling, scene, index, stream);
    for (const beat of scene.beats) {
      const room = rooms[panels.length];
      if (room !== undefined) panels.push(tellBeat(beat, room, telling, stream.fork(panels.length)));
    }
    if (scene.episode !== undefined) telling.wording = { ...telling.wording, before: scene.episode.memory };
  }
  return { title, panels };
}

function beginTelling(plot: Plot, random: Random): Telling {
  const [a, b, c, ...others] = random.shuffle(IDENTITIES);
  if (a === undefined || b === undefined || c === undefined) {
    throw new Error("writeStory: expected at least three identities");
  }
  const strangers = others.slice(0, random.pick([1, 2, 2, 3]));
  const home = random.pick(plot.homes);
  const road = random.pick(SETTINGS.filter((setting) => setting !== home));
  const goal = pickOther(plot.goals, [home, road], random);
  const item = random.pick(plot.items);
  const wording: Wording = {
    facts: random.fork("facts"),
    cast: { A: a, B: b, C: c, X: strangers[0] ?? c },
    item,
    places: { home, road, goal },
    before: SETTING_NOUNS[home],
    quest: plot.quest,
  };
  const light = plot.night === true ? "night" : "day";
  return { plot, item, strangers, said: new Set(), wording, light, rain: false };
}

/** One of the settings that is none of the others, where there is one. */
function pickOther(settings: readonly Setting[], others: readonly Setting[], random: Random): Setting {
  const fresh = settings.filter((setting) => !others.includes(setting));
  return random.pick(fresh.length > 0 ? fresh : settings);
}

/** A new scene on the way brings new surroundings and somebody new to meet. */
function enterScene(telling: Telling, { episode }: Scene, index: number, random: Random): void {
  const { wording, strangers } = telling;
  const { home, road, goal } = wording.places;
  const next = episode === undefined ? road : pickOther(episode.settings, [index > 1 ? road : goal], random);
  telling.wording = {
    ...wording,
    places: { home, goal, road: next },
    cast: { ...wording.cast, X: strangers[index % strangers.length] ?? wording.cast.X },
  };
}

function tellBeat(beat: Beat, room: Room, telling: Telling, random: Random): PanelScript {
  telling.rain = beat.rain ?? telling.rain;
  if (beat.night !== undefined) telling.light = beat.night ? "night" : "day";
  const { wording, item, strangers } = telling;
  const part = new Set(beat.actors.map(({ role }) => wording.cast[role]));
  const bystanders = random.shuffle(strangers.filter((identity) => !part.has(identity)));
  const actors = castPanel(beat, room, { roles: wording.cast, item, bystanders }, random.fork("cast"));
  const setting = wording.places[beat.at];
  return {
    setting,
    light: telling.light,
    rain: telling.rain && !INDOORS.includes(setting),
    shot: chooseShot(actors, room, random.fork("shot")),
    actors,
    lines: writeLines(beat, room, actors, telling, random.fork("lines")),
    narration: room.narration ? tellOne(beat.tells, 0.6, telling, random) : undefined,
    sound: tellOne(beat.sounds, 0.7, telling, random),
    thing: beat.thing === "item" ? item : beat.thing,
  };
}

const INDOORS: readonly Setting[] = ["kitchen", "library"];

function tellOne(
  templates: readonly string[] | undefined,
  share: number,
  { wording }: Telling,
  random: Random,
): string | undefined {
  if (templates === undefined || !random.chance(share)) return undefined;
  return wordText(random.pick(templates), wording);
}

/** How often a panel that could speak is left to the picture. */
const SILENT_SHARE = 0.17;

/** The beat's lines that the room holds, of those who are in the picture. */
function writeLines(
  beat: Beat,
  room: Room,
  actors: readonly ActorScript[],
  telling: Telling,
  random: Random,
): readonly LineScript[] {
  const here = (role: Role): boolean =>
    actors.some(({ identity }) => identity === telling.wording.cast[role]);
  if (random.chance(SILENT_SHARE)) return [];
  const cues = beat.lines.filter(({ by }) => here(by)).slice(0, room.lines);
  return cues.map((cue, index) => writeLine(cue, room.letters, telling, random.fork(index)));
}

/** One of the cue's alternatives: not said before, and short enough, as far as possible. */
function writeLine(
  { by, kind, say }: LineCue,
  letters: number,
  telling: Telling,
  random: Random,
): LineScript {
  const texts = random.shuffle(say).map((template) => wordText(template, telling.wording));
  const fresh = texts.filter((text) => !telling.said.has(text));
  const candidates = fresh.length > 0 ? fresh : texts;
  const shortest = candidates.toSorted((a, b) => a.length - b.length)[0] ?? "...";
  const text = candidates.find(({ length }) => length <= letters) ?? shortest;
  telling.said.add(text);
  return { by: telling.wording.cast[by], kind, text };
}
