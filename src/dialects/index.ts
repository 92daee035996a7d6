import { deepeyes } from "./deepeyes.ts";
import type { Dialect } from "./dialect.ts";
import { grounding } from "./grounding.ts";
import { native } from "./native.ts";
import { tagged, taggedRestating, taggedStrict } from "./tagged.ts";
import { verl } from "./verl.ts";

export const dialects = [
  native,
  tagged,
  taggedStrict,
  taggedRestating,
  deepeyes,
  verl,
  grounding,
] as const satisfies readonly Dialect[];
export type DialectId = (typeof dialects)[number]["id"];

/** The dialect of a name, for flags and records; undefined for an unknown one. */
export function findDialect(id: string): Dialect | undefined {
  return dialects.find((dialect) => dialect.id === id);
}

export type {
  Action,
  Dialect,
  FaultyCall,
  Occasion,
  ReadCall,
  ReadReply,
  ReplyCall,
  ReplyText,
  ToolText,
  ZoomCall,
} from "./dialect.ts";
export { type Fallback, type PublishedReader, publishedReaders } from "./published-readers.ts";
export { readReply } from "./read-reply.ts";
export {
  ALL_RULES,
  NO_RULES,
  PARSING_RULES,
  type ParsingRule,
  REPLY_REMARKS,
  type ReplyRemark,
} from "./rules.ts";
export { ZOOM_TOOL } from "./zoom-tool.ts";
