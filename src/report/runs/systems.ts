import { type Condition, conditionName, EPISODE_MODES, type Score } from "../../records/index.ts";
import type { ReportRun, System } from "./report-input.ts";

/**
 * All models under all conditions, in the order of the runs; a name says no more than sets it apart.
 *
 * @param rows of trained models, by the name of their run
 */
export function systemsOf(
  runs: readonly ReportRun[],
  rows: ReadonlyMap<string, string> = new Map(),
): System[] {
  const systems = runs.flatMap((source) => {
    const groups = Map.groupBy(source.scores, conditionName);
    return [...groups.values()]
      .map((scores) => systemOf(source, scores))
      .toSorted((a, b) => rank(a.condition) - rank(b.condition));
  });
  return systems.map((system) => {
    const label = labelOf(system, systems);
    const row = rows.get(label) ?? label;
    return { ...system, label, row, name: `${label} · ${conditionName(system.condition)}` };
  });
}

function systemOf(source: ReportRun, scores: readonly Score[]): System {
  const [first] = scores;
  if (first === undefined) throw new RangeError("systemOf: expected at least one score, got none");
  const { mode, counterfactual } = first;
  const condition: Condition = counterfactual === undefined ? { mode } : { mode, counterfactual };
  return { name: "", label: "", row: "", model: source.run.settings.model, condition, source, scores };
}

const rank = ({ mode, counterfactual }: Condition): number =>
  EPISODE_MODES.indexOf(mode) * 2 + (counterfactual === undefined ? 0 : 1);

/** The path of a folder on this machine says less than the name of its run. */
const isOnThisMachine = (model: string): boolean => model.startsWith("local:");

/** Runs of one model by their names, and those of one name also by their place. */
function labelOf({ model, source }: System, all: readonly System[]): string {
  const sources = new Set(all.map((other) => other.source));
  const isNameOfOne = [...sources].filter(({ name }) => name === source.name).length === 1;
  if (isOnThisMachine(model) && isNameOfOne) return source.name;
  const runs = [...new Set(all.filter((other) => other.model === model).map((other) => other.source))];
  if (runs.length === 1) return model;
  const namesakes = runs.filter(({ name }) => name === source.name);
  const place = namesakes.length === 1 ? "" : ` ${namesakes.indexOf(source) + 1}`;
  return `${model} [${source.name}${place}]`;
}
