/**
 * A benchmark folder's question files, laid out as a Hugging Face data set:
 * `data/<task>/<split>-00000-of-00001.parquet`, pictures below `images/`, the card in `README.md`.
 */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { InputError } from "../errors.ts";
import {
  fromRow,
  type Question,
  type QuestionRow,
  QuestionRowSchema,
  SPLITS,
  type Split,
  TASK_IDS,
  type TaskId,
  toRow,
} from "../records/index.ts";
import {
  type Column,
  type ColumnType,
  createParquet,
  type ParquetFile,
  readParquet,
} from "../store/index.ts";

const boxes = { list: { list: "double" } } as const;
const texts = { list: "string" } as const;

/** Types of the columns, total over the row record; the order is the order in the file. */
const COLUMN_TYPES: Readonly<Record<keyof QuestionRow, ColumnType>> = {
  id: "string",
  task: "string",
  form: "string",
  split: "string",
  page_id: "string",
  image: "string",
  image_width: "int",
  image_height: "int",
  question: "string",
  choices: texts,
  answer: "string",
  answer_also: texts,
  answer_type: "string",
  marks: {
    list: { struct: { box: { list: "double" }, style: "string", label: "string", colour: "string" } },
  },
  target_panels: boxes,
  target_entities: boxes,
  target_zooms: boxes,
  evidence_side: "double",
  expected_zooms: "int",
  phrase_kind: "string",
  phrase: "string",
  tool: "string",
  origin_by: "string",
  origin_annotations: texts,
  origin_reviews: "json",
  prompt: "json",
  seed: "string",
  version: "int",
};
const NULLABLE: ReadonlySet<string> = new Set(["evidence_side", "phrase_kind", "phrase"]);

export const QUESTION_COLUMNS: readonly Column[] = Object.entries(COLUMN_TYPES).map(([name, type]) => ({
  name,
  type,
  nullable: NULLABLE.has(name),
}));

/** Path of one task's and split's file below the benchmark folder. */
export const questionFile = (task: TaskId, split: Split): string =>
  `data/${task}/${split}-00000-of-00001.parquet`;

export interface QuestionWriter {
  append(question: Question): void;
  close(): void;
}

/** Write questions into their task's and split's file; all files exist afterwards, some perhaps without a row. */
export async function createQuestionFiles(folder: string): Promise<QuestionWriter> {
  const files = new Map<string, ParquetFile>();
  for (const task of TASK_IDS) {
    await mkdir(path.join(folder, "data", task), { recursive: true });
    for (const split of SPLITS) {
      const name = questionFile(task, split);
      files.set(name, createParquet(path.join(folder, name), QUESTION_COLUMNS));
    }
  }
  return {
    append: (question) => files.get(questionFile(question.task, question.split))?.append(toRow(question)),
    close: () => {
      for (const file of files.values()) file.close();
    },
  };
}

/** All questions of a benchmark folder, by task, then split, then in file order; memory does not grow with them. */
export async function* readQuestions(
  folder: string,
  keep: { readonly task?: TaskId | undefined; readonly split?: Split | undefined } = {},
): AsyncGenerator<Question, void, undefined> {
  if (!existsSync(path.join(folder, "data"))) {
    throw new InputError({
      file: folder,
      expected: "a benchmark folder with data/",
      found: existsSync(folder) ? "none in it" : "no such folder",
      hint: "make one with: benday build PAGES --out FOLDER",
    });
  }
  for (const task of TASK_IDS.filter((id) => keep.task === undefined || keep.task === id)) {
    for (const split of SPLITS.filter((name) => keep.split === undefined || keep.split === name)) {
      const file = path.join(folder, questionFile(task, split));
      for await (const row of readParquet(file, QUESTION_COLUMNS, QuestionRowSchema)) yield fromRow(row);
    }
  }
}
