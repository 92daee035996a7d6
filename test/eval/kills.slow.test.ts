import { afterAll, beforeAll, expect, test } from "vitest";
import { seeded } from "../../src/random.ts";
import { drawnWorkplace, type Workplace } from "./eval-runs.ts";
import { killAgainAndAgain } from "./kills.ts";

let place: Workplace;
beforeAll(async () => {
  place = await drawnWorkplace(4);
}, 300_000);
afterAll(() => place.remove());

test("killed five times at random moments, a run ends with the scores of one that was left alone", async () => {
  const report = await killAgainAndAgain({ place, kills: 5, random: seeded("kills") });
  expect(report.seenAgain).toEqual([]);
  expect(report.known).toBe(report.episodes);
  expect(report.sameScores).toBe(true);
  expect(report.kills).toBeGreaterThan(0);
  expect(report.episodes).toBeGreaterThan(20);
});
