/** 100 kB made to send a parser into backtracking: a reader that is not linear runs into the time limit. */
import { expect, it } from "vitest";
import { readChoice } from "./choice.ts";
import { textQuestion } from "./fixtures/question.ts";
import { readNumber } from "./number.ts";
import { textGrader } from "./text.ts";

const SIZE = 100_000;
const CHOICES = ["running", "running running running", "a fox", "not running"];
const PIECES = [
  ..."AaB ('\"*_-.,:;`{}[]<>$\\/|&+=?!\n\u200b5é",
  ...[
    "A ",
    "a b ",
    "not ",
    "A or ",
    "the answer is ",
    "<answer>",
    "</answer>",
    "<think>",
    "</think>",
    "\\boxed{",
  ],
  ...[
    '{"answer":',
    "```",
    "``` ",
    "l'",
    "l'l'a'",
    "n'a'",
    "5-",
    "1, ",
    "one ",
    "panel ",
    "vingt et ",
    "quatre-vingt-",
  ],
  ...[
    "... ",
    "is ",
    "\\text{",
    "<b ",
    "<b>",
    "$ ",
    "(A)",
    "A) ",
    "1) a ",
    "running ",
    "a fox ",
    "'s",
    "aA1",
    "ﬀ",
    "½",
  ],
];

it.each(PIECES.map((piece) => [piece]))("%j", (piece) => {
  const hostile = piece.repeat(Math.ceil(SIZE / piece.length));
  for (const text of [hostile, `${hostile} The answer is C.`, `<answer>${hostile}`]) {
    const place = readChoice(text, CHOICES) ?? 0;
    expect(CHOICES[place]).toBeDefined();
    expect(readNumber(text) ?? 0).toBeGreaterThanOrEqual(0);
    expect([0, 1]).toContain(textGrader.grade(textQuestion("a fox", []), text).score);
  }
});
