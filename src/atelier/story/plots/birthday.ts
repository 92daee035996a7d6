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
            says("B", "Today is {C}'s birthday, {A}.", "Aujourd'hui, c'est le jour de {C}."),
            says("A", "No, {B}! It is tomorrow!", "Mais non, {B} ! C'est demain !"),
          ],
          [
            says("A", "Is {C}'s day not tomorrow?", "La fête de {C}, c'est demain ?"),
            says("B", "My calendar says today.", "Mon calendrier dit aujourd'hui."),
          ],
          [
            says("B", "Here it says: {C}, {day}.", "Je lis : « {C}, {day}. »"),
            says("A", "But {day} is tomorrow, no?", "Mais {day}, c'est demain, non ?"),
          ],
          [
            says("A", "Who has a birthday tomorrow? {C}!", "Qui fête-t-on demain ? {C} !"),
            says("B", "Tomorrow you are a day late, {A}.", "Demain, {A}, c'est un jour trop tard."),
          ],
          [
            says("B", "Whose birthday is it, {A}? Think!", "C'est la fête de qui, {A} ? Cherche !"),
            says("A", "{C}'s! But not before tomorrow.", "De {C} ! Mais pas avant demain."),
          ],
          [
            says("A", "I wanted to celebrate {C}, {B}!", "Je voulais tant fêter {C}, {B} !"),
            says("B", "It is {day}: {C}'s day!", "C'est {day} : le jour de {C} !"),
          ],
          [
            says("B", "It is {day}: {C}'s day, {A}!", "C'est {day} : le jour de {C}, {A} !"),
            says("A", "I wanted to celebrate {C} this year!", "Je voulais tant fêter {C} !"),
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
            shouts("A", "And what do we give? We have nothing!", "Et qu'offrir ? Nous n'avons rien !"),
            says("B", "Nothing? And that {item} there?", "Rien ? Et ça, là, par terre ?"),
          ],
          [
            says("B", "Do not run about. Take that {item}!", "Ne cours pas partout. Prends ça !"),
            says("A", "And is it enough for a present?", "Et ça suffit, comme cadeau ?"),
          ],
          [
            says("A", "A birthday, and nothing to give!", "Une fête, et rien à offrir !"),
            says("B", "Then give that. Whose is it?", "Offre donc ça. C'est à qui ?"),
          ],
          [
            says("B", "Whose {item} is that? Nobody's?", "À qui est-ce, là ? À personne ?"),
            shouts("A", "Then we give it! It is today!", "Alors on l'offre ! C'est le jour !"),
          ],
          [
            shouts("A", "We need a present before tonight!", "Il faut un cadeau avant ce soir !"),
            says("B", "There is a fine {item} over there, {A}.", "Il y a {a.item}, juste là, {A}."),
          ],
          [
            says("B", "There is a fine {item} over there.", "Il y a {a.item}, juste là."),
            shouts("A", "We need a present before tonight, {B}!", "Il faut un cadeau avant ce soir, {B} !"),
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
            says("B", "{C} must not know. Not a word!", "{C} ne doit rien savoir. Motus !"),
            says("A", "I am as silent as this {item}.", "Je me tais comme une carpe."),
          ],
          [
            says("A", "You will not tell {C}, will you?", "Tu ne diras rien à {C}, hein ?"),
            says("B", "Me? I am as silent as a fish.", "Moi ? Je suis une tombe."),
          ],
          [
            says("B", "I tell nobody. And you, {A}?", "Je ne dis rien. Et toi, {A} ?"),
            says("A", "Not one word! {C} will be so surprised.", "Pas un mot ! {C} sera si surpris{C.e}."),
          ],
          [
            says("A", "One word to {C}, and no cake!", "Un mot à {C}, et plus de gâteau !"),
            says("B", "I say nothing. But is there cake?", "Je me tais. Mais il y a du gâteau ?"),
          ],
          [
            says("B", "Is there cake? Then I am silent.", "S'il y a du gâteau, je ne dis rien."),
            says("A", "{treat}! But it is for {C}.", "{treat} ! Mais c'est pour {C}."),
          ],
          [
            says("A", "This will be a great surprise, {B}!", "Quelle surprise ce sera, {B} !"),
            says("B", "I can keep a secret.", "Je sais garder un secret."),
          ],
          [
            says("B", "I can keep a secret, {A}.", "Je sais garder un secret, {A}."),
            says("A", "This will be a great surprise!", "Quelle surprise ce sera !"),
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
            says("C", "Is today not a special day?", "Ce n'est pas un jour spécial ?"),
            says("B", "Special? No. Just a {day}.", "Spécial ? Non. Juste un {day}."),
          ],
          [
            says("B", "Why do you come here? It is just {day}.", "Que viens-tu faire ? C'est juste {day}."),
            says("C", "But a special one, {B}. Guess!", "Mais un {day} spécial. Devine !"),
          ],
          [
            says("C", "But have you nothing to say, {B}?", "Mais tu n'as rien à me dire, {B} ?"),
            says("B", "Yes: goodbye! We are busy, {C}.", "Si : adieu ! On travaille, {C}."),
          ],
          [
            says("B", "No time, {C}! We are so busy...", "Pas le temps, {C} ! Du travail..."),
            says("C", "And have you nothing to tell me?", "Et rien à me raconter ?"),
          ],
          [
            says("C", "I am in such a good mood!", "Je suis de si bonne humeur !"),
            says("B", "We have a lot to do today, {C}.", "On a tant à faire aujourd'hui, {C}."),
          ],
          [
            says("B", "We have a lot to do today.", "On a tant à faire aujourd'hui."),
            says("C", "I am in such a good mood, {B}!", "Je suis de bonne humeur, {B} !"),
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
            says("C", "Who is there? {A}? You did not forget?", "Qui est là ? {A} ? Tu y as pensé ?"),
            shouts("A", "Happy birthday! Did you doubt us?", "Bonne fête ! Tu doutais de nous ?"),
          ],
          [
            says("A", "Did you think we would forget you?", "Tu croyais qu'on t'oubliait ?"),
            says("C", "I did! Oh, what a surprise!", "Oui ! Oh, quelle surprise !"),
          ],
          [
            says("C", "What a surprise! I was so sad...", "Quelle surprise ! J'étais si triste..."),
            says("A", "We, forget your day? Never!", "Nous, oublier ce jour ? Jamais !"),
          ],
          [
            shouts("A", "A surprise for {C}! Hip, hip...", "Une surprise pour {C} ! Hip, hip..."),
            says("C", "Hurrah! And I was so alone.", "Hourra ! Moi qui étais si seul{C.e}."),
          ],
          [
            says("C", "Hurrah! I am no longer alone!", "Hourra ! Je ne suis plus seul{C.e} !"),
            shouts("A", "Surprise! Were you sad, {C}?", "Surprise ! Tu étais triste, {C} ?"),
          ],
          [
            shouts("A", "Let us sing and dance, {C}!", "Chantons et dansons, {C} !"),
            says("C", "I knew it was no ordinary day!", "Ce n'est pas un jour ordinaire !"),
          ],
          [
            says("C", "I knew it was no ordinary day, {A}!", "Ce n'est pas un jour ordinaire, {A} !"),
            shouts("A", "Let us sing and dance!", "Chantons et dansons !"),
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
            says("A", "Did you ever see such a {item}?", "As-tu déjà vu ça, {C} ?"),
            says("C", "Yes. I saw one only yesterday...", "Oui. Et pas plus tard qu'hier..."),
          ],
          [
            says("C", "Only yesterday I had such a {item}...", "Hier encore, j'en avais..."),
            says("A", "Then now you have two! Happy?", "Alors ça fait deux ! Content{C.e} ?"),
          ],
          [
            says("A", "We looked for a present all day!", "Quel cadeau ! On a cherché tout le jour !"),
            says("C", "I looked for it too, {A}. All day.", "Moi aussi, {A}. Tout le jour."),
          ],
          [
            says("C", "And where did you find it, {A}?", "Et ça vient d'où, {A} ?"),
            says("A", "We looked everywhere! Is it not nice?", "On a cherché partout ! C'est joli, non ?"),
          ],
          [
            says("A", "I took good care of it.", "J'en ai pris bien soin."),
            says("C", "I have a strange feeling, {A}...", "J'ai une drôle d'impression, {A}..."),
          ],
          [
            says("C", "I have a strange feeling...", "J'ai une drôle d'impression..."),
            says("A", "I took good care of it, {C}.", "J'en ai pris bien soin, {C}."),
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
          [
            says("B", "It suits you, does it not?", "Ça te va bien, n'est-ce pas ?"),
            says("C", "It must. It was mine already!", "Forcément. C'était déjà à moi !"),
          ],
          [
            says("C", "So you give me what I lent you?", "Alors tu m'offres ce que j'ai prêté ?"),
            says("B", "Yes! Is it not a good surprise?", "Oui ! Une bonne surprise, non ?"),
          ],
          [
            says("B", "Oh. Then you know it already?", "Ah. Tu connaissais déjà ?"),
            says("C", "Yes, {B}. My name is under it!", "Oui, {B}. Mon nom est dessous !"),
          ],
          [
            says("C", "I always wondered where it was, {B}.", "Je me demandais où c'était, {B}."),
            says("B", "I have never seen it before.", "Je n'ai jamais vu ça de ma vie."),
          ],
          [
            says("B", "I have never seen it before, {C}.", "Je n'ai jamais vu ça de ma vie, {C}."),
            says("C", "I always wondered where it was.", "Je me demandais où c'était."),
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
            says("A", "Are you angry with us, {C}?", "Tu nous en veux, {C} ?"),
            says("C", "With {treat} here? Never!", "Avec {treat} ? Jamais !"),
          ],
          [
            says("C", "I am not angry. I am eating.", "Moi, en vouloir ? Je mange."),
            says("A", "And next year, what do you want?", "Et l'an prochain, tu veux quoi ?"),
          ],
          [
            says("A", "But next year you get something new!", "Mais l'an prochain, ce sera du neuf !"),
            says("C", "Or something else that I lose?", "Ou autre chose que j'ai perdu ?"),
          ],
          [
            says("C", "What will you find for me next year?", "Que trouverez-vous l'an prochain ?"),
            says("A", "Lose something, {C}, and you will see!", "Perds quelque chose, {C}, et tu verras !"),
          ],
          [
            says("C", "This is my best birthday!", "C'est ma plus belle fête !"),
            says("A", "I could eat cake all night, {C}.", "Je mangerais toute la nuit, {C}."),
          ],
          [
            says("A", "I could eat cake all night.", "Je mangerais toute la nuit."),
            says("C", "This is my best birthday, {A}!", "C'est ma plus belle fête, {A} !"),
          ],
        ],
      },
    ),
  ],
};
