import { describe, expect, test } from "vitest";
import type { Episode } from "../../records/index.ts";
import { sampleEpisode } from "./fixtures/sample-episodes.ts";
import { sampleQuestion } from "./fixtures/sample-questions.ts";
import { scoreEpisode } from "./score-episode.ts";

const question = sampleQuestion("q");
const scored = (episode: Episode) => scoreEpisode(question, episode);

describe("scoreEpisode", () => {
  test.each([
    ["A", "correct", "A"],
    ["B", "wrong", "B"],
    ["neither of them", "invalid", undefined],
  ] as const)("the answer %j is %s", (answer, outcome, extracted) => {
    const score = scored(sampleEpisode("q", { answer }));
    expect([score.outcome, score.value, score.extracted]).toEqual([
      outcome,
      outcome === "correct" ? 1 : 0,
      extracted,
    ]);
  });

  test.each(["no-answer", "max-turns", "length", "refused"] as const)("%s is invalid", (kind) => {
    expect(scored(sampleEpisode("q", { outcome: { kind } })).outcome).toBe("invalid");
  });

  test("a failure of the provider is an error", () => {
    const outcome = { kind: "error", error: "server", message: "500" } as const;
    expect(scored(sampleEpisode("q", { outcome })).outcome).toBe("error");
  });

  test("of two calls for one target only the better is paid; a call that was not run is none", () => {
    const call = (x2: number) => ({ raw: "", name: "zoom", box: [0, 0, x2, 50] as const });
    const fault = { ...call(50), error: { kind: "passed-over", message: "" } as const };
    const turn = { role: "assistant", text: "", images: [], calls: [call(25), call(50), fault] } as const;
    const { calls } = scored({ ...sampleEpisode("q"), turns: [turn] });
    expect(calls).toEqual([{ iou: 0 }, { iou: 1, target: 0 }]);
  });
});
