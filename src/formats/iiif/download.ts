/**
 * Guarded downloads: http and https only, no private or loopback hosts, limits on bytes, time, redirects and number.
 *
 * The address that is checked is the one that is connected to: names are resolved once, inside the connection's own
 * lookup, so a name that changes its address between check and use (DNS rebinding) gains nothing.
 */
import { lookup } from "node:dns";
import { get as getHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { get as getHttps } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { describe, InputError, type Place } from "../../errors.ts";

export interface DownloadLimits {
  /** Downloads in all, redirects not counted. */
  readonly maxRequests: number;
  /** ms for one download, redirects included. */
  readonly timeout: number;
  /** Allow private, loopback and link-local hosts. */
  readonly allowLocal: boolean;
}

export interface Downloaded {
  readonly bytes: Uint8Array;
  /** Where it came from in the end, after redirects. */
  readonly url: string;
}

export type Download = (url: string, maxBytes: number) => Promise<Downloaded>;

const MAX_REDIRECTS = 5;

/** Special-purpose ranges of the IANA IPv4 and IPv6 registries that are not the public internet. */
const LOCAL_RANGES = {
  ipv4: [
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["224.0.0.0", 3],
  ],
  ipv6: [
    ["::", 96],
    ["::ffff:0:0", 96],
    ["64:ff9b::", 96],
    ["64:ff9b:1::", 48],
    ["2002::", 16],
    ["fc00::", 7],
    ["fe80::", 10],
    ["ff00::", 8],
  ],
} as const;

function blockList(family: keyof typeof LOCAL_RANGES): BlockList {
  const list = new BlockList();
  for (const [address, bits] of LOCAL_RANGES[family]) list.addSubnet(address, bits, family);
  return list;
}

/** Apart, because a `BlockList` takes every IPv4 address for one of `::ffff:0:0/96`. */
const localIpv4 = blockList("ipv4");
const localIpv6 = blockList("ipv6");

/** True for addresses that are not on the public internet; IPv4 inside IPv6 counts as local. */
export function isLocalAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return family === 4 ? localIpv4.check(address, "ipv4") : localIpv6.check(address, "ipv6");
}

function refuseLocal(host: string): InputError {
  const hint = "--allow-local permits hosts of your own network";
  return new InputError({ file: host, expected: "a public host", found: "a local address", hint });
}

/** `dns.lookup` that fails where any address of the name is local. */
const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) return callback(error ?? new Error(`no address: ${host}`), "");
    if (addresses.some(({ address }) => isLocalAddress(address))) return callback(refuseLocal(host), "");
    if (options.all === true) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

/** An http(s) address without a password; `InputError` for every other text, at its place where that is known. */
export function checkUrl(text: string, place: Place = { file: text }): URL {
  const url = URL.parse(text);
  const isWeb = url?.protocol === "http:" || url?.protocol === "https:";
  if (url === null || !isWeb || url.username !== "" || url.password !== "") {
    throw new InputError({ ...place, expected: "an http or https address", found: describe(text) });
  }
  return url;
}

function request(url: URL, allowLocal: boolean, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowLocal && isLocalAddress(host)) throw refuseLocal(host);
  const options: RequestOptions = {
    signal,
    headers: { "accept-encoding": "identity", "user-agent": "benday" },
    ...(!allowLocal && { lookup: publicLookup }),
  };
  const get = url.protocol === "https:" ? getHttps : getHttp;
  return new Promise((resolve, reject) => {
    get(url, options, resolve).on("error", reject);
  });
}

async function follow(
  start: URL,
  allowLocal: boolean,
  signal: AbortSignal,
): Promise<{ response: IncomingMessage; url: string }> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await request(url, allowLocal, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) return { response, url: url.href };
    response.destroy();
    if (statusCode < 300 || statusCode > 399 || headers.location === undefined) {
      throw new InputError({ file: url.href, expected: "status 200", found: `status ${statusCode}` });
    }
    const next = checkUrl(URL.parse(headers.location, url.href)?.href ?? headers.location);
    if (url.protocol === "https:" && next.protocol === "http:") {
      throw new InputError({
        file: url.href,
        expected: "https to stay https",
        found: `redirect to ${next.href}`,
      });
    }
    url = next;
  }
  throw new InputError({ file: start.href, expected: `at most ${MAX_REDIRECTS} redirects`, found: "more" });
}

async function readBody(response: IncomingMessage, maxBytes: number, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.byteLength;
    if (size > maxBytes) {
      response.destroy();
      throw new InputError({ file, expected: `at most ${maxBytes} bytes`, found: "more" });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** A download function that counts its requests. All failures are `InputError`s that name the address. */
export function createDownload(limits: DownloadLimits): Download {
  let requests = 0;
  return async (text, maxBytes) => {
    const url = checkUrl(text);
    requests++;
    if (requests > limits.maxRequests) {
      const expected = `at most ${limits.maxRequests} downloads`;
      throw new InputError({ file: text, expected, found: "one more", hint: "raise --max-requests" });
    }
    try {
      const found = await follow(url, limits.allowLocal, AbortSignal.timeout(limits.timeout));
      return { bytes: await readBody(found.response, maxBytes, text), url: found.url };
    } catch (cause) {
      if (cause instanceof InputError) throw cause;
      const found = cause instanceof Error ? cause.message : String(cause);
      throw new InputError({ file: text, expected: "a download", found }, { cause });
    }
  };
}
