/** The page folder: `pages.jsonl`, one page record a line, and `images/`, each picture under its own hash. */
import { join } from "node:path";
import { pageFaults, parsePage } from "../comics/index.ts";
import { InputError, type Place } from "../errors.ts";
import { type Page, type PageImage, PageSchema } from "../records/index.ts";
import { createJsonl, type ImageExtension, putImage, readJsonl } from "../store/index.ts";

const PAGES_FILE = "pages.jsonl";

/** A page with its picture in hand, ready to be stored. */
export interface FinishedPage {
  readonly page: Omit<Page, "image">;
  readonly image: Omit<PageImage, "file">;
  /** The encoded picture; its bytes are stored as they are. */
  readonly picture: { readonly bytes: Uint8Array; readonly extension: ImageExtension };
  /** Where it comes from, for messages. */
  readonly place?: Place | undefined;
}

/**
 * Store pages and pictures in an empty folder, in the order given, one page in memory at a time. To make the folder
 * appear whole or not at all, call this inside `writeFolder`.
 *
 * @param onPage called after each page with the number stored so far and the record
 * @throws InputError for a page that is not sound, or a second page of one id
 */
export async function fillPageFolder(
  folder: string,
  pages: AsyncIterable<FinishedPage>,
  onPage?: (count: number, page: Page) => void,
): Promise<void> {
  const jsonl = await createJsonl(join(folder, PAGES_FILE));
  const places = new Map<string, string>();
  try {
    for await (const { page, image, picture, place = {} } of pages) {
      const { file = "pages", at = page.id } = place;
      checkNew(page.id, places, { file, at });
      const stored = await putImage(folder, picture.bytes, picture.extension);
      const record = parsePage({ ...page, image: { ...image, file: stored } }, file, at);
      await jsonl.append(record);
      places.set(record.id, `${file}: ${at}`);
      onPage?.(places.size, record);
    }
  } finally {
    await jsonl.close();
  }
}

function checkNew(id: string, places: ReadonlyMap<string, string>, place: Place): void {
  const earlier = places.get(id);
  if (earlier === undefined) return;
  throw new InputError({
    ...place,
    expected: "page ids that differ",
    found: `${id}, the id of ${earlier} too`,
  });
}

/** `characters[3].panel` as keys. */
const keysOf = (path: string): (string | number)[] =>
  path
    .split(/[.[\]]+/)
    .filter((key) => key !== "")
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** A page record whose parts agree with each other. */
const SoundPageSchema = PageSchema.superRefine((page, context) => {
  for (const { path, expected } of pageFaults(page)) {
    context.addIssue({ code: "custom", message: expected, path: keysOf(path) });
  }
});

/** The pages of a folder one by one. A record that is not a sound page is an `InputError` with file and line. */
export function readPages(folder: string): AsyncGenerator<Page, void, undefined> {
  return readJsonl(join(folder, PAGES_FILE), SoundPageSchema);
}
