import { act, type Episode, onTheRoad, says } from "../beat.ts";
import { WILD } from "../places.ts";

/** A short cut that leads back. */
export const WRONG_TURN: Episode = {
  memory: { en: "the wrong turn", fr: "le détour" },
  settings: [...WILD, "cave"],
  beats: [
    onTheRoad(
      [act("A", ["pointing"], ["calm", "happy"]), act("B", ["standing", "walking"], ["calm", "surprised"])],
      [
        says("A", "Left. I know a short cut.", "À gauche. Je connais un raccourci."),
        says("B", "Are you sure? It looks dark.", "En es-tu bien certain{A.e} ?"),
      ],
      {
        or: [
          [
            says("A", "Trust my nose. It knows the way.", "Suis mon nez : il sait la route."),
            says("B", "Your nose? Have you no map?", "Ton nez ? Tu n'as pas de carte ?"),
          ],
          [
            says("A", "This path is shorter, I am sure.", "Ce sentier est plus court, c'est sûr."),
            says("B", "Shorter, yes, but does it get there?", "Plus court, mais mène-t-il au but ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["The left path is shorter.", "À gauche, c'est plus court."],
              ["My nose is a compass.", "Mon nez est une boussole."],
              ["I came this way as a child.", "J'y passais, tout{A.e} petit{A.e}."],
            ),
            says(
              "B",
              ["It is dark in there.", "Il fait bien sombre, là-dedans."],
              ["I see no footprints at all.", "Je ne vois aucune trace."],
              ["My map stayed at home.", "Ma carte est à la maison."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("B", ["pointing", "sitting"], ["angry", "sad"]), act("A", ["standing", "walking"], ["surprised"])],
      [
        says("B", "We have been here before, {A}.", "On est déjà passés ici, {A}."),
        says("A", "No, it only looks the same.", "Non, ça y ressemble seulement."),
      ],
      {
        or: [
          [
            says("B", "I know that stone. It knows me.", "Je connais ce caillou. Lui aussi."),
            says("A", "That stone? They are all brothers.", "Ce caillou ? Ils sont tous frères."),
          ],
          [
            says("A", "This short cut is rather long.", "Il est long, pour un raccourci."),
            says("B", "Longer than you thought? Where is it?", "Plus long ? Il est où, au juste ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["I know that stone.", "Je connais ce caillou."],
              ["My feet hurt.", "J'ai mal aux pieds."],
              ["We are going in circles.", "On tourne en rond."],
            ),
            says(
              "A",
              ["I only turned left.", "J'ai juste tourné à gauche."],
              ["It must be just round the corner.", "C'est sûrement tout près."],
              ["All paths look alike.", "Tous les chemins se ressemblent."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [
        act("B", ["standing", "pointing"], ["angry", "sly"]),
        act("A", ["sitting", "standing"], ["sad", "surprised"]),
      ],
      [
        says("B", "And these are our own footprints!", "Et voilà nos propres traces !"),
        says("A", "All right. We turn right this time.", "Bon. Cette fois, à droite."),
      ],
      {
        or: [
          [
            says("A", "All right, next time we turn right.", "Bon. La prochaine fois, à droite."),
            says("B", "Next time? Look, our own footprints!", "Encore ? Mais ce sont nos traces !"),
          ],
          [
            says("A", "Is my nose blocked? I feel giddy.", "Mon nez ? Bouché. J'ai le tournis."),
            says("B", "Three times round! No wonder.", "Trois tours ! Pas étonnant."),
          ],
        ],
        eitherOrder: [
          [
            says("B", "Three times round! I feel giddy.", "Trois tours ! J'ai le tournis."),
            says("A", "My nose must be blocked, {B}.", "Mon nez doit être bouché, {B}."),
          ],
          [
            says(
              "B",
              ["That was the third round.", "C'est le troisième tour."],
              ["These are our own footprints.", "Ce sont nos propres traces."],
              ["I lead from now on.", "Désormais, je passe devant."],
            ),
            says(
              "A",
              ["My nose has a cold.", "Mon nez est enrhumé."],
              ["I need a rest.", "J'ai besoin de repos."],
              ["The map of the world is wrong.", "Le monde est mal dessiné."],
            ),
          ],
        ],
      },
    ),
  ],
};
