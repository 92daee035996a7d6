/** What the paper prints in its Tables 3, 4 and 6, to be quoted beside one's own figures. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { TaskIdSchema } from "../../records/index.ts";

const CellSchema = z.strictObject({
  /** As printed, 0-100. */
  percent: z.number(),
  /** Derived from the percentages; null where no count fits. */
  n: z.int().nullable(),
  k: z.int().nullable(),
});
const RowSchema = z.strictObject({
  model: z.string(),
  cells: z.record(TaskIdSchema, CellSchema.nullable()),
});
const PaperResultsSchema = z.strictObject({
  source: z.string(),
  note: z.string(),
  /** 0-100; null for open and number answers. */
  random: z.record(TaskIdSchema, z.number().nullable()),
  /** Table 3: the whole page. */
  page: z.array(RowSchema),
  /** Table 4: zoomed in by hand; the target panel in place of the page. */
  zoom: z.array(RowSchema),
  /** Table 6: calls an episode and their IoU with the targets. */
  zooms: z.partialRecord(
    TaskIdSchema,
    z.strictObject({ calls: z.number(), iou: z.number(), byCall: z.array(z.number()) }),
  ),
});
export type PaperResults = z.infer<typeof PaperResultsSchema>;
export type PaperRow = z.infer<typeof RowSchema>;

let loaded: PaperResults | undefined;

export function paperResults(): PaperResults {
  const file = new URL("../../../assets/report/paper-results.json", import.meta.url);
  loaded ??= PaperResultsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return loaded;
}
