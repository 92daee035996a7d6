/** What the episodes of a system took: tokens, turns, time, money. */
import type { Episode } from "../../records/index.ts";
import { meanOf, quantileOf } from "./figure.ts";
import type { System } from "./report-input.ts";

export interface SpendingRow {
  readonly system: string;
  readonly episodes: number;
  /** Failures by kind. */
  readonly errors: Readonly<Record<string, number>>;
  /** Assistant turns an episode. */
  readonly turns: number | null;
  /** Tokens an episode. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** ms of all requests of an episode: the median and the 95th percentile. */
  readonly latencyMedian: number | null;
  readonly latency95: number | null;
  /** Of all episodes, in the currency of the prices; null without prices. */
  readonly cost: number | null;
}

/** Cost of an episode; undefined where the model has no price. */
export type CostOf = (episode: Episode) => number | undefined;

export function spendingTable(systems: readonly System[], costOf?: CostOf): SpendingRow[] {
  return systems.map(({ name, source, scores }) => {
    const episodes = scores.flatMap(({ episode }) => source.episodes.get(episode) ?? []);
    return spendingRow(name, episodes, costOf);
  });
}

function spendingRow(system: string, episodes: readonly Episode[], costOf: CostOf | undefined): SpendingRow {
  const failed = episodes.flatMap(({ outcome }) => (outcome.kind === "error" ? [outcome.error] : []));
  const kinds = Map.groupBy(failed, (kind) => kind);
  const whole = episodes.filter(({ outcome }) => outcome.kind !== "error");
  const costs = costOf === undefined ? [] : episodes.flatMap((episode) => costOf(episode) ?? []);
  const latencies = whole.map(({ turns }) => turns.reduce((sum, { latencyMs }) => sum + (latencyMs ?? 0), 0));
  return {
    system,
    episodes: episodes.length,
    errors: Object.fromEntries([...kinds].map(([kind, list]) => [kind, list.length])),
    turns: meanOf(whole.map(({ turns }) => turns.filter(({ role }) => role === "assistant").length)),
    inputTokens: meanOf(whole.flatMap(({ usage }) => usage.inputTokens ?? [])),
    outputTokens: meanOf(whole.flatMap(({ usage }) => usage.outputTokens ?? [])),
    latencyMedian: quantileOf(latencies, 0.5),
    latency95: quantileOf(latencies, 0.95),
    cost: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
  };
}
