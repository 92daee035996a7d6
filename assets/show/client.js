// @ts-check
/**
 * The show file's program: opens the archive, then wires views, buttons and keys.
 *
 * @import { Archive } from "./archive.js"
 */
import { openArchive } from "./archive.js";
import { byId, formatCount } from "./dom.js";
import { wireFilters } from "./filters.js";
import { wirePageView } from "./page-view.js";
import { wireQuestionList } from "./question-list.js";
import { wireQuestionView } from "./question-view.js";
import { createReader } from "./reader.js";

/** Screen px that one key press moves the page. */
const PAN_STEP = 80;
/** Factor of one zoom step. */
const ZOOM_STEP = 1.4;

/** @param {Archive} archive */
function start(archive) {
  const page = wirePageView();
  const question = wireQuestionView((box) => page.focus(box));
  const list = wireQuestionList(archive, (row) => {
    reader.go(row);
    setBrowsing(false);
  });
  const reader = createReader(archive, { list, page, question });
  const filters = wireFilters(archive, (rows) => {
    tellCount(rows.length, archive.rows.length);
    reader.relist(rows);
  });
  addEventListener("hashchange", () => {
    if (!reader.followAddress()) filters.clear();
  });
  const toggleGold = wireToggle("toggle-gold", (visible) => question.setGold(visible));
  const toggleTargets = wireToggle("toggle-targets", (visible) => {
    question.setTargets(visible);
    page.setTargets(visible);
  });
  const forward = () => reader.step(1);
  const back = () => reader.step(-1);
  const zoomIn = () => page.zoomBy(ZOOM_STEP);
  const zoomOut = () => page.zoomBy(1 / ZOOM_STEP);
  const fit = () => page.focus(undefined);
  const openHelp = () => byId("help", HTMLDialogElement).showModal();
  const search = () => {
    setBrowsing(true);
    filters.focusSearch();
  };
  wireButtons({
    previous: back,
    next: forward,
    "zoom-in": zoomIn,
    "zoom-out": zoomOut,
    "zoom-fit": fit,
    "clear-filters": filters.clear,
    "open-browse": () => setBrowsing(true),
    "close-browse": () => setBrowsing(false),
    "open-help": openHelp,
    skip: () => byId("question", HTMLElement).focus(),
  });
  wireKeys({
    j: forward,
    ArrowDown: forward,
    ArrowRight: forward,
    k: back,
    ArrowUp: back,
    ArrowLeft: back,
    n: reader.nextTask,
    g: toggleGold,
    t: toggleTargets,
    0: fit,
    "+": zoomIn,
    "=": zoomIn,
    "-": zoomOut,
    "/": search,
    "?": openHelp,
    Escape: () => setBrowsing(false),
    "Shift+ArrowDown": () => page.panBy(0, PAN_STEP),
    "Shift+ArrowUp": () => page.panBy(0, -PAN_STEP),
    "Shift+ArrowRight": () => page.panBy(PAN_STEP, 0),
    "Shift+ArrowLeft": () => page.panBy(-PAN_STEP, 0),
  });
}

/** @param {number} listed @param {number} all */
function tellCount(listed, all) {
  const total = listed === all ? "" : ` of ${formatCount(all)}`;
  byId("count", HTMLElement).textContent = `${formatCount(listed)}${total} questions`;
  byId("clear-filters", HTMLButtonElement).hidden = total === "";
}

/**
 * Open or close the drawer with filters and list; wide screens always show both.
 * @param {boolean} open
 */
function setBrowsing(open) {
  byId("browse", HTMLElement).classList.toggle("open", open);
  byId("open-browse", HTMLButtonElement).setAttribute("aria-expanded", String(open));
}

/**
 * A button that stays pressed; returns what flips it.
 * @param {string} id
 * @param {(pressed: boolean) => void} apply
 */
function wireToggle(id, apply) {
  const button = byId(id, HTMLButtonElement);
  const flip = () => {
    const pressed = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(pressed));
    apply(pressed);
  };
  button.addEventListener("click", flip);
  return flip;
}

/** @param {Readonly<Record<string, () => void>>} actions by element id */
function wireButtons(actions) {
  for (const [id, act] of Object.entries(actions)) {
    byId(id, HTMLButtonElement).addEventListener("click", act);
  }
}

/** @param {Readonly<Record<string, () => void>>} actions by key, with `Shift+` where an arrow is meant */
function wireKeys(actions) {
  document.addEventListener("keydown", (event) => {
    if (isElsewhere(event)) return;
    const shifted = event.shiftKey && event.key.startsWith("Arrow");
    const act = actions[shifted ? `Shift+${event.key}` : event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

/**
 * True for keys that belong to the browser, to the help or to a field; the escape key leaves a field.
 * @param {KeyboardEvent} event
 */
function isElsewhere(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (byId("help", HTMLDialogElement).open) return true;
  const focused = document.activeElement;
  if (!(focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement)) return false;
  if (event.key !== "Escape") return true;
  focused.blur();
  return false;
}

/** @param {unknown} error */
function tellTrouble(error) {
  const place = byId("trouble", HTMLElement);
  place.textContent = error instanceof Error ? error.message : String(error);
  place.hidden = false;
}

addEventListener("unhandledrejection", ({ reason }) => tellTrouble(reason));
addEventListener("error", ({ error }) => tellTrouble(error));
openArchive().then(start).catch(tellTrouble);
