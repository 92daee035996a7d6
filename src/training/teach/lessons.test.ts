import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeTagged } from "../../dialects/tagged.ts";
import type { SizedPicture } from "../../engine/index.ts";
import { targetPlaces } from "../../episodes/index.ts";
import { coverage, iou, isInside } from "../../geometry/index.ts";
import { goldAnswer, ruleGrader } from "../../grading/index.ts";
import { canonicalJson } from "../../json.ts";
import { textCleaner } from "../../providers/local-prompt.ts";
import type { Question } from "../../records/index.ts";
import { readWeighed } from "../methods/conversation-batch.ts";
import { type ConversationRecord, ConversationSchema, pictureOpener } from "../methods/conversation-file.ts";
import { type RolloutMode, RolloutModeSchema } from "../rollout/rollout.ts";
import { openScripted } from "../rollout/scripted.ts";
import { type TaughtPage, taughtPage } from "./fixtures/taught-page.ts";
import { lessons } from "./lessons/index.ts";
import { inFrame } from "./taught-boxes.ts";

let taught: TaughtPage;
beforeAll(async () => {
  taught = await taughtPage();
});
afterAll(() => taught.remove());

interface Taught {
  readonly record: ConversationRecord;
  readonly question: Question;
}

/** What a lesson makes of every question of the page. */
const made = (id: string): readonly Taught[] =>
  lessons
    .filter((lesson) => lesson.id === id)
    .flatMap((lesson) =>
      taught.questions.flatMap((question) =>
        lesson.make(question, taught.context(question.id)).map((record) => ({ record, question })),
      ),
    );

const repliesOf = ({ messages }: ConversationRecord) =>
  messages.filter((message) => message.role === "assistant");
const askedTexts = ({ messages }: ConversationRecord): readonly string[] => {
  const first = messages.find(({ role }) => role === "user");
  if (first === undefined || typeof first.content === "string") return [];
  return first.content.flatMap((part) => (part.type === "text" ? [part.text] : []));
};
const askedText = (record: ConversationRecord): string => askedTexts(record).join("\n");
const callsIn = (record: ConversationRecord): number =>
  repliesOf(record).flatMap(({ content }) => content.match(/<tool_call>/g) ?? []).length;
const answerIn = (text: string): string => /<answer>(.*)<\/answer>/.exec(text)?.[1] ?? "";

function modeOf({ id }: ConversationRecord): RolloutMode {
  const mode = RolloutModeSchema.options.find((each) => id.includes(`/${each}/0/`));
  if (mode === undefined) throw new Error(`expected a mode in ${id}`);
  return mode;
}

/** The question as it was asked, read back from the prompt: its choices in their order, or an open one in its place. */
function askedQuestion({ record, question }: Taught): Question {
  const text = askedText(record);
  const choices = [...text.matchAll(/^[A-F]\. (.*)$/gm)].flatMap(([, choice]) => choice ?? []);
  const { gold } = question;
  if (gold.type === "choice" && choices.length > 0)
    return {
      ...question,
      choices,
      gold: { type: "choice", index: choices.indexOf(question.choices[gold.index] ?? "") },
    };
  const own = question.prompt.flatMap((part) => (part.type === "text" ? [part.text] : []));
  const elsewhere = record.id.includes("/locate");
  if (gold.type !== "choice" && !elsewhere && own.every((each) => text.includes(each))) return question;
  const [ask = ""] = askedTexts(record);
  const answer = answerIn(repliesOf(record).at(-1)?.content ?? "");
  return {
    ...question,
    prompt: [{ type: "page" }, { type: "text", text: ask }],
    choices: [],
    gold: { type: "text", text: answer, also: [] },
  };
}

const hashOf = (pictures: readonly SizedPicture[]) =>
  pictures.map(({ pixels }) => createHash("sha256").update(new Uint8Array(pixels.buffer)).digest("hex"));

const reading = () => {
  const open = pictureOpener("chats.jsonl", taught.questions, taught.pictures);
  return (record: ConversationRecord) => readWeighed(taught.model, record, open, textCleaner(taught.model));
};

const answerOf = (question: Question) => ({ do: "answer", text: goldAnswer(question) }) as const;

/** With the right answer behind the last call where the conversation ends there. */
async function replayed(each: Taught) {
  const { record } = each;
  const question = askedQuestion(each);
  const { asking } = taught.context("");
  const roll = openScripted(taught.model, { ...asking, mode: modeOf(record) }, taught.pictures);
  const given = repliesOf(record).map(({ content }) => content);
  const replies = given.at(-1)?.includes("<answer>")
    ? given
    : [...given, writeTagged(answerOf(question)).text];
  const [rollout] = await roll([{ question, replies }]);
  if (rollout === undefined) throw new Error("expected a rollout");
  return { question, rollout };
}

