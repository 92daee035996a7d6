import type { ReplyText } from "../dialects/index.ts";
import type { Reply } from "../providers/index.ts";

/** What a dialect wrote, as if a model had replied it. */
export const givenReply = ({ text, calls, reasoning }: ReplyText): Reply => ({
  text,
  ...(reasoning === undefined ? {} : { reasoning }),
  calls,
  finish: calls.length > 0 ? "tool-calls" : "stop",
  usage: {},
  latencyMs: 0,
  model: "",
});
