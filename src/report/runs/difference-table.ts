/** The differences that a report shows: each way of asking against the whole page, the models asked alike, and zooms against what asking draws out. */
import type { EpisodeMode } from "../../records/index.ts";
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
  const pairs = [
    ...withinModels(systems),
    ...betweenModels(systems, "page"),
    ...betweenModels(systems, "zoom"),
    ...beyondAsking(systems),
  ];
  const rows = pairs.map(([first, second]) => ({
    first: first.name,
    second: second.name,
    difference: differenceOf(first.scores, second.scores),
  }));
  return correct(rows.filter(({ difference }) => difference.n > 0));
}

type Pair = readonly [first: System, second: System];

const isPlain = ({ condition }: System, mode: EpisodeMode): boolean =>
  condition.mode === mode && condition.counterfactual === undefined;

/**
 * Every condition against the page, and every tampered zoom against the true one. What was never asked from the page
 * (a trained model, which its base was) is compared with the first that was.
 */
function withinModels(systems: readonly System[]): Pair[] {
  const firstPage = systems.find((system) => isPlain(system, "page"));
  return [...Map.groupBy(systems, ({ source }) => source).values()].flatMap((group) => {
    const page = group.find((system) => isPlain(system, "page")) ?? firstPage;
    const zoom = group.find((system) => isPlain(system, "zoom"));
    return group.flatMap((system): Pair[] => {
      const base = system.condition.counterfactual === undefined ? page : zoom;
      return base === undefined || base === system ? [] : [[base, system]];
    });
  });
}

/** The zooms of other models against what the first could be got to do by asking it where to look: what is beyond that was learnt. */
function beyondAsking(systems: readonly System[]): Pair[] {
  const asked = systems.find((system) => isPlain(system, "located"));
  if (asked === undefined) return [];
  return systems
    .filter((system) => isPlain(system, "zoom") && system.source !== asked.source)
    .map((zoom): Pair => [asked, zoom]);
}

function betweenModels(systems: readonly System[], mode: EpisodeMode): Pair[] {
  const right = ({ scores }: System) =>
    scores.filter(({ outcome }) => outcome === "correct").length / scores.length;
  const ranked = systems.filter((system) => isPlain(system, mode)).toSorted((a, b) => right(b) - right(a));
  return ranked.flatMap((better, rank) => {
    const others = ranked.slice(rank + 1, ranked.length > MOST_MODELS ? rank + 2 : undefined);
    return others.map((other): Pair => [other, better]);
  });
}
