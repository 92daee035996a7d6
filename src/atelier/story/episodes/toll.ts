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
            says("A", "Let me pass, {X}, I am in a hurry.", "Laisse-moi passer, {X}, vite !"),
            shouts("X", "Halt! First you pay: {treat}!", "Halte ! Paie d'abord : {treat} !"),
          ],
          [
            says("X", "Nobody passes here for nothing.", "On ne passe pas gratis, ici."),
            says("A", "Nobody? Is this way yours, {X}?", "Gratis ? La route est à toi ?"),
          ],
          [
            says("A", "Since when is this way yours, {X}?", "Depuis quand la route est à toi, {X} ?"),
            says("X", "Since today. Nobody passes for nothing.", "Depuis ce matin. Rien n'est gratis !"),
          ],
          [
            says("X", "Have you {treat} for me, {A}?", "Tu m'apportes {treat} ?"),
            says("A", "No. And if I just walk on?", "Non. Et si je passe quand même ?"),
          ],
          [
            says("A", "And if I just walk past you, {X}?", "Et si je passe sans payer, {X} ?"),
            says("X", "Not one step, {A}! {treat} first!", "Pas un pas ! D'abord, {treat} !"),
          ],
          [
            shouts("X", "Halt! First you pay: {treat}!", "Halte ! Paie d'abord : {treat} !"),
            says("A", "Let me pass, {X}, I am in a hurry.", "Laisse-moi passer, {X}, vite !"),
          ],
          [
            says("X", "Not one step, {A}! {treat} first!", "Pas un pas ! D'abord, {treat} !"),
            says("A", "And if I just walk past you, {X}?", "Et si je passe sans payer, {X} ?"),
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
            says("X", "What are you looking at behind me?", "Que vois-tu donc derrière moi ?"),
            says("A", "{guess}, {X}! Do not turn round!", "{guess}, {X} ! Ne bouge pas !"),
          ],
          [
            says("A", "Look up, {X}! A flying pie!", "Là-haut ! Une tarte volante !"),
            says("X", "A pie? I see no pie up there!", "Une tarte ? Je n'en vois pas !"),
          ],
          [
            says("X", "Pay! Why do you look up, {A}?", "Paie ! Tu regardes quoi, là-haut ?"),
            says("A", "There is a pie, and it flies!", "Une tarte, {X}. Et elle vole !"),
          ],
          [
            says("A", "Ask {relative}. There, behind you!", "Vois {relative}. Là, derrière toi !"),
            says("X", "Who is behind me? I see nobody!", "Qui ça, derrière ? Il n'y a personne !"),
          ],
          [
            says("X", "Do you want to trick me, {A}?", "Tu veux me rouler, {A} ?"),
            says("A", "Never! But who is that behind you?", "Jamais ! Mais qui est derrière toi ?"),
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
            says("A", "Goodbye, {X}! {guess} will pay!", "Adieu, {X} ! {guess} paiera !"),
            shouts("X", "Come back! That was a trick!", "Reviens ! Tu m'as roulé{X.e} !"),
          ],
          [
            says("X", "There was nothing behind me!", "Il n'y avait rien derrière moi !"),
            says("A", "Nothing? Then I owe you nothing!", "Rien ? Alors je ne dois rien !"),
          ],
          [
            says("A", "And I owe you nothing, {X}!", "Et je ne te dois rien, {X} !"),
            shouts("X", "There was nothing there! Pay!", "Derrière moi, rien du tout ! Paie !"),
          ],
          [
            shouts("X", "Tomorrow it costs twice as much!", "Demain, ce sera le double !"),
            says("A", "Tomorrow? I take the other way!", "Demain ? Je passe ailleurs !"),
          ],
          [
            says("A", "See you tomorrow, {X}! Or never!", "À demain, {X} ! Ou à jamais !"),
            shouts("X", "Tomorrow you pay twice!", "Demain, tu paieras double !"),
          ],
          [
            says("A", "Ask {guess} for the money!", "Fais payer {guess} !"),
            shouts("X", "A trick! Come back and pay!", "Hé ! Reviens payer !"),
          ],
          [
            shouts("X", "Come back! That was a trick!", "Reviens ! Tu m'as roulé{X.e} !"),
            says("A", "Goodbye, {X}! {guess} will pay!", "Adieu, {X} ! {guess} paiera !"),
          ],
          [
            shouts("X", "There was nothing there! Pay!", "Derrière moi, rien du tout ! Paie !"),
            says("A", "And I owe you nothing, {X}!", "Et je ne te dois rien, {X} !"),
          ],
          [
            shouts("X", "Tomorrow you pay twice!", "Demain, tu paieras double !"),
            says("A", "See you tomorrow, {X}! Or never!", "À demain, {X} ! Ou à jamais !"),
          ],
        ],
      },
    ),
  ],
};
