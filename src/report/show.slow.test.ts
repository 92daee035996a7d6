import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, type Misdeeds, watchPage } from "../../test/browser.ts";
import type { Question } from "../records/index.ts";
import { drawSamplePictures, sampleQuestions } from "./fixtures/sample-questions.ts";
import { writeShow } from "./show.ts";

const MARKUP = `</script><img src="x" onerror="globalThis.harmed = true">`;
const PAGES = 4;
const PER_PAGE = 14;
const questions = [...sampleQuestions(PAGES, PER_PAGE)];
const questionAt = (number: number): Question => {
  const question = questions[number];
  if (question === undefined) throw new Error(`no sample question ${number}`);
  return question;
};

let folder = "";
const sample = { title: "Sample", pictureWidth: 300 };
const imageFile = (question: Question): string => join(folder, question.page.image);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "show-browser-"));
  await drawSamplePictures(folder, PAGES, 3);
  await writeShow({ ...sample, imageFile, questions, out: join(folder, "sample.html") });
  await writeShow({ ...sample, imageFile, questions: [], out: join(folder, "empty.html") });
  const hostile = questions.slice(0, 7).map((question, index) => ({
    ...question,
    id: `${index}:<b>100%#é</b>`,
    prompt: [{ type: "text", text: MARKUP } as const, ...question.prompt],
    choices: question.choices.map((choice) => `${MARKUP}${choice}`),
  }));
  const hostileShow = { imageFile, title: MARKUP, subtitle: MARKUP, questions: hostile };
  await writeShow({ ...hostileShow, out: join(folder, "hostile.html") });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describeInBrowser("the show file", (browser) => {
  /** Do something in the opened file; then nothing may have been complained about or requested. */
  async function reading(
    act: (page: Page, misdeeds: Misdeeds) => Promise<void>,
    {
      name = "sample.html",
      hash = "",
      ...options
    }: BrowserContextOptions & { name?: string; hash?: string } = {},
  ): Promise<void> {
    const page = await browser().newPage({
      viewport: { width: 1300, height: 800 },
      reducedMotion: "reduce",
      ...options,
    });
    try {
      const misdeeds = watchPage(page);
      await page.goto(`${pathToFileURL(join(folder, name))}${hash}`);
      await act(page, misdeeds);
      expect(misdeeds).toEqual({ complaints: [], requests: [] });
      expect(await page.locator("#trouble").textContent()).toBe("");
    } finally {
      await page.close();
    }
  }

  const shows = (page: Page, question: Question) =>
    page.locator(`#question[data-question="${question.id}"]`).waitFor();
  const position = (page: Page) => page.locator("#position").textContent();
  const viewBox = async (page: Page) =>
    ((await page.locator("#stage").getAttribute("viewBox")) ?? "").split(" ").map(Number);

  test("opens on the first question with its page, marks and targets", () =>
    reading(async (page) => {
      await shows(page, questionAt(0));
      await page.locator("#page-image[href^='blob:']").waitFor({ state: "attached" });
      expect(await position(page)).toBe("1 of 56");
      expect(await page.locator("#overlays .target").count()).toBe(4);
      await page.keyboard.press("j");
      await shows(page, questionAt(1));
      expect(await page.locator("#overlays .mark").count()).toBe(1);
      const stroke = `getComputedStyle(document.querySelector("#overlays .mark-colour")).stroke`;
      expect(await page.evaluate(stroke)).toBe("rgb(225, 20, 30)");
    }));

  test("leafs by keys: forth, back, arrows, next task", () =>
    reading(async (page) => {
      await shows(page, questionAt(0));
      for (const [key, number] of [
        ["j", 1],
        ["ArrowDown", 2],
        ["ArrowRight", 3],
        ["k", 2],
        ["ArrowUp", 1],
        ["ArrowLeft", 0],
        ["k", 0],
        ["n", 1],
      ] as const) {
        await page.keyboard.press(key);
        await shows(page, questionAt(number));
        expect(await position(page)).toBe(`${number + 1} of 56`);
      }
    }));

  test("the list follows, and a click in it leads", () =>
    reading(async (page) => {
      await shows(page, questionAt(0));
      for (let i = 0; i < 30; i++) await page.keyboard.press("j");
      const selected = page.locator("#list [aria-selected=true]");
      expect(await selected.getAttribute("id")).toBe("row-30");
      expect(await selected.getAttribute("aria-posinset")).toBe("31");
      await page.locator("#row-29").click();
      await shows(page, questionAt(29));
      expect(await page.locator("#list .row").count()).toBeLessThan(56);
    }));

  test("filters by facet and by words, with counts, and clears", () =>
    reading(async (page) => {
      await shows(page, questionAt(0));
      const count = page.locator("#count");
      await page.locator("#filter-task").selectOption("character-counting");
      await expect.poll(() => count.textContent()).toBe("8 of 56 questions");
      expect(await position(page)).toBe("1 of 8");
      await shows(page, questionAt(6));
      const pageOptions = await page.locator("#filter-page option").allTextContents();
      expect(pageOptions).toEqual(["All pages", ...[0, 1, 2, 3].map((number) => `sample-00${number} (2)`)]);
      await page.locator("#filter-split").selectOption("test");
      await expect.poll(() => count.textContent()).toBe("2 of 56 questions");
      await page.keyboard.press("/");
      await page.keyboard.type("no such words");
      await expect.poll(() => count.textContent()).toBe("0 of 56 questions");
      await page.locator("#clear-filters").click();
      await expect.poll(() => count.textContent()).toBe("56 questions");
    }));

  test("searches question, answers and ids, whatever their case", () =>
    reading(async (page) => {
      await shows(page, questionAt(0));
      await page.locator("#search").fill("HIDING behind a Barrel");
      await expect.poll(() => page.locator("#count").textContent()).toBe("8 of 56 questions");
      await page.locator("#search").fill(questionAt(15).id);
      await expect.poll(() => page.locator("#count").textContent()).toBe("1 of 56 questions");
      await shows(page, questionAt(15));
      await page.keyboard.press("Escape");
      await page.keyboard.press("g");
      expect(await page.locator("#toggle-gold").getAttribute("aria-pressed")).toBe("false");
    }));

  test("an address leads to its question, and follows it", () =>
    reading(
      async (page) => {
        await shows(page, questionAt(40));
        expect(await position(page)).toBe("41 of 56");
        await page.keyboard.press("j");
        await shows(page, questionAt(41));
        await expect.poll(() => new URL(page.url()).hash).toBe(`#${questionAt(41).id}`);
        await page.evaluate(`location.hash = ${JSON.stringify(questionAt(3).id)}`);
        await shows(page, questionAt(3));
      },
      { hash: `#${questionAt(40).id}` },
    ));

  test("an address to a question that the filters hide clears them; a strange one is passed over", () =>
    reading(
      async (page) => {
        await shows(page, questionAt(0));
        await page.locator("#filter-task").selectOption("depth-comparison");
        await shows(page, questionAt(2));
        await page.evaluate(`location.hash = ${JSON.stringify(questionAt(3).id)}`);
        await expect.poll(() => position(page)).toBe("4 of 56");
        await shows(page, questionAt(3));
      },
      { hash: "#%E0%A4%A" },
    ));

  test("hides the gold for self-tests and shows it after a pick", () =>
    reading(async (page) => {
      const question = questionAt(1);
      if (question.gold.type !== "choice") throw new Error("expected a choice");
      await shows(page, questionAt(0));
      await page.keyboard.press("j");
      await shows(page, question);
      const gold = page.locator("#answer .gold .choice-text");
      expect(await gold.textContent()).toBe(question.choices[question.gold.index]);
      await page.keyboard.press("g");
      expect(await gold.count()).toBe(0);
      const wrong = (question.gold.index + 1) % 4;
      await page.locator("button.choice").nth(wrong).click();
      expect(await page.locator(".picked .verdict").textContent()).toBe("your answer");
      expect(await gold.textContent()).toBe(question.choices[question.gold.index]);
      await page.keyboard.press("j");
      await shows(page, questionAt(2));
      expect(await gold.count()).toBe(0);
    }));

  test("shows text and number gold with all wordings", () =>
    reading(async (page) => {
      await shows(page, questionAt(0));
      const { gold } = questionAt(0);
      if (gold.type !== "text") throw new Error("expected a text");
      expect(await page.locator(".gold-box b").textContent()).toBe(gold.text);
      expect(await page.locator(".gold-box li").allTextContents()).toEqual(gold.also);
      expect(await page.locator(".phrase").textContent()).toBe("the last panel in the second row");
      await page.evaluate(`location.hash = ${JSON.stringify(questionAt(6).id)}`);
      await shows(page, questionAt(6));
      expect(await page.locator(".gold-box b").textContent()).toMatch(/^\d+$/);
    }));

  test("cuts crops out of the page at the size that the prompt gives", () =>
    reading(
      async (page) => {
        await page.locator(".cut-out image[href^='blob:']").first().waitFor({ state: "attached" });
        const [crop] = questionAt(4).prompt.flatMap((part) => (part.type === "crop" ? [part] : []));
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = crop?.box ?? [];
        const first = page.locator(".cut-out svg").first();
        expect(await first.getAttribute("viewBox")).toBe([x1, y1, x2 - x1, y2 - y1].join(" "));
        const { width, height } = (await first.boundingBox()) ?? {};
        expect([width, height]).toEqual([crop?.width, crop?.height]);
      },
      { hash: `#${questionAt(4).id}` },
    ));

  test("zooms to places and about the pointer, pans, and fits again", () =>
    reading(async (page) => {
      await shows(page, questionAt(0));
      const whole = await viewBox(page);
      await page.locator(".place-zoom").click();
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = questionAt(0).targets.zoom[0] ?? [];
      const [x = 0, y = 0, width = 0, height = 0] = await viewBox(page);
      expect([x + width / 2, y + height / 2]).toEqual([(x1 + x2) / 2, (y1 + y2) / 2]);
      expect(width).toBeLessThan(whole[2] ?? 0);
      await page.keyboard.press("0");
      expect(await viewBox(page)).toEqual(whole);

      const pointOnPage = `(() => {
        const bounds = document.getElementById("stage").getBoundingClientRect();
        const [x, y, width] = document.getElementById("stage").getAttribute("viewBox").split(" ").map(Number);
        const scale = bounds.width / width;
        return [x + (600 - bounds.left) / scale, y + (300 - bounds.top) / scale].map(Math.round);
      })()`;
      await page.mouse.move(600, 300);
      const before = await page.evaluate(pointOnPage);
      await page.mouse.wheel(0, -400);
      await expect.poll(() => viewBox(page)).not.toEqual(whole);
      expect(await page.evaluate(pointOnPage)).toEqual(before);
      await page.mouse.down();
      await page.mouse.move(620, 340, { steps: 4 });
      await page.mouse.up();
      expect(await page.evaluate(pointOnPage)).not.toEqual(before);
      await page.locator("#zoom-fit").click();
      expect(await viewBox(page)).toEqual(whole);
    }));

  test("a click on the page zooms to the smallest place under it", () =>
    reading(async (page) => {
      await shows(page, questionAt(0));
      const [figure] = questionAt(0).targets.entities;
      if (figure === undefined) throw new Error("no entity");
      const [x = 0, y = 0, width = 1] = await viewBox(page);
      const bounds = await page.locator("#stage").boundingBox();
      if (bounds === null) throw new Error("no stage");
      const scale = bounds.width / width;
      const [cx, cy] = [(figure[0] + figure[2]) / 2, (figure[1] + figure[3]) / 2];
      await page.mouse.click(bounds.x + (cx - x) * scale, bounds.y + (cy - y) * scale);
      const [left = 0, top = 0, w = 0, h = 0] = await viewBox(page);
      expect([left + w / 2, top + h / 2]).toEqual([cx, cy]);
    }));

  test("hides targets on the page and in the list of places", () =>
    reading(async (page) => {
      await shows(page, questionAt(0));
      expect(await page.locator(".target").first().isVisible()).toBe(true);
      await page.keyboard.press("t");
      expect(await page.locator(".target").first().isVisible()).toBe(false);
      expect(await page.locator(".place-zoom").isVisible()).toBe(false);
    }));

  test("help opens by key, keeps other keys from acting, and closes", () =>
    reading(async (page) => {
      await shows(page, questionAt(0));
      await page.keyboard.press("?");
      expect(await page.locator("#help").isVisible()).toBe(true);
      await page.keyboard.press("j");
      await page.keyboard.press("Escape");
      expect(await page.locator("#help").isVisible()).toBe(false);
      expect(await position(page)).toBe("1 of 56");
    }));

  test("shows hostile text as text", () =>
    reading(
      async (page) => {
        await page.locator("#question h2").waitFor();
        expect(await page.title()).toBe(MARKUP);
        expect(await page.locator("h1").textContent()).toBe(MARKUP);
        expect(await page.locator(".prompt p").first().textContent()).toBe(MARKUP);
        await page.keyboard.press("j");
        await page.locator(".choice-text").first().waitFor();
        expect(await page.locator(".choice-text").first().textContent()).toContain(MARKUP);
        await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toBe("#1:<b>100%#é</b>");
        expect(await page.locator("img").count()).toBe(0);
        expect(await page.evaluate("globalThis.harmed")).toBeUndefined();
      },
      { name: "hostile.html" },
    ));

  test("an empty benchmark is told as such", () =>
    reading(
      async (page) => {
        await expect.poll(() => page.locator("#count").textContent()).toBe("0 questions");
        expect(await position(page)).toBe("– of 0");
      },
      { name: "empty.html" },
    ));

  test("on a phone the list is a drawer and nothing runs off the side", () =>
    reading(
      async (page) => {
        await shows(page, questionAt(0));
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
        expect(await page.locator("#list").isVisible()).toBe(false);
        await page.locator("#open-browse").click();
        expect(await page.locator("#list").isVisible()).toBe(true);
        await page.locator("#row-3").click();
        await shows(page, questionAt(3));
        await expect.poll(() => page.locator("#list").isVisible()).toBe(false);
      },
      { viewport: { width: 390, height: 844 } },
    ));

  test("leafs through 16,000 questions: first one, far down the list, the last one, words in the last one", async () => {
    const many = [...sampleQuestions(282, 57)].slice(0, 16_000);
    const last = many.at(-1)?.id ?? "";
    const onePicture = () => imageFile(questionAt(0));
    await writeShow({ ...sample, questions: many, imageFile: onePicture, out: join(folder, "many.html") });
    await reading(
      async (page) => {
        await page.locator("#question[data-question]").waitFor();
        expect(await position(page)).toBe("1 of 16,000");
        await page.evaluate(`document.getElementById("list").scrollTop = 8000 * 56`);
        await page.locator("#row-8000").waitFor();
        expect(await page.locator("#list .row").count()).toBeLessThan(60);
        await page.locator("#row-8001").click();
        await expect.poll(() => position(page)).toBe("8,002 of 16,000");
        await page.evaluate(`location.hash = ${JSON.stringify(last)}`);
        await expect.poll(() => position(page)).toBe("16,000 of 16,000");
        await page.locator("#page-image[href^='blob:']").waitFor({ state: "attached" });
        await page.locator("#search").fill(last.toUpperCase());
        await expect.poll(() => page.locator("#count").textContent()).toBe("1 of 16,000 questions");
      },
      { name: "many.html" },
    );
  });
});
