/**
 * The frame of the show file: `assets/show/page.html` with its style and program put in. The content security policy
 * names both by hash, so nothing that stands in the data can run or load anything.
 */
import { readFile } from "node:fs/promises";
import { MARK_COLOURS } from "../pixels/index.ts";
import { escapeHtml, hashSource } from "./html.ts";

const ASSETS = new URL("../../assets/show/", import.meta.url);

const DATA_PLACES: ReadonlySet<string> = new Set(["catalogue", "data"]);

/** The program's modules, each after those that it imports. */
const MODULES = [
  "dom",
  "archive",
  "filters",
  "question-list",
  "camera",
  "overlays",
  "viewport",
  "gestures",
  "page-view",
  "question-view",
  "reader",
  "client",
] as const;

export interface ShowShell {
  /** From the doctype to the place of the catalogue block. */
  readonly beforeCatalogue: string;
  /** From there to the place of the questions and pictures; holds the program. */
  readonly beforeData: string;
  readonly afterData: string;
}

/** The shell around the data blocks; `title` and `subtitle` are plain text. */
export async function readShell(title: string, subtitle: string): Promise<ShowShell> {
  const [template, style, program] = await Promise.all([
    readFile(new URL("page.html", ASSETS), "utf8"),
    readStyle(),
    readProgram(),
  ]);
  const filled = fillTemplate(template, {
    policy: policyFor(program, style),
    title: escapeHtml(title),
    subtitle: escapeHtml(subtitle),
    style: `<style>${style}</style>`,
    program: `<script>${program}</script>`,
  });
  const [beforeCatalogue, beforeData, afterData] = filled.split(/<!-- (?:catalogue|data) -->/);
  if (beforeCatalogue === undefined || beforeData === undefined || afterData === undefined) {
    throw new Error("readShell: expected page.html to mark the places of the catalogue and of the data");
  }
  return { beforeCatalogue, beforeData, afterData };
}

/** The style, with the colours that marks have when they are drawn for a model. */
async function readStyle(): Promise<string> {
  const colours = Object.entries(MARK_COLOURS).map(([name, rgb]) => `--mark-${name}: rgb(${rgb.join(" ")});`);
  return `${await readFile(new URL("style.css", ASSETS), "utf8")}\n:root { ${colours.join(" ")} }\n`;
}

/**
 * The modules joined into one classic script: a module script would wait for the whole file, this one starts as soon
 * as the catalogue is there. Imports and exports stand at the start of a line; top-level names differ between modules.
 */
async function readProgram(): Promise<string> {
  const texts = await Promise.all(MODULES.map((name) => readFile(new URL(`${name}.js`, ASSETS), "utf8")));
  const joined = texts.map((text) =>
    text.replace(/^import [^;]+ from "\.\/[a-z-]+\.js";\n/gm, "").replace(/^export /gm, ""),
  );
  return `"use strict";\n(() => {\n${joined.join("\n")}})();\n`;
}

/**
 * Put texts in the places `{{name}}` (text) and `<!-- name -->` (elements), in one pass, so that a text is never
 * searched for places. The places of the data stay.
 */
function fillTemplate(template: string, texts: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{([a-z]+)\}\}|<!-- ([a-z]+) -->/g, (place, text: string, element: string) => {
    const name = text ?? element;
    if (DATA_PLACES.has(name)) return place;
    const filling = texts[name];
    if (filling === undefined)
      throw new Error(`readShell: page.html has a place ${place} that nothing fills`);
    return filling;
  });
}

function policyFor(program: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashSource(program)}`,
    `style-src ${hashSource(style)}`,
    "img-src blob: data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
