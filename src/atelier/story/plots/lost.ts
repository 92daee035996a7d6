import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** Something is gone, it is looked for far away, and somebody had borrowed it. */
export const LOST: Plot = {
  name: "lost",
  titles: texts(
    "The lost {item}",
    "Objet perdu",
    "Where is {my.item}?",
    "Où est {my.item} ?",
    "{A} loses a {item}",
    "{A} cherche {its.item}",
  ),
  items: ["key", "umbrella", "ring", "hammer", "lantern", "spade"],
  homes: [...TOWN, ...INSIDE],
  goals: [...WILD, ...WATER],
  together: true,
  item: "away",
  opening: [
    atHome(
      [act("A", ["standing", "jumping"], ["surprised", "sad"])],
      [
        thinks(
          "A",
          "{my.item}! It was here last night...",
          "{my.item} ! C'était là hier soir...",
          "No {item}? That cannot be.",
          "Et {my.item} ? Ce n'est pas possible.",
        ),
      ],
      { key: true },
    ),
    atHome(
      [
        act("A", ["pointing", "standing"], ["sad", "angry"]),
        act("B", ["reading", "eating", "sitting"], ["calm"]),
      ],
      [
        says("A", "{B}, did you take {my.item}?", "{B}, as-tu pris {my.item} ?"),
        says(
          "B",
          "Me? Ask {C}. {C} was here at dawn.",
          "Moi ? {C} est passé{C.e} à l'aube.",
          "Not me. But {C} was here early.",
          "Pas moi. Mais {C} est venu{C.e} tôt.",
        ),
      ],
    ),
    atHome(
      [act("B", ["pointing"], ["calm", "surprised"]), act("A", ["standing", "walking"], ["surprised"])],
      [
        says("B", "Look, {C} left a note on the door!", "Tiens, un mot de {C} sur la porte !"),
        says("A", '"Gone {to.goal}. Back soon."', "« Je vais {to.goal}. À bientôt. »"),
      ],
    ),
    atHome(
      [act("A", ["running", "walking"], ["angry"]), act("B", ["walking"], ["sad", "calm"])],
      [
        says(
          "A",
          "{C} has it! We go {to.goal}.",
          "C'est {C} ! Allons {to.goal}.",
          "Then we follow {C} {to.goal}!",
          "Suivons {C} {to.goal} !",
        ),
        says("B", "So far? My poor feet!", "Si loin ? Mes pauvres pieds !"),
      ],
      { key: true },
    ),
  ],
  ending: [
    atGoal(
      [act("A", ["sitting"], ["sad"]), act("B", ["standing", "sitting"], ["sad", "calm"])],
      [
        says("A", "No {C} here, and no {item}.", "Pas de {C}, rien du tout."),
        says("B", "Wait. Who is singing over there?", "Attends. Qui chante là-bas ?"),
      ],
      { sounds: texts("Tralala!", "Tralala !", "Hum hum...", "Hum hum...") },
    ),
    atGoal(
      [
        act("B", ["pointing"], ["surprised"]),
        act("C", ["carrying", "walking"], ["happy"]),
        act("A", ["jumping", "standing"], ["surprised", "angry"]),
      ],
      [
        shouts("B", "There is {C}, with your {item}!", "C'est {C}, avec {your.item} !"),
        says("C", "You two? What brings you here?", "Vous deux ? Par quel hasard ?"),
      ],
      { item: "C", key: true },
    ),
    atGoal(
      [act("A", ["pointing", "standing"], ["angry"]), act("C", ["standing"], ["afraid", "surprised"])],
      [
        says("A", "You stole it from my house!", "Tu l'as volé chez moi !"),
        says("C", "Stole? I only borrowed it.", "Volé ? Emprunté, voyons."),
      ],
    ),
    atGoal(
      [act("C", ["waving", "standing"], ["happy", "sad"]), act("A", ["carrying"], ["surprised", "calm"])],
      [
        says(
          "C",
          "Here. I asked, you said yes in your sleep.",
          "Tiens. Tu as dit oui en dormant.",
          "Take it. You said yes in your sleep!",
          "Prends. Tu as dit oui en rêvant !",
        ),
        says("A", "I talk in my sleep?", "Je parle en dormant ?"),
      ],
      { item: "A", key: true },
    ),
    atGoal(
      [
        act("B", ["standing", "sitting"], ["sly", "happy"]),
        act("A", ["standing", "walking"], ["surprised", "sad"]),
      ],
      [
        says("B", "Yes. You also gave me your hat.", "Oui. Moi, j'ai eu ton chapeau."),
        says("A", "Tonight I sleep with my mouth shut.", "Ce soir, je dors bouche fermée."),
      ],
    ),
  ],
};
