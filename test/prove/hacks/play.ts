/** Raw replies through the episode loop to a record. No picture is painted: nothing here looks at one. */
import { beginEpisode, recordOf, step } from "../../../src/episodes/index.ts";
import type { Reply, Traits } from "../../../src/providers/index.ts";
import type { Episode, Question } from "../../../src/records/index.ts";
import type { Strategy } from "../../../src/rewards/index.ts";
import type { Scene } from "./hack.ts";

/** Enough for an honest look at every panel of a page, and for many looks more. */
export const MAX_TURNS = 40;

export interface Setting {
  readonly frame: Traits["frame"];
  /** Of a dialect that writes calls into the text. */
  readonly dialect: string;
  readonly tool: Strategy["tool"];
}

const MODEL = { id: "red-team", model: "red-team" };
const LIMITS = { factor: 28, maxPixels: 150_528, nativeTools: false, logProbs: true, family: "test" };
const NOON = "2026-01-02T12:00:00.000Z";

export function open(question: Question, { frame, dialect, tool }: Setting) {
  return beginEpisode({ ...MODEL, traits: { ...LIMITS, frame } }, question, {
    mode: tool === "offered" ? "zoom" : "page",
    dialect,
    maxTurns: MAX_TURNS,
    harness: "red-team",
  });
}

const replyOf = (text: string): Reply => ({
  text,
  calls: [],
  finish: "stop",
  usage: {},
  latencyMs: 0,
  model: MODEL.model,
});

/** The record of the replies in turn; a model with nothing more to say is silent. */
export function play(
  question: Question,
  setting: Setting,
  write: (frame: Scene["frame"]) => readonly string[],
): Episode {
  let state = open(question, setting);
  const said = write(state.plan.frame)[Symbol.iterator]();
  while (state.outcome === undefined) state = step(state, replyOf(said.next().value ?? ""));
  return recordOf(state, { started: NOON, ended: NOON });
}
