/** Plain-text tables for the terminal. */

type Cell = string | number;

/** Columns padded to one width; numbers to the right, texts to the left; the first row is the head. */
export function textTable(rows: readonly (readonly Cell[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => String(row[column] ?? "").length)),
  );
  const numeric = widths.map((_, column) => rows.slice(1).every((row) => typeof row[column] === "number"));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return numeric[column] === true ? String(cell).padStart(width) : String(cell).padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
  return lines.join("\n");
}

/** 0.4951 as "49.5 %". */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
