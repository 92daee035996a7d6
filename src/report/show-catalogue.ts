/** Sorting a benchmark's questions into what the show file holds: the catalogue, and the questions page by page. */
import { InputError } from "../errors.ts";
import { questionText } from "../grading/question-text.ts";
import { type Question, SPLITS, TASK_IDS } from "../records/index.ts";
import type { ShowCatalogue, ShowPage } from "./show-format.ts";

/** Characters of the question text that a list row may need. */
const EXCERPT_LENGTH = 110;

export interface ShowContents {
  readonly catalogue: ShowCatalogue;
  /** The questions of each page, in the caller's order: `[pages][questions of the page]`. */
  readonly questionsOfPage: readonly (readonly Question[])[];
}

/** Read all questions; pages are numbered as they first appear. An id that comes twice is an `InputError`. */
export async function collectContents(
  questions: AsyncIterable<Question> | Iterable<Question>,
): Promise<ShowContents> {
  const all: Question[] = [];
  const seen = new Set<string>();
  for await (const question of questions) {
    if (seen.has(question.id)) {
      throw new InputError({
        at: question.id,
        expected: "question ids that are unique",
        found: "this id twice",
      });
    }
    seen.add(question.id);
    all.push(question);
  }
  const pages = new Map<string, Question[]>();
  for (const question of all) {
    const known = pages.get(question.page.id);
    if (known === undefined) pages.set(question.page.id, [question]);
    else known.push(question);
  }
  const questionsOfPage = [...pages.values()];
  return { catalogue: catalogueOf(all, questionsOfPage), questionsOfPage };
}

function catalogueOf(all: readonly Question[], byPage: readonly (readonly Question[])[]): ShowCatalogue {
  const pages = byPage.flatMap((questions) => questions.slice(0, 1).map(({ page }) => sizedPage(page)));
  const tasks = TASK_IDS.filter((task) => all.some((question) => question.task === task));
  const splits = SPLITS.filter((split) => all.some((question) => question.split === split));
  const forms = [...new Set(all.map(({ form }) => form))].sort();
  const place = (names: readonly string[]) => {
    const places = new Map(names.map((name, index) => [name, index]));
    return (name: string) => places.get(name) ?? -1;
  };
  const column = (names: readonly string[], of: (question: Question) => string) =>
    all.map(of).map(place(names));
  return {
    pages,
    tasks,
    forms,
    splits,
    questions: {
      ids: all.map(({ id }) => id),
      excerpts: all.map(excerptOf),
      task: column(tasks, ({ task }) => task),
      form: column(forms, ({ form }) => form),
      split: column(splits, ({ split }) => split),
      page: column(
        pages.map(({ id }) => id),
        ({ page }) => page.id,
      ),
    },
  };
}

const sizedPage = ({ id, width, height }: Question["page"]): ShowPage => ({ id, width, height });

function excerptOf(question: Question): string {
  const line = questionText(question).replace(/\s+/g, " ").trim();
  if (line.length <= EXCERPT_LENGTH) return line;
  const halfCharacter = /[\ud800-\udbff]$/;
  return `${line.slice(0, EXCERPT_LENGTH).replace(halfCharacter, "")}…`;
}
