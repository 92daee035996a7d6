/** The differences that a report shows: each way of asking against the whole page, and the models on the page. */
import { correct, type Difference, differenceOf } from "./difference.ts";
import type { System } from "./report-input.ts";

export interface DifferenceRow {
  readonly first: string;
  readonly second: string;
  readonly difference: Difference;
}

/** Beyond this many models, only neighbours in rank are compared. */
const MOST_MODELS = 4;

/** Holm's correction covers the whole table. */
export function differenceTable(systems: readonly System[]): DifferenceRow[] {
  const pairs = [...withinModels(systems), ...betweenModels(systems)];
  const rows = pairs.map(([first, second]) => ({
    first: first.name,
    second: second.name,
    difference: differenceOf(first.scores, second.scores),
  }));
  return correct(rows.filter(({ difference }) => difference.n > 0));
}

type Pair = readonly [first: System, second: System];

/** Every condition against the page, and every tampered zoom against the true one. */
function withinModels(systems: readonly System[]): Pair[] {
  return [...Map.groupBy(systems, ({ source }) => source).values()].flatMap((group) => {
    const plain = (mode: string) =>
      group.find(({ condition }) => condition.mode === mode && condition.counterfactual === undefined);
    const [page, zoom] = [plain("page"), plain("zoom")];
    return group.flatMap((system): Pair[] => {
      const base = system.condition.counterfactual === undefined ? page : zoom;
      return base === undefined || base === system ? [] : [[base, system]];
    });
  });
}

function betweenModels(systems: readonly System[]): Pair[] {
  const right = ({ scores }: System) =>
    scores.filter(({ outcome }) => outcome === "correct").length / scores.length;
  const ranked = systems
    .filter(({ condition }) => condition.mode === "page")
    .toSorted((a, b) => right(b) - right(a));
  return ranked.flatMap((better, rank) => {
    const others = ranked.slice(rank + 1, ranked.length > MOST_MODELS ? rank + 2 : undefined);
    return others.map((other): Pair => [other, better]);
  });
}
