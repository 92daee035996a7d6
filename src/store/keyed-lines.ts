/**
 * The lines of a {@link KeyedLog}: `{"key":"...","crc":"...","value":...}`, JSON with a head of fixed length, so that
 * a key is found without parsing, and a checksum, so that no damaged line is believed.
 */
import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { canonicalJson } from "../json.ts";

/** 64 hex digits: a SHA-256. */
export const KEY_PATTERN = /^[0-9a-f]{64}$/;

const HEAD = /^\{"key":"([0-9a-f]{64})","crc":"([0-9a-f]{8})","value":$/;
const HEAD_LENGTH = 99;
const NEWLINE = 0x0a;
const CLOSING_BRACE = 0x7d;
/** Bytes read at once. */
const CHUNK = 256 * 1024;

export function writeKeyedLine(key: string, value: unknown): Buffer {
  const text = canonicalJson(value);
  return Buffer.from(`{"key":"${key}","crc":"${checksum(key, text)}","value":${text}}\n`);
}

export interface KeyedLine {
  readonly key: string;
  /** The value as JSON text. */
  readonly value: Buffer;
}

/** A line without its end; undefined where it is torn, damaged or something else. */
export function readKeyedLine(line: Buffer): KeyedLine | undefined {
  const [, key, crc] = HEAD.exec(line.toString("latin1", 0, HEAD_LENGTH)) ?? [];
  if (key === undefined || crc === undefined || line.at(-1) !== CLOSING_BRACE) return undefined;
  const value = line.subarray(HEAD_LENGTH, -1);
  return checksum(key, value) === crc ? { key, value } : undefined;
}

/** CRC-32 of the key and the value's text, 8 hex digits. */
const checksum = (key: string, value: string | Buffer): string =>
  crc32(value, crc32(key)).toString(16).padStart(8, "0");

/**
 * Every line of a file that has its end, without it, and the byte at which it starts.
 *
 * @returns the byte behind the last line end: what follows is torn
 */
export async function scanLines(
  handle: FileHandle,
  visit: (line: Buffer, start: number) => void,
): Promise<number> {
  let [start, rest] = [0, Buffer.alloc(0)];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const { bytesRead } = await handle.read(chunk, 0, CHUNK, start + rest.byteLength);
    if (bytesRead === 0) return start;
    const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      visit(bytes.subarray(from, end), start + from);
      from = end + 1;
    }
    start += from;
    rest = bytes.subarray(from);
  }
}
