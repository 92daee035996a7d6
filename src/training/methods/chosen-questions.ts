/** Which questions of a benchmark a run is about. */
import { describe, InputError } from "../../errors.ts";
import type { Question, Split } from "../../records/index.ts";
import type { TrainConfig } from "../config.ts";

/**
 * The questions of a split, of the tasks asked for.
 *
 * @throws InputError where there is none
 */
export function chosenQuestions(
  questions: readonly Question[],
  { bench, tasks }: Pick<TrainConfig, "bench" | "tasks">,
  split: Split,
): readonly Question[] {
  const chosen = questions.filter(
    (question) => question.split === split && (tasks.length === 0 || tasks.includes(question.task)),
  );
  if (chosen.length > 0) return chosen;
  throw new InputError({
    file: bench,
    expected: `${split} questions${tasks.length === 0 ? "" : ` of ${tasks.join(", ")}`}`,
    found: describe(questions.length === 0 ? undefined : `none among ${questions.length}`),
  });
}
