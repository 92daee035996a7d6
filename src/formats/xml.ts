/**
 * Streaming XML: the elements of interest one by one, so that a book of any length needs the memory of one page.
 * Entities beyond the five of XML are errors and document type declarations are skipped unread, so nothing expands.
 */
import { createReadStream } from "node:fs";
import { TextDecoder } from "node:util";
import { SaxesParser } from "saxes";
import { InputError } from "../errors.ts";
import { checkedFileSize } from "./source-file.ts";

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_DEPTH = 32;

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All character data directly inside, concatenated. */
  readonly text: string;
  /** Where it stands, for messages: `line 7, <frame>`. */
  readonly at: string;
}

export interface XmlRecord {
  readonly element: XmlElement;
  /** The elements around it, outermost first, without their children. */
  readonly parents: readonly XmlElement[];
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Collects finished records from parser events. */
function recordParser(file: string, names: ReadonlySet<string>) {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenElement[] = [];
  const finished: XmlRecord[] = [];
  let startLine = 1;
  const fail = (expected: string, found: string): never => {
    throw new InputError({ file, at: `line ${parser.line}, column ${parser.column}`, expected, found });
  };
  const recordDepth = () => open.findIndex(({ name }) => names.has(name));

  parser.on("error", (error) => fail("well-formed XML", error.message.replace(/^\d+:\d+: /, "")));
  parser.on("xmldecl", ({ encoding = "UTF-8" }) => {
    if (!/^(utf-8|us-ascii)$/i.test(encoding)) fail("UTF-8", `encoding ${encoding}`);
  });
  parser.on("opentagstart", () => {
    startLine = parser.line;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length >= MAX_DEPTH) fail(`at most ${MAX_DEPTH} nested elements`, `<${name}> deeper`);
    open.push({ name, attributes, children: [], text: "", at: `line ${startLine}, <${name}>` });
  });
  const addText = (text: string) => {
    const innermost = open.at(-1);
    if (innermost !== undefined && recordDepth() >= 0) innermost.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const depth = recordDepth();
    const element = open.pop();
    if (element === undefined || depth < 0) return;
    if (depth === open.length) finished.push({ element, parents: [...open] });
    else open.at(-1)?.children.push(element);
  });
  return { parser, takeFinished: () => finished.splice(0) };
}

/**
 * Elements with one of these names, in document order, each complete with what is in it; a named element inside another
 * is one of its children. Faults of the XML are an `InputError` with line and column, after the records before them.
 */
export async function* readXml(file: string, names: readonly string[]): AsyncGenerator<XmlRecord> {
  await checkedFileSize(file, MAX_BYTES);
  const { parser, takeFinished } = recordParser(file, new Set(names));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const write = (chunk: Uint8Array | undefined) => {
    const text = decodeChunk(decoder, chunk, file, parser.line);
    if (text !== "") parser.write(text);
  };
  for await (const chunk of createReadStream(file)) {
    write(chunk);
    yield* takeFinished();
  }
  write(undefined);
  parser.close();
  yield* takeFinished();
}

function decodeChunk(
  decoder: TextDecoder,
  chunk: Uint8Array | undefined,
  file: string,
  line: number,
): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (cause) {
    const at = `after line ${line}`;
    throw new InputError({ file, at, expected: "UTF-8 text", found: "bytes that are not UTF-8" }, { cause });
  }
}
