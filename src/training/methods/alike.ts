/**
 * Conversations that begin with the same messages and pictures, as groups whose beginning is computed once: the prompt of
 * the traces of a group. A beginning ends before the assistant first speaks, holds a picture (else there is too little to
 * gain), and cuts none in two.
 */
import type { Conversation, PictureReader } from "../../engine/index.ts";
import type { Trace } from "../rollout/rollout.ts";

export interface NamedConversation extends Conversation {
  /** Of each of `images`; equal names are equal pictures. */
  readonly pictureNames: readonly string[];
}

type Reader = Pick<PictureReader, "tokens">;

/** A group of traces, and which of the conversations each of them is. */
export interface AlikeGroup {
  readonly traces: readonly Trace[];
  /** Index among the conversations. */
  readonly places: readonly number[];
}

/** A token of text, or a whole picture. */
interface Unit {
  readonly name: string;
  readonly tokens: number;
  readonly pictures: 0 | 1;
}

interface Opened {
  readonly conversation: NamedConversation;
  readonly place: number;
  /** All that stands before the assistant's first token. */
  readonly units: readonly Unit[];
  readonly name: string;
}

/** The groups that save most tokens; one that is like no other is a group of its own. */
export function alikeGroups(
  conversations: readonly NamedConversation[],
  reader: Reader,
): readonly AlikeGroup[] {
  const opened = conversations.map((conversation, place): Opened => {
    const units = unitsBeforeReply(conversation, reader);
    return { conversation, place, units, name: units.map(({ name }) => `${name} `).join("") };
  });
  // Those that begin alike stand together, those that share most side by side.
  const sorted = opened.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return bestCuts(sorted).map(({ from, to, shared }) => {
    const members = sorted.slice(from, to);
    const prompt = (member: Opened) => (members.length === 1 ? member.units : member.units.slice(0, shared));
    return {
      traces: members.map((member) => traceOf(member.conversation, prompt(member))),
      places: members.map(({ place }) => place),
    };
  });
}

/** Nothing predicts the first token. */
const ownOf = ({ own }: Conversation): readonly boolean[] => own.map((mine, at) => mine && at > 0);

function unitsBeforeReply(conversation: NamedConversation, reader: Reader): readonly Unit[] {
  const { tokens, images, pictureNames } = conversation;
  const reply = ownOf(conversation).indexOf(true);
  const end = reply < 0 ? tokens.length : reply;
  const expanded = images.map(reader.tokens);
  const units: Unit[] = [];
  let picture = 0;
  for (let at = 0; at < end; at += units.at(-1)?.tokens ?? 1) {
    const places = expanded[picture] ?? [];
    if (places.length > 0 && places.every((token, index) => tokens[at + index] === token)) {
      units.push({ name: pictureNames[picture] ?? "", tokens: places.length, pictures: 1 });
      picture++;
    } else units.push({ name: `${tokens[at]}`, tokens: 1, pictures: 0 });
  }
  return units;
}

function traceOf(conversation: NamedConversation, prompt: readonly Unit[]): Trace {
  const { tokens, images } = conversation;
  return {
    tokens,
    images,
    own: ownOf(conversation),
    promptTokens: tokensOf(prompt),
    promptImages: picturesOf(prompt),
  };
}

const tokensOf = (units: readonly Unit[]): number => units.reduce((sum, unit) => sum + unit.tokens, 0);
const picturesOf = (units: readonly Unit[]): number => units.reduce((sum, unit) => sum + unit.pictures, 0);

/** How many units two have in common, down to a text token: a branch begins with a copy of the last. */
function sharedUnits({ units: some }: Opened, { units: others }: Opened): number {
  let count = 0;
  while (count < some.length && some[count]?.name === others[count]?.name) count++;
  while (some[count - 1]?.pictures === 1) count--;
  return picturesOf(some.slice(0, count)) === 0 ? 0 : count;
}

/** Neighbours `from` to before `to`, which have so many units in common. */
interface Cut {
  readonly from: number;
  readonly to: number;
  readonly shared: number;
  /** Tokens of this and all cuts before it that need not be computed again. */
  readonly saved: number;
  readonly before: Cut | undefined;
}

/** The best way to cut the first `to` into groups, for every `to` from that for the ones before. */
function bestCuts(sorted: readonly Opened[]): readonly Cut[] {
  const alike = sorted.map((each, at) => {
    const next = sorted[at + 1];
    return next === undefined ? 0 : sharedUnits(each, next);
  });
  const best: (Cut | undefined)[] = [undefined];
  for (let to = 1; to <= sorted.length; to++) {
    let chosen: Cut | undefined;
    let shared = Number.POSITIVE_INFINITY;
    for (let from = to - 1; from >= 0 && shared > 0; from--) {
      const before = best[from];
      const prompt = sorted[from]?.units.slice(0, shared) ?? [];
      const saved = (before?.saved ?? 0) + (to - from - 1) * tokensOf(prompt);
      if (chosen === undefined || saved > chosen.saved) chosen = { from, to, shared, saved, before };
      shared = Math.min(shared, alike[from - 1] ?? 0);
    }
    best.push(chosen);
  }
  const cuts: Cut[] = [];
  for (let cut = best.at(-1); cut !== undefined; cut = cut.before) cuts.unshift(cut);
  return cuts;
}
