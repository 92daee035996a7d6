/**
 * OpenAI's Chat Completions, as vLLM, SGLang, Ollama and llama.cpp speak it, from the request types of the packages
 * `openai` and `@ai-sdk/openai-compatible`. Stricter than most: a field that is not in the types is rejected.
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

const text = z.strictObject({ type: z.literal("text"), text: z.string() });
const imageUrl = z.strictObject({
  type: z.literal("image_url"),
  image_url: z.strictObject({ url: z.string(), detail: z.enum(["auto", "low", "high"]).optional() }),
});
const words = z.union([z.string(), z.array(text).min(1)]);
const toolCall = z.strictObject({
  id: z.string().min(1),
  type: z.literal("function"),
  function: z.strictObject({ name: z.string().min(1), arguments: z.string() }),
});

const message = z.discriminatedUnion("role", [
  z.strictObject({ role: z.enum(["system", "developer"]), content: words }),
  z.strictObject({
    role: z.literal("user"),
    content: z.union([z.string(), z.array(z.union([text, imageUrl])).min(1)]),
  }),
  z.strictObject({
    role: z.literal("assistant"),
    content: words.nullish(),
    refusal: z.string().nullish(),
    tool_calls: z.array(toolCall).min(1).optional(),
  }),
  // Text only: pictures in this role are dropped or rejected by several servers (vLLM #43203, TRL #5663).
  z.strictObject({ role: z.literal("tool"), tool_call_id: z.string().min(1), content: words }),
]);

const functionTool = z.strictObject({
  type: z.literal("function"),
  function: z.strictObject({
    name: z.string().regex(/^[\w-]{1,64}$/),
    description: z.string().optional(),
    parameters: z.looseObject({ type: z.literal("object") }).optional(),
    strict: z.boolean().nullish(),
  }),
});

const responseFormat = z.discriminatedUnion("type", [
  z.strictObject({ type: z.enum(["text", "json_object"]) }),
  z.strictObject({
    type: z.literal("json_schema"),
    json_schema: z.strictObject({
      name: z.string().regex(/^[\w-]{1,64}$/),
      description: z.string().optional(),
      schema: z.looseObject({ type: z.literal("object") }),
      strict: z.boolean().nullish(),
    }),
  }),
]);

const body = z.strictObject({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  tools: z.array(functionTool).min(1).optional(),
  tool_choice: z.union([z.enum(["auto", "none", "required"]), z.looseObject({})]).optional(),
  parallel_tool_calls: z.boolean().optional(),
  temperature: z.number().min(0).max(2).optional(),
  top_p: z.number().min(0).max(1).optional(),
  max_tokens: z.int().positive().optional(),
  max_completion_tokens: z.int().positive().optional(),
  stop: z.union([z.string(), z.array(z.string()).max(4)]).optional(),
  seed: z.int().optional(),
  response_format: responseFormat.optional(),
  user: z.string().optional(),
  n: z.literal(1).optional(),
  // This server does not stream.
  stream: z.literal(false).optional(),
});
type Message = z.infer<typeof message>;

export const chatCompletions: Protocol = {
  name: "chat-completions",
  base: "/v1",
  path: /^\/v1\/chat\/completions$/,
  key: ({ authorization }) => /^Bearer (.+)$/.exec(String(authorization ?? ""))?.[1],
  read: (request, limits) => {
    const { model, messages, tools = [], response_format } = parseStrictly(body, request.body);
    checkOrder(messages);
    return {
      model,
      turns: messages.map((turn) => toTurn(turn, limits)),
      tools: tools.map((tool) => tool.function.name),
      structured: response_format?.type === "json_schema",
    } satisfies Conversation;
  },
  reply: ({ text: content, calls = [], finish = "stop" }, { model, serial, inputTokens, outputTokens }) => ({
    id: `chatcmpl-${serial}`,
    object: "chat.completion",
    created: 1_700_000_000,
    model,
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: content === "" && calls.length > 0 ? null : content,
          ...(calls.length > 0 && {
            tool_calls: calls.map(({ name, input }, index) => ({
              id: `call_${serial}_${index}`,
              type: "function",
              function: { name, arguments: typeof input === "string" ? input : JSON.stringify(input) },
            })),
          }),
        },
        logprobs: null,
        finish_reason: calls.length > 0 ? "tool_calls" : finish === "refusal" ? "content_filter" : finish,
      },
    ],
    usage: {
      prompt_tokens: inputTokens,
      completion_tokens: outputTokens,
      total_tokens: inputTokens + outputTokens,
    },
  }),
  error: (status, reason) => ({
    error: {
      message: reason,
      type: status === 429 ? "rate_limit_error" : "invalid_request_error",
      param: null,
      code: null,
    },
  }),
};

/** The system message first; each call answered by a tool message before anybody else speaks; a question at the end. */
function checkOrder(messages: readonly Message[]): void {
  const open = new Set<string>();
  for (const [index, { role, ...turn }] of messages.entries()) {
    demand(
      index === 0 || (role !== "system" && role !== "developer"),
      "System message must be at the beginning.",
    );
    if (role === "tool") {
      const id = "tool_call_id" in turn ? turn.tool_call_id : "";
      const preceded =
        "messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.";
      demand(open.delete(id), `Invalid parameter: ${preceded}`);
      continue;
    }
    checkAnswered(open);
    if ("tool_calls" in turn) for (const { id } of turn.tool_calls ?? []) open.add(id);
  }
  checkAnswered(open);
  demand(messages.at(-1)?.role !== "assistant", "The last message must not have the role 'assistant'.");
}

function checkAnswered(open: ReadonlySet<string>): void {
  demand(
    open.size === 0,
    "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. " +
      `The following tool_call_ids did not have response messages: ${[...open].join(", ")}`,
  );
}

function toTurn(turn: Message, limits: Limits): SeenTurn {
  const parts =
    typeof turn.content === "string" ? [{ type: "text" as const, text: turn.content }] : (turn.content ?? []);
  const calls = turn.role === "assistant" ? (turn.tool_calls ?? []) : [];
  return {
    role: turn.role === "developer" ? "system" : turn.role,
    text: joined(parts.flatMap((part) => (part.type === "text" ? [part.text] : []))),
    images: parts.flatMap((part) =>
      part.type === "image_url" ? [readDataUrl(part.image_url.url, limits)] : [],
    ),
    calls: calls.map(({ id, function: { name, arguments: json } }) => ({
      id,
      name,
      input: readArguments(json),
    })),
  };
}

function readArguments(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    demand(false, "Invalid 'tool_calls': arguments must be valid JSON.");
  }
}
