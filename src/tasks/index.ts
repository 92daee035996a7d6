import type { TaskId } from "../records/index.ts";
import { actionRecognition } from "./action-recognition.ts";
import { characterCounting } from "./character-counting.ts";
import { characterIdentification } from "./character-identification.ts";
import { depthComparison } from "./depth-comparison.ts";
import { dialogReordering } from "./dialog-reordering.ts";
import { panelReordering } from "./panel-reordering.ts";
import { panelUnderstanding } from "./panel-understanding/index.ts";
import type { Task } from "./task.ts";

/** The seven tasks, in the order of the paper's Table 2. */
export const tasks = [
  panelUnderstanding,
  actionRecognition,
  depthComparison,
  dialogReordering,
  panelReordering,
  characterIdentification,
  characterCounting,
] as const satisfies readonly Task[];

const byId: ReadonlyMap<TaskId, Task> = new Map(tasks.map((task) => [task.id, task]));

/** The task of a question; total over the closed list of ids. */
export function taskOf(id: TaskId): Task {
  const task = byId.get(id);
  if (task === undefined) throw new Error(`taskOf: expected a registered task, got ${id}`);
  return task;
}

export { labelWords } from "./label-words.ts";
export { panelForms } from "./panel-understanding/index.ts";
export {
  type DraftAnswer,
  LABELS,
  type Label,
  type OpenChoices,
  type QuestionDraft,
  type Task,
} from "./task.ts";
