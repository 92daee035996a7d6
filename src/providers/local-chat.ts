/** Requests as the conversations of chat templates, and calls out of what a model wrote. */
import { z } from "zod";
import type { Chat, ChatMessage } from "../engine/index.ts";
import type { Json } from "../json.ts";
import { parseArguments } from "./arguments.ts";
import type { ImagePart, Message, NativeCall, Part, Request, ToolSpec } from "./provider.ts";

export interface PicturedChat {
  readonly chat: Chat;
  /** In the order of their places. */
  readonly images: readonly ImagePart[];
}

/** @param clean takes out of a text what only the template may write */
export function chatOf(
  { messages, tools }: Pick<Request, "messages" | "tools">,
  clean: (text: string) => string = (text) => text,
): PicturedChat {
  return {
    chat: {
      messages: messages.map((message) => chatMessage(message, clean)),
      tools: tools.length === 0 ? null : tools.map(chatTool),
    },
    images: messages.flatMap((message) =>
      message.role === "user" ? message.parts.filter((part) => part.type === "image") : [],
    ),
  };
}

function chatMessage(message: Message, clean: (text: string) => string): ChatMessage {
  switch (message.role) {
    case "system":
      return { role: "system", content: clean(message.text) };
    case "user":
      return { role: "user", content: contentOf(message.parts, clean) };
    case "tool":
      return { role: "tool", content: clean(message.text), name: message.name, tool_call_id: message.callId };
    case "assistant":
      return {
        role: "assistant",
        content: clean(message.text),
        ...(message.reasoning !== undefined && { reasoning_content: clean(message.reasoning) }),
        ...(message.calls.length > 0 && { tool_calls: message.calls.map((call) => chatCall(call, clean)) }),
      };
  }
}

/** Texts that follow one another become one, each on its own line: templates put nothing between parts. */
function contentOf(
  parts: readonly Part[],
  clean: (text: string) => string,
): NonNullable<ChatMessage["content"]> {
  const joined: ({ type: "image" } | { type: "text"; text: string })[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.type === "image") joined.push({ type: "image" });
    else if (last?.type === "text") last.text += `\n${clean(part.text)}`;
    else joined.push({ type: "text", text: clean(part.text) });
  }
  const [only] = joined;
  return joined.length === 1 && only?.type === "text" ? only.text : joined;
}

function chatCall({ id, name, input }: NativeCall, clean: (text: string) => string): Json {
  const text = clean(typeof input === "string" ? input : (JSON.stringify(input) ?? ""));
  return { id, type: "function", function: { name: clean(name), arguments: jsonOf(parseArguments(text)) } };
}

const chatTool = ({ name, description, parameters }: ToolSpec): Json => ({
  type: "function",
  function: { name, description, parameters: jsonOf(parameters) },
});

const AnyJson = z.json();

function jsonOf(value: unknown): Json {
  const read = AnyJson.safeParse(value);
  return read.success ? read.data : String(value);
}

const CALL = /<tool_call>(.*?)<\/tool_call>/gs;

const CallSchema = z.object({ name: z.string(), arguments: z.unknown() });

/**
 * Calls in the format of Hermes, which Qwen's models share: JSON with `name` and `arguments` between `<tool_call>`
 * tags. They leave the text. Where one of them cannot be read all stay in it, for the dialect to judge.
 *
 * @param turn of the reply, from 1; part of the ids
 */
export function splitCalls(text: string, turn: number): { text: string; calls: readonly NativeCall[] } {
  const read = [...text.matchAll(CALL)].map(([, body = ""]) => CallSchema.safeParse(parseArguments(body)));
  const calls = read.flatMap(({ data }, index): NativeCall[] =>
    data === undefined
      ? []
      : [{ id: `call-${turn}-${index + 1}`, name: data.name, input: data.arguments ?? {} }],
  );
  if (calls.length === 0 || calls.length < read.length) return { text, calls: [] };
  return { text: text.replaceAll(CALL, "").trim(), calls };
}
