/** Ways in which annotation files go bad: by accident (cut, flipped, re-encoded) and by intent (bombs, paths, links). */
import type { Random } from "../../random.ts";

/** A changed file, or undefined where the damage does not apply to it. */
export type Damage = (text: string, random: Random) => Uint8Array | string | undefined;

/** Names that must never lead a reader out of its folder or onto the network. */
export const HOSTILE_NAMES = [
  "../../canary.png",
  "../canary.png",
  "/etc/passwd",
  "C:\\\\Windows\\\\win.ini",
  "file:///etc/passwd",
  "http://127.0.0.1:1/canary.png",
  "http://169.254.169.254/latest/meta-data",
  "out.png",
  "",
  ".",
  "a".repeat(5000),
];
const HOSTILE_NUMBERS = [
  "1e308",
  "-1e308",
  "1e999",
  "99999999999999999999",
  "-5",
  "0",
  "0.5",
  "1e-320",
  "NaN",
  '"12abc"',
];
const HOSTILE_VALUES = [
  "null",
  "true",
  "[]",
  "{}",
  '"text"',
  "-1",
  "[[[]]]",
  '{"__proto__":{"x":1}}',
  '{"length":9}',
];

/** Start of a random match of a pattern, and its length; undefined where there is none. */
function pickMatch(text: string, pattern: RegExp, random: Random): { at: number; text: string } | undefined {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return undefined;
  const match = random.pick(matches);
  return { at: match.index, text: match[0] };
}

function replaceMatch(text: string, pattern: RegExp, by: (found: string) => string, random: Random) {
  const match = pickMatch(text, pattern, random);
  if (match === undefined) return undefined;
  return text.slice(0, match.at) + by(match.text) + text.slice(match.at + match.text.length);
}

function span(text: string, random: Random): [number, number] {
  const from = random.int(text.length + 1);
  return [from, Math.min(text.length, from + random.int(200))];
}

const isXml = (text: string): boolean => text.trimStart().startsWith("<");
const ENTITIES = Array.from({ length: 12 }, (_, i) =>
  i === 0 ? '<!ENTITY e0 "ha">' : `<!ENTITY e${i} "${`&e${i - 1};`.repeat(10)}">`,
).join("");

/** A value of JSON, with what is around it left alone: after a colon, a comma or an opening bracket. */
const JSON_VALUE = /(?<=[:[,]\s*)(?:"[^"\n]*"|-?[\d.]+|true|false|null|\[\]|\{\})/g;
const JSON_PAIR = /"[^"\n]*":\s*(?:"[^"\n]*"|-?[\d.]+|true|false|null|\[\]),?/g;
const QUOTED = /"[^"\n]*"/g;
const NUMBER = /-?\d+(\.\d+)?/g;
const LINE = /[^\n]+\n/g;
const XML_ATTRIBUTE = /\s[a-z_0-9]+=(?:"[^"]*"|'[^']*')/g;
const XML_TAG = /<\/?[a-z_0-9]+/g;

const inJson =
  (damage: Damage): Damage =>
  (text, random) =>
    isXml(text) ? undefined : damage(text, random);
const inXml =
  (damage: Damage): Damage =>
  (text, random) =>
    isXml(text) ? damage(text, random) : undefined;

export const DAMAGES: Readonly<Record<string, Damage>> = {
  empty: () => "",
  truncate: (text, random) => text.slice(0, random.int(text.length)),
  "flip bytes": (text, random) => {
    const bytes = Buffer.from(text);
    for (let i = random.int(4); i >= 0; i--) {
      const at = random.int(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(8));
    }
    return bytes;
  },
  "delete a span": (text, random) => {
    const [from, to] = span(text, random);
    return text.slice(0, from) + text.slice(to);
  },
  "repeat a span": (text, random) => {
    const [from, to] = span(text, random);
    return text.slice(0, to) + text.slice(from);
  },
  "delete a line": (text, random) => replaceMatch(text, LINE, () => "", random),
  "repeat a line": (text, random) => replaceMatch(text, LINE, (line) => line + line, random),
  "swap two values": (text, random) => {
    const other = pickMatch(text, QUOTED, random)?.text ?? "";
    return replaceMatch(text, QUOTED, () => other, random);
  },
  "another number": (text, random) => {
    const other = pickMatch(text, NUMBER, random)?.text ?? "";
    return replaceMatch(text, NUMBER, () => other, random);
  },
  "hostile number": (text, random) => replaceMatch(text, NUMBER, () => random.pick(HOSTILE_NUMBERS), random),
  "hostile name": (text, random) =>
    replaceMatch(text, /"[^"\n]*(\.(png|jpg)|Comet|Taro)"/g, () => `"${random.pick(HOSTILE_NAMES)}"`, random),
  "hostile text": (text, random) =>
    replaceMatch(
      text,
      QUOTED,
      () => `"${random.pick(["\\u0000", "a\tb", "\u202e", "x".repeat(300), " "])}"`,
      random,
    ),
  "UTF-16": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "Latin-1": (text) => Buffer.from(text.replace(/[a-z]/, "\u00e9"), "latin1"),
  "byte order mark": (text) => `\ufeff${text}`,
  "null bytes": (text, random) => {
    const at = random.int(text.length);
    return `${text.slice(0, at)}\0\0${text.slice(at)}`;
  },
  "delete a key": inJson((text, random) => replaceMatch(text, JSON_PAIR, () => "", random)),
  "repeat a key": inJson((text, random) => {
    const other = pickMatch(text, JSON_PAIR, random)?.text.replace(/,$/, "") ?? "";
    return replaceMatch(text, JSON_PAIR, (pair) => `${other},${pair}`, random);
  }),
  "wrong type": inJson((text, random) =>
    replaceMatch(text, JSON_VALUE, () => random.pick(HOSTILE_VALUES), random),
  ),
  "deep nesting": (text, random) =>
    isXml(text)
      ? replaceMatch(text, LINE, (line) => line + "<a>".repeat(20000), random)
      : replaceMatch(text, JSON_VALUE, () => "[".repeat(20000) + "]".repeat(20000), random),
  "delete an attribute": inXml((text, random) => replaceMatch(text, XML_ATTRIBUTE, () => "", random)),
  "repeat an attribute": inXml((text, random) =>
    replaceMatch(text, XML_ATTRIBUTE, (pair) => pair + pair, random),
  ),
  "rename a tag": inXml((text, random) => replaceMatch(text, XML_TAG, (tag) => `${tag}x`, random)),
  "entity bomb": inXml((text, random) => {
    const body = text.replace(/<\?xml[^>]*\?>/, "");
    const bombed = replaceMatch(body, /"[^"\n]*"/g, () => '"&e11;"', random) ?? body;
    return `<!DOCTYPE book [${ENTITIES}]>${bombed}`;
  }),
  "external entity": inXml((text, random) => {
    const body = text.replace(/<\?xml[^>]*\?>/, "");
    const used = replaceMatch(body, />/g, () => ">&x;", random) ?? body;
    return `<!DOCTYPE book [<!ENTITY x SYSTEM "canary.txt">]>${used}`;
  }),
  "other encoding named": inXml((text) => text.replace(/encoding=["'][^"']*["']/, 'encoding="Shift_JIS"')),
};
