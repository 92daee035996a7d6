/** What a set of episodes was like, in figures: shared by steps and by measurements on the way. */
import {
  type Episode,
  type EpisodeFigures,
  type Question,
  type Score,
  TASK_IDS,
  type TaskFigures,
} from "../../records/index.ts";
import { termOf } from "../../rewards/index.ts";

export interface ScoredEpisode {
  readonly question: Question;
  readonly episode: Episode;
  readonly score: Score;
}

/** At least one episode. */
export function episodeFigures(scored: readonly ScoredEpisode[]): EpisodeFigures {
  const groups = Map.groupBy(scored, ({ question }) => question.task);
  const tasks = TASK_IDS.flatMap((task) => {
    const group = groups.get(task);
    return group === undefined ? [] : [[task, taskFigures(group)] as const];
  });
  return {
    ...taskFigures(scored),
    format: meanOf(scored.map(formatOf)),
    invalid: meanOf(scored.map(({ score }) => (score.outcome === "invalid" ? 1 : 0))),
    iouByCall: iouByCall(scored),
    tasks: Object.fromEntries(tasks),
  };
}

function taskFigures(scored: readonly ScoredEpisode[]): TaskFigures {
  const ious = scored.flatMap(({ score }) => score.calls.map(({ iou }) => iou));
  return {
    episodes: scored.length,
    accuracy: meanOf(scored.map(({ score }) => score.value)),
    calls: ious.length / scored.length,
    ...(ious.length === 0 ? {} : { iou: meanOf(ious) }),
  };
}

const formatOf = ({ question, episode }: ScoredEpisode): number =>
  termOf("format").value({ question, episode, step: 0, inputs: {} });

function iouByCall(scored: readonly ScoredEpisode[]): EpisodeFigures["iouByCall"] {
  const most = Math.max(0, ...scored.map(({ score }) => score.calls.length));
  return Array.from({ length: most }, (_, place) => {
    const ious = scored.flatMap(({ score }) => {
      const call = score.calls[place];
      return call === undefined ? [] : [call.iou];
    });
    return { calls: ious.length, iou: meanOf(ious) };
  });
}

/** 0 for no numbers. */
export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of the population; 0 for no numbers. */
export function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
