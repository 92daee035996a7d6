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
      {
        key: true,
        or: [
          [
            says("A", "My legs want to run, {B}!", "J'ai envie de courir, {B} !"),
            says("B", "To {C}? It is urgent, {A}.", "Et jusque chez {C} ? Ça presse."),
          ],
          [
            says("B", "Not a scratch on it! It is for {C}.", "Pas une rayure ! C'est pour {C}."),
            says("A", "For {C}? I carry it like an egg.", "Pour {C} ? Je porte ça comme un œuf."),
          ],
        ],
        eitherOrder: [
          [
            says("B", "This {item} must get to {C}.", "Ceci doit arriver chez {C}."),
            says("A", "I feel like a good long run.", "J'ai envie d'une longue course."),
          ],
          [
            says(
              "B",
              ["{C} is waiting for {this.item}.", "{C} attend {this.item}."],
              ["I would go, with better knees.", "J'irais bien, sans mes genoux."],
              ["You are the fastest I know.", "Personne n'est plus rapide que toi."],
            ),
            says(
              "A",
              ["I have nothing else to do today.", "Je n'ai rien d'autre à faire."],
              ["I carry things like raw eggs.", "Je porte tout comme des œufs."],
              ["A walk will do me good.", "Une promenade me fera du bien."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("B", ["pointing"], ["angry", "calm"]), act("A", ["carrying"], ["surprised"])],
      [
        says("B", "By {hour}, {in.goal}. Quick!", "À {hour}, {in.goal}. Vite !"),
        says("A", "{to.goal}, by {hour}? I run!", "{in.goal} à {hour} ? Je file !"),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("B", "{C} is {in.goal}. Off you go!", "{C} est {in.goal}. File !"),
            says("A", "So far? And when must I be there?", "Si loin ? Et à quelle heure ?"),
          ],
          [
            says("B", "{C} must have it by {hour}.", "{C} doit avoir ça à {hour}."),
            says("A", "And is {C} still {in.goal}?", "Et {C} est encore {in.goal} ?"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "{to.goal}, by {hour}.", "{in.goal}, à {hour}."),
            says("A", "My shoes are ready.", "Mes souliers sont prêts."),
          ],
          [
            says(
              "B",
              ["{C} hates to wait.", "{C} déteste attendre."],
              ["The way leads {to.goal}.", "Le but, c'est {the.goal}."],
              ["It must be there by {hour}.", "Il faut y être à {hour}."],
            ),
            says(
              "A",
              ["I tie my shoes twice today.", "Double nœud à mes lacets."],
              ["I was born to run.", "Je suis né{A.e} pour courir."],
              ["It weighs more than it looks.", "C'est plus lourd qu'on ne croit."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["running", "walking"], ["calm", "happy"])],
      [
        thinks(
          "A",
          "{bet}, if I come by {hour}...",
          "Il y a {bet} à gagner...",
          "What would {C} want with a {item}?",
          "Que veut faire {C} de tout ça ?",
          "Left foot, right foot, and no rest!",
          "Un pied, l'autre, et pas de pause !",
          "{C} will be glad. And I will sit.",
          "{C} sera ravi{C.e}. Moi, je m'assoirai.",
          "Why is {B} in such a hurry?",
          "Pourquoi {B} est si pressé{B.e} ?",
          "It must not fall. Not fall...",
          "Ne pas tomber. Surtout pas...",
        ),
      ],
    ),
  ],
  ending: [
    atGoal(
      [act("A", ["running"], ["afraid"])],
      [
        thinks(
          "A",
          "Nearly {hour}! Which door is it?",
          "Bientôt {hour} ! Quelle porte ?",
          "One minute left! Run, feet, run!",
          "Une minute ! Courez, mes pieds !",
          "Is it here? Or there? Oh dear...",
          "C'est ici ? Ou là ? Aïe aïe aïe...",
          "{hour} already? No, not yet...",
          "{hour}, déjà ? Non, pas encore...",
          "Somebody there! Let it be {C}!",
          "Quelqu'un ! Pourvu que ce soit {C} !",
          "So far, and all for a {item}...",
          "Tout ce chemin pour {a.item}...",
        ),
      ],
    ),
    atGoal(
      [act("A", ["waving", "pointing"], ["happy"]), act("C", ["sleeping"], ["calm"])],
      [
        shouts(
          "A",
          "Post for {C}! It is {hour}!",
          "Du courrier, {C} ! Il est {hour} !",
          "Wake up, {C}! A {item} for you!",
          "Debout, {C} ! C'est pour toi !",
          "{C}! I bring you a {item}!",
          "{C} ! Une livraison !",
          "Open your eyes, {C}! Special post!",
          "Ouvre les yeux, {C} ! Le facteur !",
          "Is that you, {C}? It is {hour}!",
          "C'est toi, {C} ? Il est {hour} !",
          "Hello! Who sleeps here at {hour}?",
          "Ohé ! Qui dort ici à {hour} ?",
        ),
      ],
      { sounds: texts("Knock knock!", "Toc toc !", "Ding dong!", "Ding dong !") },
    ),
    atGoal(
      [act("C", ["standing", "jumping"], ["angry", "surprised"]), act("A", ["carrying"], ["happy", "calm"])],
      [
        says("C", "You woke me! What is that?", "Tu me réveilles ! C'est quoi ?"),
        says("A", "A {item} from {B}. Just in time!", "Un envoi de {B}. Juste à l'heure !"),
      ],
      {
        key: true,
        or: [
          [
            says("A", "Just in time! From {B}, for {C}.", "Juste à l'heure ! De {B}, pour {C}."),
            says("C", "In time? I was asleep! What is it?", "À l'heure ? Je dormais ! C'est quoi ?"),
          ],
          [
            says("A", "Here! By {hour}, said {B}.", "Tiens ! À {hour}, m'a dit {B}."),
            says("C", "And could {B} not wait? What is it?", "Et {B} ne pouvait pas attendre ?"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "I had such a nice dream.", "Je faisais un si beau rêve."),
            says("A", "I come from {B} at a gallop.", "J'arrive de chez {B}, au galop."),
          ],
          [
            says(
              "C",
              ["I was dreaming of {treat}.", "Dans mon rêve, il y avait {treat}."],
              ["My bed was so warm.", "Mon lit était si chaud."],
              ["Nobody knocks at this hour.", "On ne frappe pas à cette heure."],
            ),
            says(
              "A",
              ["{B} sends you this.", "C'est de la part de {B}."],
              ["I ran the whole way.", "J'ai couru tout le long."],
              ["It is {hour} on the dot.", "Il est {hour} pile."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["carrying"], ["surprised", "sad"]), act("A", ["standing"], ["surprised"])],
      [
        says("C", "But that is my own {item}!", "Mais c'est {my.item} à moi !"),
        says("A", "Yours? Why did {B} have it?", "À toi ? Pourquoi chez {B} ?"),
      ],
      {
        item: "C",
        key: true,
        or: [
          [
            says("C", "I know this {item}. It was mine.", "Je connais ça. C'était chez moi."),
            says("A", "Then how did {B} come to have it?", "Alors pourquoi {B} l'avait ?"),
          ],
          [
            says("A", "But {B} did not say whose it was!", "Mais {B} n'a pas dit à qui c'était !"),
            says("C", "Mine! How did {B} come by it? Oh...", "À moi ! Pourquoi {B}... Ah, mais oui !"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "This {item} is mine.", "Ceci est à moi, pas de doute."),
            says("A", "{B} told me nothing about it.", "{B} n'a rien expliqué."),
          ],
          [
            says(
              "C",
              ["I know every scratch on it.", "J'en connais chaque rayure."],
              ["I gave this away on {day}.", "J'ai offert ça, un certain {day}."],
              ["My name is under it.", "Mon nom est dessous."],
            ),
            says(
              "A",
              ["{B} did not tell me a thing.", "{B} ne m'a rien dit."],
              ["I only carry what I get.", "Je porte ce qu'on me donne."],
              ["My ears must be wrong.", "J'ai dû mal entendre."],
            ),
          ],
        ],
      },
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
      {
        or: [
          [
            says("A", "So my feet hurt for nothing?", "J'ai donc mal aux pieds pour rien ?"),
            says("C", "It was my present to {B}! For {day}!", "C'était mon cadeau à {B}, pour {day} !"),
          ],
          [
            says("C", "On {day} it went this way to {B}.", "{day}, c'est parti chez {B}."),
            says("A", "On whose feet? Not on mine!", "Sur quels pieds ? Pas les miens !"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "It was my gift to {B}.", "J'en ai fait cadeau à {B}."),
            says("A", "My feet are on fire.", "J'ai les pieds en feu."),
          ],
          [
            says(
              "C",
              ["{B} was so happy about it.", "{B} aimait tant ce cadeau."],
              ["A present should stay a present.", "Un cadeau, ça se garde."],
              ["I wrapped it up in red paper.", "Il y avait du papier rouge autour."],
            ),
            says(
              "A",
              ["My toes are burning.", "J'ai les orteils en feu."],
              ["I need a chair for a week.", "Il me faut une chaise et huit jours."],
              ["All those hills, in both directions.", "Toutes ces côtes, dans les deux sens."],
            ),
          ],
        ],
      },
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
      {
        or: [
          [
            says("A", "And tonight I eat. Tomorrow, perhaps.", "Et ce soir, je mange. Demain, on verra."),
            says("C", "Eat, {A}! Is {B} not waiting?", "Mange, {A} ! {B} n'attend pas ?"),
          ],
          [
            says("A", "Let {B} come here this time!", "{B} n'a qu'à venir, cette fois !"),
            says("C", "Come, {A}! Who knows the way better?", "Allons, {A} ! Qui sait mieux la route ?"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "{B} will be glad to see it again.", "{B} sera si content{B.e} !"),
            says("A", "I will not move before tomorrow.", "Je ne bouge plus avant demain."),
          ],
          [
            says(
              "C",
              ["I made {treat}.", "Sers-toi, il y a {treat}."],
              ["{B} will laugh about it.", "{B} en rira bien."],
              ["You are the best of postmen.", "Quel bon service des postes."],
            ),
            says(
              "A",
              ["My shoes have holes already.", "Mes souliers ont déjà des trous."],
              ["I sleep here tonight.", "Je dors ici ce soir."],
              ["Slow food is the best.", "Le mieux, c'est de manger lentement."],
            ),
          ],
        ],
      },
    ),
  ],
};
