import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formats } from "../formats/index.ts";
import { TASK_IDS } from "../records/index.ts";
import { commands } from "./commands/index.ts";
import { main } from "./main.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "benday-cli-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Run a command line; `{}` in a word stands for the test's folder. */
async function run(line: string) {
  let out = "";
  let error = "";
  const words = line.split(" ").filter((word) => word !== "");
  const code = await main(
    words.map((word) => word.replaceAll("{}", root)),
    {
      out: { write: (text) => (out += text) },
      error: { write: (text) => (error += text) },
    },
  );
  return { code, out, error };
}

describe("help", () => {
  it("lists every command", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    for (const [name, { summary }] of Object.entries(commands))
      expect(out).toMatch(new RegExp(`${name} +${summary}`));
  });

  it.each(Object.keys(commands))("%s has help with an example and --json", async (name) => {
    const { code, out } = await run(`${name} --help`);
    expect(code).toBe(0);
    expect(out).toMatch(/Examples:\n {2}(benday|npm)/);
    expect(out).toContain("--json");
  });

  it.each(formats.map(({ id }) => id))("import %s has help with its own flags", async (id) => {
    const { code, out } = await run(`import ${id} --help`);
    expect(code).toBe(0);
    expect(out).toContain("--licence <licence>");
    expect(out).not.toContain("undefined");
  });
});

describe("bad input ends with code 2 and one clear line", () => {
  it.each([
    ["", /Usage/],
    ["paint", /unknown command 'paint'/],
    ["draw", /--out <folder>' not specified/],
    ["draw --out {}/x --pages none", /^benday: --pages: expected an integer from 1 to 100000, found "none"/],
    ["draw --out {}/x --pages 0", /--pages: expected an integer/],
    ["draw --out {}/x --size big", /--size: expected a size in px, such as 1400x2000, found "big"/],
    [
      "draw --out {}/x --size 600x600",
      /--size: expected a page at least 600 px wide and 1.2-1.7 times as high/,
    ],
    [`draw --out {}/x --seed ${"s".repeat(101)}`, /--seed: expected a seed of 1-100 characters/],
    ["draw --out {}/x extra", /too many arguments/],
    ["build --out {}/x", /missing required argument 'pages'/],
    ["build {}/nothing --out {}/x", /nothing\/pages\.jsonl: expected/],
    [
      "build {}/nothing --out {}/x --split-by moon",
      /--split-by: expected one of page, story, series, found "moon"/,
    ],
    ["build {}/nothing --out {}/x --shares 1,1,1", /--shares: expected three shares that sum to 1/],
    ["import moon --out {}/x", /expected .*ai4va.*found "moon"|moon/],
    ["import ai4va --out {}/x", /--annotations <annotations>' not specified/],
    ["import ai4va --annotations {}/none.json --out {}/x", /none\.json: expected/],
    ["import iiif --manifest {}/none.json --max-requests many --out {}/x", /--max-requests: expected/],
    ["stats {}/nothing", /nothing: expected a benchmark folder with data\/, found no such folder/],
    ["show {}/nothing", /nothing: expected a benchmark folder/],
    ["show {}/nothing --task cooking", /--task: expected one of panel-understanding/],
    ["demo --pages 1", /--pages: expected an integer from 3/],
  ])("benday %s", async (line, message) => {
    const { code, out, error } = await run(line);
    expect(code).toBe(2);
    expect(error + out).toMatch(message);
    if (line !== "") expect(error.trimEnd().split("\n")).toHaveLength(1);
    expect(await readdir(root)).not.toContain("x");
  });
});

describe("the main way: draw, import, build, stats, show", () => {
  const json = async (line: string) => {
    const { code, out, error } = await run(`${line} --json`);
    expect(error).toBe("");
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    return JSON.parse(out);
  };

  it("goes from seed to page", async () => {
    expect(await json("draw --pages 4 --seed 7 --out {}/pages --coco --workers 1")).toMatchObject({
      pages: 4,
    });
    const imported = await json(
      "import ai4va --annotations {}/pages/annotations.json --images {}/pages/images --out {}/again",
    );
    expect(imported).toMatchObject({ pages: 4, warnings: [] });
    expect(await readFile(path.join(root, "again/pages.jsonl"), "utf8")).toBe(
      await readFile(path.join(root, "pages/pages.jsonl"), "utf8"),
    );

    const built = await json("build {}/again --out {}/benchmark --seed 1");
    expect(built.pages).toBe(4);
    expect(built.lacking).toEqual([]);
    for (const task of TASK_IDS) {
      const counts: number[] = Object.values(built.counts[task]);
      expect(counts.reduce((a, b) => a + b)).toBeGreaterThan(0);
    }

    const stats = await json("stats {}/benchmark");
    expect(stats.questions).toBe(built.questions);
    const shown = await json("show {}/benchmark --out {}/show.html --width 200");
    expect(shown).toMatchObject({ questions: built.questions, pages: 4 });
    expect(await readFile(path.join(root, "show.html"), "utf8")).toContain("<!doctype html>");
  }, 120_000);

  it("does not overwrite without being told to", async () => {
    await writeFile(path.join(root, "mine"), "precious");
    const { code, error } = await run("draw --pages 1 --out {}/pages --workers 1");
    expect(code).toBe(2);
    expect(error).toContain("pages");
    expect((await run("draw --pages 1 --out {}/mine --replace --workers 1")).code).toBe(2);
    expect(await readFile(path.join(root, "mine"), "utf8")).toBe("precious");
  }, 60_000);
});
