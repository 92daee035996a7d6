/** The `show` file: one HTML file, without requests to anywhere, in which to leaf through a benchmark. */
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { deflateSync } from "node:zlib";
import { mapConcurrent } from "../pool.ts";
import type { Question } from "../records/index.ts";
import { collectContents, type ShowContents } from "./show-catalogue.ts";
import { CATALOGUE_BLOCK, pictureBlock, questionsBlock } from "./show-format.ts";
import { shrinkPicture } from "./show-picture.ts";
import { readShell, type ShowShell } from "./show-shell.ts";

/** Pictures under way at once: enough to keep the encoder busy, few enough to keep memory flat. */
const PICTURES_AT_ONCE = 4;

export interface ShowOptions {
  readonly questions: AsyncIterable<Question> | Iterable<Question>;
  /** Absolute path of a question's page picture; asked once a page. */
  readonly imageFile: (question: Question) => string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Path of the HTML file; replaced when it exists, and only once the new one is whole. */
  readonly out: string;
  /** Width of the embedded pictures, px; smaller pictures stay as they are. Default 900. */
  readonly pictureWidth?: number | undefined;
  /** WebP quality of the embedded pictures, 1-100. Default 75. */
  readonly quality?: number | undefined;
  /** Called after every picture. */
  readonly onProgress?: ((progress: ShowProgress) => void) | undefined;
}

export interface ShowProgress {
  readonly pagesDone: number;
  readonly pages: number;
}

export interface ShowSummary {
  readonly questions: number;
  readonly pages: number;
  /** Size of the file. */
  readonly bytes: number;
}

/**
 * Write the show file. The same questions and pictures give the same bytes. Questions are listed in the order given;
 * a picture that cannot be decoded and an id that comes twice are `InputError`s.
 */
export async function writeShow(options: ShowOptions): Promise<ShowSummary> {
  const contents = await collectContents(options.questions);
  const shell = await readShell(options.title, options.subtitle ?? "");
  const partial = `${options.out}.partial`;
  try {
    await mkdir(dirname(options.out), { recursive: true });
    const stream = createWriteStream(partial);
    await pipeline(showParts(shell, contents, options), stream);
    await rename(partial, options.out);
    const { pages, questions } = contents.catalogue;
    return { questions: questions.ids.length, pages: pages.length, bytes: stream.bytesWritten };
  } finally {
    await rm(partial, { force: true });
  }
}

/** The file from beginning to end. */
async function* showParts(
  shell: ShowShell,
  contents: ShowContents,
  options: ShowOptions,
): AsyncGenerator<string> {
  const { catalogue, questionsOfPage } = contents;
  yield shell.beforeCatalogue;
  yield block(CATALOGUE_BLOCK, packJson(catalogue));
  yield shell.beforeData;
  for (const [page, questions] of questionsOfPage.entries()) {
    yield block(questionsBlock(page), packJson(questions));
  }
  const { imageFile, pictureWidth = 900, quality = 75, onProgress } = options;
  const files = questionsOfPage.flatMap((questions) => questions.slice(0, 1).map(imageFile));
  const pictures = mapConcurrent(files, PICTURES_AT_ONCE, (file) =>
    shrinkPicture(file, pictureWidth, quality),
  );
  let pagesDone = 0;
  for await (const picture of pictures) {
    yield block(pictureBlock(pagesDone++), picture.toString("base64"));
    onProgress?.({ pagesDone, pages: files.length });
  }
  yield shell.afterData;
}

const block = (id: string, text: string): string => `<script type="text/plain" id="${id}">${text}</script>\n`;

const packJson = (value: unknown): string =>
  deflateSync(JSON.stringify(value), { level: 9 }).toString("base64");
