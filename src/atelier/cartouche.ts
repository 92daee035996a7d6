/** The title's cartouche: a strong ground, the main character looking in from one side, the series over the title. */
import { type Box, heightOf, type Point, widthOf } from "../geometry/index.ts";
import type { Random } from "../random.ts";
import { CAST } from "./figure/cast.ts";
import { drawFigure, type FigureSpec, measureFigure } from "./figure/figure.ts";
import { ellipse, rectangle } from "./ink/curve.ts";
import { PALETTE } from "./ink/palette.ts";
import { type Plates, rasterise } from "./ink/rasterise.ts";
import { createStage, paint, type Stage } from "./ink/stage.ts";
import { drawSound, measureSound, type SoundWord, soundBox } from "./lettering/sound-word.ts";
import { blockBox, drawBlock, setBlock, type TextBlock } from "./lettering/text-block.ts";
import { type Language, setFrench, texts } from "./story/text.ts";
import type { Identity } from "./vocabulary.ts";

/** A title ready to be drawn, page px. */
export interface Cartouche {
  readonly box: Box;
  readonly hero: Identity;
  /** The side that the hero looks in from. */
  readonly side: "left" | "right";
  readonly style: TitleStyle;
  readonly word: SoundWord;
  readonly wordAt: Point;
  readonly series: TextBlock;
  readonly seriesAt: Point;
  /** In sentence case. */
  readonly seriesText: string;
}

interface TitleStyle {
  readonly ground: string;
  /** A darker or brighter tone of the ground, for its pattern. */
  readonly accent: string;
  readonly letters: string;
  /** Of the series line. */
  readonly small: string;
  readonly pattern: "dots" | "rays" | "stripes";
}

const TITLE_STYLES: readonly TitleStyle[] = [
  { small: PALETTE.cream, ground: PALETTE.red, accent: "#ea6a4c", letters: PALETTE.yellow, pattern: "rays" },
  { small: PALETTE.cream, ground: PALETTE.blue, accent: "#5a90c2", letters: PALETTE.yellow, pattern: "dots" },
  { small: PALETTE.cream, ground: "#3f8157", accent: "#5c9d6d", letters: "#f7d774", pattern: "stripes" },
  { small: PALETTE.cream, ground: PALETTE.violet, accent: "#a684b2", letters: "#fbe6a2", pattern: "dots" },
  { small: PALETTE.ink, ground: PALETTE.orange, accent: "#f0a04e", letters: PALETTE.red, pattern: "rays" },
  { small: PALETTE.ink, ground: PALETTE.yellow, accent: "#f7d774", letters: PALETTE.red, pattern: "dots" },
  { small: PALETTE.cream, ground: "#3d8f97", accent: "#5fb0b2", letters: PALETTE.yellow, pattern: "stripes" },
];

const SERIES = texts(
  "The adventures of {A}",
  "Les aventures de {A}",
  "The days of {A}",
  "Les journées de {A}",
  "{A} and company",
  "{A} et compagnie",
  "A story with {A}",
  "Une histoire avec {A}",
);

/** Sizes of type, as shares of the cartouche's height. */
const TITLE_SIZE = 0.56;
const SERIES_SIZE = 0.19;

interface TitleOrder {
  readonly title: string;
  readonly hero: Identity;
  readonly language: Language;
}

export function planCartouche(box: Box, { title, hero, language }: TitleOrder, random: Random): Cartouche {
  const [width, height] = [widthOf(box), heightOf(box)];
  const side = random.pick<"left" | "right">(["left", "right"]);
  const filled = random.pick(SERIES)[language].replace("{A}", CAST[hero].name);
  const seriesText = language === "fr" ? setFrench(filled) : filled;
  const middle = box[0] + width * (side === "left" ? 0.54 : 0.46);
  return {
    box,
    hero,
    side,
    style: random.pick(TITLE_STYLES),
    word: measureSound(title, height * TITLE_SIZE, width * 0.74),
    wordAt: [middle, box[1] + height * 0.63],
    series: setBlock(seriesText, "dialogue", height * SERIES_SIZE, width * 0.7),
    seriesAt: [middle, box[1] + height * 0.19],
    seriesText,
  };
}

/** The printing plates of the cartouche without its letters. */
export function drawCartouche({ box, hero, side, style }: Cartouche, seed: string, unit: number): Plates {
  const size = { width: widthOf(box), height: heightOf(box) };
  const stage = createStage(size, `title:${seed}`, unit);
  paint(stage, rectangle(-3, -3, size.width + 6, size.height + 6), { fill: style.ground });
  const at: Point = [size.width * (side === "left" ? 0.085 : 0.915), size.height * 0.57];
  PATTERNS[style.pattern](stage, style.accent, at);
  drawHero(stage, hero, side, at, seed);
  return rasterise(stage).plates;
}

/** Head and shoulders, looking at the title. */
function drawHero(stage: Stage, identity: Identity, side: "left" | "right", at: Point, seed: string): void {
  const facing = side === "left" ? "right" : "left";
  const spec: FigureSpec = {
    identity,
    action: "standing",
    emotion: "happy",
    at: [0, 0],
    scale: 1,
    facing,
    turn: "three-quarter",
    seed: `title:${seed}`,
    owner: identity,
  };
  const { head, headRadius } = measureFigure(spec);
  const scale = (stage.size.height * 0.37) / headRadius;
  drawFigure(stage, { ...spec, scale, at: [at[0] - head[0] * scale, at[1] - head[1] * scale] });
}

type Pattern = (stage: Stage, fill: string, focus: Point) => void;

const PATTERNS: Readonly<Record<TitleStyle["pattern"], Pattern>> = {
  dots: (stage, fill) => {
    const { width, height } = stage.size;
    const pitch = 11 * stage.unit;
    for (let row = 0; row * pitch <= height + pitch; row++) {
      const radius = pitch * (0.12 + 0.3 * ((row * pitch) / height));
      for (let x = (row % 2) * pitch * 0.5; x <= width; x += pitch) {
        paint(stage, ellipse([x, row * pitch], radius, radius), { fill });
      }
    }
  },
  rays: (stage, fill, [x, y]) => {
    const far = stage.size.width * 1.1;
    for (let i = 0; i < 32; i += 2) {
      const ray = [i, i + 1].map((turn): Point => {
        const angle = (turn / 16) * Math.PI;
        return [x + Math.cos(angle) * far, y + Math.sin(angle) * far];
      });
      paint(stage, [[x, y], ...ray], { fill });
    }
  },
  stripes: (stage, fill) => {
    const { width, height } = stage.size;
    const step = 26 * stage.unit;
    for (let x = -height; x < width; x += step) {
      const band: readonly Point[] = [
        [x + height, -3],
        [x + height + step / 2, -3],
        [x + step / 2, height + 3],
        [x, height + 3],
      ];
      paint(stage, band, { fill });
    }
  },
};

/** The SVG elements of its letters, page px. */
export function letterCartouche(cartouche: Cartouche, random: Random): readonly string[] {
  const { series, seriesAt, word, wordAt, style } = cartouche;
  return [
    drawBlock(series, seriesAt, style.small, random.fork("series")),
    drawSound(word, wordAt, style.letters, random.fork("title"), true),
  ];
}

/** Where the lettering lies, page px. */
export const titleBoxes = ({ word, wordAt, series, seriesAt }: Cartouche): { title: Box; series: Box } => ({
  title: soundBox(word, wordAt),
  series: blockBox(series, seriesAt),
});
