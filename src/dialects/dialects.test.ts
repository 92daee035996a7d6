/** What every dialect owes, and the parsing rules one by one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Box, Frame } from "../geometry/index.ts";
import { dialects, findDialect, type Occasion, type ParsingRule, readReply } from "./index.ts";
import { ALL_RULES, NO_RULES } from "./rules.ts";

const FRAMES: readonly Frame[] = [
  { kind: "page" },
  { kind: "model", size: { width: 560, height: 840 } },
  { kind: "thousandths" },
  { kind: "percent" },
];
const occasion = (changes: Partial<Occasion> = {}): Occasion => ({
  answer: "choice",
  choices: ["a bear", "a fox"],
  zoom: true,
  frame: { kind: "thousandths" },
  page: { width: 1000, height: 1500 },
  maxTurns: 5,
  ...changes,
});
const run = { seed: 7, numRuns: 150 };
const boxes = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 99 }))
  .map(([x, y, side]): Box => [x, y, x + side, y + side]);
/** Words as a caller may put them into a label or an answer; tags inside them are what the prompt forbids. */
const words = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/[<>]/g, "").trim())
  .filter((text) => text !== "");
/** Text made of the pieces that replies are made of. */
const replies = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...["<think>", "</think>", "<tool_call>", "</tool_call>", "<answer>", "</answer>", "```json", "```"],
        ...[
          '{"name":',
          '"image_zoom_in_tool"',
          '"arguments":',
          '{"bbox_2d":',
          "[1,2,30,40]",
          "}",
          ",",
          "[",
          "]",
        ],
        ...["<|box_start|>(1,2),(30,40)<|box_end|>", "B", "\\", "'", "//", "/*", "NaN", "1e999", "__proto__"],
      ),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

const zoomText = (body: string) => `<think>look</think><tool_call>${body}</tool_call>`;
const CALL = '{"name":"image_zoom_in_tool","arguments":{"bbox_2d":[10,20,100,200],"label":"a pie"}}';
const BOX: Box = [10, 20, 100, 200];
const readText = (text: string, rules = ALL_RULES) => readReply({ text, calls: [] }, rules);

