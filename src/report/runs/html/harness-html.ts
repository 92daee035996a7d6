/** The harness card as a table. */
import { type PublishedReader, publishedReaders } from "../../../dialects/index.ts";
import { type Html, html } from "../../html.ts";
import type { HarnessRow } from "../harness-card.ts";
import { points } from "../wording.ts";
import { scrollTable } from "./tables-html.ts";

const FALLBACK_WORDS = {
  wrong: "wrong",
  random: "a random choice",
  judge: "left to a judge model",
} as const satisfies Record<PublishedReader["fallback"], string>;

/** Rules change from commit to commit, so that a name alone says too little. */
const commitOf = (source: string): string => {
  const commit = /\/blob\/([0-9a-f]{7})/.exec(source)?.[1];
  return commit === undefined ? "" : ` at ${commit}`;
};

export function harnessHtml(rows: readonly HarnessRow[]): Html {
  const readers = rows[0]?.readings.map(({ reader }) => reader) ?? [];
  const body = rows.map(({ system, n, readings }) => {
    const shares = readings.map(({ k }) => k / n);
    const spread = Math.max(...shares) - Math.min(...shares);
    return html`<tr><th scope="row">${system}</th><td>${n}</td>${readings.map(
      ({ k, unread }) =>
        html`<td>${points(k / n)}${unread > 0 && html`<small>${points(unread / n)} % unread</small>`}</td>`,
    )}<td>${points(spread)}</td></tr>`;
  });
  const notes = publishedReaders.map(
    ({ id, summary, source, fallback }) =>
      `${id}${commitOf(source)}: ${summary} (what it cannot read: ${FALLBACK_WORDS[fallback]})`,
  );
  const caption = `Accuracy in % over multiple-choice replies. ${notes.join("; ")}. Unread replies count as wrong in every column.`;
  return scrollTable(caption, ["System", "Replies", ...readers, "Spread"], body);
}
