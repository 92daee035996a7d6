/**
 * Raw pixels do not give the answers away: the nearest training figure, compared pixel by pixel in a 24 x 24 px cut-out,
 * seldom tells which of the offered actions is right. What it tells of identity is reported beside it: clothes have
 * their colours, so it may be more.
 */
import path from "node:path";
import { readQuestions } from "../../src/benchmark/index.ts";
import { heightOf, widthOf } from "../../src/geometry/index.ts";
import { cropAndScale, decodeImage, type Raster } from "../../src/pixels/index.ts";
import type { Character, Page, Question, Split } from "../../src/records/index.ts";
import { wilson } from "../../src/statistics/index.ts";
import { type DrawnBenchmark, pageCount, withDrawnBenchmark } from "./drawn/benchmark.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";
import { inWords, markedFigures } from "./reader/scene.ts";

/** Share of Action Recognition that pixels may answer; chance is 0.25. */
const LIMIT = 0.6;
const SHARES = { train: 0.7, validation: 0, test: 0.3 } as const;
/** px */
const SIDE = 24;
const SMALLEST_FIGURE = 12;

const LOOKS = {
  colour: ({ data }: Raster): Uint8Array => data,
  greyscale: ({ data }: Raster): Uint8Array =>
    Uint8Array.from({ length: data.length / 3 }, (_, pixel) => {
      const [red = 0, green = 0, blue = 0] = data.subarray(3 * pixel, 3 * pixel + 3);
      return 0.299 * red + 0.587 * green + 0.114 * blue;
    }),
} as const satisfies Readonly<Record<string, (cutOut: Raster) => Uint8Array>>;

interface Figure {
  readonly character: Character;
  readonly cutOut: Raster;
}

async function figuresOf(folder: string, page: Page): Promise<readonly Figure[]> {
  const picture = await decodeImage({ file: path.join(folder, page.image.file) });
  return page.characters
    .filter(({ box }) => Math.min(widthOf(box), heightOf(box)) >= SMALLEST_FIGURE)
    .map((character) => ({
      character,
      cutOut: cropAndScale(picture, character.box, { width: SIDE, height: SIDE }),
    }));
}

/** Values that are compared before looking whether it is already too far. */
const STRETCH = 96;

/** The squared distance where it is less than `most`, some number that is not less where it is not. */
function distance(a: Uint8Array, b: Uint8Array, most: number): number {
  let sum = 0;
  for (let from = 0; from < a.length && sum < most; from += STRETCH) {
    const to = Math.min(a.length, from + STRETCH);
    for (let at = from; at < to; at++) sum += ((a[at] ?? 0) - (b[at] ?? 0)) ** 2;
  }
  return sum;
}

/** Squared distance of the nearest training figure, by its label. */
type Nearest = ReadonlyMap<string, number>;

/** A function that compares a figure with all training figures. */
function neighbours(known: readonly Figure[], look: (cutOut: Raster) => Uint8Array) {
  const examples = known.map(({ character: { action, name }, cutOut }) => ({
    action: action === undefined ? undefined : inWords(action),
    name,
    pixels: look(cutOut),
  }));
  return (cutOut: Raster): { readonly actions: Nearest; readonly names: Nearest } => {
    const pixels = look(cutOut);
    const [actions, names] = [new Map<string, number>(), new Map<string, number>()];
    const soFar = (nearest: Nearest, label: string | undefined): number =>
      label === undefined ? 0 : (nearest.get(label) ?? Number.POSITIVE_INFINITY);
    const note = (nearest: Map<string, number>, label: string | undefined, away: number) => {
      if (label !== undefined) nearest.set(label, Math.min(away, soFar(nearest, label)));
    };
    for (const { action, name, pixels: other } of examples) {
      const away = distance(pixels, other, Math.max(soFar(actions, action), soFar(names, name)));
      note(actions, action, away);
      note(names, name, away);
    }
    return { actions, names };
  };
}

