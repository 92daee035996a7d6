/** Licences as sources write them, turned into the record: SPDX ids where the licence is one of Creative Commons. */
import { z } from "zod";
import type { Licence } from "../records/index.ts";
import type { SourceOptionValues } from "./source-options.ts";

const CC_URL = /creativecommons\.org\/licenses\/(by(?:-nc)?(?:-sa|-nd)?)\/(\d\.\d)/i;
const CC_NAME = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)$/;
const RIGHTS_STATEMENT = /rightsstatements\.org\/(?:vocab|page)\/([A-Za-z-]+)/i;

/** The SPDX id that a licence address stands for, or a readable short name; undefined for other addresses. */
function nameOfUrl(url: string): string | undefined {
  const [, terms, version] = CC_URL.exec(url) ?? [];
  if (terms !== undefined) return `CC-${terms.toUpperCase()}-${version}`;
  if (/creativecommons\.org\/publicdomain\/zero\/1\.0/i.test(url)) return "CC0-1.0";
  if (/creativecommons\.org\/publicdomain\/mark\/1\.0/i.test(url)) return "CC-PDM-1.0";
  const statement = RIGHTS_STATEMENT.exec(url)?.[1];
  return statement === undefined ? undefined : `rightsstatements.org ${statement}`;
}

/** "CC BY 4.0" and "cc-by-4.0" as `CC-BY-4.0`; any other name as it is. */
function spdxName(name: string): string {
  const dashed = name
    .trim()
    .toUpperCase()
    .replaceAll(/[\s_-]+/g, "-");
  if (/^CC-?0(-1\.0)?$/.test(dashed)) return "CC0-1.0";
  return CC_NAME.test(dashed) ? dashed : name.trim();
}

/** Text, or undefined where there is nothing in it. */
export function textOrNothing(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? undefined : trimmed;
}

/** A licence from the loose parts a source has; `unknown` where neither a name nor an address is told. */
export function licenceOf(parts: {
  readonly name?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly attribution?: string | null | undefined;
}): Licence {
  const told = textOrNothing(parts.url);
  const url = z.httpUrl().safeParse(told).data;
  const name = textOrNothing(parts.name);
  const attribution = textOrNothing(parts.attribution);
  return {
    name: (name && spdxName(name)) ?? (told && (nameOfUrl(told) ?? told)) ?? "unknown",
    ...(url !== undefined && { url }),
    ...(attribution !== undefined && { attribution }),
  };
}

/** What the user says about the licence, over what the source says. A new name drops the source's address. */
export function chosenLicence(options: SourceOptionValues, source: Licence): Licence {
  const says = options.licence ?? options.licenceUrl ?? options.attribution;
  if (says === undefined) return source;
  const base = options.licence === undefined ? source : { ...source, url: undefined, name: options.licence };
  return licenceOf({
    name: base.name,
    url: options.licenceUrl ?? base.url,
    attribution: options.attribution ?? base.attribution,
  });
}
