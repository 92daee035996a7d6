/** How the tool is used, the paper's Table 6: calls an episode, and their IoU with the targets by place of the call. */
import { offersZoom, type Score, TASK_IDS, type TaskId } from "../../records/index.ts";
import { meanOf } from "./figure.ts";
import type { System } from "./report-input.ts";

export interface ZoomRow {
  readonly system: string;
  readonly task: TaskId;
  /** Episodes with an outcome. */
  readonly episodes: number;
  /** Calls that were run, an episode. */
  readonly calls: number;
  /** Share of the episodes with a call, 0-1. */
  readonly used: number;
  /** Mean IoU of the calls with the targets they are matched to (0 without one), 0-1; null without a call. */
  readonly iou: number | null;
  /** The same for the first call, the second, and so on, up to the fourth. */
  readonly byCall: readonly (number | null)[];
  /** Share of the calls with an IoU of at least a half, 0-1; null without a call. */
  readonly hits: number | null;
  /** Accuracy of the episodes with a call and of those without, 0-1. */
  readonly accuracyWith: number | null;
  readonly accuracyWithout: number | null;
}

const SHOWN_CALLS = 4;
const HIT = 0.5;

export function zoomTable(systems: readonly System[]): ZoomRow[] {
  return systems
    .filter(({ condition }) => offersZoom(condition.mode))
    .flatMap(({ name, scores }) => {
      const byTask = Map.groupBy(
        scores.filter(({ outcome }) => outcome !== "error"),
        ({ task }) => task,
      );
      return TASK_IDS.flatMap((task) => {
        const group = byTask.get(task);
        return group === undefined ? [] : [zoomRow(name, task, group)];
      });
    });
}

function zoomRow(system: string, task: TaskId, scores: readonly Score[]): ZoomRow {
  const ious = scores.flatMap(({ calls }) => calls.map(({ iou }) => iou));
  const [withCall, without] = [
    scores.filter(({ calls }) => calls.length > 0),
    scores.filter(({ calls }) => calls.length === 0),
  ];
  const accuracyOf = (group: readonly Score[]) =>
    meanOf(group.map(({ outcome }) => (outcome === "correct" ? 1 : 0)));
  const most = Math.min(SHOWN_CALLS, Math.max(0, ...scores.map(({ calls }) => calls.length)));
  return {
    system,
    task,
    episodes: scores.length,
    calls: ious.length / scores.length,
    used: withCall.length / scores.length,
    iou: meanOf(ious),
    byCall: Array.from({ length: most }, (_, place) =>
      meanOf(scores.flatMap(({ calls }) => calls.slice(place, place + 1).map(({ iou }) => iou))),
    ),
    hits: meanOf(ious.map((iou) => (iou >= HIT ? 1 : 0))),
    accuracyWith: accuracyOf(withCall),
    accuracyWithout: accuracyOf(without),
  };
}
