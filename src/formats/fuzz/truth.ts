/**
 * An oracle for pages read from damaged files, made of the text alone (fixtures keep one annotation a line), so that it
 * shares no code with the readers. It says when a page claims what its source does not:
 *
 * 1. a region whose id stands nowhere in the damaged source;
 * 2. a region whose own lines are untouched, but which differs from the undamaged page in what these lines say;
 * 3. a region whose lines changed, with a coordinate, order or depth that the damaged lines do not hold.
 *
 * Orders of panels are left out where a panel fell off the page: the panels behind it move up.
 */
import { isDeepStrictEqual } from "node:util";
import type { Page, Text } from "../../records/index.ts";

const LISTS = ["panels", "characters", "faces", "balloons", "texts", "objects"] as const;
type Region = Page[(typeof LISTS)[number]][number];

/** What one line says; links and names stand on other lines too. */
const FIELDS = ["box", "polygon", "order", "interdepth", "intradepth", "text", "kind"] as const;
type Field = (typeof FIELDS)[number];
const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

const field = (region: Region, name: Field): unknown => Reflect.get(region, name);
const numbersIn = (lines: readonly string[]): number[] =>
  lines.flatMap((line) => line.match(NUMBER) ?? []).map(Number);

/**
 * Texts between any two quotes and numbers of a line, numbers in their shortest form. Any two: damage may put a stray
 * quote in front, and then what is quoted counts as outside.
 */
function tokensOf(line: string): Set<string> {
  return new Set([...line.split(/["']/), ...numbersIn([line]).map(String)]);
}

/** The text files of one source, as lines. */
export interface SourceText {
  readonly lines: readonly string[];
  readonly tokens: readonly ReadonlySet<string>[];
}

export function sourceText(files: readonly string[]): SourceText {
  const lines = files.flatMap((file) => file.split("\n"));
  return { lines, tokens: lines.map(tokensOf) };
}

const linesWith = (source: SourceText, ids: readonly string[]): string[] =>
  source.lines.filter((_, index) => ids.some((id) => source.tokens[index]?.has(id)));

/** Ids of the source records that a region is made of: a balloon made for a linked text has the text's box. */
function idsBehind(region: Region, texts: readonly Text[]): string[] {
  const lettering = texts.filter(
    ({ balloon, box }) => balloon === region.id && isDeepStrictEqual(box, region.box),
  );
  return [region.id, ...lettering.map(({ id }) => id)];
}

/** Sentences about everything in the page that its damaged source does not say; none for an honest page. */
export function truthFaults(
  page: Page,
  undamaged: Page | undefined,
  source: { readonly before: SourceText; readonly after: SourceText },
): string[] {
  const known = new Set(source.before.lines);
  const changed = source.after.lines.filter((line) => !known.has(line));
  const panelsFell = page.panels.length < (undamaged?.panels.length ?? 0);
  return LISTS.flatMap((list) =>
    page[list].flatMap((region: Region): string[] => {
      const fields = FIELDS.filter((name) => !(panelsFell && list === "panels" && name === "order"));
      const ids = idsBehind(region, page.texts);
      const own = linesWith(source.after, ids);
      if (own.length === 0) return [`${list} ${region.id}: stands nowhere in the source`];
      const twin = undamaged?.[list].find(({ id }) => id === region.id);
      const isUntouched = isDeepStrictEqual(own, linesWith(source.before, ids));
      const faults =
        isUntouched && twin !== undefined
          ? differences(region, twin, fields)
          : inventions(region, numbersIn([...own, ...changed]), { fields, image: page.image });
      return faults.map((fault) => `${list} ${region.id}: ${fault}`);
    }),
  );
}

const differences = (region: Region, twin: Region, fields: readonly Field[]): string[] =>
  fields
    .filter((name) => !isDeepStrictEqual(field(region, name), field(twin, name)))
    .map((name) => `${name} differs though its line is untouched`);

/** Coordinates are numbers of the source, sums of two (x + width), or edges of the picture. */
function inventions(
  region: Region,
  numbers: readonly number[],
  page: { readonly fields: readonly Field[]; readonly image: Page["image"] },
): string[] {
  const { width, height } = page.image;
  const isTold = (value: number) =>
    [0, width, height, ...numbers].includes(value) || numbers.some((one) => numbers.includes(value - one));
  const integers = page.fields
    .map((name) => field(region, name))
    .filter((value) => typeof value === "number");
  const invented = [
    ...region.box.filter((value) => !isTold(value)),
    ...integers.filter((value) => !numbers.includes(value)),
  ];
  return invented.map((value) => `${value} is not in the source`);
}
