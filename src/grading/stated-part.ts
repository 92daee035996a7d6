/**
 * The part of an answer text that states the answer, freed of reasoning and markup. In this order:
 *
 * 1. Reasoning is dropped: everything up to the last `</think>`, and everything after a `<think>` never closed.
 * 2. `<answer>` tags: the last one that is not blank decides alone. A later answer replaces an earlier one, only one is
 *    ever read, so listing several earns nothing. A tag cut off by the length limit runs to the end of the text.
 * 3. `\boxed{...}`: the last one decides alone, for the same reason.
 * 4. A JSON object, bare or in a code fence, with a key such as "answer": its value.
 * 5. LaTeX, Markdown and HTML wrappings are removed.
 *
 * Every step is linear in the length of the text.
 */

/** Longer texts are runaway repetition and are not read at all, characters. */
const LONGEST = 200_000;
/** JSON longer than this is not parsed, characters. */
const LONGEST_JSON = 20_000;

const THINK_END = /<\/(?:think|thinking|thought|reasoning)>/gi;
const THINK_START = /<(?:think|thinking|thought|reasoning)>/i;
const ANSWER_START = /<(?:final_?)?(?:answer|réponse|reponse)>/gi;
const ANSWER_END = /<\/(?:final_?)?(?:answer|réponse|reponse)>/i;
const ANSWER_TAG = /<\/?(?:final_?)?(?:answer|réponse|reponse)>/gi;
const BOX = /\\(?:boxed|fbox)\s{0,3}\{/g;
const FENCED = /```[a-z]{0,10}\n?([^`]{1,20000})```/gi;
const ANSWER_KEY =
  /^(?:final_?)?(?:answer|choice|option|letter|count|number|total|reponse|réponse|choix|nombre)$/i;

/** The stated part as plain text; empty when nothing is stated. */
export function statedPart(answer: string): string {
  if (answer.length > LONGEST) return "";
  const spoken = afterLast(straighten(answer), THINK_END);
  const untagged = spoken.split(THINK_START, 1)[0] ?? "";
  const tagged = lastTagged(spoken) ?? untagged.replace(ANSWER_TAG, " ");
  const boxed = lastBoxed(tagged) ?? tagged;
  return unwrap(jsonAnswer(boxed) ?? boxed).trim();
}

/**
 * One spelling for characters that look alike: NFKC (full-width and circled letters), straight quotes, plain dashes.
 * Superscripts, subscripts and fractions are made unreadable first, since NFKC would turn 5² into 52. Invisible format
 * and control characters go, so that words with one between them (a backspace, say) are one word and not two. Letters of other alphabets stay what they are: В may be the third letter of a Russian list.
 */
function straighten(text: string): string {
  return text
    .replace(/[²³¹⁰-₟¼-¾⅐-⅟]/g, "^")
    .replace(/\p{Cf}|(?!\s|\u0085)\p{Cc}/gu, "")
    .normalize("NFKC")
    .replace(/[’‘`´ʼ](?=\p{L})/gu, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[−‐‑‒–]/g, "-")
    .replace(/[—―]/g, " - ")
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n");
}

function afterLast(text: string, mark: RegExp): string {
  const last = [...text.matchAll(mark)].at(-1);
  return last === undefined ? text : text.slice(last.index + last[0].length);
}

function lastTagged(text: string): string | undefined {
  return text
    .split(ANSWER_START)
    .slice(1)
    .map((part) => part.split(ANSWER_END, 1)[0] ?? "")
    .findLast((content) => content.trim() !== "");
}

function lastBoxed(text: string): string | undefined {
  const last = [...text.matchAll(BOX)].at(-1);
  if (last === undefined) return undefined;
  const start = last.index + last[0].length;
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}") depth--;
    if (depth === 0) return text.slice(start, at);
  }
  return text.slice(start).split("\n", 1)[0];
}

function jsonAnswer(text: string): string | undefined {
  const fenced = [...text.matchAll(FENCED)].at(-1)?.[1];
  const candidate = (fenced ?? text).trim();
  if (!candidate.startsWith("{") || candidate.length > LONGEST_JSON) return fenced;
  try {
    const parsed: unknown = JSON.parse(candidate);
    const entries = typeof parsed === "object" && parsed !== null ? Object.entries(parsed) : [];
    const found = entries.filter(([key]) => ANSWER_KEY.test(key)).at(-1)?.[1];
    return ["string", "number"].includes(typeof found) ? String(found) : fenced;
  } catch {
    return fenced;
  }
}

function unwrap(text: string): string {
  return text
    .replace(/\\(?:text|textbf|textit|mathrm|mathbf|mathit|operatorname)\s{0,3}\{([^{}]{0,200})\}/g, "$1")
    .replace(/\$([^$\n]{1,500})\$/g, " $1 ")
    .replace(/<br\s{0,3}\/?>/gi, "\n")
    .replace(/<\/?(?:b|strong|i|em|u|p|span|div|code)(?:\s[^<>]{0,100})?>/g, " ")
    .replace(/\\[()[\]]|\*|`|__|^#{1,6}\s|^>\s/gm, " ");
}
