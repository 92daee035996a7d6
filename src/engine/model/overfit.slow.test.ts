import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bookAnswers, learnBook, recite } from "./fixtures/overfit.ts";
import { bookModel } from "./fixtures/tiny.ts";
import { loadModel, saveAdapter, saveModel } from "./model.ts";

const root = mkdtempSync(join(tmpdir(), "benday-overfit-"));
afterAll(() => rmSync(root, { recursive: true }));

test("the tiny preset learns 32 pictures and answers by heart", async () => {
  expect(new Set(bookAnswers).size).toBe(32);
  const model = bookModel();
  expect(await recite(model)).not.toEqual(bookAnswers);
  const losses = await learnBook(model, { steps: 40, rate: 2e-3 });
  expect(losses[0]).toBeGreaterThan(5);
  expect(losses.at(-1)).toBeLessThan(0.1);
  expect(await recite(model)).toEqual(bookAnswers);
});

test("so does an adapter on frozen first values; saved and merged it still knows them", async () => {
  const folder = join(root, "base");
  await saveModel(bookModel(), folder);
  const model = await loadModel(folder, { adapter: { rank: 8, alpha: 16, seed: 1 } });
  const before = model.parameters.frozen.data.slice();
  await learnBook(model, { steps: 80, rate: 1e-2 });
  expect(await recite(model)).toEqual(bookAnswers);
  expect(model.parameters.frozen.data).toEqual(before);
  await saveAdapter(model, join(root, "adapter"));
  const merged = await loadModel(folder, { adapter: { folder: join(root, "adapter"), merge: true } });
  expect(await recite(merged)).toEqual(bookAnswers);
  await saveModel(model, join(root, "whole"));
  expect(await recite(await loadModel(join(root, "whole")))).toEqual(bookAnswers);
});
