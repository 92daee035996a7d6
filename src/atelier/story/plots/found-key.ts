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
          [
            says("B", "Is it gold? It shines so!", "C'est de l'or ? Comme ça brille !"),
            says("A", "Not gold. My foot says it is iron.", "Pas de l'or. Mon pied dit : du fer."),
          ],
          [
            shouts("A", "My nose! What was that?", "Mon nez ! C'était quoi ?"),
            says("B", "Your nose has found something!", "Ton nez a trouvé quelque chose !"),
          ],
          [
            says("B", "Nose in the dirt, {A}? Why?", "Le nez par terre, {A} ? Pourquoi ?"),
            shouts("A", "Something lies there! My foot!", "Il y a une chose là ! Mon pied !"),
          ],
          [
            shouts("A", "My knee! My poor knee, {B}!", "Mon genou ! Mon pauvre genou, {B} !"),
            says("B", "Something shines on the ground!", "Quelque chose brille par terre !"),
          ],
          [
            says("B", "Something shines on the ground, {A}!", "Quelque chose brille par terre, {A} !"),
            shouts("A", "My knee! My poor knee!", "Mon genou ! Mon pauvre genou !"),
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
            says("A", "Is it a key? It is so small!", "Une clé ? Elle est si petite !"),
            says("B", "Small, but with a {C.initial} on it.", "Petite, mais avec un {C.initial} dessus."),
          ],
          [
            says("B", "So small! And is that a {C.initial}?", "Si petite ! Et ça, c'est un {C.initial} ?"),
            says("A", "Yes. And it is a key that shines!", "Oui. Et c'est une clé qui brille !"),
          ],
          [
            says("A", "Nobody throws away such a key.", "On ne jette pas une telle clé."),
            says("B", "A {C.initial}... Whose is that, {A}?", "Un {C.initial}... Qui est-ce, {A} ?"),
          ],
          [
            says("B", "Whose name begins with {C.initial}?", "Quel nom commence par {C.initial} ?"),
            says("A", "Is it on the key? Then think, {B}!", "C'est sur la clé ? Réfléchis, {B} !"),
          ],
          [
            says("A", "It is a key, and a pretty one.", "C'est une clé, et une jolie."),
            says("B", "I see a {C.initial} on it, {A}.", "Je vois un {C.initial} dessus, {A}."),
          ],
          [
            says("B", "I see a {C.initial} on it.", "Je vois un {C.initial} dessus."),
            says("A", "It is a key, and a pretty one, {B}.", "C'est une clé, et une jolie, {B}."),
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
            says("B", "{C}! {C} is {in.goal}, I bet!", "{C} ! {in.goal}, je parie !"),
            says("A", "Then we are there by {hour}!", "Alors on y sera à {hour} !"),
          ],
          [
            says("A", "{C} must miss it. Let us go!", "Elle manque à {C}. Allons-y !"),
            says("B", "{to.goal}? Now?", "{in.goal} ? Maintenant ?"),
          ],
          [
            says("B", "So where is {C}, {A}?", "Alors, {A}, où est {C} ?"),
            says("A", "{in.goal}, as always!", "{in.goal}, bien sûr !"),
          ],
          [
            says("A", "It must be {C}'s. Coming?", "Ce doit être à {C}. Tu viens ?"),
            says("B", "Yes! {C} is {in.goal}.", "Oui ! {C} est {in.goal}."),
          ],
          [
            says("B", "And what will {C} give us?", "Et que va nous donner {C} ?"),
            says("A", "Thanks, I hope. Now {to.goal}!", "Un merci, j'espère. Vite, {in.goal} !"),
          ],
          [
            says("A", "{C} must be looking for it, {B}.", "{C} doit la chercher partout, {B}."),
            says("B", "{C} is {in.goal} today.", "{C} est {in.goal}, en ce moment."),
          ],
          [
            says("B", "{C} is {in.goal} today, {A}.", "{C} est {in.goal}, {A}."),
            says("A", "{C} must be looking for it.", "{C} doit la chercher partout."),
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
          [
            says("A", "Half is for the finder, is it not?", "La moitié est à nous, non ?"),
            says("B", "Half a treasure? I take it!", "Un demi-trésor ? Je prends !"),
          ],
          [
            says("B", "Half of it for us, half for {C}?", "Moitié pour nous, moitié pour {C} ?"),
            says("A", "A key is no treasure yet, {B}.", "Une clé n'est pas un trésor, {B}."),
          ],
          [
            says("A", "And if it opens only a cupboard?", "Et si ce n'est qu'un placard ?"),
            says("B", "A cupboard full of gold, {A}!", "Un placard plein d'or, {A} !"),
          ],
          [
            says("B", "I smell gold!", "Ça sent l'or !"),
            says("A", "I think of a secret door, {B}.", "Je pense à une porte secrète, {B}."),
          ],
          [
            says("A", "I think of a secret door.", "Je pense à une porte secrète."),
            says("B", "I smell gold, {A}!", "Ça sent l'or, {A} !"),
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
            says("C", "Has anybody seen a small key?", "Avez-vous vu une petite clé ?"),
            says("A", "A small one with a {C.initial}? Here!", "Avec un {C.initial} dessus ? La voilà !"),
          ],
          [
            says("A", "A {C.initial} for {C}! Is it yours?", "Un {C.initial} pour {C} ! C'est à toi ?"),
            shouts("C", "Mine! Where did you find it?", "À moi ! Où était-elle ?"),
          ],
          [
            shouts("C", "Is that my key there? Is it mine?", "C'est ma clé ? C'est bien la mienne ?"),
            says("A", "Yes! My foot found it, {C}.", "Oui ! Mon pied l'a trouvée, {C}."),
          ],
          [
            says("A", "We found your key, {C}!", "On a trouvé ta clé, {C} !"),
            shouts("C", "You did? I looked everywhere!", "C'est vrai ? J'ai cherché partout !"),
          ],
          [
            says("C", "No time, I am looking for my key!", "Pas le temps, je cherche ma clé !"),
            says("A", "And what shines here, {C}?", "Et ça, {C}, qu'est-ce qui brille ?"),
          ],
          [
            says("A", "We bring you a little something, {C}!", "On t'apporte une petite chose, {C} !"),
            shouts("C", "I have lost my key!", "J'ai perdu ma clé !"),
          ],
          [
            shouts("C", "I have lost my key, {A}!", "J'ai perdu ma clé, {A} !"),
            says("A", "We bring you a little something!", "On t'apporte une petite chose !"),
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
            says("B", "And what does it open, {C}?", "Et elle ouvre quoi, {C} ?"),
            says("C", "That is secret. Shut your eyes!", "C'est un secret. Fermez les yeux !"),
          ],
          [
            says("C", "Nobody has ever seen my secret...", "Personne n'a jamais vu mon secret..."),
            says("B", "Is it gold? Half of it is ours!", "De l'or ? La moitié est à nous !"),
          ],
          [
            says("B", "Half of the gold is for us, yes?", "La moitié de l'or pour nous, hein ?"),
            says("C", "Gold? It is better than gold.", "De l'or ? C'est bien mieux."),
          ],
          [
            says("C", "It is better than gold. Shall I open?", "C'est mieux que l'or. J'ouvre ?"),
            says("B", "A better treasure? Open it, {C}!", "Un trésor mieux que l'or ? Ouvre, {C} !"),
          ],
          [
            says("B", "I love secrets and treasures.", "J'adore les secrets et les trésors."),
            says("C", "You have earned a reward, {B}.", "Tu mérites une récompense, {B}."),
          ],
          [
            says("C", "You have earned a reward.", "Vous méritez une récompense."),
            says("B", "I love secrets and treasures, {C}.", "J'adore les secrets et les trésors, {C}."),
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
            says("A", "And where is the gold, {C}?", "Et l'or, {C}, il est où ?"),
            says("C", "Gold does not taste of plums!", "L'or n'a pas le goût de prune !"),
          ],
          [
            says("C", "Can you smell it? Plums and butter!", "Tu sens ? Des prunes, du beurre !"),
            says("A", "No gold at all? Only plums?", "Pas d'or du tout ? Que des prunes ?"),
          ],
          [
            says("A", "A lock, a key, and all for a pie!", "Une serrure, une clé, pour une tarte !"),
            says("C", "Without a lock, is any left, {A}?", "Sans serrure, {A}, il en reste ?"),
          ],
          [
            says("C", "Without the lock, it is gone in a day.", "Sans la clé, elle disparaît en un jour."),
            says("A", "And you eat this pie alone, {C}?", "Et cette tarte, {C}, tu la manges seul{C.e} ?"),
          ],
          [
            says("C", "I baked it myself, with plums, {A}.", "Je l'ai faite moi-même, aux prunes, {A}."),
            says("A", "I thought of gold, not of a pie.", "J'attendais de l'or, pas une tarte."),
          ],
          [
            says("A", "I thought of gold, not of a pie, {C}.", "J'attendais de l'or, pas une tarte, {C}."),
            says("C", "I baked it myself, with plums.", "Je l'ai faite moi-même, aux prunes."),
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
            says("B", "Is it not better than gold, {A}?", "C'est mieux que l'or, non, {A} ?"),
            says("A", "It is. My foot no longer hurts.", "Oui. Mon pied n'a plus mal."),
          ],
          [
            says("A", "My foot hurts, my mouth does not.", "J'ai mal au pied, pas à la bouche."),
            says("B", "And is there more of this gold?", "Et il reste de cet or-là ?"),
          ],
          [
            says("B", "Did you leave a piece for {C}?", "Tu as laissé une part à {C} ?"),
            says("A", "{C} has the key. I have the pie.", "{C} a la clé. Moi, j'ai la tarte."),
          ],
          [
            says("A", "And what else can one find on a road?", "Et que trouve-t-on d'autre en route ?"),
            says("B", "Fall more often, {A}: you will see!", "Tombe plus souvent, {A} : tu verras !"),
          ],
          [
            says("B", "I will look for keys every day.", "Je chercherai d'autres clés."),
            says("A", "I never ate a better treasure, {B}.", "Je n'ai jamais mangé meilleur trésor, {B}."),
          ],
          [
            says("A", "I never ate a better treasure.", "Je n'ai jamais mangé meilleur trésor."),
            says("B", "I will look for keys every day, {A}.", "Je chercherai d'autres clés, {A}."),
          ],
        ],
      },
    ),
  ],
};
