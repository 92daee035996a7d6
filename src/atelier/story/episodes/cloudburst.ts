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
            says("A", "No need to hurry. I smell no rain.", "Rien ne presse. Mon nez est sec."),
            says("B", "No? My nose says it will pour.", "Non ? Mon nez sent la pluie, lui."),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["That cloud has a big belly.", "Ce nuage a un gros ventre."],
              ["The air smells of rain.", "L'air sent la pluie."],
              ["I have nothing against rain at home.", "La pluie, je l'aime de loin."],
            ),
            says(
              "A",
              ["I feel nothing.", "Je ne sens rien."],
              ["The wind blows it away.", "Le vent va l'emporter."],
              ["I like a bit of wind.", "J'aime un peu de vent."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["running"], ["surprised", "angry"]), act("B", ["running", "jumping"], ["afraid", "angry"])],
      [
        shouts("B", "Quick, under that roof, {A}!", "Vite, {A}, allons sous ce toit !"),
        says("A", "And it was to pass us by!", "Moi qui le voyais passer !"),
      ],
      {
        rain: true,
        sounds: texts("Plip plop!", "Plic ploc !", "Crack!", "Crac !", "Boom!", "Broum !"),
        or: [
          [
            says("A", "Is that rain, or a river?", "C'est de la pluie ou un fleuve ?"),
            says("B", "A river! Swim, {A}!", "Un fleuve ! Nage, {A} !"),
          ],
          [
            shouts("A", "Run! The storm is after us!", "Cours ! L'orage nous suit !"),
            says("B", "And who said it was nothing?", "Et qui disait que ce n'est rien ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts("A", "It did not pass us by!", "Il n'est pas passé à côté !"),
            says("B", "Under that roof, quick!", "Vite, sous ce toit !"),
          ],
          [
            shouts(
              "A",
              ["It rains cats and dogs!", "Il pleut des cordes !"],
              ["My shoes are swimming!", "Mes souliers nagent !"],
              ["I see nothing for water!", "Je ne vois plus rien !"],
            ),
            says(
              "B",
              ["My collar is a gutter.", "J'ai le col en gouttière."],
              ["I see a roof over there.", "Je vois un toit, par là."],
              ["I am wet to the skin.", "Me voilà trempé{B.e}."],
            ),
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
            says("B", "It passed, yes. Over our heads!", "Il est passé, oui. Sur nos têtes !"),
            says("A", "It dries in the end, you see?", "Ça finit par sécher, tu vois ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["The air smells good now.", "L'air sent bon, maintenant."],
              ["The rain has stopped.", "La pluie a cessé."],
              ["I like the world washed.", "Le monde est tout propre."],
            ),
            says(
              "B",
              ["There is a pond in my shoe.", "J'ai un étang dans le soulier."],
              ["I drip like a roof.", "Je goutte comme un toit."],
              ["My hair is a sponge.", "Mes cheveux sont une éponge."],
            ),
          ],
        ],
      },
    ),
  ],
};
