/** The test servers turn away what the real services turn away, each with its reason, and take the rest. */
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chatCompletions } from "./chat-completions.ts";
import { generateContent } from "./generate-content.ts";
import { messages } from "./messages.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";
import type { Protocol } from "./protocol.ts";
import { responses } from "./responses.ts";

const KEY = "sk-test-0123456789abcdef";
const create = { width: 40, height: 30, channels: 3 as const, background: "teal" };
const encode = async (format: "png" | "jpeg" | "webp") =>
  (await sharp({ create })[format]().toBuffer()).toString("base64");
const [png, jpeg, webp] = await Promise.all([encode("png"), encode("jpeg"), encode("webp")]);
const large = (
  await sharp({ create: { ...create, width: 400 } })
    .png()
    .toBuffer()
).toString("base64");

interface Service {
  readonly protocol: Protocol;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly good: Readonly<Record<string, unknown>>;
  readonly bad: readonly (readonly [
    reason: RegExp,
    what: string,
    change: Readonly<Record<string, unknown>>,
  ])[];
}

const url = (data: string, type = "image/png") => `data:${type};base64,${data}`;

const chatImage = (data: string, type?: string) => ({
  type: "image_url",
  image_url: { url: url(data, type) },
});
const chatUser = (...parts: unknown[]) => ({
  role: "user",
  content: [{ type: "text", text: "Who?" }, ...parts],
});
const chatCall = { id: "c1", type: "function", function: { name: "zoom", arguments: "{}" } };
const chatAsks = { role: "assistant", content: null, tool_calls: [chatCall] };
const chatResult = { role: "tool", tool_call_id: "c1", content: "ok" };

const CHAT: Service = {
  protocol: chatCompletions,
  path: "/chat/completions",
  headers: { authorization: `Bearer ${KEY}` },
  good: {
    model: "m",
    messages: [{ role: "system", content: "S" }, chatUser(chatImage(png)), chatAsks, chatResult],
  },
  bad: [
    [/top_k/, "an unknown field", { top_k: 5 }],
    [
      /Invalid/,
      "a picture from a tool",
      { messages: [chatUser(), chatAsks, { ...chatResult, content: [chatImage(png)] }] },
    ],
    [/did not have response/, "an unanswered call", { messages: [chatUser(), chatAsks, chatUser()] }],
    [/did not have response/, "an unanswered call at the end", { messages: [chatUser(), chatAsks] }],
    [/must be a response/, "an answer without a call", { messages: [chatUser(), chatResult] }],
    [
      /must be a response/,
      "a call answered twice",
      { messages: [chatUser(), chatAsks, chatResult, chatResult] },
    ],
    [/beginning/, "a late system message", { messages: [chatUser(), { role: "system", content: "S" }] }],
    [
      /last message/,
      "no question at the end",
      { messages: [chatUser(), { role: "assistant", content: "A" }] },
    ],
    [/too many pixels/, "too many pixels", { messages: [chatUser(chatImage(large))] }],
    [/media type/, "a false media type", { messages: [chatUser(chatImage(png, "image/jpeg"))] }],
    [/media type/, "an unknown media type", { messages: [chatUser(chatImage(png, "image/tiff"))] }],
    [/base64/, "broken base64", { messages: [chatUser(chatImage(`${png.slice(0, 20)}!!`))] }],
    [
      /no PNG/,
      "a file that is no picture",
      { messages: [chatUser(chatImage(Buffer.alloc(64).toString("base64")))] },
    ],
    [
      /data URL/,
      "a link",
      { messages: [chatUser({ type: "image_url", image_url: { url: "https://example.org/a.png" } })] },
    ],
    [/Invalid/, "a temperature of 3", { temperature: 3 }],
  ],
};

const item = (...parts: unknown[]) => ({
  role: "user",
  content: [{ type: "input_text", text: "Who?" }, ...parts],
});
const itemImage = (data: string, type?: string) => ({ type: "input_image", image_url: url(data, type) });
const itemCall = { type: "function_call", call_id: "c1", name: "zoom", arguments: "{}" };
const itemResult = { type: "function_call_output", call_id: "c1", output: "ok" };

const RESPONSES: Service = {
  protocol: responses,
  path: "/responses",
  headers: { authorization: `Bearer ${KEY}` },
  good: { model: "gpt-4o", input: [item(itemImage(png)), itemCall, itemResult], store: false },
  bad: [
    [/seed/, "an unknown field", { seed: 1 }],
    [/stop/, "stop sequences", { stop: ["x"] }],
    [/temperature/, "a temperature for a reasoning model", { model: "o4-mini", temperature: 0 }],
    [
      /Invalid/,
      "a picture from a function",
      { input: [item(), itemCall, { ...itemResult, output: [itemImage(png)] }] },
    ],
    [/No tool output/, "an unanswered call", { input: [item(), itemCall, item()] }],
    [/No tool call/, "an answer without a call", { input: [item(), itemResult] }],
    [
      /Invalid/,
      "the id of an item that was not kept",
      { input: [item(), { ...itemCall, id: "fc_1" }, itemResult] },
    ],
    [/too many pixels/, "too many pixels", { input: [item(itemImage(large))] }],
    [/media type/, "a false media type", { input: [item(itemImage(png, "image/webp"))] }],
  ],
};

const block = (data: string, media_type = "image/png") => ({
  type: "image",
  source: { type: "base64", media_type, data },
});
const claudeUser = (...blocks: unknown[]) => ({
  role: "user",
  content: [{ type: "text", text: "Who?" }, ...blocks],
});
const claudeAsks = { role: "assistant", content: [{ type: "tool_use", id: "c1", name: "zoom", input: {} }] };
const claudeResult = { type: "tool_result", tool_use_id: "c1", content: "ok" };
const claudeAnswers = (...blocks: unknown[]) => ({ role: "user", content: blocks });

