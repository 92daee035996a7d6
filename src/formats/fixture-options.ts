/** Options that read each format's fixture, for the suites that run over all formats. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FormatId } from "./index.ts";

export const FIXTURES = fileURLToPath(new URL("fixtures", import.meta.url));

/** The option that names the annotations (or the folder of scans), and all options, for a fixture at `folder`. */
export interface FixtureOptions {
  readonly entry: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export function fixtureOptions(id: FormatId, folder: string = join(FIXTURES, id)): FixtureOptions {
  const below = (...names: string[]) => join(folder, ...names);
  const all: Record<FormatId, FixtureOptions> = {
    ai4va: { entry: "annotations", options: { annotations: below("annotations.json") } },
    comix: {
      entry: "annotations",
      options: { annotations: below("annotations"), images: below("images"), licence: "CC-BY-NC-4.0" },
    },
    manga109: {
      entry: "annotations",
      options: {
        annotations: below("annotations"),
        images: below("images"),
        dialog: below("dialog"),
        onomatopoeia: below("onomatopoeia"),
      },
    },
    iiif: { entry: "manifest", options: { manifest: below("manifest.json"), maxRequests: 0 } },
    images: { entry: "folder", options: { folder: below("scans"), licence: "CC0-1.0" } },
  };
  return all[id];
}
