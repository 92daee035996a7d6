import { type Condition, conditionName, type Score } from "../../records/index.ts";
import type { ReportRun, System } from "./report-input.ts";

const ORDER = ["page", "panel", "zoom", "blind", "captions"];

/** All models under all conditions, in the order of the runs; a name says no more than sets it apart. */
export function systemsOf(runs: readonly ReportRun[]): System[] {
  const systems = runs.flatMap((source) => {
    const groups = Map.groupBy(source.scores, conditionName);
    return [...groups.values()]
      .map((scores) => systemOf(source, scores))
      .toSorted((a, b) => rank(a.condition) - rank(b.condition));
  });
  return systems.map((system) => ({ ...system, name: nameOf(system, systems) }));
}

function systemOf(source: ReportRun, scores: readonly Score[]): System {
  const [first] = scores;
  if (first === undefined) throw new RangeError("systemOf: expected at least one score, got none");
  const { mode, counterfactual } = first;
  const condition: Condition = counterfactual === undefined ? { mode } : { mode, counterfactual };
  return { name: "", model: source.run.settings.model, condition, source, scores };
}

const rank = ({ mode, counterfactual }: Condition): number =>
  ORDER.indexOf(mode) * 2 + (counterfactual === undefined ? 0 : 1);

function nameOf({ model, condition, source }: System, all: readonly System[]): string {
  const sameModel = new Set(all.filter((other) => other.model === model).map((other) => other.source));
  const models = sameModel.size > 1 ? `${model} [${source.name}]` : model;
  return `${models} · ${conditionName(condition)}`;
}
