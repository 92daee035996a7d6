import type { DrawnPage, PageScript } from "../atelier/index.ts";
import type { FinishedPage } from "../formats/page-folder.ts";

/** Pages from the atelier as a page folder takes them; `listen` hears each page's story. */
export async function* drawnPages(
  pages: AsyncIterable<DrawnPage>,
  listen: (script: PageScript) => void = () => {},
): AsyncGenerator<FinishedPage, void, undefined> {
  for await (const { page, script, png, width, height, phash } of pages) {
    listen(script);
    yield { page, image: { width, height, phash }, picture: { bytes: png, extension: "png" } };
  }
}
