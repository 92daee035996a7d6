import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Json } from "../../../json.ts";
import { ownTargets } from "../../model/conversation.ts";
import { bookConversations, bookModel } from "../../model/fixtures/tiny.ts";
import { loadModel, saveModel } from "../../model/model.ts";
import { createScorer } from "../../model/scorer.ts";
import { parameterOf } from "../../optim/parameters.ts";
import { compileChatTemplate } from "../../weights/chat-template.ts";
import { readQwen25VlConfig } from "./config.ts";
import { createTinyModel } from "./preset.ts";
import { TINY_TEMPLATE } from "./preset-template.ts";
import { textRotary } from "./rotary-tables.ts";

const root = mkdtempSync(join(tmpdir(), "benday-tiny-"));
afterAll(() => rmSync(root, { recursive: true }));

async function savedBytes(name: string, seed: string | number): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, name);
  await saveModel(bookModel(seed), folder);
  const files = readdirSync(folder).sort();
  return new Map(files.map((file) => [file, readFileSync(join(folder, file)).toString("base64")]));
}

test("the same seed gives the same bytes; another one changes the weights alone", async () => {
  const [one, same, other] = [
    await savedBytes("one", 1),
    await savedBytes("same", 1),
    await savedBytes("other", 2),
  ];
  const changed = (files: typeof one) =>
    [...one].filter(([name, bytes]) => files.get(name) !== bytes).map(([name]) => name);
  expect([...same.keys()]).toEqual([...one.keys()]);
  expect(changed(same)).toEqual([]);
  expect(changed(other)).toEqual(["model.safetensors"]);
});

test("the folder loads again as the same model", async () => {
  const model = bookModel();
  const folder = join(root, "again");
  await saveModel(model, folder);
  const again = await loadModel(folder, { trains: "all" });
  expect(again.architecture.json).toEqual(model.architecture.json);
  expect(again.architecture.pictures.json).toEqual(model.architecture.pictures.json);
  expect(again.generation).toEqual(model.generation);
  expect(again.template.source).toBe(model.template.source);
  const bytes = ({ data: { buffer } }: typeof model.parameters.trainable) => Buffer.from(buffer);
  expect(bytes(again.parameters.trainable).equals(bytes(model.parameters.trainable))).toBe(true);
  expect(bookConversations(again, 0, 2)).toEqual(bookConversations(model, 0, 2));
});

test("its size, and how sure it is before training", async () => {
  const model = createTinyModel({ texts: [], seed: 1 });
  const { length } = model.parameters.trainable.layout;
  expect(length).toBeGreaterThan(1e6);
  expect(length).toBeLessThan(2e6);
  const book = bookModel();
  const scorer = createScorer(book, { scores: ["logProbs", "entropy"], threads: 2 });
  const { logProbs = [], entropy = [] } = await scorer.score(ownTargets(bookConversations(book, 0, 4)));
  await scorer.release();
  const uniform = Math.log(book.architecture.vocabSize);
  const mean = -Array.from(logProbs).reduce((sum, value) => sum + value, 0) / logProbs.length;
  expect(Math.abs(mean - uniform)).toBeLessThan(1);
  expect(Math.min(...entropy)).toBeGreaterThan(uniform - 1);
});

test("no token is an answer, a box or what else may not be one", () => {
  const texts = Array.from(
    { length: 20 },
    () => "Is the figure running or standing? running [12, 34, 56, 78] zoom_tool",
  );
  const { tokenizer } = createTinyModel({ texts, neverWhole: ["running", "zoom_tool", "12"], seed: 1 });
  const tokens = Array.from({ length: tokenizer.size }, (_, id) => tokenizer.decode([id]).trim());
  expect(tokens).toContain("standing");
  expect(tokens).toContain("assistant");
  expect(tokens).toContain("12");
  for (const forbidden of ["running", "zoom_tool"]) expect(tokens).not.toContain(forbidden);
  expect(tokens.filter((token) => /\d\D|\D\d/.test(token))).toEqual([]);
});

test("the tool that is offered costs few tokens, its name in a call several", () => {
  const description = "Shows a region [x1, y1, x2, y2] of the picture more closely, if there is a picture.";
  const tools: Json[] = [{ type: "function", function: { name: "look_closer", description } }];
  const { tokenizer, template } = createTinyModel({ texts: [], tools, neverWhole: ["look_closer"], seed: 1 });
  const prompt = template.render({ messages: [{ role: "user", content: "" }], tools });
  expect(tokenizer.encode(prompt).length).toBeLessThan(40);
  expect(tokenizer.encode("look_closer").length).toBeGreaterThan(1);
});

