import fc from "fast-check";
import { expect, test } from "vitest";
import type { SizedPicture } from "../../engine/index.ts";
import { alikeGroups, type NamedConversation } from "./alike.ts";

const PLACE = 9;
const reader = { tokens: ({ grid }: Pick<SizedPicture, "grid">) => Array(grid.width).fill(PLACE) };

const pictureOf = (id: number): SizedPicture => ({
  size: { width: 28, height: 28 },
  grid: { time: 1, height: 1, width: 2 + (id % 2) },
  pixels: Float32Array.of(id),
});

type Part = { readonly picture: number } | { readonly text: number } | { readonly said: number };

function conversationOf(parts: readonly Part[]): NamedConversation {
  const shown = parts.flatMap((part) => ("picture" in part ? [part.picture] : []));
  const tokens: number[] = [];
  const own: boolean[] = [];
  for (const part of parts) {
    const more =
      "picture" in part ? reader.tokens(pictureOf(part.picture)) : ["text" in part ? part.text : part.said];
    tokens.push(...more);
    own.push(...more.map(() => "said" in part));
  }
  return { tokens, own, images: shown.map(pictureOf), pictureNames: shown.map((id) => `picture ${id}`) };
}

const picture = (id: number): Part => ({ picture: id });
const text = (...tokens: number[]): readonly Part[] => tokens.map((token) => ({ text: token }));
const said = (...tokens: number[]): readonly Part[] => tokens.map((token) => ({ said: token }));

test("conversations about one page share all up to where they part, or the assistant speaks", () => {
  const beginning = [...text(1), picture(4), ...text(2, 3)];
  const conversations = [
    [...beginning, ...text(4), ...said(5)],
    [...text(1), picture(6), ...text(2, 3), ...said(5)],
    [...beginning, ...text(5), ...said(6), picture(8), ...said(1)],
    [...beginning, ...said(7)],
  ].map(conversationOf);
  const groups = alikeGroups(conversations, reader);
  expect(groups.map(({ places }) => places.toSorted()).toSorted()).toEqual([[0, 2, 3], [1]]);
  const shared = groups.find(({ places }) => places.length === 3)?.traces[0];
  expect(shared).toMatchObject({ promptTokens: 5, promptImages: 1 });
});

test("a beginning without a picture, or that ends in one, is not shared so far", () => {
  const same = [...text(1, 2, 3), ...said(4)];
  expect(alikeGroups([same, same].map(conversationOf), reader).length).toBe(2);
  const bare = [...text(1), picture(2), ...said(3)];
  expect(alikeGroups([bare, bare].map(conversationOf), reader).length).toBe(2);
});

const partOf = fc.oneof(
  fc.record({ picture: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ text: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ said: fc.integer({ min: 1, max: 2 }) }),
);

test("each stands in one group as it was, and a group's prompt is the same in all, pictures whole", () => {
  const runs = fc.array(fc.array(partOf, { minLength: 1, maxLength: 8 }).map(conversationOf), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(runs, (conversations) => {
      const groups = alikeGroups(conversations, reader);
      expect(groups.flatMap(({ places }) => places).toSorted()).toEqual([...conversations.keys()].toSorted());
      for (const { traces, places } of groups) {
        const prompts = traces.map(({ tokens, promptTokens, images, promptImages }) => ({
          tokens: tokens.slice(0, promptTokens),
          images: images.slice(0, promptImages),
        }));
        for (const [at, { tokens, own, promptTokens, promptImages, images }] of traces.entries()) {
          const before = conversations[places[at] ?? -1];
          expect(tokens).toBe(before?.tokens);
          expect(images).toBe(before?.images);
          expect(own.slice(1)).toEqual(before?.own.slice(1));
          expect(own.slice(0, promptTokens)).not.toContain(true);
          expect(prompts[at]).toEqual(prompts[0]);
          const visual = prompts[0]?.tokens.filter((token) => token === PLACE).length;
          if (traces.length > 1) {
            expect(visual).toBe(images.slice(0, promptImages).flatMap(reader.tokens).length);
            expect(tokens[promptTokens - 1]).not.toBe(PLACE);
          }
        }
      }
    }),
    { seed: 1, numRuns: 500 },
  );
});
