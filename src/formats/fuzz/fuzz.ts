/**
 * Damaged sources against the readers. Whatever is in the files, a reader gives sound pages that say what the files say
 * (see `truth.ts`), or an `InputError` that names a file: no other exception, no hang, nothing from outside its folder.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join, sep } from "node:path";
import { parsePage } from "../../comics/index.ts";
import { InputError } from "../../errors.ts";
import { inspectImage } from "../../pixels/index.ts";
import { type Random, seeded } from "../../random.ts";
import type { Page } from "../../records/index.ts";
import { fitToPicture } from "../fit-page.ts";
import { FIXTURES, fixtureOptions } from "../fixture-options.ts";
import { type FormatId, findFormat, importPages, readPages } from "../index.ts";
import { DAMAGES } from "./damage.ts";
import { type SourceText, sourceText, truthFaults } from "./truth.ts";

export interface FuzzOptions {
  readonly cases: number;
  readonly seed: string;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface FuzzReport {
  readonly cases: number;
  /** Sources refused with an `InputError`. */
  readonly rejected: number;
  /** Sources read to sound pages. */
  readonly accepted: number;
  /** Broken promises, with the case's name. */
  readonly failures: string[];
}

const CANARY = "canary-7f3a";
const TEXT_FILES: ReadonlySet<string> = new Set([".json", ".xml"]);
/** One case in so many goes through the whole import, pictures decoded and written. */
const WHOLE_IMPORT_EVERY = 20;
const HANG_MS = 30_000;

/** A working copy of a fixture, with something beside it that no reader may touch. */
interface Bench {
  readonly id: FormatId;
  /** Holds `source/` and the canaries. */
  readonly root: string;
  readonly source: string;
  /** Paths below `source` and what they held at first. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly before: SourceText;
  readonly undamaged: ReadonlyMap<string, Page>;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

async function openBench(id: FormatId): Promise<Bench> {
  const root = await realpath(await mkdtemp(join(tmpdir(), `benday-fuzz-${id}-`)));
  const source = join(root, "source");
  await cp(join(FIXTURES, id), source, { recursive: true });
  const names = await filesBelow(source);
  const files = new Map<string, Uint8Array>();
  for (const name of names) files.set(name, await readFile(join(source, name)));
  const picture = names.find((name) => name.endsWith(".png")) ?? names.find((name) => name.endsWith(".jpg"));
  await writeFile(join(root, "canary.png"), files.get(picture ?? "") ?? "");
  await writeFile(join(root, "canary.txt"), CANARY);
  const bench = { id, root, source, files, before: await textOf(source, names), undamaged: new Map() };
  const pages = await readAll(bench);
  return { ...bench, undamaged: new Map(pages.map((page) => [page.id, page])) };
}

async function textOf(source: string, names: readonly string[]): Promise<SourceText> {
  const texts: string[] = [];
  for (const name of names.filter((file) => TEXT_FILES.has(extname(file)))) {
    texts.push(await readFile(join(source, name), "utf8").catch(() => ""));
  }
  return sourceText(texts);
}

/** The reader and everything up to the page record, without decoding pictures. */
async function readAll({ id, source }: Pick<Bench, "id" | "source">): Promise<Page[]> {
  const format = findFormat(id);
  const pages: Page[] = [];
  for await (const page of format.read(format.options.parse(fixtureOptions(id, source).options))) {
    const { picture } = page;
    if ("file" in picture && !(await realpath(picture.file)).startsWith(source + sep)) {
      throw new Error(`picture outside of the folder: ${picture.file}`);
    }
    const { width, height } = await inspectImage(picture);
    const image = { file: `images/${"0".repeat(64)}.png`, width, height, phash: "0".repeat(64) };
    const fitted = fitToPicture(page, image, "the picture");
    pages.push(parsePage({ ...fitted.page, image }, page.place.file, page.place.at));
  }
  return pages;
}

type FileDamage = (path: string, bench: Bench, random: Random) => Promise<void>;
const FILE_DAMAGES: Readonly<Record<string, FileDamage>> = {
  "file removed": (path) => rm(path),
  "folder in its place": async (path) => {
    await rm(path);
    await mkdir(path);
  },
  "link out of the folder": async (path, { root }) => {
    await rm(path);
    await symlink(
      join(root, path.endsWith(".xml") || path.endsWith(".json") ? "canary.txt" : "canary.png"),
      path,
    );
  },
  "link to itself": async (path) => {
    await rm(path);
    await symlink(path, path);
  },
  "bytes flipped": async (path, _, random) => {
    const bytes = await readFile(path);
    for (let i = 0; i < 3; i++) bytes[random.int(bytes.length)] = random.int(256);
    await writeFile(path, bytes);
  },
  "file cut short": async (path, _, random) => {
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, random.int(bytes.length)));
  },
};

