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
          [
            says("A", "Race me, {B}, and win {bet}!", "Fais la course, {B} ! Pour {bet} !"),
            says("B", "A {animal} wants to race?", "Un {animal} veut courir ?"),
          ],
          [
            says("B", "Did a {animal} teach you to walk?", "Un {animal} t'apprend la marche ?"),
            says("A", "Yet I win. For {bet}?", "Mais je gagne. Pour {bet} ?"),
          ],
          [
            says("A", "I walk, and I win {bet}, {B}!", "Je marche, et je gagne {bet}, {B} !"),
            says("B", "Like a {animal}? I win asleep!", "Toi, {animal} ? Je gagne en dormant !"),
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
            says("C", "The winner gets {the.item}!", "Au vainqueur, {the.item} !"),
            says("B", "Then it is mine! Wait {in.goal}.", "Alors, c'est à moi ! Va {in.goal}."),
          ],
          [
            says("B", "It is mine already, {the.item}!", "C'est déjà à moi, {the.item} !"),
            says("C", "Wait! First comes the race, {B}.", "Attends ! D'abord la course."),
          ],
          [
            says("C", "I go ahead. And no tricks!", "Je pars devant. Et pas de triche !"),
            says("B", "Do I need tricks to win, {C}?", "Ai-je besoin de tricher, {C} ?"),
          ],
          [
            says("B", "No tricks, I promise. Go ahead, {C}!", "Pas de triche, promis. Va, {C} !"),
            says("C", "And {the.item}? I take it ahead.", "Et {the.item} ? Je l'emporte devant."),
          ],
          [
            says("B", "Who touches {the.item} first wins.", "Qui touche {the.item} a gagné."),
            says(
              "C",
              "A race? I wait {in.goal}.",
              "Une course ? J'attends {in.goal}.",
              "I will be judge {in.goal}.",
              "Je serai l'arbitre {in.goal}.",
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
            shouts("B", "Eat my dust, {A}!", "Mange ma poussière, {A} !"),
            says("A", "Run, {B}! The dust will settle.", "Cours, {B} ! La poussière retombe."),
          ],
          [
            says("A", "Run! I do not mind the dust.", "Cours ! Je connais la poussière."),
            shouts("B", "Then eat it, {A}!", "Alors mange-la, {A} !"),
          ],
          [
            shouts("B", "See you next year, {A}!", "À l'an prochain, {A} !"),
            says("A", "The way is long. See you later!", "La route est longue. À plus tard !"),
          ],
          [
            says("A", "See you later, {B}! It is a long way!", "À plus tard, {B} ! C'est loin !"),
            shouts("B", "Later? Next year, you mean!", "Plus tard ? L'an prochain, oui !"),
          ],
          [
            says("A", "Run, {B}! The dust will settle.", "Cours, {B} ! La poussière retombe."),
            shouts("B", "Eat my dust, {A}!", "Mange ma poussière, {A} !"),
          ],
          [
            says("A", "The way is long. See you later!", "La route est longue. À plus tard !"),
            shouts("B", "See you next year, {A}!", "À l'an prochain, {A} !"),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["sleeping", "sitting"], ["sly", "happy"]), act("A", ["running", "walking"], ["calm"])],
      [
        thinks("B", "I am far ahead. Time for a nap.", "J'ai de l'avance. Une sieste !"),
        thinks("A", "{B} sleeps. I go on, step by step.", "{B} dort. J'avance, pas à pas."),
      ],
      {
        sounds: texts("Zzz...", "Zzz..."),
        or: [
          [
            thinks("A", "Step by step. Where is {B}?", "Un pas, puis un autre. Et {B} ?"),
            thinks("B", "{A} is far behind. I nap a bit.", "{A} est loin. Je m'endors."),
          ],
          [
            thinks("B", "I dream of {the.item}, mmm...", "Je rêve déjà de {the.item}, mmm..."),
            thinks("A", "Dream on, {B}. I tiptoe past.", "Rêve donc, {B}. Je passe sans bruit."),
          ],
          [
            thinks("A", "On tiptoe... Dream well, {B}.", "Sans bruit... Rêve bien, {B}."),
            thinks("B", "Mmm... I dream that I win...", "Mmm... Je rêve que je gagne..."),
          ],
          [
            thinks("B", "Even asleep I am faster than {A}.", "Même en dormant, je bats {A}."),
            thinks("A", "Asleep? Sh! Faster, my feet.", "Ça dort ? Chut ! Plus vite, mes pieds."),
          ],
          [
            thinks("A", "Sh, my feet! {B} must not wake up.", "Chut, mes pieds ! Que {B} dorme !"),
            thinks("B", "{A}? Asleep I am faster than you...", "{A} ? Même en dormant, plus vite..."),
          ],
          [
            thinks("A", "{B} sleeps. I go on, step by step.", "{B} dort. J'avance, pas à pas."),
            thinks("B", "I am far ahead. Time for a nap.", "J'ai de l'avance. Une sieste !"),
          ],
          [
            thinks("B", "{A} is far behind. I nap a bit.", "{A} est loin. Je m'endors."),
            thinks("A", "Step by step. Where is {B}?", "Un pas, puis un autre. Et {B} ?"),
          ],
          [
            thinks("B", "{A}? Asleep I am faster than you...", "{A} ? Même en dormant, plus vite..."),
            thinks("A", "Sh, my feet! {B} must not wake up.", "Chut, mes pieds ! Que {B} dorme !"),
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
            says("C", "{A}? Do my eyes see {A}?", "{A} ? Est-ce que je vois {A} ?"),
            shouts("A", "You do! Hold {the.item} up, {C}!", "Oui ! Tiens bien {the.item}, {C} !"),
          ],
          [
            shouts("A", "I see you, {C}! Do you see me?", "Je te vois, {C} ! Tu me vois ?"),
            says("C", "{A}! I hold it up for you!", "{A} ! Je tiens ça pour toi !"),
          ],
          [
            says("C", "Faster! Where have you left {B}?", "Plus vite ! Où as-tu laissé {B} ?"),
            shouts("A", "Asleep, {C}! I cannot run faster!", "Au lit, {C} ! Pas plus vite !"),
          ],
          [
            shouts("A", "I left {B} asleep! Faster, feet!", "{B} dort ! Allez, mes pieds !"),
            says("C", "Asleep? {B}? Come on, {A}!", "Au lit ? {B} ? Allez, {A} !"),
          ],
          [
            shouts("A", "I am coming! And {B}?", "J'arrive ! Et {B} ?"),
            says("C", "It is {A}! Only ten more steps!", "C'est {A} ! Encore dix pas !"),
          ],
          [
            says("C", "{A}! I hold it up for you!", "{A} ! Je tiens ça pour toi !"),
            shouts("A", "I see you, {C}! Do you see me?", "Je te vois, {C} ! Tu me vois ?"),
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
            says("C", "What a race! How did you do it?", "Quelle course ! Comment as-tu fait ?"),
            says("A", "My feet did it, one by one.", "Ce sont mes pieds, l'un après l'autre."),
          ],
          [
            says("A", "What a race! My poor feet!", "Quelle course ! Mes pauvres pieds !"),
            says("C", "How did they do it, one by one?", "Comment ont-ils fait, ces pieds ?"),
          ],
          [
            says("C", "Hurrah, {A}! And where is {B}?", "Hourra, {A} ! Et où est {B} ?"),
            says("A", "In bed, I think. Hurrah!", "Au lit, je crois. Hourra !"),
          ],
          [
            says("A", "Hurrah! Is {B} still in bed?", "Hourra ! {B} est encore au lit ?"),
            says("C", "I think so. Hurrah for {A}!", "Je crois bien. Hourra pour {A} !"),
          ],
          [
            says("A", "Slow, but without a nap.", "Lentement, mais sans sieste."),
            says("C", "{the.item} is yours! The winner is {A}!", "Bravo ! {A} a gagné !"),
          ],
          [
            says("C", "You won! {the.item} is yours, {A}!", "Gagné ! C'est à toi, {A} !"),
            says("A", "I won? Without a nap, you see!", "J'ai gagné ? Sans sieste, tu vois !"),
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
            shouts("B", "First! ... Why are you here, {A}?", "Gagné ! ... Que fais-tu là, {A} ?"),
            says("A", "I wait for you, {B}. Second!", "Je t'attends, {B}. Tu es deuxième !"),
          ],
          [
            says("A", "I am here and wait for you, {B}.", "Je suis là, je t'attends, {B}."),
            shouts("B", "You? Why was I not first?", "Toi ? Comment as-tu fait, {A} ?"),
          ],
          [
            says("B", "I took a nap! A very short one!", "J'ai fait une sieste ! Courte !"),
            says("A", "And a long race, was it not?", "Et une longue course, non ?"),
          ],
          [
            says("A", "Was it a long nap, {B}?", "Elle était longue, ta sieste ?"),
            says("B", "Short! It was the race, {A}!", "Courte ! C'est la course, {A} !"),
          ],
          [
            says("A", "You are second, {B}. Slept well?", "Tu es second{B.e}. Bien dormi ?"),
            shouts("B", "Here I am! Did I win?", "Me voilà ! J'ai gagné ?"),
          ],
          [
            says("A", "I wait for you, {B}. Second!", "Je t'attends, {B}. Tu es deuxième !"),
            shouts("B", "First! ... Why are you here, {A}?", "Gagné ! ... Que fais-tu là, {A} ?"),
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
            says("B", "Do not tell {relative}, {A}.", "Ne le dis à personne, {A}."),
            says("A", "I tell all the world, {B}!", "Je le dirai à tous, {B} !"),
          ],
          [
            says("A", "All the world will know it, {B}!", "Tout le monde le saura, {B} !"),
            says("B", "Do not tell them who slept, {A}!", "Ne dis pas que je dormais, {A} !"),
          ],
          [
            says("B", "Tomorrow again? But no naps.", "On recommence demain ? Sans sieste."),
            says("A", "Tomorrow I take the nap, {B}!", "Demain, {B}, la sieste est pour moi !"),
          ],
          [
            says("A", "Tomorrow again? You may nap first.", "Demain, on recommence ? Dors bien !"),
            says("B", "No more naps! {bet} is yours.", "Plus de sieste ! {bet}, c'est à toi."),
          ],
          [
            says("A", "Tomorrow I take the nap, {B}!", "Demain, {B}, la sieste est pour moi !"),
            says("B", "Tomorrow again? But no naps.", "On recommence demain ? Sans sieste."),
          ],
        ],
      },
    ),
  ],
};
