import { expect, test } from "vitest";
import {
  bytesField,
  encodeMessage,
  floatField,
  integerField,
  messageField,
  stringField,
} from "./protobuf.ts";

/** Expected bytes from the examples of protobuf.dev/programming-guides/encoding, or by hand. */
test("fields are written as the wire format says", () => {
  const hex = (...fields: Parameters<typeof encodeMessage>[0]) =>
    Buffer.from(encodeMessage(fields)).toString("hex");
  expect(hex(integerField(1, 150))).toBe("089601");
  expect(hex(integerField(16, 0))).toBe("800100");
  expect(hex(integerField(1, -1))).toBe("08ffffffffffffffffff01");
  expect(hex(integerField(1, 2 ** 40))).toBe("08808080808020");
  expect(hex(stringField(2, "testing"))).toBe("120774657374696e67");
  expect(hex(stringField(2, "é"))).toBe("1202c3a9");
  expect(hex(messageField(3, [integerField(1, 150)]))).toBe("1a03089601");
  expect(hex(floatField(2, 1))).toBe("150000803f");
  expect(hex(bytesField(9, Uint8Array.of(1, 2)), messageField(3, []))).toBe("4a0201021a00");
});
