import { texts } from "../text.ts";
import type { Topic } from "./topic.ts";

const about = (...pairs: readonly string[]): Topic => ({ remarks: texts(...pairs) });

/** About oneself and everybody: these fit anywhere. */
export const PEOPLE_TOPICS: readonly Topic[] = [
  about(
    "My belly rumbles.",
    "Mon ventre gargouille.",
    "Now {treat} would be nice.",
    "Si on avait {treat}...",
    "I only had breakfast twice.",
    "Je n'ai déjeuné que deux fois.",
    "It is long until supper.",
    "C'est loin, le souper.",
  ),
  about(
    "My left shoe pinches.",
    "Ma chaussure gauche me serre.",
    "Feet are made for sitting.",
    "Les pieds, c'est fait pour s'asseoir.",
    "There is a pebble in my sock.",
    "J'ai un caillou dans la chaussette.",
    "I have walked since breakfast.",
    "Je marche depuis ce matin.",
  ),
  about(
    "I hum that tune all day.",
    "Cet air me trotte dans la tête.",
    "{relative} sings in the bath.",
    "{relative} chante dans son bain.",
    "Some songs have no end.",
    "Certaines chansons n'ont pas de fin.",
    "I only know one verse.",
    "Je ne sais qu'un couplet.",
  ),
  about(
    "I dreamt of {guess} last night.",
    "J'ai rêvé : c'était {guess}.",
    "My pillow is too small.",
    "Mon oreiller est trop petit.",
    "I slept like a stone.",
    "J'ai dormi comme une pierre.",
    "{noise} woke me at four.",
    "{noise}, et plus moyen de dormir.",
  ),
  about(
    "{relative} has a new hat.",
    "{relative} a un chapeau neuf.",
    "Hats should have pockets.",
    "Un chapeau devrait avoir des poches.",
    "A hat keeps thoughts warm.",
    "Un chapeau, ça tient l'idée au chaud.",
    "My best hat blew into a pond.",
    "Mon beau chapeau est dans l'étang.",
  ),
  about(
    "I found a lucky penny.",
    "J'ai trouvé un sou porte-bonheur.",
    "My nose itches. That means luck.",
    "Mon nez pique. C'est bon signe.",
    "{day} is my lucky day.",
    "Le {day}, j'ai de la chance.",
    "A ladybird sat on my sleeve.",
    "Une coccinelle s'est posée sur moi.",
  ),
  about(
    "{relative} owes me {bet}.",
    "{relative} me doit {bet}.",
    "Money has wings.",
    "L'argent a des ailes.",
    "My purse is full of buttons.",
    "Ma bourse est pleine de boutons.",
    "I save up for {bet}.",
    "J'économise pour {bet}.",
  ),
];
