/**
 * Replies that were paid for, kept over runs: the same model asked the same thing with the same sampling answers from
 * disk. The key covers provider, model, every message with the hashes of its pictures, tools, sampling, reply schema,
 * the number of the sample, the server, and the version of benday. Failures are never kept.
 *
 * One small file a reply, below `<folder>/<two hex digits>/`; what was written longest ago goes first when the folder
 * outgrows its bound.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { canonicalJson } from "../../json.ts";
import { mapConcurrent } from "../../pool.ts";
import type { Message, Provider, Reply, Request } from "../../providers/index.ts";
import { FINISH_REASONS, UsageSchema } from "../../records/index.ts";

const ReplySchema = z.strictObject({
  text: z.string(),
  reasoning: z.string().optional(),
  calls: z.array(z.strictObject({ id: z.string(), name: z.string(), input: z.unknown() })).readonly(),
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
  /** Delete the oldest replies until the folder is within its bound. */
  trim(): Promise<void>;
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
  const complete = async (
    provider: Provider,
    sample: number,
    ...[request, options]: Parameters<Provider["complete"]>
  ): Promise<Reply> => {
    const file = join(folder, placeOf(cacheKey(provider, request, sample, scope)));
    const kept = await readReply(file);
    if (kept !== undefined) {
      hits += 1;
      return kept;
    }
    const reply = await provider.complete(request, options);
    await keepReply(file, reply);
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
    trim: () => trimFolder(folder, maxBytes),
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

const placeOf = (key: string): string => join(key.slice(0, 2), `${key.slice(2)}.json`);

/** A reply that is missing or damaged is asked for again. */
async function readReply(file: string): Promise<Reply | undefined> {
  try {
    return ReplySchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

async function keepReply(file: string, reply: Reply): Promise<void> {
  const partial = `${file}.${randomUUID()}`;
  const text = canonicalJson(reply);
  try {
    await writeFile(partial, text);
  } catch (error) {
    if (!isMissing(error)) throw error;
    // There are 256 folders, so nearly every reply finds its own made.
    await mkdir(dirname(file), { recursive: true });
    await writeFile(partial, text);
  }
  await rename(partial, file);
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

async function trimFolder(folder: string, maxBytes: number): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.filter((name) => /[0-9a-f]{62}\.json/.test(name)).map((name) => join(folder, name));
  const found: { file: string; size: number; written: number }[] = [];
  const stats = mapConcurrent(files, 16, async (file) => ({
    file,
    stats: await stat(file).catch(() => undefined),
  }));
  for await (const { file, stats: known } of stats) {
    if (known !== undefined) found.push({ file, size: known.size, written: known.mtimeMs });
  }
  let bytes = found.reduce((sum, { size }) => sum + size, 0);
  for (const { file, size } of found.sort((a, b) => a.written - b.written)) {
    if (bytes <= maxBytes) return;
    await rm(file, { force: true });
    bytes -= size;
  }
}
