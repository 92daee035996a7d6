/** A model's server for tests: on the loopback, strict about requests, with faults on demand, and with a memory. */
import { hash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { drawFault, type Fault, type FaultPlan, HARMLESS, sendFaulty } from "./faults.ts";
import {
  type Answer,
  type Conversation,
  countTokens,
  demand,
  type Limits,
  type Protocol,
  Rejection,
} from "./protocol.ts";

export interface ModelServerOptions {
  readonly protocol: Protocol;
  /** What the model says. */
  readonly answer: (conversation: Conversation, question: string) => Answer | Promise<Answer>;
  /** Names the question that a conversation is about. Default: {@link questionKey}. */
  readonly identify?: (conversation: Conversation) => string;
  /** Requests without this key are refused. Default: any is taken. */
  readonly key?: string;
  /** Error messages quote the key that came with the request, as some gateways do. */
  readonly quotesKeys?: boolean;
  readonly limits?: Limits;
  readonly faults?: FaultPlan;
  /** Of each reply, ms. Default: 0. */
  readonly latencyMs?: number;
  /** Requests beyond so many at once are refused with 429. Default: none is. */
  readonly capacity?: number;
}

/** What the server saw of one question. */
export interface SeenQuestion {
  /** Requests that passed the checks. */
  readonly requests: number;
  /** Right replies that went out whole, by the number of the turn (from 0). */
  readonly replies: readonly number[];
  readonly faults: readonly Fault[];
}

export interface ModelServer {
  /** With the version: `http://127.0.0.1:PORT/v1`. */
  readonly baseUrl: string;
  readonly seen: ReadonlyMap<string, SeenQuestion>;
  /** Messages of the rejections, in order. */
  readonly rejections: readonly string[];
  /** Most requests that were under way at once. */
  readonly peak: () => number;
  close(): Promise<void>;
}

/** The name of a question by what its first user turn shows and says. */
export function questionKey({ turns }: Conversation): string {
  const first = turns.find(({ role }) => role === "user");
  const images = (first?.images ?? []).map(({ bytes }) => hash("sha1", bytes));
  return hash("sha1", JSON.stringify([first?.text, images]));
}

/** A server on a free port. */
export async function startModelServer(options: ModelServerOptions): Promise<ModelServer> {
  const state = new State(options);
  const server = createServer((request, response) => {
    state.handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    baseUrl: `http://127.0.0.1:${port}${options.protocol.base}`,
    seen: state.seen,
    rejections: state.rejections,
    peak: () => state.peak,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

class State {
  readonly seen = new Map<string, SeenQuestion>();
  readonly rejections: string[] = [];
  peak = 0;
  readonly #options: ModelServerOptions;
  #underWay = 0;
  #serial = 0;

  constructor(options: ModelServerOptions) {
    this.#options = options;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.peak = Math.max(this.peak, ++this.#underWay);
    response.once("close", () => this.#underWay--);
    try {
      const conversation = this.#check(request, await readBody(request, this.#options.limits?.maxBodyBytes));
      await this.#reply(conversation, response);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      this.#reject(error, request, response);
    }
  }

  #check(request: IncomingMessage, body: string): Conversation {
    const { protocol, key, limits = {} } = this.#options;
    const path = request.url ?? "";
    demand(
      request.method === "POST" && protocol.path.test(path),
      `Unknown path ${request.method} ${path}`,
      404,
    );
    demand(key === undefined || protocol.key(request.headers) === key, "Incorrect API key provided", 401);
    demand(
      /^application\/json\b/.test(request.headers["content-type"] ?? ""),
      "Content-Type must be application/json",
      415,
    );
    return protocol.read({ body: parseBody(body), path, headers: request.headers }, limits);
  }

  #reject(error: Rejection, request: IncomingMessage, response: ServerResponse): void {
    const { protocol, quotesKeys = false } = this.#options;
    this.rejections.push(error.message);
    const quote = quotesKeys ? ` (key: ${protocol.key(request.headers)})` : "";
    const body = JSON.stringify(protocol.error(error.status, `${error.message}${quote}`));
    response.writeHead(error.status, { "content-type": "application/json" }).end(body);
  }

  async #reply(conversation: Conversation, response: ServerResponse): Promise<void> {
    const { protocol, answer, identify = questionKey, faults, latencyMs = 0 } = this.#options;
    const question = identify(conversation);
    const before = this.seen.get(question) ?? { requests: 0, replies: [], faults: [] };
    const serial = this.#serial++;
    const fault = this.#fault(question, before.requests, serial);
    this.seen.set(question, {
      ...before,
      requests: before.requests + 1,
      faults: fault === undefined ? before.faults : [...before.faults, fault],
    });
    if (latencyMs > 0 && fault !== "rate-limit") await sleep(latencyMs);
    const said = await answer(conversation, question);
    const body = JSON.stringify(
      protocol.reply(said, {
        model: conversation.model,
        serial,
        inputTokens: countTokens(conversation.turns),
        outputTokens: Math.ceil(said.text.length / 4) + 8 * (said.calls?.length ?? 0),
      }),
    );
    if (fault === undefined || HARMLESS.has(fault))
      response.once("finish", () => this.#count(question, conversation));
    if (fault === undefined) response.writeHead(200, { "content-type": "application/json" }).end(body);
    else
      await sendFaulty(
        fault,
        { response, body, error: (status, text) => JSON.stringify(protocol.error(status, text)) },
        faults ?? { seed: 0, rate: 0 },
      );
  }

  #fault(question: string, attempt: number, serial: number): Fault | undefined {
    const { faults, capacity } = this.#options;
    if (capacity !== undefined && this.#underWay > capacity) return "rate-limit";
    return faults === undefined ? undefined : drawFault(faults, question, attempt, serial);
  }

  #count(question: string, { turns }: Conversation): void {
    const seen = this.seen.get(question);
    if (seen === undefined) return;
    const turn = turns.filter(({ role }) => role === "assistant").length;
    const replies = Array.from(
      { length: Math.max(turn + 1, seen.replies.length) },
      (_, index) => seen.replies[index] ?? 0,
    );
    replies[turn] = (replies[turn] ?? 0) + 1;
    this.seen.set(question, { ...seen, replies });
  }
}

async function readBody(request: IncomingMessage, maxBytes = 64 * 1024 * 1024): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size <= maxBytes) chunks.push(bytes);
  }
  demand(size <= maxBytes, `Request exceeds the maximum size of ${maxBytes} bytes`, 413);
  return Buffer.concat(chunks).toString("utf8");
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Rejection("We could not parse the JSON body of your request.");
  }
}
