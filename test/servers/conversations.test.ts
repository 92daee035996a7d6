/** Every hosted provider, and OpenAI's own client, through a zoom conversation with a server as strict as the real one. */
import { createServer } from "node:http";
import OpenAI from "openai";
import sharp from "sharp";
import { afterEach, describe, expect, test } from "vitest";
import {
  type ImagePart,
  type Message,
  openProvider,
  type Provider,
  ProviderError,
  type Reply,
  type Request,
  type ToolSpec,
} from "../../src/providers/index.ts";
import { chatCompletions } from "./chat-completions.ts";
import { generateContent } from "./generate-content.ts";
import { messages } from "./messages.ts";
import { type ModelServer, type ModelServerOptions, startModelServer } from "./model-server.ts";
import type { Answer, Conversation, Protocol } from "./protocol.ts";
import { responses } from "./responses.ts";

const KEY = "sk-test-0123456789abcdef";
const BOX = [100, 200, 300, 400];
const ZOOM: ToolSpec = {
  name: "image_zoom_in_tool",
  description: "Shows a region of the page.",
  parameters: {
    type: "object",
    properties: { bbox_2d: { type: "array", items: { type: "number" }, minItems: 4, maxItems: 4 } },
    required: ["bbox_2d"],
  },
};
const VERDICT = {
  name: "verdict",
  schema: {
    type: "object",
    properties: { right: { type: "boolean" } },
    required: ["right"],
    additionalProperties: false,
  },
};

const HOSTED = [
  { kind: "openai", model: "gpt-4o", protocol: responses },
  { kind: "openai", model: "gpt-5", protocol: responses },
  { kind: "anthropic", model: "claude-opus-4-5", protocol: messages },
  { kind: "google", model: "gemini-2.5-pro", protocol: generateContent },
  { kind: "google", model: "gemini-3-pro-preview", protocol: generateContent },
  { kind: "openai-compatible", model: "Qwen/Qwen2.5-VL-7B-Instruct", protocol: chatCompletions },
] as const;

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(protocol: Protocol, options: Partial<ModelServerOptions> = {}): Promise<ModelServer> {
  const server = await startModelServer({ protocol, answer: zoomThenAnswer, key: KEY, ...options });
  servers.push(server);
  return server;
}

function open(kind: string, model: string, { baseUrl }: ModelServer, key = KEY): Promise<Provider> {
  const environment = {
    OPENAI_API_KEY: key,
    ANTHROPIC_API_KEY: key,
    GEMINI_API_KEY: key,
    OPENAI_COMPATIBLE_API_KEY: key,
  };
  return openProvider(`${kind}:${model}`, { baseUrl, environment });
}

/** Calls the tool once where there is one, then says what it saw last. */
function zoomThenAnswer({ turns, tools, structured }: Conversation): Answer {
  if (structured) return { text: '{"right":true}' };
  const [name] = tools;
  if (name !== undefined && !turns.some(({ role }) => role === "assistant"))
    return { text: "Let me look closer.", calls: [{ name, input: { bbox_2d: BOX } }] };
  const last = turns.flatMap(({ images }) => images).at(-1);
  return { text: `The answer is B (${last?.width} x ${last?.height} ${last?.mediaType})` };
}

async function picture(width: number, height: number, format: "png" | "jpeg" = "png"): Promise<ImagePart> {
  const create = { width, height, channels: 3 as const, background: "teal" };
  const bytes = new Uint8Array(await sharp({ create })[format]().toBuffer());
  return { type: "image", hash: "0".repeat(64), width, height, mediaType: `image/${format}`, bytes };
}

const question = async (): Promise<Message[]> => [
  { role: "system", text: "You read comics." },
  { role: "user", parts: [{ type: "text", text: "Who speaks?" }, await picture(120, 160)] },
];

const ask = (messages_: readonly Message[], more: Partial<Request> = {}): Request => ({
  messages: messages_,
  tools: [ZOOM],
  sampling: { temperature: 0, maxTokens: 256 },
  ...more,
});

const turnOf = ({ text, calls }: Reply): Message => ({ role: "assistant", text, calls });

/** What an episode sends after a call: its answer in words, then the crop as a user turn. */
async function afterZoom(first: Reply): Promise<Message[]> {
  const results = first.calls.map(
    ({ id, name }): Message => ({ role: "tool", callId: id, name, text: "The region follows." }),
  );
  const crop = await picture(56, 84, "jpeg");
  return [turnOf(first), ...results, { role: "user", parts: [crop, { type: "text", text: "Go on." }] }];
}

