/**
 * As `format`, and more: no call failed in any way, no tags or control tokens stand where they mean nothing, and the
 * answer is what was asked for "and nothing else". 1 or 0.
 *
 * Reason: tags in a thought, responses written in the tool's stead, calls thrown at the page until one hits, answers
 * that argue with their judge (inspect_ai #3603, HELM #4344): graders see through them, so without this term they
 * would earn as much as the honest episode and cost nothing. Our own term; no paper has it.
 */
import { choiceLetter } from "../grading/index.ts";
import type { EpisodeTurn, Question } from "../records/index.ts";
import { isWellFormed } from "./format.ts";
import { between, type RewardTerm } from "./term.ts";
import { assistantTurns, callsOf } from "./zooms.ts";

/** Words that an open answer may have beyond its longest accepted wording: "It is the ... in the ...". */
const EXTRA_WORDS = 8;

const IN_THOUGHT = /<\/?(?:think|tool_call|tool_response|answer|tools?)>|<\|/;
const BEHIND_THOUGHT = /<\/?(?:think|tool_response|tools?)>|<\|/;

/** No tag stands in a thought, and behind it none that only the harness writes. */
function hasTagsInPlace({ text }: EpisodeTurn): boolean {
  const spoken = text.trim().replace(/<\|im_end\|>$/, "");
  const end = spoken.indexOf("</think>");
  const thought = end < 0 ? "" : spoken.slice(0, end).replace(/^<think>/, "");
  const rest = end < 0 ? spoken : spoken.slice(end + "</think>".length);
  return !IN_THOUGHT.test(thought) && !BEHIND_THOUGHT.test(rest);
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\.$/, "").replace(/\s+/g, " ");
const wordCount = (text: string): number => text.trim().split(/\s+/).length;

/** A letter, a choice, or both. */
function isChoice(answer: string, choices: readonly string[]): boolean {
  return choices.some((choice, index) => {
    const letter = choiceLetter(index).toLowerCase();
    const heads = [letter, `(${letter})`, `${letter})`, `${letter}:`];
    const texts = heads.flatMap((head) => [head, `${head} ${plain(choice)}`]);
    return [...texts, `${letter}. ${plain(choice)}`, plain(choice)].includes(plain(answer));
  });
}

/** One of the accepted wordings, or one short sentence that lists nothing. */
function isShortPhrase(answer: string, wordings: readonly string[]): boolean {
  if (wordings.some((wording) => plain(wording) === plain(answer))) return true;
  const most = Math.max(...wordings.map(wordCount)) + EXTRA_WORDS;
  const isList = /[\n,/|]|\b(?:or|ou)\b/i.test(answer.trim());
  return wordCount(answer) <= most && !isList && !/[.!?:;=<>{}[\]"]/.test(answer.trim().replace(/[.!]$/, ""));
}

/** Whether the answer is what the prompt asks for and nothing else. */
export function isInAskedForm(answer: string, { gold, choices }: Question): boolean {
  switch (gold.type) {
    case "choice":
      return isChoice(answer, choices);
    case "number":
      return /^\d{1,6}$/.test(plain(answer));
    case "text":
      return isShortPhrase(answer, [gold.text, ...gold.also]);
  }
}

export const strictFormat: RewardTerm<"strict-format"> = {
  id: "strict-format",
  summary: "format, no failed call, no stray tag, the answer and nothing else",
  range: between(0, 1),
  perfect: () => 1,
  value: ({ episode, question }) => {
    const isStrict =
      isWellFormed(episode) &&
      callsOf(episode).every(({ error }) => error === undefined) &&
      assistantTurns(episode).every(hasTagsInPlace) &&
      isInAskedForm(episode.answer ?? "", question);
    return isStrict ? 1 : 0;
  },
};
