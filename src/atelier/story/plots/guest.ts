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
            says("B", "Who writes to us, {A}?", "Qui nous écrit, {A} ?"),
            says("A", "No name. But a guest comes at {hour}!", "Pas de nom. Mais on vient à {hour} !"),
          ],
          [
            says("A", "Somebody comes at {hour}, {B}!", "Quelqu'un arrive à {hour}, {B} !"),
            says("B", "A guest? I have eaten everything!", "Un invité ? J'ai tout mangé !"),
          ],
          [
            says("B", "Not so loud, {A}. I am eating.", "Moins fort, {A}. Je mange."),
            says("A", "Then leave a bit for our guest!", "Garde une part pour notre invité !"),
          ],
          [
            says("A", "Our guest gives no name, {B}.", "Notre invité n'a pas signé, {B}."),
            says("B", "No name, but hungry, I bet?", "Pas de nom, mais un gros appétit ?"),
          ],
          [
            says("B", "Is that a letter? For me?", "Une lettre ? C'est pour moi ?"),
            says("A", "For us both: a guest is coming!", "Pour nous : un invité arrive !"),
          ],
          [
            says("A", "A guest comes here at {hour}, {B}.", "On attend un invité à {hour}, {B}."),
            says("B", "I have never had a guest.", "Je n'ai jamais eu d'invité."),
          ],
          [
            says("B", "I have never had a guest, {A}.", "Je n'ai jamais eu d'invité, {A}."),
            says("A", "A guest comes here at {hour}.", "On attend un invité à {hour}."),
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
          [
            says("B", "I read: {a.item}. Who carries that?", "Je lis : {a.item}. Qui porte ça ?"),
            says("A", "Our guest. So keep your eyes open!", "Notre invité. Alors, ouvrons l'œil !"),
          ],
          [
            says("A", "Who do we know with {a.item}?", "Et qui a donc {a.item} ?"),
            says("B", "Nobody. What else does it say?", "Personne. Et quoi d'autre ?"),
          ],
          [
            says("B", "Does the letter say nothing more?", "La lettre ne dit rien d'autre ?"),
            says("A", "To look for {a.item}. Nothing else.", "De chercher {a.item}. Rien d'autre."),
          ],
          [
            says("A", "Our guest brings {a.item}.", "Notre invité a {a.item}."),
            says("B", "I like riddles, {A}.", "J'aime les devinettes, {A}."),
          ],
          [
            says("B", "I like riddles.", "J'aime les devinettes."),
            says("A", "Our guest brings {a.item}, {B}.", "Notre invité a {a.item}, {B}."),
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
            says("B", "Will our guest wait for us?", "Notre invité va nous attendre ?"),
            says("A", "Until {hour}. Quick, {B}!", "Jusqu'à {hour}. Vite, {B} !"),
          ],
          [
            says("A", "Quick! The guest may be there first.", "Vite ! L'invité y est peut-être déjà."),
            says("B", "Then the guest waits. Where is it?", "Alors il attend. C'est où, au fait ?"),
          ],
          [
            says("B", "I hope it is somebody nice.", "J'espère que c'est quelqu'un de gentil."),
            says("A", "With {a.item}? Surely!", "Avec {a.item} ? Sûrement !"),
          ],
          [
            says("A", "Somebody nice, I hope!", "Quelqu'un de gentil, j'espère !"),
            says("B", "With {a.item}. A present?", "Avec {a.item}. Un cadeau ?"),
          ],
          [
            says("B", "I bring my best smile, {A}.", "J'apporte mon plus beau sourire, {A}."),
            says("A", "The letter says {in.goal}.", "La lettre dit : {in.goal}."),
          ],
          [
            says("A", "The letter says {in.goal}, {B}.", "La lettre dit : {in.goal}, {B}."),
            says("B", "I bring my best smile.", "J'apporte mon plus beau sourire."),
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
            says("A", "Do you see {a.item}, {B}?", "Tu vois {a.item}, {B} ?"),
            says("B", "No, nobody. And it is nearly {hour}.", "Personne. Et il est presque {hour}."),
          ],
          [
            says("B", "Is the guest late, or are we early?", "L'invité est en retard, ou on se trompe ?"),
            says("A", "We are early. Sit down and wait.", "On est en avance. Assieds-toi."),
          ],
          [
            says("A", "Sit down, {B}. The guest will come.", "Assieds-toi, {B}. L'invité va venir."),
            says("B", "You said that before. When, {A}?", "Tu l'as déjà dit. Quand, {A} ?"),
          ],
          [
            says("B", "But this was all a joke, I say!", "Mais tout ça, c'est une blague !"),
            says("A", "A joke? The letter was so nice...", "Une blague ? Si bien écrite..."),
          ],
          [
            says("A", "The letter said here, I am sure.", "La lettre disait ici, j'en suis sûr{A.e}."),
            says("B", "Or it was a joke. Shall we go home?", "Ou c'était pour rire. On rentre ?"),
          ],
          [
            says("B", "I see everything but {a.item}.", "Je vois tout sauf {a.item}."),
            says("A", "Our guest will come soon, {B}.", "J'espère qu'on va venir, {B}."),
          ],
          [
            says("A", "Our guest will come soon.", "J'espère qu'on va venir."),
            says("B", "I see everything but {a.item}, {A}.", "Je vois tout sauf {a.item}, {A}."),
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
            says("B", "Look, {A}! Is that not {a.item}?", "Vois, {A} ! C'est {a.item}, non ?"),
            says("C", "Of course it is. Why do you shout?", "Bien sûr. Pourquoi crier ?"),
          ],
          [
            says("C", "Why do you shout? I can hear you.", "Pourquoi crier ? J'entends bien."),
            shouts("B", "Our guest! With {a.item}!", "Notre invité ! Avec {a.item} !"),
          ],
          [
            shouts("B", "That is the sign, {A}! A {item}!", "C'est le signe, {A} ! {a.item} !"),
            says("C", "Have you never seen one, you two?", "Vous n'en avez jamais vu, vous deux ?"),
          ],
          [
            says("C", "Good day! Have you seen no {item} before?", "Bonjour ! Vous admirez {my.item} ?"),
            says("B", "At last! That is our sign, {A}.", "Enfin ! C'est notre signe, {A}."),
          ],
          [
            shouts("B", "I see {a.item}!", "Je vois {a.item} !"),
            says("C", "I only want some fresh air.", "Je prends juste un peu l'air."),
          ],
          [
            says("C", "I just want some fresh air.", "Moi, je prends l'air, c'est tout."),
            shouts("B", "{A}! I see {a.item}!", "{A} ! Je vois {a.item} !"),
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
            says("C", "I only pass by. Do I know you?", "Je passe, c'est tout. On se connaît ?"),
            says("A", "Not yet. But our food is ready!", "Pas encore. Mais le repas attend !"),
          ],
          [
            says("A", "At last! We waited for you so long.", "Enfin ! On t'attend depuis longtemps."),
            says("C", "For me? Is there no mistake?", "Moi ? Il n'y a pas d'erreur ?"),
          ],
          [
            says("C", "Is it really me you waited for?", "C'est vraiment moi qu'on attend ?"),
            says("A", "With {a.item}? Yes, welcome!", "Avec {a.item} ? Oui, bienvenue !"),
          ],
          [
            says("A", "Your hand, dear guest!", "Laisse-moi te serrer la main !"),
            says("C", "Gladly. But who are you two?", "Volontiers. Mais qui êtes-vous ?"),
          ],
          [
            says("C", "Who are you? What a welcome!", "Qui êtes-vous ? Quel accueil !"),
            says("A", "Your hosts! Are you hungry, dear guest?", "Tes hôtes ! Tu as faim, au moins ?"),
          ],
          [
            says("A", "There is soup and cake for three.", "Il y a de la soupe pour trois."),
            says("C", "I think there is a mistake.", "Je crois qu'il y a erreur."),
          ],
          [
            says("C", "I think this is a mistake.", "Je crois que c'est une erreur."),
            says("A", "There is soup, and cake for all three!", "Il y a de la soupe et du gâteau !"),
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
            says("C", "Which letter do you mean?", "De quelle lettre parlez-vous ?"),
            says("B", "Yours! The one about the {item}.", "De la tienne, bien sûr !"),
          ],
          [
            says("B", "But the letter you wrote was so nice!", "Mais tu as écrit une si belle lettre !"),
            says("C", "Me? I have no pen and no ink.", "Moi ? Je n'ai ni plume ni encre."),
          ],
          [
            says("C", "I never had a pen, not even a bad one.", "Je n'ai jamais eu la moindre plume."),
            says("B", "Not even to write us a letter?", "Même pas pour nous écrire ?"),
          ],
          [
            says("B", "Why did you not sign your letter?", "Pourquoi ne pas signer ta lettre ?"),
            says("C", "I cannot write. Not even my name!", "Moi ? Je n'écris pas même mon nom."),
          ],
          [
            says("C", "I cannot read, but I can eat.", "Lire ? Non. Mais manger, oui."),
            says("B", "But you did write to us, did you not?", "Mais tu nous as écrit, non ?"),
          ],
          [
            says("B", "I kept your fine letter.", "J'ai gardé ta belle lettre."),
            says("C", "I never learned to write.", "Je n'ai jamais appris à écrire."),
          ],
          [
            says("C", "I have never learned to write.", "Écrire, je n'ai jamais appris."),
            says("B", "I have kept your fine letter.", "Ta belle lettre, je l'ai gardée."),
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
            says("C", "No letter, but I am hungry. And you?", "Pas de lettre, mais j'ai faim. Et toi ?"),
            says("A", "So our guest is still waiting?", "Alors l'invité attend toujours ?"),
          ],
          [
            says("A", "Then somebody else is our guest...", "Notre invité est donc ailleurs..."),
            says("C", "So I eat for two, all right?", "Alors je mange pour deux, d'accord ?"),
          ],
          [
            says("C", "I am your guest now. What is there?", "L'invité{C.e}, c'est moi ! On mange quoi ?"),
            says("A", "{treat}. But then who wrote to us?", "{treat}. Mais qui nous a écrit ?"),
          ],
          [
            says("A", "We have the wrong guest! Oh no!", "Ce n'est pas le bon invité ! Aïe !"),
            says("C", "The wrong guest, but the right hunger.", "Pas le bon, mais j'ai bon appétit."),
          ],
          [
            says("C", "Wrong guest or not, I am hungry.", "Bon invité ou pas, j'ai faim."),
            says("A", "Come, then. But whose letter is it?", "Viens donc. Mais de qui est la lettre ?"),
          ],
          [
            says("A", "I do not understand it at all.", "Je n'y comprends plus rien."),
            says("C", "I like it here with you.", "Je me plais bien avec vous."),
          ],
          [
            says("C", "I like it here with you two.", "Avec vous deux, je me plais bien."),
            says("A", "I understand nothing at all.", "Moi, je n'y comprends rien."),
          ],
        ],
      },
    ),
  ],
};
