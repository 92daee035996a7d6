import { act, atGoal, atHome, type Plot, says, shouts } from "../beat.ts";
import { INSIDE, TOWN, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** Somebody wants to learn to jump, and teaches the teacher in the end. */
export const LESSON: Plot = {
  name: "lesson",
  titles: texts(
    "{A} learns to jump",
    "{A} apprend à sauter",
    "The lesson",
    "La leçon",
    "{B} the teacher",
    "Maître {B}",
  ),
  items: ["book"],
  homes: [...INSIDE, ...WILD, ...TOWN],
  goals: ["field", "beach", "garden", "forest", "desert"],
  together: true,
  item: "B",
  opening: [
    atHome(
      [act("A", ["waving", "standing"], ["sad", "happy"]), act("B", ["reading"], ["calm"])],
      [
        says("A", "{B}, teach me to jump!", "{B}, apprends-moi à sauter !"),
        says("B", "It is all in this book.", "Tout est dans ce livre."),
      ],
      {
        key: true,
        or: [
          [
            says("B", "This book can teach you anything.", "Ce livre peut tout t'apprendre."),
            says("A", "Even to jump? I only ever fall.", "Même à sauter ? Moi, je tombe."),
          ],
          [
            says("A", "I want to jump as high as a house!", "Je veux sauter plus haut qu'un toit !"),
            says("B", "Why jump? Sit down and read, {A}.", "Pourquoi sauter ? Assis, {A}, et lis."),
          ],
        ],
        eitherOrder: [
          [
            says("A", "All the others can jump.", "Tous les autres savent sauter."),
            says("B", "I know a good book on jumping.", "J'ai un bon livre sur les sauts."),
          ],
          [
            says(
              "A",
              ["My legs want to fly.", "Mes jambes veulent s'envoler."],
              ["I dream of jumping every night.", "Je rêve de sauter chaque nuit."],
              ["I saw {relative} jump a fence.", "Même {relative} saute une haie."],
            ),
            says(
              "B",
              ["Books taught me all I know.", "J'ai tout appris dans les livres."],
              ["Chapter {count} is about jumping.", "Chapitre {count} : le saut."],
              ["This book has no equal.", "Ce livre n'a pas son pareil."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["reading", "pointing"], ["calm"]), act("A", ["standing"], ["calm"])],
      [
        says("B", 'Page one: "Bend your knees."', "Page un : « Plie les genoux. »"),
        says("A", "I bend them. And page two?", "Je plie. Et page deux ?"),
      ],
      {
        or: [
          [
            says("B", "Knees like a frog, it says here.", "Les genoux en grenouille, dit-il."),
            says("A", "Like a frog? Is this right, {B}?", "En grenouille ? Comme ça, {B} ?"),
          ],
          [
            says("B", "First of all you must stand still.", "D'abord, il ne faut pas bouger."),
            says("A", "Still? And when do I jump, {B}?", "Pas bouger ? Et quand je saute, {B} ?"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "Page one speaks of the knees.", "La page un parle des genoux."),
            says("A", "I feel a jump in my legs.", "Je sens un saut dans mes jambes."),
          ],
          [
            says(
              "B",
              ["The knees are everything.", "Les genoux, tout est là."],
              ["There is a drawing of a frog.", "On voit une grenouille dessinée."],
              ["The author was a great jumper.", "L'auteur sautait très bien."],
            ),
            says(
              "A",
              ["My knees are creaking.", "J'ai les genoux qui craquent."],
              ["I feel like a spring.", "Je me sens comme un ressort."],
              ["Standing still is hard.", "Rester immobile, c'est dur."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["jumping"], ["happy"]), act("B", ["reading"], ["calm"])],
      [
        shouts("A", "And up I go!", "Et hop, là-haut !"),
        says("B", 'Page two: "Look where you land."', "Page deux : « Vise le sol. »"),
      ],
      {
        sounds: texts("Boing!", "Hop !"),
        or: [
          [
            shouts("A", "Look, {B}! I am up in the air!", "Regarde, {B} ! Je suis en l'air !"),
            says("B", "And do you look where you land?", "Et tu regardes où tu vas ?"),
          ],
          [
            says("B", "Now look where you land, it says.", "Regarder où l'on tombe, dit-il."),
            shouts("A", "Land? I have only just left!", "Tomber ? Je viens de partir !"),
          ],
        ],
        eitherOrder: [
          [
            shouts("A", "I am a bird!", "Je suis un oiseau !"),
            says("B", "Page two is important.", "La page deux est importante."),
          ],
          [
            shouts(
              "A",
              ["Look at me!", "Regarde-moi !"],
              ["Hop! Higher than a house!", "Hop ! Plus haut qu'une maison !"],
              ["The air belongs to me!", "L'air est à moi !"],
            ),
            says(
              "B",
              ["Pages {count} and two stick together.", "Ces deux pages sont collées."],
              ["The best part comes on page two.", "Le meilleur est page deux."],
              ["I am still reading.", "Je lis encore."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["falling"], ["afraid", "surprised"]), act("B", ["standing"], ["surprised"])],
      [
        shouts("A", "Ouch! You read too slowly!", "Aïe ! Tu lis trop lentement !"),
        says("B", "We need soft ground. {to.goal}!", "Il faut un sol doux : {the.goal} !"),
      ],
      {
        key: true,
        sounds: texts("Bonk!", "Paf !", "Thud!", "Boum !"),
        or: [
          [
            shouts("A", "Ouch! Is the ground so hard, {B}?", "Aïe ! Le sol est-il si dur, {B} ?"),
            says("B", "It is soft {in.goal}. Come!", "C'est plus doux {in.goal}. Viens !"),
          ],
          [
            says("B", "Was it hard? It is soft {in.goal}.", "C'est dur ? C'est mou {in.goal}."),
            shouts("A", "Now you tell me! Ouch, my nose!", "C'est maintenant que tu le dis ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts("A", "I saw stars!", "J'ai vu des étoiles !"),
            says("B", "The ground is soft {in.goal}.", "Le sol est doux {in.goal}."),
          ],
          [
            shouts(
              "A",
              ["My poor bones!", "Mes pauvres os !"],
              ["The ground hit me!", "Le sol m'a frappé{A.e} !"],
              ["I have a bump like an egg!", "J'ai une bosse, un œuf !"],
            ),
            says(
              "B",
              ["There is soft ground {in.goal}.", "Le sol est plus doux {in.goal}."],
              ["That was only half a jump.", "Ce n'était qu'un demi-saut."],
              ["The book warns of hard ground.", "Le livre met en garde : sol dur."],
            ),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("A", ["sitting"], ["sad"]), act("B", ["standing"], ["calm"])],
      [
        says("A", "My nose hurts from the first fall.", "J'ai mal au nez depuis la chute."),
        says("B", "Here it is soft. Once more!", "Ici, c'est doux. Encore une fois !"),
      ],
      {
        or: [
          [
            says("B", "Nobody jumps well the first time.", "Personne ne saute bien du premier coup."),
            says("A", "And you? How well do you jump, {B}?", "Et toi, {B}, tu sautes bien ?"),
          ],
          [
            says("A", "My first jump was no good, {B}.", "Mon premier saut était raté, {B}."),
            says("B", "Up! Why not try a second one?", "Debout ! Pourquoi pas un second ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "I would rather sit.", "Je préfère rester assis{A.e}."),
            says("B", "This ground is made for jumping.", "Ce sol est fait pour sauter."),
          ],
          [
            says(
              "A",
              ["I am not made for flying.", "Je ne suis pas fait{A.e} pour voler."],
              ["Every bone aches.", "J'ai mal partout."],
              ["My courage stayed at home.", "J'ai laissé mon courage chez moi."],
            ),
            says(
              "B",
              ["Page two is the best page.", "La page deux est la meilleure."],
              ["One falls softly here.", "Ici, on tombe en douceur."],
              ["Great jumpers fell a lot.", "Les grands sauteurs tombent souvent."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["jumping"], ["happy"]), act("B", ["standing"], ["surprised"])],
      [
        shouts("A", "I fly! And I look where I land!", "Je vole ! Et je vise le sol !"),
        says("B", "Higher than the book allows!", "Plus haut que dans le livre !"),
      ],
      {
        key: true,
        sounds: texts("Whee!", "Youpi !", "Boing!", "Hop !"),
        or: [
          [
            says("B", "Is that you up there, {A}?", "C'est toi là-haut, {A} ?"),
            shouts("A", "Yes! The book looks so small!", "Oui ! Le livre est tout petit !"),
          ],
          [
            says("B", "Come down before dinner, {A}!", "Redescends avant le dîner, {A} !"),
            shouts("A", "Why come down? I like it up here!", "Descendre ? Je suis si bien ici !"),
          ],
        ],
        eitherOrder: [
          [
            shouts("A", "I see the whole land!", "Je vois tout le pays !"),
            says("B", "This is not in the book!", "Ce n'est pas dans le livre !"),
          ],
          [
            shouts(
              "A",
              ["I can touch the sky!", "Je touche le ciel !"],
              ["My feet have wings!", "Mes pieds ont des ailes !"],
              ["The world is so small!", "Le monde est si petit !"],
            ),
            says(
              "B",
              ["I have to write this down.", "Il faut que je note ça."],
              ["It takes my breath away.", "J'en ai le souffle coupé."],
              ["That is a record.", "C'est un record."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("C", ["waving", "walking"], ["surprised"]),
        act("A", ["standing"], ["happy"]),
        act("B", ["standing"], ["calm"]),
      ],
      [
        says("C", "Who taught you to fly like that?", "Qui t'a appris à voler ainsi ?"),
        says("A", "{B} did. {B} knows everything.", "C'est {B}. {B} sait tout."),
      ],
      {
        or: [
          [
            says("C", "I thought you were a bird!", "Je t'ai pris{A.e} pour un oiseau !"),
            says("A", "A bird? No, the pupil of {B}!", "Non ! Je suis l'élève de {B} !"),
          ],
          [
            says("A", "One lesson with {B}, and I fly!", "Une leçon de {B}, et je vole !"),
            says("C", "Is {B} a bird, to teach you that?", "{B} est un oiseau, pour t'apprendre ça ?"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "I never saw such a jump.", "Je n'ai jamais vu un tel saut."),
            says("A", "I had a very good teacher.", "J'ai eu un très bon maître."),
          ],
          [
            says(
              "C",
              ["I would never dare to do that.", "Je n'oserais jamais faire ça."],
              ["The birds are jealous of you.", "Tu rends les oiseaux jaloux."],
              ["I want lessons, too.", "Je veux des leçons, moi aussi."],
            ),
            says(
              "A",
              ["I learned it today.", "J'ai appris ça aujourd'hui."],
              ["{B} knows the whole book.", "{B} connaît tout le livre."],
              ["It is all in the knees.", "Tout est dans les genoux."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["reading"], ["sly", "happy"]), act("B", ["standing"], ["afraid"])],
      [
        says("A", "Give me the book. Now you jump!", "Donne le livre. À toi de sauter !"),
        says("B", "Me? I only ever read about it...", "Moi ? J'ai seulement lu..."),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("A", "Your turn, {B}! I read to you.", "À ton tour, {B} ! Je te fais la lecture."),
            says("B", "Me, jump? With these knees?", "Sauter, moi ? Avec ces genoux ?"),
          ],
          [
            says("A", "And who reads so much must jump once.", "Et qui lit tant doit sauter un peu."),
            says("B", "Must I? My head hurts, {A}...", "Vraiment ? J'ai mal à la tête..."),
          ],
        ],
        eitherOrder: [
          [
            says("A", "It is so easy with the book.", "C'est si facile avec le livre."),
            says("B", "I would rather read.", "Moi, je préfère lire."),
          ],
          [
            says(
              "A",
              ["I hold the book this time.", "Cette fois, je tiens le livre."],
              ["{C} wants to see you jump.", "{C} veut te voir sauter."],
              ["A good teacher shows the way.", "Un bon maître montre l'exemple."],
            ),
            says(
              "B",
              ["I am made for reading.", "Je suis fait{B.e} pour lire."],
              ["I ate too much for that.", "J'ai trop mangé pour ça."],
              ["The weather is wrong for it.", "Le temps ne s'y prête pas."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("B", ["falling"], ["afraid"]), act("A", ["reading"], ["calm", "happy"])],
      [
        shouts("B", "Heeelp!", "À l'aide !", "Aaah!", "Aaah !"),
        says(
          "A",
          'Page two: "Look where you land."',
          "Page deux : « Vise le sol. »",
          "You forgot page two, {B}.",
          "Tu oublies la page deux, {B}.",
        ),
      ],
      {
        sounds: texts("Bonk!", "Paf !"),
        or: [
          [
            says("A", "Do you look where you fall, {B}?", "Tu regardes où tu tombes, {B} ?"),
            shouts("B", "Nooo! Where is the soft ground?", "Nooon ! Où est le sol doux ?"),
          ],
          [
            shouts("B", "Where was that soft ground?", "Où était ce sol si doux ?"),
            says("A", "Next to you. Is that not page two?", "Juste à côté. C'est page deux, non ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts("B", "I am falling!", "Je tombe !"),
            says("A", "It was a very good jump.", "C'était un très beau saut."),
          ],
          [
            shouts(
              "B",
              ["Heeelp, the ground!", "Au secours, le sol !"],
              ["My knees are not bent!", "Mes genoux sont raides !"],
              ["Books do not say this!", "Ce n'est pas dans le livre !"],
            ),
            says(
              "A",
              ['Page {count}: "Breathe calmly."', "Page {count} : « Respirez. »"],
              ["It looks so easy in the drawing.", "Sur l'image, ça a l'air facile."],
              ["I love reading aloud.", "J'adore lire à voix haute."],
            ),
          ],
        ],
      },
    ),
  ],
};
