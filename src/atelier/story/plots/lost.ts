import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** Something is gone, it is looked for far away, and somebody had borrowed it. */
export const LOST: Plot = {
  name: "lost",
  titles: texts(
    "The lost {item}",
    "Objet perdu",
    "Where is {my.item}?",
    "Où est {my.item} ?",
    "{A} loses a {item}",
    "{A} cherche {its.item}",
  ),
  items: ["key", "umbrella", "ring", "hammer", "lantern", "spade"],
  homes: [...TOWN, ...INSIDE],
  goals: [...WILD, ...WATER],
  together: true,
  item: "away",
  opening: [
    atHome(
      [act("A", ["standing", "jumping"], ["surprised", "sad"])],
      [
        thinks(
          "A",
          "{my.item}! It was here last night...",
          "{my.item} ! C'était là hier soir...",
          "No {item}? That cannot be.",
          "Et {my.item} ? Ce n'est pas possible.",
          "It was here yesterday. And now?",
          "Hier, c'était là. Et maintenant ?",
          "Who could want my old {item}?",
          "Qui voudrait de {my.item} ?",
          "I left it here. Or there? Or there?",
          "C'était ici. Ou là ? Ou là ?",
          "Not under the bed, not in the soup...",
          "Pas sous le lit, pas dans la soupe...",
          "Without {my.item} I am lost!",
          "Sans {my.item}, je suis perdu{A.e} !",
        ),
      ],
      { key: true },
    ),
    atHome(
      [
        act("A", ["pointing", "standing"], ["sad", "angry"]),
        act("B", ["reading", "eating", "sitting"], ["calm"]),
      ],
      [
        says("A", "{B}, did you take {my.item}?", "{B}, as-tu pris {my.item} ?"),
        says(
          "B",
          "Me? Ask {C}. {C} was here at dawn.",
          "Moi ? {C} est passé{C.e} à l'aube.",
          "Not me. But {C} was here early.",
          "Pas moi. Mais {C} est venu{C.e} tôt.",
        ),
      ],
      {
        or: [
          [
            says("A", "{my.item} is gone, {B}. Gone!", "On m'a pris {my.item}, {B} !"),
            says("B", "And did you ask {C}? {C} was here.", "Et {C} ? {C} est entré{C.e} ce matin."),
          ],
          [
            says("B", "You slept so well when {C} came.", "Tu dormais bien quand {C} est venu{C.e}."),
            says("A", "{C} was here? And took {my.item}?", "{C} ? Ici ? Avec {my.item} ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "I cannot find {my.item}.", "Je ne trouve pas {my.item}."),
            says("B", "{C} paid us a visit at dawn.", "{C} est passé{C.e} nous voir."),
          ],
          [
            says(
              "A",
              ["I cannot find {my.item}.", "Plus moyen de trouver {my.item}."],
              ["I looked under the bed twice.", "J'ai regardé deux fois sous le lit."],
              ["A thing does not walk away.", "Une chose ne part pas toute seule."],
            ),
            says(
              "B",
              ["{C} came by at dawn.", "{C} est passé{C.e} par ici à l'aube."],
              ["I saw {C} leave in a hurry.", "J'ai vu {C} filer très vite."],
              ["{C} was singing at the door early.", "{C} chantait tôt devant la porte."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["pointing"], ["calm", "surprised"]), act("A", ["standing", "walking"], ["surprised"])],
      [
        says("B", "Look, {C} left a note on the door!", "Tiens, un mot de {C} sur la porte !"),
        says("A", '"Gone {to.goal}. Back soon."', "« Je vais {to.goal}. À bientôt. »"),
      ],
      {
        or: [
          [
            says("A", "But is there no sign of {C}?", "Mais aucun signe de {C} ?"),
            says("B", 'A note! "I am {in.goal}."', "Un mot ! « Je suis {in.goal}. »"),
          ],
          [
            says("B", '"Gone {to.goal}", writes {C}.', "« Je file {to.goal} », écrit {C}."),
            says("A", "And not a word about {my.item}?", "Et pas un mot sur {my.item} ?"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "There is a note from {C} here.", "Il y a un mot de {C}, ici."),
            says("A", "I bet {C} is {in.goal}.", "Je dis que {C} est {in.goal}."),
          ],
          [
            says(
              "B",
              ["{C} cannot spell.", "{C} fait des fautes partout."],
              ["This note was not here at noon.", "Ce mot n'y était pas hier."],
              ["Here it says: {in.goal}.", "Je lis ici : {in.goal}."],
            ),
            says(
              "A",
              ["That is the hand of {C}.", "C'est bien l'écriture de {C}."],
              ["Not a word about {my.item}.", "Pas un mot sur {my.item}."],
              ["{C} went far this time.", "{C} est allé{C.e} loin, cette fois."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["running", "walking"], ["angry"]), act("B", ["walking"], ["sad", "calm"])],
      [
        says(
          "A",
          "{C} has it! We go {to.goal}.",
          "C'est {C} ! Allons {to.goal}.",
          "Then we follow {C} {to.goal}!",
          "Suivons {C} {to.goal} !",
        ),
        says("B", "So far? My poor feet!", "Si loin ? Mes pauvres pieds !"),
      ],
      {
        key: true,
        or: [
          [
            says("A", "It is {C}! Quick, {to.goal}!", "C'était {C} ! Vite, {in.goal} !"),
            says("B", "Quick? My feet are never quick.", "Vite ? Mes pieds ne vont pas vite."),
          ],
          [
            says("A", "{C} will hear me, {in.goal}!", "{C} va m'entendre, {in.goal} !"),
            says("B", "Even from here! Must you run so?", "Même d'ici ! Faut-il courir ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "I will find {C} {in.goal}!", "Je trouverai {C} {in.goal} !"),
            says("B", "I have only one pair of feet.", "Je n'ai que deux pieds, moi."),
          ],
          [
            says(
              "A",
              ["{C} will have to explain this.", "{C} va devoir s'expliquer."],
              ["I know every path {to.goal}.", "Je sais où chercher : {in.goal}."],
              ["I want {my.item} before night.", "Je veux {my.item} avant la nuit."],
            ),
            says(
              "B",
              ["It is a long way {to.goal}.", "C'est loin d'ici, {the.goal}."],
              ["My shoes are too thin for this.", "Mes souliers sont trop minces."],
              ["I had plans for today.", "J'avais autre chose à faire."],
            ),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("A", ["sitting"], ["sad"]), act("B", ["standing", "sitting"], ["sad", "calm"])],
      [
        says("A", "No {C} here, and no {item}.", "Pas de {C}, rien du tout."),
        says("B", "Wait. Who is singing over there?", "Attends. Qui chante là-bas ?"),
      ],
      {
        sounds: texts("Tralala!", "Tralala !", "Hum hum...", "Hum hum..."),
        or: [
          [
            says("A", "So far, and all for nothing...", "Tout ce chemin pour rien..."),
            says("B", "Not for nothing. Do you hear it?", "Pas pour rien. Tu entends ça ?"),
          ],
          [
            says("B", "Courage, {A}. We will find {C}.", "Courage, {A}. On va trouver {C}."),
            says("A", "Where? So far I hear only a song.", "Où ? Je n'entends qu'une chanson."),
          ],
        ],
        eitherOrder: [
          [
            says("A", "I miss {my.item}.", "{my.item} me manque tant."),
            says("B", "I hear a voice over there.", "J'entends une voix, par là."),
          ],
          [
            says(
              "A",
              ["My feet are worn out.", "Mes pieds sont en compote."],
              ["I see nobody anywhere.", "Je ne vois personne."],
              ["I want {my.item} back.", "Je veux revoir {my.item}."],
            ),
            says(
              "B",
              ["That song is out of tune.", "Cette chanson est bien fausse."],
              ["I hear {C} singing somewhere.", "J'entends {C} chanter quelque part."],
              ["A voice comes nearer.", "Une voix s'approche."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("B", ["pointing"], ["surprised"]),
        act("C", ["carrying", "walking"], ["happy"]),
        act("A", ["jumping", "standing"], ["surprised", "angry"]),
      ],
      [
        shouts("B", "There is {C}, with your {item}!", "C'est {C}, avec {your.item} !"),
        says("C", "You two? What brings you here?", "Vous deux ? Par quel hasard ?"),
      ],
      {
        item: "C",
        key: true,
        or: [
          [
            says("C", "Look who is here! Hello, {A}!", "Tiens, qui voilà ! Bonjour, {A} !"),
            shouts("B", "{C}! What is that in your hand?", "{C} ! Qu'as-tu dans la main ?"),
          ],
          [
            shouts("B", "I see {C}! And {your.item}!", "Je vois {C} ! Avec {your.item} !"),
            says("C", "Why shout so? Come, sing with me!", "Pourquoi crier ? Chantez avec moi !"),
          ],
        ],
        eitherOrder: [
          [
            shouts("B", "That is not yours!", "Ce n'est pas à toi, ça !"),
            says("C", "I was just singing a song.", "Je chantais une petite chanson."),
          ],
          [
            shouts(
              "B",
              ["{your.item} is right there, {A}!", "{your.item} est là, {A} !"],
              ["There goes {C}!", "Voilà {C} !"],
              ["Our long way is over!", "On est au bout de la route !"],
            ),
            says(
              "C",
              ["What a nice day for a walk.", "Beau jour pour se promener."],
              ["I know {count} more songs.", "Je connais {count} autres chansons."],
              ["Friends, you look tired.", "Mes amis, quelle mine fatiguée."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["pointing", "standing"], ["angry"]), act("C", ["standing"], ["afraid", "surprised"])],
      [
        says("A", "You stole it from my house!", "Tu as pris ça chez moi !"),
        says("C", "Stole? I only borrowed it.", "Un vol ? Un emprunt, voyons."),
      ],
      {
        or: [
          [
            says("C", "Why are you so angry, {A}?", "Pourquoi cette colère, {A} ?"),
            says("A", "You took it and did not ask!", "Tu prends tout sans demander !"),
          ],
          [
            says("A", "Thief! I looked for it everywhere!", "Au voleur ! J'ai cherché partout !"),
            says("C", "Me, a thief? Did you not say yes?", "Moi, voler ? Tu as dit oui, non ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "I looked for it all day.", "J'ai cherché toute la journée."),
            says("C", "I wanted to bring it back.", "Je comptais bien te rendre ça."),
          ],
          [
            says(
              "A",
              ["I could not sleep for worry.", "Le souci m'a gâché la journée."],
              ["My feet walked all day for this.", "J'ai marché tout le jour pour ça."],
              ["I call that stealing.", "Moi, j'appelle ça un vol."],
            ),
            says(
              "C",
              ["I took good care of it.", "J'en ai pris grand soin."],
              ["Friends share everything.", "Entre amis, on partage tout."],
              ["You were sleeping so well.", "Tu dormais si bien."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["waving", "standing"], ["happy", "sad"]), act("A", ["carrying"], ["surprised", "calm"])],
      [
        says(
          "C",
          "Here. I asked, you said yes in your sleep.",
          "Tiens. Tu as dit oui en dormant.",
          "Take it. You said yes in your sleep!",
          "Prends. Tu as dit oui en rêvant !",
        ),
        says("A", "I talk in my sleep?", "Je parle en dormant ?"),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("A", "When did I ever say yes?", "Quand est-ce que j'ai dit oui ?"),
            says("C", "In your sleep! Here it is.", "Pendant ton sommeil ! Tiens."),
          ],
          [
            says("C", "Here. You snore, and then say yes.", "Tiens. Tu ronfles, puis tu dis oui."),
            says("A", "I do? And when did I say it, {C}?", "Moi ? Et quand l'ai-je dit, {C} ?"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "You talk a lot at night.", "Tu parles beaucoup, la nuit."),
            says("A", "I am glad to have it back.", "Je suis content{A.e} de revoir ça."),
          ],
          [
            says(
              "C",
              ["You were snoring like a saw.", "Tu ronflais comme une scie."],
              ["You are so polite at night.", "Tu es si poli{A.e}, la nuit."],
              ["I only needed it for a day.", "C'était juste pour un jour."],
            ),
            says(
              "A",
              ["It is good to hold {my.item}.", "Quel plaisir, {my.item} !"],
              ["I remember nothing at all.", "Je ne me rappelle rien."],
              ["Next time, wake me up.", "La prochaine fois, on me réveille."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("B", ["standing", "sitting"], ["sly", "happy"]),
        act("A", ["standing", "walking"], ["surprised", "sad"]),
      ],
      [
        says("B", "Yes. You also gave me your hat.", "Oui. Moi, j'ai eu ton chapeau."),
        says("A", "Tonight I sleep with my mouth shut.", "Ce soir, je dors bouche fermée."),
      ],
      {
        or: [
          [
            says("B", "I have had your bed since {day}.", "J'ai eu ton lit, moi, {day}."),
            says("A", "My bed? And where did I sleep?", "Mon lit ? Et moi, je dors où ?"),
          ],
          [
            says("A", "From today I sleep alone, {B}!", "Désormais, {B}, je dors seul{A.e} !"),
            says("B", "Alone? And whom do I ask, then?", "Seul{A.e} ? Et à qui demander, alors ?"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "I like you best asleep.", "Je t'aime bien quand tu dors."),
            says("A", "I will never sleep again.", "Je ne dormirai plus jamais."),
          ],
          [
            says(
              "B",
              ["Your hat suits me well.", "Ton chapeau me va très bien."],
              ["I have a list of your promises.", "J'ai la liste de tes promesses."],
              ["At night you are very generous.", "La nuit, tu donnes volontiers."],
            ),
            says(
              "A",
              ["I need a lock on my door.", "Il me faut une serrure."],
              ["My own mouth robs me.", "Ma bouche me vole la nuit."],
              ["I will sleep on {day} next.", "Je ne dormirai plus avant {day}."],
            ),
          ],
        ],
      },
    ),
  ],
};
