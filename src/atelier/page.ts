/**
 * Draws a whole page: every panel on a stage of its own, printed into the paper; frames, balloons, captions and sound
 * words on one overlay. What the overlay covers is taken from the owner map, so that the truth is what can be seen.
 */
import { type Size, translate } from "../geometry/index.ts";
import type { Raster } from "../pixels/index.ts";
import { seeded } from "../random.ts";
import type { Page, Text } from "../records/index.ts";
import type { VisibleRegion } from "./ink/rasterise.ts";
import { visibleRegions } from "./ink/rasterise.ts";
import { layOutPage, type PageLayout } from "./layout/page-layout.ts";
import { roomOf } from "./layout/room.ts";
import { blockBox, type TextBlock } from "./lettering/text-block.ts";
import { drawOverlay, setFolio } from "./overlay.ts";
import { type DrawnPanel, drawPanel } from "./panel.ts";
import { createSheet, printOverlay, printPanel, regionWithin, type Sheet } from "./sheet.ts";
import { type StagedPanel, stagePanel } from "./staging/stage-panel.ts";
import { writeStory } from "./story/write-story.ts";
import { type PanelEvidence, tellPanel, wholeBox } from "./truth.ts";

export interface PageOrder {
  /** Names the collection; the same seed draws the same pages on every machine. */
  readonly seed: string;
  /** Which page of the collection, from 0. */
  readonly index: number;
  /** px; the default is {@link DEFAULT_PAGE_SIZE}. */
  readonly size?: Size | undefined;
}

export interface PageDrawing {
  /** Everything but the picture's file, which is the store's to name. */
  readonly page: Omit<Page, "image">;
  readonly picture: Raster;
}

/** Album proportions. */
export const DEFAULT_PAGE_SIZE: Size = { width: 1000, height: 1414 };
/** Below this width letters cannot be read, px. */
const SMALLEST_WIDTH = 600;

const PAPER = [247, 236, 208] as const;

/** Draw one page with its truth. Pure: the same order gives the same pixels and the same record. */
export function drawPage({ seed, index, size = DEFAULT_PAGE_SIZE }: PageOrder): PageDrawing {
  checkOrder({ seed, index, size });
  const random = seeded(`atelier:${seed}:${index}`);
  const layout = layOutPage(size, random.fork("layout"));
  const rooms = layout.panels.map((plan) => roomOf(plan, layout.unit));
  const { title, panels } = writeStory(rooms, random.fork("story"));
  const staged = layout.panels.flatMap((plan, at): StagedPanel[] => {
    const script = panels[at];
    return script === undefined ? [] : [stagePanel(script, plan, layout.unit, random.fork(`staging ${at}`))];
  });
  const sheet = createSheet(size, PAPER);
  const drawn = staged.map((panel, at) => printOne(sheet, layout, panel, at, `${seed}:${index}`));
  const folio = setFolio(index + 1, layout.unit);
  printOverlay(sheet, drawOverlay(layout, staged, title, folio, random.fork("letters")));
  const evidence = gatherEvidence(sheet, layout, staged, drawn);
  const id = `drawn-${encodeURIComponent(seed)}-${String(index + 1).padStart(4, "0")}`;
  const marginalia = marginalTexts(layout, title, folio);
  return { page: pageRecord(id, evidence, marginalia, size), picture: sheet.picture };
}

function checkOrder({ seed, index, size }: Required<PageOrder>): void {
  if (seed === "" || encodeURIComponent(seed).length > 150) {
    throw new RangeError(`drawPage: expected a seed of 1-150 characters, got ${JSON.stringify(seed)}`);
  }
  if (!Number.isInteger(index) || index < 0) {
    throw new RangeError(`drawPage: expected an index of at least 0, got ${index}`);
  }
  const wanted = size ?? DEFAULT_PAGE_SIZE;
  if (!isPageSize(wanted)) {
    throw new RangeError(`drawPage: expected ${PAGE_SIZES}, got ${wanted.width} x ${wanted.height}`);
  }
}

/** What {@link isPageSize} asks for, in words. */
export const PAGE_SIZES = `a page at least ${SMALLEST_WIDTH} px wide and 1.2-1.7 times as high`;

/** True for sizes that pages can be laid out at. */
export function isPageSize({ width, height }: Size): boolean {
  const ratio = height / width;
  return (
    Number.isInteger(width) &&
    Number.isInteger(height) &&
    width >= SMALLEST_WIDTH &&
    ratio >= 1.2 &&
    ratio <= 1.7
  );
}

function printOne(
  sheet: Sheet,
  layout: PageLayout,
  staged: StagedPanel,
  at: number,
  pageSeed: string,
): DrawnPanel {
  const drawn = drawPanel(staged, `${pageSeed}:${at}`, pageSeed);
  const plan = layout.panels[at];
  if (plan !== undefined) printPanel(sheet, plan, drawn.art, drawn.owners, `${at}/`);
  return drawn;
}

/** Counts what is left of everyone on the finished sheet. */
function gatherEvidence(
  sheet: Sheet,
  layout: PageLayout,
  staged: readonly StagedPanel[],
  drawn: readonly DrawnPanel[],
): readonly PanelEvidence[] {
  const { width, height } = sheet.picture;
  const regions = visibleRegions({ width, height, ids: sheet.ids, names: sheet.names });
  return layout.panels.flatMap((plan, at): PanelEvidence[] => {
    const panel = staged[at];
    const areas = drawn[at]?.areas;
    if (panel === undefined || areas === undefined) return [];
    const own = [...regions].filter(([name]) => name.startsWith(`${at}/`));
    const seen = new Map(own.map(([name, region]) => [name.slice(`${at}/`.length), region]));
    const faces = new Map<string, VisibleRegion>();
    for (const { spec, face } of panel.figures) {
      const box = translate(face, plan.box[0], plan.box[1]);
      const region = regionWithin(sheet, `${at}/${spec.owner}`, box);
      if (region !== undefined) faces.set(spec.owner, region);
    }
    return [{ plan, staged: panel, seen, areas, faces }];
  });
}

/** The title and the page number. */
function marginalTexts({ title: box, folio: at, size }: PageLayout, title: string, folio: TextBlock): Text[] {
  const number: Text = {
    id: "folio",
    box: wholeBox(blockBox(folio, at), size),
    kind: "footnote",
    text: folio.lines.join(" "),
  };
  if (box === undefined) return [number];
  return [{ id: "title", box: wholeBox(box, size), kind: "title", text: title }, number];
}

function pageRecord(
  id: string,
  evidence: readonly PanelEvidence[],
  marginalia: readonly Text[],
  size: Size,
): Omit<Page, "image"> {
  const truths = evidence.map((panel, index) => tellPanel(panel, index + 1, size));
  return {
    kind: "page",
    version: 1,
    id,
    dataset: "benday atelier",
    licence: {
      name: "CC0-1.0",
      url: "https://creativecommons.org/publicdomain/zero/1.0/",
      attribution: "drawn by benday",
    },
    story: id,
    work: id,
    language: "en",
    direction: "ltr",
    panels: truths.flatMap(({ panels }) => panels),
    characters: truths.flatMap(({ characters }) => characters),
    faces: truths.flatMap(({ faces }) => faces),
    balloons: truths.flatMap(({ balloons }) => balloons),
    texts: [...truths.flatMap(({ texts }) => texts), ...marginalia],
    objects: truths.flatMap(({ objects }) => objects),
  };
}
