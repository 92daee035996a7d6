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
          [
            says("A", "Is it not fine? It is a present!", "C'est beau, non ? C'est un cadeau !"),
            says("B", "Not so loud! {C} has sharp ears.", "Moins fort ! {C} a l'oreille fine."),
          ],
          [
            says("B", "Is that a present? Not so loud!", "C'est un cadeau ? Moins fort !"),
            says("A", "It is, and a fine one! Why?", "Oui, et un beau ! Et alors ?"),
          ],
          [
            says("A", "Who has a {item} like that?", "Qui a {a.item} comme ça ?"),
            says("B", "And {C} would like one, {A}.", "Et {C} aimerait bien ça, {A}."),
          ],
          [
            says("B", "{C} would like that {item}, {A}.", "{C} aimerait bien {your.item}, {A}."),
            says("A", "Nobody gets it but {relative}!", "C'est pour {relative}, pas pour {C} !"),
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
            says("B", "Go and get the paper! I watch it.", "Va chercher du papier ! Je veille."),
            says("A", "Then keep your eyes on it, {B}!", "Alors ne quitte pas ça des yeux !"),
          ],
          [
            says("A", "I am back in {count} minutes, {B}.", "Je reviens dans {count} minutes."),
            says("B", "I sit here like a rock, {A}.", "Je suis là, {A}, comme un roc."),
          ],
          [
            says("B", "Like a rock I sit here, {A}!", "Comme un roc, je reste là, {A} !"),
            says("A", "Good rock! I am back soon, {B}.", "Bon roc ! Je reviens vite, {B}."),
          ],
          [
            says("A", "Do not fall asleep again, {B}!", "Ne t'endors pas encore, {B} !"),
            says("B", "I? I never sleep, {A}...", "Moi, {A} ? Je ne dors jamais..."),
          ],
          [
            says("B", "I never sleep, {A}, you know it...", "Je ne dors jamais, {A}, tu sais..."),
            says("A", "Never? Do not yawn, {B}!", "Jamais ? Ne bâille pas, {B} !"),
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
          [
            shouts("A", "You were the guard, {B}!", "Tu montais la garde, {B} !"),
            says("B", "I was! I guarded it asleep...", "Oui ! J'ai gardé... en dormant..."),
          ],
          [
            says("B", "I was on guard, {A}, but asleep...", "Je montais la garde... en dormant..."),
            shouts("A", "A fine guard! It is gone!", "Belle garde ! Il n'y a plus rien !"),
          ],
          [
            shouts("A", "Stolen! Who was here, {B}?", "Volé ! Qui est venu, {B} ?"),
            says("B", "I saw nobody. I was... busy.", "Personne, {A}. J'étais... ailleurs."),
          ],
          [
            says("B", "Who was here, {A}? I was... busy.", "Qui est venu ? Moi, j'étais... loin."),
            shouts("A", "Busy? It was stolen!", "Loin ? On m'a volé{A.e}, {B} !"),
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
          [
            says("B", "I know who walks like that: {C}!", "Qui marche ainsi ? C'est {C} !"),
            says("A", "{C}? After that thief, {B}!", "{C} ? Suivons ce filou, {B} !"),
          ],
          [
            says("A", "Which thief walks like that?", "Quel filou marche comme ça ?"),
            says("B", "{C}, I know it! Let us go after!", "{C}, c'est sûr ! Allons-y vite !"),
          ],
          [
            says("B", "The trail is fresh. Off {to.road}!", "La piste est fraîche. Allons {to.road} !"),
            says("A", "{C}, just you wait! Off we go!", "{C}, gare à toi ! Suivons la piste !"),
          ],
          [
            says("A", "Just you wait, {C}! Is that a trail?", "Gare à toi, {C} ! C'est une piste ?"),
            says("B", "A fresh one, {A}! Off {to.road}!", "Toute fraîche, {A} ! Allons {to.road} !"),
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
            says("C", "{A}? {B}? How did you find me?", "{A} ? {B} ? Comment, vous ici ?"),
            shouts("A", "Your footprints! Stop, {C}!", "Tes traces parlent ! Halte, {C} !"),
          ],
          [
            shouts("A", "Hands off {my.item}, {C}!", "Bas les pattes ! C'est à moi !"),
            says("C", "I only borrowed it, {A}!", "Je l'emprunte, {A}, c'est tout !"),
          ],
          [
            says("C", "I only borrowed it! Hands off, {A}!", "Je l'emprunte ! Bas les pattes, {A} !"),
            shouts("A", "Only? It was stolen, {C}!", "C'est tout ? Tu l'as volé, {C} !"),
          ],
          [
            shouts("A", "There is no way out, {C}!", "Tu n'iras pas plus loin, {C} !"),
            says("C", "There is one, {A}! Goodbye!", "Oh si, {A} ! Par là ! Adieu !"),
          ],
          [
            says("C", "Goodbye, {A}! There is my way out!", "Adieu, {A} ! Je m'en vais par là !"),
            shouts("A", "You go no further! Stop, {C}!", "Halte ! Pas un pas plus loin, {C} !"),
          ],
          [
            says("C", "How did you find me here?", "Comment m'as-tu retrouvé{C.e} ?"),
            shouts("A", "Stop, {C}! That is {my.item}!", "Halte, {C} ! C'est {my.item} !"),
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
            says("B", "Mind your feet, {C}! Too late!", "Gare à tes pieds, {C} ! Trop tard !"),
            shouts("C", "Ow! My feet! My knee!", "Ouille ! Mes pieds ! Mon genou !"),
          ],
          [
            shouts("C", "Ow! Who put the ground so close?", "Aïe ! Qui a mis le sol si près ?"),
            says("B", "Nobody, {C}. It was there already.", "Personne, {C}. Il était déjà là."),
          ],
          [
            says("B", "The ground is there for all, {C}.", "Le sol est là pour tous, {C}."),
            shouts("C", "Ow! Nobody said it was so close!", "Aïe ! Personne n'a dit : si près !"),
          ],
          [
            shouts("C", "I give up! How it hurts!", "Je me rends ! Que ça fait mal !"),
            says("B", "Does it? Give it back, {C}!", "Mal ? Alors rends ça, {C} !"),
          ],
          [
            says("B", "Give up, {C}! Does it hurt?", "Rends-toi, {C} ! Ça fait mal ?"),
            shouts("C", "It does! Ow! I give it back!", "Oui ! Aïe ! Je rends tout !"),
          ],
          [
            shouts("C", "Ow! My feet! My knee!", "Ouille ! Mes pieds ! Mon genou !"),
            says("B", "Mind your feet, {C}! Too late!", "Gare à tes pieds, {C} ! Trop tard !"),
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
          [
            says("A", "It is mine! You could ask, {C}!", "C'est à moi ! Demande, {C} !"),
            says("C", "I did ask. I got a button.", "J'ai demandé. J'ai eu un bouton."),
          ],
          [
            says("C", "I asked for one. I got a button.", "J'ai demandé, {A}. J'ai eu un bouton."),
            says("A", "You could ask me! This is mine.", "Demande-moi ! Ça, c'est à moi."),
          ],
          [
            says("A", "Do not cry, {C}. Tell me why.", "Ne pleure pas, {C}. Dis-moi tout."),
            says("C", "It was my birthday, all alone...", "C'était ma fête, et rien de rien..."),
          ],
          [
            says("C", "My birthday was on {day}...", "Ma fête, c'était {day}, {A}..."),
            says("A", "And all alone? Do not cry, {C}.", "Et rien de rien ? Ne pleure pas, {C}."),
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
          [
            says("A", "A happy birthday! It is yours!", "Bonne fête ! C'est à toi, {C} !"),
            says("B", "And I ran all that way for it!", "Et moi qui ai tant couru pour ça !"),
          ],
          [
            says("B", "I ran all that way for a birthday?", "J'ai tant couru pour une fête ?"),
            says("A", "It is yours, {C}! It was a nice run.", "C'est à toi, {C} ! Belle course, non ?"),
          ],
          [
            says("A", "Keep it, but next time you ask!", "Garde ça ! Mais demande, à l'avenir !"),
            says("B", "And next time I keep awake.", "Et moi, à l'avenir, je veille."),
          ],
          [
            says("B", "Next time I keep awake, {A}.", "À l'avenir, {A}, je veille."),
            says("A", "And next time you ask, {C}! Keep it!", "Et toi, {C}, demande ! Garde donc ça !"),
          ],
        ],
      },
    ),
  ],
};
