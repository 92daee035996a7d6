import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A thing is stolen, the thief is followed, and there was a reason. */
export const THEFT: Plot = {
  name: "theft",
  titles: texts(
    "The stolen {item}",
    "Sans {item}",
    "Stop, thief!",
    "Au voleur !",
    "A {item} too many",
    "Une affaire de {item}",
  ),
  items: ["ring", "flower", "fish", "pie", "cup", "lantern"],
  homes: [...INSIDE, ...TOWN, ...WATER],
  goals: [...WILD, ...INSIDE, ...WATER],
  together: true,
  item: "A",
  opening: [
    atHome(
      [act("A", ["carrying"], ["happy"]), act("B", ["standing", "sitting"], ["calm"])],
      [
        says(
          "A",
          "Look at {my.item}! It is for {relative}.",
          "Regarde, {B} ! C'est pour {relative}.",
          "{my.item} is ready for {relative}!",
          "{my.item} ? Un cadeau pour {relative} !",
        ),
        says(
          "B",
          "Do not let {C} see it.",
          "Que {C} ne voie pas ça !",
          "Then hide it well from {C}.",
          "Alors cache ça de {C}.",
        ),
      ],
      {
        or: [
          [
            says("B", "What have you there? Hide it!", "Que tiens-tu là ? Cache ça vite !"),
            says("A", "It is {my.item}, for {relative}.", "C'est {my.item}, pour {relative}."),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I made it pretty for {relative}.", "{relative} va aimer mon paquet."],
              ["Nobody has a finer {item}.", "Personne n'a mieux que {my.item}."],
              ["{relative} will dance for joy.", "{relative} va danser de joie."],
            ),
            says(
              "B",
              ["{C} likes fine things, too.", "{C} aime aussi les belles choses."],
              ["I saw {C} behind the door.", "J'ai vu {C} derrière la porte."],
              ["{C} has sharp ears today.", "{C} a l'oreille fine, aujourd'hui."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["pointing", "walking"], ["calm"]), act("B", ["sitting", "sleeping"], ["calm"])],
      [
        says(
          "A",
          "I fetch paper to wrap it. Watch it!",
          "Je cherche du papier. Surveille !",
          "Guard {the.item}, I need a ribbon.",
          "Garde {the.item}, il me faut un ruban.",
        ),
        says(
          "B",
          "My eyes will not leave it...",
          "Je ne ferme pas l'œil...",
          "Nobody will get past me...",
          "Personne ne passera...",
        ),
      ],
      {
        item: "ground",
        or: [
          [
            says("A", "Do not fall asleep again, {B}!", "Ne t'endors pas encore, {B} !"),
            says("B", "I? I never sleep, {A}...", "Moi, {A} ? Je ne dors jamais..."),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["A present needs a red ribbon.", "Un cadeau veut un ruban rouge."],
              ["Paper is all I need now.", "Il ne me manque que du papier."],
              ["I run home for scissors.", "Je file chercher des ciseaux."],
            ),
            says(
              "B",
              ["This is a good place to sit.", "On est bien assis, par ici."],
              ["I have eyes like an eagle.", "J'ai des yeux d'aigle."],
              ["Thieves are afraid of me.", "Les voleurs ont peur de moi."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("C", ["walking", "carrying"], ["sly"]), act("B", ["sleeping"], ["calm"])],
      [
        thinks(
          "C",
          "{B} snores. Now it is mine!",
          "{B} ronfle. C'est à moi !",
          "Quick, before {A} comes back!",
          "Vite, avant que {A} revienne !",
          "On tiptoe... Come to me, {item}!",
          "Sur la pointe des pieds... À moi !",
          "Nobody looks. Nobody hears. Hop!",
          "Nul ne voit, nul n'entend. Hop !",
          "What a guard! Sleep well, {B}.",
          "Belle garde ! Dors bien, {B}.",
          "Nobody gives me one. So I take it.",
          "On ne m'offre rien. Alors je prends.",
        ),
      ],
      { item: "C", key: true, sounds: texts("Zzz...", "Zzz...", "Snore!", "Rrron !") },
    ),
    atHome(
      [
        act("A", ["jumping", "standing"], ["angry", "surprised"]),
        act("B", ["sitting", "standing"], ["sad", "surprised"]),
      ],
      [
        shouts(
          "A",
          "{the.item} is gone! And you slept!",
          "Volé ! Et toi, tu dormais !",
          "Where is {my.item}, {B}?",
          "Où est {my.item}, {B} ?",
        ),
        says(
          "B",
          "I only closed one eye!",
          "Je n'ai fermé qu'un œil !",
          "It stood there a moment ago!",
          "C'était là à l'instant !",
        ),
      ],
      {
        item: "away",
        key: true,
        or: [
          [
            shouts("B", "Gone? I closed one eye, one!", "Plus rien ? Un œil, un seul !"),
            shouts("A", "You slept with both! Where is it?", "Tu dormais des deux ! Où est-ce ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts(
              "A",
              ["{my.item} was right here!", "{my.item} était juste ici !"],
              ["Our present is stolen!", "On a volé notre cadeau !"],
              ["I was away for one minute!", "J'étais à côté, une minute !"],
            ),
            says(
              "B",
              ["My eyes fell shut by themselves.", "Mes yeux se sont fermés tout seuls."],
              ["I dreamt of a big sheep.", "Je rêvais d'un gros mouton."],
              ["It is so quiet here.", "C'est si calme, par ici."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["pointing"], ["surprised"]), act("A", ["standing", "running"], ["angry"])],
      [
        says("B", "Here, footprints! They are {C}'s!", "Là, des traces ! Celles de {C} !"),
        says("A", "They lead {to.road}. After them!", "Elles vont {to.road}. Suivons-les !"),
      ],
      {
        or: [
          [
            says("A", "Look, footprints! Whose are they?", "Regarde, des traces ! À qui sont-elles ?"),
            says("B", "{C}'s! And they lead {to.road}!", "À {C} ! Et elles vont {to.road} !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I will get my present back.", "Je vais reprendre mon cadeau."],
              ["That thief will be sorry.", "Ce voleur va le regretter."],
              ["I know where {C} hides: {in.goal}.", "Je sais où {C} se cache : {in.goal}."],
            ),
            says(
              "B",
              ["Nobody else has such big feet.", "Personne n'a d'aussi grands pieds."],
              ["{C} always runs that way.", "{C} file toujours par là."],
              ["{C} cannot be far yet.", "{C} ne peut pas être loin."],
            ),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["sitting", "jumping"], ["happy", "sly"])],
      [
        thinks(
          "C",
          "{A} will never look {in.goal}.",
          "{A} ne viendra jamais ici.",
          "Nobody followed me. Mine at last!",
          "Personne ne m'a suivi. Enfin !",
          "Nobody runs like me! Nobody!",
          "Nul ne court comme moi ! Nul !",
          "How fine it is... and all for me.",
          "Que c'est beau... et tout à moi.",
          "{A} still shouts at {B}, I bet!",
          "{A} gronde encore {B}, je parie !",
          "It is mine. But whom do I show it to?",
          "C'est à moi. Mais à qui le montrer ?",
        ),
      ],
      { item: "C" },
    ),
    atGoal(
      [
        act("A", ["pointing", "running"], ["angry"]),
        act("C", ["standing", "running"], ["afraid", "surprised"]),
        act("B", ["running"], ["angry"]),
      ],
      [
        shouts("A", "Stop, {C}! That is {my.item}!", "Halte, {C} ! C'est {my.item} !"),
        says("C", "How did you find me here?", "Comment m'as-tu retrouvé{C.e} ?"),
      ],
      {
        item: "C",
        key: true,
        or: [
          [
            says("C", "I only borrowed it! Hands off, {A}!", "Je l'emprunte ! Bas les pattes, {A} !"),
            shouts("A", "Only? It was stolen, {C}!", "C'est tout ? Tu l'as volé, {C} !"),
          ],
        ],
        eitherOrder: [
          [
            shouts(
              "A",
              ["{my.item}, at last!", "{my.item}, enfin !"],
              ["I know you by your feet, {C}!", "Tes pieds t'ont trahi{C.e}, {C} !"],
              ["We have got you, {C}!", "On te tient, {C} !"],
            ),
            says(
              "C",
              ["I run faster than you two.", "Je cours plus vite que vous."],
              ["I thought you were asleep.", "Je vous croyais au lit."],
              ["It only wanted some fresh air.", "On prenait juste un peu l'air."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("C", ["falling"], ["afraid", "surprised"]),
        act("B", ["standing", "pointing"], ["happy", "surprised"]),
      ],
      [
        shouts("C", "Ow! My knee!", "Ouille ! Mon genou !"),
        says("B", "You ran from us, but not from that.", "Voilà où mène la fuite."),
      ],
      {
        item: "ground",
        sounds: texts("Thud!", "Boum !", "Bonk!", "Paf !"),
        or: [
          [
            shouts("C", "I give up! How it hurts!", "Je me rends ! Que ça fait mal !"),
            says("B", "Does it? Give it back, {C}!", "Mal ? Alors rends ça, {C} !"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "Mind your feet, {C}! Too late!", "Gare à tes pieds, {C} ! Trop tard !"),
            shouts("C", "Ow! My feet! My knee!", "Ouille ! Mes pieds ! Mon genou !"),
          ],
          [
            shouts(
              "C",
              ["My poor knee!", "Mon pauvre genou !"],
              ["Ow! I see stars!", "Aïe ! Je vois des étoiles !"],
              ["I surrender!", "Je me rends !"],
            ),
            says(
              "B",
              ["The present is still in one piece.", "Le cadeau n'a rien, lui."],
              ["That stone is on our side.", "Ce caillou est de notre côté."],
              ["The chase is over.", "Fini de courir."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["sitting"], ["sad"]), act("A", ["carrying", "standing"], ["angry", "surprised"])],
      [
        says("A", "I have it back. Why did you take it?", "Je reprends mon bien. Pourquoi ce vol ?"),
        says("C", "Nobody ever gives me a present.", "On ne me donne jamais rien."),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("C", "Nobody gives me anything.", "Personne ne m'offre rien, {A}."),
            says("A", "So you take it? I have it back!", "Alors tu voles ? Je reprends ça !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "C",
              ["{day} was my birthday.", "C'était mon anniversaire, {day}."],
              ["My knee hurts, and my heart too.", "J'ai mal au genou, et au cœur."],
              ["I never had anything so pretty.", "Je n'ai jamais rien eu de si beau."],
            ),
            says(
              "A",
              ["I was so worried about it.", "Je me suis fait tant de souci."],
              ["Taking is not asking.", "Prendre, ce n'est pas demander."],
              ["This was meant for {relative}.", "C'était un cadeau : {relative} l'attend."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("A", ["standing", "waving"], ["happy"]),
        act("C", ["carrying", "jumping"], ["surprised", "happy"]),
        act("B", ["standing", "sitting"], ["surprised"]),
      ],
      [
        says("A", "Then keep it, {C}. It is a present.", "Alors garde ça, {C}. Un cadeau !"),
        says("B", "And what does {relative} get?", "Et {relative}, alors ?"),
      ],
      {
        item: "C",
        or: [
          [
            says("B", "Are you giving it away, {A}?", "Tu donnes ça comme ça, {A} ?"),
            says("A", "It is a present! Keep it, {C}!", "Un cadeau ! Garde ça, {C} !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["Today it is yours, {C}.", "C'est pour toi, {C}, cadeau !"],
              ["{relative} will understand.", "Pour {relative}, on verra."],
              ["I like to see {C} laugh.", "J'aime voir rire {C}."],
            ),
            says(
              "B",
              ["My legs ran for nothing.", "Mes jambes ont couru pour rien."],
              ["I need a nap after all this.", "Après tout ça, je veux une sieste."],
              ["I will buy {relative} a cake.", "Offrons un gâteau : {relative} aime ça."],
            ),
          ],
        ],
      },
    ),
  ],
};
