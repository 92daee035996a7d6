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
            says("B", "What is it, {A}? Why that face?", "Qu'y a-t-il, {A} ? Quelle tête !"),
            says("A", "Where is {my.item}? Who was here?", "Où est {my.item} ? Qui est venu ?"),
          ],
          [
            says("A", "{my.item} is gone, {B}. Gone!", "On m'a pris {my.item}, {B} !"),
            says("B", "And did you ask {C}? {C} was here.", "Et {C} ? {C} est entré{C.e} ce matin."),
          ],
          [
            says("B", "{C} was here. Why so angry?", "{C} est passé{C.e}. Pourquoi crier ?"),
            says("A", "Because {my.item} is gone!", "Parce que {my.item} a disparu !"),
          ],
          [
            says("A", "Who was here while I slept?", "Qui est venu quand je dormais ?"),
            says("B", "{C}, at dawn. And you snored.", "{C}, à l'aube. Et tu ronflais."),
          ],
          [
            says("B", "You slept so well when {C} came.", "Tu dormais bien quand {C} est venu{C.e}."),
            says("A", "{C} was here? And took {my.item}?", "{C} ? Ici ? Avec {my.item} ?"),
          ],
          [
            says("A", "I cannot find {my.item}, {B}.", "Je ne trouve pas {my.item}, {B}."),
            says("B", "{C} paid us a visit at dawn.", "{C} est passé{C.e} nous voir."),
          ],
          [
            says("B", "{C} paid us a visit at dawn, {A}.", "{C} est passé{C.e} nous voir, {A}."),
            says("A", "I cannot find {my.item}.", "Je ne trouve pas {my.item}."),
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
            says("B", "There is a note here. Can you read?", "Il y a un mot. Tu sais lire ?"),
            says("A", 'It says: "I am {in.goal}. {C}."', "Il dit : « Je suis {in.goal}. {C}. »"),
          ],
          [
            says("A", "What hangs there on the door?", "Qu'est-ce qui pend à la porte ?"),
            says("B", 'A note from {C}: "Gone {to.goal}!"', "{C} écrit : « Vite, {in.goal} ! »"),
          ],
          [
            says("B", '"Gone {to.goal}", writes {C}.', "« Je file {to.goal} », écrit {C}."),
            says("A", "And not a word about {my.item}?", "Et pas un mot sur {my.item} ?"),
          ],
          [
            says("A", "This note! Is it not from {C}?", "Ce mot ! Il est de {C}, non ?"),
            says("B", 'Look: "I went {to.goal}."', "Lis : « Je vais {to.goal}. »"),
          ],
          [
            says("B", "There is a note from {C} here.", "Il y a un mot de {C}, ici."),
            says("A", "I bet {C} is {in.goal}, {B}.", "Je dis que {C} est {in.goal}, {B}."),
          ],
          [
            says("A", "I bet {C} is {in.goal}.", "Je dis que {C} est {in.goal}."),
            says("B", "There is a note from {C} here, {A}.", "Il y a un mot de {C}, ici, {A}."),
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
            says("B", "Slow down! Where are you running?", "Doucement ! Où cours-tu ?"),
            says("A", "{to.goal}! {C} has it!", "{in.goal} ! C'est {C} !"),
          ],
          [
            says("A", "It is {C}! Quick, {to.goal}!", "C'était {C} ! Vite, {in.goal} !"),
            says("B", "Quick? My feet are never quick.", "Vite ? Mes pieds ne vont pas vite."),
          ],
          [
            says("B", "And if it was not {C}?", "Et si ce n'était pas {C} ?"),
            says("A", "Then why is {C} {in.goal}?", "Alors pourquoi {C} est {in.goal} ?"),
          ],
          [
            says("A", "{C} will hear me, {in.goal}!", "{C} va m'entendre, {in.goal} !"),
            says("B", "Even from here! Must you run so?", "Même d'ici ! Faut-il courir ?"),
          ],
          [
            says("B", "Must we go {to.goal}?", "Faut-il aller {to.goal} ?"),
            says("A", "Yes! {C} has {my.item}.", "Oui ! {C} a pris {my.item}."),
          ],
          [
            says("A", "I will find {C} {in.goal}, {B}!", "Je trouverai {C} {in.goal}, {B} !"),
            says("B", "I have only one pair of feet.", "Je n'ai que deux pieds, moi."),
          ],
          [
            says("B", "I have only one pair of feet, {A}.", "Je n'ai que deux pieds, moi, {A}."),
            says("A", "I will find {C} {in.goal}!", "Je trouverai {C} {in.goal} !"),
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
            says("B", "Do you hear that, {A}? A song!", "Tu entends, {A} ? On chante !"),
            says("A", "Who can sing on such a day?", "Qui peut chanter un jour pareil ?"),
          ],
          [
            says("A", "So far, and all for nothing...", "Tout ce chemin pour rien..."),
            says("B", "Not for nothing. Do you hear it?", "Pas pour rien. Tu entends ça ?"),
          ],
          [
            says("B", "Courage, {A}. We will find {C}.", "Courage, {A}. On va trouver {C}."),
            says("A", "Where? So far I hear only a song.", "Où ? Je n'entends qu'une chanson."),
          ],
          [
            says("A", "And who is it that sings so badly?", "Et qui est-ce qui chante si mal ?"),
            says("B", "I know that voice. It is {C}'s!", "Je connais cette voix. C'est {C} !"),
          ],
          [
            says("B", "That voice there... Is it {C}?", "Cette voix, là-bas... C'est {C} ?"),
            says("A", "Only {C} sings like that, {B}!", "Il n'y a que {C}. Enfin, {B} !"),
          ],
          [
            says("A", "I miss {my.item}.", "{my.item} me manque tant."),
            says("B", "I hear a voice over there, {A}.", "J'entends une voix, par là, {A}."),
          ],
          [
            says("B", "I hear a voice over there.", "J'entends une voix, par là."),
            says("A", "I miss {my.item}, {B}.", "{my.item} me manque tant, {B}."),
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
            shouts("B", "Is that not {your.item}, {A}?", "Ce n'est pas {your.item}, {A} ?"),
            says("C", "Hello, you two! Lost something?", "Bonjour ! Vous cherchez quoi, vous deux ?"),
          ],
          [
            says("C", "What are you two looking for out here?", "Que cherchez-vous si loin ?"),
            shouts("B", "That there in your hand, {C}!", "Ça, là, dans ta main, {C} !"),
          ],
          [
            shouts("B", "I see {C}! And {your.item}!", "Je vois {C} ! Avec {your.item} !"),
            says("C", "Why shout so? Come, sing with me!", "Pourquoi crier ? Chantez avec moi !"),
          ],
          [
            says("C", "Tralala... Oh! You two, here?", "Tralala... Oh ! Vous deux, ici ?"),
            shouts("B", "You, {C}, with that {item}?", "Toi, {C}, avec {the.item} ?"),
          ],
          [
            shouts("B", "That is not yours, {C}!", "Ce n'est pas à toi, ça, {C} !"),
            says("C", "I was just singing a song.", "Je chantais une petite chanson."),
          ],
          [
            says("C", "I was just singing a song, {B}.", "Je chantais une petite chanson, {B}."),
            shouts("B", "That is not yours!", "Ce n'est pas à toi, ça !"),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["pointing", "standing"], ["angry"]), act("C", ["standing"], ["afraid", "surprised"])],
      [
        says("A", "You stole it from my house!", "Tu l'as volé chez moi !"),
        says("C", "Stole? I only borrowed it.", "Volé ? Emprunté, voyons."),
      ],
      {
        or: [
          [
            says("C", "Why are you so angry, {A}?", "Pourquoi cette colère, {A} ?"),
            says("A", "You took it and did not ask!", "Tu prends tout sans demander !"),
          ],
          [
            says("A", "Is this how a friend asks?", "C'est comme ça qu'on demande ?"),
            says("C", "But friends borrow! Why so angry?", "On emprunte, entre amis ! Et alors ?"),
          ],
          [
            says("C", "I only borrowed it from a friend.", "J'ai juste emprunté, entre amis."),
            says("A", "And from one who was asleep!", "Oui, à quelqu'un qui dormait !"),
          ],
          [
            says("A", "Thief! I looked for it everywhere!", "Au voleur ! J'ai cherché partout !"),
            says("C", "Me, a thief? Did you not say yes?", "Moi, voler ? Tu as dit oui, non ?"),
          ],
          [
            says("C", "But you said yes. Do you not remember?", "Mais tu as dit oui. Tu as oublié ?"),
            says("A", "Me, yes? To a thief? When was that?", "Moi, oui ? À un voleur ? Quand donc ?"),
          ],
          [
            says("A", "I looked for it all day.", "J'ai cherché toute la journée."),
            says("C", "I wanted to bring it back, {A}.", "Je comptais bien te rendre ça, {A}."),
          ],
          [
            says("C", "I wanted to bring it back.", "Je comptais bien te rendre ça."),
            says("A", "I looked for it all day, {C}.", "J'ai cherché toute la journée, {C}."),
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
          [
            says("A", "But I never lent it. I would know!", "Mais je n'ai rien prêté. Je le saurais !"),
            says("C", "You were asleep. Take it back, {A}.", "Tu dormais, {A}. Reprends donc."),
          ],
          [
            says("C", "Do you know that you talk at night?", "Tu sais que tu parles la nuit ?"),
            says("A", "Me? No. And what do I say then, {C}?", "Moi ? Non. Et je dis quoi, {C} ?"),
          ],
          [
            says("A", "Give it! Who said yes to that?", "Donne ! Qui a dit oui à ça ?"),
            says("C", "You did, with your eyes shut.", "Toi, avec les yeux fermés."),
          ],
          [
            says("C", "You talk a lot at night, {A}.", "Tu parles beaucoup, la nuit, {A}."),
            says("A", "I am glad to have it back.", "Je suis content{A.e} de revoir ça."),
          ],
          [
            says("A", "I am glad to have it back, {C}.", "Je suis content{A.e} de revoir ça, {C}."),
            says("C", "You talk a lot at night.", "Tu parles beaucoup, la nuit."),
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
            says("A", "And you, {B}? What did I give you?", "Et toi, {B} ? Je t'ai donné quoi ?"),
            says("B", "Your hat, and your bed on {day}.", "Ton chapeau. Et ton lit, {day}."),
          ],
          [
            says("B", "I have had your bed since {day}.", "J'ai eu ton lit, moi, {day}."),
            says("A", "My bed? And where did I sleep?", "Mon lit ? Et moi, je dors où ?"),
          ],
          [
            says("A", "From today I sleep alone, {B}!", "Désormais, {B}, je dors seul{A.e} !"),
            says("B", "Alone? And whom do I ask, then?", "Seul{A.e} ? Et à qui demander, alors ?"),
          ],
          [
            says("B", "Will you sleep well tonight, {A}?", "Tu vas bien dormir, {A}, ce soir ?"),
            says("A", "Yes, with a scarf over my mouth!", "Oui, l'écharpe sur la bouche !"),
          ],
          [
            says("A", "And not one more word, even asleep!", "Et plus un mot, même en dormant !"),
            says("B", "A pity. Tonight I need your shoes.", "Dommage. Ce soir, il me faut tes souliers."),
          ],
          [
            says("B", "I like you best asleep.", "Je t'aime bien quand tu dors."),
            says("A", "I will never sleep again, {B}.", "Je ne dormirai plus, {B}."),
          ],
          [
            says("A", "I will never sleep again.", "Je ne dormirai plus jamais."),
            says("B", "I like you best asleep, {A}.", "Je t'aime bien quand tu dors, {A}."),
          ],
        ],
      },
    ),
  ],
};
