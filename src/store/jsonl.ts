/** JSON Lines: one record a line, UTF-8, `\n`; written in canonical bytes, read one line at a time. */
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { z } from "zod";
import { InputError, reasonOf } from "../errors.ts";
import { canonicalJson, checkInput, parseJson } from "../json.ts";

/** Longest line that is read, bytes: a hostile file must not fill the memory. */
const LONGEST_LINE = 64 * 1024 * 1024;
/** Bytes of lines kept back before they are handed to the system. */
const WRITE_AT = 64 * 1024;
const NEWLINE = 0x0a;

/** Appends records to a file; several `append` calls may be under way, lines keep the order of the calls. */
export interface JsonlWriter {
  /** Add one record as one line of canonical JSON. Resolves when there is room for more. */
  append(record: unknown): Promise<void>;
  /** Resolves when everything appended so far survives a power cut. */
  flush(): Promise<void>;
  /** Flush and close. */
  close(): Promise<void>;
}

/** Write a new file; one that exists is an `InputError`. */
export async function createJsonl(file: string): Promise<JsonlWriter> {
  return writerOn(await openFile(file, "wx"));
}

/** What {@link resumeJsonl} found. */
export interface ResumedJsonl {
  /** Appends behind the last whole line. */
  readonly writer: JsonlWriter;
  /** Number of bytes of a torn last line that were cut off; 0 after a clean end. */
  readonly torn: number;
}

/**
 * Go on writing where a killed run stopped: a torn last line is cut off, a whole one that lacks its line end gets it.
 * A file that does not exist is created.
 */
export async function resumeJsonl(file: string): Promise<ResumedJsonl> {
  const handle = await openFile(file, "a+");
  const { size } = await handle.stat();
  const tail = await readTail(handle, size);
  const whole = isJson(tail);
  const torn = whole ? 0 : tail.byteLength;
  if (torn > 0) await handle.truncate(size - torn);
  if (whole) await handle.write("\n");
  return { writer: writerOn(handle), torn };
}

/**
 * Read records one by one; memory does not grow with the file. Empty lines are skipped.
 *
 * @throws InputError naming `file:line` and the JSON path
 */
export async function* readJsonl<S extends z.ZodType>(
  file: string,
  schema: S,
): AsyncGenerator<z.output<S>, void, undefined> {
  for await (const { text, number } of readLines(file)) {
    const place = `${file}:${number}`;
    if (text.trim() !== "") yield checkInput(schema, parseJson(text, place), place);
  }
}

interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** Lines end at `\n` alone: `node:readline` would also split at U+2028, which JSON allows inside texts. */
async function* readLines(file: string): AsyncGenerator<Line, void, undefined> {
  let number = 0;
  let rest: Uint8Array[] = [];
  for await (const chunk of readChunks(file)) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      number++;
      yield { text: decodeLine([...rest, chunk.subarray(start, end)], file, number), number };
      rest = [];
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
    refuseLongLine(rest, file, number + 1);
  }
  yield { text: decodeLine(rest, file, number + 1), number: number + 1 };
}

async function* readChunks(file: string): AsyncGenerator<Buffer, void, undefined> {
  try {
    for await (const chunk of createReadStream(file)) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function decodeLine(pieces: readonly Uint8Array[], file: string, number: number): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces));
  } catch (cause) {
    throw new InputError(
      { file: `${file}:${number}`, expected: "UTF-8 text", found: "other bytes" },
      { cause },
    );
  }
}

function refuseLongLine(pieces: readonly Uint8Array[], file: string, number: number): void {
  const bytes = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  if (bytes <= LONGEST_LINE) return;
  throw new InputError({
    file: `${file}:${number}`,
    expected: `lines of at most ${LONGEST_LINE} bytes`,
    found: "a longer one",
  });
}

function unreadable(file: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !("code" in cause)) return cause;
  return new InputError({ file, expected: "a readable file", found: reasonOf(cause) }, { cause });
}

async function openFile(file: string, flags: "wx" | "a+"): Promise<FileHandle> {
  try {
    return await open(file, flags);
  } catch (cause) {
    if (!(cause instanceof Error) || !("code" in cause)) throw cause;
    throw new InputError({ file, expected: "a file to write", found: reasonOf(cause) }, { cause });
  }
}

function writerOn(handle: FileHandle): JsonlWriter {
  let waiting: string[] = [];
  let waitingLength = 0;
  let written: Promise<unknown> = Promise.resolve();
  const write = () => {
    const text = waiting.join("");
    waiting = [];
    waitingLength = 0;
    if (text !== "") written = written.then(() => handle.appendFile(text));
    return written;
  };
  const flush = async () => {
    await write();
    await handle.datasync();
  };
  return {
    async append(record) {
      const line = `${canonicalJson(record)}\n`;
      waiting.push(line);
      waitingLength += line.length;
      if (waitingLength >= WRITE_AT) await write();
    },
    flush,
    async close() {
      try {
        await flush();
      } finally {
        await handle.close();
      }
    },
  };
}

/** The bytes behind the last line end. */
async function readTail(handle: FileHandle, size: number): Promise<Buffer> {
  const step = 64 * 1024;
  let tail = Buffer.alloc(0);
  for (let end = size; end > 0; end -= step) {
    const start = Math.max(0, end - step);
    const { buffer } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
    const newline = buffer.lastIndexOf(NEWLINE);
    tail = Buffer.concat([buffer.subarray(newline + 1), tail]);
    if (newline >= 0) break;
  }
  return tail;
}

/** A record is an object or a list, so no beginning of one is whole JSON itself. */
function isJson(bytes: Buffer): boolean {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}
