/**
 * What a model server is made of: a protocol reads a request strictly, as the real service does, into a conversation,
 * and writes a reply in the service's own words. Whatever the real one rejects is thrown as a {@link Rejection}.
 */
import { z } from "zod";

export interface SeenImage {
  /** px, from the file's own header */
  readonly width: number;
  readonly height: number;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export interface SeenTurn {
  readonly role: "system" | "user" | "assistant" | "tool";
  readonly text: string;
  readonly images: readonly SeenImage[];
  readonly calls: readonly SeenCall[];
}

export interface SeenCall {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

export interface Conversation {
  readonly model: string;
  readonly turns: readonly SeenTurn[];
  /** Names of the tools on offer. */
  readonly tools: readonly string[];
  /** Whether the reply has to be JSON of a schema. */
  readonly structured: boolean;
}

/** What the model behind the server says. */
export interface Answer {
  readonly text: string;
  readonly calls?: readonly { readonly name: string; readonly input: unknown }[];
  readonly finish?: "stop" | "length" | "refusal";
}

export interface Limits {
  /** Square px of a picture; default: no limit but the protocol's own. */
  readonly maxPixels?: number;
  /** Bytes of a picture's file. */
  readonly maxImageBytes?: number;
  /** Bytes of a request. */
  readonly maxBodyBytes?: number;
}

export interface Protocol {
  readonly name: string;
  /** What clients are told to put before their own paths. */
  readonly base: string;
  /** The whole path of a request, base included. */
  readonly path: RegExp;
  /** The key that a request brings; undefined for none. */
  key(headers: Readonly<Record<string, string | string[] | undefined>>): string | undefined;
  /** Checks the body and the headers; throws {@link Rejection}. */
  read(request: ReadRequest, limits: Limits): Conversation;
  reply(answer: Answer, about: ReplyInfo): unknown;
  error(status: number, message: string): unknown;
}

export interface ReadRequest {
  readonly body: unknown;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface ReplyInfo {
  readonly model: string;
  /** Unique within the server. */
  readonly serial: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** A request that the real service would turn away. */
export class Rejection extends Error {
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

/** Checks a body; the first fault becomes a rejection in the words of the real services. */
export function parseStrictly<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new Rejection(`Invalid request: ${z.prettifyError(result.error).slice(0, 400)}`);
}

/** Throws unless `holds`. */
export function demand(holds: boolean, message: string, status?: number): asserts holds {
  if (!holds) throw new Rejection(message, status);
}

/** A rough count of tokens, enough to see that counts arrive. */
export function countTokens(turns: readonly SeenTurn[]): number {
  return turns.reduce(
    (sum, { text, images }) =>
      sum +
      Math.ceil(text.length / 4) +
      images.reduce((area, { width, height }) => area + Math.ceil((width * height) / 784), 0),
    0,
  );
}

/** Texts as one. */
export const joined = (texts: readonly string[]): string => texts.filter((text) => text !== "").join("\n");
