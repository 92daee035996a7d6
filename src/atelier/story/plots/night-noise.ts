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
        whispers("A", "{B}! I heard {noise}!", "{B} ! J'ai entendu {noise} !"),
        says("B", "That was only {guess}. Sleep.", "Ce n'est que {guess}. Dors."),
      ],
      {
        key: true,
        or: [
          [
            says("B", "Sleep, {A}. It is only {guess}.", "Dors, {A}. C'est juste {guess}."),
            whispers("A", "That? I heard {noise}, {B}!", "Ça ? J'ai entendu {noise}, {B} !"),
          ],
          [
            whispers("A", "Wake up! Somebody is out there!", "Debout ! Il y a quelqu'un !"),
            says("B", "Somebody? It is {guess}, {A}.", "Quelqu'un ? Mais non, {A} : {guess}."),
          ],
          [
            says("B", "Mmm? Is it {guess}, {A}?", "Mmm ? C'est {guess}, {A} ?"),
            whispers("A", "Wake up, {B}! It is somebody!", "Debout, {B} ! C'est quelqu'un !"),
          ],
          [
            whispers("A", "Are you asleep? I heard {guess}!", "Tu dors ? J'entends {guess} !"),
            says("B", "I am. Tell {guess} good night.", "Je dors. Dis bonne nuit à {guess}."),
          ],
          [
            says("B", "Good night, {A}. I am asleep.", "Bonne nuit, {A}. Je dors déjà."),
            whispers("A", "Asleep? And if I hear {guess}?", "Tu dors ? Et {guess}, alors ?"),
          ],
          [
            says("B", "That was only {guess}. Sleep.", "Ce n'est que {guess}. Dors."),
            whispers("A", "{B}! I heard {noise}!", "{B} ! J'ai entendu {noise} !"),
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
          [
            whispers("B", "Goose bumps! Was that closer?", "La chair de poule ! C'est plus près ?"),
            says("A", "Much closer! There, again!", "Bien plus près ! Là, encore !"),
          ],
          [
            says("A", "It came from there. Does it bite?", "Ça vient de là. Et si ça mord ?"),
            whispers("B", "I hear teeth. Many teeth.", "J'entends des dents, {A}."),
          ],
          [
            whispers("B", "From there, {A}! I hear teeth!", "De là, {A} ! J'entends des dents !"),
            says("A", "Teeth? Does {guess} bite, {B}?", "Des dents ? {guess}, ça mord, {B} ?"),
          ],
          [
            whispers("B", "Now I heard it too!", "Je l'entends aussi !"),
            says("A", "Is {guess} so loud? Listen!", "Si fort, {guess} ? Écoute !"),
          ],
          [
            says("A", "So loud! Is that {guess}, {B}?", "Si fort ! C'est {guess}, {B} ?"),
            whispers("B", "Listen! Now I heard it, too!", "Écoute ! Je l'ai entendu aussi !"),
          ],
          [
            whispers("B", "I hear teeth. Many teeth.", "J'entends des dents, {A}."),
            says("A", "It came from there. Does it bite?", "Ça vient de là. Et si ça mord ?"),
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
            says("A", "Go first, {B}. The lantern is yours.", "Va devant, {B}. Tu as la lanterne."),
            says("B", "You first! I light you from behind.", "Toi d'abord ! J'éclaire de derrière."),
          ],
          [
            says("B", "Come, {A}! Are your knees shaking?", "Viens, {A} ! Tes genoux tremblent ?"),
            says("A", "Only the left one. Come closer!", "Le gauche seulement. Viens plus près !"),
          ],
          [
            says("A", "My knees are shaking. Are yours?", "Mes genoux tremblent. Et toi ?"),
            says("B", "Both. Come close to the lantern.", "Moi aussi. Reste près de moi !"),
          ],
          [
            says("B", "The noise came from {the.goal}!", "Le bruit vient de {the.goal} !"),
            says("A", "From there? But it is dark!", "De là-bas ? Mais il fait noir !"),
          ],
          [
            says("A", "Oh dear, it is dark {in.goal}!", "Oh là là, qu'il fait noir {in.goal} !"),
            says("B", "But I have a light. Come, that noise!", "J'ai la lanterne. Viens, ce bruit..."),
          ],
          [
            says("A", "You first. You have the light.", "Toi d'abord. C'est toi qui éclaires."),
            says("B", "I have the lantern. You go first.", "J'ai la lanterne. Passe devant."),
          ],
          [
            says("B", "You first! I light you from behind.", "Toi d'abord ! J'éclaire de derrière."),
            says("A", "Go first, {B}. The lantern is yours.", "Va devant, {B}. Tu as la lanterne."),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("B", ["pointing"], ["afraid"]), act("A", ["standing"], ["afraid"])],
      [
        whispers("B", "There! {in.goal}! It moves!", "Là ! {in.goal} ! Ça bouge !"),
        whispers("A", "Hold the lantern higher!", "Lève la lanterne !"),
      ],
      {
        sounds: texts("Crunch!", "Crounch !"),
        or: [
          [
            whispers("A", "Higher, {B}! Something moves!", "Plus haut, {B} ! Ça bouge, là !"),
            whispers("B", "There, {in.goal}! I see it!", "Là, {in.goal} ! Je le vois !"),
          ],
          [
            whispers("B", "Look at that shadow! Is it {guess}?", "Vois cette ombre ! C'est {guess} ?"),
            whispers("A", "It chews! What a big shadow!", "Ça mâche ! Quelle grande ombre !"),
          ],
          [
            whispers("A", "A big shadow! And it chews!", "Une grande ombre ! Et ça mâche !"),
            whispers("B", "Look! What is it chewing?", "Regarde ! Que mâche-t-elle ?"),
          ],
          [
            whispers("B", "On three we go. One... two...", "À trois, on y va. Un... deux..."),
            whispers("A", "Wait! After three, or on three?", "Attends ! À trois, ou après ?"),
          ],
          [
            whispers("A", "Wait, {B}! I go on three. And you?", "Attends ! J'y vais à trois. Et toi ?"),
            whispers("B", "After you. One... two...", "Après toi. Un... deux..."),
          ],
          [
            whispers("A", "Hold the lantern higher!", "Lève la lanterne !"),
            whispers("B", "There! {in.goal}! It moves!", "Là ! {in.goal} ! Ça bouge !"),
          ],
          [
            whispers("B", "There, {in.goal}! I see it!", "Là, {in.goal} ! Je le vois !"),
            whispers("A", "Higher, {B}! Something moves!", "Plus haut, {B} ! Ça bouge, là !"),
          ],
          [
            whispers("A", "It chews! What a big shadow!", "Ça mâche ! Quelle grande ombre !"),
            whispers("B", "Look at that shadow! Is it {guess}?", "Vois cette ombre ! C'est {guess} ?"),
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
        shouts("B", "It is {C}! With a full mouth!", "C'est {C} ! La bouche pleine !"),
        says("C", "Mmpf... Good evening.", "Mmpf... Bonsoir."),
      ],
      {
        key: true,
        or: [
          [
            says("C", "Mmpf... Who is that? You?", "Mmpf... Qui est là ? Vous ?"),
            shouts("B", "It is only {C}! What a fright!", "Ce n'est que {C} ! Quelle peur !"),
          ],
          [
            shouts("B", "So it was you, {C}?", "Alors, {C}, c'était toi ?"),
            says("C", "I? I am only hungry!", "Moi ? J'ai juste faim !"),
          ],
          [
            says("C", "Help! {guess}! Oh, it is you, {B}.", "À l'aide ! {guess} ! Ah non, {B}."),
            shouts("B", "You, {C}? I took you for {guess}!", "Toi, {C} ? J'ai cru à {guess} !"),
          ],
          [
            shouts("B", "Hands up! Oh... good evening, {C}.", "Haut les mains ! Oh... bonsoir, {C}."),
            says("C", "Hands up? But my hands are full!", "Les mains ? Mais elles sont pleines !"),
          ],
          [
            says("C", "Oh! I cannot wave, my hands are full.", "Oh ! J'ai les mains pleines, bonsoir."),
            shouts("B", "Up with your hands! Oh, {C}?", "Haut les mains, toi ! Oh, {C} ?"),
          ],
          [
            says("C", "Mmpf... Good evening.", "Mmpf... Bonsoir."),
            shouts("B", "It is {C}! With a full mouth!", "C'est {C} ! La bouche pleine !"),
          ],
          [
            shouts("B", "It is only {C}! What a fright!", "Ce n'est que {C} ! Quelle peur !"),
            says("C", "Mmpf... Who is that? You?", "Mmpf... Qui est là ? Vous ?"),
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
          [
            says("C", "Did I chew too loudly, {A}?", "J'ai mâché trop fort, {A} ?"),
            says("A", "Loudly? You chew like {guess}!", "Fort ? Tu mâches comme {guess} !"),
          ],
          [
            says("A", "I nearly died of fear, {C}!", "J'ai cru mourir de peur, {C} !"),
            says("C", "And I nearly died of hunger.", "Et moi, j'ai cru mourir de faim."),
          ],
          [
            says("C", "One can die of hunger, {A}.", "On peut mourir de faim, {A}."),
            says("A", "And of fear, {C}! I nearly did!", "Et mourir de peur, {C} !"),
          ],
          [
            says("C", "I could not sleep. I was hungry.", "Sans manger, je ne dors pas."),
            says("A", "So {noise} in the night was you!", "Ce bruit la nuit, c'était toi !"),
          ],
          [
            says("A", "So it was you? I could not sleep!", "C'était donc toi ? Je dormais, moi !"),
            says("C", "I was so hungry in the night...", "J'avais si faim, cette nuit..."),
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
            says("B", "Now that we are awake, what is there?", "Puisqu'on est debout, il y a quoi ?"),
            says("C", "{treat}! There is some for three.", "{treat} ! Il y en a pour trois."),
          ],
          [
            says("C", "Sit down, {B}. Fear makes one hungry.", "Assieds-toi, {B}. La peur, ça creuse."),
            says("B", "It does, {C}. Oh, {treat}!", "C'est vrai, {C}. Oh, {treat} !"),
          ],
          [
            says("B", "{treat}, {C}? I sit down.", "{treat}, {C} ? Je m'assieds."),
            says("C", "Do! Fear makes one hungry, too.", "Oui ! La nuit aussi, ça creuse."),
          ],
          [
            says("C", "Have some, {B}, and tell nobody!", "Sers-toi, {B}, et pas un mot !"),
            says("B", "Nobody! And may I have some more?", "Pas un mot ! Et j'en reprends ?"),
          ],
          [
            says("B", "Give me some, and I tell nobody.", "Donne-m'en, et pas un mot !"),
            says("C", "You tell nobody? Then have some!", "Pas un mot ? Alors sers-toi !"),
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
          [
            says("B", "Do I dream, or did it creak?", "Je rêve, ou ça craque ?"),
            says("A", "And I had such a dream, {B}! Shh!", "Moi qui étais en plein rêve ! Chut !"),
          ],
          [
            says("A", "Tomorrow I sleep until noon.", "Demain, je dors jusqu'à midi."),
            says("B", "If that lets you sleep. Listen!", "Si ça te laisse dormir. Écoute !"),
          ],
          [
            says("B", "Listen! Who is there now?", "Écoute ! Qui est là, encore ?"),
            says("A", "I want to sleep until noon...", "Je voudrais dormir jusqu'à midi..."),
          ],
          [
            says("B", "Shh! What was that?", "Chut ! C'était quoi ?"),
            says("A", "{treat}! I dreamt of it.", "{treat} ! J'en rêvais justement."),
          ],
          [
            says("A", "I hear only my teeth. {treat}!", "J'entends mes dents. {treat} !"),
            says("B", "Shh, {A}! Did you hear that?", "Chut, {A} ! Tu as entendu ?"),
          ],
          [
            says("A", "I want to sleep until noon...", "Je voudrais dormir jusqu'à midi..."),
            says("B", "Listen! Who is there now?", "Écoute ! Qui est là, encore ?"),
          ],
        ],
      },
    ),
  ],
};
