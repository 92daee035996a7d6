/**
 * The press: plates to a printed page, one row at a time in buffers that are used again. Colour and its screens are
 * printed first and may be out of register, ink last and never.
 */
import type { Raster } from "../../pixels/index.ts";
import { seeded } from "../../random.ts";
import type { Plates } from "../ink/rasterise.ts";
import { type Clouds, cloudRow, createClouds, grainTile, TILE } from "./noise.ts";
import { createPaper, PAPER, type Paper, paperRow } from "./paper.ts";
import { type PrintOptions, printOptions } from "./print-options.ts";
import { screenRow } from "./screen.ts";
import {
  BLACK_INK,
  type PrintStyle,
  type Rgb,
  type Separation,
  separationFor,
  type Wash,
} from "./separation.ts";

export interface PrintRun {
  readonly style: PrintStyle;
  readonly options: PrintOptions;
  /** px on this page for one px on a page 1000 px wide. */
  readonly unit: number;
  readonly seed: string;
}

/** Largest shift of the colour against the ink, px at a unit of 1. */
const FARTHEST_SHIFT = 2.4;

/** Whole px by which the colour plate is off. */
export function colourShift({ options, unit, seed }: PrintRun): readonly [right: number, down: number] {
  const random = seeded(`register:${seed}`);
  const angle = random.range(0, 2 * Math.PI);
  const far = FARTHEST_SHIFT * unit * options.misregistration * random.range(0.6, 1);
  return [Math.round(far * Math.cos(angle)), Math.round(far * Math.sin(angle))];
}

/** Plates printed faultlessly, in colour, on white. */
export function cleanPicture(plates: Plates): Raster {
  return pressPage(plates, { style: "colour", options: printOptions(0), unit: 1, seed: "clean" });
}

/** Everything that the rows of one page share. */
interface Job {
  readonly plates: Plates;
  readonly run: PrintRun;
  readonly separation: Separation;
  readonly shift: readonly [right: number, down: number];
  readonly paper: Paper;
  readonly clouds: Clouds;
  readonly grain: Int8Array;
  /** Where on the grain tile this page begins. */
  readonly corner: readonly [x: number, y: number];
  readonly contrast: number;
}

/** One row on its way through the press. */
interface Row {
  readonly colour: Uint8Array;
  readonly cool: Uint8Array;
  readonly warm: Uint8Array;
  readonly ink: Uint8Array;
  readonly clouds: Int16Array;
}

/** Prints plates on paper. Pure: the same plates and run give the same picture. */
export function pressPage(plates: Plates, run: PrintRun): Raster {
  const { width, height } = plates;
  const { options, unit, seed } = run;
  const random = seeded(`paper:${seed}`);
  const job: Job = {
    plates,
    run,
    separation: separationFor(run.style, width),
    shift: colourShift(run),
    paper: createPaper(width, height, unit, options),
    clouds: createClouds(width, height, unit, seed),
    grain: grainTile(),
    corner: [random.int(TILE), random.int(TILE)],
    // Dots stand out early; what strength adds later is little.
    contrast: Math.round(256 * (1 - (1 - options.dots) ** 2)),
  };
  const row: Row = {
    colour: new Uint8Array(width * 3),
    cool: new Uint8Array(width),
    warm: new Uint8Array(width),
    ink: new Uint8Array(width),
    clouds: new Int16Array(width),
  };
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) printRow(job, row, y, data.subarray(y * width * 3, (y + 1) * width * 3));
  return { width, height, data };
}

function printRow(job: Job, row: Row, y: number, out: Uint8Array): void {
  const { separation, contrast, paper, clouds, run } = job;
  takeColour(job, row, y);
  if (separation.wash !== undefined) washRow(row, separation.wash, separation.faintest, paper.bare);
  screenRow(separation.cool, row.cool, y, contrast);
  tint(row.colour, row.cool, separation.coolInk);
  if (separation.warm !== undefined) {
    screenRow(separation.warm, row.warm, y, contrast);
    tint(row.colour, row.warm, separation.warmInk);
  }
  takeInk(job, row, y);
  cloudRow(clouds, y, 127, row.clouds);
  if (run.options.starvation > 0) starve(job, row, y);
  paperRow(paper, row.clouds, y, row.colour);
  impress(row, out);
  if (run.options.grain > 0) roughen(job, y, out);
}

/** Copies a row of the colour plate and its tones, out of register; bare paper gets the sheet's own colour. */
function takeColour({ plates, shift, paper }: Job, row: Row, y: number): void {
  const { width, height } = plates;
  const [right, down] = shift;
  const source = Math.max(0, Math.min(height - 1, y - down)) * width;
  const [from, to] = [Math.max(0, -right), Math.min(width, width - right)];
  row.colour.fill(255);
  row.cool.fill(0);
  row.warm.fill(0);
  row.colour.set(plates.colour.subarray((source + from) * 3, (source + to) * 3), (from + right) * 3);
  row.cool.set(plates.cool.subarray(source + from, source + to), from + right);
  row.warm.set(plates.warm.subarray(source + from, source + to), from + right);
  const { colour } = row;
  const [red, green, blue] = PAPER;
  const [r, g, b] = paper.bare;
  for (let i = 0; i < colour.length; i += 3) {
    if (colour[i] !== red || colour[i + 1] !== green || colour[i + 2] !== blue) continue;
    colour[i] = r;
    colour[i + 1] = g;
    colour[i + 2] = b;
  }
}

