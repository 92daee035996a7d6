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
            says("A", "Who is calling? Are we going out?", "Qui appelle ? On sort, {B} ?"),
            says("B", "The sun! Come, {A}, come!", "Le soleil ! Viens, {A}, viens !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["The sun was made for picnics.", "Ce soleil veut un pique-nique."],
              ["{C} is already {in.goal}.", "{C} est déjà {in.goal}."],
              ["I packed {treat}.", "J'ai pris {treat}."],
            ),
            says(
              "A",
              ["I know this kind of weather.", "Je connais ce genre de ciel."],
              ["{my.item} comes along.", "{my.item} vient avec nous."],
              ["My knee says rain.", "Mon genou annonce la pluie."],
            ),
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
            says("B", "It never rains on a {day}!", "Il ne pleut jamais le {day} !"),
            says("A", "Never? It rained last {day}, {B}.", "Jamais ? Et {day} dernier, {B} ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["The sky is as blue as my eyes.", "Le ciel est bleu comme mes yeux."],
              ["People are staring at us.", "Tout le monde nous regarde."],
              ["I will not carry that thing.", "Moi, je ne porte pas ce truc."],
            ),
            says(
              "A",
              ["{my.item} never leaves me.", "{my.item} ne me quitte jamais."],
              ["I like a dry head.", "J'aime avoir la tête au sec."],
              ["My uncle drowned in a shower.", "Un oncle à moi a fondu sous l'averse."],
            ),
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
            says("A", "Slowly! Nobody eats the basket.", "Doucement ! {C} a un panier, non ?"),
            says("B", "But {C} wants the pie! Quick, {A}!", "Mais {C} veut la tarte ! Vite, {A} !"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "Smell that! {C} will jump for joy.", "Sens ça ! {C} va sauter de joie."),
            says("A", "I smell rain. Do not drop the pie!", "Je sens la pluie. Gare à la tarte !"),
          ],
          [
            says(
              "B",
              ["The pie smells of cherries.", "La tarte sent la cerise."],
              ["{C} loves pie.", "{C} adore la tarte."],
              ["I baked since dawn.", "Je cuisine depuis l'aube."],
            ),
            says(
              "A",
              ["The clouds are coming along.", "Les nuages nous suivent."],
              ["I carry the most useful thing.", "Je porte le plus utile."],
              ["A wind is rising.", "Le vent se lève."],
            ),
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
        ],
        eitherOrder: [
          [
            says(
              "C",
              ["I came without breakfast.", "Je n'ai rien mangé ce matin."],
              ["The grass is soft here.", "On est bien assis, ici."],
              ["I brought three forks.", "J'ai trois fourchettes."],
            ),
            says(
              "B",
              ["I made it with butter.", "Je l'ai faite au beurre."],
              ["My arms are tired of carrying.", "Mes bras sont las de porter."],
              ["This pie is for us three.", "Cette tarte est pour nous trois."],
            ),
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
            says("A", "Who puts water on my head?", "Qui met de l'eau sur ma tête ?"),
            says("B", "Nobody. Think of the sun, and eat!", "Personne. Pense au soleil, et mange !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["That cloud is black.", "Ce nuage est tout noir."],
              ["Something wet fell on me.", "Quelque chose m'a mouillé le nez."],
              ["I keep {my.item} near.", "Je garde {my.item} tout près."],
            ),
            says(
              "B",
              ["This pie is my best so far.", "C'est ma meilleure tarte."],
              ["I am going to nap afterwards.", "Je ferai la sieste ensuite."],
              ["The day could not be finer.", "La journée est parfaite."],
            ),
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
            shouts("B", "It swims! The pie swims!", "Elle nage ! La tarte nage !"),
            says("C", "So do I! Is this soup?", "Moi aussi ! C'est une soupe ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts("B", "Run! Run to {A}!", "Courons ! Courons vers {A} !"),
            says("C", "{A} has a roof! What a storm!", "{A} a un toit ! Quel orage !"),
          ],
          [
            shouts(
              "B",
              ["The pie gets wet!", "La tarte prend l'eau !"],
              ["My hair is a river!", "Mes cheveux sont une rivière !"],
              ["Under {A}'s umbrella!", "Sous le parapluie de {A} !"],
            ),
            says(
              "C",
              ["My shoes are full of water.", "J'ai de l'eau plein les souliers."],
              ["It pours like from a bucket.", "Il pleut comme d'un seau."],
              ["My lunch is a soup now.", "Mon repas, c'est une soupe."],
            ),
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
            says("B", "I am a sponge. Do not laugh, {A}.", "Une éponge, voilà. Ne ris pas, {A}."),
            says("A", "I? Is that not a fine sun?", "Moi ? Il fait un si beau soleil !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["{my.item} is not so silly now.", "{my.item} sert enfin."],
              ["My head is perfectly dry.", "J'ai la tête bien au sec."],
              ["I love the sound of rain.", "J'aime le bruit de la pluie."],
            ),
            says(
              "B",
              ["I am wet to the bone.", "Me voilà trempé{B.e}."],
              ["My ears are full of water.", "J'ai de l'eau plein les oreilles."],
              ["I take back every word.", "Je retire tout ce que j'ai dit."],
            ),
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
            says("A", "Who wants water with the pie?", "Qui veut de l'eau avec la tarte ?"),
            says("C", "Thank you, there is enough in it!", "Merci, il y en a assez dedans !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["It is warm with three.", "À trois, on a chaud."],
              ["The roof holds.", "Le toit tient bon."],
              ["I could stay here all day.", "Je resterais là tout le jour."],
            ),
            says(
              "C",
              ["I never ate so much rain.", "Je n'ai jamais mangé tant de pluie."],
              ["The crust is still good.", "La croûte est encore bonne."],
              ["Rain makes me hungry.", "La pluie me donne faim."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["pointing"], ["surprised", "happy"]), act("A", ["standing"], ["calm", "happy"])],
      [
        says("A", "The pie is gone. Does it still rain?", "Plus de tarte. Et la pluie, {C} ?"),
        says("C", "It stops! Tomorrow again?", "Elle s'arrête ! On revient demain ?"),
      ],
      {
        rain: false,
        or: [
          [
            says("C", "Look up, {A}! You can close it!", "Regarde ! Tu peux le fermer !"),
            says("A", "Not yet. I see one more cloud.", "Pas encore. Je vois un nuage."),
          ],
          [
            says("A", "Look up, {C}! Shall I close it?", "Regarde, {C} ! Je le ferme ?"),
            says("C", "Not yet! I see one more cloud.", "Pas encore ! Il reste un nuage."),
          ],
        ],
        eitherOrder: [
          [
            says("C", "It stops just when the pie is gone.", "Plus de tarte, et plus de pluie."),
            says("A", "Tomorrow I bring {my.item} again.", "Demain, je reprends {my.item}."),
          ],
          [
            says(
              "C",
              ["Not one crumb is left.", "Il ne reste pas une miette."],
              ["The sun is back.", "Le soleil est revenu."],
              ["I am full and happy.", "Je suis content{C.e}, j'ai trop mangé."],
            ),
            says(
              "A",
              ["{my.item} needs to dry.", "{my.item} doit sécher."],
              ["I will sleep well tonight.", "Je dormirai bien ce soir."],
              ["It was a fine picnic.", "C'était un beau pique-nique."],
            ),
          ],
        ],
      },
    ),
  ],
};
