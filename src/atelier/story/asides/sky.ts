import type { Light, Weather } from "../../vocabulary.ts";
import { texts } from "../text.ts";
import type { Topic } from "./topic.ts";

const during = (weather: Weather, ...pairs: readonly string[]): Topic => ({
  weather,
  remarks: texts(...pairs),
});
const by = (light: Light, ...pairs: readonly string[]): Topic => ({ light, remarks: texts(...pairs) });

/** About weather and light. */
export const SKY_TOPICS: readonly Topic[] = [
  during(
    "rain",
    "It rains into my shoes.",
    "Il pleut dans mes chaussures.",
    "Ducks must love this day.",
    "Les canards doivent être contents.",
    "My hair will curl again.",
    "Mes cheveux vont encore friser.",
    "The turnips needed a drop.",
    "Les navets avaient soif.",
  ),
  during(
    "snow",
    "I no longer feel my nose.",
    "Je ne sens plus mon nez.",
    "Snow makes everything quiet.",
    "La neige fait taire tout le monde.",
    "I would pay {bet} for a hot soup.",
    "Je donnerais {bet} pour une soupe.",
    "A snowflake fell into my collar.",
    "Un flocon m'est tombé dans le cou.",
  ),
  during(
    "wind",
    "My words fly away.",
    "Mes mots s'envolent.",
    "This wind comes from the sea.",
    "Ce vent-là vient de la mer.",
    "I saw a hat fly past. Twice.",
    "Un chapeau a passé. Deux fois.",
    "My ears flap like flags.",
    "Mes oreilles claquent au vent.",
  ),
  during(
    "fog",
    "I cannot see my own feet.",
    "Je ne vois plus mes pieds.",
    "Somebody boiled the sky.",
    "On a fait bouillir le ciel.",
    "Fog hides {guess}, I am sure.",
    "Le brouillard cache {guess}, c'est sûr.",
    "I just greeted a tree.",
    "Je viens de saluer un arbre.",
  ),
  during(
    "clear",
    "Not one cloud in the sky.",
    "Pas un nuage dans le ciel.",
    "{day} is always a fine day.",
    "Le {day}, il fait toujours beau.",
    "A blackbird sings somewhere.",
    "Un merle chante quelque part.",
    "One could just stay here.",
    "On pourrait rester là.",
  ),
  by(
    "dusk",
    "The sky turns to plum jam.",
    "Le ciel devient confiture.",
    "My shadow is a giant by now.",
    "Mon ombre est un géant, le soir.",
    "The first bat is out.",
    "La première chauve-souris est là.",
    "Soon they will light the lamps.",
    "Bientôt, on allumera les lampes.",
  ),
  by(
    "night",
    "I counted {count} stars.",
    "J'ai compté {count} étoiles.",
    "At night, every bush is {guess}.",
    "La nuit, tout buisson est {guess}.",
    "An owl has said good evening.",
    "Une chouette a dit bonsoir.",
    "The moon needs a wash.",
    "La lune a besoin d'un bain.",
  ),
];
