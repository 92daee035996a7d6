/** The fields of a page's regions that hold the id of another region. */

/** Field name -> the kind of region it points to. */
export const LINKS: ReadonlyMap<string, "panel" | "character" | "balloon"> = new Map([
  ["panel", "panel"],
  ["character", "character"],
  ["speaker", "character"],
  ["holder", "character"],
  ["balloon", "balloon"],
]);

/** The region without its links to regions that are gone. */
export function withoutLinksTo<T extends object>(region: T, gone: ReadonlySet<string>): T {
  const broken = [...LINKS.keys()].filter((field) => gone.has(String(Reflect.get(region, field))));
  return broken.length === 0
    ? region
    : { ...region, ...Object.fromEntries(broken.map((field) => [field, undefined])) };
}
