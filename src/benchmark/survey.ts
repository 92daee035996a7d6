/** The first reading of all pages: keys for the split, draft counts for the quotas, labels for the choices. */
import { type LabelKind, labelsOf } from "../formats/label-report.ts";
import { type Page, TASK_IDS, tableOver } from "../records/index.ts";
import { LABELS, type Label, labelWords } from "../tasks/index.ts";
import type { LabelPool } from "./arrange.ts";
import { draftPage } from "./draft-page.ts";
import type { PageKey } from "./groups.ts";
import type { DraftCounts } from "./quotas.ts";
import type { Reviews } from "./reviews.ts";

export interface Survey {
  readonly keys: readonly PageKey[];
  readonly counts: readonly DraftCounts[];
  readonly pool: LabelPool;
  /** Number of annotations by label over all pages. */
  readonly labels: Readonly<Record<Label, number>>;
  /** Distinct licences, as "name" or "name (attribution)". */
  readonly licences: readonly string[];
  readonly languages: readonly string[];
}

/** The annotations that each label stands for. */
const KIND_OF_LABEL: Readonly<Record<Label, LabelKind>> = {
  panels: "panels",
  characters: "characters",
  identity: "names",
  action: "actions",
  depth: "interdepth",
  balloons: "balloons",
  text: "balloonTexts",
  speaker: "speakers",
  objects: "objects",
};

function draftCounts(page: Page, seed: string, reviews: Reviews): DraftCounts {
  const drafts = draftPage(page, seed);
  return tableOver(
    TASK_IDS,
    (id) => (drafts.get(id) ?? []).filter((draft) => !reviews.rejected.has(draft.id)).length,
  );
}

/** Read all pages once; what is kept is small, so 10,000 pages fit. */
export async function surveyPages(
  pages: AsyncIterable<Page>,
  seed: string,
  reviews: Reviews,
  onPage: () => void,
): Promise<Survey> {
  const keys: PageKey[] = [];
  const counts: DraftCounts[] = [];
  const actions = new Set<string>();
  const licences = new Set<string>();
  const languages = new Set<string>();
  const labels = tableOver(LABELS, () => 0);
  for await (const page of pages) {
    const { id, work, story, series, licence } = page;
    keys.push({ id, phash: page.image.phash, work, story, series });
    counts.push(draftCounts(page, seed, reviews));
    for (const { action } of page.characters) if (action !== undefined) actions.add(labelWords(action));
    licences.add(
      licence.attribution === undefined ? licence.name : `${licence.name} (${licence.attribution})`,
    );
    if (page.language !== undefined) languages.add(page.language);
    const annotated = labelsOf(page);
    for (const label of LABELS) labels[label] += annotated[KIND_OF_LABEL[label]];
    onPage();
  }
  return {
    keys,
    counts,
    pool: { action: [...actions].sort() },
    labels,
    licences: [...licences].sort(),
    languages: [...languages].sort(),
  };
}
