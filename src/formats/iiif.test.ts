import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FIXTURES } from "./fixture-options.ts";
import { isLocalAddress } from "./iiif/download.ts";
import { iiif } from "./iiif.ts";

const FOLDER = join(FIXTURES, "iiif");
const read = (options: Parameters<typeof iiif.options.parse>[0]) =>
  Array.fromAsync(iiif.read(iiif.options.parse(options)));

let temporary: string;
let server: Server;
let origin: string;
const requests: string[] = [];

/** The fixture on the loopback interface, with a few ill-behaved addresses. */
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "benday-iiif-"));
  server = createServer(async (request, response) => {
    const path = request.url ?? "";
    requests.push(path);
    if (path.startsWith("/moved")) response.writeHead(302, { location: path.replace("/moved", "") }).end();
    else if (path === "/loop") response.writeHead(302, { location: "/loop" }).end();
    else if (path === "/to-file") response.writeHead(302, { location: "file:///etc/passwd" }).end();
    else if (path === "/silent") response.writeHead(200).write("{");
    else {
      const body = await readFile(join(FOLDER, path)).catch(() => undefined);
      response.writeHead(body === undefined ? 404 : 200).end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(temporary, { recursive: true, force: true });
});

describe("manifests", () => {
  test("version 3: rights, required statement, direction, choice of images", async () => {
    const sources = await read({ manifest: join(FOLDER, "manifest.json") });
    expect(sources[0]?.page).toMatchObject({
      id: "library.example-iiif-album-7-canvas-f1r",
      dataset: "Album 7",
      story: "Album 7",
      direction: "rtl",
      panels: [],
      licence: {
        name: "CC-BY-NC-4.0",
        url: "http://creativecommons.org/licenses/by-nc/4.0/",
        attribution: "Town Library",
      },
    });
    expect(sources.map(({ page }) => page.sourceFile)).toEqual([
      "scans/f1r.png",
      "scans/f1v.jpg",
      "scans/f2r.png",
    ]);
  });

  test("version 2: license, attribution, sequences", async () => {
    const sources = await read({ manifest: join(FOLDER, "manifest-2.json") });
    expect(
      sources.map(({ page }) => [page.id, page.licence.name, page.licence.attribution, page.direction]),
    ).toEqual([
      ["library.example-iiif-album-8-canvas-1", "CC-PDM-1.0", "Town Library", "ltr"],
      ["library.example-iiif-album-8-canvas-2", "CC-PDM-1.0", "Town Library", "ltr"],
    ]);
  });

  test.each([
    ["no context", (text: string) => text.replace("presentation/3", "presentation/9"), "@context"],
    [
      "no canvases",
      (text: string) => `${text.slice(0, text.indexOf('"items"'))}"items": []}`,
      "items: expected canvases",
    ],
    [
      "no image",
      (text: string) => text.replace('"type": "Image"', '"type": "Sound"'),
      "items[0].items[0].items[0].body",
    ],
    ["a name out of the folder", (text: string) => text.replace("scans/f1r.png", "../f1r.png"), "items[0]"],
    [
      "a file address",
      (text: string) => text.replace("scans/f1r.png", "file:///etc/passwd"),
      "an http or https address",
    ],
    [
      "a local host",
      (text: string) => text.replace("scans/f1r.png", "http://127.0.0.1:1/x.png"),
      "a public host",
    ],
    [
      "a host in other digits",
      (text: string) => text.replace("scans/f1r.png", "http://0x7f.1:1/x"),
      "a public host",
    ],
    ["IPv6 loopback", (text: string) => text.replace("scans/f1r.png", "http://[::1]:1/x"), "a public host"],
    [
      "a password",
      (text: string) => text.replace("scans/f1r.png", "http://a:b@example.org/"),
      "an http or https",
    ],
  ])("%s is an InputError", async (_, change, message) => {
    const manifest = join(temporary, "manifest.json");
    await writeFile(manifest, change(await readFile(join(FOLDER, "manifest.json"), "utf8")));
    const failure = read({ manifest });
    await expect(failure).rejects.toMatchObject({ name: "InputError", fault: { file: expect.any(String) } });
    await expect(failure).rejects.toThrow(message);
  });
});

describe("downloads (from a server of this test)", () => {
  test("manifest and pictures come over http, relative to the manifest, redirects followed", async () => {
    const sources = await read({ manifest: `${origin}/moved/manifest.json`, allowLocal: true });
    const bytes = await readFile(join(FOLDER, "scans/f1v.jpg"));
    expect(sources[1]?.picture).toEqual({ bytes, name: `${origin}/scans/f1v.jpg` });
  });

  test("without the option nothing is asked of a local host", async () => {
    const before = requests.length;
    await expect(read({ manifest: `${origin}/manifest.json` })).rejects.toThrow(
      /a public host.*--allow-local/,
    );
    await expect(read({ manifest: origin.replace("127.0.0.1", "localhost") })).rejects.toThrow(
      /a public host/,
    );
    expect(requests.length).toBe(before);
  });

  test.each([
    ["a redirect that never ends", "/loop", {}, "at most 5 redirects"],
    ["a redirect to a file", "/to-file", {}, "an http or https address"],
    ["a missing page", "/none", {}, "status 404"],
    ["too many downloads", "/manifest.json", { maxRequests: 2 }, "at most 2 downloads"],
    ["a picture too large", "/manifest.json", { maxImageMegabytes: 0.0001 }, "bytes"],
    ["an answer that does not end", "/silent", { timeout: 0.2 }, "a download"],
  ])("%s is an InputError", async (_, path, options, message) => {
    const failure = read({ manifest: origin + path, allowLocal: true, ...options });
    await expect(failure).rejects.toMatchObject({ name: "InputError" });
    await expect(failure).rejects.toThrow(message);
  });
});

test.each([
  ["127.0.0.1", true],
  ["10.1.2.3", true],
  ["172.31.0.1", true],
  ["172.32.0.1", false],
  ["192.168.0.9", true],
  ["169.254.169.254", true],
  ["100.64.0.1", true],
  ["0.0.0.0", true],
  ["255.255.255.255", true],
  ["8.8.8.8", false],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["::ffff:8.8.8.8", true],
  ["fe80::1", true],
  ["fd00::1", true],
  ["2001:4860:4860::8888", false],
  ["example.org", false],
])("%s is local: %s", (address, local) => {
  expect(isLocalAddress(address)).toBe(local);
});
