/** The report on disk: one HTML file, appearing whole. */
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Question } from "../../records/index.ts";
import { type GalleryOptions, galleryCases } from "./gallery.ts";
import type { PictureSource } from "./report-input.ts";
import type { PreparedReport } from "./run-report.ts";
import { runReportHtml } from "./run-report-html.ts";

export interface WriteRunReportOptions extends GalleryOptions {
  readonly prepared: PreparedReport;
  readonly questions: ReadonlyMap<string, Question>;
  readonly pictures: PictureSource;
  readonly title: string;
  /** Path of the HTML file; replaced once the new one is whole. */
  readonly out: string;
}

/** @returns size of the file, bytes */
export async function writeRunReport(options: WriteRunReportOptions): Promise<number> {
  const { prepared, questions, pictures, title, out } = options;
  const gallery = galleryCases(prepared, questions, pictures, options);
  const partial = `${out}.partial`;
  try {
    await mkdir(dirname(out), { recursive: true });
    const stream = createWriteStream(partial);
    await pipeline(Readable.from(runReportHtml(prepared, title, gallery)), stream);
    await rename(partial, out);
    return stream.bytesWritten;
  } finally {
    await rm(partial, { force: true });
  }
}
