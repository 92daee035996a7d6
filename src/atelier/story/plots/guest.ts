import { act, atGoal, atHome, type Plot, says, shouts } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A guest is awaited whom nobody has seen before. */
export const GUEST: Plot = {
  name: "guest",
  titles: texts(
    "The guest",
    "L'invité",
    "Whom do we wait for?",
    "Qui attend-on ?",
    "A visit on {day}",
    "La visite",
  ),
  items: ["umbrella", "flower", "suitcase", "apple"],
  homes: [...INSIDE, ...TOWN],
  goals: [...WATER, ...TOWN, ...WILD],
  together: true,
  item: "away",
  opening: [
    atHome(
      [act("A", ["reading"], ["surprised"], "book"), act("B", ["eating", "sitting"], ["calm"])],
      [
        says("A", "A letter! A guest comes at {hour}.", "Une lettre ! On vient à {hour}."),
        says("B", "A guest? Who is it?", "On vient ? Qui donc ?"),
      ],
      {
        key: true,
        or: [
          [
            says("A", "Somebody comes at {hour}, {B}!", "Quelqu'un arrive à {hour}, {B} !"),
            says("B", "A guest? I have eaten everything!", "Un invité ? J'ai tout mangé !"),
          ],
          [
            says("A", "Our guest gives no name, {B}.", "Notre invité n'a pas signé, {B}."),
            says("B", "No name, but hungry, I bet?", "Pas de nom, mais un gros appétit ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "A guest comes here at {hour}.", "On attend un invité à {hour}."),
            says("B", "I have never had a guest.", "Je n'ai jamais eu d'invité."),
          ],
          [
            says(
              "A",
              ["This letter has no name on it.", "La lettre n'est pas signée."],
              ["Somebody comes at {hour}.", "Quelqu'un vient à {hour}."],
              ["The paper smells of roses.", "Le papier sent la rose."],
            ),
            says(
              "B",
              ["I have only one clean plate.", "Je n'ai qu'une assiette propre."],
              ["Nobody ever visits us.", "Personne ne vient jamais nous voir."],
              ["I was going to nap.", "J'allais faire la sieste."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["standing"], ["calm"]), act("B", ["standing", "jumping"], ["surprised"])],
      [
        says("A", 'It only says: "I carry a {item}."', "« Vous me reconnaîtrez : {a.item}. »"),
        says("B", "Then we look for {a.item}!", "Cherchons donc {a.item} !"),
      ],
      {
        key: true,
        or: [
          [
            says("B", "But how do we know our guest?", "Comment reconnaître l'invité ?"),
            says("A", 'It is written: "By my {item}."', "C'est écrit : « J'aurai {a.item}. »"),
          ],
          [
            says("A", "No name and no face. Only {a.item}.", "Ni nom ni visage. Juste {a.item}."),
            says("B", "So who comes with {a.item}?", "Alors, qui aura {a.item} ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "Our guest brings {a.item}.", "Notre invité a {a.item}."),
            says("B", "I like riddles.", "J'aime les devinettes."),
          ],
          [
            says(
              "A",
              ["The sign is a {item}.", "Le signe, c'est {a.item}."],
              ["I read it {count} times.", "J'ai relu {count} fois."],
              ["Our guest likes secrets.", "Notre invité aime le mystère."],
            ),
            says(
              "B",
              ["That is a strange letter.", "Quelle lettre étrange."],
              ["I have good eyes.", "J'ai de bons yeux."],
              ["Half the world has a {item}.", "Tout le monde a {a.item}."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["walking", "running"], ["happy"]), act("A", ["walking", "waving"], ["calm"])],
      [
        says("B", "And where do we meet?", "Et le rendez-vous, où est-il ?"),
        says("A", "It says: {in.goal}. Let us go!", "{in.goal}. En route !"),
      ],
      {
        or: [
          [
            says("A", "We meet {in.goal}, it says.", "Rendez-vous {in.goal}."),
            says("B", "Then let us go! Is it far?", "Alors, allons-y ! C'est loin ?"),
          ],
          [
            says("A", "Quick! The guest may be there first.", "Vite ! L'invité y est peut-être déjà."),
            says("B", "Then the guest waits. Where is it?", "Alors il attend. C'est où, au fait ?"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "I bring my best smile.", "J'apporte mon plus beau sourire."),
            says("A", "The letter says {in.goal}.", "La lettre dit : {in.goal}."),
          ],
          [
            says(
              "B",
              ["I put on my good shoes.", "J'ai mis mes beaux souliers."],
              ["I bring my best smile.", "J'apporte mon plus beau sourire."],
              ["I have a little speech ready.", "J'ai préparé un petit discours."],
            ),
            says(
              "A",
              ["The meeting place is {the.goal}.", "Le rendez-vous : {the.goal}."],
              ["I left the soup on the table.", "J'ai mis la soupe sur la table."],
              ["It is at {hour}.", "C'est à {hour}."],
            ),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("A", ["sitting", "standing"], ["sad", "calm"]), act("B", ["sitting"], ["angry", "sad"])],
      [
        says("B", "Nobody here with {a.item}.", "Personne ici avec {a.item}."),
        says("A", "Patience. It is not {hour} yet.", "Patience. Il n'est pas {hour}."),
      ],
      {
        or: [
          [
            says("A", "Sit down, {B}. The guest will come.", "Assieds-toi, {B}. L'invité va venir."),
            says("B", "You said that before. When, {A}?", "Tu l'as déjà dit. Quand, {A} ?"),
          ],
          [
            says("B", "But this was all a joke, I say!", "Mais tout ça, c'est une blague !"),
            says("A", "A joke? The letter was so nice...", "Une blague ? Si bien écrite..."),
          ],
        ],
        eitherOrder: [
          [
            says("B", "I see everything but {a.item}.", "Je vois tout sauf {a.item}."),
            says("A", "Our guest will come soon.", "J'espère qu'on va venir."),
          ],
          [
            says(
              "B",
              ["My smile hurts.", "J'ai mal à mon sourire."],
              ["I see no {item} anywhere.", "Je ne vois rien venir."],
              ["I have yawned {count} times.", "J'ai bâillé {count} fois."],
            ),
            says(
              "A",
              ["Good guests come late.", "Un bon invité se fait attendre."],
              ["I keep my eyes open.", "Je garde les yeux ouverts."],
              ["The letter said {hour}.", "La lettre disait {hour}."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("B", ["pointing"], ["surprised"]),
        act("C", ["carrying", "walking"], ["calm"]),
        act("A", ["standing"], ["surprised"]),
      ],
      [
        shouts("B", "There! {a.item}!", "Là ! {a.item} !"),
        says("C", "You two look at me so strangely.", "Pourquoi me regarder ainsi ?"),
      ],
      {
        item: "C",
        key: true,
        or: [
          [
            says("C", "And what are you two staring at?", "Et que regardez-vous comme ça ?"),
            shouts("B", "At {a.item}, at last!", "{a.item}, enfin !"),
          ],
          [
            shouts("B", "That is the sign, {A}! A {item}!", "C'est le signe, {A} ! {a.item} !"),
            says("C", "Have you never seen one, you two?", "Vous n'en avez jamais vu, vous deux ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts(
              "B",
              ["That is {a.item}!", "C'est {a.item} !"],
              ["Our guest is here!", "Voilà notre invité !"],
              ["I saw it first!", "Je l'ai vu d'abord !"],
            ),
            says(
              "C",
              ["I am just out for a walk.", "Je me promène, c'est tout."],
              ["People are friendly here.", "Les gens sont aimables, ici."],
              ["What a lovely walk.", "Quelle belle promenade."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["waving", "jumping"], ["happy"]), act("C", ["standing"], ["surprised"])],
      [
        says("A", "Welcome! The food is ready at home.", "Bienvenue ! Le repas est prêt."),
        says("C", "Food? For me? I only pass by...", "Un repas ? Mais je passais..."),
      ],
      {
        or: [
          [
            says("A", "At last! We waited for you so long.", "Enfin ! On t'attend depuis longtemps."),
            says("C", "For me? Is there no mistake?", "Moi ? Il n'y a pas d'erreur ?"),
          ],
          [
            says("A", "Your hand, dear guest!", "Laisse-moi te serrer la main !"),
            says("C", "Gladly. But who are you two?", "Volontiers. Mais qui êtes-vous ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["We cooked all morning.", "On a cuisiné toute la matinée."],
              ["There is {treat} for three.", "Il y a {treat} pour trois."],
              ["This is a great honour.", "C'est un grand honneur."],
            ),
            says(
              "C",
              ["I only came for some air.", "Je prenais juste l'air."],
              ["Nobody ever waits for me.", "Personne ne m'attend jamais."],
              ["I do not know you two.", "Je ne vous connais pas."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["sitting", "standing"], ["happy", "sly"]), act("B", ["standing"], ["calm"])],
      [
        says("B", "You did write the letter, did you?", "La lettre était bien de toi ?"),
        says("C", "What letter? I cannot even write.", "Quelle lettre ? Je n'écris jamais."),
      ],
      {
        item: "C",
        key: true,
        or: [
          [
            says("B", "But the letter you wrote was so nice!", "Mais tu as écrit une si belle lettre !"),
            says("C", "Me? I have no pen and no ink.", "Moi ? Je n'ai ni plume ni encre."),
          ],
          [
            says("C", "I never had a pen, not even a bad one.", "Je n'ai jamais eu la moindre plume."),
            says("B", "Not even to write us a letter?", "Même pas pour nous écrire ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["The letter is in my pocket.", "J'ai la lettre dans ma poche."],
              ["We did what it said.", "On a fait ce qu'elle disait."],
              ["It was such a nice letter.", "C'était une si belle lettre."],
            ),
            says(
              "C",
              ["I never learned to spell.", "L'orthographe et moi, ça fait deux."],
              ["My pen broke last year.", "Ma plume a cassé l'an dernier."],
              ["I only sign with a cross.", "Je signe d'une croix."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["falling", "standing"], ["surprised"]), act("C", ["eating", "waving"], ["happy"])],
      [
        says("A", "Then who wrote it?", "Mais alors, qui l'a écrite ?"),
        says("C", "Who cares? When do we eat?", "Qu'importe ? On mange quand ?"),
      ],
      {
        or: [
          [
            says("A", "Then somebody else is our guest...", "Notre invité est donc ailleurs..."),
            says("C", "So I eat for two, all right?", "Alors je mange pour deux, d'accord ?"),
          ],
          [
            says("C", "Wrong guest or not, I am hungry.", "Bon invité ou pas, j'ai faim."),
            says("A", "Come, then. But whose letter is it?", "Viens donc. Mais de qui est la lettre ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["Somebody else has a {item}, too.", "Quelqu'un d'autre a {a.item}."],
              ["My head is spinning.", "La tête me tourne."],
              ["Our real guest is far away.", "Le vrai invité est loin."],
            ),
            says(
              "C",
              ["The soup smells wonderful.", "La soupe sent très bon."],
              ["I could stay for a week.", "Je resterais bien huit jours."],
              ["My belly likes surprises.", "Mon ventre aime les surprises."],
            ),
          ],
        ],
      },
    ),
  ],
};
