import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import { type ChatMessage, compileChatTemplate, loadChatTemplate } from "./chat-template.ts";
import { loadTokenizer } from "./tokenizer.ts";

const goldens = fileURLToPath(new URL("../../../test/golden/engine/", import.meta.url));
const tied = join(goldens, "qwen2_5_vl/tied");
const root = mkdtempSync(join(tmpdir(), "benday-template-"));
afterAll(() => rmSync(root, { recursive: true }));

interface GoldenChat {
  readonly name: string;
  readonly messages: ChatMessage[];
  readonly tools: null | [];
  readonly add_generation_prompt: boolean;
  readonly add_vision_id: boolean;
  readonly qwen2_5_vl: { text: string; ids: number[] };
  readonly hermes_tools: { text: string; ids: number[] };
}

const chats: readonly GoldenChat[] = JSON.parse(
  readFileSync(join(goldens, "tokenizer/chats.json"), "utf8"),
).chats;
const templates = {
  qwen2_5_vl: await loadChatTemplate(tied),
  hermes_tools: compileChatTemplate(readFileSync(join(goldens, "tokenizer/hermes_tools.jinja"), "utf8")),
};
const tokenizer = await loadTokenizer(tied);

/** Python's spelling of two floats of the last chat, which no JSON parser of JavaScript keeps. */
const asJavaScript = (text: string): string =>
  text.replace('"eps": 1e-06, "scale": 2.0', '"eps": 0.000001, "scale": 2');

test.each(["qwen2_5_vl", "hermes_tools"] as const)("30 chats by %s: text and ids as in Python", (name) => {
  expect(chats).toHaveLength(30);
  for (const chat of chats) {
    const { messages, tools, add_generation_prompt, add_vision_id } = chat;
    const { text, ids } = chat[name];
    const rendered = templates[name].render(
      { messages, tools, variables: { add_vision_id } },
      { addGenerationPrompt: add_generation_prompt },
    );
    expect(rendered, chat.name).toBe(asJavaScript(text));
    expect(tokenizer.encode(text), chat.name).toEqual(ids);
  }
});

describe("where a template is found", () => {
  const folderOf = (files: Record<string, unknown>): string => {
    const folder = mkdtempSync(join(root, "folder-"));
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
    return folder;
  };
  const rendered = async (files: Record<string, unknown>) =>
    (await loadChatTemplate(folderOf(files))).render({ messages: [] });

  test("chat_template.jinja, then chat_template.json, then tokenizer_config.json", async () => {
    const config = { chat_template: "config", eos_token: { content: "</s>" } };
    const older = { chat_template: "older" };
    expect(await rendered({ "tokenizer_config.json": config })).toBe("config");
    expect(await rendered({ "tokenizer_config.json": config, "chat_template.json": older })).toBe("older");
    const all = {
      "tokenizer_config.json": config,
      "chat_template.json": older,
      "chat_template.jinja": "a{{ eos_token }}",
    };
    expect(await rendered(all)).toBe("a</s>");
  });

  test("of several named ones, the default", async () => {
    const chat_template = [
      { name: "tool_use", template: "tools" },
      { name: "default", template: "plain" },
    ];
    expect(await rendered({ "tokenizer_config.json": { chat_template } })).toBe("plain");
  });

  test("none: an InputError that says what to add", async () => {
    const failure = await loadChatTemplate(folderOf({ "tokenizer_config.json": {} })).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(InputError);
    expect(String(failure)).toMatch(/expected a chat template, found none \(add the chat_template.jinja/);
  });
});

test.each([
  ["{% for %}", /expected a Jinja template/],
  ["{% if", /expected a Jinja template/],
  ["x".repeat(2_000_000), /at most 1048576 characters/],
])("a broken template %# is an InputError", (source, message) => {
  expect(() => compileChatTemplate(source)).toThrow(message);
  expect(() => compileChatTemplate(source)).toThrow(InputError);
});

test("a template that refuses a conversation is an InputError with its own words", () => {
  const template = compileChatTemplate("{{ raise_exception('Only user turns') }}");
  expect(() => template.render({ messages: [{ role: "tool", content: "" }] })).toThrow(InputError);
  expect(() => template.render({ messages: [{ role: "tool", content: "" }] })).toThrow(
    /roles \["tool"\]\), found .*Only user turns/,
  );
});
