/**
 * OpenAI's Responses API, from `openai-responses-api.ts` of `@ai-sdk/openai` and the types of the package `openai`.
 * Stricter than the real one in one point: the output of a function is text, never a picture.
 */
import { z } from "zod";
import { readDataUrl } from "./images.ts";
import {
  type Conversation,
  demand,
  joined,
  type Limits,
  type Protocol,
  parseStrictly,
  type SeenTurn,
} from "./protocol.ts";

const inputText = z.strictObject({ type: z.literal("input_text"), text: z.string() });
const inputImage = z.strictObject({
  type: z.literal("input_image"),
  image_url: z.string(),
  detail: z.enum(["auto", "low", "high"]).optional(),
});
const outputText = z.strictObject({ type: z.literal("output_text"), text: z.string() });
const id = z.string().min(1);

const systemMessage = z.strictObject({
  type: z.literal("message").optional(),
  role: z.enum(["system", "developer"]),
  content: z.union([z.string(), z.array(inputText).min(1)]),
});
const userMessage = z.strictObject({
  type: z.literal("message").optional(),
  role: z.literal("user"),
  content: z.union([z.string(), z.array(z.union([inputText, inputImage])).min(1)]),
});
const assistantMessage = z.strictObject({
  type: z.literal("message").optional(),
  role: z.literal("assistant"),
  content: z.union([z.string(), z.array(outputText).min(1)]),
});
// Ids of items that the server did not keep are not taken: with `store: false` none was kept.
const functionCall = z.strictObject({
  type: z.literal("function_call"),
  call_id: id,
  name: id,
  arguments: z.string(),
});
const functionOutput = z.strictObject({
  type: z.literal("function_call_output"),
  call_id: id,
  output: z.string(),
});
const item = z.union([systemMessage, userMessage, assistantMessage, functionCall, functionOutput]);
type Item = z.infer<typeof item>;

const tool = z.strictObject({
  type: z.literal("function"),
  name: z.string().regex(/^[\w-]{1,64}$/),
  description: z.string().optional(),
  parameters: z.looseObject({ type: z.literal("object") }),
  strict: z.boolean(),
});

const format = z.discriminatedUnion("type", [
  z.strictObject({ type: z.enum(["text", "json_object"]) }),
  z.strictObject({
    type: z.literal("json_schema"),
    name: z.string().regex(/^[\w-]{1,64}$/),
    description: z.string().optional(),
    schema: z.looseObject({ type: z.literal("object"), additionalProperties: z.literal(false) }),
    strict: z.boolean().optional(),
  }),
]);

const body = z.strictObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(item).min(1)]),
  instructions: z.string().optional(),
  tools: z.array(tool).min(1).optional(),
  tool_choice: z.union([z.enum(["auto", "none", "required"]), z.looseObject({})]).optional(),
  parallel_tool_calls: z.boolean().optional(),
  temperature: z.number().min(0).max(2).optional(),
  top_p: z.number().min(0).max(1).optional(),
  max_output_tokens: z.int().min(16).optional(),
  text: z.strictObject({ format: format.optional() }).optional(),
  store: z.boolean().optional(),
  include: z.array(z.string()).optional(),
  reasoning: z.looseObject({}).optional(),
  stream: z.literal(false).optional(),
});

export const responses: Protocol = {
  name: "responses",
  base: "/v1",
  path: /^\/v1\/responses$/,
  key: ({ authorization }) => /^Bearer (.+)$/.exec(String(authorization ?? ""))?.[1],
  read: (request, limits) => {
    const { model, input, tools = [], text, temperature } = parseStrictly(body, request.body);
    demand(
      temperature === undefined || !/^(o\d|gpt-5)/.test(model),
      `Unsupported parameter: 'temperature' is not supported with this model.`,
    );
    const items: readonly Item[] = typeof input === "string" ? [{ role: "user", content: input }] : input;
    checkCalls(items);
    return {
      model,
      turns: mergeReplies(items.map((turn) => toTurn(turn, limits))),
      tools: tools.map(({ name }) => name),
      structured: text?.format?.type === "json_schema",
    } satisfies Conversation;
  },
  reply: ({ text, calls = [], finish = "stop" }, { model, serial, inputTokens, outputTokens }) => ({
    id: `resp_${serial}`,
    object: "response",
    created_at: 1_700_000_000,
    status: finish === "stop" ? "completed" : "incomplete",
    error: null,
    incomplete_details:
      finish === "stop" ? null : { reason: finish === "length" ? "max_output_tokens" : "content_filter" },
    model,
    output: [
      ...(text === "" ? [] : [messageItem(text, serial)]),
      ...calls.map(({ name, input }, index) => ({
        type: "function_call",
        id: `fc_${serial}_${index}`,
        call_id: `call_${serial}_${index}`,
        name,
        arguments: typeof input === "string" ? input : JSON.stringify(input),
        status: "completed",
      })),
    ],
    parallel_tool_calls: true,
    tool_choice: "auto",
    tools: [],
    usage: {
      input_tokens: inputTokens,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: outputTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: inputTokens + outputTokens,
    },
  }),
  error: (status, message) => ({
    error: {
      message,
      type: status === 429 ? "rate_limit_error" : "invalid_request_error",
      param: null,
      code: null,
    },
  }),
};

const messageItem = (text: string, serial: number) => ({
  type: "message",
  id: `msg_${serial}`,
  role: "assistant",
  status: "completed",
  content: [{ type: "output_text", text, annotations: [] }],
});

/** Each call has its output later on, each output its call before it. */
function checkCalls(items: readonly Item[]): void {
  const open = new Set<string>();
  for (const turn of items) {
    if ("output" in turn)
      demand(
        open.delete(turn.call_id),
        `No tool call found for function call output with call_id ${turn.call_id}.`,
      );
    else if ("call_id" in turn) open.add(turn.call_id);
  }
  demand(open.size === 0, `No tool output found for function call ${[...open].join(", ")}.`);
}

/** What a model said and called in one reply comes as several items. */
function mergeReplies(turns: readonly SeenTurn[]): SeenTurn[] {
  const merged: SeenTurn[] = [];
  for (const turn of turns) {
    const last = merged.at(-1);
    const continues = last?.role === "assistant" && turn.role === "assistant";
    if (continues) merged.pop();
    merged.push(
      continues
        ? { ...last, text: joined([last.text, turn.text]), calls: [...last.calls, ...turn.calls] }
        : turn,
    );
  }
  return merged;
}

function toTurn(turn: Item, limits: Limits): SeenTurn {
  if ("output" in turn) return { role: "tool", text: turn.output, images: [], calls: [] };
  if ("call_id" in turn) {
    const call = { id: turn.call_id, name: turn.name, input: JSON.parse(turn.arguments) as unknown };
    return { role: "assistant", text: "", images: [], calls: [call] };
  }
  const { role, content } = turn;
  const parts = typeof content === "string" ? [{ type: "input_text" as const, text: content }] : content;
  return {
    role: role === "developer" ? "system" : role,
    text: joined(parts.flatMap((part) => ("text" in part ? [part.text] : []))),
    images: parts.flatMap((part) => ("image_url" in part ? [readDataUrl(part.image_url, limits)] : [])),
    calls: [],
  };
}
