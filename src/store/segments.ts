/**
 * The files of a keyed log. Each belongs to the process that is named in it, which alone appends to it; what an ended
 * process left is taken over by renaming it, which succeeds for one taker only. Readers hold files open, so that
 * renaming and deleting them takes nothing away from anyone.
 */
import { randomUUID } from "node:crypto";
import { type FileHandle, open, readdir, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, join } from "node:path";
import { hash32 } from "../random.ts";
import { isProcessAlive } from "./process-alive.ts";

const HOST = hash32(hostname());
const NAME = /^[0-9a-f]{16}-[0-9a-f]{8}-(\d+)-([0-9a-f]{8})\.jsonl$/;

/** Files to which this process appends. */
const inUse = new Set<string>();

export interface Segment {
  readonly file: string;
  readonly handle: FileHandle;
}

const hex = (value: number, digits: number): string =>
  value.toString(16).padStart(digits, "0").slice(-digits);

/** Counts this process's files, since file systems stamp what is written within some milliseconds alike. */
let begun = 0;

/** Names in the order in which they were given. */
function newFile(folder: string): string {
  const order = `${hex(Date.now(), 12)}${hex(begun++, 4)}`;
  return join(folder, `${order}-${randomUUID().slice(0, 8)}-${process.pid}-${HOST}.jsonl`);
}

/** A new, empty file of this process. */
export async function createSegment(folder: string): Promise<Segment> {
  const file = newFile(folder);
  inUse.add(file);
  return { file, handle: await open(file, "ax+") };
}

/** A file below `maxBytes` to which nobody appends any more, now of this process; undefined where there is none. */
export async function takeOverSegment(folder: string, maxBytes: number): Promise<Segment | undefined> {
  for (const left of (await segmentFiles(folder)).filter(isLeft)) {
    const size = await sizeOf(left);
    if (size === undefined || size >= maxBytes) continue;
    const file = newFile(folder);
    inUse.add(file);
    // It fails where another process was first, and on systems that do not rename what somebody reads.
    if (await succeeds(rename(left, file))) return { file, handle: await open(file, "a+") };
    inUse.delete(file);
  }
  return undefined;
}

/** Times that a folder is listed anew because a file got another name meanwhile. */
const LISTINGS = 4;

/** The files of other processes, to read; `except` is this one's own. */
export async function openSegments(folder: string, except: string | undefined): Promise<Segment[]> {
  const segments = new Map<string, Segment>();
  for (let listing = 0; listing < LISTINGS; listing++) {
    let vanished = false;
    for (const file of await segmentFiles(folder)) {
      if (file === except || segments.has(file)) continue;
      const handle = await open(file, "r").catch(() => undefined);
      if (handle === undefined) vanished = true;
      else segments.set(file, { file, handle });
    }
    if (!vanished) break;
  }
  return [...segments.values()];
}

export async function closeSegment({ file, handle }: Segment): Promise<void> {
  await handle.close();
  inUse.delete(file);
}

/** Delete the files that were written longest ago until the others are within a bound. */
export async function trimSegments(folder: string, maxBytes: number): Promise<void> {
  const found: { file: string; size: number; written: number }[] = [];
  for (const file of await segmentFiles(folder)) {
    const stats = await stat(file).catch(() => undefined);
    if (stats !== undefined) found.push({ file, size: stats.size, written: stats.mtimeMs });
  }
  let bytes = found.reduce((sum, { size }) => sum + size, 0);
  for (const { file, size } of found.sort((a, b) => a.written - b.written || (a.file < b.file ? -1 : 1))) {
    if (bytes <= maxBytes) return;
    if (await succeeds(rm(file, { force: true }))) bytes -= size;
  }
}

async function segmentFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => NAME.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Whether the process of a file has ended, or is this one and done with it; one of another machine may be alive. */
function isLeft(file: string): boolean {
  const [, id, host] = NAME.exec(basename(file)) ?? [];
  if (host !== HOST || inUse.has(file)) return false;
  return Number(id) === process.pid || !isProcessAlive(Number(id));
}

const sizeOf = async (file: string): Promise<number | undefined> =>
  (await stat(file).catch(() => undefined))?.size;

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
