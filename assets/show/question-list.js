// @ts-check
/**
 * The list of questions: thousands of rows of which only those in sight are elements.
 *
 * @import { Archive, Row } from "./archive.js"
 */
import { byId, humanise, make } from "./dom.js";

/** Height of a row in root font sizes; `style.css` gives rows the same. */
const ROW_REM = 3.5;

/** Rows kept ready above and below those in sight. */
const OVERSCAN = 8;

/**
 * @typedef {object} QuestionList
 * @property {(rows: readonly Row[]) => void} show list these rows
 * @property {(row: Row) => void} select mark a row as the current one and bring it into sight
 */

/**
 * @param {Archive} archive
 * @param {(row: Row) => void} choose called when the user picks a row
 * @returns {QuestionList}
 */
export function wireQuestionList(archive, choose) {
  const list = byId("list", HTMLDivElement);
  const spacer = make("div", { role: "presentation", class: "list-spacer" });
  list.append(spacer);
  const rowHeight = ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  /** @type {readonly Row[]} */
  let rows = [];
  /** @type {Row | undefined} */
  let selected;
  /** @type {Map<number, HTMLElement>} */
  const shown = new Map();

  function draw() {
    const first = Math.max(0, Math.floor(list.scrollTop / rowHeight) - OVERSCAN);
    const end = Math.min(rows.length, Math.ceil((list.scrollTop + list.clientHeight) / rowHeight) + OVERSCAN);
    for (const [index, element] of shown) {
      if (index >= first && index < end) continue;
      element.remove();
      shown.delete(index);
    }
    for (let index = first; index < end; index++) {
      const row = rows[index];
      if (row === undefined || shown.has(index)) continue;
      const element = rowElement(row, index);
      shown.set(index, element);
      spacer.append(element);
    }
  }

  /** @param {Row} row @param {number} index */
  function rowElement(row, index) {
    const element = make(
      "div",
      {
        role: "option",
        class: "row",
        id: `row-${row.number}`,
        "data-task": row.task,
        "aria-posinset": String(index + 1),
        "aria-setsize": String(rows.length),
        "aria-selected": String(row === selected),
      },
      make("span", { class: "row-text" }, row.excerpt),
      make("span", { class: "row-facts" }, `${humanise(row.task)} · ${archive.pages[row.page]?.id}`),
    );
    element.style.transform = `translateY(${index * rowHeight}px)`;
    element.addEventListener("click", () => choose(row));
    return element;
  }

  function redraw() {
    for (const element of shown.values()) element.remove();
    shown.clear();
    spacer.style.height = `${rows.length * rowHeight}px`;
    draw();
  }

  function revealSelected() {
    const index = selected === undefined ? -1 : rows.indexOf(selected);
    if (index < 0) return;
    const top = index * rowHeight;
    if (top < list.scrollTop) list.scrollTop = top;
    const overhang = top + rowHeight - list.clientHeight;
    if (overhang > list.scrollTop) list.scrollTop = overhang;
  }

  list.addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
  new ResizeObserver(() => {
    revealSelected();
    draw();
  }).observe(list);

  return {
    show(next) {
      rows = next;
      redraw();
      revealSelected();
      draw();
    },
    select(row) {
      document.getElementById(`row-${selected?.number}`)?.setAttribute("aria-selected", "false");
      selected = row;
      revealSelected();
      draw();
      const element = document.getElementById(`row-${row.number}`);
      element?.setAttribute("aria-selected", "true");
      list.setAttribute("aria-activedescendant", element?.id ?? "");
    },
  };
}
