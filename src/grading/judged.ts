/** What an answer as a whole says of the choices or numbers that it mentions. */
import { JOINTS } from "./answer-words.ts";
import type { Mention } from "./mentions.ts";
import { type Standing, standingOf } from "./standing.ts";
import type { Token } from "./tokens.ts";

/** Picked: more than one thing at once. */
export const SEVERAL = -1;

export interface JudgedMention extends Mention {
  readonly standing: Standing;
  /** The mention's index, or `SEVERAL` when it is one of several alternatives. */
  readonly picks: number;
}

type Joins = (tokens: readonly Token[], first: Mention, second: Mention) => boolean;

/** Mentions with what is said of them; joined ones ("A or B") share a standing and pick several. */
export function judgeMentions(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  joins: Joins,
): readonly JudgedMention[] {
  const judged: JudgedMention[] = [];
  for (const group of joined(tokens, mentions, joins)) {
    const standings = group.map((mention) => standingOf(tokens, mention));
    const first = standings[0] ?? "named";
    const shares = first !== "denied" || hasJoint(tokens, group);
    const left = group.filter((_, at) => standings[at] !== "denied");
    const picks = only(left.map(({ index }) => index)) ?? SEVERAL;
    group.forEach((mention, at) => {
      const own = standings[at] ?? "named";
      const standing = own === "named" && shares ? first : own;
      judged.push({ ...mention, standing, picks: standing === "denied" ? mention.index : picks });
    });
  }
  return judged;
}

function joined(tokens: readonly Token[], mentions: readonly Mention[], joins: Joins) {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && joins(tokens, last, mention)) groups.at(-1)?.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

/** "not A or B" denies both, "not A, B" only the first. */
function hasJoint(tokens: readonly Token[], group: readonly Mention[]): boolean {
  const [first, last] = [group[0], group.at(-1)];
  return first !== undefined && tokens.slice(first.end, last?.start).some(({ key }) => JOINTS.has(key));
}

/** The one place picked, `SEVERAL`, or undefined for none. */
export const only = (places: readonly number[]): number | undefined =>
  new Set(places).size > 1 ? SEVERAL : places[0];

/**
 * What is picked by the last mention that is decided for, or that labels a line (one of `labels`); `SEVERAL` when it is
 * denied later on.
 */
export function lastDecision(
  tokens: readonly Token[],
  mentions: readonly JudgedMention[],
  labels: readonly JudgedMention[],
): number | undefined {
  const opening = labels.filter((one) => opensLine(tokens, one));
  const listed = [...opening, ...labels.filter((one) => opensItem(tokens, one))];
  const lines = new Set(only(listed.map(({ index }) => index)) === SEVERAL ? [] : opening);
  const decided = mentions.findLast((one) => one.standing === "decided" || lines.has(one));
  if (decided === undefined) return undefined;
  const takenBack = mentions.some(
    (one) => one.start > decided.start && one.standing === "denied" && one.index === decided.picks,
  );
  return takenBack ? SEVERAL : decided.picks;
}

/** What may follow a mention that opens a line. */
const OPENER_ENDS = /^(?:[.,:;!-]|because|since|as|car|parce|puisque)$/;

function opensLine(tokens: readonly Token[], { start, end, weak, enclosed }: Mention): boolean {
  const first = enclosed && /^[("[{]$/.test(tokens[start - 1]?.raw ?? "") ? start - 1 : start;
  const before = tokens[first - 1];
  if (before !== undefined && before.kind !== "line") return false;
  const after = tokens[enclosed ? end + 1 : end];
  return enclosed || after === undefined || after.kind === "line" || (!weak && OPENER_ENDS.test(after.key));
}

/** "A: no. B: yes." */
function opensItem(tokens: readonly Token[], { start, end }: Mention): boolean {
  const before = tokens[start - 1];
  const opens = before === undefined || before.kind === "line" || /^[.;!?]$/.test(before.key);
  return opens && /^[:)]$/.test(tokens[end]?.key ?? "");
}
