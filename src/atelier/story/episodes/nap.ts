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
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["My eyes are heavy.", "J'ai les yeux lourds."],
              ["One sits here as in a bed.", "On est ici comme au lit."],
              ["{count} minutes are enough.", "{count} minutes suffiront."],
            ),
            says(
              "B",
              ["I am wide awake.", "Je suis bien éveillé{B.e}."],
              ["I never sleep on the way.", "Je ne dors jamais en route."],
              ["I look after our things.", "Je garde nos affaires."],
            ),
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
            says("B", "I kept watch... in my dream...", "Je montais la garde... en rêve..."),
            shouts("A", "Did you? Up, {B}, up!", "En rêve ? Debout, {B}, debout !"),
          ],
          [
            says("B", "You snored. I was listening.", "Tu ronflais. Et moi, j'écoutais."),
            says("A", "And how long did you listen?", "Et tu écoutes depuis longtemps ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts(
              "A",
              ["It is {now} already!", "Il est déjà {now} !"],
              ["We slept for an hour!", "On a dormi une heure !"],
              ["I am late!", "Je suis en retard !"],
            ),
            says(
              "B",
              ["I had a nice dream.", "J'ai fait un beau rêve."],
              ["My arm is still asleep.", "Mon bras dort encore."],
              ["I only blinked.", "J'ai juste cligné des yeux."],
            ),
          ],
        ],
      },
    ),
  ],
};
