/** The harness card as a table. */
import { publishedReaders } from "../../../dialects/index.ts";
import { type Html, html } from "../../html.ts";
import type { HarnessRow } from "../harness-card.ts";
import { points } from "../wording.ts";
import { scrollTable } from "./tables-html.ts";

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
  const notes = publishedReaders.map(({ id, summary }) => `${id}: ${summary}`).join("; ");
  const caption = `Accuracy in % over multiple-choice replies. ${notes}. Unread replies count as wrong in every column.`;
  return scrollTable(caption, ["System", "Replies", ...readers, "Spread"], body);
}
