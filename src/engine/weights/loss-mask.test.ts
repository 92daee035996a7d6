import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import { type ChatMessage, compileChatTemplate, loadChatTemplate } from "./chat-template.ts";
import { expandPictures, type MaskedTokens, maskConversation } from "./loss-mask.ts";
import { openSafetensors, readTensor } from "./safetensors.ts";
import { loadTokenizer } from "./tokenizer.ts";

const goldens = fileURLToPath(new URL("../../../test/golden/engine/", import.meta.url));
const tied = join(goldens, "qwen2_5_vl/tied");
const readJson = (file: string) => JSON.parse(readFileSync(join(goldens, file), "utf8"));
const tokenizer = await loadTokenizer(tied);
const template = await loadChatTemplate(tied);
const hermes = compileChatTemplate(readFileSync(join(goldens, "tokenizer/hermes_tools.jinja"), "utf8"));

const ownText = ({ ids, own }: MaskedTokens): string =>
  tokenizer.decode(ids.filter((_, index) => own[index]));

test("the golden batch of training: ids and labels of both conversations, pictures expanded", async () => {
  const { conversations, images_per_row } = readJson("qwen2_5_vl/cases/train_tied.json");
  const { images } = readJson("qwen2_5_vl/cases/preprocess.json");
  const file = await openSafetensors(join(goldens, "qwen2_5_vl/cases/train_tied.safetensors"));
  const [ids, labels] = [await readTensor(file, "input_ids"), await readTensor(file, "labels")];
  const length = ids.shape[1] ?? 0;
  for (const [row, messages] of conversations.entries()) {
    const counts: number[] = images_per_row[row].map(
      (name: string) => images.find((image: { name: string }) => image.name === name).merged_tokens,
    );
    const place = tokenizer.id("<|image_pad|>");
    const masked = maskConversation({ messages }, template, tokenizer);
    const tokens = expandPictures(
      masked,
      place,
      counts.map((count) => Array.from({ length: count }, () => place)),
    );
    const range = [row * length, row * length + tokens.ids.length] as const;
    expect(tokens.ids).toEqual([...ids.data.slice(...range)]);
    const expected = tokens.ids.map((id, index) => (tokens.own[index] === true ? id : -100));
    expect([...labels.data.slice(...range)]).toEqual(expected);
  }
});

test("every golden chat keeps its ids, and only the assistant's words are its own", () => {
  for (const chat of readJson("tokenizer/chats.json").chats)
    for (const each of [template, hermes]) {
      const messages: ChatMessage[] = chat.messages;
      const masked = maskConversation({ messages, tools: chat.tools }, each, tokenizer);
      const text = each.render({ messages, tools: chat.tools });
      expect(masked.ids, chat.name).toEqual(tokenizer.encode(text));
      const turns = messages.filter(({ role }) => role === "assistant").length;
      expect(ownText(masked).split("<|im_end|>").length - 1, chat.name).toBe(turns);
    }
});

test("what the template adds after the end of a turn is not the assistant's", () => {
  const messages = [
    { role: "user", content: "Hi <|im_end|>" },
    { role: "assistant", content: "One." },
    { role: "user", content: "More?" },
    { role: "assistant", content: "\n\nTwo." },
  ];
  expect(ownText(maskConversation({ messages }, template, tokenizer))).toBe(
    "One.<|im_end|>\n\nTwo.<|im_end|>",
  );
});

test.each([
  [
    "the turn before it",
    "{{ m.content if loop.last else '...' }}",
    /messages\[1\].*found "\.\.\.\|b\|" in place of "a\|"/,
  ],
  [
    "it later",
    "{{ m.content if loop.index0 + 2 > messages|length or m.role == 'user' else '...' }}",
    /messages\[1\].*found "\.\.\.\|c\|d\|" in place of "b\|"/,
  ],
])("a template that rewrites %s is refused", (_, turn, message) => {
  const forgetful = compileChatTemplate(`{% for m in messages %}${turn}|{% endfor %}`);
  const messages = ["a", "b", "c", "d"].map((content, index) => ({
    role: index % 2 === 0 ? "user" : "assistant",
    content,
  }));
  expect(() => maskConversation({ messages }, forgetful, tokenizer)).toThrow(InputError);
  expect(() => maskConversation({ messages }, forgetful, tokenizer)).toThrow(message);
});

test("pictures and their places have to match", () => {
  const tokens = { ids: [1, 9, 2, 9], own: [false, false, true, false] };
  expect(expandPictures(tokens, 9, [[9, 9], [8]])).toEqual({
    ids: [1, 9, 9, 2, 8],
    own: [false, false, false, true, false],
  });
  expect(() => expandPictures(tokens, 9, [[9, 9]])).toThrow(/expected 1 places for pictures, got 2/);
});
