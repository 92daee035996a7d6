// @ts-check
/**
 * One question as it is put to a model, with what only its makers know.
 *
 * @import { PromptPart, Question } from "../../src/records/question.ts"
 * @import { Box, Place } from "./overlays.js"
 */
import { byId, humanise, make, makeButton, makeSvg } from "./dom.js";
import { markColour, placesOf } from "./overlays.js";

/**
 * @typedef {object} QuestionView
 * @property {(question: Question) => void} show
 * @property {(url: string) => void} setPicture give the cut-outs their picture
 * @property {(visible: boolean) => void} setGold
 * @property {(visible: boolean) => void} setTargets
 */

/**
 * @param {(box: Box | undefined) => void} focus zoom the page to a box, or to the whole
 * @returns {QuestionView}
 */
export function wireQuestionView(focus) {
  const article = byId("question", HTMLElement);
  let goldVisible = true;
  /** @type {Question | undefined} */
  let question;
  /** @type {number | undefined} */
  let picked;

  function drawAnswer() {
    if (question === undefined) return;
    /** @param {number} index */
    const pick = (index) => {
      picked = index;
      drawAnswer();
      document.getElementById("answer")?.focus();
    };
    document.getElementById("answer")?.replaceWith(answerSection(question, { goldVisible, picked, pick }));
  }

  return {
    show(next) {
      question = next;
      picked = undefined;
      article.replaceChildren(
        heading(next),
        make("div", { class: "prompt" }, ...next.prompt.map((part) => promptPart(part, next, focus))),
        make("section", { id: "answer" }),
        placesSection(next, focus),
        factsSection(next),
      );
      drawAnswer();
      article.dataset["question"] = next.id;
      article.parentElement?.scrollTo(0, 0);
    },
    setPicture(url) {
      for (const image of article.querySelectorAll("image")) image.setAttribute("href", url);
    },
    setGold(visible) {
      goldVisible = visible;
      picked = undefined;
      drawAnswer();
    },
    setTargets: (visible) => article.classList.toggle("targets-hidden", !visible),
  };
}

/** @param {Question} question */
function heading({ task, form, split }) {
  return make(
    "header",
    { class: "question-head", "data-task": task },
    make("h2", {}, humanise(task)),
    make("span", { class: "chip" }, form),
    make("span", { class: "chip" }, split),
  );
}

/**
 * @param {PromptPart} part
 * @param {Question} question
 * @param {(box: Box | undefined) => void} focus
 */
function promptPart(part, question, focus) {
  if (part.type === "text") return make("p", {}, ...withPhrase(part.text, question.phrase?.text));
  const { width, height } = question.page;
  if (part.type === "page") {
    const size = `${width} × ${height} px`;
    return makeButton("page-part", () => focus(undefined), make("b", {}, "The page"), ` ${size}`);
  }
  return cutOut(part, { width, height }, focus);
}

/**
 * The text with the phrase that names the panel set apart.
 * @param {string} text
 * @param {string | undefined} phrase
 * @returns {(Node | string)[]}
 */
function withPhrase(text, phrase) {
  const start = phrase === undefined ? -1 : text.indexOf(phrase);
  if (phrase === undefined || start < 0) return [text];
  const end = start + phrase.length;
  return [text.slice(0, start), make("span", { class: "phrase" }, phrase), text.slice(end)];
}

/**
 * @param {Extract<PromptPart, { type: "crop" }>} part
 * @param {{ width: number, height: number }} page
 * @param {(box: Box | undefined) => void} focus
 */
function cutOut({ box, width, height }, page, focus) {
  const picture = makeSvg(
    "svg",
    {
      viewBox: `${box[0]} ${box[1]} ${box[2] - box[0]} ${box[3] - box[1]}`,
      width,
      height,
      preserveAspectRatio: "none",
      role: "img",
      "aria-label": `Cut-out of the page, ${width} × ${height} px`,
    },
    makeSvg("image", { ...page, preserveAspectRatio: "none" }),
  );
  return makeButton("cut-out", () => focus(box), picture);
}

/**
 * @typedef {object} AnswerState
 * @property {boolean} goldVisible
 * @property {number | undefined} picked place of the choice that the reader picked
 * @property {(index: number) => void} pick
 */

