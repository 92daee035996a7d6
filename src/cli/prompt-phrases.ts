/**
 * Sentences that are the same in every prompt: a tokenizer may make each of them few tokens. They are cut out of episodes
 * as the dialects write them.
 */
import { z } from "zod";
import { dialects, findDialect, type Occasion, type ReplyText, ZOOM_TOOL } from "../dialects/index.ts";
import { beginEpisode, type EpisodeState, step, type Turn } from "../episodes/index.ts";
import type { Json } from "../json.ts";
import type { Provider, Reply } from "../providers/index.ts";
import type { EpisodeMode, Gold, Question } from "../records/index.ts";

const MODES: readonly EpisodeMode[] = ["zoom", "page", "panel", "blind"];
const GOLDS: readonly Gold[] = [
  { type: "choice", index: 0 },
  { type: "number", value: 1 },
  { type: "text", text: "-", also: [] },
];
const PAGE = { id: "page", image: "page.png", width: 300, height: 420 };
const READER: Pick<Provider, "id" | "model" | "traits"> = {
  id: "local",
  model: "tiny",
  traits: { frame: "model", nativeTools: true, logProbs: false, family: "qwen" },
};
const CALL = { do: "zoom", calls: [{ box: [1, 2, 3, 4] }] } as const;

/** The zoom tool in OpenAI's form, as a model with a template of its own is offered it. */
export function offeredTools(): readonly Json[] {
  const occasion: Occasion = {
    answer: "text",
    choices: [],
    zoom: true,
    frame: { kind: "model", size: PAGE },
    page: PAGE,
    maxTurns: 1,
  };
  const tools = findDialect("native")?.tools(occasion) ?? [];
  return tools.map((tool) => z.json().parse({ type: "function", function: tool }));
}

/** Those that a small model is asked in: with calls in the text, or through its template. */
const SPOKEN = dialects.filter(({ id }) => id === "tagged" || id === "native");

/**
 * The fixed texts of prompts, tool responses and replies. A number, the letters of choices, the name of the tool in a call
 * and the tags around calls and answers each end a piece, so no piece is a whole call.
 */
export function dialectPhrases(): readonly string[] {
  const pieces = SPOKEN.flatMap(({ id, write }) => {
    const zoom = write(CALL, "-");
    const episodes = GOLDS.flatMap((gold) => MODES.map((mode) => playEpisode(gold, mode, id, zoom)));
    const said = episodes.flatMap(({ turns }) => turns.flatMap(textsOf));
    const replies = [zoom.text, write({ do: "answer", text: "-" }, "-").text];
    return [...said.flatMap(fixedPieces), ...replies.flatMap(replyPieces)];
  });
  return [...new Set(pieces)];
}

/** An episode of a question without words, with zooms until its turns are used up. */
function playEpisode(
  gold: Gold,
  mode: EpisodeMode,
  dialect: string,
  { text, calls }: ReplyText,
): EpisodeState {
  const reply: Reply = { text, calls, finish: "tool-calls", usage: {}, latencyMs: 0, model: "" };
  let state = beginEpisode(READER, questionWith(gold), { dialect, mode, maxTurns: 3, harness: "" });
  while (mode === "zoom" && state.outcome === undefined) state = step(state, reply);
  return state;
}

const questionWith = (gold: Gold): Question => ({
  kind: "question",
  version: 1,
  id: "question",
  task: "action-recognition",
  form: "form",
  split: "train",
  page: PAGE,
  marks: [],
  prompt: [{ type: "page" }],
  choices: [],
  gold,
  targets: { panels: [[0, 0, 150, 210]], entities: [], zoom: [] },
  expectedZooms: 1,
  tool: "zoom",
  origin: { by: "rule", annotations: [], reviews: [] },
  seed: "1",
});

/** What a turn of the other side says. */
function textsOf(turn: Turn): readonly string[] {
  if (turn.role === "assistant") return [];
  return turn.role === "user" ? turn.parts.filter((part) => typeof part === "string") : [turn.text];
}

/** Numbers, and the place of the letters of choices. */
const VARIES = /\p{N}+|(?<=\()(?=\))/u;
const SENTENCE_END = /(?<=\. )/;

/** The parts of a text between its numbers, sentence by sentence; none of a single character. */
export function fixedPieces(text: string): readonly string[] {
  return text
    .split(VARIES)
    .flatMap((part) => part.split(SENTENCE_END))
    .filter((piece) => piece.trim().length > 1);
}

const replyPieces = (text: string): readonly string[] =>
  text.split(/(<\/?\w+>)/).flatMap((part) => part.split(ZOOM_TOOL).flatMap(fixedPieces));
