/**
 * Draws a whole page: every panel on a stage of its own, mounted on one sheet; frames, balloons, captions and sound
 * words on one overlay. What the overlay covers is taken from the owner map, so that the truth is what can be seen.
 * The sheet's plates are then printed and scanned.
 */
import { type Size, translate } from "../geometry/index.ts";
import type { Raster } from "../pixels/index.ts";
import { seeded } from "../random.ts";
import type { Page, Text } from "../records/index.ts";
import { type Cartouche, drawCartouche, planCartouche, titleBoxes } from "./cartouche.ts";
import { type OwnerMap, type VisibleRegion, visibleRegions } from "./ink/rasterise.ts";
import { layOutPage, type PageLayout } from "./layout/page-layout.ts";
import { roomOf } from "./layout/room.ts";
import type { PanelRange } from "./layout/rows.ts";
import { blockBox, type TextBlock } from "./lettering/text-block.ts";
import { drawOverlay, setFolio } from "./overlay.ts";
import { drawPanel } from "./panel.ts";
import { finishSheet } from "./print/finish.ts";
import { PAPER } from "./print/paper.ts";
import type { PrintRun } from "./print/press.ts";
import { DEFAULT_PRINT, type PrintOptions, printOptions } from "./print/print-options.ts";
import type { PrintStyle } from "./print/separation.ts";
import { type Tilt, tiltBox } from "./print/tilt.ts";
import { tiltPlanned } from "./print/tilt-page.ts";
import { createSheet, mountOverlay, mountPanel, regionWithin, type Sheet } from "./sheet.ts";
import { type StagedPanel, stagePanel } from "./staging/stage-panel.ts";
import { type PageScript, pageScript, type Story } from "./story/page-script.ts";
import type { Language } from "./story/text.ts";
import { writeStory } from "./story/write-story.ts";
import { type PanelEvidence, tellPanel, wholeBox } from "./truth.ts";
import { type Identity, INDOOR_SETTINGS } from "./vocabulary.ts";

export interface PageOrder {
  /** Names the collection; the same seed draws the same pages. */
  readonly seed: string;
  /** Which page of the collection, from 0. */
  readonly index: number;
  /** px; the default is {@link DEFAULT_PAGE_SIZE}. */
  readonly size?: Size | undefined;
  /** How strongly paper, press and scanner show, 0 (a clean picture) to 1; {@link DEFAULT_PRINT} unless told. */
  readonly print?: number | undefined;
  /** Strength of single effects, 0-1, before `print` scales them; 1 unless told. */
  readonly effects?: Partial<PrintOptions> | undefined;
  /** In colour unless told; `mixed` draws one page in six in two colours. */
  readonly style?: PrintStyle | "mixed" | undefined;
  /** English unless told. */
  readonly language?: Language | undefined;
  /** Least and most panels; 4 and 20 unless told. */
  readonly panels?: PanelRange | undefined;
  /** Who may appear, at least four; everybody unless told. */
  readonly cast?: readonly Identity[] | undefined;
}

export interface PageDrawing {
  /** Everything but the picture's file, which is the store's to name. */
  readonly page: Omit<Page, "image">;
  /** The story as it was written; where a panel had no room for it, a last line may not be lettered. */
  readonly script: PageScript;
  readonly picture: Raster;
}

/** Album proportions, at the resolution of a good scan. */
export const DEFAULT_PAGE_SIZE: Size = { width: 1400, height: 2000 };
/** Below this width letters cannot be read, px. */
const SMALLEST_WIDTH = 600;
/** Of mixed pages. */
const TWO_COLOUR_SHARE = 1 / 6;

/** A page before it is printed. */
export interface Composition {
  readonly sheet: Sheet;
  readonly layout: PageLayout;
  readonly staged: readonly StagedPanel[];
  /** px that each figure would cover if nothing hid it, by panel and owner. */
  readonly areas: readonly ReadonlyMap<string, number>[];
  readonly story: Story;
  readonly folio: TextBlock;
  readonly cartouche: Cartouche | undefined;
}

/** Draw one page with its truth. Pure: the same order gives the same pixels and the same record. */
export function drawPage(order: PageOrder): PageDrawing {
  const { seed, index, language = "en" } = order;
  const composition = composePage(order);
  const { sheet, layout } = composition;
  const { picture, tilt, ids } = finishSheet(sheet.plates, sheet.ids, printRun(order, layout.unit));
  const owners = { ...layout.size, ids, names: sheet.names };
  const id = `drawn-${encodeURIComponent(seed)}-${String(index + 1).padStart(4, "0")}`;
  const evidence = gatherEvidence(owners, composition, tilt);
  const page = pageRecord(id, language, evidence, marginalTexts(composition), layout.size);
  return {
    page: tilt === undefined ? page : tiltPlanned(page, tilt, layout.size),
    script: pageScript(id, language, composition.story),
    picture,
  };
}

/** Writes, stages and draws a page, up to its printing plates. */
export function composePage(order: PageOrder): Composition {
  const { seed, index, size = DEFAULT_PAGE_SIZE } = order;
  checkOrder({ seed, index, size });
  const random = seeded(`atelier:${seed}:${index}`);
  const layout = layOutPage(size, random.fork("layout"), order.panels);
  const rooms = layout.panels.map((plan) => roomOf(plan, layout.unit));
  const { language = "en", cast } = order;
  const story = writeStory(rooms, random.fork("story"), { language, cast });
  const staged = layout.panels.flatMap((plan, at): StagedPanel[] => {
    const script = story.panels[at];
    return script === undefined ? [] : [stagePanel(script, plan, layout.unit, random.fork(`staging ${at}`))];
  });
  const sheet = createSheet(size, PAPER);
  const areas = staged.map((panel, at) => mountOne(sheet, layout, panel, at, `${seed}:${index}`));
  const folio = setFolio(index + 1, layout.unit);
  const cartouche =
    layout.title &&
    planCartouche(
      layout.title,
      { title: story.title, hero: story.roles.A, language },
      random.fork("cartouche"),
    );
  if (cartouche !== undefined) mountCartouche(sheet, cartouche, `${seed}:${index}`, layout.unit);
  mountOverlay(sheet, drawOverlay(layout, staged, cartouche, folio, random.fork("letters")));
  return { sheet, layout, staged, areas, story, folio, cartouche };
}

