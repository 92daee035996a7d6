/**
 * Google's generateContent (Gemini API, v1beta), from `google-prompt.ts` of `@ai-sdk/google` and the documented rules:
 * a call turn follows a user turn and is answered by as many responses as it has calls.
 */
import { z } from "zod";
import { readImage } from "./images.ts";
import {
  type Conversation,
  demand,
  joined,
  type Limits,
  type Protocol,
  parseStrictly,
  type SeenTurn,
} from "./protocol.ts";

const text = z.strictObject({ text: z.string(), thoughtSignature: z.string().optional() });
const inlineData = z.strictObject({
  inlineData: z.strictObject({ mimeType: z.string(), data: z.string() }),
});
const functionCall = z.strictObject({
  functionCall: z.strictObject({
    id: z.string().optional(),
    name: z.string(),
    args: z.record(z.string(), z.unknown()),
  }),
  thoughtSignature: z.string().optional(),
});
const functionResponse = z.strictObject({
  functionResponse: z.strictObject({
    id: z.string().optional(),
    name: z.string(),
    response: z.record(z.string(), z.unknown()),
  }),
});
const content = z.discriminatedUnion("role", [
  z.strictObject({
    role: z.literal("user"),
    parts: z.array(z.union([text, inlineData, functionResponse])).min(1),
  }),
  z.strictObject({ role: z.literal("model"), parts: z.array(z.union([text, functionCall])).min(1) }),
]);
type Content = z.infer<typeof content>;
type Part = Content["parts"][number];

const body = z.strictObject({
  contents: z.array(content).min(1),
  systemInstruction: z
    .strictObject({ parts: z.array(z.strictObject({ text: z.string() })).min(1) })
    .optional(),
  generationConfig: z
    .strictObject({
      maxOutputTokens: z.int().positive().optional(),
      temperature: z.number().min(0).max(2).optional(),
      topP: z.number().min(0).max(1).optional(),
      topK: z.int().optional(),
      stopSequences: z.array(z.string()).max(5).optional(),
      seed: z.int().optional(),
      responseMimeType: z.enum(["text/plain", "application/json"]).optional(),
      responseSchema: z.looseObject({}).optional(),
      responseJsonSchema: z.looseObject({}).optional(),
      thinkingConfig: z.looseObject({}).optional(),
    })
    .optional(),
  tools: z
    .array(
      z.strictObject({
        functionDeclarations: z.array(
          z.strictObject({
            name: z.string().regex(/^[A-Za-z_][\w.-]{0,63}$/),
            description: z.string(),
            parameters: z.looseObject({}).optional(),
            parametersJsonSchema: z.looseObject({}).optional(),
          }),
        ),
      }),
    )
    .optional(),
  toolConfig: z.looseObject({}).optional(),
  safetySettings: z.array(z.looseObject({})).optional(),
});

const PATH = /^\/v1beta\/models\/([^/:]+):generateContent$/;
const FINISH = { stop: "STOP", length: "MAX_TOKENS", refusal: "SAFETY" } as const;

export const generateContent: Protocol = {
  name: "generate-content",
  base: "/v1beta",
  path: PATH,
  key: (headers) => headers["x-goog-api-key"]?.toString(),
  read: (request, limits) => {
    const {
      contents,
      systemInstruction,
      tools = [],
      generationConfig = {},
    } = parseStrictly(body, request.body);
    const model = PATH.exec(request.path)?.[1] ?? "";
    checkOrder(contents, model);
    const system = joined((systemInstruction?.parts ?? []).map((part) => part.text));
    const turns = contents.flatMap((turn) => toTurns(turn, limits));
    return {
      model,
      turns: system === "" ? turns : [{ role: "system", text: system, images: [], calls: [] }, ...turns],
      tools: tools.flatMap(({ functionDeclarations }) => functionDeclarations.map(({ name }) => name)),
      structured: generationConfig.responseMimeType === "application/json",
    } satisfies Conversation;
  },
  reply: ({ text: said, calls = [], finish = "stop" }, { model, serial, inputTokens, outputTokens }) => ({
    candidates: [
      {
        content: {
          role: "model",
          parts: [
            ...(said === "" ? [] : [{ text: said }]),
            ...calls.map(({ name, input }) => ({
              functionCall: { name, args: input },
              thoughtSignature: `signature-${serial}`,
            })),
          ],
        },
        finishReason: FINISH[finish],
        index: 0,
      },
    ],
    usageMetadata: {
      promptTokenCount: inputTokens,
      candidatesTokenCount: outputTokens,
      totalTokenCount: inputTokens + outputTokens,
    },
    modelVersion: model,
    responseId: `response-${serial}`,
  }),
  error: (status, message) => ({
    error: { code: status, message, status: status === 429 ? "RESOURCE_EXHAUSTED" : "INVALID_ARGUMENT" },
  }),
};

const isCall = (part: Part) => "functionCall" in part;
const isResponse = (part: Part) => "functionResponse" in part;

function checkOrder(contents: readonly Content[], model: string): void {
  demand(contents[0]?.role === "user", "Please ensure that the first content has the role 'user'.");
  demand(contents.at(-1)?.role === "user", "Please ensure that the last content has the role 'user'.");
  for (const [index, { parts }] of contents.entries()) {
    const calls = parts.filter(isCall).length;
    const next = contents[index + 1]?.parts ?? [];
    demand(
      calls === 0 || next.filter(isResponse).length === calls,
      "Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.",
    );
    const before = contents[index - 1]?.parts ?? [];
    demand(
      !parts.some(isResponse) || before.some(isCall),
      "Please ensure that function response turn comes immediately after a function call turn.",
    );
    const unsigned = parts.find(isCall);
    demand(
      unsigned === undefined || !model.startsWith("gemini-3") || "thoughtSignature" in unsigned,
      "Function call is missing a thought_signature in functionCall parts.",
    );
  }
}

function toTurns({ role, parts }: Content, limits: Limits): SeenTurn[] {
  const results = parts.flatMap((part): SeenTurn[] => {
    if (!("functionResponse" in part)) return [];
    return [{ role: "tool", text: JSON.stringify(part.functionResponse.response), images: [], calls: [] }];
  });
  const rest: SeenTurn = {
    role: role === "model" ? "assistant" : "user",
    text: joined(parts.flatMap((part) => ("text" in part ? [part.text] : []))),
    images: parts.flatMap((part) =>
      "inlineData" in part ? [readImage(part.inlineData.mimeType, part.inlineData.data, limits)] : [],
    ),
    calls: parts.flatMap((part) =>
      "functionCall" in part
        ? [{ id: part.functionCall.id ?? "", name: part.functionCall.name, input: part.functionCall.args }]
        : [],
    ),
  };
  return parts.length > results.length ? [...results, rest] : results;
}
