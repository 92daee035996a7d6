import type { Command } from "commander";
import { z } from "zod";
import { type ImportReport, importPages } from "../../formats/import.ts";
import { type FormatId, findFormat, formats } from "../../formats/index.ts";
import { checkFlags, flagName } from "../check-flags.ts";
import { defineCommand } from "../command.ts";
import { folderFlag } from "../flags.ts";

/** What the flags of a format need to know of one option. */
const OptionShape = z.object({
  type: z.enum(["string", "number", "integer", "boolean"]).default("string"),
  description: z.string(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  enum: z.array(z.string()).optional(),
});
type OptionShape = z.infer<typeof OptionShape>;

const ObjectShape = z.object({
  properties: z.record(z.string(), OptionShape),
  required: z.array(z.string()).default([]),
});

/** A format's options as JSON schema says them: the one description that flags and checks share. */
function optionShapes(format: FormatId) {
  const { options } = findFormat(format);
  return ObjectShape.parse(z.toJSONSchema(options, { io: "input" }));
}

function describeOption({ description, default: preset, enum: values }: OptionShape): string {
  const notes = [
    values === undefined ? undefined : `one of: ${values.join(", ")}`,
    preset === undefined || preset === false ? undefined : `default: ${preset}`,
  ].filter((note) => note !== undefined && !description.includes(note));
  return notes.length === 0 ? description : `${description} (${notes.join("; ")})`;
}

function defineFormatFlags(command: Command, format: FormatId): void {
  const { properties, required } = optionShapes(format);
  for (const [key, shape] of Object.entries(properties)) {
    const flag = shape.type === "boolean" ? flagName(key) : `${flagName(key)} <${key.toLowerCase()}>`;
    if (required.includes(key)) command.requiredOption(flag, describeOption(shape));
    else command.option(flag, describeOption(shape));
  }
}

/** Numbers are typed as text; what is no number is left for the format's own check to refuse. */
function convertNumbers(format: FormatId, typed: Readonly<Record<string, unknown>>) {
  const { properties } = optionShapes(format);
  return Object.fromEntries(
    Object.entries(typed).map(([key, value]) => {
      const isNumber = properties[key]?.type === "number" || properties[key]?.type === "integer";
      return [key, isNumber && typeof value === "string" && value.trim() !== "" ? Number(value) : value];
    }),
  );
}

function describeImport({ pages, labels, warnings }: ImportReport, out: string): string {
  const counts = Object.entries(labels)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`);
  const absent = Object.entries(labels)
    .filter(([, count]) => count === 0)
    .map(([kind]) => kind);
  return [
    `${pages} pages in ${out}`,
    `labels: ${counts.join(", ") || "none"}`,
    ...(absent.length === 0 ? [] : [`none of: ${absent.join(", ")}`]),
    ...warnings.map(({ what, count, first }) => `${count} x ${what} (first: ${first})`),
  ].join("\n");
}

const formatList = formats.map(({ id, summary }) => `  ${id.padEnd(10)} ${summary}`).join("\n");
const isFormat = (word: string | undefined): word is FormatId => formats.some(({ id }) => id === word);

export const importCommand = defineCommand({
  define: (command, [word]) => {
    command
      .argument("<format>", `one of: ${formats.map(({ id }) => id).join(", ")}`)
      .requiredOption("--out <folder>", "where the pages go")
      .option("--replace", "replace pages that stand there");
    if (isFormat(word)) defineFormatFlags(command, word);
    else command.addHelpText("after", `\nFormats (see: benday import FORMAT --help):\n${formatList}`);
  },
  examples: [
    "benday import ai4va --annotations train-annotations.json --images images/train --out pages",
    "benday import iiif --manifest https://example.org/manifest.json --out pages",
    "benday import images --folder scans --licence CC-BY-4.0 --out pages",
  ],
  input: z.looseObject({
    args: z.tuple([z.string()], `one format: ${formats.map(({ id }) => id).join(", ")}`),
    out: folderFlag,
    replace: z.boolean().default(false),
  }),
  run: async ({ args: [id], out, replace, ...typed }, terminal) => {
    const format = findFormat(id);
    const options = checkFlags(format.options, convertNumbers(format.id, typed));
    const progress = terminal.progress("importing");
    const report = await importPages(format.read(options), out, {
      replace,
      onPage: (count) => progress.update(count),
    }).finally(progress.end);
    return { text: describeImport(report, out), json: { kind: "import-report", version: 1, ...report } };
  },
});
