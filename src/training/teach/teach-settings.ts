/** `teach.json`: what a model is taught from and how, so that only the same teaching goes on in its folder. */
import { join } from "node:path";
import { z } from "zod";
import { TASK_IDS } from "../../records/index.ts";
import { holdSettingsFile } from "../run/run-settings.ts";
import { CurriculumSchema } from "./curriculum.ts";
import { TAUGHT_BOXES } from "./lesson.ts";

const TEACH_FILE = "teach.json";

export const TeachSettingsSchema = z.strictObject({
  kind: z.literal("teach-run"),
  version: z.literal(1),
  /** Of pages, first weights, lessons and their order. */
  seed: z.string().min(1).max(100),
  boxes: z.enum(TAUGHT_BOXES),
  /** The model that is taught on; absent where one is made anew. Its folder's name, and SHA-256 of what it holds. */
  from: z.strictObject({ name: z.string().min(1), hash: z.string() }).optional(),
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
export const holdTeachSettings = (folder: string, settings: TeachSettings): Promise<void> =>
  holdSettingsFile(join(folder, TEACH_FILE), TeachSettingsSchema, settings);
