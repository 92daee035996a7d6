import { act, atGoal, atHome, type Plot, says, shouts, thinks, whispers } from "../beat.ts";
import { INSIDE, TOWN, WATER } from "../places.ts";
import { texts } from "../text.ts";

/** A noise in the night; the brave go and look, and it is somebody they know. */
export const NIGHT_NOISE: Plot = {
  name: "night noise",
  titles: texts(
    "The noise in the night",
    "Un bruit dans la nuit",
    "Who goes there?",
    "Qui va là ?",
    "{A} hears {noise}",
    "{A} ne dort pas",
  ),
  items: ["lantern"],
  homes: [...INSIDE, ...TOWN, ...WATER],
  goals: ["kitchen", "cave", "castle", "forest", "library", "ship"],
  night: true,
  together: true,
  item: "away",
  opening: [
    atHome(
      [act("A", ["sleeping"], ["calm"])],
      [
        thinks(
          "A",
          "Mmm... {treat}...",
          "Mmm... {treat}...",
          "One more plate... {treat}...",
          "Encore une assiette... {treat}...",
          "{treat}... all for me...",
          "{treat}... tout pour moi...",
          "Mmm... I smell {treat}...",
          "Ça sent... {treat}... mmm...",
          "No, {B}, it is mine... {treat}...",
          "Non, {B}, c'est à moi... {treat}...",
          "I dream... of {treat}... mmm...",
          "Je rêve... {treat}... mmm...",
        ),
      ],
      {
        sounds: texts("Creak!", "Crac !", "Bump!", "Boum !", "Hoo!", "Houuu !"),
      },
    ),
    atHome(
      [act("A", ["jumping", "standing"], ["afraid"]), act("B", ["sleeping", "sitting"], ["calm", "sad"])],
      [
        says("B", "Sleep, {A}. It is only {guess}.", "Dors, {A}. C'est juste {guess}."),
        whispers("A", "That? I heard {noise}, {B}!", "Ça ? J'ai entendu {noise}, {B} !"),
      ],
      {
        key: true,
        or: [
          [
            whispers("A", "Wake up! Somebody is out there!", "Debout ! Il y a quelqu'un !"),
            says("B", "Somebody? It is {guess}, {A}.", "Quelqu'un ? Mais non, {A} : {guess}."),
          ],
          [
            says("B", "Good night, {A}. I am asleep.", "Bonne nuit, {A}. Je dors déjà."),
            whispers("A", "Asleep? And if I hear {guess}?", "Tu dors ? Et {guess}, alors ?"),
          ],
        ],
        eitherOrder: [
          [
            whispers("A", "{B}! I heard {noise}!", "{B} ! J'ai entendu {noise} !"),
            says("B", "That was only {guess}. Sleep.", "Ce n'est que {guess}. Dors."),
          ],
          [
            whispers(
              "A",
              ["Something walks about out there.", "Quelque chose marche, là-dehors."],
              ["My hair stands on end.", "J'ai les cheveux dressés."],
              ["I heard {noise} in the dark.", "J'ai entendu {noise} dans le noir."],
            ),
            says(
              "B",
              ["My bed is so warm.", "Mon lit est si chaud."],
              ["I was dreaming of {treat}.", "Dans mon rêve, il y avait {treat}."],
              ["At night everything makes noise.", "La nuit, tout fait du bruit."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["pointing"], ["afraid"]), act("B", ["standing", "jumping"], ["surprised", "afraid"])],
      [
        says("A", "Is {guess} so loud? Listen!", "Si fort, {guess} ? Écoute !"),
        whispers("B", "Now I heard it too!", "Je l'entends aussi !"),
      ],
      {
        sounds: texts("Crunch!", "Crounch !", "Tap tap!", "Tap tap !"),
        or: [
          [
            whispers("B", "Listen! Now I heard it, too!", "Écoute ! Je l'ai entendu aussi !"),
            says("A", "So loud! Is that {guess}, {B}?", "Si fort ! C'est {guess}, {B} ?"),
          ],
          [
            says("A", "There it is again! Closer!", "Encore ! Et plus près !"),
            whispers("B", "Again? I have goose bumps.", "Encore ? J'ai la chair de poule."),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["That was {noise}.", "C'était {noise}."],
              ["Something is chewing.", "Quelque chose mâche."],
              ["It has big feet.", "Ça a de grands pieds."],
            ),
            whispers(
              "B",
              ["My teeth are chattering.", "J'ai les dents qui claquent."],
              ["I want to go back to bed.", "Je veux retourner au lit."],
              ["The dark has eyes.", "Le noir a des yeux."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["walking", "standing"], ["calm", "afraid"]), act("A", ["standing", "walking"], ["afraid"])],
      [
        says("B", "I have the lantern. You go first.", "J'ai la lanterne. Passe devant."),
        says("A", "You first. You have the light.", "Toi d'abord. C'est toi qui éclaires."),
      ],
      {
        item: "B",
        key: true,
        or: [
          [
            says("B", "Come, {A}! Are your knees shaking?", "Viens, {A} ! Tes genoux tremblent ?"),
            says("A", "Only the left one. Come closer!", "Le gauche seulement. Viens plus près !"),
          ],
          [
            says("B", "The noise came from {the.goal}!", "Le bruit vient de {the.goal} !"),
            says("A", "From there? But it is dark!", "De là-bas ? Mais il fait noir !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["The lantern shines as far as {the.goal}.", "La lanterne éclaire le chemin."],
              ["I light the way.", "J'éclaire la route."],
              ["We will see what it is.", "On verra bien ce que c'est."],
            ),
            says(
              "A",
              ["My knees are made of pudding.", "J'ai les genoux en coton."],
              ["I hear my own heart.", "J'entends mon propre cœur."],
              ["It is darker than a sack.", "Il fait noir comme dans un sac."],
            ),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("B", ["pointing"], ["afraid"]), act("A", ["standing"], ["afraid"])],
      [
        whispers("B", "Look at that shadow! Is it {guess}?", "Vois cette ombre ! C'est {guess} ?"),
        whispers("A", "It chews! What a big shadow!", "Ça mâche ! Quelle grande ombre !"),
      ],
      {
        sounds: texts("Crunch!", "Crounch !"),
        or: [
          [
            whispers("A", "A big shadow! And it chews!", "Une grande ombre ! Et ça mâche !"),
            whispers("B", "Look! What is it chewing?", "Regarde ! Que mâche-t-elle ?"),
          ],
          [
            whispers("B", "On three we go. One... two...", "À trois, on y va. Un... deux..."),
            whispers("A", "Wait! After three, or on three?", "Attends ! À trois, ou après ?"),
          ],
        ],
        eitherOrder: [
          [
            whispers("B", "There! {in.goal}! It moves!", "Là ! {in.goal} ! Ça bouge !"),
            whispers("A", "Hold the lantern higher!", "Lève la lanterne !"),
          ],
          [
            whispers("A", "Higher, {B}! Something moves!", "Plus haut, {B} ! Ça bouge, là !"),
            whispers("B", "There, {in.goal}! I see it!", "Là, {in.goal} ! Je le vois !"),
          ],
          [
            whispers(
              "B",
              ["I see a shadow {in.goal}.", "Je vois une ombre {in.goal}."],
              ["It has ears.", "Ça a des oreilles."],
              ["Something moves over there.", "Ça bouge, là-bas."],
            ),
            whispers(
              "A",
              ["My legs want to go home.", "Mes jambes veulent rentrer."],
              ["I do not breathe any more.", "Je ne respire plus."],
              ["It smells of cheese.", "Ça sent le fromage."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("C", ["eating"], ["surprised", "happy"]),
        act("B", ["standing"], ["surprised"]),
        act("A", ["falling", "jumping"], ["surprised", "afraid"]),
      ],
      [
        says("C", "Mmpf... Who is that? You?", "Mmpf... Qui est là ? Vous ?"),
        shouts("B", "It is only {C}! What a fright!", "Ce n'est que {C} ! Quelle peur !"),
      ],
      {
        key: true,
        or: [
          [
            says("C", "Help! {guess}! Oh, it is you, {B}.", "À l'aide ! {guess} ! Ah non, {B}."),
            shouts("B", "You, {C}? I took you for {guess}!", "Toi, {C} ? J'ai cru à {guess} !"),
          ],
          [
            shouts("B", "Hands up! Oh... good evening, {C}.", "Haut les mains ! Oh... bonsoir, {C}."),
            says("C", "Hands up? But my hands are full!", "Les mains ? Mais elles sont pleines !"),
          ],
        ],
        eitherOrder: [
          [
            shouts("B", "It is {C}! With a full mouth!", "C'est {C} ! La bouche pleine !"),
            says("C", "Mmpf... Good evening.", "Mmpf... Bonsoir."),
          ],
          [
            shouts(
              "B",
              ["Light on: it is {C}!", "De la lumière : c'est {C} !"],
              ["All this fear for nothing!", "Tant de peur pour rien !"],
              ["I know that nose!", "Je connais ce nez !"],
            ),
            says(
              "C",
              ["Mmpf. I was having supper.", "Mmpf. Je soupais."],
              ["I nearly choked.", "J'ai failli m'étouffer."],
              ["It is a nice night for a meal.", "Belle nuit pour un repas."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["pointing", "standing"], ["angry"]), act("C", ["sitting"], ["sad", "calm"])],
      [
        says("A", "So {noise} in the night was you!", "Ce bruit la nuit, c'était toi !"),
        says("C", "I could not sleep. I was hungry.", "Sans manger, je ne dors pas."),
      ],
      {
        key: true,
        or: [
          [
            says("C", "I was so hungry in the night...", "J'avais si faim, cette nuit..."),
            says("A", "So it was you? I could not sleep!", "C'était donc toi ? Je dormais, moi !"),
          ],
          [
            says("A", "Must you chew so loudly, {C}?", "Faut-il mâcher si fort, {C} ?"),
            says("C", "Loudly? I chew as I can.", "Si fort ? Je mâche comme je peux."),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I thought it was {guess}.", "J'ai cru que c'était {guess}."],
              ["My heart is still jumping.", "Mon cœur saute encore."],
              ["Other people are asleep now.", "Les autres dorment, à cette heure."],
            ),
            says(
              "C",
              ["My belly woke me.", "Mon ventre m'a réveillé{C.e}."],
              ["I only took small bites.", "J'ai mangé par petits bouts."],
              ["Crusts are loud by nature.", "Les croûtes, ça fait du bruit."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("C", ["standing", "waving"], ["happy", "sly"]),
        act("B", ["sitting", "standing"], ["calm", "happy"]),
      ],
      [
        says("C", "There is {treat} for three.", "Il y a {treat} pour trois."),
        says("B", "Well, now that we are awake...", "Bon, puisqu'on est debout..."),
      ],
      {
        or: [
          [
            says("C", "Have some, {B}, and tell nobody!", "Sers-toi, {B}, et pas un mot !"),
            says("B", "Nobody! And may I have some more?", "Pas un mot ! Et j'en reprends ?"),
          ],
          [
            says("B", "Give me some, and I tell nobody.", "Donne-m'en, et pas un mot !"),
            says("C", "You tell nobody? Then have some!", "Pas un mot ? Alors sers-toi !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "C",
              ["I share with my friends.", "Je partage avec mes amis."],
              ["There is plenty for three.", "Il y en a assez pour trois."],
              ["Food tastes best at night.", "La nuit, tout est meilleur."],
            ),
            says(
              "B",
              ["My bed can wait.", "Mon lit peut attendre."],
              ["Fear has made me hungry.", "La peur m'a creusé le ventre."],
              ["It smells of {treat}.", "Ça sent bon : {treat} !"],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["eating"], ["happy"]), act("B", ["eating"], ["happy"])],
      [
        says("A", "{treat}! I dreamt of it.", "{treat} ! J'en rêvais justement."),
        says("B", "Shh! What was that?", "Chut ! C'était quoi ?"),
      ],
      {
        sounds: texts("Creak!", "Crac !"),
        or: [
          [
            says("B", "Shh, {A}! Did you hear that?", "Chut, {A} ! Tu as entendu ?"),
            says("A", "I hear only my teeth. {treat}!", "J'entends mes dents. {treat} !"),
          ],
          [
            says("A", "My dream has come true, {B}!", "C'est mon rêve de tout à l'heure !"),
            says("B", "And that creak? Is it a dream?", "Et ce craquement, c'est un rêve ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I am not afraid of anything now.", "Je n'ai plus peur de rien."],
              ["One more bite, then bed.", "Encore un peu, puis au lit."],
              ["My spoon goes clink.", "Ma cuillère fait cling."],
            ),
            says(
              "B",
              ["I heard {noise} behind me.", "J'ai entendu {noise}, derrière."],
              ["The night is not over yet.", "La nuit n'est pas finie."],
              ["Somebody is out there again.", "Il y a encore quelqu'un, dehors."],
            ),
          ],
        ],
      },
    ),
  ],
};
