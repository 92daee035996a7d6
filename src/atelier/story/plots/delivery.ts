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
            says("A", "For whom is that {item}?", "C'est pour qui, ça, {B} ?"),
            says("B", "For {C}. You bring it, {A}!", "Pour {C}. Tu livres, {A} !"),
          ],
          [
            says("B", "Got good legs? This goes to {C}.", "Bonnes jambes ? Ceci va chez {C}."),
            says("A", "The best legs, {B}! Is it urgent?", "Les meilleures, {B} ! C'est pressé ?"),
          ],
          [
            says("A", "My legs want to run, {B}!", "J'ai envie de courir, {B} !"),
            says("B", "To {C}? It is urgent, {A}.", "Et jusque chez {C} ? Ça presse."),
          ],
          [
            says("B", "Not a scratch on it! It is for {C}.", "Pas une rayure ! C'est pour {C}."),
            says("A", "For {C}? I carry it like an egg.", "Pour {C} ? Je porte ça comme un œuf."),
          ],
          [
            says("A", "I carry anything, {B}. Even eggs!", "Je porte tout, {B}, même des œufs !"),
            says("B", "And this, to {C}? Without a scratch?", "Et ça, chez {C} ? Sans une rayure ?"),
          ],
          [
            says("B", "This {item} must get to {C}, {A}.", "Ceci doit arriver chez {C}, {A}."),
            says("A", "I feel like a good long run.", "J'ai envie d'une longue course."),
          ],
          [
            says("A", "I feel like a good long run, {B}.", "J'ai envie d'une longue course, {B}."),
            says("B", "This {item} must get to {C}.", "Ceci doit arriver chez {C}."),
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
            says("A", "Where must it be, and when?", "C'est pour où, et pour quand ?"),
            says("B", "{in.goal}, by {hour}. Run!", "{in.goal}, à {hour}. Cours !"),
          ],
          [
            says("B", "{C} is {in.goal}. Off you go!", "{C} est {in.goal}. File !"),
            says("A", "So far? And when must I be there?", "Si loin ? Et à quelle heure ?"),
          ],
          [
            says("A", "Is it far, {B}? My shoes are old.", "C'est loin, {B} ? J'ai de vieux souliers."),
            says("B", "{to.goal}. Not after {hour}!", "{in.goal}. Sois-y à {hour} !"),
          ],
          [
            says("B", "{C} must have it by {hour}.", "{C} doit avoir ça à {hour}."),
            says("A", "And is {C} still {in.goal}?", "Et {C} est encore {in.goal} ?"),
          ],
          [
            says("A", "Is {C} really {in.goal}?", "{C} est vraiment {in.goal} ?"),
            says("B", "Until {hour}. Then it is too late!", "Jusqu'à {hour}. Après, trop tard !"),
          ],
          [
            says("B", "{to.goal}, by {hour}.", "{in.goal}, à {hour}."),
            says("A", "My shoes are ready, {B}.", "Mes souliers sont prêts, {B}."),
          ],
          [
            says("A", "My shoes are ready.", "Mes souliers sont prêts."),
            says("B", "{to.goal}, by {hour}, {A}.", "{in.goal}, à {hour}, {A}."),
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
            says("C", "Who shouts here? I was dreaming!", "Qui crie ici ? Je rêvais !"),
            says("A", "Only me. {B} sends me!", "C'est moi. {B} m'envoie !"),
          ],
          [
            says("A", "{B} sends me. Did I wake you?", "{B} m'envoie. Je te réveille ?"),
            says("C", "You crow like a rooster! Why?", "Tu cries comme un coq ! Pourquoi ?"),
          ],
          [
            says("C", "Could it not wait, {A}?", "Ça ne pouvait pas attendre, {A} ?"),
            says("A", "No! By {hour}, {B} said. Here!", "Non ! À {hour}, a dit {B}. Tiens !"),
          ],
          [
            says("A", "Here! By {hour}, said {B}.", "Tiens ! À {hour}, m'a dit {B}."),
            says("C", "And could {B} not wait? What is it?", "Et {B} ne pouvait pas attendre ?"),
          ],
          [
            says("C", "I had such a nice dream, {A}.", "Je faisais un si beau rêve, {A}."),
            says("A", "I come from {B} at a gallop.", "J'arrive de chez {B}, au galop."),
          ],
          [
            says("A", "I come from {B} at a gallop, {C}.", "J'arrive de chez {B}, au galop, {C}."),
            says("C", "I had such a nice dream.", "Je faisais un si beau rêve."),
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
            says("A", "Why that face, {C}? Is it broken?", "Pourquoi cette tête ? C'est cassé ?"),
            says("C", "No. It is my own {item}, {A}!", "Non. C'est à moi, {A} !"),
          ],
          [
            says("C", "My {item}? It comes back to me?", "{my.item} ? Ça me revient ?"),
            says("A", "Back? So it was yours before?", "Ça revient ? C'était donc à toi ?"),
          ],
          [
            says("A", "Is it the wrong {item}, {C}?", "Ce n'est pas ça, {C} ?"),
            says("C", "It is the right one. It is mine!", "Si, justement. C'est à moi !"),
          ],
          [
            says("C", "I know this {item}. It was mine.", "Je connais ça. C'était chez moi."),
            says("A", "Then how did {B} come to have it?", "Alors pourquoi {B} l'avait ?"),
          ],
          [
            says("A", "But {B} did not say whose it was!", "Mais {B} n'a pas dit à qui c'était !"),
            says("C", "Mine! How did {B} come by it? Oh...", "À moi ! Pourquoi {B}... Ah, mais oui !"),
          ],
          [
            says("C", "This {item} is mine.", "Ceci est à moi, pas de doute."),
            says("A", "{B} told me nothing about it, {C}.", "{B} n'a rien expliqué, {C}."),
          ],
          [
            says("A", "{B} told me nothing about it.", "{B} n'a rien expliqué."),
            says("C", "This {item} is mine, {A}.", "Ceci est à moi, pas de doute, {A}."),
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
            says("C", "Did {B} not see my present?", "{B} n'a pas vu mon cadeau ?"),
            says("A", "{B} only saw my two poor feet.", "{B} n'a vu que mes deux pieds."),
          ],
          [
            says("A", "I fall over. Who gave it to {B}?", "Je tombe. Qui a offert ça à {B} ?"),
            says("C", "I did, on {day}. With a ribbon!", "Moi, {day}. Avec un ruban !"),
          ],
          [
            says("C", "On {day} it went this way to {B}.", "{day}, c'est parti chez {B}."),
            says("A", "On whose feet? Not on mine!", "Sur quels pieds ? Pas les miens !"),
          ],
          [
            says("A", "Never again! Not one step more!", "Plus jamais ! Plus un seul pas !"),
            says("C", "But {B} must have it! Poor {A}...", "Mais c'est pour {B} ! Pauvre {A}..."),
          ],
          [
            says("C", "It was my gift to {B}, {A}.", "J'en ai fait cadeau à {B}, {A}."),
            says("A", "My feet are on fire.", "J'ai les pieds en feu."),
          ],
          [
            says("A", "My feet are on fire, {C}.", "J'ai les pieds en feu, {C}."),
            says("C", "It was my gift to {B}.", "J'en ai fait cadeau à {B}."),
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
            says("A", "{treat}! And then I sleep?", "{treat} ! Et après, je dors ?"),
            says("C", "Then you take it back to {B}!", "Après, tu rapportes ça à {B} !"),
          ],
          [
            says("C", "Can you see {B} tonight?", "Tu revois {B} ce soir ?"),
            says("A", "After {treat}? No. Tomorrow!", "Le ventre plein ? Non. Demain !"),
          ],
          [
            says("A", "And tonight I eat. Tomorrow, perhaps.", "Et ce soir, je mange. Demain, on verra."),
            says("C", "Eat, {A}! Is {B} not waiting?", "Mange, {A} ! {B} n'attend pas ?"),
          ],
          [
            says("C", "Once more to {B}? Just this once!", "Encore une fois chez {B} ? Une seule !"),
            says("A", "This time {B} can come and get it.", "Cette fois, que {B} se déplace !"),
          ],
          [
            says("A", "Let {B} come here this time!", "{B} n'a qu'à venir, cette fois !"),
            says("C", "Come, {A}! Who knows the way better?", "Allons, {A} ! Qui sait mieux la route ?"),
          ],
          [
            says("C", "{B} will be glad to see it again.", "{B} sera si content{B.e} !"),
            says("A", "I will not move before tomorrow, {C}.", "Je ne bouge plus avant demain, {C}."),
          ],
          [
            says("A", "I will not move before tomorrow.", "Je ne bouge plus avant demain."),
            says("C", "{B} will be glad to see it again, {A}.", "{B} sera si content{B.e}, {A} !"),
          ],
        ],
      },
    ),
  ],
};
