/**
 * Anthropic's Messages API, from `anthropic-api.ts` of `@ai-sdk/anthropic` and the documented rules: roles alternate,
 * results of tools come first in the turn after their calls, no empty text, at most 5 MB and 8000 px a side.
 * Stricter than the real one in one point: the result of a tool is text, never a picture.
 */
import { z } from "zod";
import { readImage } from "./images.ts";
import {
  type Conversation,
  demand,
  joined,
  type Limits,
  type Protocol,
  parseStrictly,
  type SeenImage,
  type SeenTurn,
} from "./protocol.ts";

const MAX_IMAGE_BYTES = 5 * 1024 * 1024;
const MAX_SIDE = 8000;

const text = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1, "text content blocks must be non-empty"),
  cache_control: z.strictObject({ type: z.literal("ephemeral") }).optional(),
});
const image = z.strictObject({
  type: z.literal("image"),
  source: z.strictObject({
    type: z.literal("base64"),
    media_type: z.enum(["image/jpeg", "image/png", "image/gif", "image/webp"]),
    data: z.string(),
  }),
});
const toolUse = z.strictObject({
  type: z.literal("tool_use"),
  id: z.string().regex(/^[\w-]+$/),
  name: z.string().regex(/^[\w-]{1,128}$/),
  input: z.record(z.string(), z.unknown()),
});
const toolResult = z.strictObject({
  type: z.literal("tool_result"),
  tool_use_id: z.string(),
  content: z.union([z.string(), z.array(text)]).optional(),
  is_error: z.boolean().optional(),
});
const message = z.discriminatedUnion("role", [
  z.strictObject({
    role: z.literal("user"),
    content: z.union([z.string().min(1), z.array(z.union([text, image, toolResult])).min(1)]),
  }),
  z.strictObject({
    role: z.literal("assistant"),
    content: z.union([z.string().min(1), z.array(z.union([text, toolUse])).min(1)]),
  }),
]);
type Message = z.infer<typeof message>;

const body = z.strictObject({
  model: z.string().min(1),
  max_tokens: z.int().positive(),
  messages: z.array(message).min(1),
  system: z.union([z.string(), z.array(text).min(1)]).optional(),
  temperature: z.number().min(0).max(1).optional(),
  top_p: z.number().min(0).max(1).optional(),
  top_k: z.int().optional(),
  stop_sequences: z.array(z.string().regex(/\S/)).optional(),
  stream: z.literal(false).optional(),
  tools: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[\w-]{1,128}$/),
        description: z.string().optional(),
        input_schema: z.looseObject({ type: z.literal("object") }),
      }),
    )
    .min(1)
    .optional(),
  tool_choice: z.looseObject({ type: z.enum(["auto", "any", "tool", "none"]) }).optional(),
  output_config: z
    .strictObject({
      format: z.strictObject({
        type: z.literal("json_schema"),
        schema: z.looseObject({ type: z.literal("object"), additionalProperties: z.literal(false) }),
      }),
    })
    .optional(),
  metadata: z.strictObject({ user_id: z.string() }).optional(),
});

export const messages: Protocol = {
  name: "messages",
  base: "/v1",
  path: /^\/v1\/messages$/,
  key: (headers) => headers["x-api-key"]?.toString(),
  read: (request, limits) => {
    demand(request.headers["anthropic-version"] !== undefined, "anthropic-version: header is required");
    const checked = parseStrictly(body, request.body);
    const { model, system = [], tools = [], temperature, top_p, output_config } = checked;
    demand(
      temperature === undefined || top_p === undefined,
      "`temperature` and `top_p` cannot both be specified for this model.",
    );
    checkOrder(checked.messages);
    const systemText = typeof system === "string" ? system : joined(system.map((block) => block.text));
    const turns = checked.messages.flatMap((turn) => toTurns(turn, limits));
    return {
      model,
      turns:
        systemText === "" ? turns : [{ role: "system", text: systemText, images: [], calls: [] }, ...turns],
      tools: tools.map(({ name }) => name),
      structured: output_config !== undefined,
    } satisfies Conversation;
  },
  reply: ({ text: said, calls = [], finish = "stop" }, { model, serial, inputTokens, outputTokens }) => ({
    id: `msg_${serial}`,
    type: "message",
    role: "assistant",
    model,
    content: [
      ...(said === "" ? [] : [{ type: "text", text: said }]),
      ...calls.map(({ name, input }, index) => ({
        type: "tool_use",
        id: `toolu_${serial}_${index}`,
        name,
        input,
      })),
    ],
    stop_reason:
      calls.length > 0 ? "tool_use" : { stop: "end_turn", length: "max_tokens", refusal: "refusal" }[finish],
    stop_sequence: null,
    usage: {
      input_tokens: inputTokens,
      output_tokens: outputTokens,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
    },
  }),
  error: (status, reason) => ({
    type: "error",
    error: { type: status === 429 ? "rate_limit_error" : "invalid_request_error", message: reason },
  }),
};

function checkOrder(turns: readonly Message[]): void {
  let open: string[] = [];
  for (const [index, { role, content }] of turns.entries()) {
    demand(
      role === (index % 2 === 0 ? "user" : "assistant"),
      "messages: roles must alternate between user and assistant",
    );
    const blocks = typeof content === "string" ? [] : content;
    const results = blocks.filter((block) => block.type === "tool_result");
    const first = blocks.slice(0, results.length).every((block) => block.type === "tool_result");
    demand(first, "messages: `tool_result` blocks must come before other content");
    const ids = results.map((block) => block.tool_use_id);
    for (const id of ids)
      demand(open.includes(id), `messages: unexpected \`tool_use_id\` found in \`tool_result\`: ${id}`);
    const missing = open.filter((id) => !ids.includes(id));
    demand(
      missing.length === 0,
      `messages: \`tool_use\` ids were found without \`tool_result\` blocks: ${missing}`,
    );
    open = blocks.flatMap((block) => (block.type === "tool_use" ? [block.id] : []));
  }
  demand(turns.at(-1)?.role === "user", "This model does not support assistant message prefill.");
}

/** Results of tools as turns of their own, then the rest. */
function toTurns({ role, content }: Message, limits: Limits): SeenTurn[] {
  if (typeof content === "string") return [{ role, text: content, images: [], calls: [] }];
  const results = content.flatMap((block): SeenTurn[] => {
    if (block.type !== "tool_result") return [];
    const said =
      typeof block.content === "string"
        ? block.content
        : joined((block.content ?? []).map((part) => part.text));
    return [{ role: "tool", text: said, images: [], calls: [] }];
  });
  const rest: SeenTurn = {
    role,
    text: joined(content.flatMap((block) => (block.type === "text" ? [block.text] : []))),
    images: content.flatMap((block) => (block.type === "image" ? [checkedImage(block.source, limits)] : [])),
    calls: content.filter((block) => block.type === "tool_use"),
  };
  return content.length > results.length ? [...results, rest] : results;
}

function checkedImage({ media_type, data }: z.infer<typeof image>["source"], limits: Limits): SeenImage {
  const seen = readImage(media_type, data, { maxImageBytes: MAX_IMAGE_BYTES, ...limits });
  demand(
    Math.max(seen.width, seen.height) <= MAX_SIDE,
    "At least one of the image dimensions exceed max allowed size: 8000 pixels",
  );
  return seen;
}
