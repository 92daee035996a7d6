/** Pictures for a report: pages with their marks, and what models were sent, painted again from the benchmark. */
import path from "node:path";
import { openPictures, type Pictures } from "../episodes/index.ts";
import { encodeWebp } from "../pixels/index.ts";
import type { Question } from "../records/index.ts";
import { type PictureSource, renderQuestion } from "../report/index.ts";

/** WebP quality of pages, 1-100. */
const QUALITY = 75;

/** @param benchmarkOf the benchmark folder of a question */
export function reportPictures(benchmarkOf: (question: Question) => string): PictureSource {
  const opened = new Map<string, Pictures>();
  const picturesOf = (folder: string): Pictures => {
    const pictures = opened.get(folder) ?? openPictures(folder);
    opened.set(folder, pictures);
    return pictures;
  };
  return {
    page: async (question, width) => {
      const file = path.join(benchmarkOf(question), question.page.image);
      const most = Math.min(width, question.page.width);
      const drawn = await renderQuestion(question, file, { width: most, targets: false });
      const bytes = await encodeWebp(drawn, { quality: QUALITY });
      return { mediaType: "image/webp", bytes, width: drawn.width, height: drawn.height };
    },
    sent: async (question, episode, { hash, ...spec }) => {
      const encoding = episode.settings?.encoding ?? "jpeg";
      const picture = await picturesOf(benchmarkOf(question)).paint(question, spec, encoding);
      // Another picture than the model saw would be worse than none.
      return picture.hash === hash ? picture : undefined;
    },
  };
}
