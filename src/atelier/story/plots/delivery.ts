import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A thing must be brought to somebody in time, who turns out to have sent it. */
export const DELIVERY: Plot = {
  name: "delivery",
  titles: texts(
    "Express {to.goal}",
    "Express pour {C}",
    "By {hour}, without fail",
    "À {hour} sans faute",
    "{A} delivers",
    "{A} fait le facteur",
  ),
  items: ["letter", "flower", "hammer", "cup", "suitcase", "ring"],
  homes: [...WATER, ...INSIDE, ...TOWN],
  goals: [...INSIDE, ...WILD, ...TOWN],
  together: false,
  item: "B",
  opening: [
    atHome(
      [act("B", ["carrying"], ["calm"]), act("A", ["standing", "waving"], ["calm", "happy"])],
      [
        says("B", "{A}! {this.item} goes to {C}.", "{A} ! {the.item}, là, c'est pour {C}."),
        says("A", "To {C}? By when?", "Pour {C} ? À quelle heure ?"),
      ],
      { key: true },
    ),
    atHome(
      [act("B", ["pointing"], ["angry", "calm"]), act("A", ["carrying"], ["surprised"])],
      [
        says("B", "By {hour}, {in.goal}. Not later!", "À {hour}, {in.goal}. Pas plus tard !"),
        says("A", "{to.goal}, by {hour}? I run!", "{in.goal}, à {hour} ? Je cours !"),
      ],
      { item: "A", key: true },
    ),
    atHome(
      [act("A", ["running", "walking"], ["calm", "happy"])],
      [
        thinks(
          "A",
          "{bet}, if I am there by {hour}...",
          "{bet}, si j'arrive à {hour}...",
          "What would {C} want with a {item}?",
          "Que veut faire {C} de tout ça ?",
        ),
      ],
    ),
  ],
  ending: [
    atGoal(
      [act("A", ["running"], ["afraid"])],
      [thinks("A", "Nearly {hour}! Which door is it?", "Bientôt {hour} ! Quelle porte ?")],
    ),
    atGoal(
      [act("A", ["waving", "pointing"], ["happy"]), act("C", ["sleeping"], ["calm"])],
      [shouts("A", "Post for {C}! It is {hour}!", "Du courrier, {C} ! Il est {hour} !")],
      { sounds: texts("Knock knock!", "Toc toc !", "Ding dong!", "Ding dong !") },
    ),
    atGoal(
      [act("C", ["standing", "jumping"], ["angry", "surprised"]), act("A", ["carrying"], ["happy", "calm"])],
      [
        says("C", "You woke me! What is that?", "Tu me réveilles ! C'est quoi ?"),
        says("A", "A {item} from {B}. Just in time!", "Un envoi de {B}. Juste à l'heure !"),
      ],
      { key: true },
    ),
    atGoal(
      [act("C", ["carrying"], ["surprised", "sad"]), act("A", ["standing"], ["surprised"])],
      [
        says("C", "But that is my own {item}!", "Mais c'est {my.item} à moi !"),
        says("A", "Yours? Why did {B} have it?", "À toi ? Pourquoi chez {B} ?"),
      ],
      { item: "C", key: true },
    ),
    atGoal(
      [
        act("C", ["standing", "sitting"], ["sad", "happy"]),
        act("A", ["sitting", "falling"], ["disgusted", "angry"]),
      ],
      [
        says("C", "I sent it to {B} on {day}. A present!", "C'était mon cadeau pour {B} !"),
        says("A", "And {B} sends it back. My poor feet!", "Et {B} te renvoie ça. Mes pieds !"),
      ],
    ),
    atGoal(
      [
        act("C", ["waving", "standing"], ["happy", "sly"]),
        act("A", ["eating", "sitting"], ["happy", "surprised"]),
      ],
      [
        says("C", "Eat first. Then you take it back.", "Mange. Puis tu lui rapportes ça."),
        says("A", "Again? I eat very slowly, then.", "Encore ? Je mangerai lentement."),
      ],
    ),
  ],
};