/** The nearest label, of some or of all. */
function nearestOf(nearest: Nearest, labels: readonly string[] = [...nearest.keys()]): string | undefined {
  const away = labels.map((label) => nearest.get(label) ?? Number.POSITIVE_INFINITY);
  return labels[away.indexOf(Math.min(...away))];
}

function share(answers: readonly boolean[]) {
  const right = answers.filter(Boolean).length;
  const n = answers.length;
  return { n, accuracy: right / Math.max(1, n), interval: wilson(right, n) };
}

interface Material {
  readonly known: readonly Figure[];
  /** Figures of the test pages by page and id. */
  readonly asked: ReadonlyMap<string, Figure>;
  readonly questions: readonly Question[];
  readonly pages: ReadonlyMap<string, Page>;
}

const keyOf = (page: Page, { id }: Character): string => `${page.id} ${id}`;

/** What pixels of one kind answer: the questions, and which of all labels a figure has. */
function measure({ known, asked, questions, pages }: Material, look: (cutOut: Raster) => Uint8Array) {
  const compare = neighbours(known, look);
  const nearest = new Map([...asked].map(([key, { cutOut }]) => [key, compare(cutOut)]));
  const marked = (question: Question) => {
    const page = pages.get(question.page.id);
    const figures = page === undefined ? undefined : markedFigures(page, question);
    return figures?.flatMap((figure) => (page ? [nearest.get(keyOf(page, figure))] : [])) ?? [];
  };
  const isChosen = ({ choices, gold }: Question, words: string | undefined): boolean =>
    gold.type === "choice" && words !== undefined && choices[gold.index] === words;
  const ofTask = (task: Question["task"]) => questions.filter((question) => question.task === task);
  const labelled = [...asked].map(([key, { character }]) => ({ character, near: nearest.get(key) }));
  return {
    action: share(
      ofTask("action-recognition").map((question) => {
        const [figure] = marked(question);
        return isChosen(question, figure && nearestOf(figure.actions, question.choices));
      }),
    ),
    sameOrDifferent: share(
      ofTask("character-identification").map((question) => {
        const [first, second] = marked(question).map((figure) => figure && nearestOf(figure.names));
        return isChosen(question, first === second ? "The same character" : "Different characters");
      }),
    ),
    actionLabel: share(
      labelled.flatMap(({ character: { action }, near }) =>
        action === undefined ? [] : [near !== undefined && nearestOf(near.actions) === inWords(action)],
      ),
    ),
    nameLabel: share(
      labelled.map(({ character, near }) => near !== undefined && nearestOf(near.names) === character.name),
    ),
  };
}

/** Pages belong to one split; it is known where they are asked about. */
async function gather({ folder, pages }: DrawnBenchmark): Promise<Material> {
  const splits = new Map<string, Split>();
  const questions: Question[] = [];
  for (const task of ["action-recognition", "character-identification"] as const) {
    for await (const question of readQuestions(folder, { task })) {
      splits.set(question.page.id, question.split);
      if (question.split === "test") questions.push(question);
    }
  }
  const known: Figure[] = [];
  const asked = new Map<string, Figure>();
  for (const page of pages.values()) {
    const figures = await figuresOf(folder, page);
    if (splits.get(page.id) === "train") known.push(...figures);
    if (splits.get(page.id) !== "test") continue;
    for (const figure of figures) asked.set(keyOf(page, figure.character), figure);
  }
  return { known, asked, questions, pages };
}

/** `cases` is the number of pages. */
export async function prove({ cases = 200, seed, progress }: ProofOptions): Promise<ProofResult> {
  const order = { seed, progress, isLast: pageCount(cases), pictures: true, shares: SHARES };
  const material = await withDrawnBenchmark(order, gather);
  progress(`${material.asked.size} figures against ${material.known.length}`);
  const results = Object.entries(LOOKS).map(([name, look]) => [name, measure(material, look)] as const);
  return {
    cases: material.questions.length,
    failures: results.flatMap(([name, { action }]) =>
      action.accuracy < LIMIT ? [] : [`${name} pixels answer ${action.accuracy} of the action questions`],
    ),
    figures: { pages: cases, trainFigures: material.known.length, ...Object.fromEntries(results) },
  };
}