describe.each(HOSTED)("$kind:$model", ({ kind, model, protocol }) => {
  test("completes a zoom conversation", async () => {
    const server = await serve(protocol);
    const provider = await open(kind, model, server);
    const start = await question();
    const first = await provider.complete(ask(start));
    expect(first).toMatchObject({ text: "Let me look closer.", finish: "tool-calls", model });
    expect(first.calls).toEqual([
      expect.objectContaining({ name: ZOOM.name, input: { bbox_2d: BOX }, id: expect.stringMatching(/./) }),
    ]);
    const second = await provider.complete(ask([...start, ...(await afterZoom(first))]));
    expect(second).toMatchObject({ text: "The answer is B (56 x 84 image/jpeg)", calls: [], finish: "stop" });
    expect(second.usage.inputTokens).toBeGreaterThan(first.usage.inputTokens ?? 0);
    expect(second.usage.outputTokens).toBeGreaterThan(0);
    expect([...server.seen.values()]).toEqual([{ requests: 2, replies: [1, 1], faults: [] }]);
    expect(server.rejections).toEqual([]);
  });

  test("answers several calls of one turn", async () => {
    const call = (index: number) => ({ name: ZOOM.name, input: { bbox_2d: [index, 0, 9, 9] } });
    const twice: ModelServerOptions["answer"] = (conversation) =>
      conversation.turns.some(({ role }) => role === "tool")
        ? zoomThenAnswer(conversation)
        : { text: "", calls: [call(1), call(2)] };
    const server = await serve(protocol, { answer: twice });
    const provider = await open(kind, model, server);
    const start = await question();
    const first = await provider.complete(ask(start));
    expect(first.calls.map(({ input }) => input)).toEqual([call(1).input, call(2).input]);
    expect(new Set(first.calls.map(({ id }) => id)).size).toBe(2);
    const second = await provider.complete(ask([...start, ...(await afterZoom(first))]));
    expect(second.text).toContain("The answer is B");
    expect(server.rejections).toEqual([]);
  });

  test("gives a judge its verdict as JSON", async () => {
    const provider = await open(kind, model, await serve(protocol));
    const reply = await provider.complete(ask(await question(), { tools: [], responseSchema: VERDICT }));
    expect(JSON.parse(reply.text)).toEqual({ right: true });
    expect(reply.calls).toEqual([]);
  });

  test("goes on after an empty reply and after broken arguments", async () => {
    const provider = await open(kind, model, await serve(protocol));
    const start = await question();
    const call = { id: "call_x", name: ZOOM.name, input: '{"bbox_2d": [1,' };
    const said: Message[] = [
      { role: "assistant", text: "", calls: [] },
      {
        role: "user",
        parts: [
          { type: "text", text: "Please answer." },
          { type: "text", text: "" },
        ],
      },
      { role: "assistant", text: "", calls: [call] },
      { role: "tool", callId: call.id, name: call.name, text: "That was no JSON." },
    ];
    await expect(provider.complete(ask([...start, ...said]))).resolves.toMatchObject({ finish: "stop" });
  });

  test("tells a cut-off reply and a refusal from an answer", async () => {
    const finishes = ["length", "refusal"] as const;
    for (const finish of finishes) {
      const server = await serve(protocol, { answer: () => ({ text: "I", finish }) });
      const reply = await (await open(kind, model, server)).complete(ask(await question()));
      expect(reply.finish).toBe(finish);
    }
  });

  test("says what is too large", async () => {
    const server = await serve(protocol, { limits: { maxPixels: 1000 } });
    const failure = await failureOf(await open(kind, model, server), ask(await question()));
    expect(failure).toMatchObject({ kind: "too-large", status: 400 });
    const small = await serve(protocol, { limits: { maxBodyBytes: 100 } });
    const other = await failureOf(await open(kind, model, small), ask(await question()));
    expect(other).toMatchObject({ kind: "too-large", status: 413 });
  });

  test("is refused unanswered calls", async () => {
    const server = await serve(protocol);
    const provider = await open(kind, model, server);
    const start = await question();
    const first = await provider.complete(ask(start));
    const unanswered = [...start, turnOf(first), { role: "user" as const, parts: [await picture(56, 84)] }];
    expect(await failureOf(provider, ask(unanswered))).toMatchObject({
      kind: "invalid-request",
      status: 400,
    });
    expect(server.rejections).toHaveLength(1);
  });

  test("is given up when told to", async () => {
    const server = await serve(protocol, { latencyMs: 60_000 });
    const provider = await open(kind, model, server);
    const signal = AbortSignal.timeout(20);
    const failure = await provider
      .complete(ask(await question()), { signal })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: "aborted" });
  });

  test("follows no redirect, so that its key goes to no other host", async () => {
    const elsewhere = await serve(protocol);
    const gateway = createServer((request, response) => {
      response.writeHead(307, { location: `${new URL(elsewhere.baseUrl).origin}${request.url}` }).end();
    });
    await new Promise<void>((resolve) => gateway.listen(0, "127.0.0.1", resolve));
    const address = gateway.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const provider = await open(kind, model, {
      ...elsewhere,
      baseUrl: `http://127.0.0.1:${port}${protocol.base}`,
    });
    expect(await failureOf(provider, ask(await question()))).toMatchObject({
      kind: "invalid-request",
      status: 307,
    });
    expect(elsewhere.seen.size + elsewhere.rejections.length).toBe(0);
    gateway.closeAllConnections();
    gateway.close();
  });

  test("keeps its key to itself, whatever goes wrong", async () => {
    const faults = (kinds: NonNullable<ModelServerOptions["faults"]>["kinds"]) => ({
      faults: { seed: 1, rate: 1, ...(kinds !== undefined && { kinds }) },
    });
    const settings: Partial<ModelServerOptions>[] = [
      { key: "another key" },
      { limits: { maxPixels: 1 } },
      { answer: () => ({ text: `you sent ${KEY}`, calls: [{ name: ZOOM.name, input: { key: KEY } }] }) },
      ...(["rate-limit", "server-error", "dropped", "truncated", "garbled", "wrong-shape"] as const).map(
        (fault) => faults([fault]),
      ),
    ];
    const outputs: unknown[] = [];
    for (const setting of settings) {
      const provider = await open(kind, model, await serve(protocol, { quotesKeys: true, ...setting }));
      const outcome = await provider.complete(ask(await question())).catch((error: unknown) => error);
      outputs.push(outcome, provider);
    }
    const kinds = outputs.filter((output) => output instanceof ProviderError).map((error) => error.kind);
    expect(kinds).toEqual([
      "auth",
      "too-large",
      "rate-limit",
      "server",
      "network",
      "garbled",
      "garbled",
      "garbled",
    ]);
    for (const output of outputs) expect(everythingIn(output)).not.toContain("0123456789abcdef");
    expect(everythingIn(outputs)).toContain("[key]");
  });
});