describe.each(dialects.map((dialect) => [dialect.id, dialect] as const))("%s", (_, dialect) => {
  it("is found by its name", () => {
    expect(findDialect(dialect.id)).toBe(dialect);
  });

  it("reads back the calls that it writes", () => {
    const calls = fc.array(fc.record({ box: boxes, label: words }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(calls, words, (asked, thinking) => {
        const read = dialect.read(dialect.write({ do: "zoom", calls: asked }, thinking));
        expect(read.calls).toMatchObject(asked);
        expect(read.calls.every((call) => "box" in call)).toBe(true);
        expect(read).toMatchObject({ thinking });
        expect(read.answer).toBeUndefined();
      }),
      run,
    );
  });

  it("reads back the answer that it writes, with no call", () => {
    fc.assert(
      fc.property(words, words, (text, thinking) => {
        const read = dialect.read(dialect.write({ do: "answer", text }, thinking));
        expect(read).toMatchObject({ answer: text, thinking, calls: [] });
      }),
      run,
    );
  });

  it("throws at no text", () => {
    fc.assert(
      fc.property(fc.oneof(replies, fc.string({ unit: "binary" })), (text) => {
        const read = dialect.read({ text, calls: [] });
        for (const call of read.calls) {
          if ("box" in call) expect(call.box.every(Number.isFinite)).toBe(true);
        }
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it("throws at no native call", () => {
    fc.assert(
      fc.property(fc.string(), fc.anything(), (name, input) => {
        const json = JSON.stringify(input);
        const value: unknown = json === undefined ? undefined : JSON.parse(json);
        const read = dialect.read({ text: "", calls: [{ id: "c", name, input: value }] });
        expect(read.calls).toMatchObject([{ id: "c" }]);
      }),
      run,
    );
  });

  it("asks for each kind of answer, and shows the choices", () => {
    const asked = dialect.instruction(occasion());
    expect(asked).toContain("A. a bear\nB. a fox");
    expect(asked).toContain("(A, B)");
    expect(dialect.instruction(occasion({ answer: "number", choices: [] }))).toContain("whole number");
    expect(dialect.instruction(occasion({ answer: "text", choices: [] }))).toContain("short phrase");
  });

  it("speaks of the tool only where it is offered", () => {
    const all = (zoom: boolean) =>
      [
        dialect.system(occasion({ zoom })) ?? "",
        JSON.stringify(dialect.tools(occasion({ zoom }))),
        dialect.instruction(occasion({ zoom })),
      ].join("\n");
    expect(all(true)).toMatch(/bbox_2d/);
    expect(all(false)).not.toMatch(/bbox|zoom/);
  });

  it("has a prompt for every frame", () => {
    for (const frame of FRAMES) expect(dialect.instruction(occasion({ frame })).length).toBeGreaterThan(20);
  });
});

describe("behind the crops", () => {
  const turn = { asked: ["Zoomed in."], question: "Who is it?", occasion: occasion() };
  const behind = (id: string, left: number) => findDialect(id)?.framing({ ...turn, left }).after ?? "";

  it("the question is put again where the dialect restates, with what can still be done", () => {
    expect(behind("tagged-restating", 2)).toContain("Who is it?\nA. a bear\nB. a fox");
    expect(behind("tagged-restating", 2)).toContain("at most 2 turns");
    expect(behind("tagged-restating", 1)).toMatch(/last turn.*Who is it\?.*Think first, then answer/s);
    expect(behind("tagged-restating", 1)).not.toContain("image_zoom_in_tool");
  });

  it("the others leave it where it was", () => {
    for (const { id, framing } of dialects)
      if (id !== "tagged-restating") expect(framing({ ...turn, left: 2 }).after).not.toContain("Who is it?");
  });
});

it.each([
  ["tagged", "thousandths", "from 0 to 1000"],
  ["native", "percent", "from 0 to 100 "],
  ["grounding", "model", "560 wide and 840 high"],
  ["tagged", "page", "1000 wide and 1500 high"],
])("%s says that the frame is %s", (id, kind, text) => {
  const dialect = findDialect(id);
  const frame = FRAMES.find((each) => each.kind === kind) ?? { kind: "page" };
  const asked = occasion({ frame });
  const prompt = [dialect?.system(asked), JSON.stringify(dialect?.tools(asked)), dialect?.instruction(asked)];
  expect(prompt.join("\n")).toContain(text);
});

describe("parsing rules", () => {
  const cases: readonly [ParsingRule, string][] = [
    ["fenced-json", zoomText(`\n\`\`\`json\n${CALL}\n\`\`\`\n`)],
    ["trailing-comma", zoomText(CALL.replace("200]", "200,]"))],
    ["trailing-comma", zoomText(CALL.replace('"a pie"', '"a pie",'))],
    ["loose-json", zoomText(CALL.replaceAll('"', "'"))],
    [
      "loose-json",
      zoomText('{name: "image_zoom_in_tool", arguments: {bbox_2d: [10,20,100,200], label: "a pie"}}'),
    ],
    ["loose-json", zoomText(CALL.replace("[10", "/* here */ [10"))],
    ["loose-json", zoomText(CALL.replace("[10,20,100,200]", "(10,20,100,200)"))],
    ["loose-json", zoomText(CALL.replace('"a pie"', "None"))],
    ["unclosed-json", zoomText(CALL.slice(0, -1))],
    ["unclosed-json", zoomText(CALL.slice(0, -2))],
    ["bbox-key", zoomText(CALL.replace("bbox_2d", "bbox"))],
    ["box-tokens", zoomText("<|box_start|>(10,20),(100,200)<|box_end|>")],
    ["text-numbers", zoomText(CALL.replace("[10,20,100,200]", '["10","20","100","200"]'))],
    ["text-numbers", zoomText(CALL.replace("[10,20,100,200]", '"[10, 20, 100, 200]"'))],
    ["text-numbers", zoomText(CALL.replace("[10,20,100,200]", '"10, 20, 100, 200"'))],
    ["nested-box", zoomText(CALL.replace("[10,20,100,200]", "[[10,20,100,200]]"))],
    ["nested-box", zoomText(CALL.replace("[10,20,100,200]", "[[10,20],[100,200]]"))],
    ["nested-box", zoomText(CALL.replace("[10,20,100,200]", '{"x1":10,"y1":20,"x2":100,"y2":200}'))],
    ["swapped-corners", zoomText(CALL.replace("[10,20,100,200]", "[100,200,10,20]"))],
    ["flat-arguments", zoomText('{"name":"image_zoom_in_tool","bbox_2d":[10,20,100,200]}')],
    ["flat-arguments", zoomText(CALL.replace("arguments", "parameters"))],
    ["flat-arguments", zoomText('{"bbox_2d":[10,20,100,200],"label":"a pie"}')],
    ["flat-arguments", zoomText("[10,20,100,200]")],
    ["flat-arguments", zoomText(`{"type":"function","function":${CALL}}`)],
    [
      "flat-arguments",
      zoomText(
        CALL.replace('{"bbox_2d":[10,20,100,200],"label":"a pie"}', '"{\\"bbox_2d\\":[10,20,100,200]}"'),
      ),
    ],
    ["tool-alias", zoomText(CALL.replace("image_zoom_in_tool", "zoom_in"))],
    ["bare-call", `Let me look.\n${CALL}`],
    ["bare-call", `\`\`\`json\n[{"bbox_2d": [10, 20, 100, 200], "label": "a pie"}]\n\`\`\``],
    ["bare-call", "I see <|box_start|>(10,20),(100,200)<|box_end|>."],
    ["truncated-tag", `<tool_call>${CALL}`],
  ];

  it.each(cases)("%s is forgiven or refused: %s", (rule, text) => {
    const lenient = readText(text);
    expect(lenient.notes).toContain(rule);
    expect(lenient.calls).toMatchObject([{ box: BOX }]);
    const without = readText(text, new Set([...ALL_RULES].filter((each) => each !== rule)));
    const ran = without.calls.filter((call) => "box" in call);
    expect(ran).toEqual([]);
    if (rule !== "bare-call") expect(without.calls).toMatchObject([{ fault: { kind: "malformed" } }]);
  });

  it("several-in-tag: each is a call", () => {
    for (const body of [`${CALL}\n${CALL}`, `[${CALL},${CALL}]`]) {
      const read = readText(zoomText(body));
      expect(read.calls).toMatchObject([{ box: BOX }, { box: BOX }]);
      expect(read.notes).toEqual(expect.arrayContaining(["several-in-tag", "several-calls"]));
      expect(readText(zoomText(body), NO_RULES).calls.every((call) => "fault" in call)).toBe(true);
    }
  });

  it("truncated-tag: an answer without its end", () => {
    expect(readText("<think>hm</think><answer>B").answer).toBe("B");
    expect(readText("<answer>B", NO_RULES).answer).toBeUndefined();
  });

  it("imagined-response: the model answers its own call", () => {
    const text = `${zoomText(CALL)}<tool_response>I see a fox.</tool_response><answer>B</answer>`;
    expect(readText(text)).toMatchObject({ calls: [{ box: BOX }], notes: ["imagined-response"] });
    expect(readText(text).answer).toBeUndefined();
    expect(readText(text, NO_RULES).answer).toBe("B");
  });

  it("untagged-answer: a reply without tags", () => {
    expect(readText("It is B.").answer).toBe("It is B.");
    expect(readText("It is B.", NO_RULES)).toMatchObject({ notes: ["untagged-answer"] });
    expect(readText("It is B.", NO_RULES).answer).toBeUndefined();
  });
});

describe("a plain reply", () => {
  it("needs no rule", () => {
    const read = readText(zoomText(`\n${CALL}\n`), NO_RULES);
    expect(read).toMatchObject({ thinking: "look", calls: [{ box: BOX, label: "a pie" }], notes: [] });
  });
  it("needs no label", () => {
    const read = readText(zoomText(CALL.replace(',"label":"a pie"', "")), NO_RULES);
    expect(read.calls).toEqual([expect.objectContaining({ box: BOX })]);
    expect(read.calls[0]).not.toHaveProperty("label");
  });
});

describe("answers and calls together", () => {
  it("an answer counts whether it stands before or behind a call", () => {
    for (const text of [`<answer>B</answer>${zoomText(CALL)}`, `${zoomText(CALL)}<answer>B</answer>`]) {
      const read = readText(text, NO_RULES);
      expect(read).toMatchObject({ answer: "B", calls: [{ box: BOX }] });
      expect(read.notes).toContain("call-with-answer");
    }
  });
  it("the last of several answers counts", () => {
    expect(readText("<answer>A</answer><answer>B</answer>")).toMatchObject({
      answer: "B",
      notes: ["several-answers"],
    });
  });
  it("words behind a call or an answer are noted; before it, and in a thought, they may stand", () => {
    for (const text of [`${zoomText(CALL)} character`, "<answer>B</answer>\nor so"])
      expect(readText(text, NO_RULES).notes).toEqual(["text-behind"]);
    expect(readText("It is this: <answer>B</answer><|im_end|>\n", NO_RULES).notes).toEqual([]);
  });
  it("an empty answer is none", () => {
    const read = readText("<answer> </answer>");
    expect(read.answer).toBeUndefined();
    expect(read.notes).toContain("empty-answer");
  });
  it("what stands in a thought is no call and no answer", () => {
    for (const text of [
      `<think>${zoomText(CALL).replace(/<.?think>/g, "")}<answer>A</answer></think><answer>B</answer>`,
      "the template opened <answer>A</answer></think><answer>B</answer>",
    ]) {
      expect(readText(text)).toMatchObject({ answer: "B", calls: [] });
    }
  });
  it("an unclosed thought ends where the next tag opens", () => {
    expect(readText("<think>hm <answer>B</answer>")).toMatchObject({
      answer: "B",
      thinking: "hm",
      notes: ["unclosed-think"],
    });
  });
  it("native text beside a call is no answer", () => {
    const call = { id: "1", name: "image_zoom_in_tool", input: { bbox_2d: [10, 20, 100, 200] } };
    const read = readReply({ text: "Let me look.", calls: [call] }, ALL_RULES);
    expect(read).toMatchObject({ calls: [{ id: "1", box: BOX }] });
    expect(read.answer).toBeUndefined();
  });
});

describe("faults", () => {
  it.each([
    ["malformed", "no JSON at all"],
    ["malformed", ""],
    ["malformed", `{"name":"image_zoom_in_tool","arguments":{"bbox_2d":[10,20,100,20`],
    ["malformed", "x".repeat(5000)],
    ["malformed", "[".repeat(3000)],
    ["unknown-tool", CALL.replace("image_zoom_in_tool", "image_rotate_tool")],
    ["unknown-tool", '{"angle": 90}'],
    ["bad-arguments", CALL.replace("10,20,100,200", "10,20,100")],
    ["bad-arguments", CALL.replace("10,20,100,200", "10,20,100,200,300")],
    ["bad-arguments", CALL.replace("10,20,100,200", "10,20,10,200")],
    ["bad-arguments", CALL.replace("10,20,100,200", '"left",20,100,200')],
    ["bad-arguments", CALL.replace("10,20,100,200", "10,20,1e300,200")],
    ["bad-arguments", CALL.replace('"bbox_2d":[10,20,100,200],', "")],
  ])("%s: %s", (kind, body) => {
    const read = readText(zoomText(body));
    expect(read.calls).toMatchObject([{ fault: { kind } }]);
    expect(read.calls[0]?.raw.length).toBeLessThanOrEqual(4000);
  });

  it("long hostile text is read in one pass", () => {
    for (const piece of ["<answer>", "<tool_call>", "<think>", "<tool_call>{", "```", "[", '"', "//"]) {
      const read = readText(piece.repeat(60_000));
      expect(read.calls.length).toBeLessThanOrEqual(64);
    }
  });
});
