import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER } from "../places.ts";
import { texts } from "../text.ts";

/** Somebody boasts of a catch that grows with every telling. */
export const BIG_FISH: Plot = {
  name: "big fish",
  titles: texts(
    "The big fish",
    "Le gros poisson",
    "That big!",
    "Gros comme ça !",
    "{A} goes fishing",
    "{A} à la pêche",
  ),
  items: ["fish"],
  homes: WATER,
  goals: [...TOWN, ...INSIDE],
  together: false,
  item: "away",
  opening: [
    atHome(
      [act("A", ["sitting", "sleeping"], ["calm", "sad"]), act("B", ["standing", "walking"], ["sly"])],
      [
        says("B", "{count} hours, and not one fish?", "Pas un seul poisson, {A} ?"),
        says("A", "Hush! You frighten them away.", "Chut ! Tu leur fais peur."),
      ],
      {
        or: [
          [
            says(
              "A",
              "Hush! Not one fish, and it is your fault.",
              "Chut ! Pas un poisson, et c'est ta faute.",
            ),
            says("B", "Do I frighten them away? In {count} hours?", "C'est moi qui leur fais peur ?"),
          ],
          [
            says("A", "To catch one, I think like one.", "Pour l'avoir, je pense en poisson."),
            says("B", "And do fish sleep like you?", "Et les poissons, ils ronflent ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "I smell a big one down there.", "Je sens un gros, là-dessous."),
            says("B", "I smell only old water.", "Je sens surtout la vase."),
          ],
          [
            says(
              "B",
              ["Nothing moves on that line.", "Rien ne bouge au bout du fil."],
              ["The worms are having a holiday.", "Les vers sont en vacances."],
              ["I saw {relative} catch three.", "Ici, {relative} en prend trois."],
            ),
            says(
              "A",
              ["Fishing needs silence.", "La pêche veut du silence."],
              ["I promised {C} a big one.", "J'ai promis un gros à {C}."],
              ["I know where the big one sleeps.", "Je sais où dort le gros."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["jumping", "falling"], ["surprised", "happy"]), act("B", ["standing"], ["surprised"])],
      [
        shouts("A", "One bites! It pulls!", "Ça mord ! Ça tire !"),
        says("B", "Hold on tight!", "Tiens bon !"),
      ],
      {
        key: true,
        sounds: texts("Splash!", "Plouf !", "Splosh!", "Plaf !"),
        or: [
          [
            says("A", "Is that a whale on my line?", "C'est une baleine, au bout du fil ?"),
            says("B", "Or an old boot. Pull!", "Ou une vieille botte. Tire !"),
          ],
          [
            says("B", "Pull! Is it an old boot?", "Tire ! C'est une vieille botte ?"),
            shouts("A", "A boot? It is a whale!", "Une botte ? C'est une baleine !"),
          ],
        ],
        eitherOrder: [
          [
            shouts("A", "It is as strong as a horse!", "Il est fort comme un cheval !"),
            says("B", "The water is boiling!", "L'eau bouillonne !"),
          ],
          [
            shouts(
              "A",
              ["It pulls like an ox!", "Il tire comme un bœuf !"],
              ["I have got it!", "Je le tiens !"],
              ["My arms are tearing off!", "Mes bras vont lâcher !"],
            ),
            says(
              "B",
              ["Your line is as tight as a string.", "Ton fil est tendu à craquer."],
              ["I am getting wet here.", "Je me fais éclabousser."],
              ["The whole lake shakes.", "Toute l'eau tremble."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["carrying"], ["happy"]), act("B", ["pointing"], ["surprised", "sly"])],
      [
        says("A", "My fish! {C} must see this.", "Mon poisson ! Il faut que {C} le voie."),
        says("B", "That thing? It is quite small.", "Ça ? Il est tout petit."),
      ],
      {
        item: "A",
        key: true,
        or: [
          [
            says("B", "That small thing? Is that all?", "C'est tout ? Il est bien petit."),
            says("A", "Small? {C} must look at my fish!", "Petit ? {C} va l'admirer, mon poisson !"),
          ],
          [
            says("A", "For {C}! We will eat for a week!", "Pour {C} ! De quoi manger une semaine !"),
            says("B", "A week? A mouse would eat it at once.", "Une semaine ? Même pas pour une souris."),
          ],
        ],
        eitherOrder: [
          [
            says("A", "What a story to tell!", "Quelle histoire à raconter !"),
            says("B", "I have eaten bigger biscuits.", "J'ai mangé de plus gros biscuits."),
          ],
          [
            says(
              "A",
              ["I caught it all by myself.", "Je l'ai eu sans aide."],
              ["{C} will make big eyes.", "{C} va ouvrir de grands yeux."],
              ["This will go down in history.", "On en parlera longtemps."],
            ),
            says(
              "B",
              ["My thumb is longer.", "Mon pouce est plus long."],
              ["I have seen bigger worms.", "J'ai vu des vers plus gros."],
              ["It fits into a cup.", "Il tient dans une tasse."],
            ),
          ],
        ],
      },
    ),
    atHome(
      [act("A", ["walking", "running"], ["sly", "happy"])],
      [
        thinks(
          "A",
          "{C} need not know that it is small...",
          "{C} ne saura pas qu'il est petit...",
          "I will say it fought like a bear!",
          "Je dirai que c'était un monstre !",
          "It grows with every step. Good!",
          "Il grossit à chaque pas. Parfait !",
          "Nobody but {B} saw it. So...",
          "À part {B}, personne ne l'a vu...",
          "First I say: it pulled me in...",
          "D'abord : il m'a jeté{A.e} à l'eau...",
          "And if {C} asks {B}? Bah!",
          "Et si {C} interroge {B} ? Bah !",
        ),
      ],
    ),
  ],
  ending: [
    atGoal(
      [act("A", ["waving", "pointing"], ["happy", "sly"]), act("C", ["reading", "sitting"], ["calm"])],
      [
        says("A", "{C}! I fought {count} hours with it!", "{C} ! Quel combat, {count} heures !"),
        says("C", "With that fish? Poor you.", "Avec ce poisson ? Vraiment ?"),
      ],
      {
        key: true,
        or: [
          [
            says("C", "What is that? A bait?", "C'est quoi, ça ? Un appât ?"),
            says("A", "A bait? It fought me {count} hours!", "Ça ? {count} heures de combat !"),
          ],
          [
            says("A", "It was stronger than {count} horses!", "Il était plus fort que {count} chevaux !"),
            says("C", "Horses? A sea horse, you mean?", "Des chevaux de mer, peut-être ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "My arms still hurt from it!", "J'en ai encore mal aux bras !"),
            says("C", "I was just about to eat.", "J'allais justement manger."),
          ],
          [
            says(
              "A",
              ["It took {count} hours of fighting.", "Il a fallu {count} heures de combat."],
              ["This is the king of fish.", "C'est le roi des poissons."],
              ["I nearly lost an arm.", "J'ai failli perdre un bras."],
            ),
            says(
              "C",
              ["I can hardly see it.", "Je le vois à peine."],
              ["I am on the last page.", "J'en suis à la dernière page."],
              ["My cat would want two.", "Mon chat en voudrait deux."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("A", ["standing", "jumping"], ["sly"]), act("C", ["standing"], ["surprised"])],
      [
        says("A", "It pulled me through the water!", "Il m'a traîné{A.e} dans l'eau !"),
        says("C", "And why are you dry?", "Alors pourquoi es-tu au sec ?"),
      ],
      {
        or: [
          [
            says("C", "Such a fight, and you are dry?", "Un tel combat, et tu es au sec ?"),
            says("A", "It pulled so fast that I dried again!", "Il m'a tiré{A.e} si vite que j'ai séché !"),
          ],
          [
            says("A", "It had teeth like this, I swear!", "Des dents comme ça, je le jure !"),
            says("C", "A fish with teeth? And where are they?", "Un poisson à dents ? Où sont-elles ?"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "The waves were as high as houses!", "Des vagues hautes comme des tours !"),
            says("C", "The water was calm all day.", "L'eau était bien calme, ce matin."),
          ],
          [
            says(
              "A",
              ["I was under water for an hour.", "Je suis resté{A.e} une heure au fond."],
              ["It had teeth like knives.", "Il avait des dents de sabre."],
              ["The water was white with anger.", "L'eau écumait de rage."],
            ),
            says(
              "C",
              ["Your clothes are quite dry.", "Tes habits sont bien secs."],
              ["{B} will know more about it.", "{B} en saura plus long."],
              ["That is a good story.", "C'est une belle histoire."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("B", ["walking", "waving"], ["sly", "happy"]),
        act("A", ["standing"], ["afraid"]),
        act("C", ["standing"], ["surprised"]),
      ],
      [
        says("B", "I was there. It took one minute.", "J'y étais. Une minute a suffi."),
        says("A", "A very long minute!", "Une très longue minute !"),
      ],
      {
        key: true,
        or: [
          [
            says("A", "Tell {C} how big the fight was, {B}!", "Raconte à {C} ce gros combat, {B} !"),
            says("B", "Was it one? It was over in no time.", "Un combat ? Fini avant que j'éternue."),
          ],
          [
            says("B", "It bit while {A} was snoring.", "{A} ronflait quand ça a mordu."),
            says("A", "Snore, me? It was a trick, {C}!", "Moi, ronfler ? Une ruse, {C} !"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "I saw it all: one minute.", "J'ai tout vu : une minute."),
            says("A", "Some people have bad eyes.", "Certains ont de mauvais yeux."),
          ],
          [
            says(
              "B",
              ["I stood right beside it.", "J'étais juste à côté."],
              ["{A} slept most of the time.", "{A} dormait presque tout le temps."],
              ["I had time for one sneeze.", "J'ai éternué une fois, c'est tout."],
            ),
            says(
              "A",
              ["It felt like hours to me.", "Moi, j'ai compté des heures."],
              ["Heroes have no witnesses.", "Un héros n'a pas de témoin."],
              ["{B} sees badly by day.", "{B} voit mal en plein jour."],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [act("C", ["eating"], ["happy", "sly"]), act("A", ["standing"], ["surprised", "sad"])],
      [
        says("C", "Big or small, it tastes good.", "Gros ou petit, il est bon."),
        shouts("A", "My fish! You ate my proof!", "Mon poisson ! C'était ma preuve !"),
      ],
      {
        item: "C",
        or: [
          [
            shouts(
              "A",
              "No, {C}! Everybody must see my monster!",
              "Non, {C} ! Tous devaient voir ce monstre !",
            ),
            says("C", "Nobody wants to. Have you some salt, {A}?", "Personne n'y tient. Du sel, {A} ?"),
          ],
          [
            says("C", "Two bites. It was no bigger.", "Deux bouchées. Pas une de plus."),
            says("A", "And who will believe me now?", "Et qui va me croire, maintenant ?"),
          ],
        ],
        eitherOrder: [
          [
            says("C", "I was hungry all day.", "J'avais faim depuis ce matin."),
            shouts("A", "It was a fish for a museum!", "C'était un poisson de musée !"),
          ],
          [
            says(
              "C",
              ["It needs a bit of salt.", "Il manque un peu de sel."],
              ["I leave you the bones.", "Je te laisse les arêtes."],
              ["I like them small.", "Je les aime petits."],
            ),
            shouts(
              "A",
              ["My proof is gone!", "Ma preuve a disparu !"],
              ["That was my monster!", "C'était mon monstre !"],
              ["It belonged in a museum!", "Sa place était au musée !"],
            ),
          ],
        ],
      },
    ),
    atGoal(
      [
        act("A", ["sitting", "pointing"], ["sly", "happy"]),
        act("B", ["standing", "sitting"], ["surprised", "sad"]),
      ],
      [
        says("A", "Now it can be as big as I like.", "Il sera donc aussi gros que je veux."),
        says("B", "And tomorrow it was a whale.", "Demain, ce sera une baleine."),
      ],
      {
        item: "away",
        or: [
          [
            says("B", "So will it be a whale tomorrow?", "Demain, c'est donc une baleine ?"),
            says("A", "As I like it: the proof is gone!", "Comme je veux : plus de preuve !"),
          ],
          [
            says("A", "And next time I catch a bigger one!", "Et la prochaine fois, un plus gros !"),
            says("B", "Bigger than what? Nothing is left of it.", "Plus gros que quoi ? Il n'en reste rien."),
          ],
        ],
        eitherOrder: [
          [
            says("A", "I still see it before me: a giant!", "Je le revois encore : un géant !"),
            says("B", "I could eat a small fish now.", "Je mangerais bien un petit poisson."),
          ],
          [
            says(
              "A",
              ["Tomorrow I write a book about it.", "Demain, j'en fais un livre."],
              ["It was as long as a boat.", "Il était long comme un bateau."],
              ["The bones are gone as well.", "Même les arêtes ont disparu."],
            ),
            says(
              "B",
              ["I remember it quite well.", "Je m'en souviens très bien."],
              ["My thumb is my witness.", "Mon pouce est témoin."],
              ["Stories never stop growing.", "Les histoires grandissent toujours."],
            ),
          ],
        ],
      },
    ),
  ],
};