async function failureOf(provider: Provider, request: Request): Promise<unknown> {
  return provider.complete(request).then(
    (reply) => reply,
    (error: unknown) => error,
  );
}

/** All that a log, a record or a debugger's print of a value could show. */
function everythingIn(value: unknown): string {
  const parts = [JSON.stringify(value), String(value)];
  for (let error = value; error instanceof Error; error = error.cause)
    parts.push(error.message, error.stack ?? "", JSON.stringify(Object.getOwnPropertyDescriptors(error)));
  return parts.join("\n");
}

describe("the package openai", () => {
  test("completes the same conversation with the server of chat completions", async () => {
    const server = await serve(chatCompletions);
    const client = new OpenAI({ apiKey: KEY, baseURL: server.baseUrl, maxRetries: 0 });
    const url = async (image: Promise<ImagePart>) => {
      const { mediaType, bytes } = await image;
      return { url: `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}` };
    };
    const start: OpenAI.ChatCompletionMessageParam[] = [
      { role: "system", content: "You read comics." },
      {
        role: "user",
        content: [
          { type: "text", text: "Who speaks?" },
          { type: "image_url", image_url: await url(picture(120, 160)) },
        ],
      },
    ];
    const tools: OpenAI.ChatCompletionTool[] = [
      {
        type: "function",
        function: { name: ZOOM.name, description: ZOOM.description, parameters: { ...ZOOM.parameters } },
      },
    ];
    const first = await client.chat.completions.create({
      model: "m",
      messages: start,
      tools,
      temperature: 0,
    });
    const message = first.choices[0]?.message;
    const call = message?.tool_calls?.[0];
    if (message === undefined || call?.type !== "function") throw new Error("expected a function call");
    expect(JSON.parse(call.function.arguments)).toEqual({ bbox_2d: BOX });
    const answered: OpenAI.ChatCompletionMessageParam[] = [
      ...start,
      { role: "assistant", content: message.content, tool_calls: [call] },
      { role: "tool", tool_call_id: call.id, content: "The region follows." },
    ];
    const crop: OpenAI.ChatCompletionContentPartImage = {
      type: "image_url",
      image_url: await url(picture(56, 84)),
    };
    const second = await client.chat.completions.create({
      model: "m",
      messages: [...answered, { role: "user", content: [crop] }],
      tools,
    });
    expect(second.choices[0]?.message.content).toBe("The answer is B (56 x 84 image/png)");
    expect(second.usage?.total_tokens).toBeGreaterThan(0);
    const unanswered = client.chat.completions.create({
      model: "m",
      messages: [...answered.slice(0, -1), { role: "user", content: [crop] }],
    });
    await expect(unanswered).rejects.toMatchObject({ status: 400 });
  });

  test("completes it with the server of responses", async () => {
    const server = await serve(responses);
    const client = new OpenAI({ apiKey: KEY, baseURL: server.baseUrl, maxRetries: 0 });
    const tools: OpenAI.Responses.FunctionTool[] = [
      { type: "function", name: ZOOM.name, parameters: { ...ZOOM.parameters }, strict: false },
    ];
    const input: OpenAI.Responses.ResponseInput = [{ role: "user", content: "Who speaks?" }];
    const first = await client.responses.create({ model: "gpt-4o", input, tools, store: false });
    const call = first.output.find((item) => item.type === "function_call");
    if (call === undefined) throw new Error("expected a function call");
    const { call_id, name, arguments: json } = call;
    const second = await client.responses.create({
      model: "gpt-4o",
      input: [
        ...input,
        { type: "function_call", call_id, name, arguments: json },
        { type: "function_call_output", call_id, output: "The region follows." },
      ],
      tools,
      store: false,
    });
    expect(second.output_text).toContain("The answer is B");
  });
});
