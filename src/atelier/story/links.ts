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
);

/** The first words of a later scene. */
export const ARRIVALS = texts(
  "{now}, {in.here}.",
  "{now}, {in.here}.",
  "An hour later, {in.here}. {now}.",
  "Une heure après, {in.here}. {now}.",
  "{now}. After {before}, {the.here}.",
  "{now}. Après {before}, {the.here}.",
);

/** The last words of a scene, whose next one is on the way to the goal. */
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
);

/** The same where the next one is the goal itself. */
export const LAST_DEPARTURES = texts(
  "Now {to.next}!",
  "Maintenant, {to.next} !",
  "There it is: {the.next}!",
  "Voilà enfin {the.next} !",
  "Only {the.next} is left.",
  "Il ne reste que {the.next}.",
);
