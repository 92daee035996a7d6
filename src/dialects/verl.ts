/**
 * verl's multi-turn rollouts with its zoom tool: format `hermes` (`<tool_call>` with JSON), one call a turn.
 * https://github.com/volcengine/verl/blob/94e16be1cb1280d7a2a5d92fd59a0067ef9f5244/verl/tools/image_zoom_in_tool.py
 *
 * The template of Qwen2.5-VL has no place for tools, so the system prompt carries the section that the text models'
 * templates render. Deviation: crops come back as a user turn, since several servers drop pictures in the tool role.
 */
import type { Dialect } from "./dialect.ts";
import { readReply } from "./read-reply.ts";
import { NO_RULES } from "./rules.ts";
import { writeTagged } from "./tagged.ts";
import { answerForm, choiceLines, joined } from "./wording.ts";
import { toolLine, zoomTool } from "./zoom-tool.ts";

const SYSTEM = `You are a helpful assistant.

# Tools

You may call one or more functions to assist with the user query.

You are provided with function signatures within <tools></tools> XML tags:
<tools>
${toolLine(zoomTool("bbox_2d"))}
</tools>

For each function call, return a json object with function name and arguments within <tool_call></tool_call> XML tags:
<tool_call>
{"name": <function-name>, "arguments": <args-json-object>}
</tool_call>`;

export const verl: Dialect<"verl"> = {
  id: "verl",
  summary: "verl's hermes format, the first call runs",
  calls: "text",
  policy: "first",
  rules: NO_RULES,
  system: ({ zoom }) => (zoom ? SYSTEM : "You are a helpful assistant."),
  tools: () => [],
  instruction: (occasion) =>
    joined(
      choiceLines(occasion.choices),
      occasion.zoom
        ? "You must reason inside <think></think> tags before any tool call or answer."
        : "You must reason inside <think></think> tags before the answer.",
      `Give the final answer within <answer></answer> tags: ${answerForm(occasion)}.`,
    ),
  framing: ({ asked }) => ({
    before: joined("<tool_response>", asked.join("\n")),
    after: "</tool_response>",
  }),
  faultText: (messages) => `<tool_response>\n${messages.join("\n")}\n</tool_response>`,
  read: (reply) => readReply(reply, NO_RULES),
  write: writeTagged,
};
