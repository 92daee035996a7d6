/**
 * How small the evidence of a question is when the whole page is shown at once: who cannot see it there has to zoom.
 */
import { areaOf, type Box, heightOf, widthOf } from "../geometry/index.ts";
import { type Evidence, type Page, type Question, TASK_IDS, type TaskId } from "../records/index.ts";
import type { QuestionDraft } from "../tasks/index.ts";

/** px, the width of the page in the view that evidence is measured in. */
export const VIEW_WIDTH = 320;

type Asking = Pick<QuestionDraft, "prompt" | "answer" | "annotations">;

/**
 * The smallest thing that has to be made out to answer. Figures, faces, things, balloons and panels count with the
 * shorter side of what can be seen of them; lettering that the question quotes or asks for counts with its letters.
 */
export function evidenceOf(asking: Asking, page: Page): Evidence {
  const words = wordsOf(asking);
  const sides = regionsOf(page)
    .filter(({ id }) => asking.annotations.includes(id))
    .map(({ box, lettering = box, text }) =>
      text !== undefined && words.some((part) => part.includes(text))
        ? letterSide(lettering, text)
        : shortSide(box),
    );
  const smallest = Math.min(...sides, page.image.width);
  return { smallestSide: Math.round((10 * smallest * VIEW_WIDTH) / page.image.width) / 10 };
}

/** All texts of a question and its answer. */
function wordsOf({ prompt, answer }: Asking): readonly string[] {
  const asked = prompt.flatMap((part) => (part.type === "text" ? [part.text] : []));
  return answer.type === "text" ? [...asked, answer.text] : asked;
}

interface Region {
  readonly id: string;
  readonly box: Box;
  /** Where its words stand. */
  readonly lettering?: Box | undefined;
  readonly text?: string | undefined;
}

function regionsOf(page: Page): readonly Region[] {
  const { panels, characters, faces, texts, objects } = page;
  const balloons = page.balloons.map((balloon) => ({
    ...balloon,
    lettering: texts.find((text) => text.balloon === balloon.id)?.box,
  }));
  const lettered: readonly Region[] = [...balloons, ...texts];
  const others = [panels, characters, faces, objects].flat().map(({ id, box }) => ({ id, box }));
  return [...lettered, ...others];
}

const shortSide = (box: Box): number => Math.min(widthOf(box), heightOf(box));

/** The side of the square that each letter has to itself: about the height of a capital. */
const letterSide = (box: Box, text: string): number => Math.sqrt(areaOf(box) / [...text].length);

/** Quantiles of the evidence of one task's questions, px at {@link VIEW_WIDTH}. */
export interface EvidenceRow {
  readonly task: TaskId;
  /** Questions whose evidence is known. */
  readonly questions: number;
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
}

/** Collects questions one at a time; memory grows with the number of different sizes only. */
export function evidenceTally() {
  const sizes = new Map<TaskId, Map<number, number>>(TASK_IDS.map((task) => [task, new Map()]));
  const add = ({ task, evidence }: Question): void => {
    const counts = sizes.get(task);
    if (evidence === undefined || counts === undefined) return;
    counts.set(evidence.smallestSide, (counts.get(evidence.smallestSide) ?? 0) + 1);
  };
  const rows = (): readonly EvidenceRow[] =>
    [...sizes].flatMap(([task, counts]) => {
      const questions = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const at = quantilesOf(counts, questions);
      return questions === 0 ? [] : [{ task, questions, p10: at(0.1), median: at(0.5), p90: at(0.9) }];
    });
  return { add, rows };
}

/** The smallest value that at least a share of all values does not exceed. */
function quantilesOf(counts: ReadonlyMap<number, number>, total: number) {
  const ascending = [...counts].sort(([a], [b]) => a - b);
  return (share: number): number => {
    let below = 0;
    const found = ascending.find(([, count]) => {
      below += count;
      return below >= share * total;
    });
    return found?.[0] ?? 0;
  };
}
