/** The arguments of a native call from their JSON; the text itself where it is none, since that is data too. */
export function parseArguments(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
