import { expect, test } from "vitest";
import { createStatusLine, type StatusForm } from "./status-line.ts";

function told(form: StatusForm, times: readonly number[]): string {
  let [text, time] = ["", 0];
  const stream = { columns: 12, write: (part: string) => (text += part) };
  const status = createStatusLine(stream, form, () => time);
  for (const at of times) {
    time = at;
    status.show(
      () => `at ${at} ms`,
      () => ({ at }),
    );
  }
  status.show(
    () => "done",
    () => ({ done: true }),
    true,
  );
  return text;
}

test("a live line is drawn over itself, cut to the width, and not too often", () => {
  expect(told("live", [0, 100, 1234567])).toBe("\r\u001b[2Kat 0 ms\r\u001b[2Kat 1234567 \r\u001b[2Kdone\n");
});

test("plain lines come now and then, JSON lines more often, the last always", () => {
  expect(told("lines", [0, 1000, 10_000])).toBe("at 0 ms\nat 10000 ms\ndone\n");
  expect(told("json", [0, 500, 1000])).toBe('{"at":0}\n{"at":1000}\n{"done":true}\n');
  expect(told("none", [0, 500, 1000])).toBe("");
});
