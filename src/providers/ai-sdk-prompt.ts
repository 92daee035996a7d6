/** A request in the AI SDK's words (specification v4 of its language models). */
import type { LanguageModel } from "ai";
import type { LentNames } from "./image-wire.ts";
import type { AssistantMessage, Message, NativeCall, Part, Request } from "./provider.ts";

export type AiModel = Extract<LanguageModel, { readonly specificationVersion: "v4" }>;
export type AiCall = Parameters<AiModel["doGenerate"]>[0];
type AiMessage = AiCall["prompt"][number];
type AiPart<R extends AiMessage["role"]> = Extract<AiMessage, { role: R }>["content"][number];
type AiOptions = Exclude<AiMessage["providerOptions"], undefined>;

/** Settings of one provider that have no word in a {@link Request}, by the provider's name. */
export type ProviderOptions = AiOptions;

/** What `doGenerate` is to be called with; the pictures go by name (see `image-wire.ts`). */
export function toAiCall(
  request: Request,
  nameOf: LentNames["nameOf"],
  { providerOptions, signal }: { providerOptions: ProviderOptions; signal: AbortSignal | undefined },
) {
  const { messages, tools, sampling, responseSchema } = request;
  const { temperature, topP, maxTokens, seed, stop } = sampling;
  return {
    prompt: mergeToolTurns(messages.map((message) => toAiMessage(message, nameOf))),
    maxOutputTokens: maxTokens,
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { topP }),
    ...(seed !== undefined && { seed }),
    ...(stop !== undefined && stop.length > 0 && { stopSequences: [...stop] }),
    ...(tools.length > 0 && {
      tools: tools.map(({ name, description, parameters }) => ({
        type: "function" as const,
        name,
        description,
        inputSchema: parameters,
      })),
    }),
    ...(responseSchema !== undefined && {
      responseFormat: { type: "json" as const, name: responseSchema.name, schema: responseSchema.schema },
    }),
    ...(signal !== undefined && { abortSignal: signal }),
    providerOptions,
  } satisfies AiCall;
}

/** Several calls of one turn are answered in one: Gemini takes nothing else. */
function mergeToolTurns(messages: readonly AiMessage[]): AiMessage[] {
  const merged: AiMessage[] = [];
  for (const message of messages) {
    const last = merged.at(-1);
    if (message.role === "tool" && last?.role === "tool") last.content.push(...message.content);
    else merged.push(message);
  }
  return merged;
}

function toAiMessage(message: Message, nameOf: LentNames["nameOf"]): AiMessage {
  switch (message.role) {
    case "system":
      return { role: "system", content: message.text };
    case "user":
      return {
        role: "user",
        content: message.parts.filter(isNotEmpty).map((part) => toAiPart(part, nameOf)),
      };
    case "assistant":
      return { role: "assistant", content: assistantParts(message) };
    case "tool": {
      const { callId, name, text } = message;
      const result = { type: "tool-result" as const, toolCallId: callId, toolName: name };
      return { role: "tool", content: [{ ...result, output: { type: "text", value: text } }] };
    }
  }
}

const isNotEmpty = (part: Part): boolean => part.type === "image" || part.text !== "";

function toAiPart(part: Part, nameOf: LentNames["nameOf"]): AiPart<"user"> {
  if (part.type === "text") return part;
  return { type: "file", mediaType: part.mediaType, data: { type: "data", data: nameOf(part) } };
}

/**
 * Reasoning stays behind: servers that take it back want it signed, and the others do not want it. An empty reply is
 * named, since some refuse empty text.
 */
function assistantParts({ text, calls }: AssistantMessage): AiPart<"assistant">[] {
  const parts = calls.map((call): AiPart<"assistant"> => {
    const state = isOptions(call.state) ? { providerOptions: call.state } : {};
    const { id, name } = call;
    return { type: "tool-call", toolCallId: id, toolName: name, input: argumentsOf(call), ...state };
  });
  if (text === "" && parts.length > 0) return parts;
  return [{ type: "text", text: text === "" ? "(no text)" : text }, ...parts];
}

/** Servers take back only an object; a model's broken arguments go back as text within one. */
function argumentsOf({ input }: NativeCall): unknown {
  return typeof input === "object" && input !== null && !Array.isArray(input) ? input : { unreadable: input };
}

/** A state comes from the AI SDK itself, where it is of this type. */
function isOptions(state: unknown): state is AiOptions {
  return typeof state === "object" && state !== null;
}
