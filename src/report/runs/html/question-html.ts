/** What is asked, with the answers on offer and the right one. */
import { choiceLetter, goldAnswer, questionText } from "../../../grading/index.ts";
import type { Question } from "../../../records/index.ts";
import { type Html, html } from "../../html.ts";

export const questionHtml = (
  question: Question,
): Html => html`<p class="question">${questionText(question)}</p>
${question.choices.length > 0 && html`<ul class="choices">${question.choices.map((choice, index) => html`<li><b>${choiceLetter(index)}</b> ${choice}</li>`)}</ul>`}
<p class="gold">Gold: <b>${goldAnswer(question)}</b></p>`;
