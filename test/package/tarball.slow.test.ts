import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: "skip" };
const Packed = z.tuple([
  z.object({ filename: z.string(), size: z.number(), files: z.array(z.object({ path: z.string() })) }),
]);
const MEGABYTE = 1024 ** 2;

let folder: string;
let packed: z.infer<typeof Packed>[0];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "benday-tarball-"));
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: root, env });
  [packed] = Packed.parse(JSON.parse(stdout.slice(stdout.search(/^\[$/m))));
  await writeFile(join(folder, "package.json"), '{ "name": "guest", "private": true, "type": "module" }\n');
  const install = [
    "install",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    resolve(folder, packed.filename),
  ];
  await run("npm", install, { cwd: folder, env });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Run the installed command under a given Node. */
async function benday(node: string, ...args: string[]) {
  const command = join(folder, "node_modules/benday/bin/benday.js");
  return run(node, [command, ...args], { cwd: folder }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  );
}

describe("the tarball", () => {
  test("is under 5 MB and holds built files and data, no sources and no tests", () => {
    const paths = packed.files.map(({ path }) => path);
    expect(packed.size).toBeLessThan(5 * MEGABYTE);
    expect(paths).toContain("bin/benday.js");
    expect(paths).toContain("dist/cli/main.js");
    expect(
      paths.filter(
        (path) => !/^(bin|dist|assets|checkpoints|recipes)\/|^(package\.json|README\.md|LICENSE)$/.test(path),
      ),
    ).toEqual([]);
    expect(paths.filter((path) => /\.test\.|fixtures\/|(?<!\.d)\.ts$/.test(path))).toEqual([]);
  });

  test("runs `benday --help` where it is installed", async () => {
    const { code, stdout, stderr } = await benday(process.execPath, "--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("benday");
    expect(existsSync(join(folder, "node_modules/.bin/benday"))).toBe(true);
  });

  test("holds the recipes, and finds them by name from anywhere", async () => {
    expect(packed.files.map(({ path }) => path)).toContain("recipes/table3.json");
    const { code, stderr } = await benday(
      process.execPath,
      "recipe",
      "table3",
      "no-benchmark",
      "--out",
      "runs",
    );
    expect(code).toBe(2);
    expect(stderr).toContain("table3: expected a model that can be reached, found random: no-benchmark");
  });

  test("has subpaths that load, and types that the compiler accepts", async () => {
    const manifest = z
      .object({ exports: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(await readFile(join(root, "package.json"), "utf8")));
    const subpaths = Object.keys(manifest.exports).filter((subpath) => subpath !== "./package.json");
    const lines = subpaths.map((subpath, index) => `export * as m${index} from "benday${subpath.slice(1)}";`);
    await writeFile(join(folder, "guest.js"), lines.join("\n"));
    await run(process.execPath, ["guest.js"], { cwd: folder });

    await writeFile(join(folder, "guest.ts"), lines.join("\n"));
    const options = {
      module: "nodenext",
      target: "es2024",
      strict: true,
      noEmit: true,
      typeRoots: [join(root, "node_modules/@types")],
      types: ["node"],
    };
    await writeFile(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, files: ["guest.ts"] }),
    );
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const checked = await run(process.execPath, [compiler, "-p", folder]).catch((error: unknown) => error);
    expect(checked).toMatchObject({ stdout: "" });
  });
});

describe("other Nodes", () => {
  const { BENDAY_NODE20: node20, BENDAY_NODE22: node22 } = process.env;

  test.skipIf(node22 === undefined)("Node 22 runs it (BENDAY_NODE22 names a binary)", async () => {
    const { code, stdout, stderr } = await benday(node22 ?? "", "--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("benday");
  });

  test.skipIf(node20 === undefined)(
    "Node 20 is told in one line (BENDAY_NODE20 names a binary)",
    async () => {
      const { code, stdout, stderr } = await benday(node20 ?? "", "--help");
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/^benday needs Node\.js 22\.12 or later, found 20\.[^\n]*\n$/);
    },
  );
});