describe.each(lessons.map(({ id }) => id))("lesson %s", (id) => {
  test("makes records that survive JSON, each with a name of its own", () => {
    const records = made(id).map(({ record }) => record);
    expect(records.length).toBeGreaterThan(0);
    for (const record of records)
      expect(ConversationSchema.parse(JSON.parse(canonicalJson(record)))).toEqual(record);
    expect(new Set(records.map((record) => record.id)).size).toBe(records.length);
    expect(made(id).map(({ record }) => record)).toEqual(records);
  });

  test("tints pictures of the page alone", () => {
    const lesson = lessons.find((each) => each.id === id);
    for (const question of taught.questions)
      for (const { messages } of lesson?.make(question, taught.context("1", { tint: 0.5 })) ?? [])
        for (const { content } of messages)
          for (const part of typeof content === "string" ? [] : content)
            if (part.type === "image" && "page" in part) {
              const whole = part.box[2] === question.page.width && part.box[3] === question.page.height;
              expect(part.tint).toBe(whole && part.box[0] === 0 ? 0.5 : undefined);
            }
  });
});

/** Captions, and panels from near, show regions of their own. */
const EPISODES = lessons.map(({ id }) => id).filter((id) => id !== "caption" && id !== "panel-near");

test.each(EPISODES)(
  "lesson %s shows and asks what episodes do, and its answer earns full marks",
  async (id) => {
    for (const each of made(id)) {
      const { question, rollout } = await replayed(each);
      const read = await reading()(each.record);
      const length = Math.min(read.tokens.length, rollout.tokens.length);
      expect(read.tokens.slice(0, length), each.record.id).toEqual(rollout.tokens.slice(0, length));
      expect(read.own.slice(0, length)).toEqual(rollout.own.slice(0, length));
      expect(hashOf(read.images)).toEqual(hashOf(rollout.images.slice(0, read.images.length)));
      const { outcome, answer = "", turns } = rollout.state;
      expect(outcome).toEqual({ kind: "answered" });
      expect(ruleGrader(question.gold.type).grade(question, answer).score, each.record.id).toBe(1);
      const calls = turns.flatMap((turn) => (turn.role === "assistant" ? turn.calls : []));
      expect(calls.length).toBe(callsIn(each.record));
      expect(calls.every(({ box, error }) => box !== undefined && error === undefined)).toBe(true);
    }
  },
);

test("captions tell what is true of a figure that stands in their square", () => {
  const { characters } = taught.context("").page;
  for (const { record, question } of made("caption")) {
    const [asked] = record.messages;
    const shown = typeof asked?.content === "string" ? undefined : asked?.content[0];
    if (shown?.type !== "image" || !("page" in shown)) throw new Error("expected a picture of the page");
    const [x1, y1, x2, y2] = shown.box;
    expect(x2 - x1).toBe(y2 - y1);
    expect(isInside(shown.box, question.page)).toBe(true);
    const character = characters.find(({ id }) => record.id.endsWith(`/${id}`));
    if (character === undefined) throw new Error("expected a character");
    expect(coverage(character.box, shown.box)).toBeGreaterThan(0.9);
    const said = repliesOf(record)[0]?.content.split(", ");
    expect(said).toEqual([character.looks ?? character.name, character.action].filter(Boolean));
  }
});

test("regions from near hold the marks and lie in their panels", () => {
  for (const { record, question } of made("panel-near")) {
    const parts = record.messages.flatMap(({ content }) => (typeof content === "string" ? [] : content));
    const regions = parts.flatMap((part) => (part.type === "image" && "page" in part ? [part] : []));
    const { marks, targets } = question;
    expect(regions.length).toBe(targets.panels.length);
    for (const { box } of marks)
      expect(regions.some((region) => coverage(box, region.box) > 0.95)).toBe(true);
    for (const region of regions) {
      expect(region.marks).toEqual(marks);
      expect(targets.panels.some((panel) => coverage(region.box, panel) > 0.6)).toBe(true);
    }
  }
});

test("calls are learnt where boxes are jittered, and only read where they are near", () => {
  const weightsOf = (id: string) =>
    new Set(
      made(id).map(({ record }) =>
        repliesOf(record)
          .map(({ weight }) => weight)
          .join(),
      ),
    );
  expect(weightsOf("zoom-jittered")).toEqual(new Set(["1,0.5"]));
  expect(weightsOf("zoom-near")).toEqual(new Set(["0,1"]));
  expect(weightsOf("locate")).toEqual(new Set(["1", "0,1"]));
});

