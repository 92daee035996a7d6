/** A reply's text taken apart at `<think>`, `<tool_call>` and `<answer>`, in one pass whatever it holds. */
import type { ReplyRemark } from "./rules.ts";

export interface TaggedPart {
  readonly tag: "tool_call" | "answer";
  readonly body: string;
  /** False where the closing tag is missing. */
  readonly closed: boolean;
}

export interface TaggedText {
  /** Thoughts, joined by line breaks; "" for none. */
  readonly thinking: string;
  readonly parts: readonly TaggedPart[];
  /** The text outside all tags, trimmed. */
  readonly outside: string;
  readonly notes: readonly ReplyRemark[];
}

type Tag = "think" | TaggedPart["tag"];

interface TagMark {
  readonly tag: Tag;
  readonly closes: boolean;
  readonly start: number;
  readonly end: number;
}

/** An open stretch of text: inside a tag, or outside of all. */
interface Stretch {
  readonly tag: Tag | undefined;
  readonly start: number;
}

const CONTROL_TOKENS = /<\|(?:im_end|im_start|endoftext|eot_id)\|>/g;

export function splitTags(reply: string): TaggedText {
  const text = reply.replace(CONTROL_TOKENS, "");
  const { marks, thought } = withoutOpeningThought(marksIn(text), text);
  const notes = new Set<ReplyRemark>(thought === undefined ? [] : ["unopened-think"]);
  const thoughts = thought === undefined ? [] : [thought.text];
  const parts: TaggedPart[] = [];
  const outside: string[] = [];
  const end = (stretch: Stretch, at: number, closed: boolean) => {
    const body = text.slice(stretch.start, at);
    if (stretch.tag === undefined) outside.push(body);
    else if (stretch.tag !== "think") parts.push({ tag: stretch.tag, body, closed });
    else {
      thoughts.push(body);
      if (!closed) notes.add("unclosed-think");
    }
  };
  let stretch: Stretch = { tag: undefined, start: thought?.end ?? 0 };
  const thoughtCloses = closingAhead(marks);
  for (const [index, mark] of marks.entries()) {
    const step = stepAt(stretch, mark, thoughtCloses[index] === true);
    if (step === "stay") continue;
    end(stretch, mark.start, step === "close");
    stretch = { tag: step === "open" ? mark.tag : undefined, start: mark.end };
  }
  const isBehind = parts.length > 0 && stretch.tag === undefined;
  if (isBehind && text.slice(stretch.start).trim() !== "") notes.add("text-behind");
  end(stretch, text.length, false);
  const thinking = thoughts.map((each) => each.trim()).join("\n");
  return { thinking, parts, outside: outside.join("").trim(), notes: [...notes] };
}

function marksIn(text: string): TagMark[] {
  return [...text.matchAll(/<(\/?)(think|tool_call|answer)>/g)].flatMap((match) => {
    const tag = (["think", "tool_call", "answer"] as const).find((each) => each === match[2]);
    if (tag === undefined) return [];
    const start = match.index;
    return [{ tag, closes: match[1] === "/", start, end: start + match[0].length }];
  });
}

/** Templates that open the thought themselves leave only its end in the reply. */
function withoutOpeningThought(marks: readonly TagMark[], text: string) {
  const first = marks.findIndex(({ tag }) => tag === "think");
  const mark = marks[first];
  if (mark === undefined || !mark.closes) return { marks, thought: undefined };
  return { marks: marks.slice(first + 1), thought: { text: text.slice(0, mark.start), end: mark.end } };
}

/** For each mark: whether the next mark of a thought from there on closes one. */
function closingAhead(marks: readonly TagMark[]): boolean[] {
  let closes = false;
  return marks
    .toReversed()
    .map((mark) => {
      if (mark.tag === "think") closes = mark.closes;
      return closes;
    })
    .toReversed();
}

/** What a tag does to the open stretch: a missing closing tag is made up for by the next opening one. */
function stepAt({ tag }: Stretch, mark: TagMark, thoughtCloses: boolean): "open" | "close" | "stay" {
  if (mark.closes) return tag === mark.tag ? "close" : "stay";
  if (tag === undefined) return "open";
  if (mark.tag === "think") return "stay";
  return tag === "think" && thoughtCloses ? "stay" : "open";
}
