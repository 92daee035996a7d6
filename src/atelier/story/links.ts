/** What joins scenes whatever they tell: the narrator on time and place, and people on where they go next. */
import { texts } from "./text.ts";

/** The first words of a page. */
export const OPENINGS = texts(
  "{day}, {now}, {in.here}.",
  "{day}, {now}, {in.here}.",
  "{now}, {in.here}.",
  "{now}, {in.here}.",
  "{day}. It is {now} {in.here}.",
  "{day}. Il est {now} {in.here}.",
  "{in.here}, one {day} at {now}.",
  "{in.here}, un {day} à {now}.",
  "{now}. A quiet {day} {in.here}.",
  "{now}. Un {day} tranquille {in.here}.",
  "It is {now}. All is well {in.here}.",
  "Il est {now}. Tout va bien {in.here}.",
);

/** The first words of a later scene. */
export const ARRIVALS = texts(
  "{now}, {in.here}.",
  "{now}, {in.here}.",
  "An hour later, {in.here}. {now}.",
  "Une heure après, {in.here}. {now}.",
  "{now}. After {before}, {the.here}.",
  "{now}. Après {before}, {the.here}.",
  "{in.here}, at {now}.",
  "{in.here}, à {now}.",
  "Now it is {now}. {the.here}.",
  "Il est déjà {now}. {the.here}.",
  "A long way, then {the.here}. {now}.",
  "Longue route, puis {the.here}. {now}.",
  "{before} cost an hour. {now}, {in.here}.",
  "{before} a pris une heure. {now}, {in.here}.",
  "{now}, {in.here}, after {before}.",
  "{now}, {in.here}, après {before}.",
);

/** Somebody's words in the last panel of a scene, whose next one is on the way to the goal. */
export const DEPARTURES = texts(
  "But first {to.next}.",
  "Mais d'abord, {to.next}.",
  "The way leads {to.next}.",
  "Le chemin mène {to.next}.",
  "And now {to.next}.",
  "Et maintenant, {to.next}.",
  "We must pass {the.next}.",
  "Il faut passer par {the.next}.",
  "After {before}, {the.next}...",
  "Après {before}, {the.next}...",
  "Come on, {to.next}!",
  "Allons {to.next} !",
  "Is it far {to.next}?",
  "C'est loin, {the.next} ?",
  "It is not far {to.next}.",
  "Ce n'est pas loin, {the.next}.",
  "I want to be {in.next} soon.",
  "Je veux vite être {in.next}.",
  "I hope it is quiet {in.next}.",
  "J'espère que c'est calme, {in.next}.",
  "Shall we go by {the.next}?",
  "On passe par {the.next} ?",
  "What awaits us {in.next}?",
  "Que va-t-on trouver {in.next} ?",
  "No time to lose: {the.next}!",
  "Pas de temps à perdre : {the.next} !",
);

/** The same where the next one is the goal itself. */
export const LAST_DEPARTURES = texts(
  "Now {to.next}!",
  "Maintenant, {to.next} !",
  "There it is: {the.next}!",
  "Voilà enfin {the.next} !",
  "Only {the.next} is left.",
  "Il ne reste que {the.next}.",
  "Is that {the.next} over there?",
  "C'est {the.next}, là-bas ?",
  "I can see {the.next}!",
  "Je vois {the.next} !",
  "We are nearly there: {the.next}!",
  "On y est presque : {the.next} !",
  "{the.next} will not run away.",
  "Pas de panique : {the.next} nous attend.",
  "Off {to.next}, then we shall see.",
  "Allons {to.next}, et on verra.",
  "Will all go well {in.next}?",
  "Tout ira bien {in.next} ?",
  "What shall we find {in.next}?",
  "Qu'allons-nous trouver {in.next} ?",
  "At last, the way {to.next}.",
  "Enfin, la route de {the.next}.",
);