test("aimed calls name what they look for, ask for exactly that, and end the conversation", () => {
  const aimed = made("zoom-aimed");
  for (const { record, question } of aimed) {
    const [reply, ...more] = repliesOf(record);
    expect(more).toEqual([]);
    expect(record.messages.at(-1)).toBe(reply);
    const targets = question.targets.zoom.map((target) => inFrame(target, question, taught.context("")));
    const content = reply?.content ?? "";
    const names = targetPlaces(question).map(({ name }) => name);
    expect(/<think>(.*)<\/think>/.exec(content)?.[1]).toBe(names.join("; "));
    expect([...content.matchAll(/\[(.*?)\]/g)].map(([, box = ""]) => box.split(",").map(Number))).toEqual(
      targets,
    );
  }
  expect(new Set(aimed.map(({ question }) => question.targets.zoom.length))).toEqual(new Set([1, 2]));
});

test("how aimed calls are made is learnt, that one thinks before a call hardly", async () => {
  const [one] = made("zoom-aimed");
  if (one === undefined) throw new Error("expected a conversation");
  const { weights, tokens, own } = await reading()(one.record);
  const opening = weights.indexOf(1);
  expect(weights.slice(0, opening).every((weight) => weight < 0.1)).toBe(true);
  expect(new Set(weights.slice(opening))).toEqual(new Set([1]));
  const said = tokens.slice(own.indexOf(true));
  expect(taught.model.tokenizer.decode(said)).toMatch(/^<think>the /);
  expect(taught.model.tokenizer.decode(said.slice(0, opening))).toMatch(/^<think>?$/);
});

test("boxes are told in the frame of the page as it is seen", () => {
  const located = made("locate");
  expect(located.some(({ record }) => askedText(record).includes("Where is the last panel?"))).toBe(true);
  for (const { record, question } of located) {
    const answer = answerIn(repliesOf(record).at(-1)?.content ?? "");
    const boxes = [...question.targets.panels, ...question.marks.map(({ box }) => box)];
    const told = boxes.map((box) => `[${inFrame(box, question, taught.context("")).join(", ")}]`);
    expect(told).toContain(answer);
  }
});

test("thoughts tell the truth about what is marked, and the right choice", () => {
  const { characters } = taught.context("").page;
  const thoughts = made("panel-answer").map(({ record, question }) => {
    return { question, thought: /<think>(.*)<\/think>/.exec(repliesOf(record)[0]?.content ?? "")?.[1] };
  });
  for (const { question, thought } of thoughts) {
    const marked = question.marks.flatMap(({ box }) =>
      characters.filter((character) => character.box.join() === box.join()),
    );
    const { gold, choices, task } = question;
    const right = gold.type === "choice" ? choices[gold.index] : undefined;
    const [first, second] = marked;
    if (task === "action-recognition") expect(thought).toBe(`${first?.looks}, ${first?.action}`);
    else if (task === "character-identification")
      expect(thought).toBe(`${first?.looks}; ${second?.looks}: ${right}`);
    else if (task === "depth-comparison") {
      const nearer = (first?.interdepth ?? 0) < (second?.interdepth ?? 0) ? 1 : 2;
      const seen = `nearer: Character ${nearer}, farther: Character ${3 - nearer}`;
      expect(thought).toBe(`${seen}; ${question.form}: ${right}`);
    } else expect(thought).toBeUndefined();
  }
  expect(new Set(thoughts.flatMap(({ question, thought }) => (thought ? [question.task] : [])))).toEqual(
    new Set(["action-recognition", "depth-comparison", "character-identification"]),
  );
});

test("exact boxes are the targets' own, random ones know nothing of them", () => {
  const lesson = lessons.find(({ id }) => id === "zoom-jittered");
  const question = taught.questions.find(({ task }) => task === "action-recognition");
  if (lesson === undefined || question === undefined) throw new Error("expected a lesson and a question");
  const callOf = (asked: Question, boxes: "exact" | "random" | "jittered") => {
    const [record] = lesson.make(asked, taught.context("1", { boxes }));
    const text = record === undefined ? "" : repliesOf(record)[0]?.content;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (/\[(.*?)\]/.exec(text ?? "")?.[1] ?? "").split(",").map(Number);
    return [x1, y1, x2, y2] as const;
  };
  const target = inFrame(question.targets.zoom[0] ?? [0, 0, 1, 1], question, taught.context(""));
  expect(callOf(question, "exact")).toEqual(target);
  expect(iou(callOf(question, "jittered"), target)).toBeLessThan(1);
  const moved: Question = { ...question, targets: { ...question.targets, zoom: [[0, 0, 60, 60]] } };
  expect(callOf(moved, "random")).toEqual(callOf(question, "random"));
  expect(callOf(moved, "jittered")).not.toEqual(callOf(question, "jittered"));
});
