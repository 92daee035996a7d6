/**
 * The prompt of DeepEyes (V2) to the letter and the rules of its environment.
 * https://github.com/Visual-Agent/DeepEyes/blob/2acd417f21fe814a059a6adbca1d7e18952d067b/verl/workers/agent/envs/mm_process_engine/prompt.py
 *
 * Its environment runs the last of several calls, and an answer wins over a call. Kept: the schema requires `bbox`
 * where the property is `bbox_2d`; both are read. Deviations: the form of the answer is asked for behind the question,
 * as the benchmark's graders need; JSON is read by our own parser and never by Python's `eval`.
 */
import type { Dialect } from "./dialect.ts";
import { readReply } from "./read-reply.ts";
import type { ParsingRule } from "./rules.ts";
import { writeTagged } from "./tagged.ts";
import { answerForm, choiceLines, joined } from "./wording.ts";
import { toolLine, zoomTool } from "./zoom-tool.ts";

const SYSTEM = `You are a helpful assistant.

# Tools
You may call one or more functions to assist with the user query.
You are provided with function signatures within <tools></tools> XML tags:
<tools>
${toolLine(zoomTool("bbox"))}
</tools>

# How to call a tool
Return a json object with function name and arguments within <tool_call></tool_call> XML tags:
<tool_call>
{"name": <function-name>, "arguments": <args-json-object>}
</tool_call>

**Example**:  
<tool_call>  
{"name": "image_zoom_in_tool", "arguments": {"bbox_2d": [10, 20, 100, 200], "label": "the apple on the desk"}}  
</tool_call>`;

const ZOOM_SUFFIX =
  "\nThink first, call **image_zoom_in_tool** if needed, then answer. Format strictly as:  <think>...</think>  <tool_call>...</tool_call> (if tools needed)  <answer>...</answer> ";
/** Its V1 suffix, which it uses without tools. */
const PLAIN_SUFFIX =
  "\nReason in your mind and then give the final answer. Output strictly following the format <think>[your inner thoughts]</think><answer>[your final answer]</answer>.";

const RULES: ReadonlySet<ParsingRule> = new Set(["bbox-key"]);

export const deepeyes: Dialect<"deepeyes"> = {
  id: "deepeyes",
  summary: "DeepEyes' prompt, the last call runs",
  calls: "text",
  policy: "last",
  rules: RULES,
  system: ({ zoom }) => (zoom ? SYSTEM : "You are a helpful assistant."),
  tools: () => [],
  instruction: (occasion) =>
    joined(choiceLines(occasion.choices), `The answer is ${answerForm(occasion)}.`) +
    (occasion.zoom ? ZOOM_SUFFIX : PLAIN_SUFFIX),
  framing: () => ({ before: "<tool_response>", after: `${ZOOM_SUFFIX}</tool_response>` }),
  faultText: (messages) => messages.join("\n"),
  read: (reply) => readReply(reply, RULES),
  write: writeTagged,
};
