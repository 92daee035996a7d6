/** An experiment: a model measured, trained in one or more ways, and measured again, all on drawn pages. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { InputError } from "../errors.ts";
import { COUNTERFACTUALS, EPISODE_MODES, TASK_IDS } from "../records/index.ts";

const name = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,60}$/, "expected letters, digits, dots, hyphens and underscores");
const positive = z.int().positive();

const TrainingSchema = z.strictObject({
  /** Name of the run's folder, and of its model in the report. */
  row: name,
  /** The run is repeated with each. */
  seeds: z.array(z.string().min(1).max(60)).min(1).default(["1"]),
  /** Settings of `train`, by their names; model, benchmark, seed, tasks and the way of asking are the experiment's. */
  settings: z.record(z.string(), z.unknown()),
  /** How what was trained is measured. */
  measured: z.array(z.enum(EPISODE_MODES)).min(1).default(["zoom"]),
  counterfactuals: z.array(z.enum(COUNTERFACTUALS)).default([]),
});
export type Training = z.infer<typeof TrainingSchema>;

export const ExperimentSchema = z.strictObject({
  kind: z.literal("experiment"),
  version: z.literal(1),
  title: z.string().min(1).max(200),
  /** Of the pages. */
  seed: z.string().min(1).max(60).default("1"),
  /** How many; drawn as `benday draw` does without flags. */
  pages: z.strictObject({
    train: positive,
    test: positive,
    /** px, of pages to train on: smaller ones are read faster. */
    trainSize: z.strictObject({ width: positive, height: positive }).optional(),
  }),
  /** A Hugging Face folder by its path, or one that comes with benday by its bare name; `tiny` unless given. */
  model: z.string().min(1).optional(),
  tasks: z.array(z.enum(TASK_IDS)).min(1),
  /** How episodes are asked, in training as in measuring. */
  asking: z.strictObject({
    dialect: z.string().min(1),
    /** Square px. */
    maxPixels: positive,
    zoomMaxPixels: positive,
    maxTurns: positive,
    /** Of a reply. */
    maxTokens: positive,
  }),
  /** Most questions a task that are measured. */
  limit: positive,
  /** How the model is measured before it is trained. */
  base: z.array(z.enum(EPISODE_MODES)).min(1),
  trainings: z.array(TrainingSchema).min(1),
});
export type Experiment = z.infer<typeof ExperimentSchema>;

/** The models that come with benday. */
const BUNDLED = new URL("../../checkpoints/", import.meta.url);

/** The folder of the model that is measured and trained. @throws InputError where this copy of benday lacks it */
export function startingModel({ model = "tiny" }: Pick<Experiment, "model">): string {
  if (!/^[a-z0-9-]+$/.test(model)) return model;
  const folder = fileURLToPath(new URL(model, BUNDLED));
  if (existsSync(folder)) return folder;
  throw new InputError({
    file: folder,
    expected: "a model that comes with benday",
    found: "no such folder",
    hint: "give a folder by its path (./model); the package holds tiny alone, the repository has the others",
  });
}