/** Damage one file of the bench; the name of what was done. */
async function damage(bench: Bench, random: Random): Promise<{ name: string; file: string }> {
  const names = [...bench.files.keys()];
  const texts = names.filter((name) => TEXT_FILES.has(extname(name)));
  if (texts.length > 0 && random.chance(0.85)) {
    const file = random.pick(texts);
    const text = new TextDecoder().decode(bench.files.get(file));
    for (const name of random.shuffle(Object.keys(DAMAGES))) {
      const damaged = DAMAGES[name]?.(text, random);
      if (damaged === undefined) continue;
      await writeFile(join(bench.source, file), damaged);
      return { name, file };
    }
  }
  const file = random.pick(names);
  const name = random.pick(Object.keys(FILE_DAMAGES));
  await FILE_DAMAGES[name]?.(join(bench.source, file), bench, random);
  return { name, file };
}

async function repair(bench: Bench, file: string): Promise<void> {
  const path = join(bench.source, file);
  await rm(path, { recursive: true, force: true });
  await writeFile(path, bench.files.get(file) ?? "");
}

/** What broke in one accepted or rejected case; "rejected" and "accepted" where nothing did. */
async function runCase(bench: Bench, wholeImport: boolean): Promise<"accepted" | "rejected" | string[]> {
  try {
    const pages = wholeImport ? await importAll(bench) : await readAll(bench);
    const after = await textOf(bench.source, [...bench.files.keys()]);
    const source = { before: bench.before, after };
    const faults = pages.flatMap((page) => truthFaults(page, bench.undamaged.get(page.id), source));
    if (JSON.stringify(pages).includes(CANARY)) faults.push("text from outside the folder");
    return faults.length === 0 ? "accepted" : faults;
  } catch (error) {
    if (error instanceof InputError && error.fault.file !== undefined) return "rejected";
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

/** The whole import; a refused source must leave nothing behind. */
async function importAll({ id, source, root }: Bench): Promise<Page[]> {
  const format = findFormat(id);
  const out = join(root, "out");
  try {
    const { options } = fixtureOptions(id, source);
    await importPages(format.read(format.options.parse(options)), out, { replace: true });
    return await Array.fromAsync(readPages(out));
  } catch (error) {
    const left = (await readdir(root)).filter((name) => name.includes("out"));
    if (left.length > 0) throw new Error(`half an import left behind: ${left}`, { cause: error });
    throw error;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

function withinTime<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${HANG_MS} ms`)), HANG_MS);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

/** Run one format's fixture through `cases` damages; the same seed makes the same damages. */
export async function fuzzFormat(id: FormatId, options: FuzzOptions): Promise<FuzzReport> {
  const bench = await openBench(id);
  const report = { cases: 0, rejected: 0, accepted: 0, failures: [] as string[] };
  try {
    for (; report.cases < options.cases; report.cases++) {
      const number = report.cases;
      const { name, file } = await damage(bench, seeded(`${options.seed}/${id}/${number}`));
      const wholeImport = number % WHOLE_IMPORT_EVERY === 0;
      const result = await withinTime(runCase(bench, wholeImport)).catch((error: unknown) => [String(error)]);
      if (typeof result === "string") report[result]++;
      else
        report.failures.push(...result.map((fault) => `${id} case ${number} (${name}, ${file}): ${fault}`));
      await repair(bench, file);
      options.onProgress?.(number + 1, options.cases);
    }
  } finally {
    await rm(bench.root, { recursive: true, force: true });
  }
  return report;
}
