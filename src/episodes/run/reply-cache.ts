/**
 * Replies that were paid for, kept over runs: the same model asked the same thing with the same sampling answers from
 * disk. The key covers provider, model, every message with the hashes of its pictures, tools, sampling, reply schema,
 * the number of the sample, the server, and the version of benday. Failures are never kept.
 *
 * A reply is on its way to the caller once the system has it, so that none is paid for again after a kill.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "../../json.ts";
import type { Message, Provider, Reply, Request } from "../../providers/index.ts";
import { FINISH_REASONS, UsageSchema } from "../../records/index.ts";
import { type KeyedLog, openKeyedLog } from "../../store/index.ts";

const ReplySchema = z.strictObject({
  text: z.string(),
  reasoning: z.string().optional(),
  calls: z
    .array(
      z.strictObject({ id: z.string(), name: z.string(), input: z.unknown(), state: z.unknown().optional() }),
    )
    .readonly(),
  finish: z.enum(FINISH_REASONS),
  usage: UsageSchema,
  latencyMs: z.number().nonnegative(),
  model: z.string(),
});

/** Bytes kept by default. */
export const CACHE_BYTES = 2 ** 30;

export interface ReplyCache {
  /** A provider that looks here first; `sample` keeps repeated attempts at one question apart. */
  wrap(provider: Provider, sample: number): Provider;
  /** Replies answered from disk so far. */
  hits(): number;
  /** Let go of the files, and delete the oldest replies until the folder is within its bound. */
  close(): Promise<void>;
}

export interface ReplyCacheOptions {
  readonly folder: string;
  /** What else tells two models apart: the specification with its server, and the version of benday. */
  readonly scope: string;
  /** Default {@link CACHE_BYTES}. */
  readonly maxBytes?: number | undefined;
}

export function replyCache({ folder, scope, maxBytes = CACHE_BYTES }: ReplyCacheOptions): ReplyCache {
  let hits = 0;
  let opened: Promise<KeyedLog> | undefined;
  const complete = async (
    provider: Provider,
    sample: number,
    ...[request, options]: Parameters<Provider["complete"]>
  ): Promise<Reply> => {
    opened ??= openKeyedLog({ folder, maxBytes });
    const log = await opened;
    const key = cacheKey(provider, request, sample, scope);
    const kept = await readReply(log, key);
    if (kept !== undefined) {
      hits += 1;
      return kept;
    }
    const reply = await provider.complete(request, options);
    await log.append(key, reply);
    return reply;
  };
  return {
    wrap: (provider, sample) => ({
      id: provider.id,
      model: provider.model,
      traits: provider.traits,
      complete: (...request) => complete(provider, sample, ...request),
    }),
    hits: () => hits,
    close: async () => {
      const log = opened;
      opened = undefined;
      await (await log)?.close();
    },
  };
}

/** SHA-256 in hex of everything that may change the reply. */
export function cacheKey(provider: Provider, request: Request, sample: number, scope: string): string {
  const { messages, tools, sampling, responseSchema } = request;
  const asked = {
    provider: provider.id,
    model: provider.model,
    messages: messages.map(withoutBytes),
    tools,
    sampling,
    responseSchema,
    sample,
    scope,
  };
  return createHash("sha256").update(canonicalJson(asked)).digest("hex");
}

/** A picture by its hash: its bytes are long and say no more. */
function withoutBytes(message: Message): unknown {
  if (message.role !== "user") return message;
  const parts = message.parts.map((part) => {
    if (part.type === "text") return part;
    const { hash, width, height, mediaType } = part;
    return { hash, width, height, mediaType };
  });
  return { role: message.role, parts };
}

/** A reply that is missing or of another form is asked for again. */
async function readReply(log: KeyedLog, key: string): Promise<Reply | undefined> {
  const kept = await log.read(key);
  return kept === undefined ? undefined : ReplySchema.safeParse(kept).data;
}
