/**
 * The show file of a whole data set: 16,000 questions on 282 pages. How large it is, how long it takes to write, and
 * how soon Chromium shows the first question, its page, and a search, with an empty page as the floor.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import type { Question } from "../src/records/index.ts";
import { drawSamplePictures, sampleQuestions } from "../src/report/fixtures/sample-questions.ts";
import { type ShowSummary, writeShow } from "../src/report/index.ts";
import { launchChromium } from "../test/browser.ts";

const RUNS = 5;
const PAGES = 282;
const QUESTIONS = 16_000;
/** Strokes a panel with which a sample page weighs what a printed page weighs as WebP. */
const STROKES = 130;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const tell = (name: string, values: readonly number[]): void =>
  console.log(
    `${name.padEnd(28)} median ${median(values).toFixed(0)} ms  ` +
      `(${Math.min(...values).toFixed(0)}-${Math.max(...values).toFixed(0)}, n=${values.length})`,
  );

async function buildFile(folder: string, out: string): Promise<ShowSummary> {
  const questions = [...sampleQuestions(PAGES, Math.ceil(QUESTIONS / PAGES))].slice(0, QUESTIONS);
  const imageFile = (question: Question) => join(folder, question.page.image);
  return writeShow({ questions, imageFile, title: "Bench", out });
}

/** Milliseconds from the start of loading, told by the page's own clock, until an expression is true at a frame. */
async function untilTrue(page: Page, expression: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const look = () => (${expression}) ? resolve(performance.now()) : requestAnimationFrame(look);
    look();
  })`);
}

async function openOnce(browser: Browser, file: string, expressions: readonly string[]): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(pathToFileURL(file).href, { waitUntil: "commit" });
  const times = await Promise.all(expressions.map((expression) => untilTrue(page, expression)));
  await page.close();
  return times;
}

const FIRST_QUESTION = `document.querySelector("#question[data-question]")`;
const FIRST_PAGE = `document.querySelector("#page-image[href^='blob:']")`;
const ALL_READ = `document.readyState === "complete"`;

/** Milliseconds from one typed word to the filtered list, with the texts already unpacked or not. */
async function searchOnce(browser: Browser, file: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(pathToFileURL(file).href);
  const time = await page.evaluate<number>(`new Promise((resolve) => {
    const search = document.getElementById("search");
    const start = performance.now();
    search.value = "violin";
    search.dispatchEvent(new Event("input"));
    const look = () => document.getElementById("count").textContent.includes(" of ")
      ? resolve(performance.now() - start) : requestAnimationFrame(look);
    look();
  })`);
  await page.close();
  return time;
}

/** Milliseconds a key press takes to the next question's text and marks, going through pages. */
async function leafOnce(browser: Browser, file: string, presses: number): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(pathToFileURL(file).href);
  const times = await page.evaluate<number[]>(`(async () => {
    const question = document.getElementById("question");
    const times = [];
    for (let press = 0; press < ${presses}; press++) {
      const before = question.dataset.question;
      const start = performance.now();
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "j" }));
      while (question.dataset.question === before) await new Promise((done) => setTimeout(done));
      times.push(performance.now() - start);
    }
    return times;
  })()`);
  await page.close();
  return times;
}

/** Build the file, open it {@link RUNS} times in turn with an empty page, and print. */
export async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "bench-show-"));
  const browser = await launchChromium();
  try {
    await drawSamplePictures(folder, PAGES, STROKES);
    const [out, empty] = [join(folder, "show.html"), join(folder, "empty.html")];
    await writeFile(empty, "<!doctype html><title>Empty</title><p id=question data-question=0>");
    const start = performance.now();
    const { bytes } = await buildFile(folder, out);
    const seconds = (performance.now() - start) / 1000;
    console.log(`${QUESTIONS} questions, ${PAGES} pages: ${bytes} bytes, written in ${seconds.toFixed(1)} s`);
    const opened: number[][] = [];
    const floor: number[][] = [];
    for (let run = 0; run < RUNS; run++) {
      floor.push(await openOnce(browser, empty, [FIRST_QUESTION]));
      opened.push(await openOnce(browser, out, [FIRST_QUESTION, FIRST_PAGE, ALL_READ]));
    }
    tell(
      "empty page, its paragraph",
      floor.flatMap(([time = Number.NaN]) => [time]),
    );
    for (const [index, name] of ["first question", "its page picture", "whole file read"].entries()) {
      tell(
        name,
        opened.flatMap((times) => times.slice(index, index + 1)),
      );
    }
    const searches: number[] = [];
    for (let run = 0; run < RUNS; run++) searches.push(await searchOnce(browser, out));
    tell("search right after loading", searches);
    tell("next question (120 presses)", await leafOnce(browser, out, 120));
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await bench();