/**
 * @param {Question} question
 * @param {AnswerState} state
 */
function answerSection({ choices, gold }, { goldVisible, picked, pick }) {
  const open = goldVisible || picked !== undefined;
  const section = make("section", { id: "answer", tabindex: "-1", "aria-label": "Answer" });
  if (choices.length > 0) {
    const right = gold.type === "choice" ? gold.index : -1;
    const items = choices.map((text, index) => choiceItem({ text, index, right, open, picked, pick }));
    section.append(make("ol", { class: "choices" }, ...items));
  }
  if (!open) {
    const hint = choices.length > 0 ? "Pick an answer, or show" : "Show";
    section.append(make("p", { class: "hint" }, `${hint} the gold with `, make("kbd", {}, "g"), "."));
  } else if (gold.type === "number") {
    section.append(goldBox(String(gold.value), []));
  } else if (gold.type === "text") {
    section.append(goldBox(gold.text, gold.also));
  }
  return section;
}

/**
 * @param {{ text: string, index: number, right: number, open: boolean, picked: number | undefined,
 *   pick: (index: number) => void }} choice
 */
function choiceItem({ text, index, right, open, picked, pick }) {
  const letter = make("span", { class: "letter" }, String.fromCharCode(65 + index));
  const words = make("span", { class: "choice-text" }, text);
  if (!open)
    return make(
      "li",
      {},
      makeButton("choice", () => pick(index), letter, words),
    );
  const isGold = index === right;
  const verdict = [isGold ? "gold" : "", index === picked ? "your answer" : ""].filter(Boolean).join(", ");
  const note = verdict === "" ? [] : [make("span", { class: "verdict" }, verdict)];
  const kind = `choice${isGold ? " gold" : ""}${index === picked ? " picked" : ""}`;
  return make("li", {}, make("div", { class: kind }, letter, words, ...note));
}

/** @param {string} text @param {readonly string[]} also */
function goldBox(text, also) {
  const box = make(
    "div",
    { class: "gold gold-box" },
    make("span", { class: "verdict" }, "gold"),
    make("b", {}, text),
  );
  if (also.length > 0) {
    const wordings = also.map((wording) => make("li", {}, wording));
    box.append(make("p", {}, "also right:"), make("ul", {}, ...wordings));
  }
  return box;
}

/** @param {Question} question @param {(box: Box) => void} focus */
function placesSection(question, focus) {
  const places = placesOf(question);
  const section = make("section", { class: "places" }, make("h3", {}, "On the page"));
  if (places.length === 0) section.append(make("p", { class: "hint" }, "No marks and no targets."));
  for (const place of places) {
    const coordinates = place.box.map((value) => String(Math.round(value * 10) / 10)).join(" ");
    const button = makeButton(
      `place place-${place.kind}`,
      () => focus(place.box),
      swatch(place, question),
      make("span", {}, place.name),
      make("span", { class: "box" }, coordinates),
    );
    section.append(button);
  }
  return section;
}

/** @param {Place} place @param {Question} question */
function swatch(place, question) {
  const element = make("span", { class: `swatch swatch-${place.kind}`, "aria-hidden": "true" });
  const mark = question.marks.find(({ box }) => box === place.box);
  if (place.kind === "mark" && mark !== undefined) element.style.borderColor = markColour(mark.colour);
  if (mark?.style === "cover") element.classList.add("swatch-cover");
  return element;
}

/** @param {Question} question */
function factsSection(question) {
  const { phrase, origin, page } = question;
  /** @type {readonly (readonly [name: string, value: string])[]} */
  const facts = [
    ["id", question.id],
    ["page", `${page.id}, ${page.width} × ${page.height} px`],
    ["picture", page.image],
    ["phrase", phrase === undefined ? "" : `${phrase.kind}: ${phrase.text}`],
    ["tool", question.tool],
    ["expected zooms", String(question.expectedZooms)],
    ["origin", origin.by],
    ["annotations", origin.annotations.join(", ")],
    ["reviews", origin.reviews.map(({ by, at }) => `${by}, ${at}`).join("; ")],
    ["seed", question.seed],
  ];
  const pairs = facts
    .filter(([, value]) => value !== "")
    .map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)));
  return make("section", { class: "facts" }, make("h3", {}, "Facts"), make("dl", {}, ...pairs));
}
