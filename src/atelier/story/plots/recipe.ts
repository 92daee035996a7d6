import { act, atGoal, atHome, type Plot, says, shouts } from "../beat.ts";
import { WATER } from "../places.ts";
import { texts } from "../text.ts";

/** A dish lacks one thing, and what is fetched is not it. */
export const RECIPE: Plot = {
  name: "recipe",
  titles: texts(
    "The great dish",
    "Le grand plat",
    "Something is missing",
    "Il manque quelque chose",
    "{A} the cook",
    "{A} aux fourneaux",
  ),
  items: ["fish", "apple"],
  homes: ["kitchen", "castle", "living room"],
  goals: [...WATER, "market", "forest"],
  together: true,
  item: "away",
  opening: [
    atHome(
      [act("A", ["reading"], ["calm", "happy"]), act("B", ["sitting", "standing"], ["happy"])],
      [
        says("B", "I am hungry! What does the book say?", "J'ai faim ! Que dit le livre ?"),
        says("A", 'It says: "Take a {item} and stir."', "Il dit : « Ajoutez {the.item}. »"),
      ],
      {
        or: [
          [
            says("A", '"For three hungry people." Perfect!', "« Pour trois affamés. » Parfait !"),
            says("B", "Three? I am hungry for two, {A}!", "Trois ? J'ai faim pour deux, {A} !"),
          ],
          [
            says("B", "I could eat for three! Read on!", "Je mange pour trois ! Lis donc !"),
            says("A", '"For two people." Oh! Only two?', "« Pour deux affamés. » Aïe !"),
          ],
        ],
        eitherOrder: [
          [
            says("A", '"Take a {item} and stir for an hour."', "« Prenez {the.item}, puis tournez. »"),
            says("B", "I am hungry already!", "J'ai déjà faim !"),
          ],
          [
            says(
              "A",
              ["Page {count} has the best dish.", "Le meilleur plat : page {count}."],
              ["The water is hot.", "L'eau est chaude."],
              ["This will be a great dish.", "Ce sera un grand plat."],
            ),
            says(
              "B",
              ["My belly is singing.", "Mon ventre chante."],
              ["I have the spoons ready.", "J'ai préparé les cuillères."],
              ["It smells good already.", "Ça sent déjà bon."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["standing", "jumping"], ["surprised", "sad"]), act("B", ["standing"], ["surprised"])],
      [
        says("A", "But we have no {item}!", "Mais nous n'avons pas ça !"),
        says("B", "{C} has one, {in.goal}.", "{C} en a, {in.goal}."),
      ],
      {
        key: true,
        or: [
          [
            says("A", "No {item}! Our dish is lost!", "Sans ça, notre plat est perdu !"),
            says("B", "Lost? Let us ask {C}!", "Perdu ? Allons voir {C} !"),
          ],
          [
            says("B", "I may have eaten it, {A}.", "C'est peut-être moi, {A}. Miam."),
            says("A", "You? Who has another one? {C}?", "Toi ? Qui en a encore ? {C} ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["The book says: one {item}.", "Le livre veut {a.item}."],
              ["The shelf is empty.", "L'étagère est vide."],
              ["Without it, it is only water.", "Sans ça, ce n'est que de l'eau."],
            ),
            says(
              "B",
              ["{C} always has a {item}.", "{C} a toujours {a.item}."],
              ["I can wait no longer.", "Je ne peux plus attendre."],
              ["{C} is never far: {in.goal}.", "{C} n'est pas loin : {in.goal}."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["pointing"], ["happy"]), act("A", ["running", "walking"], ["calm"])],
      [
        says("A", "Then {to.goal}, before {hour}!", "Alors, {to.goal}, avant {hour} !"),
        says("B", "The soup can stir itself.", "La soupe tournera sans nous."),
      ],
      {
        key: true,
        or: [
          [
            says("A", "Come, {B}! {C} goes to bed early.", "Viens, {B} ! {C} se couche tôt."),
            says("B", "And the fire? It burns alone.", "Et le feu ? Il brûle tout seul."),
          ],
          [
            says("A", "Run, {B}! A great dish is waiting!", "Cours, {B} ! Un grand plat attend !"),
            says("B", "And the soup? It can wait, too.", "Et la soupe ? Elle attendra aussi."),
          ],
        ],
        eitherOrder: [
          [
            says("B", "The soup can wait. Run, {A}!", "La soupe attendra. Cours, {A} !"),
            says("A", "It is a great dish! Run, {B}!", "Quel grand plat ! Cours, {B} !"),
          ],
          [
            says(
              "A",
              ["{C} closes at {hour}.", "{C} ferme à {hour}."],
              ["I take my big basket.", "Je prends mon grand panier."],
              ["A cook must hurry.", "En cuisine, il faut courir."],
            ),
            says(
              "B",
              ["The fire burns nicely.", "Le feu brûle bien."],
              ["I could eat the pot.", "Je mangerais la marmite."],
              ["It is a fine walk {to.goal}.", "Belle promenade : {the.goal}."],
            ),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["sleeping", "sitting"], ["calm"]), act("A", ["waving"], ["happy"])],
      [
        says("A", "{C}! We need your {item}!", "{C} ! Il nous faut {your.item} !"),
        says("C", "What? Now? What for?", "Quoi ? Là ? Pour quoi faire ?"),
      ],
      {
        item: "ground",
        key: true,
        or: [
          [
            says("C", "Mmm? Who calls? What is it for?", "Mmm ? Qui appelle ? Pour quoi ?"),
            says("A", "{C}! It is for {your.item}, quick!", "{C} ! C'est pour {your.item}, vite !"),
          ],
          [
            says("C", "It is mine, {A}. Like my nap.", "C'est à moi, {A}. Comme ma sieste."),
            says("A", "Is it yours? We need it, {C}!", "C'est à toi ? Il nous le faut, {C} !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I run a kitchen, {C}.", "J'ai un plat sur le feu, {C}."],
              ["I need that {item} badly.", "Il me faut {this.item}."],
              ["We came in a great hurry.", "On a couru jusqu'ici."],
            ),
            says(
              "C",
              ["I was asleep a minute ago.", "Je dormais, à l'instant."],
              ["I had such a nice dream.", "Mon rêve était si bon."],
              ["My naps are holy.", "Ma sieste, c'est sacré."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["standing", "pointing"], ["happy"]), act("C", ["standing", "pointing"], ["sly", "calm"])],
      [
        says("A", "For our dish. There it lies!", "Pour notre plat. C'est là !"),
        says("C", "It costs {bet}, my friends.", "Ce sera {bet}, mes amis."),
      ],
      {
        item: "ground",
        or: [
          [
            says("C", "Is it for a dish? {bet}, please.", "C'est pour un plat ? Ce sera {bet}."),
            says("A", "{bet}? My friend, it lies there!", "{bet} ? Mais ça traîne par terre !"),
          ],
          [
            says("C", "A price for friends: {bet}, {A}.", "Un prix d'ami, {A} : {bet}."),
            says("A", "Is that good, for a {item}?", "C'est bon marché, ça, {C} ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["Our pot is boiling.", "Notre marmite bout."],
              ["We are old friends.", "On est de vieux amis."],
              ["My purse is empty.", "Ma bourse est vide."],
            ),
            says(
              "C",
              ["This {item} costs {bet}.", "Mon prix pour ça : {bet}."],
              ["I never give discounts.", "Je ne fais pas de rabais."],
              ["My {item} is the best in town.", "J'ai ce qu'il y a de mieux."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("B", ["carrying"], ["happy"]), act("C", ["waving"], ["happy", "sly"])],
      [
        says("B", "You may eat with us for it.", "En échange, tu mangeras avec nous."),
        says("C", "That is a better price. Take it!", "Voilà qui est mieux. Prends !"),
      ],
      {
        item: "B",
        or: [
          [
            says("C", "Is that a price? I am hungry.", "J'ai faim. Quel autre prix ?"),
            says("B", "Then eat with us! I take it, yes?", "Mange avec nous ! Je prends ça ?"),
          ],
          [
            says("B", "A full plate, {C}. Is that a price?", "Une bonne assiette, {C}. C'est dit ?"),
            says("C", "It is! Where is this plate?", "C'est dit ! Où est cette assiette ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["There is room at our table.", "Il y a de la place à table."],
              ["The soup is for three.", "La soupe est pour trois."],
              ["I carry it like an egg.", "Je porte ça comme un œuf."],
            ),
            says(
              "C",
              ["I am hungry as well.", "J'ai faim, moi aussi."],
              ["I have my own spoon.", "J'ai ma cuillère."],
              ["I love soup.", "J'adore la soupe."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["jumping", "standing"], ["afraid", "surprised"]), act("B", ["standing"], ["surprised"])],
      [
        shouts("A", "The soup! It is still on the fire!", "La soupe ! Elle est sur le feu !"),
        says("B", "I said it would stir itself...", "Elle devait tourner sans nous..."),
      ],
      {
        item: "B",
        key: true,
        or: [
          [
            says("B", "What is that smell? The fire!", "Quelle est cette odeur ? Le feu !"),
            shouts("A", "The soup! And I said it stirs itself!", "La soupe ! Qui devait la tourner ?"),
          ],
          [
            shouts("A", "Oh! What did we forget? Oh no!", "Oh ! Qu'a-t-on oublié ? Oh non !"),
            says("B", "Do not say it, {A}! The soup?", "Ne le dis pas, {A} ! La soupe ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts(
              "A",
              ["The fire is too big!", "Le feu est trop fort !"],
              ["My beautiful soup!", "Ma belle soupe !"],
              ["It smells burnt!", "Ça sent le brûlé !"],
            ),
            says(
              "B",
              ["I see smoke.", "Je vois de la fumée."],
              ["We were away too long.", "On est partis trop longtemps."],
              ["My belly has a bad feeling.", "Mon ventre s'inquiète."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("C", ["eating"], ["happy"]),
        act("A", ["sitting"], ["sad", "disgusted"]),
        act("B", ["sitting"], ["disgusted"]),
      ],
      [
        says("A", "Burnt. All of it burnt.", "Brûlée. Elle est toute brûlée."),
        says("C", "Luckily I brought pie for three.", "J'ai là de la tarte pour trois."),
      ],
      {
        item: "away",
        or: [
          [
            says("C", "Is it burnt? I brought a pie!", "Tout brûlé ? J'ai là une tarte !"),
            says("A", "All of it burnt. What luck, a pie.", "Brûlé. Une chance, cette tarte."),
          ],
          [
            says("A", "My great dish is coal, {C}.", "Mon grand plat, c'est du charbon."),
            says("C", "Have some pie, great cook!", "De la tarte, {A}, grand chef !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "C",
              ["I baked this one this morning.", "Je l'ai faite ce matin."],
              ["My pie never burns.", "Ma tarte ne brûle jamais."],
              ["Hunger is the best cook.", "La faim fait tout manger."],
            ),
            says(
              "A",
              ["The spoon is stuck in it.", "La cuillère colle au fond."],
              ["I was nearly a great cook.", "J'étais presque un grand chef."],
              ["The pot is black for ever.", "La marmite restera noire."],
            ),
          ],
        ],
      },
    ),
  ],
};
