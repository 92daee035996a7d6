import { act, atGoal, atHome, type Plot, says, shouts } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A picnic is planned, it rains, and the rain is of use. */
export const PICNIC: Plot = {
  name: "picnic",
  titles: texts(
    "The picnic",
    "Le pique-nique",
    "Rain again",
    "Encore la pluie",
    "Lunch {in.goal}",
    "Déjeuner {in.goal}",
  ),
  items: ["umbrella"],
  homes: [...INSIDE, ...TOWN],
  goals: [...WILD, ...WATER],
  together: true,
  item: "A",
  opening: [
    atHome(
      [act("B", ["pointing", "waving"], ["happy"]), act("A", ["standing", "reading"], ["calm"])],
      [
        says(
          "B",
          "What a sun! We eat {in.goal}!",
          "Quel soleil ! Mangeons {in.goal} !",
          "Today we picnic {in.goal}, {A}!",
          "Pique-nique {in.goal}, {A} !",
        ),
        says("A", "Then I take {my.item}.", "Alors je prends {my.item}."),
      ],
      {
        key: true,
        or: [
          [
            says("A", "Are we going {to.goal}? I take {my.item}.", "On va {to.goal} ? Avec {my.item} !"),
            says("B", "Yes! What a sun for a picnic!", "Oui ! Quel soleil pour un pique-nique !"),
          ],
          [
            says("B", "Come out, {A}! The sun is calling!", "Sors, {A} ! Le soleil appelle !"),
            says("A", "I come. But clouds can call, too.", "J'arrive. Les nuages appellent aussi."),
          ],
          [
            says("A", "Who is calling? Are we going out?", "Qui appelle ? On sort, {B} ?"),
            says("B", "The sun! Come, {A}, come!", "Le soleil ! Viens, {A}, viens !"),
          ],
          [
            says("B", "Not one cloud! Shall we eat outside?", "Pas un nuage ! On mange dehors ?"),
            says("A", "Not one? I take it along, I trust none.", "Pas un ? {my.item} vient aussi."),
          ],
          [
            says("A", "Is that a cloud? I take a roof.", "C'est un nuage ? Il faut un toit."),
            says("B", "Not one, {A}! We eat outside!", "Pas un, {A} ! On mange dehors !"),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["standing"], ["sly", "happy"]), act("A", ["carrying"], ["calm", "angry"])],
      [
        says("B", "An umbrella? In this sun?", "Un parapluie ? Par ce soleil ?"),
        says("A", "Laugh, laugh. Clouds do not laugh.", "Ris donc. Les nuages ne rient pas."),
      ],
      {
        or: [
          [
            says("A", "You laugh at {my.item}? We shall see.", "Tu ris de {my.item} ? On verra."),
            says("B", "In this sun? I laugh till I cry!", "Par ce soleil ? J'en ris aux larmes !"),
          ],
          [
            says("B", "Is that your walking stick, {A}?", "C'est ta canne, {A} ?"),
            says("A", "It is a roof that walks with me.", "C'est un toit qui marche avec moi."),
          ],
          [
            says("A", "I carry my own roof. And you?", "Moi, je porte mon toit. Et toi ?"),
            says("B", "A roof? A stick, you mean!", "Un toit ? Une canne, plutôt !"),
          ],
          [
            says("B", "It never rains on a {day}!", "Il ne pleut jamais le {day} !"),
            says("A", "Never? It rained last {day}, {B}.", "Jamais ? Et {day} dernier, {B} ?"),
          ],
          [
            says("A", "It rained last {day}, {B}.", "Il a plu, {day} dernier, {B}."),
            says("B", "It never rains twice, {A}!", "Il ne pleut jamais deux fois, {A} !"),
          ],
          [
            says("A", "Laugh, laugh. Clouds do not laugh.", "Ris donc. Les nuages ne rient pas."),
            says("B", "An umbrella? In this sun?", "Un parapluie ? Par ce soleil ?"),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["carrying"], ["happy"], "pie"), act("A", ["walking"], ["calm"])],
      [
        says(
          "B",
          "I carry the pie. {C} is waiting.",
          "Je porte la tarte. {C} attend.",
          "The pie is ready. {C} will be hungry!",
          "La tarte est prête. {C} a faim !",
        ),
        says("A", "And I carry what we will need.", "Et moi, ce qui va nous servir."),
      ],
      {
        key: true,
        or: [
          [
            says("A", "I carry what counts. And you?", "Je porte l'utile. Et toi, {B} ?"),
            says("B", "A pie for {C}, and for us!", "Une tarte, pour {C} et nous !"),
          ],
          [
            says("B", "Smell that! {C} will jump for joy.", "Sens ça ! {C} va sauter de joie."),
            says("A", "I smell rain. Do not drop the pie!", "Je sens la pluie. Gare à la tarte !"),
          ],
          [
            says("A", "Do not drop it! I smell rain.", "Ne la lâche pas ! Je sens la pluie."),
            says("B", "I smell pie! {C} will jump for it!", "Et moi, la tarte ! {C} va sauter !"),
          ],
          [
            says("B", "Quick! {C} eats the basket!", "Vite ! {C} va manger le panier !"),
            says("A", "Slowly! The pie must arrive, too.", "Doucement ! La tarte doit arriver."),
          ],
          [
            says("A", "Slowly! Nobody eats the basket.", "Doucement ! {C} a un panier, non ?"),
            says("B", "But {C} wants the pie! Quick, {A}!", "Mais {C} veut la tarte ! Vite, {A} !"),
          ],
          [
            says("A", "I smell rain. Do not drop the pie!", "Je sens la pluie. Gare à la tarte !"),
            says("B", "Smell that! {C} will jump for joy.", "Sens ça ! {C} va sauter de joie."),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["waving", "sitting"], ["happy"]), act("B", ["carrying"], ["happy"], "pie")],
      [
        says("C", "At last! Is that the pie?", "Enfin ! C'est la tarte ?"),
        says("B", "It is. Sit down before it gets cold.", "Oui. Assis, elle est encore chaude."),
      ],
      {
        or: [
          [
            says("B", "Here is the pie! Sit down, {C}.", "Voilà la tarte ! Assieds-toi, {C}."),
            says("C", "At last! Is it still warm, {B}?", "Enfin ! Encore chaude, {B} ?"),
          ],
          [
            says("C", "I smelled you from far away!", "Je vous ai sentis de loin !"),
            says("B", "Me, {C}, or my pie?", "Moi, {C}, ou ma tarte ?"),
          ],
          [
            says("B", "Can you smell my pie, {C}?", "Tu sens ma tarte, {C} ?"),
            says("C", "I smelled it from far away!", "Je la sens de très loin !"),
          ],
          [
            says("C", "Hurry! My belly is singing.", "Vite ! Mon ventre chante."),
            says("B", "For my pie? Here I am, {C}!", "Pour ma tarte ? Me voilà, {C} !"),
          ],
          [
            says("B", "Here I am! Who is singing?", "Me voilà ! Qui chante donc ?"),
            says("C", "My belly! Hurry with that pie!", "Mon ventre ! Vite, la tarte !"),
          ],
          [
            says("C", "At last! Is it still warm, {B}?", "Enfin ! Encore chaude, {B} ?"),
            says("B", "Here is the pie! Sit down, {C}.", "Voilà la tarte ! Assieds-toi, {C}."),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("A", ["pointing"], ["surprised", "sad"]),
        act("B", ["eating", "sitting"], ["happy"]),
        act("C", ["sitting"], ["calm"]),
      ],
      [
        says("A", "I felt a drop on my nose.", "Une goutte, là, sur mon nez."),
        says("B", "Nonsense. Have some pie.", "Mais non. Prends de la tarte."),
      ],
      {
        item: "A",
        or: [
          [
            says("B", "Have some pie, {A}. What a face!", "De la tarte, {A} ? Quelle tête !"),
            says("A", "I felt a drop, and no nonsense.", "Une goutte, là. Je n'invente rien."),
          ],
          [
            says("A", "That cloud looks hungry, {B}.", "Ce nuage a l'air d'avoir faim, {B}."),
            says("B", "I am hungry! Look at the pie, {A}.", "Moi, j'ai faim ! Vois cette tarte."),
          ],
          [
            says("B", "I was so hungry! Look, what a pie!", "J'avais si faim ! Quelle tarte !"),
            says("A", "Look up, {B}. A hungry cloud...", "Vois ce nuage, {B}. Il a faim aussi."),
          ],
          [
            says("A", "Who puts water on my head?", "Qui met de l'eau sur ma tête ?"),
            says("B", "Nobody. Think of the sun, and eat!", "Personne. Pense au soleil, et mange !"),
          ],
          [
            says("B", "You think too much, {A}. Eat!", "Tu penses trop, {A}. Mange !"),
            says("A", "I think there is water on my head.", "Je pense : de l'eau sur ma tête."),
          ],
          [
            says("A", "I felt a drop, and no nonsense.", "Une goutte, là. Je n'invente rien."),
            says("B", "Have some pie, {A}. What a face!", "De la tarte, {A} ? Quelle tête !"),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("B", ["running", "jumping"], ["surprised", "angry"]),
        act("C", ["running", "falling"], ["afraid", "surprised"]),
      ],
      [
        shouts("B", "It pours! Save the pie!", "Il pleut ! Sauvez la tarte !"),
        says("C", "And I have my best shoes on!", "Et mes souliers neufs !"),
      ],
      {
        rain: true,
        key: true,
        sounds: texts("Splash!", "Plouf !", "Plip plop!", "Plic ploc !"),
        or: [
          [
            says("C", "My best shoes! How it pours!", "Mes beaux souliers ! Quelle pluie !"),
            shouts("B", "Shoes? Save the pie first!", "Tes souliers ? La tarte d'abord !"),
          ],
          [
            shouts("B", "Run! Run to {A}!", "Courons ! Courons vers {A} !"),
            says("C", "{A} has a roof! What a storm!", "{A} a un toit ! Quel orage !"),
          ],
          [
            says("C", "What a storm! Who has a roof?", "Quel orage ! Qui a un toit ?"),
            shouts("B", "{A}! Run, {C}, run!", "{A} ! Cours, {C}, cours !"),
          ],
          [
            shouts("B", "It swims! The pie swims!", "Elle nage ! La tarte nage !"),
            says("C", "So do I! Is this soup?", "Moi aussi ! C'est une soupe ?"),
          ],
          [
            says("C", "Is this pie or soup? I swim!", "C'est une tarte ou une soupe ? Je nage !"),
            shouts("B", "So does it! Save it, {C}!", "Elle aussi ! Sauve-la, {C} !"),
          ],
          [
            says("C", "{A} has a roof! What a storm!", "{A} a un toit ! Quel orage !"),
            shouts("B", "Run! Run to {A}!", "Courons ! Courons vers {A} !"),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["standing"], ["happy", "sly"]), act("B", ["standing"], ["sad"])],
      [
        says("A", "Who laughed at {my.item}?", "Qui riait de {my.item} ?"),
        says("B", "I did. Is there room for me?", "Moi. Il reste une place ?"),
      ],
      {
        rain: true,
        or: [
          [
            says("B", "I am wet. Is there room, {A}?", "L'eau me coule partout. Une place, {A} ?"),
            says("A", "For you? You laughed at {my.item}!", "Pour toi ? Tu riais de {my.item} !"),
          ],
          [
            says("A", "What a fine sun, {B}, is it not?", "Quel beau soleil, {B}, non ?"),
            says("B", "Do not laugh. I am a sponge.", "Ne ris pas. Je suis une éponge."),
          ],
          [
            says("B", "I am a sponge. Do not laugh, {A}.", "Une éponge, voilà. Ne ris pas, {A}."),
            says("A", "I? Is that not a fine sun?", "Moi ? Il fait un si beau soleil !"),
          ],
          [
            says("A", "Say it, {B}: who was right?", "Dis-le, {B} : qui avait raison ?"),
            says("B", "You were. Let me in, {A}!", "Toi. Fais-moi une place, {A} !"),
          ],
          [
            says("B", "Let me in! You were right, {A}.", "Une place ! Tu avais raison, {A}."),
            says("A", "Say it again, and you are dry.", "Dis-le encore, et tu es au sec."),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("A", ["standing"], ["happy"]),
        act("C", ["eating"], ["happy"]),
        act("B", ["eating", "standing"], ["sad", "happy"]),
      ],
      [
        says("A", "Three under one roof. Is it good?", "Trois sous un toit. C'est bon ?"),
        says("C", "Wet pie is better than no pie!", "Tarte mouillée vaut mieux que rien !"),
      ],
      {
        rain: true,
        key: true,
        or: [
          [
            says("C", "Wet pie under a dry roof!", "Tarte mouillée, mais sous un toit !"),
            says("A", "Three of us! Is it good, {C}?", "À trois ! C'est bon, {C} ?"),
          ],
          [
            says("A", "Closer! My elbow gets wet.", "Plus près ! Mon coude prend l'eau."),
            says("C", "So does the pie. I eat fast!", "La tarte aussi. Je mange vite !"),
          ],
          [
            says("C", "I eat fast. The pie gets wet!", "Je mange vite. La tarte prend l'eau !"),
            says("A", "So does my elbow. Closer, {C}!", "Mon coude aussi. Plus près, {C} !"),
          ],
          [
            says("A", "Who wants water with the pie?", "Qui veut de l'eau avec la tarte ?"),
            says("C", "Thank you, there is enough in it!", "Merci, il y en a assez dedans !"),
          ],
          [
            says("C", "Thank you! What is in this pie?", "Merci ! Qu'y a-t-il dans la tarte ?"),
            says("A", "Enough water for three.", "Assez d'eau pour trois."),
          ],
          [
            says("C", "Wet pie is better than no pie!", "Tarte mouillée vaut mieux que rien !"),
            says("A", "Three under one roof. Is it good?", "Trois sous un toit. C'est bon ?"),
          ],
          [
            says("A", "Three of us! Is it good, {C}?", "À trois ! C'est bon, {C} ?"),
            says("C", "Wet pie under a dry roof!", "Tarte mouillée, mais sous un toit !"),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["pointing"], ["surprised", "happy"]), act("A", ["standing"], ["calm", "happy"])],
      [
        says("C", "It stops just when the pie is gone.", "Plus de tarte, et plus de pluie."),
        says("A", "Tomorrow I bring {my.item} again.", "Demain, je reprends {my.item}."),
      ],
      {
        rain: false,
        or: [
          [
            says("A", "The pie is gone. Does it still rain?", "Plus de tarte. Et la pluie, {C} ?"),
            says("C", "It stops! Tomorrow again?", "Elle s'arrête ! On revient demain ?"),
          ],
          [
            says("C", "Look up, {A}! You can close it!", "Regarde ! Tu peux le fermer !"),
            says("A", "Not yet. I see one more cloud.", "Pas encore. Je vois un nuage."),
          ],
          [
            says("A", "Look up, {C}! Shall I close it?", "Regarde, {C} ! Je le ferme ?"),
            says("C", "Not yet! I see one more cloud.", "Pas encore ! Il reste un nuage."),
          ],
          [
            says("C", "What a day! A bigger pie next time!", "Quelle journée ! Vivement la suite !"),
            says("A", "And next time, a bigger roof.", "La prochaine fois, un plus grand toit."),
          ],
          [
            says("A", "Next time I bring a bigger roof.", "La prochaine fois, un toit de plus."),
            says("C", "And a bigger pie! What a day!", "Et une tarte de plus ! Quelle journée !"),
          ],
          [
            says("A", "Tomorrow I bring {my.item} again.", "Demain, je reprends {my.item}."),
            says("C", "It stops just when the pie is gone.", "Plus de tarte, et plus de pluie."),
          ],
        ],
      },
    ),
  ],
};
