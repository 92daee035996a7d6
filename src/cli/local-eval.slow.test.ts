import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeModelAsking } from "../providers/index.ts";
import { EpisodeSchema } from "../records/index.ts";
import { readJsonl } from "../store/index.ts";

const program = fileURLToPath(new URL("../../bin/benday.js", import.meta.url));
const benday = (...line: readonly string[]) => promisify(execFile)(process.execPath, [program, ...line]);

let root: string;
let benchmark: string;
let model: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "benday-local-eval-"));
  const [pages, tiny] = [path.join(root, "pages"), path.join(root, "tiny")];
  benchmark = path.join(root, "benchmark");
  model = `local:${tiny}`;
  const drawn = ["--pages", "2", "--size", "600x840", "--print", "0", "--workers", "1"];
  await benday("draw", "--out", pages, ...drawn);
  await benday("build", pages, "--out", benchmark);
  await benday("tiny", "--out", tiny, "--pages", "2", "--workers", "1");
});

afterAll(() => rm(root, { recursive: true, force: true }));

const evaluation = (name: string) => ["eval", benchmark, "--model", model, "--out", path.join(root, name)];

/** What was said in each episode of a run, and how it ended. */
async function episodesOf(name: string): Promise<ReadonlyMap<string, unknown>> {
  const file = path.join(root, name, "episodes.jsonl");
  const episodes = await Array.fromAsync(readJsonl(file, EpisodeSchema));
  return new Map(
    episodes.map(({ id, turns, outcome, frame }) => [
      id,
      { said: turns.map(({ role, text }) => [role, text]), outcome: outcome.kind, frame: frame.kind },
    ]),
  );
}

test("an untrained model completes pages and zooms, with the same replies at any concurrency", async () => {
  const asked = ["--mode", "page", "zoom", "--split", "all", "--limit", "2"];
  const drawn = ["--max-tokens", "32", "--temperature", "1", "--quiet"];
  await benday(...evaluation("one"), ...asked, ...drawn, "--concurrency", "1");
  await benday(...evaluation("many"), ...asked, ...drawn, "--concurrency", "32");
  const [one, many] = [await episodesOf("one"), await episodesOf("many")];
  expect(one.size).toBeGreaterThanOrEqual(16);
  expect(many).toEqual(one);
  for (const episode of one.values()) {
    expect(episode).toMatchObject({ frame: "model" });
    expect(episode).not.toMatchObject({ outcome: "error" });
  }
});

test("a model is asked as its folder says, and as flags say before that", async () => {
  const folder = path.join(root, "learnt");
  await cp(path.join(root, "tiny"), folder, { recursive: true });
  const learnt = { dialect: "tagged-restating", maxPixels: 40768, maxTurns: 2, maxTokens: 8 };
  await writeModelAsking(folder, learnt);
  const out = path.join(root, "asked");
  const line = [
    "eval",
    benchmark,
    "--model",
    `local:${folder}`,
    "--limit",
    "1",
    "--max-turns",
    "3",
    "--quiet",
  ];
  await benday(...line, "--out", out);
  const { settings } = JSON.parse(await readFile(path.join(out, "run.json"), "utf8"));
  const { dialect, maxPixels, sampling } = { ...learnt, sampling: { maxTokens: learnt.maxTokens } };
  expect(settings).toMatchObject({ dialect, maxPixels, sampling, maxTurns: 3 });
});

test("native calls of a model whose template tells of no tools are bad input, with a hint", async () => {
  const folder = path.join(root, "without-tools");
  await cp(path.join(root, "tiny"), folder, { recursive: true });
  const template = path.join(folder, "chat_template.jinja");
  await writeFile(template, (await readFile(template, "utf8")).replaceAll("tools", "nothing_at_all"));
  const line = ["eval", benchmark, "--model", `local:${folder}`, "--mode", "zoom", "--dialect", "native"];
  const failure = await benday(...line, "--out", path.join(root, "native")).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    code: 2,
    stderr: `benday: --dialect: expected a dialect that writes its calls as text, since local:${folder} has no native tool calls, found native (leave --dialect out, or give --dialect tagged)\n`,
  });
});

test("Ctrl-C twice ends a run in the middle of its computation, and cleanly", async () => {
  const line = [...evaluation("stopped"), "--split", "all", "--max-tokens", "3000"];
  const child = spawn(process.execPath, [program, ...line]);
  let printed = "";
  let sent = 0;
  child.stdout.on("data", (data: Buffer) => (printed += data.toString()));
  let said = "";
  // The first word comes when the questions begin, the note when the first Ctrl-C was heard.
  child.stderr.on("data", (data: Buffer) => {
    said += data.toString();
    const due = said.includes("Ctrl-C again") ? 2 : 1;
    if (sent < due) child.kill("SIGINT");
    sent = due;
  });
  const [code, signal] = await once(child, "exit");
  expect({ code, signal }).toEqual({ code: 0, signal: null });
  expect(sent).toBe(2);
  expect(printed).toMatch(/^stopped; \d+ episodes are left/m);
});