/** Colours become what the inks can print; bare paper stays, and shows where no ink is. */
function washRow({ colour, cool }: Row, { colours, tones }: Wash, faintest: number, bare: Rgb): void {
  const [r, g, b] = bare;
  for (let x = 0, i = 0; x < cool.length; x++, i += 3) {
    if (colour[i] === r && colour[i + 1] === g && colour[i + 2] === b) continue;
    const place =
      (((colour[i] as number) >> 3) << 10) |
      (((colour[i + 1] as number) >> 3) << 5) |
      ((colour[i + 2] as number) >> 3);
    const at = place * 3;
    const blank = colours[at] === 255 && colours[at + 1] === 255 && colours[at + 2] === 255;
    colour[i] = blank ? r : (colours[at] as number);
    colour[i + 1] = blank ? g : (colours[at + 1] as number);
    colour[i + 2] = blank ? b : (colours[at + 2] as number);
    const shade = cool[x] as number;
    cool[x] = Math.max(shade < faintest ? 0 : shade, tones[place] as number);
  }
}

/** Lays see-through ink over colours, as much as covers each pixel. */
function tint(colour: Uint8Array, coverage: Uint8Array, [red, green, blue]: Rgb): void {
  const [r, g, b] = [255 - red, 255 - green, 255 - blue];
  for (let x = 0, i = 0; x < coverage.length; x++, i += 3) {
    const covered = coverage[x] as number;
    if (covered === 0) continue;
    colour[i] = ((colour[i] as number) * (65025 - r * covered)) / 65025;
    colour[i + 1] = ((colour[i + 1] as number) * (65025 - g * covered)) / 65025;
    colour[i + 2] = ((colour[i + 2] as number) * (65025 - b * covered)) / 65025;
  }
}

/** Copies a row of the ink plate; where ink runs, its neighbours darken. */
function takeInk({ plates, run }: Job, row: Row, y: number): void {
  const { ink, width, height } = plates;
  const at = y * width;
  row.ink.set(ink.subarray(at, at + width));
  const bleed = Math.round(run.options.bleed * 256);
  if (bleed === 0 || y === 0 || y === height - 1) return;
  for (let x = 1; x < width - 1; x++) {
    const i = at + x;
    const beside = (ink[i - 1] as number) + (ink[i + 1] as number);
    const around = beside + (ink[i - width] as number) + (ink[i + width] as number);
    if (around === 0) continue;
    const here = ink[i] as number;
    const soaked = Math.min(255, (around * 3 + here * 12) >> 4);
    if (soaked > here) row.ink[x] = here + (((soaked - here) * bleed) >> 8);
  }
}

/** Thins colour and ink where the rollers carried too little. */
function starve({ run, grain, corner }: Job, { colour, ink, clouds }: Row, y: number): void {
  const strength = Math.round(256 * run.options.starvation);
  const line = ((y + corner[1]) & (TILE - 1)) * TILE;
  for (let x = 0, i = 0; x < ink.length; x++, i += 3) {
    const speck = grain[line + ((x + corner[0]) & (TILE - 1))] as number;
    // 256ths that are missing: 5 % in the mean, 3 % more or less by speck and by cloud.
    const missing = ((13 + ((speck * 8 + (clouds[x] as number) * 8) >> 7)) * strength) >> 8;
    ink[x] = (ink[x] as number) - (((ink[x] as number) * missing) >> 8);
    colour[i] = (colour[i] as number) + (((255 - (colour[i] as number)) * missing) >> 8);
    colour[i + 1] = (colour[i + 1] as number) + (((255 - (colour[i + 1] as number)) * missing) >> 8);
    colour[i + 2] = (colour[i + 2] as number) + (((255 - (colour[i + 2] as number)) * missing) >> 8);
  }
}

/** Ink over colour. */
function impress({ colour, ink }: Row, out: Uint8Array): void {
  const [red, green, blue] = BLACK_INK;
  out.set(colour);
  for (let x = 0, i = 0; x < ink.length; x++, i += 3) {
    const black = ink[x] as number;
    if (black === 0) continue;
    out[i] = (out[i] as number) + ((red - (out[i] as number)) * black) / 255;
    out[i + 1] = (out[i + 1] as number) + ((green - (out[i + 1] as number)) * black) / 255;
    out[i + 2] = (out[i + 2] as number) + ((blue - (out[i + 2] as number)) * black) / 255;
  }
}

/** Fibres: grain of up to 4 levels. */
function roughen({ run, grain, corner }: Job, y: number, out: Uint8Array): void {
  const strength = Math.round(256 * run.options.grain);
  const line = ((y + corner[0]) & (TILE - 1)) * TILE;
  for (let x = 0, i = 0; i < out.length; x++, i += 3) {
    const speck = ((grain[line + ((x + corner[1]) & (TILE - 1))] as number) * strength) >> 13;
    for (let channel = i; channel < i + 3; channel++) {
      const value = (out[channel] as number) + speck;
      out[channel] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
}
