/** Whole zoom episodes over HTTP: the oracle sits behind the server and speaks the episode's dialect. */
import { hash } from "node:crypto";
import OpenAI from "openai";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Dialect, dialects } from "../../src/dialects/index.ts";
import { type SampleBenchmark, sampleBenchmark } from "../../src/episodes/fixtures/sample-benchmark.ts";
import { openPictures, type Pictures, runEpisode } from "../../src/episodes/index.ts";
import { type Frame, frameExtent, fromPage, iou, toIntegers } from "../../src/geometry/index.ts";
import { goldAnswer } from "../../src/grading/index.ts";
import { openProvider, type Provider, type Request } from "../../src/providers/index.ts";
import type { Question } from "../../src/records/index.ts";
import { chatCompletions } from "./chat-completions.ts";
import { generateContent } from "./generate-content.ts";
import { messages } from "./messages.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";
import type { Answer, Conversation, Protocol } from "./protocol.ts";
import { responses } from "./responses.ts";

const KEY = "sk-test-0123456789abcdef";
const MODELS = [
  { kind: "openai", model: "gpt-4o", protocol: responses },
  { kind: "anthropic", model: "claude-opus-4-5", protocol: messages },
  { kind: "google", model: "gemini-3-pro-preview", protocol: generateContent },
  { kind: "openai-compatible", model: "Qwen/Qwen2.5-VL-7B-Instruct", protocol: chatCompletions },
] as const;

let benchmark: SampleBenchmark;
let pictures: Pictures;
const servers: ModelServer[] = [];
beforeAll(async () => {
  benchmark = await sampleBenchmark();
  pictures = openPictures(benchmark.folder);
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Zooms on each target of the question in turn, then gives the gold answer. */
function oracleAnswer(question: Question, dialect: Dialect, kind: Frame["kind"]) {
  return ({ turns }: Conversation): Answer => {
    const turn = turns.filter(({ role }) => role === "assistant").length;
    const target = question.targets.zoom[turn];
    if (target === undefined) return dialect.write({ do: "answer", text: goldAnswer(question) });
    const shown = turns.flatMap(({ images }) => images)[0];
    const frame: Frame =
      kind === "model" && shown !== undefined ? { kind, size: shown } : { kind: "thousandths" };
    const box = toIntegers(fromPage(target, frame, question.page), frameExtent(frame, question.page));
    return dialect.write({ do: "zoom", calls: [{ box }] });
  };
}

interface Setting {
  readonly protocol: Protocol;
  readonly dialect: Dialect;
  readonly frame: Frame["kind"];
  readonly open: (baseUrl: string) => Promise<Provider>;
}

/** Plays a question over HTTP; what the server saw has to be what the record says. */
async function play(question: Question, { protocol, dialect, frame, open }: Setting): Promise<void> {
  const seen: Conversation[] = [];
  const answer = oracleAnswer(question, dialect, frame);
  const server = await startModelServer({
    protocol,
    key: KEY,
    answer: (conversation) => {
      seen.push(conversation);
      return answer(conversation);
    },
  });
  servers.push(server);
  const episode = await runEpisode(await open(server.baseUrl), question, {
    mode: "zoom",
    dialect: dialect.id,
    pictures,
    harness: "test",
  });
  expect(server.rejections).toEqual([]);
  expect(episode).toMatchObject({ outcome: { kind: "answered" }, answer: goldAnswer(question) });
  const calls = episode.turns.flatMap((turn) => turn.calls);
  expect(calls).toHaveLength(question.targets.zoom.length);
  for (const [index, { box }] of calls.entries())
    expect(iou(box ?? [0, 0, 0, 0], question.targets.zoom[index] ?? [0, 0, 0, 0])).toBeGreaterThan(0.9);
  const received = (seen.at(-1)?.turns ?? []).flatMap(({ images }) =>
    images.map(({ bytes }) => hash("sha256", bytes)),
  );
  expect(received).toEqual(episode.turns.flatMap(({ images }) => images.map((image) => image.hash)));
  expect([...server.seen.values()]).toMatchObject([
    { replies: Array.from({ length: calls.length + 1 }, () => 1) },
  ]);
}

/** One question with one target and one with several: pages take their time to paint. */
const zoomed = (): Question[] =>
  [(count: number) => count === 1, (count: number) => count > 1 && count < 5].flatMap((fits) => {
    const question = benchmark.questions.find(({ targets }) => fits(targets.zoom.length));
    return question === undefined ? [] : [question];
  });
const environment = {
  OPENAI_API_KEY: KEY,
  ANTHROPIC_API_KEY: KEY,
  GEMINI_API_KEY: KEY,
  OPENAI_COMPATIBLE_API_KEY: KEY,
};
const spoken = dialects.filter(({ id }) => ["native", "tagged", "deepeyes"].includes(id));

describe.each(MODELS)("$kind:$model", ({ kind, model, protocol }) => {
  test.each(spoken)("plays zoom episodes in the dialect $id", async (dialect) => {
    const open = (baseUrl: string) => openProvider(`${kind}:${model}`, { baseUrl, environment });
    const { traits } = await open("http://127.0.0.1/v1");
    expect(zoomed()).toHaveLength(2);
    for (const question of zoomed()) await play(question, { protocol, dialect, frame: traits.frame, open });
  });
});

test.each(spoken)("the package openai plays zoom episodes in the dialect $id", async (dialect) => {
  const open = async (baseURL: string) => openaiPackage(new OpenAI({ apiKey: KEY, baseURL, maxRetries: 0 }));
  for (const question of zoomed())
    await play(question, { protocol: chatCompletions, dialect, frame: "thousandths", open });
});

/** The package as a provider, with none of this project's own HTTP code. */
function openaiPackage(client: OpenAI): Provider {
  return {
    id: "package",
    model: "m",
    traits: { frame: "thousandths", nativeTools: true, logProbs: false, family: "m" },
    complete: async ({ messages: said, tools }) => {
      const completion = await client.chat.completions.create({
        model: "m",
        messages: said.map(toParam),
        ...(tools.length > 0 && {
          tools: tools.map(({ name, description, parameters }) => ({
            type: "function" as const,
            function: { name, description, parameters: { ...parameters } },
          })),
        }),
      });
      const message = completion.choices[0]?.message;
      const calls = (message?.tool_calls ?? []).flatMap((call) =>
        call.type === "function"
          ? [{ id: call.id, name: call.function.name, input: JSON.parse(call.function.arguments) as unknown }]
          : [],
      );
      const finish = calls.length > 0 ? "tool-calls" : "stop";
      return {
        text: message?.content ?? "",
        calls,
        finish,
        usage: {},
        latencyMs: 0,
        model: completion.model,
      };
    },
  };
}

function toParam(message: Request["messages"][number]): OpenAI.ChatCompletionMessageParam {
  switch (message.role) {
    case "system":
      return { role: "system", content: message.text };
    case "tool":
      return { role: "tool", tool_call_id: message.callId, content: message.text };
    case "assistant":
      return {
        role: "assistant",
        content: message.text,
        ...(message.calls.length > 0 && {
          tool_calls: message.calls.map(({ id, name, input }) => ({
            id,
            type: "function" as const,
            function: { name, arguments: JSON.stringify(input) },
          })),
        }),
      };
    case "user":
      return {
        role: "user",
        content: message.parts.map((part) =>
          part.type === "text"
            ? part
            : {
                type: "image_url",
                image_url: {
                  url: `data:${part.mediaType};base64,${Buffer.from(part.bytes).toString("base64")}`,
                },
              },
        ),
      };
  }
}
