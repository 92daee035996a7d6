/** What both sides ask: the same questions, each with a picture of about 100 KB. */
import { createHash } from "node:crypto";
import { beginEpisode, type Pictures, prepare } from "../../src/episodes/index.ts";
import { encodeJpeg } from "../../src/pixels/index.ts";
import type { Provider, Request } from "../../src/providers/index.ts";
import { seeded } from "../../src/random.ts";
import type { Question } from "../../src/records/index.ts";
import { SAMPLE_PAGE, sampleQuestions } from "../../src/report/fixtures/sample-questions.ts";

export const CONCURRENCY = 256;
/** Of each reply, ms. */
export const LATENCY = 100;
/** Pages of the paper's benchmark. */
const PAGES = 282;
/** Side of a square of one colour, px: with it a page weighs about 100 KB as JPEG. */
const GRAIN = 44;

/**
 * Page after page and round again, so that every picture is in memory early and what grows later is not pictures. Each
 * question says its number: of two that ask the same, the reply cache would answer the second.
 */
export function workloadQuestions(count: number): Question[] {
  const perPage = Math.ceil(count / PAGES);
  const questions = [...sampleQuestions(PAGES, perPage)];
  const rounds = Array.from({ length: perPage }, (_, round) =>
    questions.filter((_question, index) => index % perPage === round),
  );
  return rounds
    .flat()
    .slice(0, count)
    .map((question, at) => ({
      ...question,
      prompt: [...question.prompt, { type: "text", text: `(Question ${at + 1}.)` }],
    }));
}

/** A picture a page, painted beforehand: drawing is measured elsewhere (`npm run bench -- resample`). */
export async function workloadPictures(): Promise<Pictures> {
  const bytes = await encodeJpeg(noisePage());
  const made = new Map<string, ReturnType<typeof pictureOf>>();
  return {
    paint: async ({ page }) => {
      const known = made.get(page.id) ?? pictureOf(bytes, page.id);
      made.set(page.id, known);
      return known;
    },
  };
}

function noisePage() {
  const { width, height } = SAMPLE_PAGE;
  const random = seeded("bench");
  const columns = Math.ceil(width / GRAIN);
  const cells = Uint8Array.from({ length: columns * Math.ceil(height / GRAIN) * 3 }, () => random.int(256));
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < data.length; at++) {
    const [channel, x, y] = [at % 3, Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const cell = Math.floor(y / GRAIN) * columns + Math.floor(x / GRAIN);
    data[at] = cells[cell * 3 + channel] ?? 0;
  }
  return { width, height, data };
}

/** The same pixels with another ending, which decoders skip: pages differ, and none has to be encoded. */
function pictureOf(jpeg: Uint8Array, page: string) {
  const bytes = new Uint8Array(Buffer.concat([jpeg, Buffer.from(page)]));
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { hash, ...SAMPLE_PAGE, mediaType: "image/jpeg", bytes } as const;
}

/** The requests that the harness sends for these questions. */
export async function workloadRequests(
  provider: Provider,
  questions: readonly Question[],
  pictures: Pictures,
): Promise<Request[]> {
  const requests: Request[] = [];
  for (const question of questions) {
    const state = beginEpisode(provider, question, { mode: "page", harness: "bench" });
    requests.push((await prepare(state, pictures)).request);
  }
  return requests;
}
