/** Ctrl-C in two steps: the first asks to finish what is under way, the second gives it up. */

export interface Interrupt {
  /** Aborted by the first Ctrl-C. */
  readonly stop: AbortSignal;
  /** Aborted by the second. */
  readonly abort: AbortSignal;
  /** Leave the signals to whoever had them. */
  release(): void;
}

/** @param onFirst called at the first Ctrl-C */
export function listenForInterrupt(onFirst: () => void): Interrupt {
  const [stop, abort] = [new AbortController(), new AbortController()];
  const listen = (): void => {
    if (stop.signal.aborted) abort.abort();
    else onFirst();
    stop.abort();
  };
  process.on("SIGINT", listen);
  process.on("SIGTERM", listen);
  return {
    stop: stop.signal,
    abort: abort.signal,
    release: () => {
      process.off("SIGINT", listen);
      process.off("SIGTERM", listen);
    },
  };
}
