/** What a question form of Panel Understanding is, and how characters are named in questions and answers. */
import type { PageView, PanelView } from "../../comics/index.ts";
import type { Box } from "../../geometry/index.ts";
import type { Character } from "../../records/index.ts";

/** One question about a panel, the panel's name still open. */
export interface Asked {
  /** The question; `{panel}` stands where the position phrase goes. */
  readonly ask: string;
  /** The answer to print, and other wordings that are right. */
  readonly answer: { readonly text: string; readonly also: readonly string[] };
  /** What the question is about: boxes, and ids of the annotations. */
  readonly about: readonly { readonly id: string; readonly box: Box }[];
}

/** Everything that a form may look at. */
export interface FormInput {
  readonly view: PageView;
  readonly panel: PanelView;
}

export interface PanelForm<Id extends string = string> {
  readonly id: Id;
  /** All questions of this form that a panel gives; none where its annotations do not say enough. */
  ask(input: FormInput): readonly Asked[];
}

/** What to call a character in a question: what it looks like where that is known, else its name. */
export const referTo = ({ looks, name }: Character): string | undefined => looks ?? name;

/** A character as an answer: any of its wordings. */
export function nameAnswer(character: Character): Asked["answer"] | undefined {
  const text = referTo(character);
  if (text === undefined) return undefined;
  const { name } = character;
  return { text, also: name === undefined || name === text ? [] : [name] };
}

/** Characters of a panel that a question can name without doubt: each wording stands for one figure only. */
export function nameable(panel: PanelView): readonly Character[] {
  const count = new Map<string, number>();
  for (const wording of panel.characters.map(referTo)) {
    if (wording !== undefined) count.set(wording, (count.get(wording) ?? 0) + 1);
  }
  return panel.characters.filter((character) => count.get(referTo(character) ?? "") === 1);
}

/** True when nobody in the panel is without a name, so that "who" has one answer. */
export const isCastKnown = ({ characters }: PanelView): boolean =>
  characters.length > 0 && nameableCount(characters) === characters.length;

const nameableCount = (characters: readonly Character[]): number =>
  characters.filter((character) => referTo(character) !== undefined).length;

/** The only element of a list, or undefined when there are none or several. */
export const onlyOne = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

/** A small number as an answer, in digits and as a word. */
export const countAnswer = (count: number): Asked["answer"] => ({ text: String(count), also: [] });

/** A question answered by naming one character, told by `evidence` as well; none when it has no wording. */
export function askWho(
  ask: string,
  character: Character | undefined,
  evidence: Asked["about"] = [],
): readonly Asked[] {
  const answer = character === undefined ? undefined : nameAnswer(character);
  if (character === undefined || answer === undefined) return [];
  return [{ ask, answer, about: [character, ...evidence] }];
}

/** True when a text holds a letter or a digit: what is left of it when answers are compared. */
export const hasWords = (text: string | undefined): boolean => /[\p{L}\p{N}]/u.test(text ?? "");
