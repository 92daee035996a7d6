/** What an answer says of a choice that it mentions: decided for, named, or denied. */
import {
  APPROVALS,
  AUXILIARIES,
  CHOICE_NOUNS,
  DENIALS,
  FILLERS,
  HEDGES,
  JOINTS,
  MEDIUM_CUES,
  QUALIFIERS,
  REJECTIONS,
  STRONG_CUES,
  SUPPOSITIONS,
  TURNS,
} from "./answer-words.ts";
import type { Mention } from "./mentions.ts";
import type { Token } from "./tokens.ts";

/**
 * `decided`: "the answer is B"; `leaning`: "so B", "maybe B"; `named`: no more than named; `supposed`: "whether B", "is
 * it B?"; `denied`: "not B", "B is wrong".
 */
export type Standing = "decided" | "leaning" | "named" | "supposed" | "denied";

/** How far a cue or a denial may stand from what it is about, in words. */
const REACH = 8;
/** How far the question mark of a sentence may be from a mention, tokens. */
const QUESTION_REACH = 60;

export function standingOf(tokens: readonly Token[], mention: Mention): Standing {
  if (isDeniedBefore(tokens, mention) || isRejectedAfter(tokens, mention)) return "denied";
  const cue = cueBefore(tokens, mention) ?? (isApprovedAfter(tokens, mention) ? "decided" : undefined);
  if (isSupposed(tokens, mention)) return cue === undefined ? "named" : "supposed";
  return cue ?? "named";
}

/** Tokens before a mention in its sentence, nearest first. */
function* backwards(tokens: readonly Token[], { start }: Mention): Generator<Token> {
  const sentence = tokens[start]?.sentence;
  for (let at = start - 1; at >= Math.max(0, start - 2 * REACH); at--) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== sentence) return;
    yield token;
  }
}

function isDeniedBefore(tokens: readonly Token[], mention: Mention): boolean {
  let words = 0;
  let next = "";
  for (const { key, kind } of backwards(tokens, mention)) {
    if (key === "," || key === ":" || words > REACH - 2) return false;
    if (kind !== "word") continue;
    if (denies(key, next)) return true;
    if (TURNS.has(key)) return false;
    next = key;
    words++;
  }
  return false;
}

const denies = (key: string, next: string): boolean =>
  DENIALS.has(key) ||
  (key === "instead" && next === "of") ||
  (key === "lieu" && next.startsWith("d")) ||
  (key === "plutot" && next === "que") ||
  (/^rul(?:e|es|ed|ing)$/.test(key) && next === "out");

/** Words after a mention up to a pause or a new thought. */
function wordsAfter(tokens: readonly Token[], { start, end }: Mention): readonly string[] {
  const sentence = tokens[start]?.sentence;
  const found: string[] = [];
  for (const { key, kind, sentence: own } of tokens.slice(end, end + REACH)) {
    if (own !== sentence || TURNS.has(key) || /^[,:.!?;]$/.test(key)) break;
    if (kind === "word") found.push(key);
  }
  return found;
}

function isRejectedAfter(tokens: readonly Token[], mention: Mention): boolean {
  const words = wordsAfter(tokens, mention);
  const telling = words.findIndex((word) => !AUXILIARIES.has(word));
  // "B, not A" pauses; "B not A" denies what follows and not B.
  if (telling === 0 && /^(?:not|pas|impossible|false|faux)$/.test(words[0] ?? "")) return false;
  return telling >= 0 && REJECTIONS.has(words[telling] ?? "");
}

function isApprovedAfter(tokens: readonly Token[], mention: Mention): boolean {
  const words = wordsAfter(tokens, mention);
  const telling = words.findIndex((word) => !AUXILIARIES.has(word));
  const bare = telling === 0 && !/^(?:fits|matches|works|convient|correspond)$/.test(words[0] ?? "");
  return telling >= 0 && !bare && APPROVALS.has(words[telling] ?? "");
}

/** "The answer is (clearly) B" is decided; "so B", "it is B", "maybe B" and "the answer might be B" lean. */
function cueBefore(tokens: readonly Token[], mention: Mention): "decided" | "leaning" | undefined {
  const path = pathBefore(tokens, mention);
  const noun = path.findIndex((key) => CHOICE_NOUNS.has(key) || /^(?:one|is|est)$/.test(key));
  const decides = path.findIndex(
    (key, at) => STRONG_CUES.has(key) || (noun >= 0 && at > noun && QUALIFIERS.has(key)),
  );
  const hedged = path.slice(0, decides < 0 ? path.length : decides).some((key) => HEDGES.has(key));
  if (decides >= 0) return hedged ? "leaning" : "decided";
  const leans = path.some(
    (key, at) => MEDIUM_CUES.has(key) || POINTERS.has(key) || (at === 0 && TURNS.has(key)),
  );
  return leans || hedged ? "leaning" : undefined;
}

const POINTERS: ReadonlySet<string> = new Set([":", "=", "->", "=>", "→", "⇒"]);

/** Words and pointing signs before a mention, nearest first, up to the first word that no cue would have there. */
function pathBefore(tokens: readonly Token[], mention: Mention): readonly string[] {
  const path: string[] = [];
  for (const { key, kind } of backwards(tokens, mention)) {
    if (kind === "word" || POINTERS.has(key)) path.push(key);
    const passes = FILLERS.has(key) || MEDIUM_CUES.has(key) || HEDGES.has(key);
    if (kind === "word" && !passes) break;
    if (path.length > REACH) break;
  }
  return path;
}

/** Within its clause the mention follows "whether" or "if", or its sentence is a question. */
function isSupposed(tokens: readonly Token[], mention: Mention): boolean {
  for (const { key } of backwards(tokens, mention)) {
    if (key === ",") break;
    if (SUPPOSITIONS.has(key)) return true;
  }
  const sentence = tokens[mention.start]?.sentence;
  for (let at = mention.end; at < mention.end + QUESTION_REACH; at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== sentence) return false;
    if (token.key === "?") return true;
  }
  return false;
}

/** True when only signs and words such as "or" stand between two mentions, at least one of them joining. */
export function areAlternatives(tokens: readonly Token[], first: Mention, second: Mention): boolean {
  const between = tokens.slice(first.end, second.start);
  if (between.length > REACH || between.some(({ kind }) => kind === "line")) return false;
  const words = between.filter(({ kind }) => kind === "word").map(({ key }) => key);
  if (words.some((word) => JOINTS.has(word))) {
    return words.every((word) => JOINTS.has(word) || HEDGES.has(word) || FILLERS.has(word));
  }
  const joins = between.some(({ key }) => /^[,/&+|-]$/.test(key));
  return joins && words.every((word) => HEDGES.has(word) || CHOICE_NOUNS.has(word));
}
