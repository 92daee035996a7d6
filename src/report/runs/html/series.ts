/** Colours of the rows of a table: what repeats a row with another seed has that row's. */
import { conditionName } from "../../../records/index.ts";
import type { AccuracyTable } from "../accuracy-table.ts";

/** The place of the colour of each row, from 0. */
export function seriesOf(rows: AccuracyTable["rows"]): readonly number[] {
  const keys = rows.map(({ row, condition }) => `${row}/${conditionName(condition)}`);
  const distinct = [...new Set(keys)];
  return keys.map((key) => distinct.indexOf(key));
}