const MESSAGES: Service = {
  protocol: messages,
  path: "/messages",
  headers: { "x-api-key": KEY, "anthropic-version": "2023-06-01" },
  good: {
    model: "claude",
    max_tokens: 10,
    messages: [claudeUser(block(png)), claudeAsks, claudeAnswers(claudeResult, block(jpeg, "image/jpeg"))],
  },
  bad: [
    [/seed/, "an unknown field", { seed: 1 }],
    [/max_tokens/, "no limit of tokens", { max_tokens: undefined }],
    [
      /Invalid/,
      "a picture from a tool",
      { messages: [claudeUser(), claudeAsks, claudeAnswers({ ...claudeResult, content: [block(png)] })] },
    ],
    [/without `tool_result`/, "an unanswered call", { messages: [claudeUser(), claudeAsks, claudeUser()] }],
    [
      /before other content/,
      "text before the answer to a call",
      { messages: [claudeUser(), claudeAsks, claudeUser(claudeResult)] },
    ],
    [/unexpected/, "an answer without a call", { messages: [claudeAnswers(claudeResult)] }],
    [/alternate/, "two user turns in a row", { messages: [claudeUser(), claudeUser()] }],
    [/alternate/, "a model that begins", { messages: [claudeAsks, claudeUser(claudeResult)] }],
    [/prefill/, "no question at the end", { messages: [claudeUser(), { role: "assistant", content: "A" }] }],
    [/non-empty/, "empty text", { messages: [claudeAnswers({ type: "text", text: "" })] }],
    [/Invalid/, "a system turn within", { messages: [{ role: "system", content: "S" }] }],
    [/too many pixels/, "too many pixels", { messages: [claudeUser(block(large))] }],
    [/media type/, "a false media type", { messages: [claudeUser(block(webp))] }],
    [/cannot both/, "temperature and top_p", { temperature: 0, top_p: 1 }],
  ],
};

const gemini = (...parts: unknown[]) => ({ role: "user", parts: [{ text: "Who?" }, ...parts] });
const inline = (data: string, mimeType = "image/png") => ({ inlineData: { mimeType, data } });
const geminiAsks = {
  role: "model",
  parts: [{ functionCall: { name: "zoom", args: {} }, thoughtSignature: "s" }],
};
const geminiResult = { functionResponse: { name: "zoom", response: { content: "ok" } } };

const GEMINI: Service = {
  protocol: generateContent,
  path: "/models/gemini-3-pro:generateContent",
  headers: { "x-goog-api-key": KEY },
  good: {
    contents: [
      gemini(inline(png)),
      geminiAsks,
      { role: "user", parts: [geminiResult] },
      gemini(inline(webp, "image/webp")),
    ],
  },
  bad: [
    [/max_tokens/, "an unknown field", { max_tokens: 5 }],
    [/frequency/, "an unknown field within", { generationConfig: { frequency: 1 } }],
    [/number of function response/, "an unanswered call", { contents: [gemini(), geminiAsks, gemini()] }],
    [/immediately after/, "an answer without a call", { contents: [gemini(geminiResult)] }],
    [
      /first content/,
      "a model that begins",
      { contents: [geminiAsks, { role: "user", parts: [geminiResult] }] },
    ],
    [
      /last content/,
      "no question at the end",
      { contents: [gemini(), { role: "model", parts: [{ text: "A" }] }] },
    ],
    [/Invalid/, "a role of tool", { contents: [{ role: "tool", parts: [geminiResult] }] }],
    [
      /thought_signature/,
      "a call without its signature",
      {
        contents: [
          gemini(),
          { role: "model", parts: [{ functionCall: { name: "zoom", args: {} } }] },
          { role: "user", parts: [geminiResult] },
        ],
      },
    ],
    [/too many pixels/, "too many pixels", { contents: [gemini(inline(large))] }],
    [/media type/, "a false media type", { contents: [gemini(inline(png, "image/jpeg"))] }],
  ],
};

describe.each([CHAT, RESPONSES, MESSAGES, GEMINI])(
  "$protocol.name",
  ({ protocol, path, headers, good, bad }) => {
    let server: ModelServer;
    beforeAll(async () => {
      const limits = { maxPixels: 2000, maxBodyBytes: 20_000 };
      server = await startModelServer({ protocol, answer: () => ({ text: "A" }), key: KEY, limits });
    });
    afterAll(() => server.close());

    async function post(body: unknown, more: Readonly<Record<string, string>> = {}, to = path) {
      const response = await fetch(`${server.baseUrl}${to}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers, ...more },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    }

    test("takes a whole conversation", async () => {
      expect(await post(good)).toMatchObject({ status: 200, text: expect.stringContaining('"A"') });
    });

    test.each(bad)("rejects with %s %s", async (reason, _, change) => {
      const { status, text } = await post({ ...good, ...change });
      expect(status).toBe(400);
      expect(text).toMatch(reason);
    });

    test("rejects a wrong key, path, media type, size and JSON", async () => {
      const [name, value] = Object.entries(headers)[0] ?? [];
      expect(await post(good, { [name ?? ""]: `${value}x` })).toMatchObject({ status: 401 });
      expect(await post(good, {}, "/elsewhere")).toMatchObject({ status: 404 });
      expect(await post(good, { "content-type": "text/plain" })).toMatchObject({ status: 415 });
      expect(await post({ ...good, padding: "x".repeat(30_000) })).toMatchObject({ status: 413 });
      expect(await post("{")).toMatchObject({ status: 400 });
    });
  },
);
