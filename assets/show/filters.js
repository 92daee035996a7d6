// @ts-check
/**
 * Which questions are listed: one choice each of split, task, form and page, and words to be found.
 *
 * @import { Question } from "../../src/records/question.ts"
 * @import { Archive, Row } from "./archive.js"
 */
import { byId, formatCount, humanise, make } from "./dom.js";

/** @typedef {"split" | "task" | "form" | "page"} Facet */

/** @type {readonly Facet[]} */
const FACETS = ["split", "task", "form", "page"];

/** @type {Readonly<Record<Facet, string>>} */
const ALL = { split: "All splits", task: "All tasks", form: "All forms", page: "All pages" };

/** Milliseconds of typing pause before a search starts. */
const TYPING_PAUSE = 120;

/**
 * Text as it is compared: without case, accents and differences of width.
 * @param {string} text
 */
const foldText = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();

/**
 * All that a search looks at.
 * @param {Question} question
 */
function searchableText({ id, prompt, choices, gold, form, task, page }) {
  const asked = prompt.map((part) => (part.type === "text" ? part.text : ""));
  return foldText([id, task, form, page.id, ...asked, ...choices, ...goldWords(gold)].join("\n"));
}

/** @param {Question["gold"]} gold */
function goldWords(gold) {
  if (gold.type === "text") return [gold.text, ...gold.also];
  return gold.type === "number" ? [String(gold.value)] : [];
}

/**
 * The searchable texts of all questions, unpacked page by page, beginning when the browser has nothing better to do.
 * @param {Archive} archive
 * @returns {() => Promise<readonly string[]>} by the questions' numbers
 */
function searchIndex(archive) {
  /** @type {Row[][]} */
  const rowsOn = archive.pages.map(() => []);
  for (const row of archive.rows) rowsOn[row.page]?.push(row);
  async function build() {
    const texts = archive.rows.map(() => "");
    for (const [page, rows] of rowsOn.entries()) {
      const questions = await archive.questionsOn(page);
      for (const row of rows) {
        const question = questions[row.place];
        if (question !== undefined) texts[row.number] = searchableText(question);
      }
    }
    return texts;
  }
  /** @type {Promise<readonly string[]> | undefined} */
  let texts;
  const built = () => {
    texts ??= build();
    return texts;
  };
  addEventListener("load", () => setTimeout(built, 300), { once: true });
  return built;
}

/**
 * @typedef {object} Filters
 * @property {() => void} clear
 * @property {() => void} focusSearch
 */

/**
 * Wire the filter form; `listed` is called with the rows that pass, in file order, at once and after every change.
 * @param {Archive} archive
 * @param {(rows: readonly Row[]) => void} listed
 * @returns {Filters}
 */
export function wireFilters(archive, listed) {
  const search = byId("search", HTMLInputElement);
  const selects = FACETS.map((facet) => ({ facet, select: byId(`filter-${facet}`, HTMLSelectElement) }));
  const textsOf = searchIndex(archive);
  let latest = 0;

  /** @returns {Promise<(row: Row) => boolean>} */
  async function matcher() {
    const words = foldText(search.value).split(/\s+/).filter(Boolean);
    if (words.length === 0) return () => true;
    const texts = await textsOf();
    return ({ number }) => words.every((word) => texts[number]?.includes(word));
  }

  async function apply() {
    latest += 1;
    const mine = latest;
    byId("filters", HTMLFormElement).setAttribute("aria-busy", "true");
    const matches = await matcher();
    if (mine !== latest) return;
    const found = archive.rows.filter(matches);
    const chosen = selects.map(({ facet, select }) => ({ facet, value: select.value }));
    /** @param {Row} row @param {Facet} [except] */
    const passes = (row, except) =>
      chosen.every(({ facet, value }) => value === "" || facet === except || String(row[facet]) === value);
    for (const { facet, select } of selects) {
      fillSelect(
        select,
        facet,
        archive,
        found.filter((row) => passes(row, facet)),
      );
    }
    byId("filters", HTMLFormElement).setAttribute("aria-busy", "false");
    listed(found.filter((row) => passes(row)));
  }

  let typing = 0;
  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(apply, TYPING_PAUSE);
  });
  for (const { select } of selects) select.addEventListener("change", apply);
  byId("filters", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
  apply();
  return {
    clear() {
      search.value = "";
      for (const { select } of selects) select.value = "";
      apply();
    },
    focusSearch() {
      search.focus();
      search.select();
    },
  };
}

/**
 * The values of a facet with the number of questions that choosing each would list; the chosen one always stays.
 * @param {HTMLSelectElement} select
 * @param {Facet} facet
 * @param {Archive} archive
 * @param {readonly Row[]} rows
 */
function fillSelect(select, facet, archive, rows) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const row of rows) {
    const value = String(row[facet]);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const chosen = select.value;
  const options = valuesOf(archive, facet)
    .filter(({ value }) => counts.has(value) || value === chosen)
    .map(({ value, name }) => make("option", { value }, `${name} (${formatCount(counts.get(value) ?? 0)})`));
  select.replaceChildren(make("option", { value: "" }, ALL[facet]), ...options);
  select.value = chosen;
}

/**
 * @param {Archive} archive
 * @param {Facet} facet
 * @returns {{ value: string, name: string }[]}
 */
function valuesOf({ pages, tasks, forms, splits }, facet) {
  if (facet === "page") return pages.map(({ id }, index) => ({ value: String(index), name: id }));
  return { task: tasks, form: forms, split: splits }[facet].map((value) => ({
    value,
    name: humanise(value),
  }));
}
