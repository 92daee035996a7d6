/**
 * IIIF Presentation manifests (2 and 3), from a file or the web: one page a canvas, without annotations.
 *
 * The first image painted on a canvas is the page. A canvas's own width and height are a coordinate space, not pixels
 * (Presentation 3.0, section 5.3), so the picture's size is not compared with them.
 */
import { dirname } from "node:path";
import { z } from "zod";
import { parseJson } from "../json.ts";
import type { Format, SourcePage } from "./format.ts";
import { checkUrl, createDownload, type Download } from "./iiif/download.ts";
import { type Manifest, type ManifestCanvas, readManifest } from "./iiif/manifest.ts";
import { chosenLicence } from "./licence.ts";
import { NO_LABELS } from "./no-labels.ts";
import { slug } from "./page-id.ts";
import { decodeUtf8, fileInside, readText } from "./source-file.ts";
import { SourceOptions } from "./source-options.ts";

const MEBIBYTE = 1024 * 1024;
const MAX_MANIFEST_BYTES = 32 * MEBIBYTE;

const IiifOptions = z.strictObject({
  manifest: z.string().describe("manifest: a file, or an http(s) address"),
  allowLocal: z.boolean().default(false).describe("allow downloads from private and loopback addresses"),
  maxRequests: z.int().nonnegative().default(2000).describe("most downloads in one import"),
  maxImageMegabytes: z.number().positive().max(1024).default(64).describe("largest picture file, MiB"),
  timeout: z.number().positive().max(3600).default(60).describe("longest time for one download, seconds"),
  ...SourceOptions,
});
type Options = z.output<typeof IiifOptions>;

/** `https:`, `file:` and the like; one letter is a Windows drive and no scheme. */
const hasScheme = (text: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(text);

/** A manifest, and what relative names in it count from: its own address, absent for a local file. */
interface LoadedManifest extends Manifest {
  readonly base: string | undefined;
}

async function loadManifest(options: Options, download: Download): Promise<LoadedManifest> {
  const { manifest } = options;
  const isRemote = hasScheme(manifest);
  const remote = isRemote ? await download(manifest, MAX_MANIFEST_BYTES) : undefined;
  const text =
    remote === undefined ? await readText(manifest, MAX_MANIFEST_BYTES) : decodeUtf8(remote.bytes, manifest);
  return { ...readManifest(parseJson(text, manifest), manifest), base: remote?.url };
}

/** A file beside a local manifest, or a download. */
async function loadPicture(
  canvas: ManifestCanvas,
  base: string | undefined,
  options: Options,
  download: Download,
): Promise<SourcePage["picture"]> {
  const { manifest, maxImageMegabytes } = options;
  const place = { file: manifest, at: canvas.at };
  if (base === undefined && !hasScheme(canvas.image)) {
    return { file: await fileInside(dirname(manifest), canvas.image, place) };
  }
  const { href } = checkUrl(URL.parse(canvas.image, base)?.href ?? canvas.image, place);
  const { bytes } = await download(href, maxImageMegabytes * MEBIBYTE);
  return { bytes, name: href };
}

async function readPage(
  canvas: ManifestCanvas,
  manifest: LoadedManifest,
  options: Options,
  download: Download,
): Promise<SourcePage> {
  return {
    page: {
      kind: "page",
      version: 1,
      id: slug(canvas.id.replace(/^[a-z]+:\/\//i, "")),
      dataset: options.dataset ?? manifest.label ?? "IIIF",
      sourceFile: canvas.image,
      licence: chosenLicence(options, manifest.licence),
      series: options.series,
      story: manifest.label,
      language: options.language,
      direction: options.direction ?? manifest.direction ?? "ltr",
      ...NO_LABELS,
    },
    picture: await loadPicture(canvas, manifest.base, options, download),
    place: { file: options.manifest, at: canvas.at },
    warnings: [],
  };
}

export const iiif: Format<"iiif", typeof IiifOptions> = {
  id: "iiif",
  summary: "IIIF Presentation manifest 2 or 3 (file or address): scans without annotations",
  options: IiifOptions,
  async *read(options) {
    const { maxRequests, timeout, allowLocal } = options;
    const download = createDownload({ maxRequests, timeout: timeout * 1000, allowLocal });
    const manifest = await loadManifest(options, download);
    for (const canvas of manifest.canvases) yield readPage(canvas, manifest, options, download);
  },
};
