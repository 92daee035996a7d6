/**
 * Pictures on their way to a server. A client is given a short name in place of a picture's base64; the bytes take
 * their place at the very end, when the request is sent. So a picture is encoded once however often it is sent, and
 * its text is neither escaped nor copied by each layer of a client (measured with pictures of 100 KB: half of the
 * processor time).
 */
import { randomUUID } from "node:crypto";
import type { ImagePart } from "./provider.ts";

export interface ImageWire {
  /** Names for the pictures of one request. */
  lend(): LentNames;
  /** Sends a request, the pictures in their places; follows no redirect. */
  readonly fetch: typeof fetch;
}

export interface LentNames {
  /** The name that stands for the picture's base64. */
  nameOf(image: ImagePart): string;
  /** No request with these names will follow. */
  release(): void;
}

const encoded = new WeakMap<Uint8Array, Buffer>();

/** The base64 of a picture as bytes; kept only as long as the picture itself. */
function base64Of({ bytes }: ImagePart): Buffer {
  const known = encoded.get(bytes);
  if (known !== undefined) return known;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  const base64 = Buffer.from(text, "latin1");
  encoded.set(bytes, base64);
  return base64;
}

export function imageWire(): ImageWire {
  // No text of a prompt can hold a name by chance or on purpose: it is drawn anew and never shown.
  const secret = randomUUID();
  const pictures = new Map<string, Buffer>();
  const pattern = new RegExp(`(${secret}-\\d+-)`);
  let count = 0;
  const lend = (): LentNames => {
    const lent: string[] = [];
    return {
      nameOf: (image) => {
        const name = `${secret}-${count++}-`;
        pictures.set(name, base64Of(image));
        lent.push(name);
        return name;
      },
      release: () => {
        for (const name of lent) pictures.delete(name);
      },
    };
  };
  const piecesOf = (body: string): readonly Buffer[] =>
    body.split(pattern).map((piece) => pictures.get(piece) ?? Buffer.from(piece));
  return {
    lend,
    fetch: (input, init) => {
      const body = typeof init?.body === "string" ? streamed(piecesOf(init.body), init.headers) : {};
      // A redirect would carry the key's header to whichever host it names. Credentials are a browser's: without this,
      // some versions of Node make a network error of a streamed body's 401 (https://github.com/nodejs/undici/issues/5018).
      return fetch(input, { ...init, ...body, redirect: "manual", credentials: "omit" });
    },
  };
}

/**
 * A body in pieces, none of which is copied: of bytes in one piece `fetch` makes several copies (measured with pictures
 * of 100 KB: half of the processor time that was left). The length is said, as not every server takes chunked bodies.
 */
function streamed(pieces: readonly Buffer[], given: RequestInit["headers"]) {
  const headers = new Headers(given);
  headers.set("content-length", String(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)));
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  return { headers, body, duplex: "half" as const };
}
