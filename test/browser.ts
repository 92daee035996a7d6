/**
 * Tests in a real browser: the system's Chromium, driven over its own protocol. Where there is none, such tests are
 * skipped and say why; with `BENDAY_REQUIRE_BROWSER=1` they fail instead.
 */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";

const CHROMIUMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"] as const;

/** Keep the browser to itself: no sandbox (containers have no user namespaces) and no calls home. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const;

/** Path of the system's Chromium, or undefined. */
export function findChromium(): string | undefined {
  return CHROMIUMS.find((path) => existsSync(path));
}

/** A headless Chromium; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(`launchChromium: found none of ${CHROMIUMS.join(", ")}`);
  return chromium.launch({ executablePath, args: [...FLAGS] });
}

/** A suite with a browser that is open while its tests run. */
export function describeInBrowser(name: string, suite: (browser: () => Browser) => void): void {
  const missing = findChromium() === undefined;
  if (missing && process.env["BENDAY_REQUIRE_BROWSER"] === "1") {
    describe(name, () => {
      test("finds a browser", () => {
        throw new Error(`BENDAY_REQUIRE_BROWSER is set, and none of ${CHROMIUMS.join(", ")} exists`);
      });
    });
    return;
  }
  describe.skipIf(missing)(missing ? `${name} (skipped: no Chromium on this machine)` : name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(() => browser?.close());
    suite(() => {
      if (browser === undefined)
        throw new Error("describeInBrowser: the browser is open only while tests run");
      return browser;
    });
  });
}

/** What a page did that it should not have. */
export interface Misdeeds {
  /** Console errors and warnings, and errors that nobody caught. */
  readonly complaints: readonly string[];
  /** URLs of requests beyond the file itself and its own blobs and data. */
  readonly requests: readonly string[];
}

/** Note a page's complaints and requests from now on. */
export function watchPage(page: Page): Misdeeds {
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!/^(?:file|blob|data):/.test(request.url())) requests.push(request.url());
  });
  return { complaints, requests };
}
