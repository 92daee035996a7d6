import { describe, expect, it } from "vitest";
import { questionWith } from "./fixtures/question.ts";
import {
  goldAnswer,
  graders,
  type JudgeRequest,
  judgeGrader,
  normaliseText,
  numberGrader,
  readChoice,
  readNumber,
  textGrader,
} from "./index.ts";

const FOUR = ["standing", "running", "a fox", "the answer"];

describe("readChoice", () => {
  it.each([
    ["B", 1],
    ["b", 1],
    ["(B)", 1],
    ["B.", 1],
    ["**B**", 1],
    ["B) running", 1],
    ["B. Because A is wrong", 1],
    ["The answer is (B).", 1],
    ["Answer: B", 1],
    ["answer: **C**", 2],
    ["\\boxed{D}", 3],
    ["$\\boxed{\\text{D}}$", 3],
    ["Running.", 1],
    ["A fox", 2],
    ["I pick option C", 2],
    ["A or B? The answer is B", 1],
    ["First I thought A.\nFinal answer: D", 3],
    ["He jumps, so it must be C!", 2],
  ])("reads %j as place %i", (answer, place) => {
    expect(readChoice(answer, FOUR)).toBe(place);
  });

  it.each([
    "",
    "I do not know",
    "E",
    "A or B",
    "standing or running",
    "A man stands there",
    "C and D are both right",
  ])("reads nothing from %j", (answer) => {
    expect(readChoice(answer, FOUR)).toBeUndefined();
  });
});

describe("readNumber", () => {
  it.each([
    ["5", 5],
    ["five", 5],
    ["There are 5 of them.", 5],
    ["Answer: 12", 12],
    ["5, yes 5", 5],
    ["Panels 1, 2 and 4, so the answer is 3", 3],
    ["0", 0],
  ])("reads %j as %i", (answer, value) => {
    expect(readNumber(answer)).toBe(value);
  });

  it.each(["", "many", "2 or 3", "3.5", "-1", "1,5"])("reads nothing from %j", (answer) => {
    expect(readNumber(answer)).toBeUndefined();
  });
});

describe("normaliseText", () => {
  it("makes equal answers equal", () => {
    expect(normaliseText("The  Two “Bears”!")).toBe("2 bears");
    expect(normaliseText("don’t")).toBe("don't");
    expect(normaliseText("'quoted'")).toBe("quoted");
  });
  it("keeps accents, which tell words apart", () => {
    expect(normaliseText("pêche")).not.toBe(normaliseText("péché"));
  });
});

describe("text grader", () => {
  const question = questionWith({ type: "text", text: "the bear", also: ["Bruno"] });
  it.each(["the bear", "Bear.", "Bruno", "It is Bruno.", "That is the bear, I think"])(
    "accepts %j",
    (answer) => {
      expect(textGrader.grade(question, answer).status).toBe("correct");
    },
  );
  it.each(["the fox", "not Bruno", "Bruno or Renard", "It isn't the bear"])("refuses %j", (answer) => {
    expect(textGrader.grade(question, answer).status).toBe("incorrect");
  });
  it.each(["fox\b\b\bbear", "fox\u0000Bruno", "\u001b[31mfox\u001b[0mbear"])(
    "does not find the wording within the one word that %j becomes without its control characters",
    (answer) => {
      expect(textGrader.grade(question, answer).score).toBe(0);
    },
  );
  it.each(["\u0000the bear\u0007", "the\tbear\r\n", "Bru\u200bno", "the\u0085bear"])(
    "reads %j as it is shown",
    (answer) => {
      expect(textGrader.grade(question, answer).status).toBe("correct");
    },
  );
  it("refuses an essay that lists everything", () => {
    const answer = "I see a fox and a lady and a cook and a dog and also a bear in the house";
    expect(textGrader.grade(question, answer).score).toBe(0);
  });
});

describe("judge grader", () => {
  const question = questionWith({ type: "text", text: "the bear", also: [] });
  it.each([
    ["Correct", "correct"],
    ["incorrect.", "incorrect"],
    ["maybe", "invalid"],
  ])("takes the reply %j as %s", async (reply, status) => {
    expect((await judgeGrader.grade(question, "a bear", async () => reply)).status).toBe(status);
  });
});

describe("every grader", () => {
  const golds = {
    choice: questionWith({ type: "choice", index: 2 }, FOUR),
    number: questionWith({ type: "number", value: 7 }),
    text: questionWith({ type: "text", text: "the bear", also: [] }),
    judge: questionWith({ type: "text", text: "the bear", also: [] }),
  };
  const honestJudge = async ({ prompt }: JudgeRequest) =>
    prompt.endsWith('\n"the bear"\n</answer_data>') ? "correct" : "incorrect";

  it.each(graders.map((grader) => [grader.id, grader] as const))(
    "%s gives the gold answer full marks",
    async (id, grader) => {
      const grade = await grader.grade(golds[id], goldAnswer(golds[id]), honestJudge);
      expect(grade).toMatchObject({ score: 1, status: "correct" });
    },
  );
  it.each(graders.map((grader) => [grader.id, grader] as const))(
    "%s calls an empty answer invalid",
    async (id, grader) => {
      expect(await grader.grade(golds[id], "  ", honestJudge)).toEqual({ score: 0, status: "invalid" });
    },
  );
  it("refuses a question of another kind as a programming mistake", () => {
    expect(() => numberGrader.grade(golds.text, "7")).toThrow(/number grader cannot grade a text answer/);
  });
});
