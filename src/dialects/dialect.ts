/** What a dialect is: how a model is asked, and how its reply is read. Dialects know nothing of pages or pixels. */
import type { Box, Frame, Size } from "../geometry/index.ts";
import type { CallFault, CallPolicy, Gold } from "../records/index.ts";
import type { ParsingRule, ReplyRemark } from "./rules.ts";

/** The parts of a provider's reply that carry meaning. */
export interface ReplyText {
  readonly text: string;
  readonly reasoning?: string | undefined;
  /** Calls through the interface. */
  readonly calls: readonly ReplyCall[];
}

export interface ReplyCall {
  readonly id: string;
  readonly name: string;
  /** The arguments, unchecked; text where they were no JSON. */
  readonly input: unknown;
}

interface CallHead {
  /** The call as it was written, at most {@link MAX_CALL_CHARACTERS}. */
  readonly raw: string;
  /** "" where none could be read. */
  readonly name: string;
  /** Of a native call. */
  readonly id?: string | undefined;
}

/** A zoom call that can be run: `box` is in the model's frame, x1 < x2 and y1 < y2, unclamped. */
export interface ZoomCall extends CallHead {
  readonly box: Box;
  readonly label?: string | undefined;
}

export interface FaultyCall extends CallHead {
  readonly fault: { readonly kind: CallFault; readonly message: string };
}

export type ReadCall = ZoomCall | FaultyCall;

/** What a reply says. An answer ends the episode whatever else stands beside it. */
export interface ReadReply {
  readonly thinking?: string;
  /** In the order in which they were written. */
  readonly calls: readonly ReadCall[];
  /** Trimmed, never empty. */
  readonly answer?: string;
  /** In order of first appearance, without repeats. */
  readonly notes: readonly (ParsingRule | ReplyRemark)[];
}

/** Equal to `ToolSpec` of the providers. */
export interface ToolText {
  readonly name: string;
  readonly description: string;
  /** JSON schema of the arguments. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What the prompt may have to say about the question and the picture. */
export interface Occasion {
  readonly answer: Gold["type"];
  /** Empty unless the answer is a choice. */
  readonly choices: readonly string[];
  /** Whether the zoom tool is offered. */
  readonly zoom: boolean;
  readonly frame: Frame;
  /** The page as stored, px. */
  readonly page: Size;
  /** Most replies, the last answer included. */
  readonly maxTurns: number;
}

/** A user turn that brings crops. */
export interface CropTurn {
  /** What each of them shows. */
  readonly asked: readonly string[];
  /** Replies that the model has left. */
  readonly left: number;
  /** The question in words, without choices and instruction. */
  readonly question: string;
  readonly occasion: Occasion;
}

/** What a model does in one reply; boxes in its own frame, written as they are. */
export type Action =
  | {
      readonly do: "zoom";
      readonly calls: readonly { readonly box: Box; readonly label?: string | undefined }[];
    }
  | { readonly do: "answer"; readonly text: string };

export interface Dialect<Id extends string = string> {
  readonly id: Id;
  readonly summary: string;
  /** Whether tools are called through the interface of the provider or written into the text. */
  readonly calls: "native" | "text";
  /** Which of several calls are run unless the run says otherwise. */
  readonly policy: CallPolicy;
  readonly rules: ReadonlySet<ParsingRule>;
  /** The system prompt; undefined for none. */
  system(occasion: Occasion): string | undefined;
  /** Tools for the interface; empty for dialects that describe them in the text. */
  tools(occasion: Occasion): readonly ToolText[];
  /** Stands after the question. */
  instruction(occasion: Occasion): string;
  /** What stands before and after the crops of one user turn. */
  framing(turn: CropTurn): { readonly before: string; readonly after: string };
  /** The user turn for calls that failed, when nothing else is shown. */
  faultText(messages: readonly string[], left: number): string;
  read(reply: ReplyText): ReadReply;
  /** The reply of a model that speaks the dialect well; `read` gives the action back. */
  write(action: Action, thinking?: string): ReplyText;
}

/** A longer call is a fault: nobody needs more for four numbers and a label. */
export const MAX_CALL_CHARACTERS = 4000;
/** Of a reply; the rest is not read. */
export const MAX_REPLY_CHARACTERS = 200_000;
