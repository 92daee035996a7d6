import { act, type Episode, onTheRoad, says, shouts } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A look-out that does not hold. */
export const FALL: Episode = {
  memory: { en: "the fall", fr: "la chute" },
  settings: [...WILD, ...WATER, ...TOWN, ...INSIDE, "cave"],
  beats: [
    onTheRoad(
      [
        act("A", ["pointing", "standing"], ["calm", "happy"]),
        act("B", ["standing", "sitting"], ["calm", "sad"]),
      ],
      [
        says("B", "How far is it still?", "C'est encore loin ?"),
        says("A", "I climb up and have a look.", "Je grimpe pour voir."),
      ],
      {
        or: [
          [
            says("A", "I climb up and see how far it is.", "Je grimpe voir si c'est loin."),
            says("B", "Have a good look! My feet hurt.", "Regarde bien ! J'ai mal aux pieds."),
          ],
          [
            says("B", "My feet hurt. Are we lost, {A}?", "J'ai mal aux pieds. Perdus, {A} ?"),
            says("A", "Lost? From up there one sees it all.", "Perdus ? De là-haut, on voit tout."),
          ],
          [
            says("A", "From up there I shall see it all.", "De là-haut, je verrai tout."),
            says("B", "If we are lost, my feet know it.", "Si on est perdus, mes pieds le savent."),
          ],
          [
            says("B", "I see nothing but more way.", "Je ne vois que du chemin."),
            says("A", "And I see a ladder. Up I go!", "Moi, je vois une échelle. J'y monte !"),
          ],
          [
            says("A", "I see a ladder. Shall I go up?", "Je vois une échelle. J'y monte ?"),
            says("B", "Up there? You only see more way.", "Là-haut ? Tu verras du chemin."),
          ],
          [
            says("A", "I climb up and have a look.", "Je grimpe pour voir."),
            says("B", "How far is it still?", "C'est encore loin ?"),
          ],
          [
            says("B", "Have a good look! My feet hurt.", "Regarde bien ! J'ai mal aux pieds."),
            says("A", "I climb up and see how far it is.", "Je grimpe voir si c'est loin."),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["climbing"], ["happy", "calm"]), act("B", ["pointing", "standing"], ["afraid"])],
      [
        says("A", "From up here I see {the.next}!", "D'en haut, je vois {the.next} !"),
        says("B", "Come down, that ladder is cracking!", "Descends, ça craque !"),
      ],
      {
        or: [
          [
            says("B", "Is that ladder cracking? Come down!", "Ça craque, non ? Descends !"),
            says("A", "Not now! I see {the.next} from here!", "Attends ! Je vois {the.next} d'ici !"),
          ],
          [
            says("A", "What a view! You look like an ant.", "Quelle vue ! Tu es une fourmi."),
            says("B", "Hold on! The ant fears for you.", "Tiens bon ! La fourmi a peur."),
          ],
          [
            says("B", "Hold on! You look like an ant.", "Tiens bon ! Tu as l'air d'une fourmi."),
            says("A", "An ant with a view! What luck!", "Une fourmi avec vue ! J'ai l'air, là !"),
          ],
          [
            says("A", "One more step and I see even more.", "Encore un échelon et je vois tout."),
            says("B", "No more! That one is rotten!", "Non ! L'échelon est pourri !"),
          ],
          [
            says("B", "Not one more step! It is rotten!", "Plus un échelon ! C'est pourri !"),
            says("A", "Rotten? No! It just sings a little.", "Pourri ? Non ! Ça chante un peu."),
          ],
          [
            says("B", "Come down, that ladder is cracking!", "Descends, ça craque !"),
            says("A", "From up here I see {the.next}!", "D'en haut, je vois {the.next} !"),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["falling"], ["afraid", "surprised"]), act("B", ["jumping", "standing"], ["surprised"])],
      [
        shouts("A", "And now I see stars!", "Et là, je vois des étoiles !"),
        says("B", "I told you it was cracking.", "Je l'avais dit, ça craquait."),
      ],
      {
        sounds: texts("Crack!", "Crac !", "Thud!", "Boum !"),
        or: [
          [
            says("B", "It was cracking. Did I not tell you?", "Ça craquait. Je l'avais dit, non ?"),
            shouts("A", "Ow! Do you see those stars, too?", "Aïe ! Tu vois ces étoiles ?"),
          ],
          [
            shouts("A", "Ow! Down is faster than up!", "Aïe ! En descente, ça va vite !"),
            says("B", "And does it hurt more?", "Et ça fait plus mal, {A} ?"),
          ],
          [
            says("B", "Down you go! Does it hurt?", "Quelle descente ! Ça fait mal ?"),
            shouts("A", "Ow! More than up! And faster!", "Aïe ! Et plus vite qu'en montée !"),
          ],
          [
            says("A", "Who moved the ladder, {B}?", "Qui a bougé l'échelle, {B} ?"),
            says("B", "Nobody. It moved out by itself.", "Personne. Elle est partie seule."),
          ],
          [
            says("B", "Nobody moved, only the ladder.", "Personne n'a bougé, sauf l'échelle."),
            says("A", "By itself? Who built it, then?", "Toute seule ? Qui l'a donc bâtie ?"),
          ],
          [
            says("B", "I told you it was cracking.", "Je l'avais dit, ça craquait."),
            shouts("A", "And now I see stars!", "Et là, je vois des étoiles !"),
          ],
          [
            shouts("A", "Ow! Do you see those stars, too?", "Aïe ! Tu vois ces étoiles ?"),
            says("B", "It was cracking. Did I not tell you?", "Ça craquait. Je l'avais dit, non ?"),
          ],
        ],
      },
    ),
  ],
};
