/** What lessons ask about marks of their own accord, for a tokenizer that is to read it well. */
import { readQuestions } from "../benchmark/index.ts";
import { readPages } from "../formats/page-folder.ts";
import {
  type ConversationRecord,
  pagesById,
  type Stage,
  type StageSource,
  stageConversations,
  type TeachSettings,
} from "../training/index.ts";
import type { World } from "./drawn-world.ts";
import { fixedPieces } from "./prompt-phrases.ts";

export interface LessonTexts {
  /** Questions and replies. */
  readonly texts: readonly string[];
  /** Questions that come again and again, without numbers. */
  readonly phrases: readonly string[];
}

/** The lessons that ask what the benchmark does not, so often that all their questions about marks occur. */
const STAGE: Stage = {
  ...{ id: "words", steps: 500, batch: 1, rate: 1, schedule: "constant", warmup: 0 },
  tint: { from: 0, to: 0 },
  lessons: { locate: 1, caption: 1, "panel-answer": 1, "zoom-aimed": 1 },
};

/** Any model that sees pages in px; only the words of the conversations are used. */
const READER: StageSource["reader"] = {
  id: "local",
  model: "tiny",
  traits: { frame: "model", nativeTools: true, logProbs: false, family: "qwen" },
};

export async function lessonTexts(
  { pages, bench }: World,
  { tasks, boxes, seed, harness, curriculum }: TeachSettings,
): Promise<LessonTexts> {
  const questions = (await Array.fromAsync(readQuestions(bench))).filter(
    ({ task, marks }) => tasks.includes(task) && marks.length > 0,
  );
  if (questions.length === 0) return { texts: [], phrases: [] };
  const truth = pagesById(await Array.fromAsync(readPages(pages)));
  const source: StageSource = { questions, pages: truth, reader: READER, boxes, seed, harness };
  const conversations = [...stageConversations(STAGE, curriculum, source)];
  const asked = conversations.flatMap(questionsIn);
  const replies = conversations.flatMap(({ messages }) =>
    messages.flatMap((message) => (message.role === "assistant" ? [message.content] : [])),
  );
  return { texts: [...asked, ...replies], phrases: [...new Set(frequent(asked).flatMap(fixedPieces))] };
}

const questionsIn = ({ messages }: ConversationRecord): readonly string[] =>
  messages.flatMap(({ role, content }) => {
    if (role !== "user" || typeof content === "string") return [];
    return content.flatMap((part) => (part.type === "text" && part.text.endsWith("?") ? [part.text] : []));
  });

/** Each of them becomes a token, and takes the places of many others. */
const MOST_PHRASES = 16;
const FEWEST_TIMES = 3;

function frequent(texts: readonly string[]): readonly string[] {
  const groups = [...Map.groupBy(texts, (text) => text)].map(([text, { length }]) => ({ text, length }));
  return groups
    .filter(({ length }) => length >= FEWEST_TIMES)
    .sort((a, b) => b.length - a.length || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_PHRASES)
    .map(({ text }) => text);
}
