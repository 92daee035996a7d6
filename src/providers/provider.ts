/**
 * Models behind one interface: a conversation goes in, one reply comes out. Providers keep no conversation; whoever
 * runs an episode sends all of it each time.
 */
import type { Box } from "../geometry/box.ts";
import type { Frame } from "../geometry/frames.ts";
import type { EpisodeImage, EpisodeMode, FINISH_REASONS } from "../records/episode.ts";
import type { ModelAsking } from "../records/model-asking.ts";

export interface Provider {
  /** Which plug-in answers: `openai`, `anthropic`, `scripted`, ... */
  readonly id: string;
  /** The model's name as the provider knows it. */
  readonly model: string;
  readonly traits: Traits;
  /**
   * One turn of the model. Whatever goes wrong between here and the model is thrown as a {@link ProviderError}; a
   * poor answer is a reply like any other.
   */
  complete(request: Request, options?: CompleteOptions): Promise<Reply>;
  /** Release what the provider holds; no request may follow. */
  close?(): Promise<void>;
}

export interface CompleteOptions {
  /** Gives the request up: {@link ProviderError} of kind `aborted`. */
  readonly signal?: AbortSignal | undefined;
}

/** What an episode has to know about a model before it speaks with it. */
export interface Traits {
  /**
   * The numbers in which the model speaks of places: `model` are px of the picture after the model's own resizing
   * (`smartResize` with the limits below), `thousandths` 0-1000, `percent` 0-100, `page` px of the stored page.
   */
  readonly frame: Frame["kind"];
  /** Sides of a picture become multiples of this many px; absent: no such rule. */
  readonly factor?: number | undefined;
  /** Smallest area of a picture, square px; absent: no limit. */
  readonly minPixels?: number | undefined;
  /** Largest area of a picture, square px; a larger one has to be resized before it is sent. Absent: no limit. */
  readonly maxPixels?: number | undefined;
  /** Whether tools are called through the interface (true) or only written as text (false). */
  readonly nativeTools: boolean;
  /** Whether log-probabilities of the reply's tokens can be had. */
  readonly logProbs: boolean;
  /** How the model learnt to be asked, where its folder says so. */
  readonly asking?: ModelAsking | undefined;
  /** Models of one family share their weights or makers (`gpt`, `claude`, `gemini`, `qwen`, ...). */
  readonly family: string;
}

export interface Request {
  /** At most one system message, and it comes first. */
  readonly messages: readonly Message[];
  /** Tools that may be called natively; empty for dialects in plain text. */
  readonly tools: readonly ToolSpec[];
  readonly sampling: Sampling;
  /** The reply's text has to be JSON of this schema (judges). */
  readonly responseSchema?: ResponseSchema | undefined;
  /** What the request is about; scripted and recorded models look it up. It is never sent to a server. */
  readonly subject?: Subject | undefined;
}

export interface Subject {
  readonly questionId: string;
  /** Of the episode record. */
  readonly episodeId?: string | undefined;
  /** Number of the sample, from 0. */
  readonly sample?: number | undefined;
  /** `zoom`: the zoom tool is on offer, natively or in words. */
  readonly mode?: EpisodeMode | undefined;
}

export type Message = SystemMessage | UserMessage | AssistantMessage | ToolMessage;

export interface SystemMessage {
  readonly role: "system";
  readonly text: string;
}

export interface UserMessage {
  readonly role: "user";
  readonly parts: readonly Part[];
}

export interface AssistantMessage {
  readonly role: "assistant";
  readonly text: string;
  readonly reasoning?: string | undefined;
  readonly calls: readonly NativeCall[];
}

/** The answer to one native call, in text: several servers drop or refuse pictures in this role. */
export interface ToolMessage {
  readonly role: "tool";
  readonly callId: string;
  /** The tool's name. */
  readonly name: string;
  readonly text: string;
}

export type Part = TextPart | ImagePart;

export interface TextPart {
  readonly type: "text";
  readonly text: string;
}

export interface ImagePart {
  readonly type: "image";
  /** Name of the bytes in the image store (`store/images.ts`). */
  readonly hash: string;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  readonly mediaType: "image/png" | "image/jpeg" | "image/webp";
  /** The encoded file. */
  readonly bytes: Uint8Array;
  /** What it shows, for scripted models (`box` in page px). It is never sent to a server. */
  readonly shows?: { readonly content: EpisodeImage["content"]; readonly box: Box } | undefined;
}

export interface NativeCall {
  readonly id: string;
  readonly name: string;
  /** The arguments as the model gave them, unchecked; text where they were no JSON. */
  readonly input: unknown;
  /** The provider's own (Gemini's thought signature): hand it back as it came. */
  readonly state?: unknown;
}

export interface ToolSpec {
  readonly name: string;
  readonly description: string;
  /** JSON schema (draft 7) of the arguments: an object. */
  readonly parameters: JsonSchema;
}

export interface ResponseSchema {
  readonly name: string;
  /** JSON schema (draft 7): an object. */
  readonly schema: JsonSchema;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Sampling {
  /** 0 takes the likeliest token; absent: the model's own default (some reasoning models accept no other). */
  readonly temperature?: number | undefined;
  /** 0-1 */
  readonly topP?: number | undefined;
  /** Most tokens of a reply, reasoning included. */
  readonly maxTokens: number;
  readonly seed?: number | undefined;
  readonly stop?: readonly string[] | undefined;
}

export interface Reply {
  readonly text: string;
  readonly reasoning?: string | undefined;
  readonly calls: readonly NativeCall[];
  readonly finish: Finish;
  readonly usage: Usage;
  /** From sending to the last byte, waiting for rate limits and retries not counted, ms. */
  readonly latencyMs: number;
  /** The model's name as the server gave it, often with a date. */
  readonly model: string;
}

/** Why a reply ended. `refusal`: the model or a filter declined. */
export type Finish = (typeof FINISH_REASONS)[number];

/** Counts of tokens as the server gave them; absent where it gave none. */
export interface Usage {
  /** All of the prompt, cached part included. */
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
  /** The part of the prompt that was read from a cache. */
  readonly cachedTokens?: number | undefined;
}

export const FAILURE_KINDS = [
  "rate-limit",
  "timeout",
  "network",
  "server",
  "garbled",
  "auth",
  "invalid-request",
  "too-large",
  "aborted",
  "budget",
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** How a request failed, for the record. */
export interface Failure {
  readonly kind: FailureKind;
  /** One line, at most 500 characters, without keys. */
  readonly message: string;
  /** HTTP status. */
  readonly status?: number | undefined;
  /** How long the server asks to wait, ms. */
  readonly retryAfterMs?: number | undefined;
}

/** A request that brought no reply. It carries no cause: causes hold headers, and headers hold keys. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor({ kind, message, status, retryAfterMs }: Failure) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}
