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
            says("A", "To me, {B}! I am ready!", "À moi, {B} ! Je suis là !"),
            says("B", "Catch! But it is new, you hear?", "Attrape ! Mais il est neuf, hein ?"),
          ],
          [
            says("A", "Watch my foot: it is a cannon!", "Regarde mon pied : c'est un canon !"),
            says("B", "A cannon? Then not so hard, {A}!", "Un canon ? Alors pas trop fort !"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "This is my best ball.", "C'est mon plus beau ballon."),
            says("A", "I am in great form today.", "Je suis en pleine forme."),
          ],
          [
            says(
              "B",
              ["It smells of the shop.", "Ça sent encore le neuf."],
              ["I polished it all morning.", "Je l'ai fait briller ce matin."],
              ["I saved for it for {count} weeks.", "J'ai économisé {count} semaines."],
            ),
            says(
              "A",
              ["My foot is itching.", "Mon pied me démange."],
              ["I have been training.", "Je me suis bien entraîné{A.e}."],
              ["The field is all ours.", "Le terrain est à nous."],
            ),
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
        ],
        eitherOrder: [
          [
            shouts("A", "What a rocket!", "Quelle fusée !"),
            says("B", "My ball! My new ball!", "Mon ballon ! Mon ballon neuf !"),
          ],
          [
            shouts(
              "A",
              ["What a beauty!", "Quelle merveille !"],
              ["I am a cannon!", "Je suis un canon !"],
              ["To the stars!", "Jusqu'aux étoiles !"],
            ),
            says(
              "B",
              ["My ball is a dot.", "Mon ballon est un point."],
              ["That goes too far.", "Ça va trop loin."],
              ["I only had it for a day.", "Je ne l'ai eu qu'un jour."],
            ),
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
            says("A", "Not {to.goal}! Not to {C}!", "Pas {in.goal} ! Pas chez {C} !"),
            says("B", "Yes, to {C}! And does {C} not bite?", "Si, chez {C} ! Et ça mord, non ?"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "The ball is {in.goal}.", "Le ballon est {in.goal}."),
            says("A", "I am so afraid of {C}.", "J'ai peur de tomber sur {C}."),
          ],
          [
            says(
              "B",
              ["{C} lives over there.", "C'est chez {C}, là-bas."],
              ["My ball came down {in.goal}.", "Mon ballon est tombé {in.goal}."],
              ["I heard a crash.", "J'ai entendu un grand bruit."],
            ),
            says(
              "A",
              ["I am afraid of {C}.", "J'ai peur de {C}."],
              ["My foot is to blame.", "C'est la faute de mon pied."],
              ["Nobody comes back from there.", "Personne ne revient de là."],
            ),
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
        ],
        eitherOrder: [
          [
            says("A", "My legs do not want to go.", "Mes jambes ne veulent pas y aller."),
            says("B", "I want my ball back.", "Je veux mon ballon."),
          ],
          [
            says(
              "A",
              ["My knees are shaking.", "J'ai les genoux qui tremblent."],
              ["{C} has teeth like a saw.", "{C} a des dents de scie."],
              ["I have a bad feeling.", "J'ai un mauvais pressentiment."],
            ),
            says(
              "B",
              ["A good ball is worth a walk.", "Un bon ballon vaut le voyage."],
              ["I do the talking.", "C'est moi qui parlerai."],
              ["I walk right behind you.", "Je marche juste derrière toi."],
            ),
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
            shouts("C", "There is soup on my nose!", "J'ai de la soupe sur le nez !"),
            says("A", "Sorry! May we have the ball now?", "Pardon ! Et le ballon, on peut ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "We are looking for a ball.", "Nous cherchons un ballon."),
            shouts("C", "My soup is everywhere!", "Ma soupe est partout !"),
          ],
          [
            says(
              "A",
              ["We are looking for a ball.", "On cherche un ballon."],
              ["We are very well behaved.", "Nous sommes très sages."],
              ["It was an accident.", "C'était un accident."],
            ),
            shouts(
              "C",
              ["There is soup in my hair!", "J'ai de la soupe plein la tête !"],
              ["I cooked for {count} hours!", "J'ai cuisiné {count} heures !"],
              ["My best bowl is broken!", "Mon plus beau bol est cassé !"],
            ),
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
            says("A", "My foot is sorry. It kicks no more.", "Pardon pour ce pied. Il ne tire plus."),
            says("C", "A pity! Such a foot? Show me!", "Dommage ! Un pied pareil ? Montre !"),
          ],
          [
            says("A", "Please do not bite, {C}. It was me.", "Ne mords pas, {C}. C'était moi."),
            says("C", "Bite? I want to see that kick!", "Mordre ? Je veux revoir ce tir !"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "I am very sorry about it.", "Je suis vraiment désolé{A.e}."),
            says("C", "I was a goalkeeper once.", "J'ai gardé des buts, autrefois."),
          ],
          [
            says(
              "A",
              ["My foot is stronger than I am.", "Mon pied est plus fort que moi."],
              ["I am ready to wash your floor.", "Je veux bien laver par terre."],
              ["I feel terrible about your soup.", "J'ai honte, pour la soupe."],
            ),
            says(
              "C",
              ["I used to play in goal.", "J'ai joué dans les buts."],
              ["I saw it come over the roofs.", "Je l'ai vu passer les toits."],
              ["That was no ordinary kick.", "Ce n'était pas un tir ordinaire."],
            ),
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
        ],
        eitherOrder: [
          [
            says("C", "I have not played for years, {B}!", "Quel plaisir de rejouer, {B} !"),
            says("B", "This is the best game of the year!", "C'est le match de l'année !"),
          ],
          [
            says(
              "C",
              ["I feel young again.", "Je me sens rajeunir."],
              ["My hands remember it all.", "Mes mains n'ont rien oublié."],
              ["Nothing gets past me.", "Rien ne passera."],
            ),
            says(
              "B",
              ["Three make a real team.", "À trois, on fait une équipe."],
              ["This is my ball, and my best day.", "C'est mon ballon, et mon beau jour."],
              ["I am glad we came.", "On a bien fait de venir."],
            ),
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
            shouts("A", "And did you see it fly, {B}?", "Et tu l'as vu voler, {B} ?"),
            says("B", "I did. Into the next soup, {A}.", "Oui, {A}. Vers une autre soupe."),
          ],
          [
            says("B", "Next time I bring a stone, {A}.", "Demain, j'apporte une pierre, {A}."),
            shouts("A", "A stone? I can kick that as well!", "Une pierre ? Je peux la tirer aussi !"),
          ],
        ],
        eitherOrder: [
          [
            shouts("A", "My foot did it again!", "Mon pied recommence !"),
            says("B", "I am going to buy a kite.", "Je vais m'acheter un cerf-volant."),
          ],
          [
            shouts(
              "A",
              ["It flies like a bird!", "Il vole comme un oiseau !"],
              ["Higher than ever!", "Plus haut que jamais !"],
              ["I do not know my own strength!", "Je ne connais pas ma force !"],
            ),
            says(
              "B",
              ["I know how this ends.", "Je sais comment ça finit."],
              ["My ball loves soup.", "Mon ballon aime la soupe."],
              ["I will play cards from now on.", "Je jouerai aux cartes."],
            ),
          ],
        ],
      },
    ),
  ],
};
