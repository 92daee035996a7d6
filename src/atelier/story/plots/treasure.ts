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
            says("A", "A map in my book! But of what?", "Une carte, là ! Mais de quoi ?"),
            says("B", "Read on, {A}! What does it say?", "Lis donc, {A} ! Que dit-elle ?"),
          ],
          [
            says("B", "Read on, {A}! What does it say? Food?", "Lis tout haut, {A} ! Ça se mange ?"),
            says("A", "It is a map! But where of?", "C'est une carte ! Mais d'où ?"),
          ],
          [
            says("A", "Stop eating, {B}! I have a map!", "Assez mangé ! J'ai une carte !"),
            says("B", "Is the kitchen on it, {A}?", "On y voit la cuisine, {A} ?"),
          ],
          [
            says("B", "Is there a cook in that book, {A}?", "Il y a un cuisinier dans ce livre ?"),
            says("A", "Better! Stop eating: a map!", "Mieux ! Assez mangé : une carte !"),
          ],
          [
            says("A", "A map, {B}! Look, an old map!", "Une carte, {B} ! Une vieille carte !"),
            says("B", "What fell out of that book?", "Qu'est-ce qui tombe de ce livre ?"),
          ],
          [
            says("B", "Read on, {A}! What does it say?", "Lis donc, {A} ! Que dit-elle ?"),
            says("A", "A map in my book! But of what?", "Une carte, là ! Mais de quoi ?"),
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
            says("B", "Is that a cross? {in.goal}?", "C'est une croix ? {in.goal} ?"),
            says("A", "A cross is a treasure! A spade, {B}!", "Une croix, c'est un trésor ! Une pelle !"),
          ],
          [
            says("A", "Gold, {B}! We only have to dig!", "De l'or, {B} ! Il n'y a qu'à creuser !"),
            says("B", "Dig, {A}? With a spoon?", "Creuser, {A}, à la petite cuillère ?"),
          ],
          [
            says("B", "I have only a spoon to dig with.", "Pour creuser, je n'ai qu'une cuillère."),
            says("A", "A spoon, for all that gold, {B}?", "Une cuillère, pour tant d'or, {B} ?"),
          ],
          [
            says("A", "Who has a spade? Think, {B}!", "Qui a une pelle ? Cherche, {B} !"),
            says("B", "{C} has one. Oh, the gold!", "{C} en a une. Oh, cet or !"),
          ],
          [
            says("B", "We need a spade. {C} has one!", "Une pelle ! {C} en a une !"),
            says("A", "{C}? Think of all the gold!", "{C} ? Pense à tout cet or !"),
          ],
          [
            says("A", "A cross is a treasure! A spade, {B}!", "Une croix, c'est un trésor ! Une pelle !"),
            says("B", "Is that a cross? {in.goal}?", "C'est une croix ? {in.goal} ?"),
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
            says("A", "What a fine spade! May I have it?", "Quelle belle pelle ! Je peux ?"),
            says("C", "You may, {A}. Is it for worms?", "Oui. C'est pour des vers ?"),
          ],
          [
            says("C", "Are you looking for worms, {A}?", "Tu cherches des vers, {A} ?"),
            says("A", "For worms, yes! May I have a spade?", "Des vers, oui ! Je peux, pour la pelle ?"),
          ],
          [
            says("A", "We want to dig, {C}. Only a bit.", "On veut creuser, {C}. Juste un peu."),
            says("C", "Only a bit? Dig all day, {A}!", "Juste un peu ? Creuse donc, {A} !"),
          ],
          [
            says("C", "So you want to dig? All day?", "Alors, on veut creuser ?"),
            says("A", "Only a bit, {C}. Lend me the spade!", "Juste un peu, {C}. Et la pelle ?"),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["carrying", "walking"], ["happy"]), act("B", ["walking", "running"], ["happy", "calm"])],
      [
        says("A", "A spade and a map: {to.goal}!", "Pelle, carte : en route {to.goal} !"),
        says("B", "Not a word to {C} about the treasure.", "Pas un mot du trésor à {C}."),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("B", "Does {C} know of the treasure?", "{C} sait, pour le trésor ?"),
            says("A", "Not a word! And now {to.goal}!", "Pas un mot ! Et là, {to.goal} !"),
          ],
          [
            says("A", "Half for you, {B}, half for me.", "Moitié pour toi, {B}, moitié pour moi."),
            says("B", "And for {C}, half a thank-you!", "Et pour {C}, la moitié d'un merci !"),
          ],
          [
            says("B", "Half for me? And for {C}?", "Moitié pour moi ? Et pour {C} ?"),
            says("A", "For {C}, a thank-you!", "Pour {C}, un beau merci !"),
          ],
          [
            says("A", "Tonight we are rich, {B}!", "Ce soir, on est riches, {B} !"),
            says("B", "Rich, {A}! Is it far {to.goal}?", "Riches, {A} ! C'est loin, {the.goal} ?"),
          ],
          [
            says("B", "Is it far? I feel rich, {A}!", "C'est loin ? Je me sens riche, {A} !"),
            says("A", "Tonight, {B}! Come {to.goal}!", "Ce soir, {B} ! Viens {to.goal} !"),
          ],
          [
            says("B", "Not a word to {C} about the treasure.", "Pas un mot du trésor à {C}."),
            says("A", "A spade and a map: {to.goal}!", "Pelle, carte : en route {to.goal} !"),
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
          [
            says("A", "{count} steps? Yours or mine?", "{count} pas ? Les tiens ou les miens ?"),
            says("B", "Mine, {A}! From the stone. Dig!", "Les miens, {A}, de la pierre ! Creuse !"),
          ],
          [
            says("B", "Do you see anything, {A}?", "Tu vois quelque chose, {A} ?"),
            says("A", "A hole. Will you dig, {B}?", "Un trou. Tu creuses, {B} ?"),
          ],
          [
            says("A", "I see a hole, {B}. Will you dig?", "Je vois un trou, {B}. Tu creuses ?"),
            says("B", "I? Do you see a second spade?", "Moi ? Tu vois une autre pelle ?"),
          ],
          [
            says("A", "I dig and you talk. Very fair.", "Je creuse, tu parles. C'est juste."),
            says("B", "The cross is here. Deeper!", "La croix, c'est ici. Plus profond !"),
          ],
          [
            says("B", "Here! Deeper, {A}, deeper!", "Ici ! Plus profond, {A}, encore !"),
            says("A", "Here, at the cross? I dig, you talk.", "Ici, la croix ? Je creuse, tu parles."),
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
          [
            says("A", '"Eaten by {C}." And the gold?', "« Mangé par {C}. » Où est l'or ?"),
            says("B", "I see a fish bone. Is that gold?", "Je vois une arête. C'est de l'or ?"),
          ],
          [
            says("B", "A bone? We dug for a fish bone?", "On a creusé pour une arête ?"),
            says("A", '"Enjoy it!" says a note. From {C}!', "« Bon appétit ! », dit {C} là-dessus."),
          ],
          [
            says("A", '"Enjoy it!" A joke! From {C}!', "« Bon appétit ! » C'est signé {C} !"),
            says("B", "We dug for a joke and a bone.", "Creuser pour une arête... Bon appétit."),
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
          [
            says("A", "You buried your lunch, {C}?", "Tu enterres tes repas, {C} ?"),
            says("C", "And I lost the map, {A}!", "Et j'ai perdu la carte, {A} !"),
          ],
          [
            says("C", "Was it good, {A}? The digging?", "C'était bon, {A}, de creuser ?"),
            says("A", "My back says no! You, {C}!", "Mon dos dit non ! C'est toi, {C} !"),
          ],
          [
            says("A", "My back says: {C}, you rascal!", "Mon dos dit : {C}, gros malin !"),
            says("C", "Was the digging not good, {A}?", "Creuser, ce n'est pas bon, {A} ?"),
          ],
          [
            says("C", "You found it, and my lunch box?", "Et ma gamelle, vous l'avez trouvée ?"),
            says("A", "So you drew that map, {C}!", "C'est donc toi, cette carte, {C} !"),
          ],
          [
            says("C", "Was the digging not good, {A}?", "Creuser, ce n'est pas bon, {A} ?"),
            says("A", "My back says: {C}, you rascal!", "Mon dos dit : {C}, gros malin !"),
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
            thinks("C", "My map was too good...", "Ma carte était trop bien faite..."),
            says("A", "Now dig, {C}! What a good map!", "Creuse donc ! Quelle belle carte !"),
          ],
          [
            says("A", "A good map, {C}! Now dig!", "Belle carte ! Et là, creuse !"),
            thinks("C", "Why did I draw such a good one?", "Pourquoi l'ai-je si bien faite ?"),
          ],
          [
            thinks("C", "Next time I eat it, bone and all.", "La prochaine fois, j'avale l'arête."),
            says("A", "Next time, {C}, a real treasure!", "La prochaine fois, un vrai trésor !"),
          ],
          [
            says("A", "Next time we want gold, {C}!", "La prochaine fois, de l'or, {C} !"),
            thinks("C", "Next time I bury nothing at all.", "La prochaine fois, je n'enterre rien."),
          ],
          [
            says("A", "Whoever draws maps can dig, too.", "Qui fait des cartes peut creuser."),
            thinks("C", "Why must I fill the hole now?", "Et c'est à moi de reboucher..."),
          ],
          [
            thinks("C", "Why do I always dig twice?", "Pourquoi toujours creuser deux fois ?"),
            says("A", "Fill the hole, {C}! It is yours.", "Rebouche le trou, {C} ! C'est le tien."),
          ],
          [
            thinks("C", "Next time I bury nothing at all.", "La prochaine fois, je n'enterre rien."),
            says("A", "Next time we want gold, {C}!", "La prochaine fois, de l'or, {C} !"),
          ],
        ],
      },
    ),
  ],
};
