import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A key is found that fits no door at hand. */
export const FOUND_KEY: Plot = {
  name: "found key",
  titles: texts(
    "The little key",
    "La petite clé",
    "What does it open?",
    "Qu'ouvre-t-elle ?",
    "The secret of {the.goal}",
    "Le secret de {C}",
  ),
  items: ["key"],
  homes: [...WILD, ...TOWN, ...WATER],
  goals: [...INSIDE, "cave"],
  together: true,
  item: "ground",
  opening: [
    atHome(
      [act("A", ["falling"], ["surprised", "angry"]), act("B", ["standing", "walking"], ["surprised"])],
      [
        shouts("A", "Ouch! What lies there?", "Aïe ! Qu'est-ce qui traîne là ?"),
        says("B", "Something that shines. Look!", "Une chose qui brille. Regarde !"),
      ],
      {
        sounds: texts("Cling!", "Cling !", "Thud!", "Boum !"),
        or: [
          [
            says("B", "Look down, {A}! Something shines!", "Attention, {A} ! Ça brille, là !"),
            shouts("A", "Ouch! Too late. What is it?", "Aïe ! Trop tard. C'est quoi ?"),
          ],
          [
            says("A", "Who put that under my foot?", "Qui a mis ça sous mon pied ?"),
            says("B", "Do not cry, it shines like gold!", "Ne pleure pas, on dirait de l'or !"),
          ],
        ],
        eitherOrder: [
          [
            shouts("A", "My knee! My poor knee!", "Mon genou ! Mon pauvre genou !"),
            says("B", "Something shines on the ground!", "Quelque chose brille par terre !"),
          ],
          [
            shouts(
              "A",
              ["My poor toe!", "Mon pauvre orteil !"],
              ["I fell over something hard!", "Une chose dure, sous mon pied !"],
              ["I see little stars!", "Je vois des étoiles !"],
            ),
            says(
              "B",
              ["There is a glitter in the dust.", "Ça brille dans la poussière."],
              ["Nobody sweeps this place.", "Personne ne balaie ici."],
              ["That was a fine somersault.", "Quelle belle culbute."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["standing"], ["happy", "surprised"]), act("B", ["pointing"], ["surprised"])],
      [
        says("A", "A key! Somebody lost it.", "Une clé ! Quelqu'un l'a perdue."),
        says("B", "There is a letter on it: a {C.initial}.", "Il y a une lettre dessus : {C.initial}."),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("B", "There is a sign on it. Can you read it?", "Il y a un signe dessus. Tu lis ?"),
            says("A", "A {C.initial}! Who has lost this key?", "Un {C.initial} ! Qui a perdu sa clé ?"),
          ],
          [
            says("A", "Nobody throws away such a key.", "On ne jette pas une telle clé."),
            says("B", "A {C.initial}... Whose is that, {A}?", "Un {C.initial}... Qui est-ce, {A} ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "It is a key, and a pretty one.", "C'est une clé, et une jolie."),
            says("B", "I see a {C.initial} on it.", "Je vois un {C.initial} dessus."),
          ],
          [
            says(
              "A",
              ["I love old keys.", "J'adore les vieilles clés."],
              ["Its owner must be sad.", "On doit pleurer cette clé."],
              ["My foot found it.", "C'est mon pied qui l'a trouvée."],
            ),
            says(
              "B",
              ["I can read a {C.initial} on it.", "Je lis dessus un {C.initial}."],
              ["It has {count} teeth.", "Elle a {count} dents."],
              ["My mother had one like that.", "Ma mère en avait une pareille."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["pointing", "standing"], ["happy"]), act("B", ["standing", "jumping"], ["happy", "calm"])],
      [
        says("A", "Then it is {C}'s. Where is {C}?", "Elle est à {C}. Où est {C} ?"),
        says("B", "Always {in.goal}, at {hour}.", "Toujours {in.goal}, à {hour}."),
      ],
      {
        key: true,
        or: [
          [
            says("A", "{C} must miss it. Let us go!", "Elle manque à {C}. Allons-y !"),
            says("B", "{to.goal}? Now?", "{in.goal} ? Maintenant ?"),
          ],
          [
            says("B", "So where is {C}, {A}?", "Alors, {A}, où est {C} ?"),
            says("A", "{in.goal}, as always!", "{in.goal}, bien sûr !"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "{C} must be looking for it.", "{C} doit la chercher partout."),
            says("B", "{C} is {in.goal} today, {A}.", "{C} est {in.goal}, {A}."),
          ],
          [
            says(
              "A",
              ["{C} will be so glad.", "{C} va être si content{C.e}."],
              ["I carry it in my fist.", "Je la tiens dans mon poing."],
              ["It must be the key of {C}.", "C'est sûrement la clé de {C}."],
            ),
            says(
              "B",
              ["One finds {C} {in.goal}.", "On trouve {C} {in.goal}."],
              ["I like to bring good news.", "J'aime porter les bonnes nouvelles."],
              ["The way is not hard.", "La route n'est pas dure."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["walking", "running"], ["sly"]), act("A", ["walking"], ["calm", "sly"])],
      [
        says("B", "Perhaps it opens a treasure!", "Elle ouvre peut-être un trésor !"),
        says("A", "Then {C} must give us half.", "Alors {C} nous doit la moitié."),
      ],
      {
        or: [
          [
            says("A", "What could such a key open?", "Qu'ouvre une clé pareille ?"),
            says("B", "A chest! With gold up to here!", "Un coffre ! De l'or jusque-là !"),
          ],
          [
            says("B", "A chest full of gold, I say!", "Un coffre plein d'or, je te dis !"),
            says("A", "And what would {C} do with gold?", "Et que ferait {C} de cet or ?"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "I smell gold!", "Ça sent l'or !"),
            says("A", "I think of a secret door.", "Je pense à une porte secrète."),
          ],
          [
            says(
              "B",
              ["I see chests full of gold.", "Je vois des coffres pleins d'or."],
              ["Rich people wear two hats.", "Un riche porte deux chapeaux."],
              ["My pockets are too small.", "Mes poches sont trop petites."],
            ),
            says(
              "A",
              ["I think of a secret garden.", "Je pense à un jardin secret."],
              ["Small keys open small things.", "Petite clé, petite chose."],
              ["{C} never told me of a lock.", "{C} ne parle jamais de serrure."],
            ),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["sitting", "standing"], ["sad", "angry"])],
      [
        thinks(
          "C",
          "Without my key I cannot get at it...",
          "Sans ma clé, je ne peux rien ouvrir...",
          "It was round my neck this morning...",
          "Ce matin, elle pendait à mon cou...",
          "The lock just laughs at me...",
          "Cette serrure se moque de moi...",
          "Under the bed? No. In my shoe? No...",
          "Sous le lit ? Non. Dans ma poche ? Non...",
          "Locked, and my key who knows where...",
          "Fermé, et la clé on ne sait où...",
          "What now? Do I wait for a wonder?",
          "Que faire ? Attendre un miracle ?",
        ),
      ],
    ),
    atGoal(
      [
        act("A", ["waving"], ["happy"]),
        act("C", ["jumping"], ["surprised", "happy"]),
        act("B", ["standing"], ["happy"]),
      ],
      [
        says("A", "{C}! Did you lose a key?", "{C} ! Tu as perdu une clé ?"),
        shouts("C", "My key! I looked all day!", "Ma clé ! Je l'ai tant cherchée !"),
      ],
      {
        key: true,
        or: [
          [
            says("A", "We found your key, {C}!", "On a trouvé ta clé, {C} !"),
            shouts("C", "You did? I looked everywhere!", "C'est vrai ? J'ai cherché partout !"),
          ],
          [
            says("C", "No time, I am looking for my key!", "Pas le temps, je cherche ma clé !"),
            says("A", "And what shines here, {C}?", "Et ça, {C}, qu'est-ce qui brille ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "We bring you a little something!", "On t'apporte une petite chose !"),
            shouts("C", "I have lost my key!", "J'ai perdu ma clé !"),
          ],
          [
            says(
              "A",
              ["I have a small thing for you.", "J'ai une petite chose pour toi."],
              ["It was lying on the road.", "Elle était par terre, en route."],
              ["There is a {C.initial} on this key.", "Sur cette clé, il y a un {C.initial}."],
            ),
            shouts(
              "C",
              ["I looked under every stone!", "J'ai cherché partout !"],
              ["My day was ruined!", "Ma journée était gâchée !"],
              ["I was in tears!", "J'étais en larmes !"],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("B", ["standing", "pointing"], ["sly"]), act("C", ["standing"], ["happy", "calm"])],
      [
        says("B", "Now show us the treasure!", "Montre-nous donc le trésor !"),
        says("C", "Treasure? Well... turn round.", "Un trésor ? Bon... Retournez-vous."),
      ],
      {
        item: "C",
        or: [
          [
            says("C", "How can I ever thank you?", "Comment vous remercier ?"),
            says("B", "Show us what the key opens!", "Montre-nous ce que la clé ouvre !"),
          ],
          [
            says("C", "Nobody has ever seen my secret...", "Personne n'a jamais vu mon secret..."),
            says("B", "Is it gold? Half of it is ours!", "De l'or ? La moitié est à nous !"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "I love secrets and treasures.", "J'adore les secrets et les trésors."),
            says("C", "You have earned a reward.", "Vous méritez une récompense."),
          ],
          [
            says(
              "B",
              ["I bet it is rubies.", "Je parie sur des rubis."],
              ["My eyes are wide open.", "J'ouvre grand les yeux."],
              ["We came a long way.", "On vient de très loin."],
            ),
            says(
              "C",
              ["I keep it under lock and key.", "Je tiens ça bien fermé."],
              ["My secret is {count} steps away.", "Mon secret est à {count} pas."],
              ["This lock is very old.", "Cette serrure est très vieille."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["eating"], ["happy"]), act("A", ["standing"], ["surprised"])],
      [
        says("A", "That is what you lock away? A pie?", "C'est ça, ton secret ? Une tarte ?"),
        says("C", "The best one. That is my treasure.", "La meilleure. C'est mon trésor."),
      ],
      {
        item: "C",
        key: true,
        or: [
          [
            says("C", "Here: the best pie in the land!", "Voilà : la meilleure tarte du pays !"),
            says("A", "A pie? Is that your treasure?", "Une tarte ? C'est ça, ton trésor ?"),
          ],
          [
            says("A", "A lock, a key, and all for a pie!", "Une serrure, une clé, pour une tarte !"),
            says("C", "Without a lock, is any left, {A}?", "Sans serrure, {A}, il en reste ?"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "I baked it myself, with plums.", "Je l'ai faite moi-même, aux prunes."),
            says("A", "I thought of gold, not of a pie.", "J'attendais de l'or, pas une tarte."),
          ],
          [
            says(
              "A",
              ["I expected gold.", "Moi, j'attendais de l'or."],
              ["My hopes were too high.", "Je rêvais de trop."],
              ["All that walking for plums.", "Tant de pas pour des prunes."],
            ),
            says(
              "C",
              ["I bake one every year.", "J'en fais une chaque année."],
              ["Nobody makes a better crust.", "Personne n'a meilleure croûte."],
              ["My grandma left me the recipe.", "C'est la recette de ma grand-mère."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("B", ["eating", "sitting"], ["happy"]), act("A", ["eating", "sitting"], ["happy", "sad"])],
      [
        says("B", "I was right. It is a treasure.", "J'avais raison : un vrai trésor."),
        says("A", "Half of it, please. I found the key!", "La moitié ! La clé, c'est moi !"),
      ],
      {
        or: [
          [
            says("A", "Half for me: I fell over the key!", "Une moitié pour ma chute !"),
            says("B", "And I said treasure. Was I right?", "J'ai dit trésor. J'avais raison ?"),
          ],
          [
            says("A", "My foot hurts, my mouth does not.", "J'ai mal au pied, pas à la bouche."),
            says("B", "And is there more of this gold?", "Et il reste de cet or-là ?"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "I will look for keys every day.", "Je chercherai d'autres clés."),
            says("A", "I never ate a better treasure.", "Je n'ai jamais mangé meilleur trésor."),
          ],
          [
            says(
              "B",
              ["It melts on the tongue.", "Ça fond sur la langue."],
              ["Gold is cold and hard.", "L'or est froid et dur."],
              ["I will look at the ground more.", "Je regarderai mieux par terre."],
            ),
            says(
              "A",
              ["My toe is all better.", "Mon orteil va mieux."],
              ["I want a second piece.", "J'en veux un autre morceau."],
              ["{C} is a true artist.", "{C}, c'est du grand art."],
            ),
          ],
        ],
      },
    ),
  ],
};
