/** Requests as the tokens and pictures that a model folder reads; what it cannot read becomes a failure. */
import {
  type Model,
  type Picture,
  type PictureReader,
  readPrompt,
  type Sampling,
  SamplingSchema,
  TOO_LONG,
} from "../engine/index.ts";
import { InputError } from "../errors.ts";
import { checkInput } from "../json.ts";
import { decodeImage, type Raster } from "../pixels/index.ts";
import { chatOf } from "./local-chat.ts";
import type { Wanted } from "./local-contract.ts";
import type { Failure, ImagePart } from "./provider.ts";

export interface Prompt {
  /** Equal for equal prompts. */
  readonly key: string;
  readonly tokens: readonly number[];
  readonly images: readonly Picture[];
  readonly sampling: Sampling;
}

type ReadPrompt = (
  wanted: Pick<Wanted, "messages" | "tools" | "sampling">,
) => Promise<Prompt | { readonly failure: Failure }>;

/** Each call of what it gives begins a set of requests that are read together: their equal pictures are read once. */
export function promptReader(model: Model): () => ReadPrompt {
  const clean = textCleaner(model);
  return () => {
    const rasters = new Map<string, Promise<Raster>>();
    const rasterOf = ({ hash, bytes }: ImagePart): Promise<Raster> => {
      const raster = rasters.get(hash) ?? decodeImage({ bytes, name: `picture ${hash}` });
      rasters.set(hash, raster);
      return raster;
    };
    const pictures = remembering(model.architecture.pictures);
    const reader = { ...model, architecture: { ...model.architecture, pictures } };
    return async (wanted) => {
      try {
        const sampling = samplingOf(wanted.sampling, model.generation);
        const { chat, images } = chatOf(wanted, clean);
        const read = readPrompt(reader, chat, await Promise.all(images.map(rasterOf)));
        const key = JSON.stringify([read.tokens, images.map(({ hash }) => hash)]);
        return { key, tokens: read.tokens, images: read.images, sampling };
      } catch (cause) {
        if (cause instanceof InputError) return { failure: failureOf(cause) };
        throw cause;
      }
    };
  };
}

/** The reader, which gives the same picture for the same raster: the vision tower then sees it once. */
function remembering(pictures: PictureReader): PictureReader {
  const known = new Map<Raster, ReturnType<PictureReader["read"]>>();
  return {
    ...pictures,
    read: (raster, file) => {
      const picture = known.get(raster) ?? pictures.read(raster, file);
      known.set(raster, picture);
      return picture;
    },
  };
}

/** What a request leaves open is as the folder's makers decode: `generation_config.json`, in transformers' meaning. */
function samplingOf({ temperature, topP }: Wanted["sampling"], own: Model["generation"]): Sampling {
  const wanted = {
    temperature: temperature ?? (own.sample === true ? (own.temperature ?? 1) : 0),
    topP: topP ?? own.topP ?? 1,
    topK: own.topK ?? 0,
    repetitionPenalty: own.repetitionPenalty ?? 1,
  };
  return checkInput(SamplingSchema, wanted, "request", "sampling");
}

const failureOf = ({ fault, message }: InputError): Failure => ({
  kind: fault.at === TOO_LONG ? "too-large" : "invalid-request",
  message: message.slice(0, 500),
});

/**
 * Takes the tokens that make up the template (pictures, turns) out of a text, so that neither a question nor an earlier
 * reply can pass for them: a space after the first character leaves them plain text.
 */
export function textCleaner({
  tokenizer,
  template,
  generation,
  architecture,
}: Pick<Model, "tokenizer" | "template" | "generation" | "architecture">): (text: string) => string {
  const rendered = template.render(
    { messages: [{ role: "user", content: "?" }] },
    { addGenerationPrompt: true },
  );
  const turns = tokenizer.encode(rendered).filter((id) => tokenizer.specialIds.has(id));
  const ids = new Set([...turns, ...generation.eos, ...architecture.pictures.reserved]);
  const names = [...ids].map((id) => tokenizer.decode([id])).filter((name) => name !== "");
  return (text) =>
    names.reduce((done, name) => done.replaceAll(name, `${name.slice(0, 1)} ${name.slice(1)}`), text);
}
