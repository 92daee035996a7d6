/** Options that every format has: what the user knows better than the source. Each wins over what the source says. */
import { z } from "zod";
import { LabelSchema } from "../records/index.ts";

export const SourceOptions = {
  dataset: LabelSchema.optional().describe("name of the data set; default: what the source calls itself"),
  series: LabelSchema.optional().describe("name of the series that all pages belong to"),
  language: LabelSchema.optional().describe("language of the lettering, BCP 47 (en, fr, ja)"),
  direction: z.enum(["ltr", "rtl"]).optional().describe("reading direction: ltr or rtl"),
  licence: LabelSchema.optional().describe("licence of the pages, an SPDX id where there is one (CC-BY-4.0)"),
  licenceUrl: z.httpUrl().optional().describe("address of the licence text"),
  attribution: LabelSchema.optional().describe("whom to credit"),
};

export type SourceOptionValues = z.output<z.ZodObject<typeof SourceOptions>>;
