/**
 * Hosted models through the AI SDK's language models. They are called one layer below `generateText`: that layer
 * brings retries, tool loops, telemetry and warnings on the console, all of which are done here or not wanted.
 */
import { type AiModel, type ProviderOptions, toAiCall } from "./ai-sdk-prompt.ts";
import { parseArguments } from "./arguments.ts";
import { toProviderError } from "./failures.ts";
import type { ImageWire } from "./image-wire.ts";
import type { Redact } from "./keys.ts";
import {
  type Finish,
  type NativeCall,
  type Provider,
  ProviderError,
  type Reply,
  type Request,
  type Traits,
  type Usage,
} from "./provider.ts";

export interface HostedModel {
  readonly id: string;
  readonly model: AiModel;
  /** The one that the model sends its requests through. */
  readonly wire: ImageWire;
  readonly traits: Traits;
  readonly redact: Redact;
  readonly providerOptions?: ProviderOptions | undefined;
  /** Whether a call's own data goes back with it; elsewhere it would refer to reasoning that stays behind. */
  readonly keepsState?: boolean | undefined;
  /** ms */
  readonly now?: (() => number) | undefined;
}

type Result = Awaited<ReturnType<AiModel["doGenerate"]>>;

/** A language model of the AI SDK as a {@link Provider}. */
export function hostedProvider(hosted: HostedModel): Provider {
  const { id, model, traits, wire, providerOptions = {}, now = () => performance.now() } = hosted;
  const ask = async (request: Request, signal: AbortSignal | undefined): Promise<Reply> => {
    const start = now();
    const names = wire.lend();
    try {
      const result = await model.doGenerate(toAiCall(request, names.nameOf, { providerOptions, signal }));
      return toReply(result, hosted, now() - start);
    } finally {
      names.release();
    }
  };
  return {
    id,
    model: model.modelId,
    traits,
    complete: async (request, { signal } = {}) => {
      try {
        return await ask(request, signal);
      } catch (cause) {
        throw toProviderError(cause, hosted.redact, signal);
      }
    },
  };
}

/** Some clients take any JSON object for a reply. */
function isEmpty({ content, finishReason, usage }: Result): boolean {
  return (
    content.length === 0 && finishReason.unified === "other" && finishReason.raw === undefined && !usage.raw
  );
}

function toReply(result: Result, hosted: HostedModel, latencyMs: number): Reply {
  if (isEmpty(result))
    throw new ProviderError({
      kind: "garbled",
      message: "the server's reply holds nothing that could be read",
    });
  const { redact } = hosted;
  const textOf = (type: "text" | "reasoning") =>
    redact(result.content.flatMap((part) => (part.type === type ? [part.text] : [])).join(""));
  const reasoning = textOf("reasoning");
  const calls = result.content
    .filter((part) => part.type === "tool-call")
    .map((part) => toNativeCall(part, hosted));
  return {
    text: result.structuredOutputText === undefined ? textOf("text") : redact(result.structuredOutputText),
    ...(reasoning !== "" && { reasoning }),
    calls,
    finish: toFinish(result.finishReason.unified, calls.length),
    usage: toUsage(result.usage),
    latencyMs,
    model: redact(result.response?.modelId ?? hosted.model.modelId),
  };
}

type ToolCallPart = Extract<Result["content"][number], { type: "tool-call" }>;

function toNativeCall(part: ToolCallPart, { redact, keepsState = false }: HostedModel): NativeCall {
  const { toolCallId: id, toolName, input, providerMetadata } = part;
  const state = keepsState && providerMetadata !== undefined ? { state: providerMetadata } : {};
  return { id, name: redact(toolName), input: parseArguments(redact(input)), ...state };
}

function toFinish(reason: Result["finishReason"]["unified"], calls: number): Finish {
  // Some servers say `stop` although they call a tool.
  if (reason === "tool-calls" || (reason === "stop" && calls > 0)) return "tool-calls";
  if (reason === "content-filter") return "refusal";
  return reason === "stop" || reason === "length" ? reason : "other";
}

function toUsage({ inputTokens, outputTokens }: Result["usage"]): Usage {
  return {
    ...(inputTokens.total !== undefined && { inputTokens: inputTokens.total }),
    ...(outputTokens.total !== undefined && { outputTokens: outputTokens.total }),
    ...(inputTokens.cacheRead !== undefined && { cachedTokens: inputTokens.cacheRead }),
  };
}
