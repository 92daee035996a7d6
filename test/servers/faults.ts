/** What goes wrong between a client and a server, drawn from a seed: the same question's same attempt fails alike. */
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { seeded } from "../../src/random.ts";

export const FAULTS = [
  /** 429 with `retry-after` in seconds, as a date, and without. */
  "rate-limit-seconds",
  "rate-limit-date",
  "rate-limit",
  "server-error",
  /** 503 with an HTML page. */
  "unavailable-page",
  /** The connection ends before the reply, and within it. */
  "dropped",
  "dropped-midway",
  /** A body that ends too early although the connection is fine. */
  "truncated",
  /** Bytes of the body changed. */
  "garbled",
  /** Status 200 with a page of HTML. */
  "wrong-content-type",
  /** JSON without the fields of a reply. */
  "wrong-shape",
  /** The right reply, late, and in small pieces. */
  "late",
  "slow",
] as const;
export type Fault = (typeof FAULTS)[number];

/** Faults after which the client has its reply all the same. */
export const HARMLESS: ReadonlySet<Fault> = new Set<Fault>(["late", "slow"]);

export interface FaultPlan {
  readonly seed: string | number;
  /** Share of requests with a fault, 0-1. */
  readonly rate: number;
  /** Default: all. */
  readonly kinds?: readonly Fault[];
  /** Of every so many requests the first few get 429, whatever the rate. */
  readonly burst?: { readonly every: number; readonly length: number };
  /** What `retry-after` asks for, whole seconds. Default: 0. */
  readonly retryAfterSeconds?: number;
  /** How late `late` is, and how long `slow` waits between its pieces, ms. Default: 20. */
  readonly delayMs?: number;
}

/** The fault of one request; undefined for none. */
export function drawFault(
  plan: FaultPlan,
  question: string,
  attempt: number,
  serial: number,
): Fault | undefined {
  const { seed, rate, kinds = FAULTS, burst } = plan;
  if (burst !== undefined && serial % burst.every < burst.length)
    return serial % 2 === 0 ? "rate-limit" : "rate-limit-seconds";
  const random = seeded(seed).fork(question).fork(attempt);
  return random.chance(rate) ? random.pick(kinds) : undefined;
}

export interface Outgoing {
  readonly response: ServerResponse;
  /** The right reply, as JSON. */
  readonly body: string;
  readonly error: (status: number, message: string) => string;
}

/** Sends the reply as the fault has it. */
export async function sendFaulty(
  fault: Fault,
  { response, body, error }: Outgoing,
  plan: FaultPlan,
): Promise<void> {
  const { retryAfterSeconds = 0, delayMs = 20 } = plan;
  const json = { "content-type": "application/json" };
  const html = { "content-type": "text/html" };
  const limit = error(429, "Rate limit reached");
  switch (fault) {
    case "rate-limit":
      return void response.writeHead(429, json).end(limit);
    case "rate-limit-seconds":
      return void response.writeHead(429, { ...json, "retry-after": String(retryAfterSeconds) }).end(limit);
    case "rate-limit-date": {
      const date = new Date(Date.now() + retryAfterSeconds * 1000).toUTCString();
      return void response.writeHead(429, { ...json, "retry-after": date }).end(limit);
    }
    case "server-error":
      return void response.writeHead(500, json).end(error(500, "The server had an error"));
    case "unavailable-page":
      return void response.writeHead(503, html).end("<html><h1>503 Service Unavailable</h1></html>");
    case "dropped":
      return void response.destroy();
    case "dropped-midway":
      response.writeHead(200, { ...json, "content-length": Buffer.byteLength(body) });
      response.write(body.slice(0, body.length >> 1), () => response.destroy());
      return;
    case "truncated":
      return void response.writeHead(200, json).end(body.slice(0, body.length >> 1));
    case "garbled":
      return void response.writeHead(200, json).end(body.replaceAll(/[{":]/g, "\u0000"));
    case "wrong-content-type":
      return void response.writeHead(200, html).end("<html><body>Please log in</body></html>");
    case "wrong-shape":
      return void response.writeHead(200, json).end('{"ok":true}');
    case "late":
      await sleep(delayMs);
      return void response.writeHead(200, json).end(body);
    case "slow":
      return sendSlowly(response.writeHead(200, json), body, delayMs);
  }
}

async function sendSlowly(response: ServerResponse, body: string, delayMs: number): Promise<void> {
  const size = Math.ceil(body.length / 4);
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    response.write(body.slice(at, at + size));
    await sleep(delayMs);
  }
  response.end();
}
