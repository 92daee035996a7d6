/** What is drawn over all panels: frames, balloons, captions, sound words, the title and the page number. */
import { createNoise2D } from "simplex-noise";
import type { Point } from "../geometry/index.ts";
import type { Random } from "../random.ts";
import { type Cartouche, letterCartouche } from "./cartouche.ts";
import { type Noise, rings } from "./ink/contour.ts";
import { PALETTE } from "./ink/palette.ts";
import { pathData } from "./ink/path-data.ts";
import type { PageLayout, PlannedPanel } from "./layout/page-layout.ts";
import { drawBalloon } from "./lettering/balloon.ts";
import { drawCaption } from "./lettering/caption-box.ts";
import { INK, pathThrough } from "./lettering/pen.ts";
import { drawSound } from "./lettering/sound-word.ts";
import { drawBlock, setBlock, type TextBlock } from "./lettering/text-block.ts";
import type { StagedPanel } from "./staging/stage-panel.ts";

/** px on a page 1000 px wide */
const FRAME = 3;
const STEP = 14;
/** How far a frame's line strays, and over what length. */
const TREMBLE = 0.7;
const TREMBLE_LENGTH = 45;
const FOLIO_SIZE = 14;
const SOUND_COLOURS = [PALETTE.red, PALETTE.orange, PALETTE.yellow, PALETTE.blue, PALETTE.green] as const;

/** The SVG elements of everything lettered and framed, page px. */
export function drawOverlay(
  layout: PageLayout,
  panels: readonly StagedPanel[],
  cartouche: Cartouche | undefined,
  folio: TextBlock,
  random: Random,
): readonly string[] {
  const tremble = random.fork("frames");
  const hand = createNoise2D(() => tremble.next());
  const elements = layout.panels.flatMap((plan) => drawFrame(plan, layout.unit, hand));
  elements.push(
    drawBlock(folio, layout.folio, INK, random),
    ...drawTitle(cartouche, layout.unit, hand, random),
  );
  layout.panels.forEach((plan, index) => {
    const staged = panels[index];
    if (staged !== undefined) elements.push(letterPanel(plan, staged, random.fork(index)));
  });
  return elements;
}

export const setFolio = (number: number, unit: number): TextBlock =>
  setBlock(String(number), "dialogue", FOLIO_SIZE * unit, 100 * unit);

function drawFrame(
  { box, polygon, borderless, inset }: PlannedPanel,
  unit: number,
  hand: Noise,
): readonly string[] {
  if (borderless) return [];
  const [x1, y1, x2, y2] = box;
  const corners: readonly Point[] = polygon ?? [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ];
  const { outer, inner } = rings(ruled(corners, unit, hand), FRAME * unit, hand);
  const ink = `<path transform="scale(.1)" fill="${INK}" fill-rule="evenodd" d="${pathData(outer) + pathData(inner)}"/>`;
  if (inset !== true) return [ink];
  const halo = `<path d="${pathThrough(corners)}" fill="none" stroke="${PALETTE.paper}" stroke-width="${(FRAME * 4 * unit).toFixed(1)}" stroke-linejoin="round"/>`;
  return [halo, ink];
}

/** A frame as a pen draws it along a ruler: straight but for a tremble. */
function ruled(corners: readonly Point[], unit: number, hand: Noise): readonly Point[] {
  return corners.flatMap(([x, y], index): Point[] => {
    const [toX, toY] = corners[(index + 1) % corners.length] ?? [x, y];
    const pieces = Math.max(1, Math.round(Math.hypot(toX - x, toY - y) / (STEP * unit)));
    return Array.from({ length: pieces }, (_, piece): Point => {
      const [px, py] = [x + ((toX - x) * piece) / pieces, y + ((toY - y) * piece) / pieces];
      const [u, v] = [px / unit / TREMBLE_LENGTH, py / unit / TREMBLE_LENGTH];
      return [px + TREMBLE * unit * hand(u, v), py + TREMBLE * unit * hand(u + 50, v)];
    });
  });
}

function drawTitle(
  cartouche: Cartouche | undefined,
  unit: number,
  hand: Noise,
  random: Random,
): readonly string[] {
  if (cartouche === undefined) return [];
  const { box } = cartouche;
  return [...drawFrame({ box, borderless: false }, unit, hand), ...letterCartouche(cartouche, random)];
}

function letterPanel({ box }: PlannedPanel, staged: StagedPanel, random: Random): string {
  const { caption, balloons, sound } = staged;
  const letters = balloons.map(({ shape }) => drawBalloon(shape, random));
  if (sound !== undefined)
    letters.unshift(drawSound(sound.word, sound.centre, random.pick(SOUND_COLOURS), random));
  if (caption !== undefined) letters.push(drawCaption(caption, random));
  return `<g transform="translate(${box[0]} ${box[1]})">${letters.join("")}</g>`;
}
