/** The report of real runs, opened as a reader opens it. */
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, watchPage } from "../browser.ts";
import { benday, bendayJson, drawnWorkplace, type Workplace } from "./eval-runs.ts";

let place: Workplace;
beforeAll(async () => {
  place = await drawnWorkplace(4);
  const flags = ["--mode", "page", "zoom", "--counterfactual", "blank", "--split", "all", "--limit", "12"];
  for (const model of ["random", "noisy-oracle"]) {
    await bendayJson(
      "eval",
      place.benchmark,
      "--model",
      `scripted:${model}`,
      ...flags,
      "--out",
      place.at(model),
    );
  }
  const runs = [place.at("random"), place.at("noisy-oracle")];
  await bendayJson("report", ...runs, "--out", place.at("report.html"), "--md", "--gallery", "2");
}, 300_000);
afterAll(() => place.remove());

test("Markdown stands beside the HTML", async () => {
  expect(await readFile(place.at("report.md"), "utf8")).toContain("| scripted:noisy-oracle · page |");
});

test("compare says in words what differs", async () => {
  const run = place.at("noisy-oracle");
  const { out } = await benday("compare", `${run}:zoom`, `${run}:zoom`);
  expect(out).toContain("No difference can be told");
  const { code, error } = await benday("compare", run, run);
  expect([code, error]).toEqual([2, expect.stringContaining(`${run}:zoom-blank`)]);
});

describeInBrowser("the report", (browser) => {
  test.each([
    ["light", 1300],
    ["dark", 1300],
    ["light", 390],
  ] as const)("opens offline in %s, %d px wide, without a complaint", async (colorScheme, width) => {
    const page = await browser().newPage({ viewport: { width, height: 900 }, colorScheme });
    try {
      const misdeeds = watchPage(page);
      await page.goto(pathToFileURL(place.at("report.html")).href);
      expect(await page.locator("section").count()).toBeGreaterThan(7);
      expect(await page.locator(".radar .area").count()).toBe(2);
      const crops = page.locator(".case .crops img");
      expect(await crops.count()).toBeGreaterThan(3);
      // The models stand beside each other, each on the page: where a pane uses the page of the first, it is drawn too.
      const panes = page.locator(".case").first().locator(".pane");
      expect(await panes.count()).toBe(2);
      const tops = await panes.evaluateAll((found) => found.map((pane) => pane.getBoundingClientRect().top));
      expect(new Set(tops).size).toBe(1);
      const pages = page.locator(".case").first().locator(".pane :is(image, use)");
      const boxes = await pages.evaluateAll((found) =>
        found.map((part) => part.getBoundingClientRect().height),
      );
      expect(boxes).toHaveLength(2);
      expect(Math.min(...boxes)).toBeGreaterThan(100);
      // Pictures whose bytes cannot be decoded have no natural size.
      const widths =
        "[...document.querySelectorAll('.crops img')].map((image) => image.decode().then(() => image.naturalWidth))";
      expect(await page.evaluate(`Promise.all(${widths}).then((all) => Math.min(...all))`)).toBeGreaterThan(
        27,
      );
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      expect(misdeeds).toEqual({ complaints: [], requests: [] });
    } finally {
      await page.close();
    }
  });
});
