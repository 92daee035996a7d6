/** What the import table and the ban on cycles say about a list of references; faults come out as sentences. */
import { posix } from "node:path";
import type { Reference } from "./sources.ts";

export interface House {
  readonly table: Readonly<Record<string, readonly string[]>>;
  readonly looseFiles: readonly string[];
}

/** References that the table does not allow. */
export function tableFaults(references: readonly Reference[], house: House): string[] {
  return references.flatMap((reference) => {
    const fault = faultOf(reference, house);
    return fault === undefined ? [] : [`src/${reference.from}:${reference.line}: ${fault}`];
  });
}

function faultOf(reference: Reference, { table, looseFiles }: House): string | undefined {
  const { from, specifier, form } = reference;
  if (/^benday(\/|$)/.test(specifier)) return `${specifier} is this package: import it by a relative path`;
  if (!specifier.startsWith(".")) return undefined;
  const to = targetOf(reference);
  if (to.startsWith("../")) return form === "url" ? undefined : `${specifier} leads out of src/`;
  if (looseFiles.includes(to)) return undefined;
  const [home, other] = [folderOf(from), folderOf(to)];
  if (home === undefined) return `a loose file may import only loose files, not ${to}`;
  if (other === undefined) return `${to} is not one of the loose files`;
  const allowed = table[home];
  if (allowed === undefined) return `${home}/ is not in the import table`;
  if (home === other || allowed.includes(other)) return undefined;
  return `${home}/ may not import ${other}/ (${specifier})`;
}

/** Import cycles between files: at least one of every tangle, each starting at its first file by name. */
export function cycles(references: readonly Reference[]): string[] {
  const imports = new Map<string, Set<string>>();
  for (const reference of references) {
    if (reference.form !== "import" || !reference.specifier.startsWith(".")) continue;
    const targets = imports.get(reference.from) ?? new Set();
    imports.set(reference.from, targets.add(targetOf(reference)));
  }
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.add(describeCycle(path.slice(start)));
    if (start >= 0 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of [...imports.keys()].sort()) visit(file, []);
  return [...found];
}

function describeCycle(files: readonly string[]): string {
  const first = files.indexOf([...files].sort()[0] ?? "");
  const turned = [...files.slice(first), ...files.slice(0, first)];
  return [...turned, turned[0]].join(" -> ");
}

/** The referenced file's path below `src/`; it begins with `../` when it lies elsewhere. */
function targetOf({ from, specifier }: Reference): string {
  return posix.normalize(posix.join(posix.dirname(from), specifier));
}

/** The folder of `src/` that a file is in; undefined for a loose file. */
function folderOf(file: string): string | undefined {
  return file.includes("/") ? file.split("/")[0] : undefined;
}
