/**
 * The English and French words by which an answer's wording is read, lower case, without accents. French elisions are
 * words of their own (`n'`, `l'`), and so is `'s`.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const ARTICLES = words("a an the le la les l' un une des du");

/** Words that may stand between a cue and what it points at. */
export const FILLERS = words(`
  is are be was 's would will must should has have to being been the a la le les l' option options choice letter number
  clearly definitely probably most likely certainly surely obviously therefore thus indeed in fact simply just only
  that it this with for as say my i correct right best est sont etait serait doit etre c' ce lettre proposition
  donc bien clairement sans doute probablement certainement la bonne correcte numero plutot on final one
  however though then now cependant without doubt any question
  exactly about approximately around roughly nearly almost environ total of de a
`);

/** Nouns and verbs that announce a decision. */
export const STRONG_CUES = words(`
  answer answers solution conclusion guess pick picked choose chose chosen choosing select selected selecting opt
  go going vote reponse choix choisis choisir choisirais selectionne opte prends retiens conclude
  wait actually correction finally sorry finalement fait
`);

/** Words that announce a decision only next to what they point at. */
export const MEDIUM_CUES = words(
  "so therefore thus hence donc ainsi is be 's est etre serait maybe perhaps possibly alors must",
);

/** Words of a guess. */
export const HEDGES = words("maybe perhaps possibly might could may pourrait peut");

/** A choice followed by one of these (and auxiliaries) is decided for. */
export const APPROVALS = words(`
  correct right answer best true accurate fits matches works correcte exact exacte juste bonne bon reponse vrai vraie
  convient correspond
`);

/** Words that may stand between a choice and what is said of it. */
export const AUXILIARIES = words(`
  is are was were be been being 's can could would must should does do did seems seem looks look appears clearly
  definitely obviously probably also both the a my most only very option choice one that which seule seul est sont etait ne n' peut semble parait clairement
  etre la le l' une un
`);

/** Words that deny what follows them. */
export const DENIALS = words(`
  not no never neither nor cannot isn't wasn't aren't can't couldn't doesn't don't won't wouldn't shouldn't unlike
  than except excluding excludes exclude excluded eliminate eliminates eliminated eliminating reject rejected rejecting doubt
  discard pas ne n' ni jamais non aucun sauf hors elimine eliminer exclure exclut exclus rejette ecarte
`);

/** What is said of a choice that is out. */
export const REJECTIONS = words(`
  not wrong incorrect false impossible unlikely excluded eliminated cannot can't isn't wasn't doesn't don't couldn't won't
  wouldn't pas fausse faux incorrecte exclue exclu eliminee elimine
`);

/** Words that begin a new thought: a denial before them does not reach what follows. */
export const TURNS = words(
  "but mais so donc because since car parce puisque therefore thus hence rather instead however",
);

/** Words that make what follows them a mere supposition. */
export const SUPPOSITIONS = words("whether if unless suppose supposing si were");

/** Words that join alternatives. */
export const JOINTS = words("or and ou et nor ni soit versus vs");

/** What a letter may be called. */
export const CHOICE_NOUNS = words("option choice letter lettre choix");

/** After a capital A or I, these show that it is a letter and not the word. */
export const AFTER_LETTER = words(`
  because since as but not and or is was are 's fits matches works seems rather instead over with due given et ou mais
  est parce puisque convient correspond ni nor than isn't cannot can't doesn't looks here obviously clearly please
`);

/** After "A car" these show that "car" is French for because. */
export const FRENCH_SUBJECTS = words("il elle on ils elles le la les l' c' ce je cela un une son sa");

/** A letter after one of these names a thing, not a choice. */
export const NAMING_NOUNS = words(`
  vitamin vitamine plan panel panels page figure fig point points hepatitis mr mrs type group grade level section case
  vignette character personnage planche scene row column team block step chapter image picture person
`);

/** Words that say nothing by themselves at the start of an answer. */
export const LEAD_INS = words(`
  it he she they this that is are was 's c' ce est the a i think believe guess say would answer reponse final my
  in dans panel character personnage il elle ils elles sont on je pense crois que qu' man woman looks like seems
  definitely probably clearly yes
`);

/** Options of one such word count only at the start of an answer or behind a cue. */
export const COMMON_WORDS = words(`
  yes no oui non none both neither all some true false vrai faux same other up down in on at left right answer option
  choice letter here there
`);

const REFUSAL =
  /\b(?:cannot|can't|could not|couldn't|unable to|impossible to|not possible to|not able to) (?:be )?(?:determine|tell|answer|say|see|identify|know|judge|view|count|help|provide|process|assist)|\b(?:don't|do not) (?:know|see|have enough)|\bnot (?:sure|enough information|certain|clear)|\bas an ai\b|\bno idea\b|\bne (?:sais|peux|vois) pas\b|\bimpossible (?:de|a) (?:dire|determiner|savoir|repondre|compter)|\baucune idee\b|\bpas (?:sur|certain|assez)\b|\bunanswerable\b|\bi refuse\b/;

/** True when a text (lower case, no accents) says that it cannot or will not answer. */
export const refuses = (text: string): boolean => REFUSAL.test(text);

/** Lower case, accents removed. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae");
}

/** "The correct one is", "la bonne est": with a choice noun or a form of "be" these announce a decision. */
export const QUALIFIERS = words("correct right best correcte bonne juste final finale");
