/**
 * Can a person read the drawn pages? Makes a page of questions without answers, and grades what was written down.
 *
 *     node scripts/reading-test/main.ts make FOLDER [SEED]
 *     node scripts/reading-test/main.ts grade FOLDER
 *
 * `make` writes `questions.html` (look at it), `answers.json` (fill it in: the letter of a choice; for figures also who it
 * is) and `truth.json` (leave it closed).
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { wilson } from "../../src/statistics/index.ts";
import { ASKED_TASKS, type Chosen, type ChosenQuestions, withChosen } from "./choose.ts";
import { htmlPage } from "./html.ts";

const AnswersSchema = z.record(z.string(), z.string());
type Answers = z.infer<typeof AnswersSchema>;

const USAGE = "Usage: node scripts/reading-test/main.ts make FOLDER [SEED] | grade FOLDER";

await main(process.argv.slice(2));

async function main([command, folder, seed = "reading"]: readonly string[]): Promise<void> {
  if (folder === undefined || !["make", "grade"].includes(command ?? "")) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  if (command === "grade") return grade(folder);
  await mkdir(folder, { recursive: true });
  await withChosen(seed, (chosen) => write(folder, chosen));
}

async function write(folder: string, chosen: ChosenQuestions): Promise<void> {
  const truth = Object.fromEntries(ASKED_TASKS.flatMap((task) => chosen[task].flatMap(truthOf)));
  const blank = Object.fromEntries(Object.keys(truth).map((key) => [key, ""]));
  await writeFile(path.join(folder, "questions.html"), await htmlPage(chosen));
  await writeFile(path.join(folder, "truth.json"), JSON.stringify(truth, undefined, 1));
  await writeFile(path.join(folder, "answers.json"), JSON.stringify(blank, undefined, 1));
}

/** Key and answer: the letter, and for figures the name. */
function truthOf({ question, page }: Chosen, index: number): readonly (readonly [string, string])[] {
  const { gold, task } = question;
  const letter = gold.type === "choice" ? "ABCD".charAt(gold.index) : "";
  const [figureId] = question.origin.annotations;
  const figure = page.characters.find(({ id }) => id === figureId);
  const number = String(index + 1).padStart(2, "0");
  const answer = [`${task} ${number}`, letter] as const;
  const name = task === "action-recognition" ? figure?.name : undefined;
  return name === undefined ? [answer] : [answer, [`identity ${number}`, name]];
}

async function grade(folder: string): Promise<void> {
  const read = async (name: string): Promise<Answers> =>
    AnswersSchema.parse(JSON.parse(await readFile(path.join(folder, name), "utf8")));
  const [truth, answers] = [await read("truth.json"), await read("answers.json")];
  const kinds = new Set(Object.keys(truth).map((key) => key.split(" ")[0]));
  for (const kind of kinds) {
    const keys = Object.keys(truth).filter((key) => key.startsWith(`${kind} `));
    // Truths of what nobody has answered yet stay closed.
    if (keys.every((key) => !answers[key])) continue;
    const wrong = keys.filter((key) => answers[key]?.toLowerCase() !== truth[key]?.toLowerCase());
    const { low, high } = wilson(keys.length - wrong.length, keys.length);
    console.info(
      `${kind}: ${keys.length - wrong.length} of ${keys.length} right [${low.toFixed(2)}, ${high.toFixed(2)}]`,
    );
    for (const key of wrong) console.info(`  ${key}: ${answers[key] || "nothing"}, truth ${truth[key]}`);
  }
}
