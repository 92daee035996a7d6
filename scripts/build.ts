/**
 * `npm run build`: TypeScript in `src/` to ES modules and declarations in `dist/`, file by file, then a look at what
 * the compiler does not check. `npm pack` runs it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");

rmSync(dist, { recursive: true, force: true });
const compiler = fileURLToPath(import.meta.resolve("typescript/package.json")).replace(
  "package.json",
  "bin/tsc",
);
const { status } = spawnSync(process.execPath, [compiler, "-p", join(root, "tsconfig.build.json")], {
  stdio: "inherit",
});
if (status !== 0) process.exit(1);

const built = filesBelow(dist);
const faults = [...strayFaults(), ...exportFaults(), ...built.flatMap(moduleFaults)];
for (const fault of faults) console.error(`build: ${fault}`);
if (faults.length > 0) process.exit(1);
console.info(`build: ${built.length} files in dist/`);

/** Tests in the package, or files in `src/` that the compiler leaves behind (data belongs in `assets/`). */
function strayFaults(): string[] {
  const tests = built.filter(isTest);
  const left = filesBelow(join(root, "src")).filter((file) => !file.endsWith(".ts") && !isTest(file));
  return [
    ...tests.map((file) => `${file} is a test`),
    ...left.map((file) => `${file} is not TypeScript: move it to assets/`),
  ];
}

function isTest(file: string): boolean {
  return /\.test\.|\/fixtures\//.test(file);
}

/** Subpaths of the package that lead nowhere. */
function exportFaults(): string[] {
  const Manifest = z.object({
    exports: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])),
  });
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  return Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    const files = typeof target === "string" ? [target] : Object.values(target);
    const missing = files.filter((file) => !existsSync(join(root, file)));
    return missing.map((file) => `package.json exports ${subpath} as ${file}, which does not exist`);
  });
}

/** Mentions of other modules that only work from the sources; the compiler rewrites imports, not URLs. */
function moduleFaults(file: string): string[] {
  if (!file.endsWith(".js")) return [];
  const text = readFileSync(file, "utf8");
  const urls = [...text.matchAll(/new URL\("(\.[^"]*)", import\.meta\.url\)/g)].map(
    (match) => match[1] ?? "",
  );
  const imports = [...text.matchAll(/(?:from|import\()\s*"(\.[^"]*)"/g)].map((match) => match[1] ?? "");
  return [...urls, ...imports]
    .filter((target) => !existsSync(join(dirname(file), target)))
    .map((target) => `${file} names ${target}, which does not exist`);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
