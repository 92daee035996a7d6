/** The part of the protocol-buffer wire format that an ONNX model needs (protobuf.dev/programming-guides/encoding). */

export type Field = readonly Uint8Array[];

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;
const text = new TextEncoder();

/** Base 128, least significant group first; negative numbers as 64-bit two's complement. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

function key(field: number, wire: number): Uint8Array {
  return varint(field * 8 + wire);
}

export function integerField(field: number, value: number): Field {
  return [key(field, VARINT), varint(value)];
}

export function floatField(field: number, value: number): Field {
  return [key(field, FIXED32), bytesOf(Float32Array.of(value))];
}

export function bytesField(field: number, bytes: Uint8Array): Field {
  return [key(field, LENGTH_DELIMITED), varint(bytes.length), bytes];
}

export function stringField(field: number, value: string): Field {
  return bytesField(field, text.encode(value));
}

/** A message within a message. */
export function messageField(field: number, fields: readonly Field[]): Field {
  const parts = fields.flat();
  const length = parts.reduce((total, part) => total + part.length, 0);
  return [key(field, LENGTH_DELIMITED), varint(length), ...parts];
}

/** Raw little-endian bytes of a typed array (every platform that onnxruntime supports is little-endian). */
export function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** A whole message as bytes. */
export function encodeMessage(fields: readonly Field[]): Uint8Array {
  const parts = fields.flat();
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
