import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A surprise is prepared for somebody who must not know of it. */
export const BIRTHDAY: Plot = {
  name: "birthday",
  titles: texts(
    "The surprise",
    "La surprise",
    "A secret for {C}",
    "Un secret pour {C}",
    "Not a word!",
    "Pas un mot !",
  ),
  items: ["flower", "cup", "ring", "apple", "hammer"],
  homes: [...INSIDE, ...TOWN],
  goals: [...WILD, ...WATER, ...INSIDE],
  together: true,
  item: "away",
  opening: [
    atHome(
      [act("A", ["standing", "jumping"], ["surprised"]), act("B", ["reading"], ["calm"])],
      [
        says("A", "Tomorrow is {C}'s birthday!", "Demain, c'est la fête de {C} !"),
        says("B", "No, {A}. It is today.", "Non, {A}. C'est aujourd'hui."),
      ],
      {
        key: true,
        or: [
          [
            says("A", "Is {C}'s day not tomorrow?", "La fête de {C}, c'est demain ?"),
            says("B", "My calendar says today.", "Mon calendrier dit aujourd'hui."),
          ],
          [
            says("B", "Here it says: {C}, {day}.", "Je lis : « {C}, {day}. »"),
            says("A", "But {day} is tomorrow, no?", "Mais {day}, c'est demain, non ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I wanted to bake a cake tomorrow.", "Je voulais faire un gâteau demain."],
              ["{C} loves birthdays.", "{C} adore les anniversaires."],
              ["I had it all planned.", "J'avais tout prévu."],
            ),
            says(
              "B",
              ["Today is {day}.", "Nous sommes {day}."],
              ["The calendar never lies.", "Le calendrier ne ment pas."],
              ["I know when {C} was born.", "Je sais bien quand {C} est né{C.e}."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["running", "standing"], ["afraid", "surprised"]), act("B", ["pointing"], ["calm", "happy"])],
      [
        shouts("A", "Today? And we have no present!", "Aujourd'hui ? Et le cadeau ?"),
        says("B", "There stands a {item}. Take that!", "Prenons ça, là, par terre !"),
      ],
      {
        item: "ground",
        or: [
          [
            says("B", "Look, a {item}! There is our present.", "Regarde, là : notre cadeau !"),
            shouts("A", "For today? Then quick, take it!", "Pour ce soir ? Vite, prends-le !"),
          ],
          [
            says("B", "Do not run about. Take that {item}!", "Ne cours pas partout. Prends ça !"),
            says("A", "And is it enough for a present?", "Et ça suffit, comme cadeau ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts("A", "We need a present before tonight!", "Il faut un cadeau avant ce soir !"),
            says("B", "There is a fine {item} over there.", "Il y a {a.item}, juste là."),
          ],
          [
            shouts(
              "A",
              ["My purse is empty!", "Ma bourse est vide !"],
              ["The shops are closed!", "Tout est fermé !"],
              ["{C} will be so sad!", "{C} sera si triste !"],
            ),
            says(
              "B",
              ["I never saw that {item} before.", "Je ne connais pas {this.item}."],
              ["Somebody left a {item} here.", "On a laissé {a.item} ici."],
              ["{this.item} would look nice with a bow.", "{this.item} serait bien avec un nœud."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["carrying"], ["sly", "happy"]), act("B", ["standing"], ["happy"])],
      [
        says("A", "A {item} for {C}. Not a word!", "Pour {C}. Et pas un mot !"),
        says("B", "My mouth is shut like a door.", "Ma bouche est cousue."),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("A", "You will not tell {C}, will you?", "Tu ne diras rien à {C}, hein ?"),
            says("B", "Me? I am as silent as a fish.", "Moi ? Je suis une tombe."),
          ],
          [
            says("A", "One word to {C}, and no cake!", "Un mot à {C}, et plus de gâteau !"),
            says("B", "I say nothing. But is there cake?", "Je me tais. Mais il y a du gâteau ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "This will be a great surprise!", "Quelle surprise ce sera !"),
            says("B", "I can keep a secret.", "Je sais garder un secret."),
          ],
          [
            says(
              "A",
              ["I hide it behind my back.", "Derrière mon dos, et hop."],
              ["My heart beats like a drum.", "J'ai le cœur qui bat."],
              ["{C} will jump for joy.", "{C} va sauter de joie."],
            ),
            says(
              "B",
              ["I practise my song.", "Je répète ma chanson."],
              ["I love surprises.", "J'adore les surprises."],
              ["I bring {treat}.", "J'apporte {treat}."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [
        act("C", ["waving", "walking"], ["happy"]),
        act("A", ["standing"], ["afraid"]),
        act("B", ["standing"], ["afraid"]),
      ],
      [
        says("C", "Hello! What day is it today?", "Salut ! Quel jour sommes-nous ?"),
        says("B", "{day}. Only {day}. Goodbye!", "{day}. Rien que {day}. Adieu !"),
      ],
      {
        or: [
          [
            says("B", "{C}! It is only {day}, nothing else!", "{C} ! C'est {day}, rien d'autre !"),
            says("C", "Hello to you, too. Only {day}?", "Salut à toi. Rien que {day} ?"),
          ],
          [
            says("B", "No time, {C}! We are so busy...", "Pas le temps, {C} ! Du travail..."),
            says("C", "And have you nothing to tell me?", "Et rien à me raconter ?"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "I am in such a good mood!", "Je suis de si bonne humeur !"),
            says("B", "We have a lot to do today.", "On a tant à faire aujourd'hui."),
          ],
          [
            says(
              "C",
              ["The birds sing just for me today.", "Les oiseaux chantent pour moi."],
              ["I put on my best shirt.", "J'ai mis ma plus belle chemise."],
              ["I feel it: today is special.", "Ce jour n'est pas comme les autres."],
            ),
            says(
              "B",
              ["I have a pot on the fire.", "J'ai une marmite sur le feu."],
              ["This is a {day} like any other.", "C'est un {day} comme un autre."],
              ["We were just leaving.", "Nous partions justement."],
            ),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["sitting"], ["sad"])],
      [
        thinks(
          "C",
          '"Only {day}", and nobody comes...',
          "« Rien que {day} »... et personne.",
          "My birthday, and I sit here alone...",
          "Ma fête, et je suis là sans eux...",
          "Not one guest, not one cake...",
          "Pas un invité, pas un gâteau...",
          "Do they know what day it is?",
          "Savent-ils quel jour on est ?",
          "One year older, and all alone...",
          "Un an de plus, et tout{C.e} seul{C.e}...",
          "{A} forgot me. And {B}, too...",
          "{A} m'oublie. Et {B} aussi...",
        ),
      ],
    ),
    atGoal(
      [
        act("A", ["jumping", "waving"], ["happy"]),
        act("C", ["jumping", "falling"], ["surprised"]),
        act("B", ["jumping"], ["happy"]),
      ],
      [
        shouts("A", "Surprise!", "Surprise !", "Happy birthday, {C}!", "Bonne fête, {C} !"),
        says("C", "So you did not forget me!", "Vous y avez donc pensé !"),
      ],
      {
        key: true,
        sounds: texts("Ta-da!", "Taratata !"),
        or: [
          [
            says("C", "What a surprise! I was so sad...", "Quelle surprise ! J'étais si triste..."),
            says("A", "We, forget your day? Never!", "Nous, oublier ce jour ? Jamais !"),
          ],
          [
            says("C", "Hurrah! I am no longer alone!", "Hourra ! Je ne suis plus seul{C.e} !"),
            shouts("A", "Surprise! Were you sad, {C}?", "Surprise ! Tu étais triste, {C} ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts("A", "Let us sing and dance!", "Chantons et dansons !"),
            says("C", "I knew it was no ordinary day!", "Ce n'est pas un jour ordinaire !"),
          ],
          [
            shouts(
              "A",
              ["Long live {C}!", "Vive {C} !"],
              ["Today we sing for you!", "On chante pour toi !"],
              ["Happy birthday!", "Joyeux anniversaire !"],
            ),
            says(
              "C",
              ["My heart nearly stopped.", "Mon cœur a failli s'arrêter."],
              ["I am crying for joy.", "J'en pleure de joie."],
              ["I thought I was all alone.", "Je me croyais tout{C.e} seul{C.e}."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["standing"], ["happy"]), act("C", ["carrying"], ["surprised", "happy"])],
      [
        says("A", "Forget you? Here is your present.", "T'oublier ? Voici ton cadeau."),
        says("C", "{this.item}! I know it...", "{this.item} ! Je connais ça..."),
      ],
      {
        item: "C",
        key: true,
        or: [
          [
            says("C", "For me, a present? But I know it...", "Pour moi ? Mais je connais ça..."),
            says("A", "It is a {item}. Who does not know that?", "C'est {a.item}. Qui ne connaît pas ?"),
          ],
          [
            says("C", "Only yesterday I had such a {item}...", "Hier encore, j'en avais..."),
            says("A", "Then now you have two! Happy?", "Alors ça fait deux ! Content{C.e} ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "I took good care of it.", "J'en ai pris bien soin."),
            says("C", "I have a strange feeling...", "J'ai une drôle d'impression..."),
          ],
          [
            says(
              "A",
              ["It comes from the heart.", "C'est de bon cœur."],
              ["We wrapped it ourselves.", "On a fait le paquet nous-mêmes."],
              ["This is for you, {C}.", "C'est pour toi, {C}."],
            ),
            says(
              "C",
              ["It looks so familiar.", "Ça me rappelle quelque chose."],
              ["I once had one just like it.", "J'avais tout à fait la même chose."],
              ["What a fine present.", "Quel beau cadeau."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("C", ["pointing", "standing"], ["sly", "surprised"]),
        act("B", ["standing"], ["afraid", "surprised"]),
      ],
      [
        says("C", "It was mine! I left it at your place.", "C'était à moi ! Oublié chez vous."),
        says("B", "Oh. That is why it stood there.", "Ah. Voilà pourquoi ça traînait."),
      ],
      {
        or: [
          [
            says("B", "Why that face, {C}?", "Pourquoi cette tête, {C} ?"),
            says("C", "It is mine! It was at your place.", "C'est à moi ! C'était chez vous."),
          ],
          [
            says("C", "I lent it to you, {B}. Remember?", "Je vous ai prêté ça, {B}. Tu sais ?"),
            says("B", "Oh. That is why it suits you so well.", "Ah. Voilà pourquoi ça te va si bien."),
          ],
        ],
        eitherOrder: [
          [
            says("C", "I always wondered where it was.", "Je me demandais où c'était."),
            says("B", "I have never seen it before.", "Je n'ai jamais vu ça de ma vie."),
          ],
          [
            says(
              "C",
              ["I know this scratch.", "Je connais cette rayure."],
              ["I missed it all week.", "Ça m'a manqué toute la semaine."],
              ["My name is on the bottom.", "Mon nom est écrit dessous."],
            ),
            says(
              "B",
              ["My ears are red.", "J'ai les oreilles rouges."],
              ["It was standing in our house.", "C'était chez nous."],
              ["We meant well.", "L'intention était bonne."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["eating", "waving"], ["happy"]), act("A", ["sitting", "eating"], ["sad", "happy"])],
      [
        says("A", "And next year we buy one.", "L'an prochain, on en achète un."),
        says("C", "Never mind. You brought {treat}!", "Tant pis. Vous avez {treat} !"),
      ],
      {
        or: [
          [
            says("C", "{treat}! Now that is a present.", "{treat} ! Ça, c'est un cadeau."),
            says("A", "Never mind the other one, then?", "Tant pis pour l'autre, alors ?"),
          ],
          [
            says("A", "But next year you get something new!", "Mais l'an prochain, ce sera du neuf !"),
            says("C", "Or something else that I lose?", "Ou autre chose que j'ai perdu ?"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "This is my best birthday!", "C'est ma plus belle fête !"),
            says("A", "I could eat cake all night.", "Je mangerais toute la nuit."),
          ],
          [
            says(
              "C",
              ["I never laughed so much.", "Je n'ai jamais tant ri."],
              ["My friends are the best present.", "Le vrai cadeau, c'est vous."],
              ["{treat} is just what I wanted.", "Je voulais justement ça : {treat}."],
            ),
            says(
              "A",
              ["I will start looking tomorrow.", "Je commence à chercher demain."],
              ["I learned a song for this.", "J'ai appris une chanson exprès."],
              ["We are sorry about the present.", "Pardon pour le cadeau."],
            ),
          ],
        ],
      },
    ),
  ],
};
