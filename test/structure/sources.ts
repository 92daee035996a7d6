/** The project's own source text, parsed by the TypeScript compiler. */

import {
  isBlock,
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isNewExpression,
  isStringLiteral,
  type Node,
  type SourceFile,
} from "typescript/unstable/ast";
import { createVirtualFileSystem, type FileSystem } from "typescript/unstable/fs";
import { API } from "typescript/unstable/sync";

/** One parsed file; `name` is its path below `src/`. */
export interface Source {
  readonly name: string;
  readonly file: SourceFile;
}

/** A mention of another module: an import of any form, or a worker's script. */
export interface Reference {
  /** Path of the importing file below `src/`. */
  readonly from: string;
  /** From 1. */
  readonly line: number;
  /** As written. */
  readonly specifier: string;
  /** `url` names a module without loading it here: `new URL("./x.ts", import.meta.url)`, `siblingModule`. */
  readonly form: "import" | "url";
}

/** All sources of the project at `root` but tests and fixtures, sorted by name. */
export function readSources<T>(root: string, use: (sources: readonly Source[]) => T): T {
  return withSources({ root }, use);
}

/** The same for files that exist only here: `{ "comics/index.ts": "..." }`. */
export function readVirtualSources<T>(
  files: Readonly<Record<string, string>>,
  use: (sources: readonly Source[]) => T,
): T {
  const entries = Object.entries(files).map(([name, text]) => [`/virtual/src/${name}`, text]);
  const config = { compilerOptions: { module: "nodenext", noLib: true, types: [] }, include: ["src"] };
  const fs = createVirtualFileSystem({
    "/virtual/tsconfig.json": JSON.stringify(config),
    ...Object.fromEntries(entries),
  });
  return withSources({ root: "/virtual", fs }, use);
}

function withSources<T>(
  { root, fs }: { readonly root: string; readonly fs?: FileSystem },
  use: (sources: readonly Source[]) => T,
): T {
  const api = new API(fs === undefined ? { cwd: root } : { cwd: root, fs });
  try {
    const config = `${root}/tsconfig.json`;
    const program = api.updateSnapshot({ openProjects: [config] }).getProject(config)?.program;
    if (program === undefined) throw new Error(`structure: expected a project at ${config}`);
    const sources = program
      .getSourceFileNames()
      .filter((path) => path.startsWith(`${root}/src/`) && !/\.test\.ts$|\/fixtures\//.test(path))
      .sort()
      .map((path) => ({ name: path.slice(`${root}/src/`.length), file: program.getSourceFile(path) }))
      .flatMap(({ name, file }) => (file === undefined ? [] : [{ name, file }]));
    return use(sources);
  } finally {
    api.close();
  }
}

/** Every mention of another module, type-only and dynamic ones too. */
export function referencesIn({ name, file }: Source): Reference[] {
  return descendants(file).flatMap((node) => {
    const found = specifierOf(node);
    if (found === undefined) return [];
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    return [{ from: name, line, ...found }];
  });
}

function specifierOf(node: Node): Pick<Reference, "specifier" | "form"> | undefined {
  if (isImportDeclaration(node) || isExportDeclaration(node)) {
    return asReference(node.moduleSpecifier, "import");
  }
  if (isImportTypeNode(node)) {
    return isLiteralTypeNode(node.argument) ? asReference(node.argument.literal, "import") : undefined;
  }
  if (isCallExpression(node)) {
    const callee = node.expression.getText();
    if (callee === "import") return asReference(node.arguments[0], "import");
    if (callee === "siblingModule") return asReference(node.arguments[1], "url", ".ts");
  }
  if (isNewExpression(node) && node.expression.getText() === "URL") {
    return node.arguments?.[1]?.getText() === "import.meta.url"
      ? asReference(node.arguments[0], "url")
      : undefined;
  }
  return undefined;
}

function asReference(
  node: Node | undefined,
  form: Reference["form"],
  extension = "",
): Pick<Reference, "specifier" | "form"> | undefined {
  if (node === undefined || !isStringLiteral(node)) return undefined;
  return { specifier: `${node.text}${extension}`, form };
}

/** Lines of every function that has a body in braces, functions inside it included. */
export function functionLengths({ file }: Source): number[] {
  return descendants(file).flatMap((node) => {
    if (!("body" in node) || !isNode(node.body) || !isBlock(node.body)) return [];
    const first = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
    return [file.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1];
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value;
}

function descendants(node: Node): Node[] {
  const found: Node[] = [];
  const visit = (child: Node): void => {
    found.push(child);
    child.forEachChild(visit);
  };
  node.forEachChild(visit);
  return found;
}
