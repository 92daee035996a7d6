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
            says("B", "Right or left? Left looks dark.", "Droite ou gauche ? Il fait noir, là."),
            says("A", "Left, I am sure. I know a short cut!", "À gauche, bien sûr. Un raccourci !"),
          ],
          [
            says("A", "Trust my nose. It knows the way.", "Suis mon nez : il sait la route."),
            says("B", "Your nose? Have you no map?", "Ton nez ? Tu n'as pas de carte ?"),
          ],
          [
            says("B", "Which way now? We have no map.", "Quelle route ? Pas de carte !"),
            says("A", "No map? I have a nose. Trust it!", "Une carte ? J'ai un nez. Suis-le !"),
          ],
          [
            says("A", "This path is shorter, I am sure.", "Ce sentier est plus court, c'est sûr."),
            says("B", "Shorter, yes, but does it get there?", "Plus court, mais mène-t-il au but ?"),
          ],
          [
            says("B", "Does this path really get there?", "Ce sentier mène vraiment au but ?"),
            says("A", "Sure, {B}! And it is much shorter.", "C'est sûr, {B} ! Et c'est plus court."),
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
            says("A", "No, no, it only looks the same here.", "Non, ça y ressemble, voilà tout."),
            says("B", "We have been here before, twice!", "{A}, on est passés ici deux fois !"),
          ],
          [
            says("B", "I know that stone. It knows me.", "Je connais ce caillou. Lui aussi."),
            says("A", "That stone? They are all brothers.", "Ce caillou ? Ils sont tous frères."),
          ],
          [
            says("A", "All stones look like brothers.", "Tous les cailloux sont frères."),
            says("B", "But this one knows me, {A}!", "Mais ce caillou me connaît, {A} !"),
          ],
          [
            says("B", "So where is your short cut, {A}?", "Il est où, ton raccourci, {A} ?"),
            says("A", "It is longer than I thought.", "Plus long que je ne pensais."),
          ],
          [
            says("A", "This short cut is rather long.", "Il est long, pour un raccourci."),
            says("B", "Longer than you thought? Where is it?", "Plus long ? Il est où, au juste ?"),
          ],
          [
            says("B", "We have been here before, twice!", "{A}, on est passés ici deux fois !"),
            says("A", "No, no, it only looks the same here.", "Non, ça y ressemble, voilà tout."),
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
            says("B", "Three times round! I feel giddy.", "Trois tours ! J'ai le tournis."),
            says("A", "My nose must be blocked, {B}.", "Mon nez doit être bouché, {B}."),
          ],
          [
            says("A", "Is my nose blocked? I feel giddy.", "Mon nez ? Bouché. J'ai le tournis."),
            says("B", "Three times round! No wonder.", "Trois tours ! Pas étonnant."),
          ],
          [
            says("B", "From now on I lead. Agreed?", "Maintenant, je guide. D'accord ?"),
            says("A", "Agreed. My short cuts are too long.", "D'accord. Mes raccourcis sont longs."),
          ],
          [
            says("A", "Agreed, it was long. Will you lead?", "D'accord, c'était long. Tu guides ?"),
            says("B", "I lead, and no more short cuts!", "Je guide, et plus de raccourcis !"),
          ],
          [
            says("A", "All right. We turn right this time.", "Bon. Cette fois, à droite."),
            says("B", "And these are our own footprints!", "Et voilà nos propres traces !"),
          ],
          [
            says("A", "My nose must be blocked, {B}.", "Mon nez doit être bouché, {B}."),
            says("B", "Three times round! I feel giddy.", "Trois tours ! J'ai le tournis."),
          ],
        ],
      },
    ),
  ],
};
