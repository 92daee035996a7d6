import { act, atGoal, atHome, type Plot, says, shouts, whispers } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** The light goes out, and the one who fears the dark must lead. */
export const LIGHTS_OUT: Plot = {
  name: "lights out",
  titles: texts(
    "In the dark",
    "Dans le noir",
    "{A} has no fear",
    "{A} n'a pas peur",
    "The last lantern",
    "La dernière lanterne",
  ),
  items: ["lantern"],
  homes: [...TOWN, ...INSIDE, ...WATER],
  goals: ["cave", ...WILD],
  night: true,
  together: true,
  item: "B",
  opening: [
    atHome(
      [act("B", ["standing"], ["sad"]), act("A", ["reading", "sitting"], ["calm"])],
      [
        says("B", "{C} is not home, and it is dark.", "{C} n'est pas là, et il fait nuit."),
        says("A", "{C} is surely still {in.goal}.", "{C} est sans doute {in.goal}."),
      ],
      {
        key: true,
        or: [
          [
            says("A", "{C} is {in.goal} all day.", "{C} passe ses jours {in.goal}."),
            says("B", "And so late? Is it not dark there?", "Et la nuit ? Il fait noir, là-bas !"),
          ],
          [
            says("B", "{C} is still out. I worry.", "{C} est dehors. Ça m'inquiète."),
            says("A", "Still {in.goal}, perhaps?", "Encore {in.goal}, peut-être ?"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "I fear for {C}.", "J'ai peur pour {C}."),
            says("A", "{C} likes it {in.goal}.", "{C} se plaît {in.goal}."),
          ],
          [
            says(
              "B",
              ["I keep looking at the door.", "Je ne quitte pas la porte des yeux."],
              ["The soup for {C} is cold.", "La soupe de {C} est froide."],
              ["It has been dark for an hour.", "Il fait nuit depuis une heure."],
            ),
            says(
              "A",
              ["{C} always forgets the time.", "{C} oublie toujours l'heure."],
              ["{C} loves to be {in.goal}.", "{C} aime tant être {in.goal}."],
              ["The evening is mild.", "La soirée est douce."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["walking", "pointing"], ["calm"]), act("A", ["standing"], ["afraid"])],
      [
        says("B", "Then we fetch {C}. With the lantern!", "Allons-y. Avec la lanterne !"),
        says("A", "At night? I... am not afraid.", "La nuit ? Je... n'ai pas peur."),
      ],
      {
        or: [
          [
            says("A", "And if we wait for the day, {B}?", "Et si on attendait le jour, {B} ?"),
            says("B", "No! We fetch {C}. Are you afraid?", "Non ! Cherchons {C}. Tu as peur ?"),
          ],
          [
            says("B", "Courage! {C} needs us.", "Courage ! {C} compte sur nous."),
            says("A", "Courage? I have some. It trembles.", "Du courage ? J'en ai. Il tremble."),
          ],
        ],
        eitherOrder: [
          [
            says("B", "I go and fetch {C} now.", "Je vais chercher {C}, et vite."),
            says("A", "It is dark out there.", "Il fait noir, là-bas."),
          ],
          [
            says(
              "B",
              ["The lantern is full of oil.", "La lanterne est pleine d'huile."],
              ["I take my stick as well.", "Je prends aussi mon bâton."],
              ["{C} needs us.", "{C} a besoin de nous."],
            ),
            says(
              "A",
              ["The dark is very dark tonight.", "Il fait très noir, ce soir."],
              ["I have a warm chair here.", "Mon fauteuil est bien chaud."],
              ["I can hear {noise} out there.", "J'entends {noise}, dehors."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["walking"], ["afraid"]), act("B", ["walking"], ["sly", "happy"])],
      [
        says("A", "Was that {guess}?", "C'était {guess} ?"),
        says("B", "You said you were not afraid.", "Tu disais ne pas avoir peur."),
      ],
      {
        key: true,
        sounds: texts("Hoo!", "Houuu !", "Crack!", "Crac !"),
        or: [
          [
            says("A", "Hold the lantern higher, {B}!", "Tiens la lanterne plus haut, {B} !"),
            says("B", "Why? Are you afraid of {guess}?", "Pourquoi ? C'est {guess} ?"),
          ],
          [
            says("A", "I am singing because I like to...", "Je chante parce que j'aime ça..."),
            says("B", "And why do you hold my hand?", "Et pourquoi tu tiens ma main ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "I hear something: {guess}!", "J'entends {guess} !"),
            says("B", "It is such a quiet night.", "La nuit est si calme."),
          ],
          [
            says(
              "A",
              ["Something cracked behind us.", "Ça craque derrière nous."],
              ["I see eyes in the bushes.", "Je vois des yeux partout."],
              ["My neck feels cold.", "J'ai froid dans le cou."],
            ),
            says(
              "B",
              ["I know this path by heart.", "Je connais ce chemin."],
              ["The night is full of stars.", "La nuit est pleine d'étoiles."],
              ["I like a walk at night.", "J'aime marcher la nuit."],
            ),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("B", ["falling"], ["surprised"]), act("A", ["standing", "jumping"], ["afraid"])],
      [
        shouts("B", "Ouch! The lantern!", "Aïe ! La lanterne !"),
        shouts("A", "I see nothing at all!", "Je ne vois plus rien !"),
      ],
      {
        item: "ground",
        key: true,
        sounds: texts("Thud!", "Boum !", "Bonk!", "Paf !"),
        or: [
          [
            shouts("A", "Where is the light? {B}!", "Où est la lumière ? {B} !"),
            shouts("B", "I fell! The lantern fell, too!", "Je tombe ! La lanterne aussi !"),
          ],
          [
            shouts("B", "Look out, a stone! Ouch!", "Attention, une pierre ! Aïe !"),
            shouts("A", "Who put out the light? {B}?", "Qui a éteint la lumière ? {B} ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts("B", "A hole! I fell into a hole!", "Un trou ! Je suis dans un trou !"),
            shouts("A", "The lantern is gone!", "La lanterne a disparu !"),
          ],
          [
            shouts(
              "B",
              ["Ow! A root!", "Aïe ! Une racine !"],
              ["My foot! I am down!", "Mon pied ! Je suis par terre !"],
              ["I dropped the lantern!", "J'ai lâché la lanterne !"],
            ),
            shouts(
              "A",
              ["I cannot see my hands!", "Je ne vois plus mes mains !"],
              ["It is black all around!", "Tout est noir !"],
              ["I want to go home!", "Je veux rentrer !"],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["standing", "walking"], ["calm", "afraid"]), act("B", ["sitting"], ["sad"])],
      [
        says("A", "I have it. It still burns, {B}.", "Je l'ai. Elle brûle encore."),
        says("B", "My foot hurts. You must lead now.", "J'ai mal au pied. Passe devant."),
      ],
      {
        item: "A",
        or: [
          [
            says("A", "Look, the lantern! It still burns.", "La lanterne ! Elle n'a rien."),
            says("B", "But my foot hurts. Will you lead?", "Mon pied, si. Tu passes devant ?"),
          ],
          [
            says("B", "Now you must carry the light, {A}.", "À toi de porter la lumière, {A}."),
            says("A", "Me? First? Well... somebody must.", "Moi ? Devant ? Bon... il le faut."),
          ],
        ],
        eitherOrder: [
          [
            says("A", "I found the lantern again.", "J'ai retrouvé la lanterne."),
            says("B", "My foot is as thick as a pumpkin.", "Mon pied est gros comme un melon."),
          ],
          [
            says(
              "A",
              ["The lantern is still warm.", "La lanterne est encore chaude."],
              ["I found it by touch.", "J'ai trouvé en tâtonnant."],
              ["My hand hardly shakes.", "Ma main tremble à peine."],
            ),
            says(
              "B",
              ["My foot is swollen.", "J'ai le pied tout gonflé."],
              ["I cannot go in front.", "Je ne peux plus marcher devant."],
              ["I lean on you.", "Je m'appuie sur toi."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["pointing", "walking"], ["surprised"]), act("C", ["sleeping"], ["calm"])],
      [
        whispers(
          "A",
          "Something breathes there... {C}!",
          "Ça respire... Mais c'est {C} !",
          "Who snores like that? {C}?",
          "Qui ronfle comme ça ? {C} ?",
          "Not {guess} at all. It is {C}!",
          "{guess} ? Mais non, {C} !",
          "Hush! {C} is asleep!",
          "Chut ! {C} dort !",
          "A monster? No, {C}'s nose!",
          "Un monstre ? Non, le nez de {C} !",
          "We were afraid, and {C} sleeps!",
          "On s'inquiète, et {C} dort !",
        ),
      ],
      { item: "A", sounds: texts("Snore!", "Rrron !", "Zzz...", "Zzz...") },
    ),
    atGoal(
      [
        act("C", ["jumping", "sitting"], ["surprised", "happy"]),
        act("A", ["standing"], ["happy"]),
        act("B", ["standing"], ["calm"]),
      ],
      [
        says("C", "{A}? You, in the dark, alone?", "{A} ? Toi, dans le noir ?"),
        says("A", "I led us here. {B} only fell.", "J'ai montré le chemin à {B}."),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("A", "Wake up, {C}! I have the lantern.", "Debout, {C} ! J'ai la lanterne."),
            says("C", "{A}? You came here in the dark?", "{A} ? Toi, ici, la nuit ?"),
          ],
          [
            says("A", "Have no fear, {C}: I am here.", "N'aie pas peur, {C} : je suis là."),
            says("C", "You say that, {A}? You?", "C'est toi qui dis ça, {A} ?"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "I had lost my way.", "J'avais perdu mon chemin."),
            says("A", "I came all the way in the dark.", "J'ai marché dans le noir."),
          ],
          [
            says(
              "C",
              ["I was so frightened.", "J'ai eu si peur."],
              ["I lost the path at dusk.", "J'ai perdu le chemin au soir."],
              ["A light! How beautiful.", "Une lumière ! Que c'est beau."],
            ),
            says(
              "A",
              ["I walked in front all the way.", "J'ai marché devant tout du long."],
              ["{B} hurt a foot.", "{B} s'est fait mal au pied."],
              ["We came to fetch you.", "On vient te chercher."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["walking", "carrying"], ["happy"], "umbrella"), act("A", ["walking"], ["happy"])],
      [
        says("C", "Then lead us home as well.", "Alors ramène-nous aussi."),
        says("A", "Follow me. I am not afraid!", "Suivez-moi. Je n'ai pas peur !"),
      ],
      {
        item: "A",
        or: [
          [
            says("A", "Now home! Who wants to go first?", "À la maison ! Qui passe devant ?"),
            says("C", "You do! Who else has no fear?", "Toi ! Qui d'autre n'a pas peur ?"),
          ],
          [
            says("A", "No, stay close. I know every shadow.", "Non, restez près. Je connais ces ombres."),
            says("C", "Do you? And what is that one there?", "Vraiment ? Et celle-là, c'est quoi ?"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "I am tired and hungry.", "Je suis fatigué{C.e}, j'ai faim."),
            says("A", "I like the night now.", "J'aime bien la nuit, maintenant."),
          ],
          [
            says(
              "C",
              ["My bed is calling me.", "Mon lit m'appelle."],
              ["I stay close to the light.", "Je reste près de la lumière."],
              ["I owe you both {bet}.", "Je vous dois {bet}."],
            ),
            says(
              "A",
              ["I know the way.", "Je connais le chemin."],
              ["The dark and I are friends.", "La nuit et moi, on est amis."],
              ["I am the first in line.", "C'est moi qui marche devant."],
            ),
          ],
        ],
      },
    ),
  ],
};
