/** Curves and episodes of training runs as one HTML file without a program and without requests, appearing whole. */
import { createWriteStream } from "node:fs";
import { mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Episode, Question, Score } from "../../records/index.ts";
import { type Html, html } from "../html.ts";
import { shownPictures } from "../runs/gallery.ts";
import { galleryCaseHtml } from "../runs/html/gallery-html.ts";
import type { PictureSource } from "../runs/report-input.ts";
import { reportHead, STYLE } from "../runs/run-report-html.ts";
import { plural } from "../runs/wording.ts";
import type { TrainingLog } from "./curves.ts";
import { trainingSections } from "./training-sections.ts";

export interface TrainingReportOptions {
  /** In the order of their colours. */
  readonly logs: readonly TrainingLog[];
  readonly title: string;
  /** Path of the HTML file; replaced once the new one is whole. */
  readonly out: string;
  /** Episodes to look at, in order; none unless given. */
  readonly samples?: readonly SampledEpisode[] | undefined;
  /** Needed for samples. */
  readonly pictures?: PictureSource | undefined;
}

/** An episode of a training run. */
export interface SampledEpisode {
  /** For people: of which run and step. */
  readonly name: string;
  readonly question: Question;
  readonly episode: Episode;
  readonly score: Score;
}

/** px, of embedded pages */
const PAGE_WIDTH = 800;

/** @returns size of the file, bytes */
export async function writeTrainingReport(options: TrainingReportOptions): Promise<number> {
  const { out } = options;
  const partial = `${out}.partial`;
  try {
    await mkdir(dirname(out), { recursive: true });
    await pipeline(Readable.from(trainingReportHtml(options)), createWriteStream(partial));
    await rename(partial, out);
    return (await stat(out)).size;
  } finally {
    await rm(partial, { force: true });
  }
}

async function* trainingReportHtml(options: TrainingReportOptions): AsyncGenerator<string, void, undefined> {
  const { logs, title, samples = [], pictures } = options;
  const steps = logs.reduce((sum, log) => sum + log.steps.length, 0);
  yield reportHead(title, await readFile(STYLE, "utf8")).html;
  yield html`<header class="masthead"><h1>${title}</h1><p>${plural(logs.length, "training run")}, ${plural(steps, "step")}</p></header><main>`
    .html;
  yield trainingSections(logs).html;
  if (samples.length > 0 && pictures !== undefined) {
    yield html`<section id="samples"><h2>Episodes</h2>
<p class="note">As drawn in training. Dashed yellow: where the evidence is. Solid, numbered: where the model looked.</p>`
      .html;
    for (const sample of samples) yield (await sampleHtml(sample, pictures)).html;
    yield "</section>";
  }
  yield html`</main><footer><p>Written by benday.</p></footer></body></html>
`.html;
}

async function sampleHtml(
  { name, question, episode, score }: SampledEpisode,
  source: PictureSource,
): Promise<Html> {
  const page = await source.page(question, PAGE_WIDTH);
  const pictures = await shownPictures(question, episode, source);
  return galleryCaseHtml({ question, page, episodes: [{ system: name, episode, score, pictures }] });
}
