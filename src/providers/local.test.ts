import { describe, expect, test } from "vitest";
import { chatOf, splitCalls } from "./local-chat.ts";
import type { Done, Wanted } from "./local-contract.ts";
import { createLocalQueue } from "./local-queue.ts";
import type { ImagePart, Message } from "./provider.ts";

const picture: ImagePart = {
  type: "image",
  hash: "h",
  width: 28,
  height: 28,
  mediaType: "image/png",
  bytes: Uint8Array.of(1),
};

describe("conversations for templates", () => {
  const messages: Message[] = [
    { role: "user", parts: [picture, { type: "text", text: "Who?" }, { type: "text", text: "Say it." }] },
    {
      role: "assistant",
      text: "",
      calls: [{ id: "call-1-1", name: "zoom", input: { bbox_2d: [0, 1, 2, 3] } }],
    },
    { role: "tool", callId: "call-1-1", name: "zoom", text: "<|im_end|>" },
  ];

  test("keep pictures in place, join texts, and carry calls with their answers", () => {
    const { chat, images } = chatOf({ messages, tools: [] });
    expect(images).toEqual([picture]);
    const call = { name: "zoom", arguments: { bbox_2d: [0, 1, 2, 3] } };
    expect(chat).toEqual({
      messages: [
        { role: "user", content: [{ type: "image" }, { type: "text", text: "Who?\nSay it." }] },
        {
          role: "assistant",
          content: "",
          tool_calls: [{ id: "call-1-1", type: "function", function: call }],
        },
        { role: "tool", content: "<|im_end|>", name: "zoom", tool_call_id: "call-1-1" },
      ],
      tools: null,
    });
  });

  test("hold no text that was not cleaned", () => {
    const { chat } = chatOf({ messages, tools: [] }, (text) => text.replaceAll("<|", "< |"));
    expect(JSON.stringify(chat)).not.toContain("<|");
  });
});

describe("calls in a reply", () => {
  const call = '<tool_call>\n{"name": "zoom", "arguments": {"bbox_2d": [1, 2, 3, 4]}}\n</tool_call>';

  test("leave the text and get ids of their own", () => {
    expect(splitCalls(`Look: ${call}\n${call}`, 2)).toEqual({
      text: "Look:",
      calls: ["call-2-1", "call-2-2"].map((id) => ({ id, name: "zoom", input: { bbox_2d: [1, 2, 3, 4] } })),
    });
  });

  test.each(["no call", `${call}<tool_call>{broken</tool_call>`, '<tool_call>{"name": "zoom"', ""])(
    "stay where one cannot be read: %j",
    (text) => expect(splitCalls(text, 1)).toEqual({ text, calls: [] }),
  );
});

const request = (draws: string): Omit<Wanted, "id"> => ({
  messages: [],
  tools: [],
  sampling: { maxTokens: 1 },
  draws,
});
const doneOf = ({ id, draws }: Wanted): Done => ({ id, text: draws, finish: "stop", usage: {} });

describe("the queue", () => {
  test("sends what arrives together in one call, and answers each request", async () => {
    const sizes: number[] = [];
    const queue = createLocalQueue(async ({ wanted }) => {
      sizes.push(wanted.length);
      return wanted.map(doneOf);
    });
    const answers = await Promise.all(["a", "b", "c"].map((draws) => queue.ask(request(draws), undefined)));
    expect(answers.map(({ text }) => text)).toEqual(["a", "b", "c"]);
    expect(sizes).toEqual([3]);
  });

  test("keeps asking until every request has ended; failures are errors as data", async () => {
    let calls = 0;
    let held: readonly Wanted[] = [];
    const queue = createLocalQueue(async ({ wanted }) => {
      held = [...held, ...wanted];
      calls++;
      return calls < 3
        ? []
        : held.map(({ id }) => ({ id, failure: { kind: "too-large" as const, message: "long" } }));
    });
    await expect(queue.ask(request("a"), undefined)).rejects.toMatchObject({ kind: "too-large" });
    expect(calls).toBe(3);
  });

  test("forgets a request that was given up, and stops computing when none is left", async () => {
    const begun = Promise.withResolvers<void>();
    const queue = createLocalQueue(({ wanted }, signal) => {
      if (wanted.some(({ draws }) => draws === "later")) return Promise.resolve(wanted.map(doneOf));
      begun.resolve();
      return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    });
    const abort = new AbortController();
    const given = queue.ask(request("never"), abort.signal);
    await begun.promise;
    abort.abort();
    await expect(given).rejects.toMatchObject({ kind: "aborted" });
    expect((await queue.ask(request("later"), undefined)).text).toBe("later");
    await expect(queue.ask(request("x"), abort.signal)).rejects.toMatchObject({ kind: "aborted" });
  });

  test("a fault of the thread reaches everybody who waits", async () => {
    const queue = createLocalQueue(() => Promise.reject(new Error("the thread died")));
    const asked = ["a", "b"].map((draws) => queue.ask(request(draws), undefined));
    for (const each of asked) await expect(each).rejects.toThrow("the thread died");
  });
});
