/** The data set card: YAML that the Hugging Face hub and `datasets` read, then what a person needs to know. */
import { SPLITS, TASK_IDS } from "../records/index.ts";
import { taskOf } from "../tasks/index.ts";
import type { BuildReport } from "./build-report.ts";
import type { Survey } from "./survey.ts";

/** Hub licence ids of the licences that we meet; anything else is "other" with its name. */
const HUB_LICENCES: Readonly<Record<string, string>> = {
  "CC0-1.0": "cc0-1.0",
  "CC-BY-4.0": "cc-by-4.0",
  "CC BY 4.0": "cc-by-4.0",
  "CC-BY-SA-4.0": "cc-by-sa-4.0",
  "CC-BY-NC-4.0": "cc-by-nc-4.0",
  MIT: "mit",
};

/** JSON strings are YAML strings. */
const quote = (text: string): string => JSON.stringify(text);

function licenceLines(licences: readonly string[]): readonly string[] {
  const ids = new Set(licences.map((licence) => HUB_LICENCES[licence.replace(/ \(.*\)$/, "")] ?? "other"));
  if (ids.size === 1 && !ids.has("other")) return [`license: ${[...ids].join("")}`];
  return ["license: other", `license_name: ${quote(licences.join(", "))}`];
}

function sizeCategory(count: number): string {
  const limits = [1_000, 10_000, 100_000, 1_000_000] as const;
  const names = ["n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M"];
  const index = limits.findIndex((limit) => count < limit);
  return names[index] ?? "n>1M";
}

function configLines({ counts }: BuildReport): readonly string[] {
  const configs = TASK_IDS.flatMap((task) => {
    const splits = SPLITS.filter((split) => counts[task][split] > 0);
    if (splits.length === 0) return [];
    const files = splits.flatMap((split) => [
      `  - split: ${split}`,
      `    path: data/${task}/${split}-*.parquet`,
    ]);
    return [`- config_name: ${task}`, "  data_files:", ...files];
  });
  const everySplit = SPLITS.filter((split) => TASK_IDS.some((task) => counts[task][split] > 0));
  const all = everySplit.flatMap((split) => [`  - split: ${split}`, `    path: data/*/${split}-*.parquet`]);
  return ["configs:", "- config_name: all", "  default: true", "  data_files:", ...all, ...configs];
}

function frontMatter(report: BuildReport, survey: Survey): string {
  const languages =
    survey.languages.length === 0 ? [] : ["language:", ...survey.languages.map((l) => `- ${l}`)];
  return [
    "---",
    ...licenceLines(survey.licences),
    ...languages,
    "task_categories:",
    "- visual-question-answering",
    "tags:",
    "- comics",
    `size_categories:`,
    `- ${sizeCategory(report.questions)}`,
    ...configLines(report),
    "---",
  ].join("\n");
}

function countTable({ counts }: BuildReport): string {
  const rows = TASK_IDS.map((task) => {
    const cells = SPLITS.map((split) => counts[task][split]);
    const total = cells.reduce((sum, count) => sum + count, 0);
    return `| ${taskOf(task).title} | ${taskOf(task).answer} | ${[...cells, total].join(" | ")} |`;
  });
  return [
    `| task | answer | ${SPLITS.join(" | ")} | all |`,
    `| --- | --- | ${[...SPLITS, "all"].map(() => "---:").join(" | ")} |`,
    ...rows,
  ].join("\n");
}

function leakText({ certificate }: BuildReport): string {
  const { across, closest } = certificate;
  const nearest =
    closest === null
      ? ""
      : ` The two most alike pictures of different splits differ in ${closest.bits} of 256 bits.`;
  return (
    `Split by ${certificate.unit}: ${certificate.groups} groups of pages, none in two splits. Across splits: ` +
    `${across.samePage} shared pages, ${across.sameWork} shared works, ${across.sameStory} shared stories, ` +
    `${across.nearDuplicates} near-duplicate pictures.${nearest} See \`leak-certificate.json\`.`
  );
}

function lackingText({ lacking }: BuildReport): string {
  if (lacking.length === 0) return "";
  const lines = lacking.map(({ task, missing }) => `- ${taskOf(task).title}: no ${missing.join(", no ")}`);
  return `\n## What the annotations lack\n\n${lines.join("\n")}\n`;
}

const USE = `\`\`\`python
from datasets import load_dataset
from PIL import Image

folder = "."  # this folder
questions = load_dataset(folder, "action-recognition", split="test")
page = Image.open(f"{folder}/{questions[0]['image']}")
\`\`\`

\`\`\`sql
select task, split, count(*) from 'data/*/*.parquet' group by all;
\`\`\``;

const FIELDS = `Boxes are \`[x1, y1, x2, y2]\` in page pixels, x2 and y2 exclusive. \`marks\` are to be drawn on the page before it is shown
(after resizing); \`prompt\` is a JSON list of parts in order (text, page, crop); \`choices\` take the letters A, B, ... by place;
\`target_zooms\` is where a zoom should go. \`pages.jsonl\` holds the annotated pages.`;

/** The card's text; it holds no date, so that the same build gives the same bytes. */
export function benchmarkCard(report: BuildReport, survey: Survey, seed: string): string {
  const licences = survey.licences.map((licence) => `- ${licence}`).join("\n");
  return `${frontMatter(report, survey)}

# Comic questions

${report.questions} questions about ${report.pages} comic pages in the seven tasks of AI4VA-FG (arXiv 2511.06490), built by benday
with seed \`${seed}\`.

${countTable(report)}

## Use

${USE}

${FIELDS}
${lackingText(report)}
## Splits

${leakText(report)}

## Licence

The questions are facts about the pages; the pages keep their licence:

${licences}
`;
}
