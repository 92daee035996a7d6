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
  const lists = (balanced ? byTask(questions) : [questions]).map((list, place) =>
    shuffledPasses(list, `${seed}/prompts/${place}`),
  );
  const drawn = new Set<Question>();
  for (let slot = step * count; slot < (step + 1) * count; slot++) {
    const question = lists[slot % lists.length]?.(Math.floor(slot / lists.length), drawn);
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

/** The n-th item of endless passes over a list, or the next one behind it in its pass that the step has not had. */
export type Passes<Item> = (n: number, had: ReadonlySet<Item>) => Item | undefined;

/** Passes over a list of so many items, each in an order of its own. */
export function endlessPasses<Item>(count: number, orderOf: (pass: number) => readonly Item[]): Passes<Item> {
  let kept: { readonly pass: number; readonly order: readonly Item[] } | undefined;
  return (n, had) => {
    if (count === 0) return undefined;
    const pass = Math.floor(n / count);
    if (kept?.pass !== pass) kept = { pass, order: orderOf(pass) };
    const { order } = kept;
    for (let at = n % count; at < count; at++) {
      const item = order[at];
      if (item !== undefined && !had.has(item)) return item;
    }
    return order.find((item) => !had.has(item));
  };
}

/** Each pass in a new random order. */
export const shuffledPasses = <Item>(list: readonly Item[], seed: string): Passes<Item> =>
  endlessPasses(list.length, (pass) => seeded(`${seed}/${pass}`).shuffle(list));

/**
 * Each pass goes through the groups in a new random order, so many at a time, and through the items of those in a random
 * order: what a group has in common (a page to decode) can be kept while it is needed.
 */
export function groupedPasses<Item>(
  list: readonly Item[],
  groupOf: (item: Item) => string,
  seed: string,
  together = 1,
): Passes<Item> {
  const groups = [...Map.groupBy(list, groupOf).values()];
  return endlessPasses(list.length, (pass) => {
    const random = seeded(`${seed}/${pass}`);
    const shuffled = random.shuffle(groups);
    return shuffled.flatMap((_, at) =>
      at % together === 0 ? random.shuffle(shuffled.slice(at, at + together).flat()) : [],
    );
  });
}
