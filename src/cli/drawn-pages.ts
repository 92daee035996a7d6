import type { DrawnPage } from "../atelier/index.ts";
import type { FinishedPage } from "../formats/page-folder.ts";

/** Pages from the atelier as a page folder takes them. */
export async function* drawnPages(
  pages: AsyncIterable<DrawnPage>,
): AsyncGenerator<FinishedPage, void, undefined> {
  for await (const { page, png, width, height, phash } of pages) {
    yield { page, image: { width, height, phash }, picture: { bytes: png, extension: "png" } };
  }
}
