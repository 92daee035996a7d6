/** Which kinds of labels pages carry: what a caller prints to say which tasks have material and which lack it. */
import type { Page } from "../records/index.ts";
import { NO_LABELS } from "./no-labels.ts";

/** In the order to print them. */
export const LABEL_KINDS = [
  "panels",
  "panelOrder",
  "captions",
  "characters",
  "names",
  "actions",
  "emotions",
  "interdepth",
  "intradepth",
  "faces",
  "balloons",
  "balloonOrder",
  "balloonTexts",
  "speakers",
  "texts",
  "transcripts",
  "objects",
] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** Number of labels of each kind. */
export type LabelReport = Readonly<Record<LabelKind, number>>;

const known = <T>(items: readonly T[], field: (item: T) => unknown): number =>
  items.filter((item) => field(item) !== undefined).length;

/** The labels of one page. Orders are annotated ones; `speakers` are those drawn on the page. */
export function labelsOf(page: Pick<Page, keyof typeof NO_LABELS>): LabelReport {
  const { panels, characters, faces, balloons, texts, objects } = page;
  return {
    panels: panels.length,
    panelOrder: known(panels, ({ order }) => order),
    captions: known(panels, ({ caption }) => caption),
    characters: characters.length,
    names: known(characters, ({ name }) => name),
    actions: known(characters, ({ action }) => action),
    emotions: known(characters, ({ emotion }) => emotion),
    interdepth: known(characters, ({ interdepth }) => interdepth),
    intradepth: known(characters, ({ intradepth }) => intradepth),
    faces: faces.length,
    balloons: balloons.length,
    balloonOrder: known(balloons, ({ order }) => order),
    balloonTexts: known(balloons, ({ text }) => text),
    speakers: known(balloons, ({ speaker }) => speaker),
    texts: texts.length,
    transcripts: known(texts, ({ text }) => text),
    objects: objects.length,
  };
}

/** The labels of many pages, added up one page at a time. */
export async function labelReport(pages: AsyncIterable<Page> | Iterable<Page>): Promise<LabelReport> {
  const total = { ...labelsOf(NO_LABELS) };
  for await (const page of pages) {
    const labels = labelsOf(page);
    for (const kind of LABEL_KINDS) total[kind] += labels[kind];
  }
  return total;
}
