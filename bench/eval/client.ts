/** One side asks all questions once, in a process of its own, and says what it took: `client.ts SIDE URL QUESTIONS`. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText, type ModelMessage } from "ai";
import { guardModel } from "../../src/cli/open-model.ts";
import { benchmarkHash, type Pictures, replyCache, runEpisode, runEval } from "../../src/episodes/index.ts";
import { type Message, openProvider, type Request } from "../../src/providers/index.ts";
import type { Question, RunSettings } from "../../src/records/index.ts";
import { CONCURRENCY, workloadPictures, workloadQuestions, workloadRequests } from "./workload.ts";

export interface Taken {
  readonly seconds: number;
  /** User and system, of this process. */
  readonly cpuMs: number;
  /** The process's memory as the questions are answered. */
  readonly memory: readonly MemorySample[];
  /** Most memory at any time, bytes. */
  readonly peak: number;
  readonly answered: number;
}

export interface MemorySample {
  /** Questions answered so far. */
  readonly done: number;
  /** Memory that the system has given, bytes. */
  readonly resident: number;
  /** Bytes in use, in the heap and beside it; right behind a collection where the process was started with `--expose-gc`. */
  readonly used: number;
}

/** Times that the memory is looked at. */
const LOOKS = 40;

const [side = "", url = "", count = "1000"] = process.argv.slice(2);
const sampling = { temperature: 0, maxTokens: 2048 };

/** Everything that `benday eval` does but reading the benchmark and painting: retries, limits, cache, run folder. */
async function harness(questions: readonly Question[], pictures: Pictures, tick: () => void) {
  const folder = await mkdtemp(join(tmpdir(), "bench-eval-"));
  const provider = await openProvider(`openai-compatible:m@${url}`);
  const settings: RunSettings = {
    benchmark: await benchmarkHash(questions),
    model: "openai-compatible:m",
    dialect: "native",
    sampling,
    maxTurns: 1,
    seed: "1",
    harness: "bench",
  };
  const { progress, cached } = await runEval({
    folder: join(folder, "run"),
    benchmarkFolder: folder,
    questions,
    settings,
    asked: { conditions: [{ mode: "page" }], tasks: [], samples: 1 },
    open: (earlier) => guardModel(provider, { concurrency: CONCURRENCY, timeoutMs: 60_000, earlier }),
    perform: ({ question }, model) =>
      runEpisode(model, question, { mode: "page", pictures, sampling, harness: "bench" }),
    cache: side === "uncached" ? undefined : replyCache({ folder: join(folder, "cache"), scope: url }),
    concurrency: CONCURRENCY,
    retryFailed: false,
    onProgress: tick,
  });
  await rm(folder, { recursive: true });
  if (cached > 0)
    throw new Error(`bench: expected that every question is asked, got ${cached} from the cache`);
  return progress.done - progress.errors;
}

/** What one would write by hand: so many loops that call `generateText`; nothing is kept. */
async function bare(requests: readonly Request[], tick: () => void) {
  const model = createOpenAICompatible({ name: "bare", baseURL: url }).chatModel("m");
  const queue = requests.values();
  let answered = 0;
  const loop = async () => {
    for (const { messages, sampling: asked } of queue) {
      const { text } = await generateText({
        model,
        messages: messages.map(toModelMessage),
        allowSystemInMessages: true,
        temperature: asked.temperature ?? 0,
        maxOutputTokens: asked.maxTokens,
      });
      if (text !== "") answered += 1;
      tick();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, loop));
  return answered;
}

function toModelMessage(message: Message): ModelMessage {
  if (message.role === "system") return { role: "system", content: message.text };
  if (message.role !== "user") throw new Error(`bench: expected a first request, got a ${message.role} turn`);
  return {
    role: "user",
    content: message.parts.map((part) =>
      part.type === "text"
        ? { type: "text", text: part.text }
        : { type: "file", data: part.bytes, mediaType: part.mediaType },
    ),
  };
}

function lookAtMemory(done: number): MemorySample {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { done, resident: rss, used: heapUsed + external };
}

async function measure(ask: (tick: () => void) => Promise<number>, total: number): Promise<Taken> {
  const memory: MemorySample[] = [];
  let done = 0;
  const tick = () => {
    done += 1;
    if (done % Math.ceil(total / LOOKS) === 0) memory.push(lookAtMemory(done));
  };
  const [start, before] = [performance.now(), process.cpuUsage()];
  const answered = await ask(tick);
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: (performance.now() - start) / 1000,
    cpuMs: (user + system) / 1000,
    memory,
    peak: process.resourceUsage().maxRSS * 1024,
    answered,
  };
}

const questions = workloadQuestions(Number(count));
const pictures = await workloadPictures();
const warmUp = 2 * CONCURRENCY;
if (side === "bare") {
  const provider = await openProvider(`openai-compatible:m@${url}`);
  const requests = await workloadRequests(provider, questions, pictures);
  await bare(requests.slice(0, warmUp), () => {});
  process.send?.(await measure((tick) => bare(requests, tick), requests.length));
} else {
  await harness(questions.slice(0, warmUp), pictures, () => {});
  process.send?.(await measure((tick) => harness(questions, pictures, tick), questions.length));
}
process.disconnect?.();
