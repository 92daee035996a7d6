// @ts-check
/**
 * The data inside this file: blocks of base64, read when they are needed. The file may still be loading, so a block
 * may have to be waited for.
 *
 * @import { ShowCatalogue, ShowPage } from "../../src/report/show-format.ts"
 * @import { Question } from "../../src/records/question.ts"
 */

/** Pages whose questions or picture stay unpacked. */
const PAGES_KEPT = 12;

/**
 * What lists and filters know of one question.
 * @typedef {object} Row
 * @property {number} number its place in the file, from 0
 * @property {string} id
 * @property {string} excerpt the head of the question text
 * @property {string} task
 * @property {string} form
 * @property {string} split
 * @property {number} page place in the catalogue's pages
 * @property {number} place place among the questions of its page, from 0
 */

/**
 * @typedef {object} Archive
 * @property {readonly ShowPage[]} pages
 * @property {readonly string[]} tasks
 * @property {readonly string[]} forms
 * @property {readonly string[]} splits
 * @property {readonly Row[]} rows
 * @property {(row: Row) => Promise<Question>} questionOf
 * @property {(page: number) => Promise<readonly Question[]>} questionsOn all questions of a page, not kept
 * @property {(page: number) => Promise<string>} pictureOf a blob URL whose picture is decoded
 */

/** @returns {Promise<Archive>} */
export async function openArchive() {
  /** @type {ShowCatalogue} */
  const catalogue = await unpackJson("catalogue");
  const { pages, tasks, forms, splits } = catalogue;
  /** @type {(page: number) => Promise<Question[]>} */
  const questionsOn = (page) => unpackJson(`questions-${page}`);
  const recentQuestions = keepRecent(questionsOn, () => {});
  const pictureOf = keepRecent(unpackPicture, (url) => URL.revokeObjectURL(url));
  /** @param {Row} row */
  const questionOf = async (row) => at(await recentQuestions(row.page), row.place);
  return { pages, tasks, forms, splits, rows: rowsOf(catalogue), questionOf, questionsOn, pictureOf };
}

/**
 * @param {ShowCatalogue} catalogue
 * @returns {Row[]}
 */
function rowsOf({ pages, tasks, forms, splits, questions }) {
  const placed = pages.map(() => 0);
  return questions.ids.map((id, number) => {
    const page = at(questions.page, number);
    const place = at(placed, page);
    placed[page] = place + 1;
    return {
      number,
      id,
      excerpt: at(questions.excerpts, number),
      task: at(tasks, at(questions.task, number)),
      form: at(forms, at(questions.form, number)),
      split: at(splits, at(questions.split, number)),
      page,
      place,
    };
  });
}

/**
 * The element at a place that must exist.
 * @template T
 * @param {readonly T[]} list
 * @param {number} index
 * @returns {T}
 */
export function at(list, index) {
  const value = list[index];
  if (value === undefined) throw new RangeError(`at: expected a place below ${list.length}, got ${index}`);
  return value;
}

/**
 * The text of a block, once it is there as a whole: when something follows it or the file has been read.
 * @param {string} id
 * @returns {Promise<string>}
 */
function blockText(id) {
  return new Promise((resolve, reject) => {
    const watcher = new MutationObserver(look);
    function look() {
      const element = document.getElementById(id);
      const read = document.readyState !== "loading";
      if (element !== null && (read || element.nextElementSibling !== null)) {
        settle(() => resolve(element.textContent));
      } else if (read) {
        settle(() => reject(new Error(`The file is damaged: it has no block ${id}.`)));
      }
    }
    /** @param {() => void} finish */
    function settle(finish) {
      watcher.disconnect();
      document.removeEventListener("readystatechange", look);
      finish();
    }
    watcher.observe(document.body, { childList: true });
    document.addEventListener("readystatechange", look);
    look();
  });
}

/** @param {string} base64 */
function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** @param {string} id */
async function unpackJson(id) {
  const packed = new Blob([bytesOf(await blockText(id))]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("deflate"))).json();
}

/** @param {number} page */
async function unpackPicture(page) {
  const bytes = bytesOf(await blockText(`picture-${page}`));
  const url = URL.createObjectURL(new Blob([bytes], { type: "image/webp" }));
  const image = new Image();
  image.src = url;
  await image.decode();
  return url;
}

/**
 * Remember the latest results of an asynchronous function; the oldest ones are handed to `drop`.
 * @template T
 * @param {(page: number) => Promise<T>} load
 * @param {(value: T) => void} drop
 * @returns {(page: number) => Promise<T>}
 */
function keepRecent(load, drop) {
  /** @type {Map<number, Promise<T>>} */
  const kept = new Map();
  return (page) => {
    const value = kept.get(page) ?? load(page);
    kept.delete(page);
    kept.set(page, value);
    for (const [oldest, dropped] of kept) {
      if (kept.size <= PAGES_KEPT) break;
      kept.delete(oldest);
      dropped.then(drop, () => {});
    }
    return value;
  };
}
