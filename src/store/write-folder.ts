/**
 * Folders appear whole or not at all. A folder is filled beside its target and swapped in by renames; what stood at
 * the target goes only when the new folder stands, and only if benday wrote it (it carries {@link FOLDER_MARKER}).
 *
 * Beside `out/` a run keeps `.out.benday-<process id>-<random>/` with `new/` (being filled) and, for the moment of the
 * swap, `old/`. Killed at any point, the old folder or the new one is whole on disk: the one gap, between the two
 * renames, is closed by {@link recoverFolder}, which every write to the same target runs first.
 */
import { existsSync, renameSync, rmSync } from "node:fs";
import { lstat, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../errors.ts";
import { canonicalJson } from "../json.ts";

/** Name of the file that says that benday wrote a folder, so that benday may replace it. */
export const FOLDER_MARKER = ".benday.json";

const MARKER = { kind: "benday-folder", version: 1 } as const;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Folders that this process is filling now. */
const unfinished = new Set<string>();

export interface WriteFolderOptions {
  /** Replace a folder that benday wrote earlier. Anything else is never deleted. */
  readonly replace?: boolean | undefined;
}

/**
 * Write a folder whole: `fill` gets an empty folder on the same disk, which becomes `target` when `fill` resolves.
 * When it throws, or on Ctrl-C, the target stays as it was.
 *
 * @returns what `fill` returns
 * @throws InputError where the target is a file, holds foreign files, or holds files and `replace` is not set
 */
export async function writeFolder<T>(
  target: string,
  fill: (folder: string) => Promise<T>,
  options: WriteFolderOptions = {},
): Promise<T> {
  const place = await realPlace(target);
  await recoverFolder(place);
  await checkTarget(place, target, options.replace ?? false);
  await mkdir(dirname(place), { recursive: true });
  const workshop = await mkdtemp(join(dirname(place), `${workshopPrefix(place)}${process.pid}-`));
  const release = cleanOnSignal(workshop);
  try {
    const fresh = join(workshop, "new");
    await mkdir(fresh);
    await writeFile(join(fresh, FOLDER_MARKER), `${canonicalJson(MARKER)}\n`);
    const result = await fill(fresh);
    await checkTarget(place, target, options.replace ?? false);
    swapIn(fresh, place, join(workshop, "old"));
    return result;
  } finally {
    await rm(workshop, { recursive: true, force: true });
    release();
  }
}

/**
 * Finish what a killed run left beside `target`: put the old folder back if the run died between its two renames, and
 * remove its unfinished files. Runs that are still alive are left alone.
 */
export async function recoverFolder(target: string): Promise<void> {
  const place = await realPlace(target);
  const prefix = workshopPrefix(place);
  const siblings = await readdir(dirname(place)).catch(() => []);
  for (const name of siblings.filter((sibling) => sibling.startsWith(prefix)).sort()) {
    const workshop = join(dirname(place), name);
    const owner = Number(name.slice(prefix.length).split("-")[0]);
    if (!Number.isInteger(owner) || unfinished.has(workshop) || isAnother(owner)) continue;
    const old = join(workshop, "old");
    if (existsSync(old) && !existsSync(place)) await rename(old, place);
    await rm(workshop, { recursive: true, force: true });
  }
}

function workshopPrefix(place: string): string {
  return `.${basename(place)}.benday-`;
}

/** A link to a folder stays a link: the folder behind it is the one that is written. */
async function realPlace(target: string): Promise<string> {
  return realpath(target).catch(() => resolve(target));
}

async function checkTarget(place: string, target: string, replace: boolean): Promise<void> {
  const found = await lstat(place).catch(() => undefined);
  if (found === undefined) return;
  if (!found.isDirectory()) {
    throw new InputError({ file: target, expected: "a folder to write to", found: "a file" });
  }
  const entries = await readdir(place);
  if (entries.length === 0) return;
  if (!(await isOurs(place))) {
    throw new InputError({
      file: target,
      expected: "a new or empty folder",
      found: `a folder with ${entries.length} entries that benday did not write`,
      hint: "choose another folder; benday never deletes files of others",
    });
  }
  if (!replace) {
    throw new InputError({
      file: target,
      expected: "a new or empty folder",
      found: "a folder that benday wrote earlier",
      hint: "choose another folder, or say that it may be replaced",
    });
  }
}

async function isOurs(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, FOLDER_MARKER), "utf8").catch(() => "");
  return text.trim() === canonicalJson(MARKER);
}

/** Synchronous, so that no signal handler of this process runs between the two renames. */
function swapIn(fresh: string, place: string, old: string): void {
  const replaces = existsSync(place);
  if (replaces) renameSync(place, old);
  try {
    renameSync(fresh, place);
  } catch (cause) {
    if (replaces) renameSync(old, place);
    throw cause;
  }
}

/** Whether a process of that id lives that is not this one (in a container, a killed run had our id). */
function isAnother(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}

/** Remove the unfinished folder when a signal ends the process; the returned function calls that off. */
function cleanOnSignal(workshop: string): () => void {
  if (unfinished.size === 0) for (const signal of SIGNALS) process.on(signal, endBySignal);
  unfinished.add(workshop);
  return () => {
    unfinished.delete(workshop);
    if (unfinished.size === 0) for (const signal of SIGNALS) process.off(signal, endBySignal);
  };
}

/** A program that handles the signal itself makes `fill` fail, which cleans up too; otherwise end as by default. */
function endBySignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  for (const workshop of unfinished) rmSync(workshop, { recursive: true, force: true });
  for (const name of SIGNALS) process.off(name, endBySignal);
  process.kill(process.pid, signal);
}
