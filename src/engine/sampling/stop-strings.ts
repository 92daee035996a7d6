/** Stop strings in a text that arrives in pieces; one may begin in a piece and end in a later one. */

export interface StopScan {
  /** Text that no stop string can reach any more. */
  readonly text: string;
  /** The stop string that was found; `text` ends before it. */
  readonly stop?: string | undefined;
}

export interface StopScanner {
  /** Adds a piece; holds back what may turn out to be the beginning of a stop string. */
  push(piece: string): StopScan;
  /** What was held back. */
  flush(): string;
}

/** Finds the stop string that begins first; of several that begin at one place, the first in the list. */
export function createStopScanner(stops: readonly string[]): StopScanner {
  if (stops.includes("")) throw new RangeError("createStopScanner: expected no empty stop string, got one");
  let held = "";
  return {
    push(piece) {
      held += piece;
      const found = earliest(held, stops);
      const end = found?.index ?? held.length - openEnd(held, stops);
      const text = held.slice(0, end);
      held = found === undefined ? held.slice(end) : "";
      return { text, stop: found?.stop };
    },
    flush() {
      const rest = held;
      held = "";
      return rest;
    },
  };
}

function earliest(text: string, stops: readonly string[]): { index: number; stop: string } | undefined {
  return stops
    .map((stop) => ({ index: text.indexOf(stop), stop }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index)[0];
}

/** Length of the longest end of the text with which a stop string begins. */
function openEnd(text: string, stops: readonly string[]): number {
  return Math.max(0, ...stops.map((stop) => openEndOf(text, stop)));
}

function openEndOf(text: string, stop: string): number {
  for (let length = Math.min(text.length, stop.length - 1); length > 0; length--) {
    if (text.endsWith(stop.slice(0, length))) return length;
  }
  return 0;
}
