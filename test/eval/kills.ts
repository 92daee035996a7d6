/** A run that is killed again and again, beside one that is left alone. */
import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { EPISODES_FILE, SCORES_FILE } from "../../src/episodes/run/index.ts";
import { hash32, type Random } from "../../src/random.ts";
import { type Episode, EpisodeSchema } from "../../src/records/index.ts";
import { chatCompletions } from "../servers/chat-completions.ts";
import { startModelServer } from "../servers/model-server.ts";
import type { Conversation } from "../servers/protocol.ts";
import { deterministicModel, ended, spawnBenday, type Workplace } from "./eval-runs.ts";

export interface KillReport {
  /** Kills that hit a run at work. */
  readonly kills: number;
  readonly episodes: number;
  /** Kills after which the file ended within a line. */
  readonly torn: number;
  /** Questions that the server saw again after their episode was in the file. */
  readonly seenAgain: readonly string[];
  /** Finished questions that the server knows by name: all, or {@link seenAgain} would say nothing. */
  readonly known: number;
  /** Whether the scores are byte for byte those of the run that was left alone. */
  readonly sameScores: boolean;
}

export interface KillOptions {
  readonly place: Workplace;
  readonly kills: number;
  readonly random: Random;
  readonly progress?: (line: string) => void;
}

/** Between the first request of a process and its death, ms. */
const LONGEST_LIFE = 1000;
const FLAGS = ["--mode", "zoom", "--split", "all", "--concurrency", "4", "--quiet"];

/** Names a question by what its first user turn says and shows; how texts are joined is no matter. */
const nameOf = (text: string, hashes: readonly string[]): string =>
  hash32([text.replaceAll(/\s+/g, ""), ...hashes].join("|"));

function nameOfConversation({ turns }: Conversation): string {
  const first = turns.find(({ role }) => role === "user");
  const hashes = first?.images.map(({ bytes }) => hash("sha256", bytes)) ?? [];
  return nameOf(first?.text ?? "", hashes);
}

function nameOfEpisode({ turns }: Episode): string {
  const first = turns.find(({ role }) => role === "user");
  return nameOf(first?.text ?? "", first?.images.map((image) => image.hash) ?? []);
}

export async function killAgainAndAgain({
  place,
  kills,
  random,
  progress,
}: KillOptions): Promise<KillReport> {
  const server = await startModelServer({
    protocol: chatCompletions,
    answer: deterministicModel,
    identify: nameOfConversation,
    latencyMs: 20,
  });
  const environment = { BENDAY_CACHE: place.at("cache") };
  const wordsFor = (out: string, limit: number) => {
    const model = ["--model", `openai-compatible:m@${server.baseUrl}`, "--limit", String(limit)];
    return ["eval", place.benchmark, ...model, ...FLAGS, "--out", out];
  };
  try {
    // Enough questions that the run is still at work when the last kill comes.
    const limit = 3 * kills;
    const words = wordsFor(place.at("killed"), limit);
    let [done, torn] = [0, 0];
    const seenAgain: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const before = await finishedQuestions(place.at("killed"));
      const counts = requestCounts(server.seen);
      const child = spawnBenday(words, environment);
      const exit = ended(child);
      const total = sum(counts);
      while (sum(requestCounts(server.seen)) === total && child.exitCode === null) await sleep(5);
      await sleep(random.range(0, LONGEST_LIFE));
      child.kill("SIGKILL");
      if ((await exit) === "SIGKILL") done += 1;
      const after = requestCounts(server.seen);
      seenAgain.push(...[...before].filter((key) => (after.get(key) ?? 0) > (counts.get(key) ?? 0)));
      torn += (await endsTorn(place.at("killed"))) ? 1 : 0;
      progress?.(`kill ${kill + 1} of ${kills}`);
    }
    const before = await finishedQuestions(place.at("killed"));
    const counts = requestCounts(server.seen);
    await finish(words, environment);
    const after = requestCounts(server.seen);
    seenAgain.push(...[...before].filter((key) => (after.get(key) ?? 0) > (counts.get(key) ?? 0)));
    await finish(wordsFor(place.at("undisturbed"), limit), {
      BENDAY_CACHE: place.at("other-cache"),
    });
    const [killed, undisturbed] = await Promise.all(
      ["killed", "undisturbed"].map((name) => readFile(`${place.at(name)}/${SCORES_FILE}`, "utf8")),
    );
    const episodes = (undisturbed ?? "").split("\n").length - 1;
    const finished = await finishedQuestions(place.at("killed"));
    const known = [...finished].filter((name) => after.has(name)).length;
    return { kills: done, episodes, torn, seenAgain, known, sameScores: killed === undisturbed };
  } finally {
    await server.close();
  }
}

async function finish(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const child = spawnBenday(words, environment);
  let error = "";
  child.stderr?.on("data", (text: Buffer) => (error += text.toString()));
  const code = await ended(child);
  if (code !== 0) throw new Error(`benday eval: expected to end well, got ${code}: ${error}`);
}

type Counts = ReadonlyMap<string, number>;

function requestCounts(seen: ReadonlyMap<string, { readonly requests: number }>): Counts {
  return new Map([...seen].map(([key, { requests }]) => [key, requests]));
}

const sum = (counts: Counts): number => [...counts.values()].reduce((all, count) => all + count, 0);

async function linesOf(folder: string): Promise<string> {
  return readFile(`${folder}/${EPISODES_FILE}`, "utf8").catch(() => "");
}

/** Questions with a whole line in the file. */
async function finishedQuestions(folder: string): Promise<ReadonlySet<string>> {
  const lines = (await linesOf(folder)).split("\n").slice(0, -1);
  return new Set(lines.map((line) => nameOfEpisode(EpisodeSchema.parse(JSON.parse(line)))));
}

async function endsTorn(folder: string): Promise<boolean> {
  const text = await linesOf(folder);
  return text !== "" && !text.endsWith("\n");
}
