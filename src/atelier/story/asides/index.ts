/** All small talk, and which of it fits a panel. */
import { INDOOR_SETTINGS } from "../../vocabulary.ts";
import type { PanelScript } from "../script.ts";
import { DOING_TOPICS } from "./doings.ts";
import { PEOPLE_TOPICS } from "./people.ts";
import { PLACE_TOPICS } from "./places.ts";
import { SKY_TOPICS } from "./sky.ts";
import { THING_TOPICS } from "./things.ts";
import type { Topic } from "./topic.ts";

export type { Topic } from "./topic.ts";

export const TOPICS: readonly Topic[] = [
  ...PLACE_TOPICS,
  ...SKY_TOPICS,
  ...THING_TOPICS,
  ...DOING_TOPICS,
  ...PEOPLE_TOPICS,
];

/** What can be talked about in a panel. */
export function topicsFor(panel: Omit<PanelScript, "lines">): readonly Topic[] {
  const { setting, light, weather = "clear", actors, thing } = panel;
  const things = [thing, ...actors.map(({ holds }) => holds)];
  const outdoors = !INDOOR_SETTINGS.includes(setting);
  return TOPICS.filter(
    (topic) =>
      (topic.setting === undefined || topic.setting === setting) &&
      (topic.weather === undefined || (outdoors && light === "day" && topic.weather === weather)) &&
      (topic.light === undefined || (outdoors && topic.light === light)) &&
      (topic.thing === undefined || things.includes(topic.thing)) &&
      (topic.action === undefined || actors.some(({ action }) => action === topic.action)),
  );
}
