/**
 * Calls written into the text: `<think>`, `<tool_call>` with JSON, `<answer>`. Our own wording, which says the frame of
 * the coordinates, with every parsing rule (`tagged`) or none (`tagged-strict`). `tagged-restating` puts the question again
 * behind the crops, as DeepEyes puts its instruction again: a small model cannot look far back for the choices.
 */
import type { Action, CropTurn, Dialect, Occasion, ReplyText } from "./dialect.ts";
import { readReply } from "./read-reply.ts";
import { ALL_RULES, NO_RULES } from "./rules.ts";
import { answerForm, choiceLines, joined, leftText } from "./wording.ts";
import { callJson, frameText, toolLine, ZOOM_TOOL, zoomTool } from "./zoom-tool.ts";

function toolPrompt({ zoom, frame, page }: Occasion): string | undefined {
  if (!zoom) return undefined;
  return `You are a helpful assistant.

# Tools
You may call one or more functions to assist with the user query.
You are provided with function signatures within <tools></tools> XML tags:
<tools>
${toolLine(zoomTool("bbox_2d", frameText(frame, page)))}
</tools>

# How to call a tool
Return a json object with function name and arguments within <tool_call></tool_call> XML tags:
<tool_call>
{"name": <function-name>, "arguments": <args-json-object>}
</tool_call>`;
}

function instruction(occasion: Occasion): string {
  const form = occasion.zoom
    ? `Think first, call ${ZOOM_TOOL} if needed (at most ${occasion.maxTurns} turns, the answer being the last), then answer. Format strictly as: <think>...</think> <tool_call>...</tool_call> (if the tool is needed) or <think>...</think> <answer>...</answer>.`
    : "Think first, then answer. Format strictly as: <think>...</think> <answer>...</answer>.";
  return joined(choiceLines(occasion.choices), `${form} The answer is ${answerForm(occasion)}.`);
}

/** The reply as the prompts of all tagged dialects ask for it. */
export function writeTagged(action: Action, thinking = ""): ReplyText {
  const lines =
    action.do === "answer"
      ? [`<answer>${action.text}</answer>`]
      : action.calls.map((call) => `<tool_call>\n${callJson(call)}\n</tool_call>`);
  const thought = thinking === "" ? [] : [`<think>${thinking}</think>`];
  return { text: [...thought, ...lines].join("\n"), calls: [] };
}

type Framing = Dialect["framing"];

const plainFraming: Framing = ({ asked, left }) => ({
  before: joined("<tool_response>", asked.join("\n")),
  after: joined("</tool_response>", leftText(left)),
});

const restatingFraming: Framing = (turn) => {
  const { before, after } = plainFraming(turn);
  return { before, after: joined(after, restated(turn)) };
};

/** The question as it was put, with the instruction for the replies that are left. */
const restated = ({ question, occasion, left }: CropTurn): string =>
  `${question}\n${instruction({ ...occasion, zoom: left > 1, maxTurns: left })}`;

function taggedDialect<Id extends string>(
  id: Id,
  summary: string,
  { rules, framing }: Pick<Dialect, "rules" | "framing">,
): Dialect<Id> {
  return {
    id,
    summary,
    calls: "text",
    policy: "all",
    rules,
    system: toolPrompt,
    tools: () => [],
    instruction,
    framing,
    faultText: (messages, left) =>
      joined(`<tool_response>\n${messages.join("\n")}\n</tool_response>`, leftText(left)),
    read: (reply) => readReply(reply, rules),
    write: writeTagged,
  };
}

export const tagged = taggedDialect(
  "tagged",
  "<think>, <tool_call> and <answer> in the text, every parsing rule",
  { rules: ALL_RULES, framing: plainFraming },
);
export const taggedStrict = taggedDialect("tagged-strict", "as tagged, but only the asked form is read", {
  rules: NO_RULES,
  framing: plainFraming,
});
export const taggedRestating = taggedDialect(
  "tagged-restating",
  "as tagged, and the question is put again behind the crops",
  { rules: ALL_RULES, framing: restatingFraming },
);
