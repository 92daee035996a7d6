/** The command line run as a user runs it: in this process, or in one of its own that can be killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main.ts";
import { findDialect } from "../../src/dialects/index.ts";
import { hash32 } from "../../src/random.ts";
import type { Answer, Conversation } from "../servers/protocol.ts";

const BIN = new URL("../../bin/benday.js", import.meta.url).pathname;

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** `benday` with these words, in this process. */
export async function benday(...words: readonly string[]): Promise<Ended> {
  let [out, error] = ["", ""];
  const code = await main(words, {
    out: { write: (text: string) => (out += text) },
    error: { write: (text: string) => (error += text) },
  });
  return { code, out, error };
}

/** `benday` that has to succeed; its outcome as JSON. */
export async function bendayJson(...words: readonly string[]): Promise<unknown> {
  const { code, out, error } = await benday(...words, "--json");
  if (code !== 0) throw new Error(`benday ${words.join(" ")}: expected to succeed, got: ${error}`);
  return JSON.parse(out);
}

/** `benday` as a process of its own. */
export function spawnBenday(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(process.execPath, [BIN, ...words], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...environment },
  });
}

/** `benday` as a process of its own, with what it says. */
export function followBenday(words: readonly string[], environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [BIN, ...words], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  const said = { out: "", error: "" };
  child.stdout.on("data", (text: Buffer) => (said.out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said.error += text.toString()));
  const end = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal ?? "nothing"));
  });
  return { child, said, end };
}

/** The exit code of a process, or the signal that ended it. */
export function ended(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "nothing"));
  });
}

export interface Workplace {
  readonly root: string;
  readonly benchmark: string;
  /** A path below the root. */
  at(name: string): string;
  remove(): Promise<void>;
}

/** Drawn pages and their benchmark, with pictures and captions, in a folder of their own. */
export async function drawnWorkplace(pages: number): Promise<Workplace> {
  const root = await mkdtemp(join(tmpdir(), "benday-eval-"));
  const at = (name: string) => join(root, name);
  const benchmark = at("benchmark");
  await bendayJson(
    "draw",
    "--pages",
    String(pages),
    "--size",
    "800x1200",
    "--seed",
    "eval",
    "--out",
    at("pages"),
  );
  await bendayJson("build", at("pages"), "--seed", "eval", "--captions", "--out", benchmark);
  return { root, benchmark, at, remove: () => rm(root, { recursive: true, force: true }) };
}

/**
 * A model behind a server: with the tool on offer it looks at one place, then it answers with a letter that depends on
 * the question alone.
 */
export function deterministicModel({ turns, tools }: Conversation, key: string): Answer {
  const native = findDialect("native");
  if (native === undefined) throw new Error("deterministicModel: expected a native dialect, got none");
  const asked = turns.filter(({ role }) => role === "assistant").length;
  if (tools.length > 0 && asked === 0) {
    return { text: "", calls: [{ name: tools[0] ?? "", input: { bbox_2d: [100, 100, 500, 500] } }] };
  }
  const letter = "AB"[Number.parseInt(hash32(key), 16) % 2] ?? "A";
  return { text: native.write({ do: "answer", text: letter }).text };
}
