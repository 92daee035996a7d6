import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { imageWire } from "./image-wire.ts";

const got: { headers: IncomingHttpHeaders; body: string }[] = [];
let status = 200;
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  got.push({ headers: request.headers, body });
  response.writeHead(status, { location: "http://127.0.0.1:1/" }).end("{}");
});
let url = "";
beforeEach(async () => {
  got.length = 0;
  status = 200;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const bytes = new Uint8Array(100_000).map((_, at) => at % 251);
const picture = { type: "image", hash: "h", width: 1, height: 1, mediaType: "image/png", bytes } as const;

test("pictures are put in their places, and the length is said", async () => {
  const { lend, fetch } = imageWire();
  const names = lend();
  const [first, second] = [names.nameOf(picture), names.nameOf({ ...picture, bytes: bytes.subarray(0, 7) })];
  const body = JSON.stringify({ text: "é", first, second, again: first });
  const headers = { "content-type": "application/json", authorization: "Bearer k" };
  expect((await fetch(url, { method: "POST", headers, body })).status).toBe(200);
  names.release();
  const [seen] = got;
  const base64 = Buffer.from(bytes).toString("base64");
  const short = Buffer.from(bytes.subarray(0, 7)).toString("base64");
  expect(JSON.parse(seen?.body ?? "")).toEqual({ text: "é", first: base64, second: short, again: base64 });
  expect(seen?.headers).toMatchObject({
    ...headers,
    "content-length": String(Buffer.byteLength(seen?.body ?? "")),
  });
  expect(seen?.headers["transfer-encoding"]).toBeUndefined();
});

test.each([401, 307, 421, 429, 500])("status %i of a request with a picture comes back", async (code) => {
  status = code;
  const { lend, fetch } = imageWire();
  const response = await fetch(url, { method: "POST", body: JSON.stringify([lend().nameOf(picture)]) });
  expect(response.status).toBe(code);
  expect(got).toHaveLength(1);
});
