import { act, atGoal, atHome, type Plot, says, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** Somebody keeps exchanging one thing for another. */
export const SWAP: Plot = {
  name: "swap",
  titles: texts(
    "A good swap",
    "Le bon échange",
    "{A} does business",
    "{A} fait des affaires",
    "From hand to hand",
    "De main en main",
  ),
  items: ["hammer", "umbrella", "lantern", "spade", "cup"],
  homes: [...TOWN, ...WATER, ...WILD],
  goals: [...TOWN, ...WATER, ...INSIDE],
  together: false,
  item: "B",
  opening: [
    atHome(
      [act("A", ["carrying"], ["disgusted", "sad"], "fish"), act("B", ["carrying"], ["calm"])],
      [
        says("A", "Every day fish. I am tired of fish.", "Du poisson chaque jour. J'en ai assez."),
        says("B", "And I have a {item} and am hungry.", "Et moi, j'ai faim, avec ça en main."),
      ],
      {
        or: [
          [
            says("B", "I am hungry, and what have I? A {item}.", "J'ai faim, et j'ai quoi ? {a.item}."),
            says("A", "And I am tired of fish, every day!", "Et moi, du poisson, tous les jours !"),
          ],
          [
            says("A", "Fish again! I cannot see it any more.", "Encore du poisson ! J'en rêve la nuit."),
            says("B", "Lucky you! I cannot eat a {item}.", "Quelle chance ! Moi, je n'ai que ça."),
          ],
          [
            says("B", "Can one eat a {item}, {A}?", "Ça se mange, {a.item}, {A} ?"),
            says("A", "Lucky you! I eat fish, again!", "Quelle chance ! Moi, du poisson !"),
          ],
          [
            says("A", "Who would like a fish? It is fresh.", "Qui veut d'un poisson ? Il est frais."),
            says("B", "Fresh fish? I have only a {item}.", "Du poisson frais ? Je n'ai que {a.item}."),
          ],
          [
            says("B", "What smells so good? A fish?", "Ça sent bon ! C'est un poisson ?"),
            says("A", "It is fresh. Would you like it?", "Il est frais. Tu le veux ?"),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["carrying", "standing"], ["sly"], "fish"), act("B", ["standing"], ["surprised"])],
      [
        says("A", "My fish for your {item}?", "Mon poisson contre {your.item} ?"),
        says("B", "{my.item} for a fish? Done!", "{my.item} ? D'accord !"),
      ],
      {
        key: true,
        or: [
          [
            says("B", "{my.item} for your fish!", "Ton poisson pour {my.item} !"),
            says("A", "My fish? It is done, {B}!", "Mon poisson ? D'accord, {B} !"),
          ],
          [
            says("A", "Look at this fish, {B}! Is it not fine?", "Vois ce poisson, {B} ! Beau, non ?"),
            says("B", "It is! Do you look at {my.item}?", "Très beau ! Tu regardes {my.item} ?"),
          ],
          [
            says("B", "Your fish is fine. Look at {my.item}!", "Il est beau. Et {my.item}, tu as vu ?"),
            says("A", "Is that {item} not fine, too? A swap!", "Très beau aussi ! Et si on échangeait ?"),
          ],
          [
            says("A", "Shall we swap, before it smells?", "On échange, avant qu'il sente ?"),
            says("B", "Before I starve! Give it here!", "Avant que je meure de faim ! Oui !"),
          ],
          [
            says("B", "I starve, {A}! Shall we swap?", "Je meurs de faim, {A} ! On échange ?"),
            says("A", "Before it smells, {B}. Here!", "Avant qu'il sente, {B}. Oui !"),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["carrying", "jumping"], ["happy"]), act("B", ["eating"], ["happy"], "fish")],
      [
        says("A", "{my.item} now! A good swap.", "À moi, maintenant ! Bon échange."),
        says("B", "Mmm! And the fish is mine.", "Mmm ! Et le poisson est à moi."),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("B", "Mmm! A good swap, this fish!", "Mmm ! Bon échange, ce poisson !"),
            says("A", "And now it is {my.item}!", "Et ça, maintenant, c'est à moi !"),
          ],
          [
            says("A", "No more fish for me! I could sing!", "Plus de poisson pour moi ! Je chante !"),
            says("B", "Sing, {A}! I am eating!", "Chante, {A} ! Moi, je mange !"),
          ],
          [
            says("B", "Are you singing? I am eating!", "Tu chantes ? Moi, je mange !"),
            says("A", "I could eat no more fish, {B}!", "Plus de poisson à manger, {B} !"),
          ],
          [
            says("A", "You will be sorry, {B}!", "Tu vas le regretter, {B} !"),
            says("B", "Sorry? Such a good fish! Never!", "Regretter ? Un si bon poisson ? Jamais !"),
          ],
          [
            says("B", "A good fish! Are you not sorry?", "Un bon poisson ! Tu ne regrettes pas ?"),
            says("A", "Never, {B}! Such a good swap!", "Jamais, {B} ! Un si bon échange !"),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["walking"], ["happy", "sly"])],
      [
        thinks(
          "A",
          "Who wants it, and gives me {bet}?",
          "Qui m'en donnera {bet} ?",
          "{to.goal}! People pay well there.",
          "Allons {to.goal}. On y paie bien.",
          "A hat today, a house tomorrow!",
          "Un chapeau, puis un château !",
          "One more swap, and I am rich!",
          "Encore un échange, et à moi l'or !",
          "Never fish again! Never!",
          "Plus jamais de poisson ! Jamais !",
          "Who wants a {item}? I go {to.goal}.",
          "Qui veut de ça ? Allons {to.goal}.",
        ),
      ],
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["standing", "waving"], ["surprised"]), act("A", ["walking"], ["happy"])],
      [
        says("C", "What a fine {item} you have!", "Oh, c'est beau, ce que tu portes !"),
        says("A", "From {B}, for one single fish.", "De {B}, pour un seul poisson."),
      ],
      {
        or: [
          [
            says("A", "Look what I have for a fish!", "Vois ce que vaut un poisson !"),
            says("C", "What a fine swap! From whom?", "Quel beau marché ! De qui ?"),
          ],
          [
            says("C", "Is that {item} for sale, {A}?", "C'est à vendre, ça, {A} ?"),
            says("A", "For more than one fish, {C}!", "Pour plus qu'un poisson, {C} !"),
          ],
          [
            says("A", "A {item} for sale, {C}! Is it not fine?", "{a.item} à vendre, {C} ! C'est beau ?"),
            says("C", "More than fine, {A}! For how much?", "Plus que beau, {A} ! Pour combien ?"),
          ],
          [
            says("C", "I have always wanted one of those!", "J'ai toujours rêvé de ça !"),
            says("A", "You have? How lucky you are, {C}!", "Ah oui ? Quelle chance tu as, {C} !"),
          ],
          [
            says("A", "How lucky you are, {C}! Look here!", "Quelle chance tu as, {C} ! Regarde !"),
            says("C", "I have always wanted a {item}!", "{a.item} ! J'en ai toujours rêvé !"),
          ],
          [
            says("C", "What a fine swap! From whom?", "Quel beau marché ! De qui ?"),
            says("A", "Look what I have for a fish!", "Vois ce que vaut un poisson !"),
          ],
          [
            says("C", "I have always wanted a {item}!", "{a.item} ! J'en ai toujours rêvé !"),
            says("A", "How lucky you are, {C}! Look here!", "Quelle chance tu as, {C} ! Regarde !"),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["pointing"], ["sly", "happy"]), act("A", ["standing"], ["calm", "surprised"])],
      [
        says("C", "Swap it with me! I have a suitcase.", "Échangeons ! J'ai là une valise."),
        says("A", "What is in your suitcase?", "Qu'y a-t-il dans ta valise ?"),
      ],
      {
        key: true,
        or: [
          [
            says("A", "What do you give for it, {C}?", "Tu donnes quoi pour ça, {C} ?"),
            says("C", "I have a suitcase. A full one!", "J'ai là une valise. Bien pleine !"),
          ],
          [
            says("C", "A whole suitcase for it, and full!", "Une valise entière, et pleine !"),
            says("A", "Is it full of gold, {C}?", "Elle est pleine d'or, {C} ?"),
          ],
          [
            says("A", "A suitcase? Full of gold?", "Une valise ? Et pleine d'or ?"),
            says("C", "It is full, {A}, and all for you!", "Elle est pleine, {A}, et à toi !"),
          ],
          [
            says("C", "Lift it, {A}! Is it heavy?", "Soulève-la, {A} ! C'est lourd ?"),
            says("A", "What a suitcase! We swap, {C}!", "Quelle valise ! On échange, {C} !"),
          ],
          [
            says("A", "Is your suitcase heavy, {C}?", "Ta valise est lourde, {C} ?"),
            says("C", "Lift it, {A}! Well, do we swap?", "Soulève-la ! Alors, on échange ?"),
          ],
          [
            says("A", "What a suitcase! We swap, {C}!", "Quelle valise ! On échange, {C} !"),
            says("C", "Lift it, {A}! Is it heavy?", "Soulève-la, {A} ! C'est lourd ?"),
          ],
          [
            says("C", "Lift it, {A}! Well, do we swap?", "Soulève-la ! Alors, on échange ?"),
            says("A", "Is your suitcase heavy, {C}?", "Ta valise est lourde, {C} ?"),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("C", ["carrying", "running"], ["happy"]),
        act("A", ["carrying"], ["happy", "surprised"], "suitcase"),
      ],
      [
        says("C", "Open it at home! {the.item} is mine now.", "Ouvre chez toi ! L'échange est fait."),
        says("A", "It is heavy! I am rich!", "Elle est lourde ! À moi la fortune !"),
      ],
      {
        item: "C",
        or: [
          [
            says("A", "So heavy! I am rich!", "Si lourde ! Me voilà riche !"),
            says("C", "Open it at home! Goodbye, {A}!", "Ouvre-la chez toi ! Adieu, {A} !"),
          ],
          [
            says("C", "Goodbye! And no swapping back!", "Adieu ! On n'échange plus, hein !"),
            says("A", "Back? A treasure? Never, {C}!", "Rendre un trésor ? Jamais, {C} !"),
          ],
          [
            says("A", "A treasure! I never give it back!", "Un trésor ! Jamais je ne le rends !"),
            says("C", "Never, {A}! No swapping! Goodbye!", "Jamais, {A} ! Plus d'échange ! Adieu !"),
          ],
          [
            says("C", "Do not shake it so, {A}!", "Ne la secoue pas comme ça, {A} !"),
            says("A", "Why? Is it glass, {C}?", "Pourquoi ? C'est du cristal, {C} ?"),
          ],
          [
            says("A", "I shake it. Is there glass in it?", "Je la secoue. Du cristal, {C} ?"),
            says("C", "No glass, {A}. But do not ask!", "Pas de cristal, {A}. Ne secoue pas !"),
          ],
          [
            says("A", "It is heavy! I am rich!", "Elle est lourde ! À moi la fortune !"),
            says("C", "Open it at home! {the.item} is mine now.", "Ouvre chez toi ! L'échange est fait."),
          ],
          [
            says("C", "Open it at home! Goodbye, {A}!", "Ouvre-la chez toi ! Adieu, {A} !"),
            says("A", "So heavy! I am rich!", "Si lourde ! Me voilà riche !"),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("A", ["standing", "sitting"], ["sad", "surprised"], "fish"),
        act("B", ["walking", "standing"], ["surprised"]),
      ],
      [
        says("A", "The suitcase is full of fish!", "La valise est pleine de poissons !"),
        says("B", "Fish? You gave me one this morning.", "Encore ? Tu m'en as donné un ce matin."),
      ],
      {
        item: "away",
        key: true,
        or: [
          [
            says("B", "What a smell! Fish again, {A}?", "Quelle odeur ! Du poisson, {A} ?"),
            says("A", "The whole suitcase is full of it!", "La valise entière en est pleine !"),
          ],
          [
            says("A", "I open it, and what is in it? Fish!", "J'ouvre, et je vois quoi ? Du poisson !"),
            says("B", "And this morning you had only one!", "Et ce matin, tu n'en avais qu'un !"),
          ],
          [
            says("B", "This morning it was one fish only.", "Ce matin, il n'y en avait qu'un."),
            says("A", "And now I open it: {count} fish!", "Et là, j'ouvre : {count} poissons !"),
          ],
          [
            says("A", "{C} tricked me, {B}! Smell this!", "{C} m'a roulé{A.e}, {B} ! Sens ça !"),
            says("B", "It smells like dinner, {A}!", "Ça sent le dîner, {A} !"),
          ],
          [
            says("B", "Does it smell like dinner, {A}?", "Ça sent le dîner, {A}, non ?"),
            says("A", "It smells like {C}! A trick, {B}!", "Ça sent {C} ! On m'a roulé{A.e}, {B} !"),
          ],
          [
            says("B", "It smells like dinner, {A}!", "Ça sent le dîner, {A} !"),
            says("A", "{C} tricked me, {B}! Smell this!", "{C} m'a roulé{A.e}, {B} ! Sens ça !"),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("B", ["eating"], ["happy"], "fish"),
        act("A", ["eating", "sitting"], ["disgusted", "sad"], "fish"),
      ],
      [
        says("B", "So we both eat. A good swap!", "Nous mangeons tous. Bon échange !"),
        says("A", "Every day fish...", "Du poisson chaque jour..."),
      ],
      {
        or: [
          [
            says("A", "Fish, fish and more fish...", "Poisson, poisson et poisson..."),
            says("B", "A good swap! So we both eat, {A}!", "Bon échange ! On mange tous deux !"),
          ],
          [
            says("B", "Mmm! Is it not fresh, {A}?", "Mmm ! Il est bien frais, {A} ?"),
            says("A", "Fresh as this morning, {B}. Bah.", "Frais comme ce matin, {B}. Bah."),
          ],
          [
            says("A", "Bah. This morning I had a plan.", "Bah. Ce matin, j'avais un plan."),
            says("B", "And now a fish, fresh and good!", "Et là, un poisson, frais et bon !"),
          ],
          [
            says("B", "Eat, {A}! Tomorrow you swap again.", "Mange, {A} ! Tu échangeras demain."),
            says("A", "I swap you for bread, {B}.", "C'est toi que j'échangerai, {B}."),
          ],
          [
            says("A", "Tomorrow I swap it all for bread.", "Demain, j'échange tout, {B}."),
            says("B", "Eat, {A}, and swap no more!", "Mange, {A}, et n'échange plus !"),
          ],
          [
            says("A", "Every day fish...", "Du poisson chaque jour..."),
            says("B", "So we both eat. A good swap!", "Nous mangeons tous. Bon échange !"),
          ],
          [
            says("B", "A good swap! So we both eat, {A}!", "Bon échange ! On mange tous deux !"),
            says("A", "Fish, fish and more fish...", "Poisson, poisson et poisson..."),
          ],
          [
            says("B", "Eat, {A}, and swap no more!", "Mange, {A}, et n'échange plus !"),
            says("A", "Tomorrow I swap it all for bread.", "Demain, j'échange tout, {B}."),
          ],
        ],
      },
    ),
  ],
};