test("every number that a coordinate can be is one token; near ones begin nearer to each other than far ones", () => {
  const { parameters, tokenizer } = bookModel();
  const { data, shape } = parameterOf(parameters, "model.language_model.embed_tokens.weight");
  const width = shape[1] ?? 0;
  const value = (number: number) => {
    const [id = 0, ...more] = tokenizer.encode(String(number));
    expect(more, `tokens of ${number}`).toEqual([]);
    return data.subarray(id * width, id * width + width / 2);
  };
  const values = Array.from({ length: 449 }, (_, number) => value(number));
  const distance = (a: number, b: number) =>
    Math.hypot(...(values[a]?.map((part, at) => part - (values[b]?.[at] ?? 0)) ?? []));
  for (let number = 0; number < 448; number++) expect(distance(number, number + 1)).toBeGreaterThan(0.1);
  expect(distance(120, 121)).toBeLessThan(distance(120, 124));
  expect(distance(120, 124)).toBeLessThan(distance(120, 140));
  expect(distance(120, 140)).toBeLessThan(distance(120, 440));
});

test("places on a page are told by pairs that turn, words are matched by pairs that hardly do", () => {
  const { architecture } = createTinyModel({ texts: [], seed: 1 });
  const { text } = readQwen25VlConfig(architecture.json, "config.json");
  const { sin } = textRotary(Int32Array.of(1, 1, 1), text);
  const turns = Array.from(sin, Math.asin);
  const [time, height] = text.mropeSection;
  const [rows, columns] = [turns.slice(time, time + height), turns.slice(time + height)];
  const overPage = (axis: readonly number[]) => axis.filter((turn) => 8 * turn > 1);
  expect(overPage(rows).length).toBeGreaterThanOrEqual(3);
  expect(overPage(columns).length).toBeGreaterThanOrEqual(3);
  expect(turns.filter((turn) => 40 * turn < 1).length).toBeGreaterThanOrEqual(3);
});

const template = compileChatTemplate(TINY_TEMPLATE);
const user = { role: "user", content: [{ type: "image" }, { type: "text", text: "Who?" }] };
const call = { function: { name: "zoom", arguments: { box: [1, 2, 3, 4] } } };
const reply = { role: "tool", content: [{ type: "image" }] };

test("the template writes pictures, tools, calls and answers as Qwen2.5 does", () => {
  const tools: Json[] = [{ name: "zoom" }];
  const called = { role: "assistant", content: "Let me look.", tool_calls: [call, call] };
  const messages = [{ role: "system", content: "Be brief." }, user, called, reply, reply];
  expect(template.render({ messages, tools }, { addGenerationPrompt: true })).toBe(`<|im_start|>system
Be brief.

# Tools

You may call one or more functions to assist with the user query.

You are provided with function signatures within <tools></tools> XML tags:
<tools>
{"name": "zoom"}
</tools>

For each function call, return a json object with function name and arguments within <tool_call></tool_call> XML tags:
<tool_call>
{"name": <function-name>, "arguments": <args-json-object>}
</tool_call><|im_end|>
<|im_start|>user
<|vision_start|><|image_pad|><|vision_end|>Who?<|im_end|>
<|im_start|>assistant
Let me look.
<tool_call>
{"name": "zoom", "arguments": {"box": [1, 2, 3, 4]}}
</tool_call>
<tool_call>
{"name": "zoom", "arguments": {"box": [1, 2, 3, 4]}}
</tool_call><|im_end|>
<|im_start|>user
<tool_response>
<|vision_start|><|image_pad|><|vision_end|>
</tool_response>
<tool_response>
<|vision_start|><|image_pad|><|vision_end|>
</tool_response><|im_end|>
<|im_start|>assistant
`);
});

test("a call without words before it, with arguments as text; numbered pictures; no system turn of its own", () => {
  const messages = [user, { role: "assistant", tool_calls: [{ name: "zoom", arguments: '{"x": 1}' }] }];
  expect(template.render({ messages, variables: { add_vision_id: true } })).toBe(`<|im_start|>user
Picture 1: <|vision_start|><|image_pad|><|vision_end|>Who?<|im_end|>
<|im_start|>assistant
<tool_call>
{"name": "zoom", "arguments": {"x": 1}}
</tool_call><|im_end|>
`);
});
