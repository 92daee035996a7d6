/** How long a server asks to wait: RFC 9110, section 10.2.3, and the header of OpenAI and Azure in milliseconds. */

/**
 * The wait in ms, at least 0; undefined where there is none, or none that can be read.
 *
 * @param headers names in lower case
 * @param nowMs ms since 1970, against which a date is measured
 */
export function retryAfterMs(
  headers: Readonly<Record<string, string | undefined>>,
  nowMs: number,
): number | undefined {
  const exact = headers["retry-after-ms"]?.trim();
  if (exact !== undefined && /^\d+(\.\d+)?$/.test(exact)) return Number(exact);
  const header = headers["retry-after"]?.trim();
  if (header === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(header)) return Number(header) * 1000;
  // A date begins with the day's name; `Date.parse` would take "-5" for a month.
  const date = /^[A-Z]/i.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
