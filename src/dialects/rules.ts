/**
 * Parsing rules: each names one departure from the plain form
 * `<tool_call>{"name": "image_zoom_in_tool", "arguments": {"bbox_2d": [x1, y1, x2, y2]}}</tool_call>` or
 * `<answer>...</answer>` that readers have met in models' replies. A dialect says which it forgives; what is not
 * forgiven makes the call malformed or leaves the answer unread. Every departure is noted, forgiven or not.
 */
export const PARSING_RULES = {
  "fenced-json": "the call stands in a Markdown code fence",
  "trailing-comma": "a comma before a closing bracket",
  "loose-json": "single quotes, bare words, Python literals, line breaks in strings, or comments",
  "unclosed-json": "the text ends before the brackets are closed",
  "bbox-key": "`bbox`, `box`, `bounding_box` or `box_2d` for `bbox_2d`",
  "box-tokens": "`<|box_start|>(x1,y1),(x2,y2)<|box_end|>`",
  "text-numbers": "numbers as strings, or the box as one string",
  "nested-box": "the box in a further list, as two corners, or as an object with x1, y1, x2, y2",
  "swapped-corners": "x1 > x2 or y1 > y2",
  "flat-arguments": "arguments beside the name, as `parameters`, as a string, or no name at all",
  "tool-alias": "another name for the zoom tool (`zoom_in`)",
  "bare-call": "a call without tags",
  "several-in-tag": "more than one call in one pair of tags",
  "truncated-tag": "a closing tag is missing",
  "imagined-response":
    "the model goes on behind its call and writes the tool's response itself; that is left out",
  "untagged-answer": "the reply without tags is the answer",
} as const satisfies Readonly<Record<string, string>>;

export type ParsingRule = keyof typeof PARSING_RULES;

/** Facts about a reply that need no forgiving. */
export const REPLY_REMARKS = {
  "several-calls": "more than one call",
  "call-with-answer": "an answer beside a call: the answer counts",
  "several-answers": "more than one answer: the last counts",
  "empty-answer": "an answer tag with nothing in it",
  "unclosed-think": "a thought that is never closed",
  "unopened-think": "a thought that is closed but never opened",
  "text-behind": "words behind the last call or answer",
  "long-text": "longer than what is read; the rest was left out",
} as const satisfies Readonly<Record<string, string>>;

export type ReplyRemark = keyof typeof REPLY_REMARKS;

export const ALL_RULES: ReadonlySet<ParsingRule> = new Set(
  // `Object.keys` forgets that the keys are these.
  Object.keys(PARSING_RULES) as ParsingRule[],
);
export const NO_RULES: ReadonlySet<ParsingRule> = new Set();
