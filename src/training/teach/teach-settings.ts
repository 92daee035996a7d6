/** `teach.json`: what a model is taught from and how, so that only the same teaching goes on in its folder. */
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { canonicalJson, checkInput, parseJson } from "../../json.ts";
import { TASK_IDS } from "../../records/index.ts";
import { refuseDifferences } from "../run/run-settings.ts";
import { CurriculumSchema } from "./curriculum.ts";
import { TAUGHT_BOXES } from "./lesson.ts";

const TEACH_FILE = "teach.json";

export const TeachSettingsSchema = z.strictObject({
  kind: z.literal("teach-run"),
  version: z.literal(1),
  /** Of pages, first weights, lessons and their order. */
  seed: z.string().min(1).max(100),
  boxes: z.enum(TAUGHT_BOXES),
  tasks: z.array(z.enum(TASK_IDS)).min(1).readonly(),
  /** Drawn pages: how many, and their size in px. */
  data: z.strictObject({
    pages: z.int().positive(),
    width: z.int().positive(),
    height: z.int().positive(),
  }),
  curriculum: CurriculumSchema,
  /** Version of benday. */
  harness: z.string().min(1),
});
export type TeachSettings = z.infer<typeof TeachSettingsSchema>;

/** Write the settings, or compare them with those that the folder began with. @throws InputError where they differ */
export async function holdTeachSettings(folder: string, settings: TeachSettings): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, TEACH_FILE);
  if (existsSync(file)) {
    const earlier = checkInput(TeachSettingsSchema, parseJson(await readFile(file, "utf8"), file), file);
    refuseDifferences(file, new Map(Object.entries(earlier)), new Map(Object.entries(settings)));
    return;
  }
  await writeFile(`${file}.partial`, `${canonicalJson(settings, 2)}\n`, { flush: true });
  await rename(`${file}.partial`, file);
}
