/** Pictures in requests, checked as hosted services check them: real base64, a true media type, limits on size. */
import { demand, type Limits, type SeenImage } from "./protocol.ts";

const DATA_URL = /^data:([a-z]+\/[a-z0-9.+-]+);base64,(.*)$/s;

/** A picture from a data URL; links are rejected, since a test has no network. */
export function readDataUrl(url: string, limits: Limits): SeenImage {
  const [, mediaType, base64] = DATA_URL.exec(url) ?? [];
  demand(
    mediaType !== undefined && base64 !== undefined,
    `Invalid image_url: expected a base64-encoded data URL, got ${url.slice(0, 32)}`,
  );
  return readImage(mediaType, base64, limits);
}

export function readImage(mediaType: string, base64: string, limits: Limits): SeenImage {
  demand(/^image\/(png|jpeg|webp|gif)$/.test(mediaType), `Unsupported media type: ${mediaType}`);
  const bytes = Buffer.from(base64, "base64");
  // Node skips what is no base64; lengths then differ.
  const padding = /=*$/.exec(base64.slice(-2))?.[0].length ?? 0;
  const expected = (base64.length / 4) * 3 - padding;
  demand(base64 !== "" && bytes.byteLength === expected, "Invalid base64 in image data");
  const size = sizeOf(bytes);
  demand(size !== undefined, "Could not process image: it is no PNG, JPEG or WebP file");
  demand(size.mediaType === mediaType, `Image does not match the provided media type ${mediaType}`);
  const { maxPixels = Number.POSITIVE_INFINITY, maxImageBytes = 20 * 1024 * 1024 } = limits;
  demand(
    bytes.byteLength <= maxImageBytes,
    `Image exceeds ${maxImageBytes} bytes: ${bytes.byteLength} bytes`,
  );
  const pixels = size.width * size.height;
  demand(pixels <= maxPixels, `Image too large: too many pixels, ${pixels} > ${maxPixels}`);
  return { ...size, bytes };
}

type HeaderSize = Omit<SeenImage, "bytes">;

/** Size from a file's header; undefined for an unknown or broken file. */
function sizeOf(bytes: Buffer): HeaderSize | undefined {
  if (bytes.byteLength < 30) return undefined;
  if (bytes.readUInt32BE(0) === 0x89504e47)
    return { mediaType: "image/png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (bytes.readUInt16BE(0) === 0xffd8) return sizeOfJpeg(bytes);
  if (bytes.toString("latin1", 8, 12) === "WEBP") return sizeOfWebp(bytes);
  return undefined;
}

/** Runs over the segments up to the frame header (SOF0 to SOF15 without DHT, JPG and DAC). */
function sizeOfJpeg(bytes: Buffer): HeaderSize | undefined {
  let at = 2;
  while (at + 9 < bytes.byteLength && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return {
        mediaType: "image/jpeg",
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
      };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function sizeOfWebp(bytes: Buffer): HeaderSize | undefined {
  const mediaType = "image/webp";
  switch (bytes.toString("latin1", 12, 16)) {
    case "VP8X":
      return { mediaType, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case "VP8L": {
      const bits = bytes.readUInt32LE(21);
      return { mediaType, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8 ":
      return {
        mediaType,
        width: bytes.readUInt16LE(26) & 0x3fff,
        height: bytes.readUInt16LE(28) & 0x3fff,
      };
    default:
      return undefined;
  }
}
