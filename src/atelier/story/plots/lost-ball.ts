import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A ball is kicked where it should not go, and must be asked for. */
export const LOST_BALL: Plot = {
  name: "lost ball",
  titles: texts(
    "Over the wall",
    "Par-dessus le mur",
    "One kick too many",
    "Un tir de trop",
    "The ball of {B}",
    "Le ballon de {B}",
  ),
  items: ["ball"],
  homes: [...WILD, ...TOWN, ...WATER],
  goals: [...INSIDE, ...WILD],
  together: true,
  item: "B",
  opening: [
    atHome(
      [act("B", ["carrying", "throwing"], ["happy"]), act("A", ["jumping", "waving"], ["happy"])],
      [
        says("B", "A new ball. It cost {bet}!", "Ballon neuf ! Il vaut {bet} !"),
        says("A", "Throw it! I will kick it.", "Lance ! Je vais tirer."),
      ],
      {
        or: [
          [
            says("A", "Is that ball new? Give it here!", "Il est neuf, ce ballon ? Donne !"),
            says("B", "Brand new! So be careful, {A}.", "Tout neuf ! Alors attention, {A}."),
          ],
          [
            says("B", "Nobody has kicked this ball yet.", "Personne n'a encore tiré dedans."),
            says("A", "Then I will be the first!", "Alors, à moi l'honneur !"),
          ],
          [
            says("A", "To me, {B}! I am ready!", "À moi, {B} ! Je suis là !"),
            says("B", "Catch! But it is new, you hear?", "Attrape ! Mais il est neuf, hein ?"),
          ],
          [
            says("B", "Catch it, {A}! Are you ready?", "Attrape, {A} ! Tu y es ?"),
            says("A", "Yes! Throw it, and watch my foot!", "J'y suis ! Lance, et vois ce pied !"),
          ],
          [
            says("A", "Watch my foot: it is a cannon!", "Regarde mon pied : c'est un canon !"),
            says("B", "A cannon? Then not so hard, {A}!", "Un canon ? Alors pas trop fort !"),
          ],
          [
            says("B", "This is my best ball, {A}.", "C'est mon plus beau ballon, {A}."),
            says("A", "I am in great form today.", "Je suis en pleine forme."),
          ],
          [
            says("A", "I am in great form today, {B}.", "Je suis en pleine forme, {B}."),
            says("B", "This is my best ball.", "C'est mon plus beau ballon."),
          ],
        ],
      },
    ),
    atHome(
      [
        act("A", ["jumping", "running"], ["happy"]),
        act("B", ["pointing", "standing"], ["surprised", "afraid"]),
      ],
      [
        shouts("A", "The kick of the year!", "Le tir de l'année !"),
        says("B", "Not so hard, {A}! Not...", "Pas si fort, {A} ! Pas..."),
      ],
      {
        item: "away",
        key: true,
        sounds: texts("Whack!", "Vlan !", "Bang!", "Bang !"),
        or: [
          [
            says("B", "Not so hard, {A}! It is new!", "Moins fort, {A} ! Il est neuf !"),
            shouts("A", "Hard? Watch it fly!", "Moins fort ? Vois-le voler !"),
          ],
          [
            shouts("A", "Up, up, over the roofs!", "Plus haut que les toits !"),
            says("B", "My ball! Where does it fly?", "Mon ballon ! Où va-t-il ?"),
          ],
          [
            says("B", "Stop! Do you see where it goes?", "Stop ! Tu vois où il va ?"),
            shouts("A", "Right up to the clouds!", "Droit dans les nuages !"),
          ],
          [
            shouts("A", "Did you see that kick, {B}?", "Tu as vu ce tir, {B} ?"),
            says("B", "I see no ball any more!", "Je ne vois plus mon ballon !"),
          ],
          [
            says("B", "My poor ball! Now it is gone!", "Mon beau ballon ! Il est parti !"),
            shouts("A", "But what a kick, {B}!", "Mais quel tir, {B} !"),
          ],
          [
            shouts("A", "What a rocket!", "Quelle fusée !"),
            says("B", "My ball! My new ball, {A}!", "Mon ballon ! Mon ballon neuf, {A} !"),
          ],
          [
            says("B", "My ball! My new ball!", "Mon ballon ! Mon ballon neuf !"),
            shouts("A", "What a rocket, {B}!", "Quelle fusée, {B} !"),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["standing"], ["angry"]), act("A", ["standing"], ["sad", "afraid"])],
      [
        says("B", "It flew {to.goal}. With {C}!", "Parti {to.goal}. Chez {C} !"),
        says("A", "With {C}? {C} bites!", "Chez {C} ? {C} mord !"),
      ],
      {
        key: true,
        or: [
          [
            says("A", "Who is {in.goal}, {B}?", "Qui est {in.goal}, {B} ?"),
            says("B", "{C}! And {C} has my ball now.", "{C} ! Et {C} a mon ballon."),
          ],
          [
            says("B", "It is {in.goal}. Who is there?", "Il est {in.goal}. Et qui y est ?"),
            says("A", "{C}? Then your ball is lost.", "{C} ? Alors il est perdu."),
          ],
          [
            says("A", "Where did the ball go, {B}?", "Il est où, le ballon, {B} ?"),
            says("B", "{to.goal}! {C} has it.", "{in.goal} ! Chez {C}."),
          ],
          [
            says("B", "So now {C} has it, {in.goal}!", "C'est {C} qui l'a, {in.goal} !"),
            says("A", "Then it is lost. {C} bites, they say.", "Alors c'est fini. {C} mord, dit-on."),
          ],
          [
            says("A", "Not {to.goal}! Not to {C}!", "Pas {in.goal} ! Pas chez {C} !"),
            says("B", "Yes, to {C}! And does {C} not bite?", "Si, chez {C} ! Et ça mord, non ?"),
          ],
          [
            says("B", "The ball is {in.goal}, {A}.", "Le ballon est {in.goal}, {A}."),
            says("A", "I am so afraid of {C}.", "J'ai peur de tomber sur {C}."),
          ],
          [
            says("A", "I am so afraid of {C}, {B}.", "J'ai peur de tomber sur {C}, {B}."),
            says("B", "The ball is {in.goal}.", "Le ballon est {in.goal}."),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["walking"], ["afraid"]), act("B", ["pointing", "walking"], ["angry"])],
      [
        says("A", "Must I really go and ask {C}?", "Je dois vraiment parler à {C} ?"),
        says("B", "You kicked it, you fetch it.", "Tu as tiré, tu y vas."),
      ],
      {
        or: [
          [
            says("B", "You go in front, {A}.", "Passe devant, {A}."),
            says("A", "Why me? Is it not your ball?", "Pourquoi moi ? C'est ton ballon !"),
          ],
          [
            says("A", "Ask {C} yourself. It is your ball.", "Demande à {C}, toi : c'est ton ballon."),
            says("B", "And whose foot was it, {A}?", "Et c'était le pied de qui, {A} ?"),
          ],
          [
            says("B", "Whose foot kicked it? My foot?", "Qui a tiré ? Mon pied, peut-être ?"),
            says("A", "Mine. But {C} will bite it!", "Le mien. Mais {C} va le mordre !"),
          ],
          [
            says("A", "{C} will bite me, you know that?", "{C} va me mordre, tu sais ?"),
            says("B", "Say sorry, and {C} bites less.", "Dis pardon, {C} mordra moins."),
          ],
          [
            says("B", "Then just say sorry. What can {C} do?", "Alors dis pardon. Que peut faire {C} ?"),
            says("A", "Bite! Will you hold my hand, {B}?", "Mordre ! Tu me tiens la main, {B} ?"),
          ],
          [
            says("A", "My legs do not want to go.", "Mes jambes ne veulent pas y aller."),
            says("B", "I want my ball back, {A}.", "Je veux mon ballon, {A}."),
          ],
          [
            says("B", "I want my ball back.", "Je veux mon ballon."),
            says("A", "My legs do not want to go, {B}.", "Mes jambes ne veulent pas y aller, {B}."),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["sitting", "standing"], ["disgusted", "angry"])],
      [
        thinks(
          "C",
          "First a crash, then this. Who was it?",
          "Un choc, puis ceci. Qui a tiré ?",
          "It falls from the sky, and on me!",
          "Ça tombe du ciel, et droit sur moi !",
          "Who throws a ball at me? Just wait...",
          "Qui me lance un ballon ? Attends un peu...",
          "Whoever comes for it will hear me!",
          "Qui vient le chercher va m'entendre !",
          "A good kick... but on my lunch!",
          "Un beau tir... mais sur mon repas !",
          "I wanted soup, and I got a ball.",
          "Je voulais ma soupe. J'ai un ballon.",
        ),
      ],
      { item: "ground" },
    ),
    atGoal(
      [
        act("A", ["standing"], ["afraid"]),
        act("C", ["carrying"], ["angry", "disgusted"]),
        act("B", ["standing"], ["afraid"]),
      ],
      [
        says("A", "Good day. May we have our ball?", "Bonjour. Et notre ballon ?"),
        shouts("C", "It fell into my soup!", "Il est tombé dans ma soupe !"),
      ],
      {
        item: "C",
        key: true,
        or: [
          [
            shouts("C", "Is this yours? I was eating soup!", "C'est à vous ? Je mangeais ma soupe !"),
            says("A", "Our ball! Good day... and sorry.", "Notre ballon ! Bonjour... et pardon."),
          ],
          [
            says("A", "Did you see a ball, {C}?", "Tu as vu un ballon, {C} ?"),
            shouts("C", "I nearly ate it, with my soup!", "Je l'ai presque mangé, avec ma soupe !"),
          ],
          [
            shouts("C", "Who spoiled my good soup?", "Qui a gâché ma bonne soupe ?"),
            says("A", "Soup? We only look for our ball.", "La soupe ? On cherche un ballon."),
          ],
          [
            says("A", "That is our ball, {C}... please?", "C'est notre ballon, {C}... tu veux bien ?"),
            shouts("C", "And is that your soup on my nose?", "Et sur mon nez, c'est votre soupe ?"),
          ],
          [
            shouts("C", "There is soup on my nose!", "J'ai de la soupe sur le nez !"),
            says("A", "Sorry! May we have the ball now?", "Pardon ! Et le ballon, on peut ?"),
          ],
          [
            says("A", "We are looking for a ball, {C}.", "Nous cherchons un ballon, {C}."),
            shouts("C", "My soup is everywhere!", "Ma soupe est partout !"),
          ],
          [
            shouts("C", "My soup is everywhere, {A}!", "Ma soupe est partout, {A} !"),
            says("A", "We are looking for a ball.", "Nous cherchons un ballon."),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["pointing", "standing"], ["sad", "surprised"]), act("C", ["standing"], ["sly", "calm"])],
      [
        says("A", "Sorry about the soup. It was me.", "Pardon pour la soupe. C'était moi."),
        says("C", "You? Such a kick? Show me that again.", "Toi ? Ce tir ? Montre un peu."),
      ],
      {
        or: [
          [
            says("C", "Which of you kicked it?", "Qui de vous deux a tiré ?"),
            says("A", "Me. I am sorry, I kick too hard.", "Moi. Pardon, je tire trop fort."),
          ],
          [
            says("A", "My foot is sorry. It kicks no more.", "Pardon pour ce pied. Il ne tire plus."),
            says("C", "A pity! Such a foot? Show me!", "Dommage ! Un pied pareil ? Montre !"),
          ],
          [
            says("C", "Such a kick! Was it {B}?", "Quel tir ! C'était {B} ?"),
            says("A", "No, it was me. Will you bite now?", "Non, c'était moi. Tu vas mordre ?"),
          ],
          [
            says("A", "Please do not bite, {C}. It was me.", "Ne mords pas, {C}. C'était moi."),
            says("C", "Bite? I want to see that kick!", "Mordre ? Je veux revoir ce tir !"),
          ],
          [
            says("C", "From so far? And with that foot?", "De si loin ? Avec ce pied-là ?"),
            says("A", "Yes. It is sorry, and so am I.", "Oui. Il regrette, et moi aussi."),
          ],
          [
            says("A", "I am very sorry about it.", "Je suis vraiment désolé{A.e}."),
            says("C", "I was a goalkeeper once, {A}.", "J'ai gardé des buts, autrefois, {A}."),
          ],
          [
            says("C", "I was a goalkeeper once.", "J'ai gardé des buts, autrefois."),
            says("A", "I am very sorry about it, {C}.", "Je suis vraiment désolé{A.e}, {C}."),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["jumping", "running"], ["happy"]), act("B", ["jumping", "waving"], ["surprised", "happy"])],
      [
        says("C", "To me, {A}! I play in goal!", "À moi, {A} ! Je garde le but !"),
        says("B", "{C} does not bite. {C} plays!", "{C} ne mord pas : {C} joue !"),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("B", "And the soup, {C}? Is it forgotten?", "Et la soupe, {C} ? Oubliée ?"),
            says("C", "Forgotten! Kick it here, {A}!", "Oubliée ! Tire par ici, {A} !"),
          ],
          [
            says("C", "Nobody ever asks me to play!", "Jamais on ne m'invite à jouer !"),
            says("B", "We ask you! Are you good in goal?", "On t'invite ! Tu gardes le but ?"),
          ],
          [
            says("B", "Do you play or do you bite, {C}?", "Tu joues ou tu mords, {C} ?"),
            says("C", "I play! And I catch everything.", "Je joue ! Et j'arrête tout."),
          ],
          [
            says("C", "Kick as hard as you can, {A}!", "Tire de tout ton cœur, {A} !"),
            says("B", "Not so hard! Think of the soup!", "Pas si fort ! Pense à la soupe !"),
          ],
          [
            says("B", "But not too hard, {A}! It is my ball!", "Mais doucement, {A} ! C'est mon ballon !"),
            says("C", "Hard, {A}! I can catch anything!", "Plus fort, {A} ! J'arrête tout !"),
          ],
          [
            says("C", "I have not played for years, {B}!", "Quel plaisir de rejouer, {B} !"),
            says("B", "This is the best game of the year!", "C'est le match de l'année !"),
          ],
          [
            says("B", "This is the best game of the year, {C}!", "C'est le match de l'année, {C} !"),
            says("C", "I have not played for years!", "Je n'ai pas joué depuis si longtemps !"),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["falling", "jumping"], ["surprised"]), act("B", ["standing"], ["sad", "angry"])],
      [
        shouts("A", "The kick of the year, again!", "Encore le tir de l'année !"),
        says("B", "And whose soup is it this time?", "Et cette fois, la soupe de qui ?"),
      ],
      {
        item: "away",
        sounds: texts("Whack!", "Vlan !"),
        or: [
          [
            says("B", "Not again, {A}! My ball!", "Oh non, {A} ! Mon ballon !"),
            shouts("A", "Again! And farther than before!", "Encore ! Et plus loin qu'avant !"),
          ],
          [
            shouts("A", "And did you see it fly, {B}?", "Et tu l'as vu voler, {B} ?"),
            says("B", "I did. Into the next soup, {A}.", "Oui, {A}. Vers une autre soupe."),
          ],
          [
            says("B", "Whose soup does it fly into now?", "Dans quelle soupe va-t-il, là ?"),
            shouts("A", "Nobody eats so far away!", "Personne ne mange si loin !"),
          ],
          [
            shouts("A", "Oops! Was it too hard again?", "Oups ! Encore trop fort ?"),
            says("B", "You kicked it, so off you go. Again!", "Tu as tiré : tu y retournes !"),
          ],
          [
            says("B", "Next time I bring a stone, {A}.", "Demain, j'apporte une pierre, {A}."),
            shouts("A", "A stone? I can kick that as well!", "Une pierre ? Je peux la tirer aussi !"),
          ],
          [
            shouts("A", "My foot did it again!", "Mon pied recommence !"),
            says("B", "I am going to buy a kite, {A}.", "Je vais m'acheter un cerf-volant, {A}."),
          ],
          [
            says("B", "I am going to buy a kite.", "Je vais m'acheter un cerf-volant."),
            shouts("A", "My foot did it again, {B}!", "Mon pied recommence, {B} !"),
          ],
        ],
      },
    ),
  ],
};
