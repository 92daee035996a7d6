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
            says("B", "Are you asleep, {A}? No fish bites.", "Tu dors, {A} ? Rien ne mord."),
            says("A", "I am thinking like a fish. Go away!", "Je pense comme un poisson. Va-t'en !"),
          ],
          [
            says("A", "To catch one, I think like one.", "Pour l'avoir, je pense en poisson."),
            says("B", "And do fish sleep like you?", "Et les poissons, ils ronflent ?"),
          ],
          [
            says("B", "But the big one will not come, {A}!", "Mais le gros ne viendra pas, {A} !"),
            says("A", "It will come! I told {C} I would catch it.", "Il viendra ! Je l'ai promis à {C}."),
          ],
          [
            says("A", "I told {C} that the big one will come.", "J'ai promis un gros à {C}. Il viendra !"),
            says("B", "Today? Or shall we go home, {A}?", "Aujourd'hui ? Sinon, {A}, on rentre."),
          ],
          [
            says("A", "I smell a big one down there, {B}.", "Je sens un gros, là-dessous, {B}."),
            says("B", "I smell only old water.", "Je sens surtout la vase."),
          ],
          [
            says("B", "I smell only old water, {A}.", "Je sens surtout la vase, {A}."),
            says("A", "I smell a big one down there.", "Je sens un gros, là-dessous."),
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
            says("B", "Hold on tight, {A}: one bites!", "Tiens bon, {A}, ça mord !"),
            shouts("A", "I hold on! How it pulls!", "Je tiens bon ! Comme ça tire !"),
          ],
          [
            shouts("A", "Help me, {B}! It pulls me in!", "Aide-moi, {B} ! Je vais tomber !"),
            says("B", "Let go, {A}, or you go swimming!", "Lâche, {A}, ou tu prends un bain !"),
          ],
          [
            says("B", "Let go! It pulls you in!", "Lâche ! Tu vas prendre un bain !"),
            shouts("A", "Help me rather than talk!", "Aide-moi au lieu de crier !"),
          ],
          [
            says("A", "Is that a whale on my line?", "C'est une baleine, au bout du fil ?"),
            says("B", "Or an old boot. Pull!", "Ou une vieille botte. Tire !"),
          ],
          [
            says("B", "Pull! Is it an old boot?", "Tire ! C'est une vieille botte ?"),
            shouts("A", "A boot? It is a whale!", "Une botte ? C'est une baleine !"),
          ],
          [
            shouts("A", "It is as strong as a horse!", "Il est fort comme un cheval !"),
            says("B", "The water is boiling, {A}!", "L'eau bouillonne, {A} !"),
          ],
          [
            says("B", "The water is boiling!", "L'eau bouillonne !"),
            shouts("A", "It is as strong as a horse, {B}!", "Il est fort comme un cheval, {B} !"),
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
            says("A", "I caught it! What do you say?", "Je l'ai eu ! Qu'en dis-tu ?"),
            says("B", "As long as my thumb, {A}.", "Long comme mon pouce, {A}."),
          ],
          [
            says("B", "Thumbs are longer than that.", "Même un pouce est plus long."),
            says("A", "Say what you like, I caught it!", "Dis ce que tu veux, je l'ai eu !"),
          ],
          [
            says("A", "For {C}! We will eat for a week!", "Pour {C} ! De quoi manger une semaine !"),
            says("B", "A week? A mouse would eat it at once.", "Une semaine ? Même pas pour une souris."),
          ],
          [
            says("B", "That feeds a mouse for one day, {A}.", "De quoi nourrir une souris, {A}."),
            says("A", "And {C} for a week. You will see!", "Et {C} une semaine. Tu verras !"),
          ],
          [
            says("A", "What a story to tell, {B}!", "Quelle histoire à raconter, {B} !"),
            says("B", "I have eaten bigger biscuits.", "J'ai mangé de plus gros biscuits."),
          ],
          [
            says("B", "I have eaten bigger biscuits, {A}.", "J'ai mangé de plus gros biscuits, {A}."),
            says("A", "What a story to tell!", "Quelle histoire à raconter !"),
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
            says("A", "Look, {C}! What a monster, no?", "Hein, {C} ? Quel monstre !"),
            says("C", "A monster? I see a small fish.", "Un monstre ? Je vois un goujon."),
          ],
          [
            says("C", "You bring me a small fish, {A}.", "Tu arrives avec un petit poisson, {A}."),
            says("A", "Look again, {C}: it is a monster!", "Regarde mieux, {C} : c'est un monstre !"),
          ],
          [
            says("A", "It was stronger than {count} horses!", "Il était plus fort que {count} chevaux !"),
            says("C", "Horses? A sea horse, you mean?", "Des chevaux de mer, peut-être ?"),
          ],
          [
            says("C", "No sea horse is as small as that.", "Un cheval de mer est plus gros."),
            says("A", "But it pulled like {count} horses!", "Il tirait pourtant comme {count} chevaux !"),
          ],
          [
            says("A", "My arms still hurt from it!", "J'en ai encore mal aux bras !"),
            says("C", "I was just about to eat, {A}.", "J'allais justement manger, {A}."),
          ],
          [
            says("C", "I was just about to eat.", "J'allais justement manger."),
            says("A", "My arms still hurt from it, {C}!", "J'en ai encore mal aux bras, {C} !"),
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
          [
            says("C", "And where are its teeth?", "Et où sont ses dents ?"),
            says("A", "Lost in the fight, I swear!", "Perdues au combat, je le jure !"),
          ],
          [
            says("A", "I nearly drowned. Did {B} not tell you?", "J'ai failli couler. {B} ne t'a rien dit ?"),
            says("C", "{B} told me nothing. Was {B} there?", "{B} ? Non, rien. {B} y était ?"),
          ],
          [
            says("C", "Was {B} there, at this fight of yours?", "{B} était là, pendant ce combat ?"),
            says(
              "A",
              "No. I nearly drowned, and all alone!",
              "Non. J'ai failli couler, tout{A.e} seul{A.e} !",
            ),
          ],
          [
            says("A", "The waves were as high as houses, {C}!", "Des vagues hautes comme des tours, {C} !"),
            says("C", "The water was calm all day.", "L'eau était bien calme, ce matin."),
          ],
          [
            says("C", "The water was calm all day, {A}.", "L'eau était bien calme, ce matin, {A}."),
            says("A", "The waves were as high as houses!", "Des vagues hautes comme des tours !"),
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
            says("A", "{B}? You... you were not there, were you?", "{B} ? Tu... tu n'y étais pas, si ?"),
            says("B", "I was. One minute, and it was over.", "Si. Une minute, et c'était fini."),
          ],
          [
            says("B", "What fight? It was over in a sneeze.", "Quel combat ? Le temps d'éternuer."),
            says("A", "A big sneeze! Tell {C} that, {B}!", "Un gros combat ! Dis-le à {C}, {B} !"),
          ],
          [
            says("A", "Tell {C} how big the fight was, {B}!", "Raconte à {C} ce gros combat, {B} !"),
            says("B", "Was it one? It was over in no time.", "Un combat ? Fini avant que j'éternue."),
          ],
          [
            says("B", "It bit while {A} was snoring.", "{A} ronflait quand ça a mordu."),
            says("A", "Snore, me? It was a trick, {C}!", "Moi, ronfler ? Une ruse, {C} !"),
          ],
          [
            says("A", "Do not listen, {C}! It was a trick!", "N'écoute pas, {C} ! C'était une ruse !"),
            says("B", "The trick was to snore, I saw it.", "La ruse, c'était de ronfler. J'ai vu."),
          ],
          [
            says("B", "I saw it all: one minute.", "J'ai tout vu : une minute."),
            says("A", "Some people have bad eyes, {B}.", "Certains ont de mauvais yeux, {B}."),
          ],
          [
            says("A", "Some people have bad eyes.", "Certains ont de mauvais yeux."),
            says("B", "I saw it all: one minute, {A}.", "J'ai tout vu : une minute, {A}."),
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
            shouts("A", "My proof! You are not eating it, {C}?", "Ma preuve ! Tu ne la manges pas, {C} ?"),
            says("C", "Big or small, it is good with salt.", "Gros ou petit, c'est bon avec du sel."),
          ],
          [
            says("C", "Some salt, and no more monster.", "Du sel, et adieu le monstre."),
            shouts("A", "Stop, {C}! Nobody else saw it!", "Stop, {C} ! Personne ne l'a vu !"),
          ],
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
          [
            says("A", "Give it back! Who will believe me?", "Rends-le-moi ! Qui me croira ?"),
            says("C", "I believe you, {A}: it was two bites.", "Moi, {A}. Il faisait deux bouchées."),
          ],
          [
            says("C", "I was hungry all day, {A}.", "J'avais faim depuis ce matin, {A}."),
            shouts("A", "It was a fish for a museum!", "C'était un poisson de musée !"),
          ],
          [
            shouts("A", "It was a fish for a museum, {C}!", "C'était un poisson de musée, {C} !"),
            says("C", "I was hungry all day.", "J'avais faim depuis ce matin."),
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
            says("A", "It is gone. Who measures it now?", "Envolé ! Qui va le mesurer ?"),
            says("B", "I can. I saw it: a thumb long.", "Moi. Je l'ai vu : un pouce."),
          ],
          [
            says("B", "I saw it. A thumb long, was it not?", "Je l'ai vu. Long comme un pouce, non ?"),
            says("A", "It is gone, {B}. And it still grows!", "Il a disparu, {B}. Et il grandit !"),
          ],
          [
            says("A", "And next time I catch a bigger one!", "Et la prochaine fois, un plus gros !"),
            says("B", "Bigger than what? Nothing is left of it.", "Plus gros que quoi ? Il n'en reste rien."),
          ],
          [
            says("B", "Nothing is left. Shall we go fishing?", "Il n'en reste rien. On retourne pêcher ?"),
            says("A", "Tomorrow, {B}, and for a bigger one!", "Demain, {B}, et un bien plus gros !"),
          ],
          [
            says("A", "I still see it before me: a giant!", "Je le revois encore : un géant !"),
            says("B", "I could eat a small fish now, {A}.", "Je mangerais bien un petit poisson, {A}."),
          ],
          [
            says("B", "I could eat a small fish now.", "Je mangerais bien un petit poisson."),
            says("A", "I still see it before me: a giant, {B}!", "Je le revois encore : un géant, {B} !"),
          ],
        ],
      },
    ),
  ],
};
