import { act, type Episode, onTheRoad, says, shouts } from "../beat.ts";
import { TOWN, WATER, WILD } from "../places.ts";

/** Somebody wants money for the way. */
export const TOLL: Episode = {
  memory: { en: "the toll", fr: "le péage" },
  settings: [...WATER, ...TOWN, ...WILD],
  beats: [
    onTheRoad(
      [act("X", ["standing", "pointing"], ["angry"]), act("A", ["walking", "standing"], ["surprised"])],
      [
        shouts("X", "Halt! Passing costs you {treat}.", "Halte ! On paie ici : {treat}."),
        says("A", "Since when, {X}?", "Depuis quand, {X} ?"),
      ],
      {
        or: [
          [
            says("X", "Nobody passes here for nothing.", "On ne passe pas gratis, ici."),
            says("A", "Nobody? Is this way yours, {X}?", "Gratis ? La route est à toi ?"),
          ],
          [
            says("A", "Since when is this way yours, {X}?", "Depuis quand la route est à toi, {X} ?"),
            says("X", "Since today. Nobody passes for nothing.", "Depuis ce matin. Rien n'est gratis !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "X",
              ["Everybody pays {treat} here.", "Le prix du passage : {treat}."],
              ["I have stood here for hours.", "Je suis là depuis des heures."],
              ["This way belongs to me.", "Ce chemin est à moi."],
            ),
            says(
              "A",
              ["My pockets are empty.", "Mes poches sont vides."],
              ["I am in a great hurry.", "Je suis très pressé{A.e}."],
              ["It was free last week.", "C'était gratuit l'autre jour."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["pointing"], ["sly"]), act("X", ["standing"], ["surprised", "afraid"])],
      [
        says("A", "Behind you, {X}! {guess}!", "Derrière toi, {X} ! {guess} !"),
        says("X", "Where? I see nothing!", "Où ça ? Je ne vois rien !"),
      ],
      {
        or: [
          [
            says("A", "Look up, {X}! A flying pie!", "Là-haut ! Une tarte volante !"),
            says("X", "A pie? I see no pie up there!", "Une tarte ? Je n'en vois pas !"),
          ],
          [
            says("A", "Ask {relative}. There, behind you!", "Vois {relative}. Là, derrière toi !"),
            says("X", "Who is behind me? I see nobody!", "Qui ça, derrière ? Il n'y a personne !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I see {guess} over there.", "Je vois {guess}, par là."],
              ["Something moves behind you.", "Ça bouge derrière toi."],
              ["There is a flying pie up there.", "Une tarte vole, là-haut."],
            ),
            says(
              "X",
              ["I have a stiff neck.", "J'ai le cou raide."],
              ["I am not easy to trick.", "On ne me trompe pas comme ça."],
              ["My eyes are not what they were.", "Mes yeux ne sont plus jeunes."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["running"], ["happy", "sly"]), act("X", ["jumping", "falling"], ["angry"])],
      [
        shouts("X", "A trick! Come back and pay!", "Hé ! Reviens payer !"),
        says("A", "Ask {guess} for the money!", "Fais payer {guess} !"),
      ],
      {
        or: [
          [
            says("X", "There was nothing behind me!", "Il n'y avait rien derrière moi !"),
            says("A", "Nothing? Then I owe you nothing!", "Rien ? Alors je ne dois rien !"),
          ],
          [
            shouts("X", "Tomorrow it costs twice as much!", "Demain, ce sera le double !"),
            says("A", "Tomorrow? I take the other way!", "Demain ? Je passe ailleurs !"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "See you tomorrow, {X}! Or never!", "À demain, {X} ! Ou à jamais !"),
            shouts("X", "Tomorrow you pay twice!", "Demain, tu paieras double !"),
          ],
          [
            shouts(
              "X",
              ["I was tricked!", "On m'a eu{X.e} !"],
              ["You owe me {treat}!", "Tu me dois {treat} !"],
              ["My toes! My back!", "Mes pieds ! Mon dos !"],
            ),
            says(
              "A",
              ["Fresh air is free.", "Le grand air est gratuit."],
              ["I have quick legs.", "J'ai les jambes rapides."],
              ["My purse stays shut.", "Ma bourse reste fermée."],
            ),
          ],
        ],
      },
    ),
  ],
};
