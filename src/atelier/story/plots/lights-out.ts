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
            says("A", "Waiting for somebody, {B}?", "Qui attends-tu, {B} ?"),
            says("B", "For {C}. Nobody comes.", "{C}. Il fait noir, et personne."),
          ],
          [
            says("B", "Where can {C} be so late?", "Où est {C}, si tard ?"),
            says("A", "{in.goal}, as ever. It is only dark.", "{in.goal}, bien sûr. Il fait juste nuit."),
          ],
          [
            says("A", "{C} is {in.goal} all day.", "{C} passe ses jours {in.goal}."),
            says("B", "And so late? Is it not dark there?", "Et la nuit ? Il fait noir, là-bas !"),
          ],
          [
            says("B", "{C} is still out. I worry.", "{C} est dehors. Ça m'inquiète."),
            says("A", "Still {in.goal}, perhaps?", "Encore {in.goal}, peut-être ?"),
          ],
          [
            says("A", "Is {C} not home yet, {B}?", "{C} n'est pas là, {B} ?"),
            says("B", "No. Still {in.goal}, I fear.", "Non. Encore {in.goal}, je le crains."),
          ],
          [
            says("B", "I fear for {C}.", "J'ai peur pour {C}."),
            says("A", "{C} likes it {in.goal}, {B}.", "{C} se plaît {in.goal}, {B}."),
          ],
          [
            says("A", "{C} likes it {in.goal}.", "{C} se plaît {in.goal}."),
            says("B", "I fear for {C}, {A}.", "J'ai peur pour {C}, {A}."),
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
            says("B", "Are you coming, {A}? I have a light.", "Tu viens, {A} ? J'ai la lanterne."),
            says("A", "I am coming. It is so dark...", "Je viens. Il fait si noir..."),
          ],
          [
            says("A", "You go, {B}. I stay and guard the house.", "Vas-y, {B}. Je garde la maison."),
            says("B", "No, you come. {C} needs us both!", "Non, tu viens. {C} a besoin de nous !"),
          ],
          [
            says("B", "Courage! {C} needs us.", "Courage ! {C} compte sur nous."),
            says("A", "Courage? I have some. It trembles.", "Du courage ? J'en ai. Il tremble."),
          ],
          [
            says("A", "I am not afraid, but my knees are.", "Moi, peur ? Non. Mes genoux, oui."),
            says("B", "Then keep your knees near the light.", "Alors, tes genoux près de la lanterne !"),
          ],
          [
            says("B", "I go and fetch {C} now, {A}.", "Je vais chercher {C}, et vite, {A}."),
            says("A", "It is dark out there.", "Il fait noir, là-bas."),
          ],
          [
            says("A", "It is dark out there, {B}.", "Il fait noir, là-bas, {B}."),
            says("B", "I go and fetch {C} now.", "Je vais chercher {C}, et vite."),
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
            says("B", "Did you hear that, {A}?", "Tu as entendu, {A} ?"),
            says("A", "It was only {guess}... was it?", "Ce n'est que {guess}... non ?"),
          ],
          [
            says("A", "Hold the lantern higher, {B}!", "Tiens la lanterne plus haut, {B} !"),
            says("B", "Why? Are you afraid of {guess}?", "Pourquoi ? C'est {guess} ?"),
          ],
          [
            says("B", "No, it is {guess}. Are you afraid?", "Non, c'est {guess}. Tu as peur ?"),
            says("A", "No! But hold my hand, {B}.", "Non ! Mais tiens ma main, {B}."),
          ],
          [
            says("A", "I am singing because I like to...", "Je chante parce que j'aime ça..."),
            says("B", "And why do you hold my hand?", "Et pourquoi tu tiens ma main ?"),
          ],
          [
            says("B", "Why do you walk behind me, {A}?", "Pourquoi tu marches derrière, {A} ?"),
            says("A", "I watch our backs. Is that {guess}?", "Je surveille. Et ça, c'est {guess} ?"),
          ],
          [
            says("A", "I hear something: {guess}!", "J'entends {guess} !"),
            says("B", "It is such a quiet night, {A}.", "La nuit est si calme, {A}."),
          ],
          [
            says("B", "It is such a quiet night.", "La nuit est si calme."),
            says("A", "I hear something: {guess}, {B}!", "J'entends {guess}, {B} !"),
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
            shouts("B", "My foot! Where is the lantern?", "Mon pied ! Où est la lanterne ?"),
            shouts("A", "It is gone! All is black!", "Plus rien ! Tout est noir !"),
          ],
          [
            shouts("A", "All is black! Are you there, {B}?", "Tout est si noir ! {B}, tu es là ?"),
            says("B", "Down here. I fell over a stone.", "Ici, par terre. Une pierre..."),
          ],
          [
            shouts("B", "Look out, a stone! Ouch!", "Attention, une pierre ! Aïe !"),
            shouts("A", "Who put out the light? {B}?", "Qui a éteint la lumière ? {B} ?"),
          ],
          [
            shouts("A", "{B}! What was that noise?", "{B} ! C'était quoi, ce bruit ?"),
            shouts("B", "That was me, and my poor foot!", "C'était moi, et mon pauvre pied !"),
          ],
          [
            shouts("B", "A hole! I fell into a hole, {A}!", "Un trou ! Je suis dans un trou, {A} !"),
            shouts("A", "The lantern is gone!", "La lanterne a disparu !"),
          ],
          [
            shouts("A", "The lantern is gone, {B}!", "La lanterne a disparu, {B} !"),
            shouts("B", "A hole! I fell into a hole!", "Un trou ! Je suis dans un trou !"),
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
            says("B", "My foot! I cannot go first now.", "Mon pied ! Je ne peux plus aller devant."),
            says("A", "I have the lantern. Follow, {B}!", "J'ai la lanterne. Suis-moi, {B} !"),
          ],
          [
            says("A", "Look, the lantern! It still burns.", "La lanterne ! Elle n'a rien."),
            says("B", "But my foot hurts. Will you lead?", "Mon pied, si. Tu passes devant ?"),
          ],
          [
            says("B", "Is the lantern broken, {A}?", "La lanterne est cassée, {A} ?"),
            says("A", "No. And your foot? Can you walk?", "Non. Et ton pied ? Tu marches ?"),
          ],
          [
            says("A", "Can you stand up? Give me your hand.", "Tu peux te lever ? Donne la main."),
            says("B", "Slowly... You go first now, {A}.", "Doucement... Va devant, {A}."),
          ],
          [
            says("B", "Now you must carry the light, {A}.", "À toi de porter la lumière, {A}."),
            says("A", "Me? First? Well... somebody must.", "Moi ? Devant ? Bon... il le faut."),
          ],
          [
            says("A", "I found the lantern again.", "J'ai retrouvé la lanterne."),
            says("B", "My foot is as thick as a pumpkin, {A}.", "Mon pied est gros comme un melon, {A}."),
          ],
          [
            says("B", "My foot is as thick as a pumpkin.", "Mon pied est gros comme un melon."),
            says("A", "I found the lantern again, {B}.", "J'ai retrouvé la lanterne, {B}."),
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
            says("C", "Who is there? A ghost?", "Qui est là ? Un fantôme ?"),
            says("A", "No ghost. It is me, without fear!", "Pas de fantôme. C'est moi, sans peur !"),
          ],
          [
            says("A", "Have no fear, {C}: I am here.", "N'aie pas peur, {C} : je suis là."),
            says("C", "You say that, {A}? You?", "C'est toi qui dis ça, {A} ?"),
          ],
          [
            says("C", "Did {B} carry you all the way?", "{B} t'a porté{A.e} jusqu'ici ?"),
            says("A", "No, I led! {B} came behind.", "Non, j'étais devant {B} !"),
          ],
          [
            says("A", "{B} fell, so I went first.", "{B} est tombé{B.e}, j'ai pris la tête."),
            says("C", "First? And all alone, in the dark?", "En tête ? Dans le noir ?"),
          ],
          [
            says("C", "I had lost my way, {A}.", "J'avais perdu mon chemin, {A}."),
            says("A", "I came all the way in the dark.", "J'ai marché dans le noir."),
          ],
          [
            says("A", "I came all the way in the dark, {C}.", "J'ai marché dans le noir, {C}."),
            says("C", "I had lost my way.", "J'avais perdu mon chemin."),
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
            says("C", "Is it far home in the dark?", "C'est loin, la maison, dans le noir ?"),
            says("A", "With me and the lantern? Not at all!", "Avec moi et la lanterne ? Pas du tout !"),
          ],
          [
            says("A", "No, stay close. I know every shadow.", "Non, restez près. Je connais ces ombres."),
            says("C", "Do you? And what is that one there?", "Vraiment ? Et celle-là, c'est quoi ?"),
          ],
          [
            says("C", "And what is that shadow there?", "Et cette ombre, là, c'est quoi ?"),
            says("A", "Mine, {C}. Big, is it not?", "La mienne, {C}. Elle est grande, hein ?"),
          ],
          [
            says("A", "I could walk like this all night!", "Je marcherais ainsi toute la nuit !"),
            says("C", "Just lead me home to my bed.", "Ramène-moi juste à mon lit."),
          ],
          [
            says("C", "I am tired and hungry.", "Je suis fatigué{C.e}, j'ai faim."),
            says("A", "I like the night now, {C}.", "J'aime bien la nuit, maintenant, {C}."),
          ],
          [
            says("A", "I like the night now.", "J'aime bien la nuit, maintenant."),
            says("C", "I am tired and hungry, {A}.", "Je suis fatigué{C.e}, j'ai faim, {A}."),
          ],
        ],
      },
    ),
  ],
};
