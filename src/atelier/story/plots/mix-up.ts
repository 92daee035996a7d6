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
        says("A", "Why do you run? Are you late?", "Pourquoi courir ? En retard ?"),
        says("C", "My boat! Goodbye, {A}!", "Mon bateau ! Au revoir, {A} !"),
      ],
      {
        or: [
          [
            says("C", "So late? I must be off!", "Si tard ? Je dois filer !"),
            says("A", "Be off, then! And greet the sea!", "File donc ! Et salue la mer !"),
          ],
          [
            says("A", "It is {now}, {C}. Must you be off?", "Il est {now}, {C}. Tu dois filer ?"),
            says("C", "I must! The sea does not wait!", "Je dois ! La mer n'attend pas !"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "I am late! My boat!", "Mon bateau ! Je suis en retard !"),
            says("A", "Have a good journey, {C}!", "Bon voyage, {C} !"),
          ],
          [
            says(
              "C",
              ["The boat leaves at {hour}.", "Le bateau part à {hour}."],
              ["I am always late.", "Je suis toujours en retard."],
              ["I packed in the dark.", "J'ai fait ma valise dans le noir."],
            ),
            says(
              "A",
              ["The sea is very calm today.", "La mer est très calme."],
              ["I will water your flowers.", "J'arroserai tes fleurs."],
              ["My own trip starts on {day}.", "Moi, je pars {day}."],
            ),
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
            says("A", "All my money is in it. Look, {B}!", "Tous mes sous sont dedans. Vois, {B} !"),
            says("B", "In this one? That is a mistake.", "Dans celle-ci ? C'est une erreur."),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ['The name on it is "{C}".', "Le nom écrit dessus : « {C} »."],
              ["They look like twins.", "Ce sont deux jumelles."],
              ["{C} was in a great hurry.", "{C} était si pressé{C.e}."],
            ),
            says(
              "A",
              ["All my money is gone.", "Tout mon argent est parti."],
              ["I saved for {count} years.", "J'ai économisé {count} ans."],
              ["Mine had a loose handle.", "La mienne avait une poignée usée."],
            ),
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
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["The boat leaves from {the.goal}.", "Le bateau part de là : {the.goal}."],
              ["{C} is a fast walker.", "{C} marche très vite."],
              ["The bell has rung once.", "La cloche a sonné une fois."],
            ),
            shouts(
              "A",
              ["My money sails away!", "Mon argent prend la mer !"],
              ["I run like the wind!", "Je cours comme le vent !"],
              ["That boat must wait!", "Ce bateau doit m'attendre !"],
            ),
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
        ],
        eitherOrder: [
          [
            shouts(
              "A",
              ["Your suitcase is here, {C}!", "Ta valise est là, {C} !"],
              ["I ran all the way!", "J'ai couru sans arrêt !"],
              ["The boat is still here!", "Le bateau est encore là !"],
            ),
            says(
              "C",
              ["My shirts are not in this one.", "Mes chemises n'y sont pas."],
              ["I wondered about the weight.", "Le poids m'a surpris."],
              ["The captain is having lunch.", "Le capitaine déjeune encore."],
            ),
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
            says("C", "You carried {treat}, {A}.", "Tu as porté {treat}, {A}."),
            says("A", "{treat}? My arms thought it was gold!", "{treat} ? J'aurais dit de l'or !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["My arms are longer now.", "J'ai les bras plus longs."],
              ["I stopped {count} times on the way.", "J'ai fait {count} pauses en route."],
              ["Even a donkey would complain.", "Même un âne se plaindrait."],
            ),
            says(
              "C",
              ["My jars are all in one piece.", "Mes bocaux n'ont rien."],
              ["I never travel without {treat}.", "Je voyage avec mes provisions."],
              ["The sea makes one hungry.", "La mer, ça creuse."],
            ),
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
            says("C", "I was hungry, and there was money.", "J'avais faim, il y avait des sous."),
            says("A", "Is that my money you are eating?", "Ce sont mes sous que tu manges ?"),
          ],
          [
            says("C", "I swear I bought only one pie.", "Je le jure, une tarte, pas plus."),
            says("A", "Only one? And mine is so light!", "Une seule ? Mais ma valise est vide !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["My money was on top.", "Mon argent était sur le dessus."],
              ["I count nothing but socks.", "Je n'y compte que des bas."],
              ["This is too light.", "C'est bien trop léger."],
            ),
            says(
              "C",
              ["That was a very good pie.", "C'était une très bonne tarte."],
              ["I paid like a king.", "J'ai payé comme un roi."],
              ["My belly was quite empty.", "J'avais le ventre vide."],
            ),
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
            says("A", "I eat until we are even, {C}.", "Je mange, et on est quittes, {C}."),
            says("C", "Even? You eat for three, {A}!", "Quittes ? Tu manges pour trois, {A} !"),
          ],
          [
            says("C", "Eat, {A}, and then we are even.", "Mange, {A}, et on sera quittes."),
            says("A", "Even? I eat until your boat comes!", "Quittes ? Je mange pour trois, {C} !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["Half of the jars are mine.", "La moitié des bocaux est à moi."],
              ["I am eating my money back.", "Je mange ce qu'on me doit."],
              ["I open the biggest jar.", "J'ouvre le plus gros bocal."],
            ),
            says(
              "C",
              ["My boat is gone.", "Mon bateau est parti."],
              ["The next one sails on {day}.", "Le prochain part {day}."],
              ["It is nice to have company.", "C'est bien d'être à deux."],
            ),
          ],
        ],
      },
    ),
  ],
};
