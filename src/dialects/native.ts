/** Tool calls through the provider's interface; the answer in `<answer>` tags, or the whole of a reply without calls. */
import type { Action, Dialect, ReplyText } from "./dialect.ts";
import { readReply } from "./read-reply.ts";
import { ALL_RULES, type ParsingRule } from "./rules.ts";
import { answerForm, choiceLines, joined, leftText } from "./wording.ts";
import { callArguments, frameText, ZOOM_TOOL, zoomTool } from "./zoom-tool.ts";

/** Whoever has an interface for calls does not mean prose as one. */
const RULES: ReadonlySet<ParsingRule> = new Set([...ALL_RULES].filter((rule) => rule !== "bare-call"));

export const native: Dialect<"native"> = {
  id: "native",
  summary: "tool calls through the interface, the answer in <answer> tags or plain",
  calls: "native",
  policy: "all",
  rules: RULES,
  system: () => undefined,
  tools: ({ zoom, frame, page }) => (zoom ? [zoomTool("bbox_2d", frameText(frame, page))] : []),
  instruction: (occasion) =>
    joined(
      choiceLines(occasion.choices),
      occasion.zoom
        ? `You may call ${ZOOM_TOOL} to look at regions of the page more closely, in at most ${occasion.maxTurns} turns with the answer being the last.`
        : "",
      `Give your final answer as <answer>...</answer>: ${answerForm(occasion)}.`,
    ),
  framing: ({ asked, left }) => ({ before: asked.join("\n"), after: leftText(left) }),
  faultText: (messages, left) => joined(messages.join("\n"), leftText(left)),
  read: (reply) => readReply(reply, RULES),
  write: writeNative,
};

/** Ids are `call-1`, `call-2`, ... within the reply. */
function writeNative(action: Action, thinking = ""): ReplyText {
  const reasoning = thinking === "" ? {} : { reasoning: thinking };
  if (action.do === "answer") return { text: `<answer>${action.text}</answer>`, ...reasoning, calls: [] };
  const calls = action.calls.map((call, index) => ({
    id: `call-${index + 1}`,
    name: ZOOM_TOOL,
    input: callArguments(call),
  }));
  return { text: "", ...reasoning, calls };
}
