/**
 * The format penalty of DeepEyes (`verl/utils/reward_score/vl_agent.py`): -1 for a format error, else 0. An error is an
 * unequal number of opening and closing `think` tags in the transcript, or of `answer` tags behind its last thought, or
 * an answer of 1,000 characters and more.
 *
 * Reason: kept as published, for comparison. Deviations: a reply that only closes its thought is given the `<think>`
 * that chat templates open (DeepEyes once put one before the whole transcript; the released code does not); picture
 * tokens, whose balance it also checks, are the harness's here.
 */
import { TOO_LONG } from "./brief-accuracy.ts";
import { between, type RewardTerm } from "./term.ts";
import { assistantTurns } from "./zooms.ts";

const count = (text: string, part: string): number => text.split(part).length - 1;
const isBalanced = (text: string, tag: string): boolean =>
  count(text, `<${tag}>`) === count(text, `</${tag}>`);

/** The reply with the thought that the template opened. */
const opened = (text: string): string =>
  count(text, "</think>") > count(text, "<think>") ? `<think>${text}` : text;

export const deepeyesFormat: RewardTerm<"deepeyes-format"> = {
  id: "deepeyes-format",
  summary: "-1 for unbalanced tags or an over-long answer",
  range: between(-1, 0),
  perfect: () => 0,
  value: ({ episode }) => {
    const transcript = assistantTurns(episode)
      .map(({ text }) => opened(text))
      .join("\n");
    const isSound =
      isBalanced(transcript, "think") &&
      isBalanced(transcript.split("</think>").at(-1) ?? "", "answer") &&
      (episode.answer ?? "").length < TOO_LONG;
    return isSound ? 0 : -1;
  },
};
