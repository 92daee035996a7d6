import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadModel } from "../engine/index.ts";
import { main } from "./main.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "benday-tiny-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Runs `benday tiny` into a folder of that name; gives the folder. */
async function makeTiny(name: string, seed: string): Promise<string> {
  const out = path.join(root, name);
  let printed = "";
  const line = ["tiny", "--out", out, "--seed", seed, "--pages", "3", "--workers", "1", "--json"];
  const output = { write: (text: string) => (printed += text) };
  expect(await main(line, { out: output, error: { write: () => true } }), printed).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({ kind: "tiny-report", tokens: 1024, seed, out });
  return out;
}

test("benday tiny makes a model that loads; the same seed gives the same bytes", async () => {
  const [one, same] = [await makeTiny("one", "1"), await makeTiny("same", "1")];
  for (const name of ["model.safetensors", "tokenizer.json", "config.json", "chat_template.jinja"])
    expect((await readFile(path.join(same, name))).equals(await readFile(path.join(one, name))), name).toBe(
      true,
    );
  const { architecture, tokenizer, template, parameters } = await loadModel(one);
  expect(parameters.frozen.layout.length).toBeGreaterThan(1_500_000);
  expect(architecture.pictures.sizeOf({ width: 1400, height: 2000 })).toEqual({ width: 308, height: 448 });
  const words = Array.from({ length: tokenizer.size }, (_, id) => tokenizer.decode([id]).trim());
  for (const forbidden of ["image_zoom_in_tool", "bbox_2d", "same", "different"])
    expect(words).not.toContain(forbidden);
  const tools = [{ type: "function" }];
  const prompt = template.render({ messages: [{ role: "user", content: "" }], tools });
  // The template's fixed sentences are few tokens each.
  expect(tokenizer.encode(prompt).length).toBeLessThan(90);
});
