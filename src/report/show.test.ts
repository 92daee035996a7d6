import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decodeImage } from "../pixels/index.ts";
import type { Question } from "../records/index.ts";
import { drawSamplePictures, sampleQuestions } from "./fixtures/sample-questions.ts";
import { writeShow } from "./show.ts";

const HOSTILE = `</script><script>alert(1)</script><img src=x onerror="alert(2)">'&amp;{{style}}<!-- data -->`;
const questions = [...sampleQuestions(3, 8)];
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "show-"));
  await drawSamplePictures(folder, 3, 3);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const imageFile = (question: Question): string => join(folder, question.page.image);

async function writeSample(name: string, options: Partial<Parameters<typeof writeShow>[0]> = {}) {
  const out = join(folder, name);
  const summary = await writeShow({
    questions,
    imageFile,
    title: "Sample",
    out,
    pictureWidth: 200,
    ...options,
  });
  return { summary, html: await readFile(out, "utf8") };
}

const blockOf = (html: string, id: string): Buffer =>
  Buffer.from(
    new RegExp(`<script type="text/plain" id="${id}">([^<]*)</script>`).exec(html)?.[1] ?? "",
    "base64",
  );

test("holds every question and every page's picture once, at the width asked for", async () => {
  const progress: number[] = [];
  const { summary, html } = await writeSample("whole.html", {
    onProgress: ({ pagesDone }) => progress.push(pagesDone),
  });
  expect(summary).toEqual({ questions: 24, pages: 3, bytes: Buffer.byteLength(html) });
  expect(progress).toEqual([1, 2, 3]);
  const held = [0, 1, 2].map((page) =>
    JSON.parse(inflateSync(blockOf(html, `questions-${page}`)).toString("utf8")),
  );
  expect(held.flat()).toEqual(questions);
  const picture = await decodeImage({ bytes: blockOf(html, "picture-1") });
  expect([picture.width, picture.height]).toEqual([200, 280]);
  expect(html.match(/id="picture-/g)).toHaveLength(3);
});

test("the same questions and pictures give the same bytes", async () => {
  const first = await writeSample("first.html");
  const second = await writeSample("second.html");
  expect(second.html).toBe(first.html);
});

test("pictures are never enlarged", async () => {
  const { html } = await writeSample("large.html", { pictureWidth: 5000, quality: 20 });
  expect((await decodeImage({ bytes: blockOf(html, "picture-0") })).width).toBe(1000);
});

test("names no address outside the file, and its policy lets nothing but its own program run", async () => {
  const { html } = await writeSample("policy.html");
  expect(html.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|(?:src|href)="?\/\//i);
  const policy = /Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1];
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src blob: data:;/,
  );
  for (const element of ["script", "style"]) {
    const inline = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(html)?.[1] ?? "";
    expect(inline.length).toBeGreaterThan(1000);
    expect(policy).toContain(`'sha256-${createHash("sha256").update(inline).digest("base64")}'`);
  }
});

test("the joined program is one classic script", async () => {
  const { html } = await writeSample("program.html");
  expect(html).not.toMatch(/^\s*(?:import|export) /m);
});

test("text from data never becomes markup", async () => {
  const hostile = questions.map((question, index) => ({
    ...question,
    id: `${index}${HOSTILE.replaceAll(" ", "")}`,
    form: HOSTILE.replaceAll(" ", ""),
    choices: question.choices.map(() => HOSTILE),
  }));
  const { html } = await writeSample("hostile.html", {
    questions: hostile,
    title: HOSTILE,
    subtitle: HOSTILE,
  });
  expect(html).not.toContain("<img");
  expect(html).not.toContain("alert(1)</script>");
  expect(html).toContain("<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x");
  expect(html).toContain("{{style}}&lt;!-- data --&gt;");
  expect(html.match(/<script>/g)).toHaveLength(1);
});

test("a picture that cannot be read names its file and leaves the old file as it was", async () => {
  const out = join(folder, "kept.html");
  await writeFile(out, "old");
  const missing = join(folder, "missing.png");
  await expect(writeShow({ questions, imageFile: () => missing, title: "Sample", out })).rejects.toThrow(
    `${missing}: expected a readable picture file`,
  );
  expect(await readFile(out, "utf8")).toBe("old");
  expect((await readdir(folder)).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("no questions give a file that says so", async () => {
  const { summary } = await writeSample("empty.html", { questions: [] });
  expect(summary).toMatchObject({ questions: 0, pages: 0 });
});
