/**
 * Many conversations, each parsed when it is wanted: hundreds of thousands of objects would make every collection of garbage take
 * as long as a step.
 */
import { readFile } from "node:fs/promises";
import { InputError } from "../../errors.ts";
import {
  type ConversationRecord,
  ConversationSchema,
  pageOf,
  readConversations,
} from "./conversation-file.ts";

export interface ConversationList {
  readonly count: number;
  /** @throws RangeError for no place of the list */
  at(place: number): ConversationRecord;
  /** See {@link pageOf}. */
  pageAt(place: number): string;
}

export function conversationList(records: readonly ConversationRecord[]): ConversationList {
  const at = (place: number): ConversationRecord => {
    const record = records[place];
    if (record === undefined)
      throw new RangeError(`conversationList: expected a place below ${records.length}, got ${place}`);
    return record;
  };
  return { count: records.length, at, pageAt: (place) => pageOf(at(place)) };
}

const NEWLINE = 0x0a;

/** Of a file, whose bytes are kept; all are checked before the first is given. @throws InputError naming the line */
export async function openConversations(file: string): Promise<ConversationList> {
  const pages: string[] = [];
  for await (const record of readConversations(file)) pages.push(pageOf(record));
  const bytes = await readFile(file);
  const lines = linesOf(bytes);
  if (lines.length !== pages.length)
    throw new InputError({
      file,
      expected: `${pages.length} conversations`,
      found: `${lines.length}: it was changed`,
    });
  const at = (place: number): ConversationRecord => {
    const line = lines[place];
    if (line === undefined)
      throw new RangeError(`openConversations: expected a place below ${lines.length}, got ${place}`);
    return ConversationSchema.parse(JSON.parse(bytes.toString("utf8", ...line)));
  };
  return { count: lines.length, at, pageAt: (place) => pages[place] ?? "" };
}

/** Where lines begin and end that are not empty. */
function linesOf(bytes: Buffer): readonly (readonly [from: number, to: number])[] {
  const lines: (readonly [number, number])[] = [];
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, from);
    const to = found < 0 ? bytes.length : found;
    if (bytes.toString("utf8", from, to).trim() !== "") lines.push([from, to]);
    from = to + 1;
  }
  return lines;
}
