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
            says("B", "My feet hurt. Are we lost, {A}?", "J'ai mal aux pieds. Perdus, {A} ?"),
            says("A", "Lost? From up there one sees it all.", "Perdus ? De là-haut, on voit tout."),
          ],
          [
            says("A", "I see a ladder. Shall I go up?", "Je vois une échelle. J'y monte ?"),
            says("B", "Up there? You only see more way.", "Là-haut ? Tu verras du chemin."),
          ],
        ],
        eitherOrder: [
          [
            says("A", "I climb up and see how far it is.", "Je grimpe voir si c'est loin."),
            says("B", "Have a good look! My feet hurt.", "Regarde bien ! J'ai mal aux pieds."),
          ],
          [
            says(
              "A",
              ["One sees everything from a ladder.", "D'une échelle, on voit tout."],
              ["I climb like a monkey.", "Je grimpe comme un singe."],
              ["That ladder was made for me.", "Cette échelle m'attend."],
            ),
            says(
              "B",
              ["My feet have had enough.", "Mes pieds en ont assez."],
              ["I stay on the ground.", "Je reste par terre."],
              ["That wood looks rotten.", "Ce bois a l'air pourri."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["climbing"], ["happy", "calm"]), act("B", ["pointing", "standing"], ["afraid"])],
      [
        says("B", "Is that ladder cracking? Come down!", "Ça craque, non ? Descends !"),
        says("A", "Not now! I see {the.next} from here!", "Attends ! Je vois {the.next} d'ici !"),
      ],
      {
        or: [
          [
            says("A", "What a view! You look like an ant.", "Quelle vue ! Tu es une fourmi."),
            says("B", "Hold on! The ant fears for you.", "Tiens bon ! La fourmi a peur."),
          ],
          [
            says("B", "Not one more step! It is rotten!", "Plus un échelon ! C'est pourri !"),
            says("A", "Rotten? No! It just sings a little.", "Pourri ? Non ! Ça chante un peu."),
          ],
        ],
        eitherOrder: [
          [
            says("A", "From up here I see {the.next}!", "D'en haut, je vois {the.next} !"),
            says("B", "Come down, that ladder is cracking!", "Descends, ça craque !"),
          ],
          [
            says(
              "A",
              ["I can see {the.next}.", "Je vois {the.next}."],
              ["The air is better up here.", "L'air est meilleur, ici."],
              ["People look like ants.", "Les gens sont des fourmis."],
            ),
            says(
              "B",
              ["That ladder makes a noise.", "Cette échelle fait du bruit."],
              ["I cannot look.", "Je ne peux pas regarder."],
              ["My hands are wet with fear.", "J'ai les mains moites."],
            ),
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
            shouts("A", "Ow! Down is faster than up!", "Aïe ! En descente, ça va vite !"),
            says("B", "And does it hurt more?", "Et ça fait plus mal, {A} ?"),
          ],
          [
            says("B", "Nobody moved, only the ladder.", "Personne n'a bougé, sauf l'échelle."),
            says("A", "By itself? Who built it, then?", "Toute seule ? Qui l'a donc bâtie ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts(
              "A",
              ["Ow! My head!", "Aïe ! Ma tête !"],
              ["I can see {count} moons!", "Je vois {count} lunes !"],
              ["The ladder gave way!", "L'échelle a lâché !"],
            ),
            says(
              "B",
              ["I have a bandage somewhere.", "J'ai un pansement sur moi."],
              ["That looked painful.", "Ça doit faire mal."],
              ["The ladder is in pieces.", "L'échelle est en morceaux."],
            ),
          ],
        ],
      },
    ),
  ],
};
