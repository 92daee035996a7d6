/**
 * What a position phrase says, apart from its wording: how one panel is picked out. {@link wordingOf} writes the
 * phrase, {@link parseReference} reads it back.
 */
import type { Direction } from "../records/index.ts";
import { ordinalFigure, ordinalWord, parseOrdinal } from "./ordinals.ts";

/** Of the two pages of a spread the one on this side; undefined for a single page. */
export type PageSide = "left" | "right" | undefined;

/** A row counted from 1 at the top, or the last, or the only one of a page. */
export type RowName = number | "last" | "only";

/** Counts start at 1 in reading direction. */
export type PanelReference =
  /** "the 7th panel (reading left to right, top to bottom)" */
  | { readonly within: "reading"; readonly panel: number }
  /** "the last panel on the page" */
  | { readonly within: "page"; readonly panel: "only" | "last"; readonly side: PageSide }
  /** "the second panel in the third row" */
  | {
      readonly within: "row";
      readonly panel: number | "only" | "last";
      readonly row: RowName;
      readonly side: PageSide;
    }
  /** "the upper panel of the second column in the second row"; no row where the page is all columns. */
  | {
      readonly within: "column";
      readonly panel: number | "only" | "upper" | "middle" | "lower";
      readonly column: number;
      readonly row: RowName | undefined;
      readonly side: PageSide;
    }
  /** "the top left panel": as it is seen, whatever the reading direction. */
  | {
      readonly within: "grid";
      readonly row: "top" | "middle" | "bottom";
      readonly column: "left" | "middle" | "right";
      readonly side: PageSide;
    };

const READING: Readonly<Record<Direction, string>> = {
  ltr: "(reading left to right, top to bottom)",
  rtl: "(reading right to left, top to bottom)",
};

/** A reference in words. Counts along a row say so where reading goes right to left. */
export function wordingOf(reference: PanelReference, direction: Direction): string {
  const fromRight = direction === "rtl" ? " from the right" : "";
  switch (reference.within) {
    case "reading":
      return `the ${ordinalFigure(reference.panel)} panel ${READING[direction]}`;
    case "page":
      return `the ${reference.panel} panel on the ${sideWord(reference.side)}page`;
    case "row": {
      const { panel, row, side } = reference;
      const counted =
        typeof panel === "number" ? `${ordinalWord(panel)} panel${fromRight}` : `${panel} panel`;
      const reading = panel === "last" && direction === "rtl" ? " (reading right to left)" : "";
      return `the ${counted} in the ${nameOf(row)} row${ofPage(side)}${reading}`;
    }
    case "column": {
      const { panel, column, row, side } = reference;
      const counted =
        typeof panel === "number" ? `${ordinalWord(panel)} panel from the top` : `${panel} panel`;
      const inRow = row === undefined ? "" : ` in the ${nameOf(row)} row`;
      return `the ${counted} of the ${ordinalWord(column)} column${fromRight}${inRow}${ofPage(side)}`;
    }
    case "grid": {
      const { row, column, side } = reference;
      const cell = row === "middle" && column === "middle" ? "centre" : `${row} ${column}`;
      return `the ${cell} panel${ofPage(side)}`;
    }
  }
}

const sideWord = (side: PageSide) => (side === undefined ? "" : `${side} `);
const ofPage = (side: PageSide) => (side === undefined ? "" : ` of the ${side} page`);
const nameOf = (name: RowName) => (typeof name === "number" ? ordinalWord(name) : name);

type Groups = Readonly<Record<string, string | undefined>>;

/** One way to write a reference. A pattern may match too much: what it reads is written again and compared. */
interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: Groups) => PanelReference | undefined;
}

const COUNT = "[a-z0-9]+";
const FROM_RIGHT = "(?: from the right)?";
const ROW = `(?<row>${COUNT}) row`;
const SIDE = "(?: of the (?<side>left|right) page)?";
const READ_LEFT = "(?: \\(reading right to left\\))?";

const FORMS: readonly Form[] = [
  {
    pattern: /^the (?<panel>\w+) panel \(reading (?:left to right|right to left), top to bottom\)$/,
    read: (groups) => {
      const panel = countOf(groups["panel"]);
      return panel === undefined ? undefined : { within: "reading", panel };
    },
  },
  {
    pattern: /^the (?<panel>only|last) panel on the (?:(?<side>left|right) )?page$/,
    read: (groups) => {
      const panel = oneOf(groups["panel"], ["only", "last"]);
      return panel === undefined ? undefined : { within: "page", panel, side: sideOf(groups) };
    },
  },
  {
    pattern: new RegExp(`^the (?<panel>${COUNT}) panel${FROM_RIGHT} in the ${ROW}${SIDE}${READ_LEFT}$`),
    read: (groups) => {
      const panel = countOf(groups["panel"]) ?? oneOf(groups["panel"], ["only", "last"]);
      const row = rowOf(groups);
      if (panel === undefined || row === undefined) return undefined;
      return { within: "row", panel, row, side: sideOf(groups) };
    },
  },
  {
    pattern: new RegExp(
      `^the (?<panel>${COUNT}) panel(?: from the top)? of the (?<column>${COUNT}) column${FROM_RIGHT}(?: in the ${ROW})?${SIDE}$`,
    ),
    read: (groups) => {
      const panel = countOf(groups["panel"]) ?? oneOf(groups["panel"], ["only", "upper", "middle", "lower"]);
      const column = countOf(groups["column"]);
      if (panel === undefined || column === undefined) return undefined;
      return { within: "column", panel, column, row: rowOf(groups), side: sideOf(groups) };
    },
  },
  {
    pattern: new RegExp(
      `^the (?<row>top|middle|bottom|centre)(?: (?<column>left|middle|right))? panel${SIDE}$`,
    ),
    read: (groups) => ({
      within: "grid",
      row: oneOf(groups["row"], ["top", "bottom"]) ?? "middle",
      column: oneOf(groups["column"], ["left", "right"]) ?? "middle",
      side: sideOf(groups),
    }),
  },
];

/** The reference that a phrase makes; undefined for a text that is none. */
export function parseReference(text: string, direction: Direction): PanelReference | undefined {
  return FORMS.flatMap(({ pattern, read }) => {
    const groups = pattern.exec(text)?.groups;
    const reference = groups === undefined ? undefined : read(groups);
    return reference === undefined ? [] : [reference];
  }).find((reference) => wordingOf(reference, direction) === text);
}

const countOf = (text: string | undefined) => parseOrdinal(text ?? "");
const sideOf = (groups: Groups): PageSide => oneOf(groups["side"], ["left", "right"]);
const rowOf = (groups: Groups): RowName | undefined =>
  countOf(groups["row"]) ?? oneOf(groups["row"], ["last", "only"]);

const oneOf = <const T extends string>(text: string | undefined, words: readonly T[]): T | undefined =>
  words.find((word) => word === text);
