import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../errors.ts";
import { seeded } from "../random.ts";
import { decodeImage, IMAGE_FORMATS, type ImageFormat, inspectImage } from "./decode.ts";
import { encodePng } from "./encode.ts";
import type { Raster } from "./raster.ts";
import { sharp } from "./sharp.ts";

const random = seeded("decode");
const noise: Raster = {
  width: 120,
  height: 90,
  data: Uint8Array.from({ length: 120 * 90 * 3 }, () => random.int(256)),
};
const ofRaster = ({ width, height, data }: Raster) => sharp(data, { raw: { width, height, channels: 3 } });
const encode = (format: ImageFormat) => ofRaster(noise).toFormat(format).toBuffer();

function flat(channels: 3 | 4, background: { r: number; g: number; b: number; alpha?: number }) {
  return sharp({ create: { width: 8, height: 6, channels, background } });
}
const firstPixel = async (bytes: Uint8Array) => [...(await decodeImage({ bytes })).data.subarray(0, 3)];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "benday-decode-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: Uint8Array | string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe.each(IMAGE_FORMATS)("a %s picture", (format) => {
  it("is inspected and decoded to RGB of its size", async () => {
    const bytes = await encode(format);
    expect(await inspectImage({ bytes })).toEqual({ format, width: 120, height: 90 });
    const raster = await decodeImage({ file: fileOf(`page.${format}`, bytes) });
    expect([raster.width, raster.height, raster.data.length]).toEqual([120, 90, 120 * 90 * 3]);
  });

  it.each([0.1, 0.6, 0.95])("is refused by name when cut to %d of its bytes", async (share) => {
    const bytes = await encode(format);
    const file = fileOf(`short.${format}`, bytes.subarray(0, Math.floor(bytes.length * share)));
    await expect(decodeImage({ file })).rejects.toThrow(InputError);
    await expect(decodeImage({ file })).rejects.toThrow(`short.${format}`);
  });
});

