/** From a live state to the request that goes to the model: the pictures are painted here, and their hashes kept. */
import type { Message, Part, Request } from "../providers/index.ts";
import { type PictureSpec, pictureKey } from "./picture.ts";
import type { Picture, Pictures } from "./pictures.ts";
import { dialectNamed, type EpisodeState, occasionOf, picturesIn, type Turn } from "./state.ts";

export interface Prepared {
  /** The state with the hashes of all pictures that the request holds. */
  readonly state: EpisodeState;
  readonly request: Request;
}

/** The request for the model's next reply. A page file that is missing or damaged is an `InputError`. */
export async function prepare(state: EpisodeState, pictures: Pictures): Promise<Prepared> {
  const { question, plan, turns } = state;
  const specs = new Map(turns.flatMap(picturesIn).map((spec) => [pictureKey(spec), spec]));
  const painted = new Map<string, Picture>();
  for (const [key, spec] of specs)
    painted.set(key, await pictures.paint(question, spec, plan.settings.encoding));
  const hashes = Object.fromEntries([...painted].map(([key, { hash }]) => [key, hash]));
  const request: Request = {
    messages: turns.map((turn) => messageOf(turn, painted)),
    tools: dialectNamed(state.plan.dialect).tools(occasionOf(question, plan)),
    sampling: plan.settings.sampling,
    subject: { questionId: question.id, episodeId: plan.id, sample: plan.sample, mode: plan.mode },
  };
  return { state: { ...state, hashes }, request };
}

function messageOf(turn: Turn, painted: ReadonlyMap<string, Picture>): Message {
  switch (turn.role) {
    case "system":
    case "tool":
      return turn;
    case "assistant": {
      const { text, reasoning, calls } = turn.reply;
      return { role: "assistant", text, ...(reasoning === undefined ? {} : { reasoning }), calls };
    }
    case "user":
      return { role: "user", parts: turn.parts.map((part) => partOf(part, painted)) };
  }
}

function partOf(part: string | PictureSpec, painted: ReadonlyMap<string, Picture>): Part {
  if (typeof part === "string") return { type: "text", text: part };
  const picture = painted.get(pictureKey(part));
  if (picture === undefined) throw new Error(`prepare: expected a painted picture for ${pictureKey(part)}`);
  return { type: "image", ...picture, shows: { content: part.content, box: part.box } };
}
