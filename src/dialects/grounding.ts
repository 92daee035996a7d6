/**
 * Grounding as Qwen-VL models were trained to write it, for models that know no tools: a JSON list of
 * `{"bbox_2d": [...], "label": "..."}`, most often in a code fence, or box tokens. A reply without boxes is the answer.
 * DeepEyes' prompt V3 asks in the same way.
 */
import type { Action, Dialect, ReplyText } from "./dialect.ts";
import { readReply } from "./read-reply.ts";
import { ALL_RULES } from "./rules.ts";
import { answerForm, choiceLines, joined, leftText } from "./wording.ts";
import { callArguments, frameText } from "./zoom-tool.ts";

export const grounding: Dialect<"grounding"> = {
  id: "grounding",
  summary: "regions as fenced JSON with bbox_2d, as Qwen-VL writes them; anything else is the answer",
  calls: "text",
  policy: "all",
  rules: ALL_RULES,
  system: () => undefined,
  tools: () => [],
  instruction: (occasion) =>
    joined(
      choiceLines(occasion.choices),
      occasion.zoom
        ? `If the pictures above do not suffice, name the regions to look at more closely, in JSON and nothing else:\n\`\`\`json\n[{"bbox_2d": [x1, y1, x2, y2], "label": "object_name"}]\n\`\`\`\n${frameText(occasion.frame, occasion.page)} They will be shown enlarged in the next turn.`
        : "",
      `${occasion.zoom ? "Otherwise give" : "Give"} your final answer within <answer></answer> tags: ${answerForm(occasion)}.`,
    ),
  framing: ({ asked, left }) => ({ before: asked.join("\n"), after: leftText(left) }),
  faultText: (messages, left) => joined(messages.join("\n"), leftText(left)),
  read: (reply) => readReply(reply, ALL_RULES),
  write: writeGrounding,
};

function writeGrounding(action: Action, thinking = ""): ReplyText {
  const thought = thinking === "" ? "" : `<think>${thinking}</think>\n`;
  if (action.do === "answer") return { text: `${thought}<answer>${action.text}</answer>`, calls: [] };
  const json = JSON.stringify(action.calls.map(callArguments));
  return { text: `${thought}\`\`\`json\n${json}\n\`\`\``, calls: [] };
}
