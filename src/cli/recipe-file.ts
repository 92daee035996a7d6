/**
 * Recipes: whole experiments as files. One kind lists models to measure under the same conditions, and what each needs of its
 * user; the other trains (`experiment-file.ts`).
 */
import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { describe, InputError } from "../errors.ts";
import { checkInput, parseJson } from "../json.ts";
import { ExperimentSchema } from "./experiment-file.ts";

const variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/, "the name of an environment variable");

const RecipeModelSchema = z.strictObject({
  /** Name of the model in the table. */
  row: z.string().min(1).max(200),
  /** As `eval --model` takes it; without the URL where `server` is given. */
  model: z.string().min(1).max(500),
  /** Variables of which one has to hold the key. Absent: none is needed. */
  keys: z.array(variable).min(1).optional(),
  /** Variable that says where the model is served. Absent: the provider knows. */
  server: variable.optional(),
});
export type RecipeModel = z.infer<typeof RecipeModelSchema>;

const ModelsSchema = z.strictObject({
  kind: z.literal("recipe"),
  version: z.literal(1),
  title: z.string().min(1).max(200),
  /** Flags of `eval`, the same for all models. */
  flags: z.array(z.string().max(200)).max(100),
  models: z.array(RecipeModelSchema).min(1).max(200),
});
export type ModelsRecipe = z.infer<typeof ModelsSchema>;

const RecipeSchema = z.discriminatedUnion(
  "kind",
  [ModelsSchema, ExperimentSchema],
  "expected one of recipe, experiment",
);
export type Recipe = z.infer<typeof RecipeSchema>;

/** Flags that a recipe sets itself, model by model. */
const OWN_FLAGS = /^--(model|base-url|out|json)(=|$)/;

/** The recipes that come with benday. */
const OWN_RECIPES = new URL("../../recipes/", import.meta.url);

/** The file of a recipe: a path, or the bare name of one that comes with benday (`table3`). */
function recipeFile(named: string): string {
  // A folder of that name is what an experiment was written to.
  if (!/^[a-z0-9-]+$/.test(named) || statSync(named, { throwIfNoEntry: false })?.isFile()) return named;
  const own = fileURLToPath(new URL(`${named}.json`, OWN_RECIPES));
  return existsSync(own) ? own : named;
}

/** A recipe from a JSON file or by its bare name; a faulty one is an `InputError`. */
export async function readRecipe(named: string): Promise<Recipe> {
  const file = recipeFile(named);
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new InputError({ file, expected: "a recipe as a JSON file", found: "none" }, { cause });
  });
  const recipe = checkInput(RecipeSchema, parseJson(text, file), file);
  if (recipe.kind === "experiment") return recipe;
  const own = recipe.flags.find((flag) => OWN_FLAGS.test(flag));
  if (own === undefined) return recipe;
  throw new InputError({
    file,
    at: "flags",
    expected: "flags that hold for all models",
    found: describe(own),
  });
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Why a model cannot be measured here; undefined where it can. */
export function whatIsMissing({ keys, server }: RecipeModel, environment: Environment): string | undefined {
  const isSet = (name: string) => (environment[name] ?? "").trim() !== "";
  if (keys !== undefined && !keys.some(isSet)) return `no key in ${keys.join(" or ")}`;
  if (server !== undefined && !isSet(server)) return `no server in ${server}`;
  return undefined;
}
