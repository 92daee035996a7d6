/**
 * Which questions a step is about: a function of seed and step alone, so that a run that goes on needs no more than the
 * step's number.
 *
 * Each list (a task where tasks are balanced, else all questions) is gone through in a new random order again and again,
 * as by a shuffling data loader; no question comes twice in a step.
 */
import { seeded } from "../../random.ts";
import { type Question, TASK_IDS } from "../../records/index.ts";

export interface DrawOptions {
  readonly seed: string;
  /** From 0. */
  readonly step: number;
  readonly count: number;
  /** Each task in turn. */
  readonly balanced: boolean;
}

/** At most `count` questions, fewer only where there are fewer. */
export function drawPrompts(questions: readonly Question[], options: DrawOptions): readonly Question[] {
  const { seed, step, count, balanced } = options;
  const lists = balanced ? byTask(questions) : [questions];
  const drawn = new Set<Question>();
  for (let slot = step * count; slot < (step + 1) * count; slot++) {
    const place = slot % lists.length;
    const list = lists[place] ?? [];
    const question = nthOf(list, Math.floor(slot / lists.length), `${seed}/prompts/${place}`, drawn);
    if (question !== undefined) drawn.add(question);
  }
  return [...drawn];
}

/** Further prompts of a step, none of those that it has had. */
export function drawMore(
  questions: readonly Question[],
  had: readonly Question[],
  { seed, step, count }: Omit<DrawOptions, "balanced">,
): readonly Question[] {
  const known = new Set(had);
  const fresh = questions.filter((question) => !known.has(question));
  return seeded(`${seed}/refill/${step}/${had.length}`).shuffle(fresh).slice(0, count);
}

const byTask = (questions: readonly Question[]): readonly (readonly Question[])[] => {
  const groups = Map.groupBy(questions, ({ task }) => task);
  return TASK_IDS.flatMap((task) => {
    const group = groups.get(task);
    return group === undefined ? [] : [group];
  });
};

/** The n-th item of endless shufflings of a list, or the next one behind it that the step has not had. */
export function nthOf<Item>(
  list: readonly Item[],
  n: number,
  seed: string,
  had: ReadonlySet<Item>,
): Item | undefined {
  if (list.length === 0) return undefined;
  const order = seeded(`${seed}/${Math.floor(n / list.length)}`).shuffle(list);
  const start = n % list.length;
  return [...order.slice(start), ...order.slice(0, start)].find((item) => !had.has(item));
}
