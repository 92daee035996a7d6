/** What goes wrong between here and a model, as one kind of error that holds neither keys nor pictures. */
import { z } from "zod";
import type { Redact } from "./keys.ts";
import { type FailureKind, ProviderError } from "./provider.ts";
import { retryAfterMs } from "./retry-after.ts";

const LONGEST_MESSAGE = 500;

/** An `APICallError` of the AI SDK. Only its shape is asked for, since a second copy of the package has another class. */
const ApiCallErrorSchema = z.object({
  name: z.literal("AI_APICallError"),
  message: z.string(),
  statusCode: z.number().optional(),
  responseHeaders: z.record(z.string(), z.string()).optional(),
  /** Text; or the parsed reply, where the client finds a failure within a reply of status 200. */
  responseBody: z.union([z.string(), z.looseObject({ error: z.unknown().optional() })]).optional(),
  cause: z.unknown().optional(),
});
type ApiCallError = z.infer<typeof ApiCallErrorSchema>;

/**
 * An error of a client as a {@link ProviderError}; one that is a mistake in this program as a plain `Error`. The
 * original is not kept as its cause: it holds the request with its headers and pictures.
 */
export function toProviderError(
  error: unknown,
  redact: Redact,
  signal?: AbortSignal,
  nowMs: number = Date.now(),
): Error {
  if (error instanceof ProviderError) return error;
  if (signal?.aborted === true) return abortError(signal);
  const api = ApiCallErrorSchema.safeParse(error);
  if (api.success) return fromApiCall(api.data, redact, nowMs);
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const message = shorten(redact(text));
  const kind = kindOfOther(error);
  return kind === undefined ? new Error(message) : new ProviderError({ kind, message });
}

/** The error of a request that was given up; a signal may carry its own, as the one of a time-out does. */
export function abortError(signal: AbortSignal): ProviderError {
  if (signal.reason instanceof ProviderError) return signal.reason;
  return new ProviderError({ kind: "aborted", message: "the request was given up" });
}

function fromApiCall(error: ApiCallError, redact: Redact, nowMs: number): ProviderError {
  const kind = kindOfApiCall(error);
  // The client makes a status up for a failure within a good reply.
  const status = typeof error.responseBody === "object" ? 200 : error.statusCode;
  const wait = retryAfterMs(error.responseHeaders ?? {}, nowMs);
  return new ProviderError({
    kind,
    message: shorten(redact(messageOf(error, kind))),
    ...(status !== undefined && { status }),
    ...(wait !== undefined && { retryAfterMs: wait }),
  });
}

/** Of a refused key the server's own words are not used: they may quote a part of it. */
function messageOf({ message, statusCode, responseBody }: ApiCallError, kind: FailureKind): string {
  if (kind === "auth") return `the server refused the key or the account (status ${statusCode ?? "unknown"})`;
  if (kind === "garbled") return `the server's reply could not be read: ${message}`;
  // Where the body has not the expected form, the message is only the name of the status.
  const body = typeof responseBody === "string" ? responseBody : "";
  return body === "" || body.includes(message) ? message : `${message}: ${body}`;
}

const TOO_LARGE =
  /too large|too many (image|pixel|token)|context.?length|maximum context|prompt is too long|(image|payload|request).{0,40}exceeds|exceeds.{0,40}(size|pixel|token)/i;

const KINDS_OF_STATUS: Readonly<Record<number, FailureKind>> = {
  401: "auth",
  402: "auth",
  403: "auth",
  408: "timeout",
  409: "server",
  413: "too-large",
  429: "rate-limit",
  504: "timeout",
  529: "rate-limit", // Anthropic: overloaded
};

function kindOfApiCall({ statusCode: status, message, responseBody = "", cause }: ApiCallError): FailureKind {
  if (status === undefined) return "network";
  if (typeof responseBody === "object") return responseBody.error == null ? "garbled" : "server";
  if (status < 300) return isNetworkError(cause) ? "network" : "garbled";
  // An empty account gets 429 too, and no waiting helps.
  if (status === 429 && responseBody.includes("insufficient_quota")) return "auth";
  const known = KINDS_OF_STATUS[status] ?? (status >= 500 ? "server" : undefined);
  return known ?? (TOO_LARGE.test(`${message} ${responseBody}`) ? "too-large" : "invalid-request");
}

/** Names of errors in the AI SDK that mean: what the server sent makes no sense. */
const GARBLED =
  /^AI_(InvalidResponseData|JSONParse|TypeValidation|NoContentGenerated|EmptyResponseBody|NoOutputGenerated)Error$/;

function kindOfOther(error: unknown): FailureKind | undefined {
  if (isNetworkError(error)) return "network";
  if (!(error instanceof Error)) return undefined;
  if (GARBLED.test(error.name)) return "garbled";
  return error.name.startsWith("AI_") ? "invalid-request" : undefined;
}

/** The connection ended within the body ("terminated" in undici's words). */
function isNetworkError(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code: unknown = Reflect.get(cause, "code");
  if (
    /^(terminated|fetch failed)$/.test(cause.message) ||
    (typeof code === "string" && /^(UND_ERR|E[A-Z]+)/.test(code))
  )
    return true;
  return isNetworkError(cause.cause);
}

function shorten(message: string): string {
  const line = message.replaceAll(/\s+/g, " ").trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE - 3)}...` : line;
}
