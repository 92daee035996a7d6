// @ts-check
/**
 * Where the reader is: the question in view among those listed.
 *
 * @import { Archive, Row } from "./archive.js"
 * @import { PageView } from "./page-view.js"
 * @import { QuestionList } from "./question-list.js"
 * @import { QuestionView } from "./question-view.js"
 */
import { at } from "./archive.js";
import { byId, formatCount } from "./dom.js";

/** Milliseconds of rest before the address is changed: browsers refuse to change it too often. */
const ADDRESS_PAUSE = 150;

/**
 * @typedef {object} Views
 * @property {QuestionList} list
 * @property {PageView} page
 * @property {QuestionView} question
 */

/**
 * @typedef {object} Reader
 * @property {(row: Row) => Promise<void>} go show this question
 * @property {(by: number) => void} step go this many questions on in the list
 * @property {() => void} nextTask go to the next question of another task, from the top again after the last
 * @property {(rows: readonly Row[]) => void} relist list these rows, and go to the first if the current one is out
 * @property {() => boolean} followAddress go to the question that the address names; false if it is not listed
 */

/**
 * @param {Archive} archive
 * @param {Views} views
 * @returns {Reader}
 */
export function createReader(archive, { list, page, question }) {
  const rowOfId = new Map(archive.rows.map((row) => [row.id, row]));
  /** @type {readonly Row[]} */
  let listed = [];
  let current = rowOfAddress();
  /** @type {Row | undefined} */
  let shown;
  let addressing = 0;
  const place = () => (current === undefined ? -1 : listed.indexOf(current));

  function rowOfAddress() {
    try {
      return rowOfId.get(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return undefined; // Not an address that this file wrote.
    }
  }

  /** @param {Row} row */
  async function go(row) {
    current = row;
    shown = row;
    list.select(row);
    clearTimeout(addressing);
    addressing = setTimeout(tellAddress, ADDRESS_PAUSE);
    tellPosition();
    const picture = archive.pictureOf(row.page);
    picture.catch(() => {}); // Awaited below, unless the reader has moved on.
    const next = await archive.questionOf(row);
    if (current !== row) return;
    question.show(next);
    page.show(next, at(archive.pages, row.page));
    const url = await picture;
    if (current !== row) return;
    question.setPicture(url);
    page.setPicture(url);
    const following = listed[place() + 1];
    if (following !== undefined) await archive.pictureOf(following.page);
  }

  function tellAddress() {
    history.replaceState(null, "", `#${encodeURIComponent(current?.id ?? "")}`);
  }

  function tellPosition() {
    const here = place();
    const count = formatCount(listed.length);
    byId("position", HTMLElement).textContent = `${here < 0 ? "–" : formatCount(here + 1)} of ${count}`;
    byId("previous", HTMLButtonElement).disabled = here <= 0;
    byId("next", HTMLButtonElement).disabled = here >= listed.length - 1;
  }

  return {
    go,
    step(by) {
      const row = listed[place() + by];
      if (row !== undefined) go(row);
    },
    nextTask() {
      const start = place() + 1;
      const row = [...listed.slice(start), ...listed.slice(0, start)].find(
        ({ task }) => task !== current?.task,
      );
      if (row !== undefined) go(row);
    },
    relist(rows) {
      listed = rows;
      list.show(rows);
      const row = place() < 0 ? rows[0] : current;
      if (row !== undefined && row !== shown) go(row);
      else tellPosition();
    },
    followAddress() {
      const row = rowOfAddress();
      if (row === undefined || row === current) return true;
      go(row);
      return listed.includes(row);
    },
  };
}
