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
        says("A", '"Take a {item} and stir for an hour."', "« Prenez {the.item}, puis tournez. »"),
        says("B", "I am hungry already!", "J'ai déjà faim !"),
      ],
      {
        or: [
          [
            says("B", "I am hungry! What does the book say?", "J'ai faim ! Que dit le livre ?"),
            says("A", 'It says: "Take a {item} and stir."', "Il dit : « Ajoutez {the.item}. »"),
          ],
          [
            says("A", '"For three hungry people." Perfect!', "« Pour trois affamés. » Parfait !"),
            says("B", "Three? I am hungry for two, {A}!", "Trois ? J'ai faim pour deux, {A} !"),
          ],
          [
            says("B", "I could eat for three! Read on!", "Je mange pour trois ! Lis donc !"),
            says("A", '"For two people." Oh! Only two?', "« Pour deux affamés. » Aïe !"),
          ],
          [
            says("A", "The soup is on the fire. What next?", "La soupe est au feu. Et après ?"),
            says("B", "Next we eat, I hope!", "Après, on mange, j'espère !"),
          ],
          [
            says("B", "The soup smells good. Do we eat?", "La soupe sent bon. On mange ?"),
            says("A", "Not yet! Next comes a {item}.", "Pas encore ! Après, {a.item}."),
          ],
          [
            says("B", "I am hungry already!", "J'ai déjà faim !"),
            says("A", '"Take a {item} and stir for an hour."', "« Prenez {the.item}, puis tournez. »"),
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
            says("B", "Why that face? Is something missing?", "Quelle tête ! Il manque quelque chose ?"),
            says("A", "We have no {item}! But {C} has one.", "{the.item} ! Mais {C} doit en avoir."),
          ],
          [
            says("A", "No {item}! Our dish is lost!", "Sans ça, notre plat est perdu !"),
            says("B", "Lost? Let us ask {C}!", "Perdu ? Allons voir {C} !"),
          ],
          [
            says("B", "Is our dish lost? Not with {C}!", "Notre plat, perdu ? Et {C}, alors ?"),
            says("A", "{C}! We must ask for a {item}!", "{C} ! Demandons {the.item} à {C} !"),
          ],
          [
            says("A", "Who has eaten our {item}?", "Qui a mangé {the.item} ?"),
            says("B", "Not I! Or... {C} may have one.", "Pas moi ! Enfin... {C} en a encore."),
          ],
          [
            says("B", "I may have eaten it, {A}.", "C'est peut-être moi, {A}. Miam."),
            says("A", "You? Who has another one? {C}?", "Toi ? Qui en a encore ? {C} ?"),
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
            says("B", "Who stirs the soup? Nobody?", "Qui tourne la soupe ? Personne ?"),
            says("A", "It stirs itself! Come {to.goal}!", "Elle tourne seule ! Viens {to.goal} !"),
          ],
          [
            says("A", "Come, {B}! {C} goes to bed early.", "Viens, {B} ! {C} se couche tôt."),
            says("B", "And the fire? It burns alone.", "Et le feu ? Il brûle tout seul."),
          ],
          [
            says("B", "The fire burns well. Do we go?", "Le feu brûle bien. On y va ?"),
            says("A", "Come, or {C} goes to bed!", "Viens, ou {C} sera au lit !"),
          ],
          [
            says("A", "Run, {B}! A great dish is waiting!", "Cours, {B} ! Un grand plat attend !"),
            says("B", "And the soup? It can wait, too.", "Et la soupe ? Elle attendra aussi."),
          ],
          [
            says("B", "The soup can wait. Run, {A}!", "La soupe attendra. Cours, {A} !"),
            says("A", "It is a great dish! Run, {B}!", "Quel grand plat ! Cours, {B} !"),
          ],
          [
            says("A", "It stirs itself! Come {to.goal}!", "Elle tourne seule ! Viens {to.goal} !"),
            says("B", "Who stirs the soup? Nobody?", "Qui tourne la soupe ? Personne ?"),
          ],
          [
            says("A", "Come, or {C} goes to bed!", "Viens, ou {C} sera au lit !"),
            says("B", "The fire burns well. Do we go?", "Le feu brûle bien. On y va ?"),
          ],
          [
            says("A", "It is a great dish! Run, {B}!", "Quel grand plat ! Cours, {B} !"),
            says("B", "The soup can wait. Run, {A}!", "La soupe attendra. Cours, {A} !"),
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
            says("A", "Are you asleep? We are in a hurry!", "Tu dors ? Nous, on est pressés !"),
            says("C", "In a hurry? With what, {A}?", "Pressés ? Mais de quoi, {A} ?"),
          ],
          [
            says("C", "Why such a hurry? I was asleep.", "Pourquoi se presser ? Je dormais."),
            says("A", "{C}! We need a {item}!", "{C}, il nous faut {a.item} !"),
          ],
          [
            says("A", "Is that {item} yours, {C}?", "C'est à toi, {the.item}, {C} ?"),
            says("C", "Mine, yes. And my nap was mine, too.", "À moi, oui. Ma sieste aussi."),
          ],
          [
            says("C", "It is mine, {A}. Like my nap.", "C'est à moi, {A}. Comme ma sieste."),
            says("A", "Is it yours? We need it, {C}!", "C'est à toi ? Il nous le faut, {C} !"),
          ],
          [
            says("A", "{C}! It is for {your.item}, quick!", "{C} ! C'est pour {your.item}, vite !"),
            says("C", "Mmm? Who calls? What is it for?", "Mmm ? Qui appelle ? Pour quoi ?"),
          ],
          [
            says("A", "{C}! We need a {item}!", "{C}, il nous faut {a.item} !"),
            says("C", "Why such a hurry? I was asleep.", "Pourquoi se presser ? Je dormais."),
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
            says("A", "Our soup cannot wait, {C}!", "Notre soupe n'attend pas, {C} !"),
            says("C", "I can. It costs {bet}.", "Moi si. C'est {bet}."),
          ],
          [
            says("C", "I can wait. {bet}, please, {A}.", "Moi, j'attends. {bet}, {A}."),
            says("A", "But our soup cannot, {C}!", "Mais pas notre soupe, {C} !"),
          ],
          [
            says("A", "A good price for friends, {C}?", "Un bon prix entre amis, {C} ?"),
            says("C", "For you, {A}: {bet}.", "Pour toi, {A} : {bet}."),
          ],
          [
            says("C", "A price for friends: {bet}, {A}.", "Un prix d'ami, {A} : {bet}."),
            says("A", "Is that good, for a {item}?", "C'est bon marché, ça, {C} ?"),
          ],
          [
            says("C", "It costs {bet}, my friends.", "Ce sera {bet}, mes amis."),
            says("A", "For our dish. There it lies!", "Pour notre plat. C'est là !"),
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
          [
            says("C", "And where is my plate, {B}?", "Et mon assiette, {B}, où est-elle ?"),
            says("B", "With us, {C}! A full one, I say!", "Chez nous, {C} ! Une bonne, c'est dit !"),
          ],
          [
            says("B", "Come with us, {C}! We share it.", "Viens, {C} ! On partage le plat."),
            says("C", "Agreed! I bring something sweet.", "D'accord ! J'apporte du sucré."),
          ],
          [
            says("C", "If we share it, I come with you.", "Si on partage, je viens avec vous."),
            says("B", "Agreed! Bring something sweet, {C}.", "D'accord ! Apporte du sucré, {C}."),
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
          [
            says("B", "Did we not forget something?", "On n'a rien oublié ?"),
            shouts("A", "The soup! Say that it is not so!", "La soupe ! Oh, dis-moi que non !"),
          ],
          [
            shouts("A", "Smoke over there! Is it our house?", "De la fumée ! C'est chez nous ?"),
            says("B", "It is, {A}. And it was our soup.", "Oui, {A}. Et c'était notre soupe."),
          ],
          [
            says("B", "Is that smoke, {A}? Over our house?", "C'est de la fumée, {A} ? Chez nous ?"),
            shouts("A", "Our soup! Oh no, run!", "Notre soupe ! Oh non, cours !"),
          ],
          [
            says("B", "I said it would stir itself...", "Elle devait tourner sans nous..."),
            shouts("A", "The soup! It is still on the fire!", "La soupe ! Elle est sur le feu !"),
          ],
          [
            shouts("A", "Our soup! Oh no, run!", "Notre soupe ! Oh non, cours !"),
            says("B", "Is that smoke, {A}? Over our house?", "C'est de la fumée, {A} ? Chez nous ?"),
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
          [
            says("C", "Here is pie, great cook, not coal!", "De la tarte, {A}, pas du charbon !"),
            says("A", "It was a great dish, {C}. Once.", "C'était un grand plat, {C}. Avant."),
          ],
          [
            says("A", '"Stir for an hour," said the book.', "« Tournez une heure », dit le livre."),
            says("C", "My pie needs no book. Eat, {A}!", "Ma tarte est sans livre. Mange, {A} !"),
          ],
          [
            says("C", "Eat, {A}! My pie is from no book.", "Mange, {A} ! Ma tarte est sans livre."),
            says("A", "And I had only to stir, it said.", "Il fallait tourner, disait le mien."),
          ],
          [
            says("C", "Luckily I brought pie for three.", "J'ai là de la tarte pour trois."),
            says("A", "Burnt. All of it burnt.", "Brûlée. Elle est toute brûlée."),
          ],
          [
            says("C", "Have some pie, great cook!", "De la tarte, {A}, grand chef !"),
            says("A", "My great dish is coal, {C}.", "Mon grand plat, c'est du charbon."),
          ],
          [
            says("C", "My pie needs no book. Eat, {A}!", "Ma tarte est sans livre. Mange, {A} !"),
            says("A", '"Stir for an hour," said the book.', "« Tournez une heure », dit le livre."),
          ],
        ],
      },
    ),
  ],
};
