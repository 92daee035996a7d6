/** Answers whose wording fools parsers; each fixture line says what kind of trap it is. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fold } from "./answer-words.ts";
import { choiceLetter, readChoice } from "./choice.ts";
import { textQuestion } from "./fixtures/question.ts";
import { readNumber } from "./number.ts";
import { textGrader } from "./text.ts";

function fixture<S extends z.ZodType>(name: string, schema: S): readonly z.output<S>[] {
  const text = readFileSync(new URL(`fixtures/${name}.jsonl`, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => schema.parse(JSON.parse(line)));
}

const answer = { answer: z.string(), note: z.string() };
const choiceAnswers = fixture(
  "choice-answers",
  z.strictObject({ ...answer, choices: z.array(z.string()), expected: z.string() }),
);
const numberAnswers = fixture(
  "number-answers",
  z.strictObject({ ...answer, expected: z.union([z.number(), z.literal("invalid")]) }),
);
const textAnswers = fixture(
  "text-answers",
  z.strictObject({ ...answer, gold: z.string(), also: z.array(z.string()), expected: z.string() }),
);

it("there are at least 500 answers", () => {
  expect(choiceAnswers.length + numberAnswers.length).toBeGreaterThanOrEqual(500);
});

describe.each([...Map.groupBy(choiceAnswers, ({ note }) => note)])("choices: %s", (_, cases) => {
  it.each(cases.map(({ answer, expected, choices }) => [answer, expected, choices] as const))(
    "%j is %s",
    (text, expected, choices) => {
      const place = readChoice(text, choices);
      expect(place === undefined ? "invalid" : choiceLetter(place)).toBe(expected);
    },
  );
});

describe.each([...Map.groupBy(numberAnswers, ({ note }) => note)])("numbers: %s", (_, cases) => {
  it.each(cases.map(({ answer, expected }) => [answer, expected] as const))("%j is %s", (text, expected) => {
    expect(readNumber(text) ?? "invalid").toBe(expected);
  });
});

describe.each([...Map.groupBy(textAnswers, ({ note }) => note)])("text: %s", (_, cases) => {
  it.each(cases.map((one) => [one.answer, one.gold, one.expected, one.also] as const))(
    "%j for %j is %s",
    (text, gold, expected, also) => {
      expect(textGrader.grade(textQuestion(gold, also), text).status).toBe(expected);
    },
  );
});

describe("whatever the choices", () => {
  const WORDS =
    "not no yes or is the a un le answer none B running fox chat rouge 2 one isn't know cannot right wrong 3? été".split(
      " ",
    );
  const text = fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
    .map((words) => words.join(" "));
  const comparable = (choice: string) =>
    fold(choice)
      .replace(/\b(?:a|the|un|le)\b|[^a-z0-9']/g, "")
      .replaceAll("one", "1");
  const choices = fc
    .uniqueArray(text, { selector: comparable, minLength: 2, maxLength: 6 })
    .filter((list) => list.every((choice) => comparable(choice).length > 1));

  it("the text of a choice is that choice", () => {
    fc.assert(
      fc.property(choices, (list) => {
        list.forEach((choice, place) => {
          expect(readChoice(choice, list)).toBe(place);
          // A capital A before "NOT" is a letter.
          const loud = /\ba\b/.test(choice) ? choice : choice.toUpperCase();
          expect(readChoice(`**${loud}.**`, list)).toBe(place);
        });
      }),
      { seed: 7, numRuns: 200 },
    );
  });
  it("a letter is its choice", () => {
    fc.assert(
      fc.property(choices, (list) => {
        list.forEach((_, place) => {
          const letter = choiceLetter(place);
          for (const form of [letter, `(${letter})`, `<answer>${letter}</answer>`, `\\boxed{${letter}}`]) {
            expect(readChoice(form, list)).toBe(place);
          }
        });
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe("after any reasoning", () => {
  const ASIDES = [
    "Let me look at each option.",
    "A shows a man, B does not.",
    "It could be A or it could be C.",
    "A is wrong.",
    "I first thought that the answer was B.",
    "Is it D?",
    "Neither B nor D fits.",
    "He is running, it seems.",
    "(C) is tempting;",
    "A man in panel B holds vitamin C.",
    "Réponse A : non.",
    "If it were night, the answer would be D.",
    "\n1. A\n2. B\n",
    "There are 3 men and 2 dogs.",
  ];
  const ENDS: readonly ((letter: string) => string)[] = [
    (letter) => `The answer is ${letter}.`,
    (letter) => `Therefore, the correct answer is (${letter}).`,
    (letter) => `\n\n**Answer: ${letter}**`,
    (letter) => `La bonne réponse est la ${letter}.`,
    (letter) => `So I choose ${letter}.`,
    (letter) => `\\boxed{${letter}}`,
    (letter) => `<answer>${letter}</answer>`,
  ];
  const asides = fc.array(fc.constantFrom(...ASIDES), { maxLength: 6 }).map((list) => list.join(" "));
  const choices = ["running", "sitting on a chair", "eating an apple", "talking to the cat"];

  it("the conclusion stands", () => {
    const letter = fc.constantFrom("A", "B", "C", "D");
    fc.assert(
      fc.property(asides, fc.constantFrom(...ENDS), letter, (before, end, picked) => {
        expect(readChoice(`${before} ${end(picked)}`, choices)).toBe("ABCD".indexOf(picked));
      }),
      { seed: 7, numRuns: 500 },
    );
  });
  it("the count stands", () => {
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(asides, fc.constantFrom(...ENDS), count, (before, end, picked) => {
        expect(readNumber(`${before} ${end(String(picked))}`)).toBe(picked);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe("what peers' parsers got wrong", () => {
  const colours = ["red", "blue", "green", "yellow"];
  it.each([
    ["Because it is red, the answer is C", 2],
    ["Cannot determine", undefined],
    ["The answer is clearly B", 1],
    ["The answer is not correct.", undefined],
    ["", undefined],
  ])("%j", (text, place) => {
    expect(readChoice(text, colours)).toBe(place);
  });
});

describe("100 kB of nothing is read without failing (more of it in hostile.slow.test.ts)", () => {
  it.each([["A or "], ["<answer>"], ["\\boxed{"], ["one "], ["'"], ["5-"], ["running "]])("%j", (piece) => {
    const text = `${piece.repeat(Math.ceil(100_000 / piece.length))}. The answer is C.`;
    expect([2, undefined]).toContain(readChoice(text, ["running", "a fox", "not running"]));
    expect(readNumber(text) ?? 0).toBeGreaterThanOrEqual(0);
  });
  it("reads nothing beyond 200,000 characters", () => {
    expect(readChoice(`${" ".repeat(200_000)}The answer is C`, ["x", "y", "z"])).toBeUndefined();
  });
});
