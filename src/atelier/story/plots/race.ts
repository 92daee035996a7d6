import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A bet on a race: the fast one rests, the slow one arrives. */
export const RACE: Plot = {
  name: "race",
  titles: texts(
    "The great race",
    "La grande course",
    "First {to.goal}",
    "Qui sera premier ?",
    "{A} against {B}",
    "{A} contre {B}",
  ),
  items: ["flower", "cup", "hammer", "apple"],
  homes: [...TOWN, ...WATER, ...WILD],
  goals: [...WILD, ...TOWN, ...WATER],
  together: false,
  item: "C",
  opening: [
    atHome(
      [act("B", ["standing", "pointing"], ["sly"]), act("A", ["sitting", "eating"], ["angry", "calm"])],
      [
        says("B", "You are slower than a {animal}, {A}!", "Tu vas moins vite qu'un {animal} !"),
        says("A", "I bet {bet} that I am not!", "Je parie {bet} que non !"),
      ],
      {
        key: true,
        or: [
          [
            says("A", "I am fast, {B}! I bet {bet} on it!", "Rapide, moi ! Je parie {bet} !"),
            says("B", "You? Slower than a {animal}, {A}!", "Toi ? Un {animal} te bat, {A} !"),
          ],
          [
            says("B", "Look: a {animal} overtakes you!", "Vois : un {animal} te double !"),
            says("A", "I? We race for {bet}!", "Moi ? On court pour {bet} !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["A {animal} has more speed.", "Un {animal} va plus vite."],
              ["I win every race.", "Je gagne toutes les courses."],
              ["My legs are longer.", "J'ai les jambes plus longues."],
            ),
            says(
              "A",
              ["I bet {bet} on myself.", "Je parie {bet} sur moi."],
              ["I have a good breath.", "J'ai un bon souffle."],
              ["Slow feet arrive as well.", "Les pieds lents arrivent aussi."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("C", ["carrying"], ["happy"]), act("A", ["standing"], ["calm"]), act("B", ["standing"], ["sly"])],
      [
        says(
          "C",
          "A race? I wait {in.goal}.",
          "Une course ? J'attends {in.goal}.",
          "I will be judge {in.goal}.",
          "Je serai l'arbitre {in.goal}.",
        ),
        says("B", "Who touches {the.item} first wins.", "Qui touche {the.item} a gagné."),
      ],
      {
        or: [
          [
            says("B", "Be our judge, {C}, with {the.item}!", "Sois l'arbitre, {C}, avec {the.item} !"),
            says("C", "In a race? I wait {in.goal}, then.", "D'une course ? Je serai {in.goal}."),
          ],
          [
            says("C", "I go ahead. And no tricks!", "Je pars devant. Et pas de triche !"),
            says("B", "Do I need tricks to win, {C}?", "Ai-je besoin de tricher, {C} ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "C",
              ["I will stand {in.goal}.", "Je me mettrai {in.goal}."],
              ["I carry the prize.", "C'est moi qui porte le prix."],
              ["I see every trick.", "Je vois toutes les ruses."],
            ),
            says(
              "B",
              ["{the.item} looks good on my shelf.", "{the.item} ira bien chez moi."],
              ["I am ready since breakfast.", "J'attends depuis ce matin."],
              ["The way is easy.", "La route est facile."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["running"], ["happy", "calm"]), act("B", ["running"], ["sly", "happy"])],
      [
        shouts("B", "Three, two, one... I am gone!", "Trois, deux, un... Partez !"),
        says("A", "Hey! That was before one!", "Hé ! Tu triches déjà !"),
      ],
      {
        item: "away",
        key: true,
        sounds: texts("Bang!", "Pan !", "Whoosh!", "Zou !"),
        or: [
          [
            says("A", "Wait, {B}! We start on one, yes?", "Attends, {B} ! On part à un, non ?"),
            shouts("B", "One! Too late, {A}!", "Un ! Trop tard, {A} !"),
          ],
          [
            says("A", "See you later, {B}! It is a long way!", "À plus tard, {B} ! C'est loin !"),
            shouts("B", "Later? Next year, you mean!", "Plus tard ? L'an prochain, oui !"),
          ],
        ],
        eitherOrder: [
          [
            shouts("B", "See you next year, {A}!", "À l'an prochain, {A} !"),
            says("A", "The way is long. See you later!", "La route est longue. À plus tard !"),
          ],
          [
            shouts(
              "B",
              ["I fly like the wind!", "Je vole comme le vent !"],
              ["Nobody beats me!", "Personne ne me bat !"],
              ["Out of my way!", "Laissez passer !"],
            ),
            says(
              "A",
              ["One step makes the next.", "Un pas après l'autre."],
              ["My shoes are well tied.", "Mes lacets tiennent bien."],
              ["I have all day.", "J'ai toute la journée."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["sleeping", "sitting"], ["sly", "happy"]), act("A", ["running", "walking"], ["calm"])],
      [
        thinks("A", "Step by step. Where is {B}?", "Un pas, puis un autre. Et {B} ?"),
        thinks("B", "{A} is far behind. I nap a bit.", "{A} est loin. Je m'endors."),
      ],
      {
        sounds: texts("Zzz...", "Zzz..."),
        or: [
          [
            thinks("B", "Even asleep I am faster than {A}.", "Même en dormant, je bats {A}."),
            thinks("A", "Asleep? Sh! Faster, my feet.", "Ça dort ? Chut ! Plus vite, mes pieds."),
          ],
          [
            thinks("A", "Sh, my feet! {B} must not wake up.", "Chut, mes pieds ! Que {B} dorme !"),
            thinks("B", "{A}? Asleep I am faster than you...", "{A} ? Même en dormant, plus vite..."),
          ],
        ],
        eitherOrder: [
          [
            thinks("B", "I am far ahead. Time for a nap.", "J'ai de l'avance. Une sieste !"),
            thinks("A", "{B} sleeps. I go on, step by step.", "{B} dort. J'avance, pas à pas."),
          ],
          [
            thinks(
              "B",
              ["One lies here as in a bed...", "On est ici comme au lit..."],
              ["{A} needs hours to get here...", "{A} mettra des heures..."],
              ["I feel the prize in my hand...", "Je tiens déjà le prix..."],
            ),
            thinks(
              "A",
              ["I must not make a noise...", "Surtout, pas de bruit..."],
              ["My feet find the way alone...", "Mes pieds vont tout seuls..."],
              ["Slowly, but always on...", "Lentement, mais toujours..."],
            ),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["waving", "jumping"], ["surprised"])],
      [
        shouts(
          "C",
          "I see somebody! Who is it?",
          "Je vois quelqu'un ! Qui est-ce ?",
          "Somebody comes! Is it {B}?",
          "On arrive ! Est-ce {B} ?",
          "Dust! Who runs there? {A}? {B}?",
          "De la poussière ! {A} ? {B} ?",
          "At last! My feet were asleep!",
          "Enfin ! J'avais des fourmis !",
          "There! Is that not slow, for {B}?",
          "Là ! C'est lent pour {B}, non ?",
          "Come on, whoever you are!",
          "Allez ! Qui que tu sois !",
        ),
      ],
      { item: "C" },
    ),
    atGoal(
      [act("A", ["running", "jumping"], ["happy"]), act("C", ["standing"], ["surprised"])],
      [
        says("C", "It is {A}! Only ten more steps!", "C'est {A} ! Encore dix pas !"),
        shouts("A", "I am coming! And {B}?", "J'arrive ! Et {B} ?"),
      ],
      {
        item: "C",
        key: true,
        or: [
          [
            shouts("A", "Is {B} there? I am coming!", "{B} est là ? J'arrive !"),
            says("C", "Nobody but you, {A}! Ten steps!", "Personne, {A} ! Plus que dix pas !"),
          ],
          [
            shouts("A", "I left {B} asleep! Faster, feet!", "{B} dort ! Allez, mes pieds !"),
            says("C", "Asleep? {B}? Come on, {A}!", "Au lit ? {B} ? Allez, {A} !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "C",
              ["The first one is here.", "Voilà quelqu'un qui arrive."],
              ["I hold {the.item} ready.", "Je tiens {the.item} bien haut."],
              ["I can see the finish from here.", "D'ici, je vois l'arrivée."],
            ),
            shouts(
              "A",
              ["My feet are flying!", "Mes pieds volent !"],
              ["I am there!", "J'y suis !"],
              ["This is my day!", "C'est mon jour !"],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["carrying"], ["happy"]), act("C", ["waving"], ["happy"])],
      [
        says("C", "{the.item} is yours! The winner is {A}!", "Bravo ! {A} a gagné !"),
        says("A", "Slow, but without a nap.", "Lentement, mais sans sieste."),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("A", "I won? Without a nap, you see!", "J'ai gagné ? Sans sieste, tu vois !"),
            says("C", "You won! {the.item} is yours, {A}!", "Gagné ! C'est à toi, {A} !"),
          ],
          [
            says("A", "What a race! My poor feet!", "Quelle course ! Mes pauvres pieds !"),
            says("C", "How did they do it, one by one?", "Comment ont-ils fait, ces pieds ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "C",
              ["I saw everything: a clean race.", "J'ai tout vu : belle course."],
              ["The prize is yours, {A}.", "Le prix est pour toi, {A}."],
              ["{B} is nowhere in sight.", "Pas de {B} en vue."],
            ),
            says(
              "A",
              ["I never stopped.", "Je ne me suis jamais arrêté{A.e}."],
              ["My heart still runs.", "Mon cœur court encore."],
              ["{relative} must hear of it.", "Que {relative} l'apprenne vite !"],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("B", ["running", "falling"], ["surprised", "angry"]), act("A", ["sitting"], ["sly", "happy"])],
      [
        shouts("B", "Here I am! Did I win?", "Me voilà ! J'ai gagné ?"),
        says("A", "You are second, {B}. Slept well?", "Tu es second{B.e}. Bien dormi ?"),
      ],
      {
        or: [
          [
            says("A", "Good morning, {B}! You are second.", "Bonjour, {B} ! Tu es second{B.e}."),
            shouts("B", "Second? Then who won?", "Second{B.e} ? Mais qui a gagné ?"),
          ],
          [
            says("A", "I am here and wait for you, {B}.", "Je suis là, je t'attends, {B}."),
            shouts("B", "You? Why was I not first?", "Toi ? Comment as-tu fait, {A} ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts(
              "B",
              ["I ran like a hare!", "J'ai couru comme un lièvre !"],
              ["I only sat down for a minute!", "C'était juste une petite pause !"],
              ["I only rested my eyes!", "Je reposais mes yeux !"],
            ),
            says(
              "A",
              ["{the.item} is very pretty.", "Très joli prix, {the.item}."],
              ["This is a good place to sit.", "On est bien assis, ici."],
              ["There is grass on your ear.", "Tu as de l'herbe sur l'oreille."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("B", ["standing"], ["sad"]), act("A", ["pointing", "standing"], ["happy"])],
      [
        says("B", "Well then. You get {bet}.", "Bon. Tu auras {bet}."),
        says("A", "And who is the {animal} now?", "Et qui est un {animal}, maintenant ?"),
      ],
      {
        or: [
          [
            says("A", "And {bet}? I am waiting, {B}.", "Et {bet} ? J'attends, {B}."),
            says("B", "You get it, and I am the {animal}.", "Tu l'auras. Et moi, je suis un {animal}."),
          ],
          [
            says("B", "Tomorrow again? But no naps.", "On recommence demain ? Sans sieste."),
            says("A", "Tomorrow I take the nap, {B}!", "Demain, {B}, la sieste est pour moi !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["I will never sleep by day again.", "Je ne dormirai plus le jour."],
              ["Here: {bet}.", "Voici : {bet}."],
              ["My pride is bruised.", "Mon orgueil a un bleu."],
            ),
            says(
              "A",
              ["A {animal} would be proud.", "Un {animal} serait fier."],
              ["I could race again tomorrow.", "Je peux recommencer demain."],
              ["Winning makes me hungry.", "Gagner, ça creuse."],
            ),
          ],
        ],
      },
    ),
  ],
};
