/** One page's question drafts for all tasks: a pure function of the page and the seed. */
import { viewPage } from "../comics/index.ts";
import { hash32, seeded } from "../random.ts";
import type { Page, TaskId } from "../records/index.ts";
import { type QuestionDraft, tasks } from "../tasks/index.ts";

/** A draft with its stable id. */
export interface IdentifiedDraft extends QuestionDraft {
  readonly id: string;
  readonly task: TaskId;
  /** Seed of the random choices in it. */
  readonly seed: string;
}

const SHORT_NAME: Readonly<Record<TaskId, string>> = {
  "panel-understanding": "panel",
  "action-recognition": "action",
  "depth-comparison": "depth",
  "dialog-reordering": "dialog",
  "panel-reordering": "order",
  "character-identification": "same",
  "character-counting": "count",
};

/** `<page>.<task>.<hash of what is asked>`: the same over rebuilds, whatever the split and the order of choices. */
function draftId(page: Page, task: TaskId, draft: QuestionDraft): string {
  const asked = JSON.stringify([draft.form, draft.annotations, draft.marks, draft.prompt]);
  return `${page.id}.${SHORT_NAME[task]}.${hash32(asked)}${hash32(`${asked}#`)}`;
}

/** Drafts of one page by task; two drafts that ask the same thing are kept once. */
export function draftPage(page: Page, seed: string): ReadonlyMap<TaskId, readonly IdentifiedDraft[]> {
  const view = viewPage(page);
  return new Map(
    tasks.map((task) => {
      const draftSeed = `${seed}/${page.id}/${task.id}`;
      const drafts = task.drafts(view, seeded(draftSeed)).map((draft): readonly [string, IdentifiedDraft] => {
        const id = draftId(page, task.id, draft);
        return [id, { ...draft, id, task: task.id, seed: draftSeed }];
      });
      return [task.id, [...new Map(drafts).values()]];
    }),
  );
}
