/**
 * Values kept by key in a folder of append-only files, for several processes at once. Each process appends to a file of
 * its own (`segments.ts`); keys and places are read once, at the opening, and values when they are asked for.
 *
 * A value counts as kept once the system has its bytes: it survives the end of the process at any moment. The disk is
 * not waited for, so a power cut may take the last ones. Torn and damaged lines are passed over.
 */
import { mkdir } from "node:fs/promises";
import { KEY_PATTERN, readKeyedLine, scanLines, writeKeyedLine } from "./keyed-lines.ts";
import {
  closeSegment,
  createSegment,
  openSegments,
  type Segment,
  takeOverSegment,
  trimSegments,
} from "./segments.ts";

export interface KeyedLog {
  /**
   * A value that was kept under a key, of unknown form: this process's last, else another's from before the opening.
   * Undefined where there is none, or a damaged one.
   */
  read(key: string): Promise<unknown>;
  /** Keep a JSON value. Resolves once the system has its bytes; calls of one moment share one write. */
  append(key: string, value: unknown): Promise<void>;
  /** Wait for what is being written, let go of the files, delete the oldest beyond the bound. */
  close(): Promise<void>;
}

export interface KeyedLogOptions {
  /** Made where there is none. */
  readonly folder: string;
  /** Bytes that stay after closing. */
  readonly maxBytes: number;
}

/** A file is full with this share of the bound: whole files are deleted, so it is also what goes at once. */
const SEGMENT_SHARE = 1 / 16;

interface Place {
  readonly segment: Segment;
  readonly start: number;
  readonly length: number;
}

interface Line {
  readonly key: string;
  readonly bytes: Buffer;
}

export async function openKeyedLog({ folder, maxBytes }: KeyedLogOptions): Promise<KeyedLog> {
  const files = await openFiles(folder, maxBytes * SEGMENT_SHARE);
  const batches = inBatches((lines: readonly Line[]) => writeLines(files, lines));
  return {
    read: async (key) => {
      const place = files.places.get(key);
      return place === undefined ? undefined : readPlace(key, place);
    },
    append: (key, value) => {
      if (!KEY_PATTERN.test(key))
        throw new RangeError(`keyed log: expected a key of 64 hex digits, got ${key}`);
      return batches.add({ key, bytes: writeKeyedLine(key, value) });
    },
    close: async () => {
      await batches.idle();
      await Promise.all(files.segments.map(closeSegment));
      await trimSegments(folder, maxBytes);
    },
  };
}

interface Files {
  readonly folder: string;
  /** Bytes at which a file is full. */
  readonly full: number;
  readonly segments: Segment[];
  /** Where each key's value is. */
  readonly places: Map<string, Place>;
  /** The file that is appended to, and the bytes in it; undefined where the next write begins one. */
  own: { readonly segment: Segment; readonly size: number } | undefined;
}

async function openFiles(folder: string, full: number): Promise<Files> {
  await mkdir(folder, { recursive: true });
  const taken = await takeOverSegment(folder, full);
  const segments = await openSegments(folder, taken?.file);
  const places = new Map<string, Place>();
  for (const segment of segments) await enterLines(segment, places);
  const files: Files = { folder, full, segments, places, own: undefined };
  if (taken === undefined) return files;
  segments.push(taken);
  const end = await enterLines(taken, places);
  await taken.handle.truncate(end);
  return { ...files, own: { segment: taken, size: end } };
}

/** Enter the places of a file's whole lines; gives the byte behind the last one. */
function enterLines(segment: Segment, places: Map<string, Place>): Promise<number> {
  return scanLines(segment.handle, (line, start) => {
    const key = readKeyedLine(line)?.key;
    if (key !== undefined) places.set(key, { segment, start, length: line.byteLength });
  });
}

/** Append lines in one write, then enter their places. */
async function writeLines(files: Files, lines: readonly Line[]): Promise<void> {
  const { segment, size } = files.own ?? (await beginSegment(files));
  // Where a write fails nobody knows at which byte: the next one begins another file.
  files.own = undefined;
  await segment.handle.appendFile(Buffer.concat(lines.map(({ bytes }) => bytes)));
  let end = size;
  for (const { key, bytes } of lines) {
    files.places.set(key, { segment, start: end, length: bytes.byteLength - 1 });
    end += bytes.byteLength;
  }
  if (end < files.full) files.own = { segment, size: end };
}

async function beginSegment({ folder, segments }: Files) {
  const segment = await createSegment(folder);
  segments.push(segment);
  return { segment, size: 0 };
}

/** Undefined where the file no longer holds what was entered. */
async function readPlace(key: string, { segment, start, length }: Place): Promise<unknown> {
  try {
    const { buffer } = await segment.handle.read(Buffer.alloc(length), 0, length, start);
    const line = readKeyedLine(buffer);
    return line?.key === key ? JSON.parse(line.value.toString("utf8")) : undefined;
  } catch {
    return undefined;
  }
}

/** What is added while a write is under way is written in the next one. */
function inBatches<Item>(write: (items: readonly Item[]) => Promise<void>) {
  let waiting: Item[] = [];
  let next: Promise<void> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const writeWaiting = () => {
    const items = waiting;
    waiting = [];
    next = undefined;
    return write(items);
  };
  return {
    /** Resolves when the item is written. */
    add: (item: Item): Promise<void> => {
      waiting.push(item);
      next ??= last.then(writeWaiting);
      last = next.catch(() => {});
      return next;
    },
    idle: () => last,
  };
}
