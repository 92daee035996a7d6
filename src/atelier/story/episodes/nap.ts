import { act, type Episode, onTheRoad, says, shouts } from "../beat.ts";
import { INSIDE, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** Nobody wakes anybody. */
export const NAP: Episode = {
  memory: { en: "the nap", fr: "la sieste" },
  settings: [...WILD, ...INSIDE, ...WATER, "cave"],
  beats: [
    onTheRoad(
      [act("A", ["sitting"], ["sad", "calm"]), act("B", ["walking", "standing"], ["calm"])],
      [
        says("A", "I only close one eye. {count} minutes.", "Je ferme un œil. {count} minutes."),
        says("B", "I will wake you.", "Je te réveillerai."),
      ],
      {
        or: [
          [
            says("B", "You look tired. Shall I wake you?", "Tu bâilles. Je te réveillerai ?"),
            says("A", "In {count} minutes. I close one eye.", "Dans {count} minutes. Je ferme un œil."),
          ],
          [
            says("A", "My legs say no. A short nap?", "Mes jambes en ont assez. On dort ?"),
            says("B", "You nap, and I keep watch.", "Fais ta sieste, je monte la garde."),
          ],
          [
            says("B", "I keep watch. Give your legs a nap.", "Je monte la garde. Une sieste ?"),
            says("A", "You do? A short one, say my legs.", "Oh oui, une petite, pour mes jambes."),
          ],
          [
            says("A", "Sit down, {B}. We have time.", "Assieds-toi, {B}. On a le temps."),
            says("B", "Time, yes. But not to snore!", "Le temps, oui. Mais sans ronfler !"),
          ],
          [
            says("B", "You snore with open eyes, {A}.", "Tu ronfles les yeux ouverts, {A}."),
            says("A", "We have time. Sit down and snore!", "On a le temps. Assieds-toi donc !"),
          ],
          [
            says("B", "I will wake you.", "Je te réveillerai."),
            says("A", "I only close one eye. {count} minutes.", "Je ferme un œil. {count} minutes."),
          ],
          [
            says("A", "We have time. Sit down and snore!", "On a le temps. Assieds-toi donc !"),
            says("B", "You snore with open eyes, {A}.", "Tu ronfles les yeux ouverts, {A}."),
          ],
        ],
      },
    ),
    onTheRoad([act("A", ["sleeping"], ["calm"]), act("B", ["sleeping"], ["calm"])], [], {
      sounds: texts("Zzz...", "Zzz...", "Snore!", "Rrron !"),
      tells: texts(
        "{count} minutes later, nobody wakes anybody.",
        "{count} minutes plus tard, personne ne réveille personne.",
      ),
    }),
    onTheRoad(
      [
        act("A", ["jumping", "standing"], ["surprised", "angry"]),
        act("B", ["sitting"], ["afraid", "surprised"]),
      ],
      [
        shouts("A", "It is {now}! Why did you not wake me?", "Il est {now} ! Et le réveil ?"),
        says("B", "I closed the other eye.", "J'ai fermé l'autre œil."),
      ],
      {
        or: [
          [
            says("B", "I closed the other eye. Is it late?", "J'ai fermé l'autre œil. Il est tard ?"),
            shouts("A", "It is {now}! Why did nobody wake me?", "Il est {now} ! Et le réveil, alors ?"),
          ],
          [
            shouts("A", "Up, {B}! You kept watch, did you?", "Debout, {B} ! Et tu montais la garde ?"),
            says("B", "I did! In my dream.", "Bien sûr ! Dans mon rêve."),
          ],
          [
            says("B", "I kept watch... in my dream...", "Je montais la garde... en rêve..."),
            shouts("A", "Did you? Up, {B}, up!", "En rêve ? Debout, {B}, debout !"),
          ],
          [
            says("A", "How long did we snore?", "On a ronflé combien de temps ?"),
            says("B", "Only you snored. I was listening.", "Toi, tu ronflais. Moi, j'écoutais."),
          ],
          [
            says("B", "You snored. I was listening.", "Tu ronflais. Et moi, j'écoutais."),
            says("A", "And how long did you listen?", "Et tu écoutes depuis longtemps ?"),
          ],
          [
            says("B", "I closed the other eye.", "J'ai fermé l'autre œil."),
            shouts("A", "It is {now}! Why did you not wake me?", "Il est {now} ! Et le réveil ?"),
          ],
        ],
      },
    ),
  ],
};
