/**
 * `npm run bench`: lists the benches of this folder; `npm run bench -- NAME ...` runs them. A bench is a module that
 * measures when it is loaded, or exports `bench()`; what follows the names, from the first `--`, is its own to read.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { keepMemory } from "../src/cli/kept-memory.ts";

keepMemory();

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !/^main\.ts$|\.test\.ts$/.test(file))
  .map((file) => file.slice(0, -".ts".length))
  .sort();
const words = process.argv.slice(2);
const options = words.findIndex((word) => word.startsWith("--"));
const chosen = options < 0 ? words : words.slice(0, options);
const unknown = chosen.filter((name) => !names.includes(name));

if (chosen.length === 0 || unknown.length > 0) {
  for (const name of unknown) console.error(`bench: expected one of ${names.join(", ")}, found ${name}`);
  console.info(["Usage: npm run bench -- NAME ...", ...names.map((name) => `  ${name}`)].join("\n"));
  process.exitCode = unknown.length > 0 ? 2 : 0;
} else {
  for (const name of chosen) {
    const module: { bench?: () => unknown } = await import(join(import.meta.dirname, `${name}.ts`));
    await module.bench?.();
  }
}