describe("decoding", () => {
  it("gives back the pixels of a lossless file", async () => {
    expect(await decodeImage({ bytes: await encodePng(noise) })).toEqual(noise);
    expect(await decodeImage({ bytes: await encode("tiff") })).not.toEqual({
      ...noise,
      data: new Uint8Array(),
    });
  });

  it("drops transparency on request: the stored colour counts, whatever the alpha", async () => {
    for (const alpha of [0.5, 1]) {
      const bytes = await flat(4, { r: 200, g: 7, b: 0, alpha }).png().toBuffer();
      const { data } = await decodeImage({ bytes }, { transparency: "drop" });
      expect([...data.subarray(0, 6)]).toEqual([200, 7, 0, 200, 7, 0]);
    }
    const grey = await flat(4, { r: 90, g: 90, b: 90, alpha: 0.5 }).toColourspace("b-w").png().toBuffer();
    const { data } = await decodeImage({ bytes: grey }, { transparency: "drop" });
    expect([...data.subarray(0, 3)]).toEqual([90, 90, 90]);
  });

  it("lays transparent pixels over white", async () => {
    const half = await flat(4, { r: 200, g: 0, b: 0, alpha: 0.5 }).png().toBuffer();
    const [red, green] = await firstPixel(half);
    expect(red).toBeGreaterThan(225);
    expect(green).toBeGreaterThan(125);
    expect(green).toBeLessThan(130);
    expect(await firstPixel(await flat(4, { r: 9, g: 9, b: 9, alpha: 0 }).png().toBuffer())).toEqual([
      255, 255, 255,
    ]);
  });

  it.each([
    ["grey", () => flat(3, { r: 90, g: 90, b: 90 }).toColourspace("b-w").png().toBuffer(), [90, 90, 90]],
    [
      "grey with transparency",
      () => flat(4, { r: 90, g: 90, b: 90, alpha: 1 }).toColourspace("b-w").png().toBuffer(),
      [90, 90, 90],
    ],
    ["a palette", () => flat(3, { r: 10, g: 20, b: 30 }).png({ palette: true }).toBuffer(), [10, 20, 30]],
    ["16 bits", () => flat(3, { r: 10, g: 20, b: 30 }).toColourspace("rgb16").png().toBuffer(), [10, 20, 30]],
  ])("reads %s as 8-bit RGB", async (_, make, expected) => {
    expect(await firstPixel(await make())).toEqual(expected);
  });

  it("reads CMYK as RGB", async () => {
    const bytes = await flat(3, { r: 255, g: 255, b: 255 }).toColourspace("cmyk").jpeg().toBuffer();
    for (const value of await firstPixel(bytes)) expect(value).toBeGreaterThan(245);
  });

  it("does not apply EXIF orientation: boxes refer to stored pixels", async () => {
    const bytes = await ofRaster(noise).withMetadata({ orientation: 6 }).png().toBuffer();
    expect(await inspectImage({ bytes })).toMatchObject({ width: 120, height: 90 });
    expect(await decodeImage({ bytes })).toEqual(noise);
  });

  it("ignores colour profiles", async () => {
    const bytes = await flat(3, { r: 200, g: 40, b: 40 }).withIccProfile("p3").png().toBuffer();
    const stored = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer();
    expect(await firstPixel(bytes)).toEqual([...stored.subarray(0, 3)]);
    expect(await firstPixel(bytes)).not.toEqual([200, 40, 40]);
  });

  it("takes the first picture of an animation", async () => {
    const frames = await Promise.all(
      [
        { r: 200, g: 0, b: 0 },
        { r: 0, g: 0, b: 200 },
      ].map((colour) => flat(3, colour).png().toBuffer()),
    );
    const bytes = await sharp(frames, { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    expect(await inspectImage({ bytes })).toEqual({ format: "webp", width: 8, height: 6 });
    expect(await firstPixel(bytes)).toEqual([200, 0, 0]);
  });
});

/** A PNG whose header claims another size. */
async function claiming(width: number, height: number): Promise<Uint8Array> {
  const bytes = Buffer.from(await encodePng(noise));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

describe("what is refused", () => {
  it.each([
    ["an SVG named .png", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"],
    ["a GIF", "GIF89a\x01\x00\x01\x00"],
    ["a web page", "<!doctype html><p>404"],
    ["nothing", ""],
    ["half a signature", "\x89PN"],
  ])("%s", async (_, content) => {
    const file = fileOf("page.png", content);
    await expect(inspectImage({ file })).rejects.toThrow(
      /page\.png: expected a png, jpeg, webp, tiff picture/,
    );
    await expect(decodeImage({ file })).rejects.toThrow(InputError);
  });

  it("takes a JPEG named .png for what it is", async () => {
    const file = fileOf("really-a-jpeg.png", await encode("jpeg"));
    expect((await inspectImage({ file })).format).toBe("jpeg");
    await expect(inspectImage({ file }, { formats: ["png"] })).rejects.toThrow("expected a png picture");
  });

  it("a signature with rubbish behind it", async () => {
    const bytes = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(200, 7)]);
    await expect(inspectImage({ bytes, name: "rubbish.png" })).rejects.toThrow(
      "rubbish.png: expected an undamaged png picture",
    );
  });

  it("a JPEG with a damaged middle", async () => {
    const bytes = Buffer.from(await encode("jpeg"));
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0xff, middle, middle + 40);
    await expect(decodeImage({ bytes, name: "damaged.jpg" })).rejects.toThrow("damaged.jpg");
  });

  it("more pixels than allowed, from the header alone", async () => {
    const bytes = await claiming(60_000, 50_000);
    await expect(decodeImage({ bytes, name: "bomb.png" })).rejects.toThrow(
      "bomb.png: expected a picture of at most 100000000 pixels, found 60000 x 50000 px",
    );
    await expect(inspectImage({ bytes: await encode("png") }, { maxPixels: 100 })).rejects.toThrow(
      "120 x 90 px",
    );
  });

  it("more bytes than allowed", async () => {
    const bytes = await encode("png");
    const file = fileOf("large.png", bytes);
    await expect(inspectImage({ file }, { maxBytes: 1000 })).rejects.toThrow(
      "large.png: expected a picture of at most",
    );
    await expect(inspectImage({ bytes }, { maxBytes: 1000 })).rejects.toThrow(`${bytes.length} bytes`);
  });

  it("what is not there or no file", async () => {
    await expect(decodeImage({ file: join(folder, "missing.png") })).rejects.toThrow(
      /missing\.png.*no such file/,
    );
    await expect(decodeImage({ file: folder })).rejects.toThrow("expected a picture file");
  });
});
