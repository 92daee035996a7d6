import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN } from "../places.ts";
import { texts } from "../text.ts";

/** A map leads to a place where one must dig, and the treasure is a disappointment that is none. */
export const TREASURE: Plot = {
  name: "treasure",
  titles: texts("The treasure", "Le trésor", "Dig here!", "Creusez ici !", "{A} digs", "{A} creuse"),
  items: ["spade"],
  homes: [...INSIDE, ...TOWN],
  goals: ["field", "forest", "beach", "desert", "garden", "cave"],
  together: true,
  item: "away",
  opening: [
    atHome(
      [act("A", ["reading"], ["surprised"]), act("B", ["eating", "sitting"], ["calm"])],
      [
        says("A", "Look what lay in this book: a map!", "Dans ce livre, il y a une carte !"),
        says("B", "A map of what?", "Une carte de quoi ?"),
      ],
      {
        key: true,
        or: [
          [
            says("B", "What fell out of that book?", "Qu'est-ce qui tombe de ce livre ?"),
            says("A", "A map, {B}! Look, an old map!", "Une carte, {B} ! Une vieille carte !"),
          ],
          [
            says("A", "Stop eating, {B}! I have a map!", "Assez mangé ! J'ai une carte !"),
            says("B", "Is the kitchen on it, {A}?", "On y voit la cuisine, {A} ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["There is a cross on this map.", "Il y a une croix sur la carte."],
              ["The paper is very old.", "Le papier est très vieux."],
              ["I found a map in my book.", "Il y a une carte dans mon livre."],
            ),
            says(
              "B",
              ["I have crumbs everywhere.", "J'ai des miettes partout."],
              ["My father drew maps as well.", "Mon père dessinait des cartes."],
              ["I like books with pictures.", "J'aime les livres à images."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["pointing", "standing"], ["happy"]), act("B", ["standing", "jumping"], ["surprised"])],
      [
        says("A", "A cross, {in.goal}. That is a treasure!", "Une croix, {in.goal}. Un trésor !"),
        says("B", "And we have no spade.", "Et nous n'avons pas de pelle."),
      ],
      {
        or: [
          [
            says("A", "Gold, {B}! We only have to dig!", "De l'or, {B} ! Il n'y a qu'à creuser !"),
            says("B", "Dig, {A}? With a spoon?", "Creuser, {A}, à la petite cuillère ?"),
          ],
          [
            says("B", "I have only a spoon to dig with.", "Pour creuser, je n'ai qu'une cuillère."),
            says("A", "A spoon, for all that gold, {B}?", "Une cuillère, pour tant d'or, {B} ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["The cross is {in.goal}.", "La croix est {in.goal}."],
              ["I can smell the gold.", "Je sens déjà l'or."],
              ["It says {count} steps from a stone.", "C'est à {count} pas d'une pierre."],
            ),
            says(
              "B",
              ["{C} has the only spade around.", "{C} a la seule pelle du coin."],
              ["My hands are no shovels.", "Mes mains ne creusent pas."],
              ["I will buy {bet} with it.", "Je m'achète {bet} avec ça."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("C", ["standing", "carrying"], ["sly", "calm"]), act("A", ["standing"], ["happy"])],
      [
        says("A", "Lend me your spade, {C}?", "Tu me prêtes ta pelle, {C} ?"),
        says("C", "What for? Well, bring it back.", "Pour quoi faire ? Bon, rapporte-la."),
      ],
      {
        item: "C",
        or: [
          [
            says("C", "My spade? What do you need it for?", "Ma pelle ? Qu'en feras-tu ?"),
            says("A", "Lend it to me! For... potatoes.", "Prête ! C'est... pour des patates."),
          ],
          [
            says("A", "We want to dig, {C}. Only a bit.", "On veut creuser, {C}. Juste un peu."),
            says("C", "Only a bit? Dig all day, {A}!", "Juste un peu ? Creuse donc, {A} !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I will bring it back clean.", "Je la rendrai bien propre."],
              ["We plant some potatoes.", "On plante des patates."],
              ["Your spade is the best.", "Ta pelle est la meilleure."],
            ),
            says(
              "C",
              ["I like to see people dig.", "J'aime voir les gens creuser."],
              ["That handle is new.", "Le manche est tout neuf."],
              ["I have no use for it today.", "Je n'en ai pas besoin pour l'heure."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["carrying", "walking"], ["happy"]), act("B", ["walking", "running"], ["happy", "calm"])],
      [
        says("B", "Does {C} know of the treasure?", "{C} sait, pour le trésor ?"),
        says("A", "Not a word! And now {to.goal}!", "Pas un mot ! Et là, {to.goal} !"),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("B", "Half for me? And for {C}?", "Moitié pour moi ? Et pour {C} ?"),
            says("A", "For {C}, a thank-you!", "Pour {C}, un beau merci !"),
          ],
          [
            says("A", "Tonight we are rich, {B}!", "Ce soir, on est riches, {B} !"),
            says("B", "Rich, {A}! Is it far {to.goal}?", "Riches, {A} ! C'est loin, {the.goal} ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "A spade and a map: {to.goal}!", "Pelle, carte : en route {to.goal} !"),
            says("B", "Not a word to {C} about the treasure.", "Pas un mot du trésor à {C}."),
          ],
          [
            says(
              "A",
              ["The spade weighs nothing today.", "La pelle ne pèse rien."],
              ["I want a house with {count} doors.", "Je veux une maison à {count} portes."],
              ["I know the map by heart.", "Je connais la carte par cœur."],
            ),
            says(
              "B",
              ["{C} suspects nothing.", "{C} ne se doute de rien."],
              ["My pockets are empty, for now.", "Mes poches sont encore vides."],
              ["I sing all the way {to.goal}.", "Je chante jusqu'au bout du chemin."],
            ),
          ],
        ],
      },
    ),
  ],
  ending: [
    atGoal(
      [act("B", ["pointing", "kneeling"], ["happy"]), act("A", ["digging"], ["happy", "calm"])],
      [
        says("B", "The cross is here. Deeper!", "La croix, c'est ici. Plus profond !"),
        says("A", "I dig and you talk. Very fair.", "Je creuse, tu parles. C'est juste."),
      ],
      {
        item: "A",
        or: [
          [
            says("A", "Here, at the cross? I dig, you talk.", "Ici, la croix ? Je creuse, tu parles."),
            says("B", "Here! Deeper, {A}, deeper!", "Ici ! Plus profond, {A}, encore !"),
          ],
          [
            says("B", "{count} steps from the stone. Dig!", "À {count} pas d'ici. Creuse !"),
            says("A", "Your steps, {B}, or mine?", "Tes pas, {B}, ou les miens ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["The cross is right here.", "La croix est juste ici."],
              ["I count the steps once more.", "Je recompte les pas."],
              ["I guard the map.", "Je surveille la carte."],
            ),
            says(
              "A",
              ["My back is creaking.", "J'ai le dos qui craque."],
              ["The ground is full of stones.", "Le sol est plein de cailloux."],
              ["I am up to my knees already.", "J'en ai déjà jusqu'aux genoux."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["digging"], ["surprised"]), act("B", ["jumping", "kneeling"], ["surprised", "happy"])],
      [
        shouts(
          "A",
          "It went clonk! There is a box!",
          "Ça sonne creux ! Une boîte !",
          "Clonk! That was no stone! A box!",
          "Clonc ! Pas une pierre : une boîte !",
          "I hit something! It is a box!",
          "J'ai touché une boîte !",
          "Wood! It must be the treasure box!",
          "Du bois ! C'est le coffre au trésor !",
          "A box! We are rich, {B}!",
          "Une boîte ! On est riches, {B} !",
          "Listen! A box under my spade!",
          "Écoute ! Une boîte sous ma pelle !",
        ),
      ],
      { item: "A", key: true, sounds: texts("Clonk!", "Clonc !") },
    ),
    atGoal(
      [act("B", ["kneeling", "sitting"], ["disgusted", "sad"]), act("A", ["standing"], ["surprised", "sad"])],
      [
        says("B", "In the box there is only a fish bone!", "Dans la boîte, juste une arête !"),
        says("A", 'And a note: "Sorry. {C}"!', "Et un mot : « Pardon. {C} » !"),
      ],
      {
        or: [
          [
            says("A", 'A note says: "Sorry. {C}"!', "Un mot dit : « Pardon. {C} » !"),
            says("B", "And a fish bone. Is that all?", "Et une arête. C'est tout ?"),
          ],
          [
            says("B", "Where is the gold? I see a bone!", "Où est l'or ? Je vois une arête !"),
            says("A", '"Eaten by {C}," it says. The gold?', "« Mangé par {C} », dit ce mot. L'or ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["There is nothing but a fish bone.", "Il n'y a qu'une arête."],
              ["My hands are dirty for nothing.", "J'ai les mains sales pour rien."],
              ["This box smells.", "Cette boîte sent mauvais."],
            ),
            says(
              "A",
              ['The note is signed "{C}".', "Le mot est signé : « {C} »."],
              ["My castle is gone.", "Adieu, mon château."],
              ["I want to go home.", "Je veux rentrer chez moi."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["walking", "waving"], ["sly", "happy"]), act("A", ["standing"], ["angry"])],
      [
        says("C", "Found my old lunch box?", "Vous avez trouvé ma gamelle ?"),
        says("A", "Yours? So you drew that map!", "La tienne ? Ta carte, alors !"),
      ],
      {
        key: true,
        or: [
          [
            says("A", "So you drew that map, {C}!", "C'est donc toi, cette carte, {C} !"),
            says("C", "You found it, and my lunch box?", "Et ma gamelle, vous l'avez trouvée ?"),
          ],
          [
            says("C", "I wondered where I lost it, {A}.", "Je l'avais perdue, {A}, tu sais."),
            says("A", "Lost? You buried it, {C}!", "Perdue ? Tu l'as enterrée, {C} !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "C",
              ["That box held a good lunch.", "J'avais bien mangé, ce jour-là."],
              ["I like a good joke.", "J'aime les bonnes farces."],
              ["I lost that map on {day}.", "J'ai perdu cette carte {day}."],
            ),
            says(
              "A",
              ["I have {count} blisters.", "J'ai {count} ampoules aux mains."],
              ["We dug like moles.", "On a creusé comme des taupes."],
              ["I can feel my back.", "Je sens bien mon dos."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("C", ["digging"], ["sad"]),
        act("A", ["sitting", "eating"], ["happy", "sly"]),
        act("B", ["sitting"], ["happy"]),
      ],
      [
        thinks("C", "Why must I fill the hole now?", "Et c'est à moi de reboucher..."),
        says("A", "Whoever draws maps can dig, too.", "Qui fait des cartes peut creuser."),
      ],
      {
        item: "C",
        or: [
          [
            says("A", "Fill the hole, {C}! It is yours.", "Rebouche le trou, {C} ! C'est le tien."),
            thinks("C", "Why do I always dig twice?", "Pourquoi toujours creuser deux fois ?"),
          ],
          [
            says("A", "A good map, {C}! Now dig!", "Belle carte ! Et là, creuse !"),
            thinks("C", "Why did I draw such a good one?", "Pourquoi l'ai-je si bien faite ?"),
          ],
        ],
        eitherOrder: [
          [
            thinks(
              "C",
              ["This hole is deeper than my joke...", "Ce trou dépasse ma farce..."],
              ["My back is not made for it...", "Mon dos n'est pas fait pour ça..."],
              ["My jokes always cost me a lot...", "Mes farces me coûtent cher..."],
            ),
            says(
              "A",
              ["I could watch this for hours.", "Je regarderais ça des heures."],
              ["{treat} tastes better after work.", "Après l'effort, {treat}."],
              ["It is nice to sit here.", "On est bien assis, ici."],
            ),
          ],
        ],
      },
    ),
  ],
};
