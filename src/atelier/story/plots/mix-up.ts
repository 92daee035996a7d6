import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** Two travellers take each other's luggage. */
export const MIX_UP: Plot = {
  name: "mix-up",
  titles: texts(
    "The wrong suitcase",
    "La mauvaise valise",
    "Yours or mine?",
    "À toi ou à moi ?",
    "{A} travels",
    "{A} en voyage",
  ),
  items: ["suitcase"],
  homes: [...WATER, ...TOWN, ...INSIDE],
  goals: [...WATER, ...TOWN, ...INSIDE, ...WILD],
  together: false,
  item: "ground",
  opening: [
    atHome(
      [
        act("A", ["sitting", "eating"], ["happy", "calm"]),
        act("C", ["walking", "carrying"], ["afraid"], "umbrella"),
      ],
      [
        says("C", "I am late! My boat!", "Mon bateau ! Je suis en retard !"),
        says("A", "Have a good journey, {C}!", "Bon voyage, {C} !"),
      ],
      {
        or: [
          [
            says("A", "Why do you run? Are you late?", "Pourquoi courir ? En retard ?"),
            says("C", "My boat! Goodbye, {A}!", "Mon bateau ! Au revoir, {A} !"),
          ],
          [
            says("C", "So late? I must be off!", "Si tard ? Je dois filer !"),
            says("A", "Be off, then! And greet the sea!", "File donc ! Et salue la mer !"),
          ],
          [
            says("A", "It is {now}, {C}. Must you be off?", "Il est {now}, {C}. Tu dois filer ?"),
            says("C", "I must! The sea does not wait!", "Je dois ! La mer n'attend pas !"),
          ],
          [
            says("C", "My boat leaves in {count} minutes!", "Mon bateau part dans {count} minutes !"),
            says("A", "Then run! And send me a card, {C}!", "Alors cours ! Et écris-moi, {C} !"),
          ],
          [
            says("A", "Send me a card from the boat, {C}!", "Écris-moi du bateau, {C} !"),
            says("C", "If it does not leave before I run!", "S'il ne part pas sans moi ! Je cours !"),
          ],
          [
            says("A", "Have a good journey, {C}!", "Bon voyage, {C} !"),
            says("C", "I am late! My boat!", "Mon bateau ! Je suis en retard !"),
          ],
          [
            says("C", "My boat! Goodbye, {A}!", "Mon bateau ! Au revoir, {A} !"),
            says("A", "Why do you run? Are you late?", "Pourquoi courir ? En retard ?"),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["carrying", "standing"], ["surprised"])],
      [
        thinks(
          "A",
          "My suitcase? It was never so heavy.",
          "Ma valise ? Elle n'est pas si lourde !",
          "What have I packed? Stones?",
          "Qu'ai-je mis là-dedans ? Des pierres ?",
          "Oof! It was lighter this morning.",
          "Ouf ! Elle pesait moins, ce matin.",
          "Did {C} put a stone in it?",
          "{C} y a mis un caillou ?",
          "It smells of lunch. How odd...",
          "Elle sent le repas. Bizarre...",
          "Has it grown? Or do I shrink?",
          "A-t-elle grossi, ou ai-je rétréci ?",
        ),
      ],
      { item: "A", key: true, sounds: texts("Oof!", "Ouf !") },
    ),
    atHome(
      [act("B", ["pointing"], ["surprised"]), act("A", ["standing"], ["afraid", "surprised"])],
      [
        says("B", 'That one says "{C}", {A}.', "Dessus, il y a « {C} », {A}."),
        says("A", "Then {C} has mine! With my money!", "{C} a la mienne ! Avec mes sous !"),
      ],
      {
        key: true,
        or: [
          [
            says("A", "So heavy! Is it really mine, {B}?", "Si lourde ! C'est bien la mienne, {B} ?"),
            says("B", 'No, {A}. Here it says "{C}".', "Non, {A}. Ici, on lit « {C} »."),
          ],
          [
            says("B", 'Is your name "{C}" now?', "Tu t'appelles « {C} », toi ?"),
            says("A", "What? {C} has all my money!", "Quoi ? {C} file avec mes sous !"),
          ],
          [
            says("A", "What? Whose name is this?", "Quoi ? C'est quoi, ce nom ?"),
            says("B", "It is {C}'s. And {C} has your money!", "Celui de {C}. Et {C} a tes sous !"),
          ],
          [
            says("B", "Two suitcases, one mistake, {A}.", "Deux valises, une erreur, {A}."),
            says("A", "And all my money is in mine!", "Mes sous sont dans la mienne !"),
          ],
          [
            says("A", "All my money is in it. Look, {B}!", "Tous mes sous sont dedans. Vois, {B} !"),
            says("B", "In this one? That is a mistake.", "Dans celle-ci ? C'est une erreur."),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["pointing", "waving"], ["calm"]), act("A", ["running"], ["afraid", "angry"])],
      [
        says(
          "B",
          "{C} sails from there: {the.goal}!",
          "{C} part de là-bas : {the.goal} !",
          "Quick! {C} is going {to.goal}.",
          "Vite ! {C} va {to.goal}.",
        ),
        shouts("A", "When does it leave? At {hour}?", "Le départ, à {hour} ?"),
      ],
      {
        or: [
          [
            shouts("A", "Where is {C}? When does the boat leave?", "Où est {C} ? Le bateau part quand ?"),
            says("B", "At {hour}, {in.goal}! Quick!", "À {hour}, {in.goal} ! Vite !"),
          ],
          [
            says("B", "Run, or your money sails away!", "Cours, ou tes sous s'en vont !"),
            shouts("A", "I run! Is it {to.goal}?", "Je cours ! C'est {to.goal} ?"),
          ],
          [
            shouts("A", "There it sails! Where to, {B}?", "Adieu, mes sous ! Par où, {B} ?"),
            says("B", "Run, {A}! {to.goal}!", "Cours, {A} ! Droit {to.goal} !"),
          ],
          [
            says("B", "It is far, {A}. Be there by {hour}!", "C'est loin, {A}. Sois-y à {hour} !"),
            says("A", "Far or not, I get my suitcase!", "Loin ou pas, je veux ma valise !"),
          ],
          [
            says("A", "Is it far {to.goal}, {B}?", "C'est loin, {the.goal}, {B} ?"),
            says("B", "Be there by {hour}, or it is lost!", "Sois-y à {hour}, sinon, adieu !"),
          ],
          [
            says("B", "Be there by {hour}, or it is lost!", "Sois-y à {hour}, sinon, adieu !"),
            says("A", "Is it far {to.goal}, {B}?", "C'est loin, {the.goal}, {B} ?"),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("A", ["running"], ["sad", "afraid"])],
      [
        thinks(
          "A",
          "{in.goal} at last. And {C}?",
          "Enfin {in.goal}. Et {C} ?",
          "I hope the boat is late, too.",
          "Pourvu que le bateau tarde aussi.",
          "My arms grow long. Where is {C}?",
          "Mes bras s'allongent. Où est {C} ?",
          "If {C} is gone, I sit down and cry.",
          "Si {C} n'est plus là, je pleure.",
          "My poor money! {C}, where are you?",
          "Mes pauvres sous ! {C}, où es-tu ?",
          "Not too late, I hope. It is {now}.",
          "Pas trop tard, j'espère. Il est {now}.",
        ),
      ],
    ),
    atGoal(
      [act("C", ["sitting", "standing"], ["sad", "surprised"]), act("A", ["waving", "jumping"], ["happy"])],
      [
        shouts("A", "{C}! I have your suitcase!", "{C} ! J'ai ta valise !"),
        says("C", "Mine? Then whose is this?", "La mienne ? Et celle-ci ?"),
      ],
      {
        key: true,
        or: [
          [
            says("C", "Whose suitcase is this? Not mine!", "À qui est cette valise ? Pas à moi !"),
            shouts("A", "{C}! Yours is here, I have it!", "{C} ! La tienne est ici, je l'ai !"),
          ],
          [
            shouts("A", "Stop, {C}! You took the wrong one!", "Halte, {C} ! Tu as pris la mauvaise !"),
            says("C", "The wrong one? It is so light!", "La mauvaise ? Elle est si légère !"),
          ],
          [
            says("C", "Why is my suitcase so light?", "Pourquoi est-elle si légère ?"),
            shouts("A", "Because you took the wrong one!", "Parce que tu as pris la mauvaise !"),
          ],
          [
            says("A", "You are still here? What luck!", "Encore là ? Quelle chance !"),
            says("C", "{A}? What have you there? Mine?", "{A} ? Que tiens-tu là ? La mienne ?"),
          ],
          [
            says("C", "{A}! You have what is mine!", "{A} ! Tu as la mienne !"),
            says("A", "And you have mine! What luck!", "Toi, la mienne ! Quelle chance !"),
          ],
          [
            shouts("A", "{C}! Yours is here, I have it!", "{C} ! La tienne est ici, je l'ai !"),
            says("C", "Whose suitcase is this? Not mine!", "À qui est cette valise ? Pas à moi !"),
          ],
          [
            says("C", "{A}? What have you there? Mine?", "{A} ? Que tiens-tu là ? La mienne ?"),
            says("A", "You are still here? What luck!", "Encore là ? Quelle chance !"),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["carrying"], ["happy", "surprised"]), act("A", ["pointing"], ["happy"])],
      [
        says("A", "Yours is heavy. What is inside?", "Elle est lourde ! Qu'y a-t-il dedans ?"),
        says("C", "{count} jars of {treat}. My lunch!", "{treat}, pour {count} jours !"),
      ],
      {
        item: "C",
        key: true,
        or: [
          [
            says("C", "At last! How heavy! My lunch!", "Enfin ! Elle est lourde ! Mon repas !"),
            says("A", "What is inside? Oh, {treat}!", "Qu'y a-t-il dedans ? Oh, {treat} !"),
          ],
          [
            says("A", "Oh, my arms! Did I carry gold?", "Oh, mes bras ! C'était de l'or ?"),
            says("C", "Better than gold, {A}: {treat}!", "Mieux que de l'or, {A} : {treat} !"),
          ],
          [
            says("C", "You carried {treat}, {A}.", "Tu as porté {treat}, {A}."),
            says("A", "{treat}? My arms thought it was gold!", "{treat} ? J'aurais dit de l'or !"),
          ],
          [
            says("A", "My back! Are there stones in it?", "Mon dos ! Ce sont des pierres ?"),
            says("C", "No stones, {A}! A whole lunch!", "Pas de pierres, {A} ! Un repas !"),
          ],
          [
            says("C", "Careful! My lunch is in there.", "Attention ! C'est mon repas."),
            says("A", "A lunch? My back says stones!", "Un repas ? Mon dos, lui, dit non !"),
          ],
          [
            says("A", "What is inside? Oh, {treat}!", "Qu'y a-t-il dedans ? Oh, {treat} !"),
            says("C", "At last! How heavy! My lunch!", "Enfin ! Elle est lourde ! Mon repas !"),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["standing"], ["afraid", "surprised"]), act("C", ["eating"], ["happy", "sly"])],
      [
        says("A", "And mine? Is the money still there?", "Et la mienne ? Et mes sous ?"),
        says("C", "Spent on a pie. I was hungry!", "J'en ai fait une tarte. La faim !"),
      ],
      {
        or: [
          [
            says("C", "Your money? It made a good pie.", "Tes sous ? Ils font une bonne tarte."),
            says("A", "Is it spent? All of it?", "C'est dépensé ? Jusqu'au dernier ?"),
          ],
          [
            says("A", "What are you eating there, {C}?", "Que manges-tu donc là, {C} ?"),
            says("C", "Your money. I was so hungry!", "Tes sous, {A}. J'avais si faim !"),
          ],
          [
            says("C", "I was hungry, and there was money.", "J'avais faim, il y avait des sous."),
            says("A", "Is that my money you are eating?", "Ce sont mes sous que tu manges ?"),
          ],
          [
            says("A", "How light mine is! What did you buy?", "La mienne est vide ! Qu'as-tu acheté ?"),
            says("C", "I bought only one pie, I swear.", "Juste une tarte, je le jure."),
          ],
          [
            says("C", "I swear I bought only one pie.", "Je le jure, une tarte, pas plus."),
            says("A", "Only one? And mine is so light!", "Une seule ? Mais ma valise est vide !"),
          ],
          [
            says("A", "Is it spent? All of it?", "C'est dépensé ? Jusqu'au dernier ?"),
            says("C", "Your money? It made a good pie.", "Tes sous ? Ils font une bonne tarte."),
          ],
          [
            says("C", "Your money. I was so hungry!", "Tes sous, {A}. J'avais si faim !"),
            says("A", "What are you eating there, {C}?", "Que manges-tu donc là, {C} ?"),
          ],
          [
            says("C", "I bought only one pie, I swear.", "Juste une tarte, je le jure."),
            says("A", "How light mine is! What did you buy?", "La mienne est vide ! Qu'as-tu acheté ?"),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["sitting", "eating"], ["angry", "sad"]), act("C", ["sitting", "waving"], ["happy"])],
      [
        says("A", "Then half of your lunch is mine.", "Alors, la moitié du repas est à moi."),
        says("C", "And I have missed my boat for it.", "Et mon bateau est parti sans moi."),
      ],
      {
        or: [
          [
            says("C", "For you I have missed my boat, {A}.", "Par ta faute, plus de bateau, {A}."),
            says("A", "And for my pie I eat half your lunch.", "Et moi, j'ai droit à la moitié."),
          ],
          [
            says("A", "Sit down and share! We have time.", "Assis, et partage ! On a le temps."),
            says("C", "Time, yes. My boat is gone!", "Le temps, oui. Et plus de bateau !"),
          ],
          [
            says("C", "My boat is gone. I have time.", "Mon bateau est parti. J'attends."),
            says("A", "Then share your lunch! Sit down!", "Assis, {C} ! Partage ton repas !"),
          ],
          [
            says("A", "I eat until we are even, {C}.", "Je mange, et on est quittes, {C}."),
            says("C", "Even? You eat for three, {A}!", "Quittes ? Tu manges pour trois, {A} !"),
          ],
          [
            says("C", "Eat, {A}, and then we are even.", "Mange, {A}, et on sera quittes."),
            says("A", "Even? I eat until your boat comes!", "Quittes ? Je mange pour trois, {C} !"),
          ],
          [
            says("C", "And I have missed my boat for it.", "Et mon bateau est parti sans moi."),
            says("A", "Then half of your lunch is mine.", "Alors, la moitié du repas est à moi."),
          ],
          [
            says("A", "And for my pie I eat half your lunch.", "Et moi, j'ai droit à la moitié."),
            says("C", "For you I have missed my boat, {A}.", "Par ta faute, plus de bateau, {A}."),
          ],
        ],
      },
    ),
  ],
};
