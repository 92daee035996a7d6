/** Which of benday's kinds a COCO category stands for. AI4VA's own category names are not published: files decide. */
import { z } from "zod";
import { checkInput, parseJson } from "../../json.ts";
import { readText } from "../source-file.ts";

export const ROLES = ["panel", "character", "face", "balloon", "text", "object"] as const;
export type Role = (typeof ROLES)[number];

const RoleSchema = z.enum([...ROLES, "ignore"]);
/** Category name -> role; `*` is the role of every name that is not listed. */
const RolesSchema = z.record(z.string(), RoleSchema);

/** Names in use for each kind, in the singular; see `normalise`. */
const SYNONYMS = {
  panel: ["panel", "frame", "vignette", "comic panel", "panel boundary"],
  character: ["character", "person", "people", "figure", "body", "character body", "character boundary"],
  face: ["face", "head", "character face"],
  balloon: [
    "balloon",
    "speech balloon",
    "bubble",
    "speech bubble",
    "thought bubble",
    "thought balloon",
    "text bubble",
  ],
  text: ["text", "text block", "textbox", "text box", "lettering", "caption", "onomatopoeia", "sound effect"],
  object: ["object", "thing", "prop"],
} as const satisfies Record<Role, readonly string[]>;

/** "Speech_Bubbles" is "speech bubble". */
const normalise = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ")
    .trim()
    .replace(/([^s])s$/, "$1");

const BUILT_IN: ReadonlyMap<string, Role> = new Map(
  ROLES.flatMap((role) => SYNONYMS[role].map((name) => [name, role] as const)),
);

/** True for names that say no more than "object". */
export const isGenericObject = (name: string): boolean => BUILT_IN.get(normalise(name)) === "object";

/** Role of a category name; undefined where nobody told. */
export type RoleOf = (category: string) => Role | "ignore" | undefined;

/** The built-in names, and over them the user's file (JSON: category name -> role). */
export async function readRoles(file: string | undefined): Promise<RoleOf> {
  if (file === undefined) return (category) => BUILT_IN.get(normalise(category));
  const text = await readText(file, 1024 * 1024);
  const told = checkInput(RolesSchema, parseJson(text, file), file);
  const byName = new Map(Object.entries(told).map(([name, role]) => [normalise(name), role]));
  return (category) => {
    const name = normalise(category);
    return byName.get(name) ?? BUILT_IN.get(name) ?? byName.get("*");
  };
}
