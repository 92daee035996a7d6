/** What is said in a panel: one of the beat's exchanges or small talk, and where the next scene leads. */
import type { Random } from "../../random.ts";
import type { Emotion } from "../vocabulary.ts";
import { type Topic, topicsFor } from "./asides/index.ts";
import type { Beat, LineCue, Role } from "./beat.ts";
import { DEPARTURES, LAST_DEPARTURES } from "./links.ts";
import type { LineScript, PanelScript, Room } from "./script.ts";
import type { Text } from "./text.ts";
import { type Wording, wordText } from "./wording.ts";

/** What people can refer to. */
export interface Speech {
  readonly wording: Wording;
  /** Texts said so far, so that nobody repeats them; grows. */
  readonly said: Set<string>;
}

export interface WrittenLine {
  readonly template: Text;
  readonly line: LineScript;
}

/** How often people talk of something else where the plot allows it. */
const CHAT_SHARE = 0.2;

/** How often a beat is told by lines that stand in any order, so that its words do not give their order away. */
const EITHER_ORDER_SHARE = 0.75;

/** A beat with one of its exchanges. */
export interface ToldBeat extends Beat {
  /** Its lines could stand in another order as well. */
  readonly anyOrder: boolean;
}

/**
 * The beat as this page tells it, with one of its exchanges, not one whose words have been said before if possible.
 * People who talk of something else have no `say` yet: see {@link writeChat}.
 *
 * @param spare the plot can do without this beat's words
 */
export function chooseExchange(beat: Beat, spare: boolean, speech: Speech, random: Random): ToldBeat {
  if (beat.chat === true || (spare && random.fork("chat").chance(CHAT_SHARE))) {
    const chatting = asChat(beat, random);
    if (chatting !== undefined) return { ...chatting, anyOrder: true };
  }
  const freshOf = (ways: readonly Exchange[]): readonly Exchange[] =>
    ways.filter((lines) => lines.every(({ say }) => wordFresh(say, speech).length > 0));
  const loose = freshOf(beat.eitherOrder ?? []);
  if (loose.length > 0 && random.fork("either order").chance(EITHER_ORDER_SHARE)) {
    // As likely as they have texts.
    const lines = random.pick(loose.flatMap((way) => (way[0]?.say ?? []).map(() => way)));
    return { ...beat, lines: random.shuffle(lines), anyOrder: true };
  }
  const ways = [beat.lines, ...(beat.or ?? [])];
  const fresh = freshOf(ways);
  return { ...beat, lines: random.pick(fresh.length > 0 ? fresh : ways), anyOrder: false };
}

type Exchange = readonly LineCue[];

/** Moods in which one talks of this and that. */
const AT_EASE: readonly Emotion[] = ["calm", "happy", "surprised", "sly", "sad", "disgusted"];

/** The same panel with small talk of two in any order; undefined where they are not at ease or not two. */
function asChat(beat: Beat, random: Random): Beat | undefined {
  const speakers = [...new Set(beat.chat === true ? beat.actors.map(({ role }) => role) : speakersOf(beat))];
  const actors = beat.actors.map((cue) => ({
    ...cue,
    feels: cue.feels.filter((mood) => AT_EASE.includes(mood)),
  }));
  if (speakers.length !== 2 || actors.some(({ feels }) => feels.length === 0)) return undefined;
  const lines = random.shuffle(speakers).map((by): LineCue => ({ by, kind: "speech", say: [] }));
  return { ...beat, actors, lines, chat: true };
}

const speakersOf = ({ lines }: Beat): readonly Role[] =>
  lines.flatMap(({ by, kind }) => (kind === "speech" || kind === "shout" ? [by] : []));

interface Worded {
  readonly template: Text;
  readonly text: string;
}

/** Texts that have not been said, in words. */
const wordFresh = (say: readonly Text[], { wording, said }: Speech): readonly Worded[] =>
  wordAll(say, wording).filter(({ text }) => !said.has(text));

/** Texts that can be said by now, in words. */
const wordAll = (say: readonly Text[], wording: Wording): readonly Worded[] =>
  say
    .filter(({ en }) => wording.before !== undefined || !en.includes("{before}"))
    .map((template) => ({ template, text: wordText(template, wording) }));

/** The panel that lines are written for. */
export interface Stage {
  /** As {@link chooseExchange} returns it. */
  readonly beat: ToldBeat;
  readonly room: Room;
  /** What the picture shows. */
  readonly panel: Omit<PanelScript, "lines">;
  /** At the end of a scene, those who go on to the next: one says so who spoke last, if there is room. */
  readonly leaving: readonly Role[];
}

/** The lines that the room holds, of those who are in the picture. */
export function writeLines(stage: Stage, speech: Speech, random: Random): readonly WrittenLine[] {
  const { beat, room, panel, leaving } = stage;
  const { cast, places } = speech.wording;
  const isHere = (role: Role): boolean => panel.actors.some(({ identity }) => identity === cast[role]);
  const lines = beat.chat === true ? writeChat(stage, speech, random.fork("topic")) : beat.lines;
  const cues = lines.filter(({ by }) => isHere(by)).slice(0, room.lines);
  const written = cues.map((cue, index) => writeLine(cue, room.letters, speech, random.fork(index)));
  // Who spoke last, so that no balloon must reach over another.
  const by = cues.at(-1)?.by ?? "A";
  const leaves = leaving.includes(by) && isHere(by) && lines.length > 0;
  if (!leaves || written.length >= room.lines) return written;
  const say = places.next === places.goal ? LAST_DEPARTURES : DEPARTURES;
  const departure = writeLine({ by, kind: "speech", say }, room.letters, speech, random.fork("departure"));
  const first = beat.anyOrder && random.fork("departs first").chance(0.5);
  return first ? [...written.slice(0, -1), departure, ...written.slice(-1)] : [...written, departure];
}

/** Two remarks on something that the panel shows. */
function writeChat({ beat, panel, room }: Stage, speech: Speech, random: Random): readonly LineCue[] {
  const remarksOn = ({ remarks }: Topic): readonly Text[] =>
    wordFresh(remarks, speech).flatMap(({ template, text }) =>
      text.length <= room.letters ? [template] : [],
    );
  const topics = topicsFor(panel)
    .map(remarksOn)
    .filter(({ length }) => length >= beat.lines.length);
  const remarks = topics.length === 0 ? [] : random.shuffle(random.pick(topics));
  return beat.lines.flatMap((cue, index): LineCue[] => {
    const remark = remarks[index];
    return remark === undefined ? [] : [{ ...cue, say: [remark] }];
  });
}

/** One of the cue's alternatives: not said before, and short enough, as far as possible. */
function writeLine({ by, kind, say }: LineCue, letters: number, speech: Speech, random: Random): WrittenLine {
  const worded = random
    .shuffle(wordAll(say, speech.wording))
    .toSorted((a, b) => Number(speech.said.has(a.text)) - Number(speech.said.has(b.text)));
  const shortest = worded.toSorted((a, b) => a.text.length - b.text.length)[0];
  const chosen = worded.find(({ text }) => text.length <= letters && !speech.said.has(text)) ?? shortest;
  if (chosen === undefined) throw new Error("writeLine: expected at least one text");
  speech.said.add(chosen.text);
  return { template: chosen.template, line: { by: speech.wording.cast[by], kind, text: chosen.text } };
}
