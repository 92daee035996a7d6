import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConversationRecord, ConversationSchema } from "./conversation-file.ts";
import { conversationList, openConversations } from "./conversation-list.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "benday-conversations-"));
});
afterAll(() => rm(root, { recursive: true }));

const recordOf = (id: string): ConversationRecord =>
  ConversationSchema.parse({
    ...{ kind: "conversation", version: 1, id },
    messages: [
      {
        role: "user",
        content: [
          { type: "image", file: `${id}.png` },
          { type: "text", text: "Où?\u2028" },
        ],
      },
      { role: "assistant", content: "là" },
    ],
  });

const RECORDS = ["a", "b", "c"].map(recordOf);

async function fileOf(text: string): Promise<string> {
  const file = join(root, "chats.jsonl");
  await writeFile(file, text);
  return file;
}

test.each(["", "\n", "\n\n"])(
  "a file's conversations are those of the list, with %j at its end",
  async (end) => {
    const lines = RECORDS.map((record) => JSON.stringify(record));
    const list = await openConversations(await fileOf(`\n${lines.join("\n \n")}${end}`));
    const given = conversationList(RECORDS);
    for (const each of [list, given]) {
      expect(each.count).toBe(3);
      expect([2, 0, 1].map(each.at)).toEqual([2, 0, 1].map((place) => RECORDS[place]));
      expect([0, 1, 2].map(each.pageAt)).toEqual(["a.png", "b.png", "c.png"]);
      expect(() => each.at(3)).toThrow(/expected a place below 3, got 3/);
    }
  },
);

test("a faulty line is named before any is given", async () => {
  const [record] = RECORDS;
  const file = await fileOf(`${JSON.stringify(record)}\n{"kind": "conversation"}\n`);
  await expect(openConversations(file)).rejects.toThrow(/chats\.jsonl:2/);
});
