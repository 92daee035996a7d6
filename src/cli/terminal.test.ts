import { describe, expect, it } from "vitest";
import { createTerminal, formatDuration, progressLine } from "./terminal.ts";

describe("formatDuration", () => {
  it.each([
    [0, "0:00"],
    [65, "1:05"],
    [3723, "1:02:03"],
  ])("%i s is %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe("progressLine", () => {
  it("shows a bar, counts and the time left", () => {
    expect(progressLine("drawing", 10, 40, 20)).toBe("drawing ●●●●●●·················· 10/40, 1:00 left");
  });
  it("counts where the total is unknown", () => {
    expect(progressLine("reading", 3, undefined, 1)).toBe("reading 3");
  });
});

describe("createTerminal", () => {
  const stream = (isTTY: boolean) => {
    const written: string[] = [];
    return { written, isTTY, columns: 30, write: (text: string) => written.push(text) };
  };

  it("writes nothing where nobody watches", () => {
    const target = stream(false);
    const progress = createTerminal(target).progress("x");
    progress.update(1, 2);
    progress.end();
    expect(target.written).toEqual([]);
  });

  it("redraws at most every 100 ms, always at the end, within the width, and cleans up", () => {
    const target = stream(true);
    let now = 0;
    const progress = createTerminal(target, { now: () => now }).progress("drawing pages");
    for (let done = 0; done <= 40; done++) {
      progress.update(done, 40);
      now += 10;
    }
    progress.end();
    expect(target.written.length).toBe(6);
    for (const text of target.written) expect(text.replace("\r\u001b[2K", "").length).toBeLessThan(30);
    expect(target.written.at(-1)).toBe("\r\u001b[2K");
  });
});
