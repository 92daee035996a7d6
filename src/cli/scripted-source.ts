/** What scripted models may know: the truth of each question. */
import type { Dialect } from "../dialects/index.ts";
import { choiceLetter, goldAnswer } from "../grading/index.ts";
import type { ScriptedSource, Truth } from "../providers/index.ts";
import type { Question } from "../records/index.ts";

type Form = Pick<Question, "task" | "form">;

/** Everything about `questions`, told in `dialect`. */
export function scriptedSource(
  questions: readonly Question[],
  dialect: Pick<Dialect, "write">,
  seed: string,
): ScriptedSource {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const forms = Map.groupBy(questions, formKey);
  const answersOf = new Map([...forms].map(([key, group]) => [key, group.map(goldAnswer)]));
  const truths = new Map<string, Truth>();
  const truthOf = (id: string): Truth | undefined => {
    const question = byId.get(id);
    const known = truths.get(id);
    if (known !== undefined || question === undefined) return known;
    const truth = truthAbout(question, answersOf.get(formKey(question)) ?? []);
    truths.set(id, truth);
    return truth;
  };
  return { dialect, seed, truthOf };
}

const formKey = ({ task, form }: Form): string => `${task}/${form}`;

/** Open answers are drawn from all golds of the question's form. */
function truthAbout(question: Question, golds: readonly string[]): Truth {
  const counts = Map.groupBy(golds, (gold) => gold);
  const ordered = [...counts].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const letters = question.choices.map((_, index) => choiceLetter(index));
  return {
    gold: goldAnswer(question),
    answers: letters.length > 0 ? letters : [...counts.keys()].toSorted(),
    majority: ordered[0]?.[0] ?? "",
    targets: question.targets.zoom,
    page: question.page,
  };
}
