/** A reply read by a set of parsing rules. No text makes this throw. */
import { MAX_REPLY_CHARACTERS, type ReadCall, type ReadReply, type ReplyText } from "./dialect.ts";
import { type CallFound, readBareCalls, readCallText, readNativeCall } from "./read-call.ts";
import type { ParsingRule, ReplyRemark } from "./rules.ts";
import { splitTags, type TaggedPart, type TaggedText } from "./tags.ts";

/** Calls beyond this many in one reply are not read. */
const MAX_CALLS = 64;

export function readReply(reply: ReplyText, rules: ReadonlySet<ParsingRule>): ReadReply {
  const notes = new Set<ParsingRule | ReplyRemark>();
  if (reply.text.length > MAX_REPLY_CHARACTERS) notes.add("long-text");
  const tagged = splitTags(withoutImagined(reply.text.slice(0, MAX_REPLY_CHARACTERS), rules, notes));
  for (const note of tagged.notes) notes.add(note);
  const found = callsOf(reply, tagged, rules).slice(0, MAX_CALLS);
  for (const note of found.flatMap((each) => each.notes)) notes.add(note);
  const answer = answerOf(tagged, found.length > 0, rules, notes);
  if (found.length > 1) notes.add("several-calls");
  if (found.length > 0 && answer !== undefined) notes.add("call-with-answer");
  const thinking = [reply.reasoning ?? "", tagged.thinking].filter((text) => text !== "").join("\n");
  return {
    ...(thinking === "" ? {} : { thinking }),
    calls: found.map((each) => judged(each, rules)),
    ...(answer === undefined ? {} : { answer }),
    notes: [...notes],
  };
}

/** Up to the first response that the model wrote in the tool's stead: what follows rests on nothing it was shown. */
function withoutImagined(
  text: string,
  rules: ReadonlySet<ParsingRule>,
  notes: Set<ParsingRule | ReplyRemark>,
): string {
  const called = text.indexOf("</tool_call>");
  const imagined = called < 0 ? -1 : text.indexOf("<tool_response>", called);
  if (imagined < 0) return text;
  notes.add("imagined-response");
  return rules.has("imagined-response") ? text.slice(0, imagined) : text;
}

function callsOf(reply: ReplyText, { parts, outside }: TaggedText, rules: ReadonlySet<ParsingRule>) {
  const native = reply.calls.slice(0, MAX_CALLS).map(readNativeCall);
  const written = parts.filter(({ tag }) => tag === "tool_call").flatMap(readTaggedCall);
  const found = [...native, ...written];
  if (found.length > 0 || parts.length > 0 || !rules.has("bare-call")) return found;
  return readBareCalls(outside);
}

function readTaggedCall({ body, closed }: TaggedPart): CallFound[] {
  const found = readCallText(body);
  return closed ? found : found.map(({ call, notes }) => ({ call, notes: ["truncated-tag", ...notes] }));
}

/** A call that takes a rule which does not hold is malformed. */
function judged({ call, notes }: CallFound, rules: ReadonlySet<ParsingRule>): ReadCall {
  const broken = notes.filter((note) => !rules.has(note));
  if (broken.length === 0 || "fault" in call) return call;
  const { raw, name, id } = call;
  const fault = { kind: "malformed", message: `not in the asked form (${broken.join(", ")})` } as const;
  return { raw, name, ...(id === undefined ? {} : { id }), fault };
}

function answerOf(
  { parts, outside }: TaggedText,
  hasCalls: boolean,
  rules: ReadonlySet<ParsingRule>,
  notes: Set<ParsingRule | ReplyRemark>,
): string | undefined {
  const answers = parts.filter(({ tag }) => tag === "answer");
  if (answers.length > 1) notes.add("several-answers");
  if (answers.some(({ closed }) => !closed)) notes.add("truncated-tag");
  const read = answers.filter(({ closed }) => closed || rules.has("truncated-tag"));
  const tagged = read.map(({ body }) => body.trim()).filter((body) => body !== "");
  if (read.length > 0 && tagged.length === 0) notes.add("empty-answer");
  if (answers.length > 0 || hasCalls || outside === "") return tagged.at(-1);
  notes.add("untagged-answer");
  return rules.has("untagged-answer") ? outside : undefined;
}