/** Who looks out of the title is in no panel, and belongs to nobody. */
function mountCartouche(sheet: Sheet, cartouche: Cartouche, seed: string, unit: number): void {
  const plates = drawCartouche(cartouche, seed, unit);
  const { width, height } = plates;
  const owners = { width, height, ids: new Uint16Array(width * height), names: [] };
  mountPanel(sheet, { box: cartouche.box, borderless: false }, { plates, owners, gloom: 0 }, "title/");
}

/** How a page is printed that was ordered so. */
export function printRun(order: PageOrder, unit: number): PrintRun {
  const { seed, index, print = DEFAULT_PRINT, effects } = order;
  return {
    style: styleOf(order),
    options: printOptions(print, effects),
    unit,
    seed: `${seed}:${index}`,
  };
}

function styleOf({ style = "colour", seed, index }: PageOrder): PrintStyle {
  if (style !== "mixed") return style;
  return seeded(`style:${seed}:${index}`).chance(TWO_COLOUR_SHARE) ? "two-colour" : "colour";
}

function checkOrder({ seed, index, size = DEFAULT_PAGE_SIZE }: PageOrder): void {
  if (seed === "" || encodeURIComponent(seed).length > 150) {
    throw new RangeError(`drawPage: expected a seed of 1-150 characters, got ${JSON.stringify(seed)}`);
  }
  if (!Number.isInteger(index) || index < 0) {
    throw new RangeError(`drawPage: expected an index of at least 0, got ${index}`);
  }
  if (!isPageSize(size)) {
    throw new RangeError(`drawPage: expected ${PAGE_SIZES}, got ${size.width} x ${size.height}`);
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

/** Draws a panel and mounts it; what each figure would cover if nothing hid it, px by owner. */
function mountOne(
  sheet: Sheet,
  layout: PageLayout,
  staged: StagedPanel,
  at: number,
  pageSeed: string,
): ReadonlyMap<string, number> {
  const { plates, owners, areas } = drawPanel(staged, `${pageSeed}:${at}`, pageSeed, layout.unit);
  const plan = layout.panels[at];
  if (plan !== undefined) mountPanel(sheet, plan, { plates, owners, gloom: gloomOf(staged) }, `${at}/`);
  return areas;
}

/** Coverage of the cool screen. */
const RAIN_GLOOM = 0x1a;
const NIGHT_GLOOM = 0x18;

/** Rain and night darken what lies under the sky. */
function gloomOf({ script, backdrop }: StagedPanel): number {
  if (backdrop !== "setting" || INDOOR_SETTINGS.includes(script.setting)) return 0;
  if (script.weather === "rain") return RAIN_GLOOM;
  return script.light === "night" ? NIGHT_GLOOM : 0;
}

/** Counts what is left of everyone on the finished picture. */
function gatherEvidence(
  owners: OwnerMap,
  { layout, staged, areas: areasOf }: Composition,
  tilt: Tilt | undefined,
): readonly PanelEvidence[] {
  const regions = visibleRegions(owners);
  return layout.panels.flatMap((plan, at): PanelEvidence[] => {
    const panel = staged[at];
    const areas = areasOf[at];
    if (panel === undefined || areas === undefined) return [];
    const own = [...regions].filter(([name]) => name.startsWith(`${at}/`));
    const seen = new Map(own.map(([name, region]) => [name.slice(`${at}/`.length), region]));
    const faces = new Map<string, VisibleRegion>();
    for (const { spec, face } of panel.figures) {
      const box = translate(face, plan.box[0], plan.box[1]);
      const onGlass = tilt === undefined ? box : tiltBox(tilt, box);
      const region = regionWithin(owners, `${at}/${spec.owner}`, onGlass);
      if (region !== undefined) faces.set(spec.owner, region);
    }
    return [{ plan, staged: panel, seen, areas, faces }];
  });
}

/** The title, its series and the page number. */
function marginalTexts({ layout, story, folio, cartouche }: Composition): Text[] {
  const { folio: at, size } = layout;
  const number: Text = {
    id: "folio",
    box: wholeBox(blockBox(folio, at), size),
    kind: "footnote",
    text: folio.lines.join(" "),
  };
  if (cartouche === undefined) return [number];
  const { title, series } = titleBoxes(cartouche);
  return [
    { id: "series", box: wholeBox(series, size), kind: "title", text: cartouche.seriesText },
    { id: "title", box: wholeBox(title, size), kind: "title", text: story.title },
    number,
  ];
}

function pageRecord(
  id: string,
  language: Language,
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
    language,
    direction: "ltr",
    panels: truths.flatMap(({ panels }) => panels),
    characters: truths.flatMap(({ characters }) => characters),
    faces: truths.flatMap(({ faces }) => faces),
    balloons: truths.flatMap(({ balloons }) => balloons),
    texts: [...truths.flatMap(({ texts }) => texts), ...marginalia],
    objects: truths.flatMap(({ objects }) => objects),
  };
}
