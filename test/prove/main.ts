/**
 * `npm run prove -- NAME [--cases N] [--seed S]` runs one long check; without a name it lists them. Each module of
 * this folder that exports `prove` is one. Progress goes to stderr, the result as JSON to stdout; exit code 1 when
 * something failed or nothing was checked.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describe, InputError } from "../../src/errors.ts";
import { canonicalJson } from "../../src/json.ts";
import type { Proof } from "./proof.ts";

const NOT_PROOFS = ["main.ts", "memory-child.ts", "proof.ts"];
const names = readdirSync(import.meta.dirname)
  .filter((file) => /^[a-z0-9-]+\.ts$/.test(file) && !NOT_PROOFS.includes(file))
  .map((file) => file.slice(0, -".ts".length))
  .sort();

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { cases: { type: "string" }, seed: { type: "string", default: "1" } },
  });
  const [name] = positionals;
  if (name === undefined) {
    console.info(["Usage: npm run prove -- NAME [--cases N] [--seed S]", ...names].join("\n  "));
    return 0;
  }
  if (!names.includes(name)) {
    throw new InputError({ at: "NAME", expected: `one of ${names.join(", ")}`, found: describe(name) });
  }
  const proof: Proof = await import(join(import.meta.dirname, `${name}.ts`));
  const started = performance.now();
  const progress = (line: string) => console.error(`${name}: ${line}`);
  const result = await proof.prove({ cases: wholeNumber(values.cases), seed: values.seed, progress });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  console.info(canonicalJson({ proof: name, seed: values.seed, seconds, ...result }, 2));
  return result.cases > 0 && result.failures.length === 0 ? 0 : 1;
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InputError({ at: "--cases", expected: "a whole number from 1", found: describe(text) });
}
