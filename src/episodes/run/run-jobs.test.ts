import { describe, expect, test } from "vitest";
import type { Episode } from "../../records/index.ts";
import { sampleEpisode } from "./fixtures/sample-episodes.ts";
import { sampleQuestion } from "./fixtures/sample-questions.ts";
import { openJobs, planJobs } from "./plan-jobs.ts";
import { trackProgress } from "./progress.ts";
import { runJobs } from "./run-jobs.ts";

const questions = Array.from({ length: 20 }, (_, number) =>
  sampleQuestion(`q${number}`, number % 2 === 0 ? "depth-comparison" : "character-counting"),
);
const asked = { conditions: [{ mode: "page" }], tasks: [], samples: 1 } as const;
const jobs = planJobs(questions, asked);
const failed = (question: string, error: string) =>
  sampleEpisode(question, { outcome: { kind: "error", error, message: `no ${error}` } });

describe("planJobs", () => {
  test("asks all questions once before any comes again", () => {
    const twice = planJobs(questions.slice(0, 2), { ...asked, samples: 2 });
    expect(twice.map(({ id }) => id)).toEqual(["q0/page/0", "q1/page/0", "q0/page/1", "q1/page/1"]);
  });

  test("limits by task, chooses by task and split", () => {
    expect(planJobs(questions, { ...asked, limit: 3 })).toHaveLength(6);
    expect(planJobs(questions, { ...asked, tasks: ["depth-comparison"] })).toHaveLength(10);
    expect(planJobs(questions, { ...asked, split: "train" })).toHaveLength(0);
  });

  test("conditions are told apart", () => {
    const conditions = [{ mode: "zoom" }, { mode: "zoom", counterfactual: "blank" }] as const;
    const planned = planJobs(questions.slice(0, 1), { ...asked, conditions });
    expect(planned.map(({ id }) => id)).toEqual(["q0/zoom/0", "q0/zoom-blank/0"]);
  });
});

test("openJobs leaves out what is done, and tries failures again only when asked", () => {
  const earlier = new Map(
    [sampleEpisode("q0"), failed("q1", "server")].map((episode) => [episode.id, episode]),
  );
  expect(openJobs(jobs, earlier, false)).toHaveLength(18);
  expect(openJobs(jobs, earlier, true).map(({ id }) => id)).toContain("q1/page/0");
});

describe("runJobs", () => {
  const run = async (
    perform: (question: string) => Episode | Promise<Episode>,
    options: { concurrency?: number; stop?: AbortSignal } = {},
  ) => {
    const recorded: string[] = [];
    let most = 0;
    let current = 0;
    const end = await runJobs({
      jobs,
      concurrency: 4,
      ...options,
      perform: async ({ question }) => {
        current += 1;
        most = Math.max(most, current);
        await Promise.resolve();
        const episode = await perform(question.id);
        current -= 1;
        return episode;
      },
      record: async ({ question }) => {
        recorded.push(question);
      },
    });
    return { end, recorded, most };
  };

  test("runs each job once, so many at a time", async () => {
    const { end, recorded, most } = await run((id) => sampleEpisode(id));
    expect(end).toEqual({ kind: "complete" });
    expect(recorded.toSorted()).toEqual(questions.map(({ id }) => id).toSorted());
    expect(most).toBe(4);
  });

  test("a failure of the server is recorded and the run goes on", async () => {
    const { end, recorded } = await run((id) => (id === "q3" ? failed(id, "server") : sampleEpisode(id)));
    expect(end).toEqual({ kind: "complete" });
    expect(recorded).toHaveLength(20);
  });

  test.each(["auth", "budget", "aborted"])(
    "%s ends the run; what is under way is kept, it is not",
    async (error) => {
      const { end, recorded } = await run((id) => (id === "q5" ? failed(id, error) : sampleEpisode(id)));
      expect(end.kind).toBe(error === "aborted" ? "stopped" : error);
      expect(recorded).not.toContain("q5");
      expect(recorded.length).toBeGreaterThanOrEqual(5);
      expect(recorded.length).toBeLessThan(12);
    },
  );

  test("stops when told; episodes under way are finished", async () => {
    const stop = new AbortController();
    const { end, recorded } = await run(
      (id) => {
        if (id === "q6") stop.abort();
        return sampleEpisode(id);
      },
      { stop: stop.signal },
    );
    expect(end).toEqual({ kind: "stopped" });
    expect(recorded).toContain("q6");
    expect(recorded.length).toBeLessThan(12);
  });

  test("a bug stops everything and comes out", async () => {
    const broken = run(() => {
      throw new Error("broken");
    });
    await expect(broken).rejects.toThrow("broken");
  });
});

test("progress counts by task, with what is left", () => {
  const earlier = new Map([["q0/page/0", sampleEpisode("q0")]]);
  let time = 0;
  const open = openJobs(jobs, earlier, false);
  const progress = trackProgress({ jobs, earlier, open, costOf: () => 0.5, now: () => time });
  expect(progress.read().secondsLeft).toBeUndefined();
  time = 2000;
  progress.add(failed("q1", "server"));
  expect(progress.read()).toEqual({
    tasks: [
      { task: "depth-comparison", done: 1, total: 10, errors: 0 },
      { task: "character-counting", done: 1, total: 10, errors: 1 },
    ],
    done: 2,
    total: 20,
    errors: 1,
    inputTokens: 20,
    outputTokens: 4,
    cost: 1,
    secondsLeft: 36,
  });
});

test("of many that run together the first end says nothing about the time left", () => {
  const open = Array.from({ length: 10 }, () => jobs).flat();
  const earlier = new Map();
  let time = 0;
  const progress = trackProgress({ jobs, earlier, open, now: () => time });
  time = 30_000;
  for (let ended = 1; ended < open.length / 50; ended++) {
    progress.add(sampleEpisode("q0"));
    expect(progress.read().secondsLeft).toBeUndefined();
  }
  progress.add(sampleEpisode("q0"));
  expect(progress.read().secondsLeft).toBe((30 * (open.length - 4)) / 4);
});
