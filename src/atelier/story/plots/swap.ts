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
            says("B", "Can one eat a {item}, {A}?", "Ça se mange, {a.item}, {A} ?"),
            says("A", "Lucky you! I eat fish, again!", "Quelle chance ! Moi, du poisson !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["This is my third fish this week.", "C'est mon troisième poisson."],
              ["I dream of bread.", "Je rêve de pain."],
              ["My breath smells of the sea.", "Mon haleine sent la mer."],
            ),
            says(
              "B",
              ["My belly is growling.", "Mon ventre grogne."],
              ["{my.item} fills no plate.", "{my.item} ne remplit pas l'assiette."],
              ["I had no breakfast.", "Je n'ai rien mangé ce matin."],
            ),
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
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I like the look of that {item}.", "J'aime bien {this.item}."],
              ["This fish is very fresh.", "Ce poisson est bien frais."],
              ["I have wanted a {item} for years.", "J'ai toujours voulu {a.item}."],
            ),
            says(
              "B",
              ["I could eat a whale.", "Je mangerais une baleine."],
              ["My pan is waiting.", "Ma poêle attend."],
              ["{my.item} is nearly new.", "{my.item} a peu servi."],
            ),
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
            says("B", "Are you singing? I am eating!", "Tu chantes ? Moi, je mange !"),
            says("A", "I could eat no more fish, {B}!", "Plus de poisson à manger, {B} !"),
          ],
          [
            says("A", "You will be sorry, {B}!", "Tu vas le regretter, {B} !"),
            says("B", "Sorry? Such a good fish! Never!", "Regretter ? Un si bon poisson ? Jamais !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I feel richer already.", "Je me sens déjà plus riche."],
              ["My hands smell less now.", "Mes mains sentent moins fort."],
              ["This is a lucky day.", "C'est mon jour de chance."],
            ),
            says(
              "B",
              ["It tastes of salt and sun.", "Ça a un goût de sel."],
              ["I leave only the bones.", "Je ne laisse que l'arête."],
              ["My belly thanks me.", "Mon ventre me dit merci."],
            ),
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
            says("C", "I have always wanted one of those!", "J'ai toujours rêvé de ça !"),
            says("A", "You have? How lucky you are, {C}!", "Ah oui ? Quelle chance tu as, {C} !"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "How lucky you are, {C}! Look here!", "Quelle chance tu as, {C} ! Regarde !"),
            says("C", "I have always wanted a {item}!", "{a.item} ! J'en ai toujours rêvé !"),
          ],
          [
            says(
              "C",
              ["That {item} is a beauty.", "Quelle merveille, {this.item}."],
              ["My old one is broken.", "Chez moi, tout est cassé."],
              ["I had good luck at fishing.", "La pêche a été bonne."],
            ),
            says(
              "A",
              ["{B} gave it to me.", "C'était à {B}, avant."],
              ["I carry a treasure.", "Je porte un trésor."],
              ["The road is full of bargains.", "La route est pleine d'affaires."],
            ),
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
        ],
        eitherOrder: [
          [
            says(
              "C",
              ["My suitcase is full to the brim.", "Ma valise est pleine à craquer."],
              ["I swap only once a year.", "Je n'échange qu'une fois par an."],
              ["It is the best suitcase in town.", "C'est une valise de grand prix."],
            ),
            says(
              "A",
              ["I love surprises.", "J'adore les surprises."],
              ["I feel a great deal coming.", "Je sens une bonne affaire."],
              ["Full things are worth more.", "Ce qui est plein vaut plus."],
            ),
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
        says("A", "So heavy! I am rich!", "Si lourde ! Me voilà riche !"),
        says("C", "Open it at home! Goodbye, {A}!", "Ouvre-la chez toi ! Adieu, {A} !"),
      ],
      {
        item: "C",
        or: [
          [
            says("C", "Goodbye! And no swapping back!", "Adieu ! On n'échange plus, hein !"),
            says("A", "Back? A treasure? Never, {C}!", "Rendre un trésor ? Jamais, {C} !"),
          ],
          [
            says("C", "Do not shake it so, {A}!", "Ne la secoue pas comme ça, {A} !"),
            says("A", "Why? Is it glass, {C}?", "Pourquoi ? C'est du cristal, {C} ?"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "Open it at home! {the.item} is mine now.", "Ouvre chez toi ! L'échange est fait."),
            says("A", "It is heavy! I am rich!", "Elle est lourde ! À moi la fortune !"),
          ],
          [
            says(
              "C",
              ["I have {the.item} at last.", "Enfin, j'ai {the.item}."],
              ["My back feels much better.", "Mon dos va beaucoup mieux."],
              ["A swap is a swap.", "Échangé, c'est échangé."],
            ),
            says(
              "A",
              ["I can hardly lift it.", "J'ai peine à la soulever."],
              ["I am going to buy a castle.", "Je vais acheter un château."],
              ["My heart sings with joy.", "Mon cœur chante de joie."],
            ),
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
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I carried fish for a mile.", "J'ai porté du poisson tout ce chemin."],
              ["All that glitters is scales.", "Ce qui brille, c'est l'écaille."],
              ["{C} laughs at me now.", "{C} rit bien, à cette heure."],
            ),
            says(
              "B",
              ["My pan is still warm.", "Ma poêle est encore chaude."],
              ["The cats are coming.", "Les chats arrivent."],
              ["That one has a kind face.", "Celui-là a l'air gentil."],
            ),
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
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["It needs a bit of lemon.", "Il manque un peu de citron."],
              ["Fish is good for the head.", "Le poisson, c'est bon pour la tête."],
              ["My plate is full and so am I.", "Je suis content{B.e}, mon ventre aussi."],
            ),
            says(
              "A",
              ["I miss my {item}.", "{my.item} me manque."],
              ["{count} fish are left.", "Il reste {count} poissons."],
              ["I hear the sea in my belly.", "J'entends la mer dans mon ventre."],
            ),
          ],
        ],
      },
    ),
  ],
};
