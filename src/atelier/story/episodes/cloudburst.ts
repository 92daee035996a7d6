import { act, type Episode, onTheRoad, says, shouts } from "../beat.ts";
import { TOWN, WATER } from "../places.ts";
import { texts } from "../text.ts";

/** A black cloud that does not pass by. */
export const CLOUDBURST: Episode = {
  memory: { en: "the cloudburst", fr: "l'averse" },
  settings: [...TOWN, ...WATER, "forest", "field", "mountains"],
  beats: [
    onTheRoad(
      [act("B", ["pointing", "standing"], ["surprised", "sad"]), act("A", ["walking", "standing"], ["calm"])],
      [
        says("B", "See that black cloud, {A}?", "Tu vois ce nuage noir, {A} ?"),
        says("A", "It will pass us by.", "Il va passer à côté."),
      ],
      {
        or: [
          [
            says("A", "That cloud will pass us by, you see.", "Ce nuage passera à côté, va."),
            says("B", "Black as it is? Look again, {A}.", "Noir comme ça ? Regarde-le, {A}."),
          ],
          [
            says("B", "My nose says rain. Shall we hurry?", "Mon nez sent la pluie. On file ?"),
            says("A", "Rain? My nose says nothing.", "La pluie ? Mon nez ne sent rien."),
          ],
          [
            says("A", "No need to hurry. I smell no rain.", "Rien ne presse. Mon nez est sec."),
            says("B", "No? My nose says it will pour.", "Non ? Mon nez sent la pluie, lui."),
          ],
          [
            says("B", "It is getting dark. I want a roof.", "Il fait sombre. Je veux un toit."),
            says("A", "A roof? Why? It is only a bit dark.", "Un toit ? C'est à peine sombre."),
          ],
          [
            says("A", "It is getting dark. Is it so late?", "Il fait sombre. Il est si tard ?"),
            says("B", "No, {A}. But I would like a roof.", "Non, {A}. Mais un toit, ce serait bien."),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["running"], ["surprised", "angry"]), act("B", ["running", "jumping"], ["afraid", "angry"])],
      [
        shouts("A", "It did not pass us by!", "Il n'est pas passé à côté !"),
        says("B", "Under that roof, quick!", "Vite, sous ce toit !"),
      ],
      {
        rain: true,
        sounds: texts("Plip plop!", "Plic ploc !", "Crack!", "Crac !", "Boom!", "Broum !"),
        or: [
          [
            shouts("B", "Quick, under that roof, {A}!", "Vite, {A}, allons sous ce toit !"),
            says("A", "And it was to pass us by!", "Moi qui le voyais passer !"),
          ],
          [
            says("A", "Is that rain, or a river?", "C'est de la pluie ou un fleuve ?"),
            says("B", "A river! Swim, {A}!", "Un fleuve ! Nage, {A} !"),
          ],
          [
            says("B", "What a river! Can you swim?", "Quel fleuve ! Tu sais nager ?"),
            shouts("A", "Is that still rain? Run!", "Et ça s'appelle la pluie ? Cours !"),
          ],
          [
            shouts("A", "Run! The storm is after us!", "Cours ! L'orage nous suit !"),
            says("B", "And who said it was nothing?", "Et qui disait que ce n'est rien ?"),
          ],
          [
            says("B", "It is nothing, you said! And now?", "Ce n'est rien, disais-tu ! Et là ?"),
            shouts("A", "Now we run, {B}! What a storm!", "Là, on court, {B} ! Quel orage !"),
          ],
          [
            says("B", "Under that roof, quick!", "Vite, sous ce toit !"),
            shouts("A", "It did not pass us by!", "Il n'est pas passé à côté !"),
          ],
          [
            says("A", "And it was to pass us by!", "Moi qui le voyais passer !"),
            shouts("B", "Quick, under that roof, {A}!", "Vite, {A}, allons sous ce toit !"),
          ],
          [
            says("B", "And who said it was nothing?", "Et qui disait que ce n'est rien ?"),
            shouts("A", "Run! The storm is after us!", "Cours ! L'orage nous suit !"),
          ],
          [
            shouts("A", "Now we run, {B}! What a storm!", "Là, on court, {B} ! Quel orage !"),
            says("B", "It is nothing, you said! And now?", "Ce n'est rien, disais-tu ! Et là ?"),
          ],
        ],
      },
    ),
    onTheRoad(
      [
        act("B", ["sitting", "standing"], ["disgusted", "sad"]),
        act("A", ["pointing", "standing"], ["happy"]),
      ],
      [
        says("A", "It stops. There, blue sky!", "Ça s'arrête. Du ciel bleu !"),
        says("B", "And I am wet to the bone.", "Et moi, je suis en eau."),
      ],
      {
        rain: false,
        or: [
          [
            says("B", "I am wet to the bone. Does it stop?", "Je suis en eau. Ça s'arrête ?"),
            says("A", "Yes, look up: what a sky!", "Oui, regarde : quel beau ciel !"),
          ],
          [
            says("A", "What fresh air! Shall we go on?", "Quel air frais ! On repart ?"),
            says("B", "My pockets are full of water.", "J'ai de l'eau plein les poches."),
          ],
          [
            says("B", "My pockets are full. Shall we go on?", "J'ai les poches pleines. On repart ?"),
            says("A", "Of fresh water? What luck!", "Pleines d'eau ? Quelle chance !"),
          ],
          [
            says("A", "See? It did pass in the end.", "Tu vois ? Il a fini par passer."),
            says("B", "Yes. Right over my head.", "Oui. Juste sur ma tête."),
          ],
          [
            says("B", "It passed, yes. Over our heads!", "Il est passé, oui. Sur nos têtes !"),
            says("A", "It dries in the end, you see?", "Ça finit par sécher, tu vois ?"),
          ],
          [
            says("B", "And I am wet to the bone.", "Et moi, je suis en eau."),
            says("A", "It stops. There, blue sky!", "Ça s'arrête. Du ciel bleu !"),
          ],
          [
            says("B", "My pockets are full of water.", "J'ai de l'eau plein les poches."),
            says("A", "What fresh air! Shall we go on?", "Quel air frais ! On repart ?"),
          ],
        ],
      },
    ),
  ],
};
