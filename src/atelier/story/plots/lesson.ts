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
            says("B", "What is it, {A}? I am reading.", "Qu'y a-t-il, {A} ? Je lis."),
            says("A", "Teach me to jump, really high!", "Apprends-moi à sauter très haut !"),
          ],
          [
            says("A", "Can one learn to jump, {B}?", "Ça s'apprend, sauter, {B} ?"),
            says("B", "One can learn it all from a book.", "Tout s'apprend, dans un livre."),
          ],
          [
            says("B", "This book can teach you anything.", "Ce livre peut tout t'apprendre."),
            says("A", "Even to jump? I only ever fall.", "Même à sauter ? Moi, je tombe."),
          ],
          [
            says("A", "I want to jump as high as a house!", "Je veux sauter plus haut qu'un toit !"),
            says("B", "Why jump? Sit down and read, {A}.", "Pourquoi sauter ? Assis, {A}, et lis."),
          ],
          [
            says("B", "Sit down, {A}, and read with me.", "Assieds-toi, {A}, et lis avec moi."),
            says("A", "I want to jump, {B}, not read!", "Lire ? Non, {B}, je veux sauter !"),
          ],
          [
            says("A", "All the others can jump, {B}.", "Tous les autres savent sauter, {B}."),
            says("B", "I know a good book on jumping.", "J'ai un bon livre sur les sauts."),
          ],
          [
            says("B", "I know a good book on jumping, {A}.", "J'ai un bon livre sur les sauts, {A}."),
            says("A", "All the others can jump.", "Tous les autres savent sauter."),
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
            says("A", "What does the book say first?", "Que dit le livre, d'abord ?"),
            says("B", 'It says: "Bend, and breathe."', "Il dit : « Pliez et soufflez. »"),
          ],
          [
            says("B", "Knees like a frog, it says here.", "Les genoux en grenouille, dit-il."),
            says("A", "Like a frog? Is this right, {B}?", "En grenouille ? Comme ça, {B} ?"),
          ],
          [
            says("A", "Are my knees right like this?", "Mes genoux sont bien comme ça ?"),
            says("B", "Lower! Look, on page one.", "Plus bas ! Regarde, page un."),
          ],
          [
            says("B", "First of all you must stand still.", "D'abord, il ne faut pas bouger."),
            says("A", "Still? And when do I jump, {B}?", "Pas bouger ? Et quand je saute, {B} ?"),
          ],
          [
            says("A", "When do I jump? Now?", "Je saute quand ? Maintenant ?"),
            says("B", "First the knees, {A}, then the rest.", "D'abord les genoux, {A}, puis le reste."),
          ],
          [
            says("B", "Page one speaks of the knees.", "La page un parle des genoux."),
            says("A", "I feel a jump in my legs, {B}.", "Je sens un saut dans mes jambes, {B}."),
          ],
          [
            says("A", "I feel a jump in my legs.", "Je sens un saut dans mes jambes."),
            says("B", "Page one speaks of the knees, {A}.", "La page un parle des genoux, {A}."),
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
            says("B", "Wait for page two, {A}!", "Attends la page deux, {A} !"),
            shouts("A", "No time! Up, up, up!", "Pas le temps ! Plus haut !"),
          ],
          [
            shouts("A", "Look, {B}! I am up in the air!", "Regarde, {B} ! Je suis en l'air !"),
            says("B", "And do you look where you land?", "Et tu regardes où tu vas ?"),
          ],
          [
            says("B", "Now look where you land, it says.", "Regarder où l'on tombe, dit-il."),
            shouts("A", "Land? I have only just left!", "Tomber ? Je viens de partir !"),
          ],
          [
            shouts("A", "Up, higher than page one!", "Plus haut que la page un !"),
            says("B", "Wait, {A}! I must turn the page!", "Attends, {A} ! Je tourne la page !"),
          ],
          [
            says("B", "Do not jump yet! I turn the page.", "Ne saute pas ! Je tourne la page."),
            shouts("A", "Too late, {B}! What does it say?", "Trop tard, {B} ! Que dit-elle ?"),
          ],
          [
            shouts("A", "I am a bird, {B}!", "Je suis un oiseau, {B} !"),
            says("B", "Page two is important.", "La page deux est importante."),
          ],
          [
            says("B", "Page two is important, {A}.", "La page deux est importante, {A}."),
            shouts("A", "I am a bird!", "Je suis un oiseau !"),
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
            says("B", "You did not wait for page two!", "Tu n'as pas attendu la page deux !"),
            shouts("A", "Ouch! The ground did not wait!", "Aïe ! Le sol non plus !"),
          ],
          [
            shouts("A", "Ouch! Is the ground so hard, {B}?", "Aïe ! Le sol est-il si dur, {B} ?"),
            says("B", "It is soft {in.goal}. Come!", "C'est plus doux {in.goal}. Viens !"),
          ],
          [
            says("B", "Was it hard? It is soft {in.goal}.", "C'est dur ? C'est mou {in.goal}."),
            shouts("A", "Now you tell me! Ouch, my nose!", "C'est maintenant que tu le dis ?"),
          ],
          [
            shouts("A", "My nose! Is that in your book?", "Mon nez ! C'est dans ton livre ?"),
            says("B", 'Yes: "Jump {in.goal}."', "Oui : « Sautez {in.goal}. »"),
          ],
          [
            says("B", 'Oh. It says: "Never on hard ground."', "Ah. « Jamais sur un sol dur », dit-il."),
            shouts("A", "Ouch! Then we go {to.goal}!", "Aïe ! Alors, allons {to.goal} !"),
          ],
          [
            shouts("A", "I saw stars!", "J'ai vu des étoiles !"),
            says("B", "The ground is soft {in.goal}, {A}.", "Le sol est doux {in.goal}, {A}."),
          ],
          [
            says("B", "The ground is soft {in.goal}.", "Le sol est doux {in.goal}."),
            shouts("A", "I saw stars, {B}!", "J'ai vu des étoiles, {B} !"),
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
            says("B", "Why do you sit? Here it is soft!", "Pourquoi t'asseoir ? C'est si doux !"),
            says("A", "My nose says: no more jumps.", "Mon nez dit : plus de sauts."),
          ],
          [
            says("A", "But I am no good at it. Let us go home.", "Mais je ne sais pas sauter. Rentrons."),
            says("B", "One more jump, {A}. Just one!", "Encore un saut, {A}. Un seul !"),
          ],
          [
            says("B", "Nobody jumps well the first time.", "Personne ne saute bien du premier coup."),
            says("A", "And you? How well do you jump, {B}?", "Et toi, {B}, tu sautes bien ?"),
          ],
          [
            says("A", "My first jump was no good, {B}.", "Mon premier saut était raté, {B}."),
            says("B", "Up! Why not try a second one?", "Debout ! Pourquoi pas un second ?"),
          ],
          [
            says("B", "Up with you, {A}! It is soft as butter.", "Debout, {A} ! C'est mou comme du beurre."),
            says("A", "And what does the book say now?", "Et que dit le livre, cette fois ?"),
          ],
          [
            says("A", "I would rather sit, {B}.", "Je préfère rester assis{A.e}, {B}."),
            says("B", "This ground is made for jumping.", "Ce sol est fait pour sauter."),
          ],
          [
            says("B", "This ground is made for jumping, {A}.", "Ce sol est fait pour sauter, {A}."),
            says("A", "I would rather sit.", "Je préfère rester assis{A.e}."),
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
            shouts("A", "Is there a page for this, {B}?", "Il y a une page pour ça, {B} ?"),
            says("B", "No page goes as high as that!", "Aucune page ne va si haut !"),
          ],
          [
            says("B", "So high! It is on no page at all.", "Si haut ! Ce n'est à aucune page."),
            shouts("A", "Then write it down: I can fly!", "Alors écris-le : je sais voler !"),
          ],
          [
            shouts("A", "I jump up to the moon, {B}!", "Je saute jusqu'à la lune, {B} !"),
            says("B", "Come down! I cannot read so fast!", "Descends ! Je ne lis pas si vite !"),
          ],
          [
            says("B", "Come down before dinner, {A}!", "Redescends avant le dîner, {A} !"),
            shouts("A", "Why come down? I like it up here!", "Descendre ? Je suis si bien ici !"),
          ],
          [
            shouts("A", "I see the whole land!", "Je vois tout le pays !"),
            says("B", "This is not in the book, {A}!", "Ce n'est pas dans le livre, {A} !"),
          ],
          [
            says("B", "This is not in the book!", "Ce n'est pas dans le livre !"),
            shouts("A", "I see the whole land, {B}!", "Je vois tout le pays, {B} !"),
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
            says("A", "Did you see me jump, {C}?", "Tu as vu, {C} ? C'était moi !"),
            says("C", "I saw it! And who is your teacher?", "J'ai vu ! Et qui est ton maître ?"),
          ],
          [
            says("C", "I thought you were a bird!", "Je t'ai pris{A.e} pour un oiseau !"),
            says("A", "A bird? No, the pupil of {B}!", "Non ! Je suis l'élève de {B} !"),
          ],
          [
            says("A", "One lesson with {B}, and I fly!", "Une leçon de {B}, et je vole !"),
            says("C", "Is {B} a bird, to teach you that?", "{B} est un oiseau, pour t'apprendre ça ?"),
          ],
          [
            says("C", "Then {B} must jump higher than you!", "Alors {B} saute encore plus haut !"),
            says("A", "A teacher always does. Right, {B}?", "Un maître, toujours. Pas vrai, {B} ?"),
          ],
          [
            says("A", "It is easy with a good teacher, {C}.", "C'est facile, {C}, avec un bon maître."),
            says("C", "And does your teacher jump as well?", "Et ton maître, il saute aussi bien ?"),
          ],
          [
            says("C", "I never saw such a jump, {A}.", "Je n'ai jamais vu un tel saut, {A}."),
            says("A", "I had a very good teacher.", "J'ai eu un très bon maître."),
          ],
          [
            says("A", "I had a very good teacher, {C}.", "J'ai eu un très bon maître, {C}."),
            says("C", "I never saw such a jump.", "Je n'ai jamais vu un tel saut."),
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
            says("B", "Give me back my book, {A}...", "Rends-moi mon livre, {A}..."),
            says("A", "After your jump, dear teacher!", "Après ton saut, cher maître !"),
          ],
          [
            says("A", "Your turn, {B}! I read to you.", "À ton tour, {B} ! Je te fais la lecture."),
            says("B", "Me, jump? With these knees?", "Sauter, moi ? Avec ces genoux ?"),
          ],
          [
            says("B", "My knees are no good for a jump...", "Mes genoux ne sautent pas bien..."),
            says("A", "Page one will bend them. Your turn!", "La page un les plie. À toi, {B} !"),
          ],
          [
            says("A", "And who reads so much must jump once.", "Et qui lit tant doit sauter un peu."),
            says("B", "Must I? My head hurts, {A}...", "Vraiment ? J'ai mal à la tête..."),
          ],
          [
            says("B", "I have read it. Must I jump, too?", "Je l'ai lu. Faut-il aussi sauter ?"),
            says("A", "You must! The teacher goes first.", "Il le faut ! Le maître d'abord."),
          ],
          [
            says("A", "It is so easy with the book.", "C'est si facile avec le livre."),
            says("B", "I would rather read, {A}.", "Moi, je préfère lire, {A}."),
          ],
          [
            says("B", "I would rather read.", "Moi, je préfère lire."),
            says("A", "It is so easy with the book, {B}.", "C'est si facile avec le livre, {B}."),
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
            says("A", "And now page two, {B}...", "Et maintenant, {B}, page deux..."),
            shouts("B", "Too late! Heelp!", "Trop tard ! À moi !"),
          ],
          [
            shouts("B", "Read faster, {A}!", "Lis plus vite, {A} !"),
            says("A", "I read slowly, like my teacher.", "Je lis lentement, comme mon maître."),
          ],
          [
            says("A", "Do you look where you fall, {B}?", "Tu regardes où tu tombes, {B} ?"),
            shouts("B", "Nooo! Where is the soft ground?", "Nooon ! Où est le sol doux ?"),
          ],
          [
            shouts("B", "Where was that soft ground?", "Où était ce sol si doux ?"),
            says("A", "Next to you. Is that not page two?", "Juste à côté. C'est page deux, non ?"),
          ],
          [
            says("A", "Very high! Now comes the fall.", "Très haut ! Et voici la chute."),
            shouts("B", "Ouch! My nose! My book!", "Aïe ! Mon nez ! Mon livre !"),
          ],
          [
            shouts("B", "I am falling, {A}!", "Je tombe, {A} !"),
            says("A", "It was a very good jump.", "C'était un très beau saut."),
          ],
          [
            says("A", "It was a very good jump, {B}.", "C'était un très beau saut, {B}."),
            shouts("B", "I am falling!", "Je tombe !"),
          ],
        ],
      },
    ),
  ],
};
