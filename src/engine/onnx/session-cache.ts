/** Sessions for several shapes, within bounds: the least recently used one is released first. */
import { totalmem } from "node:os";
import type { Program } from "./program.ts";
import { openSession, type Session, type SessionOptions } from "./session.ts";

export interface SessionCacheOptions extends SessionOptions {
  /** Most sessions held at once, each with its intermediate results; at least 1. Default 16. */
  readonly maxSessions?: number;
  /** Most bytes that all held sessions keep together, by `Program.bytes`. Default: a fifth of the machine's memory. */
  readonly maxBytes?: number;
}

/** Sessions of programs that all give the same outputs. */
export interface SessionCache<Output extends string = string> {
  /**
   * Calls `use` with the session of a key, opening it when it is not held. The session is not released while in use;
   * do not keep it longer.
   * @param key names the program: equal keys must mean equal programs.
   */
  use<Result>(
    key: string,
    build: () => Program<Output, "float32">,
    use: (session: Session<Output>) => Promise<Result>,
  ): Promise<Result>;
  /** Keys of held sessions, least recently used first. */
  keys(): readonly string[];
  /** Releases all sessions; none may be in use. */
  clear(): Promise<void>;
}

interface Entry<Output extends string> {
  readonly session: Promise<Session<Output>>;
  readonly bytes: number;
  users: number;
}

/** A cache bounded by count and bytes; a session that alone exceeds the bytes is still held while it is the only one. */
export function createSessionCache<Output extends string>(
  options: SessionCacheOptions = {},
): SessionCache<Output> {
  const { maxSessions = 16, maxBytes = totalmem() / 5 } = options;
  // A Map keeps insertion order: using a session moves it to the end.
  const entries = new Map<string, Entry<Output>>();
  const overfull = () => {
    const bytes = [...entries.values()].reduce((total, entry) => total + entry.bytes, 0);
    return entries.size > maxSessions || (bytes > maxBytes && entries.size > 1);
  };
  const evict = async () => {
    for (const [key, entry] of entries) {
      if (!overfull()) return;
      if (entry.users > 0) continue;
      entries.delete(key);
      await (await entry.session).release();
    }
  };
  const obtain = (key: string, build: () => Program<Output, "float32">): Entry<Output> => {
    const held = entries.get(key);
    if (held !== undefined) return held;
    const program = build();
    const session = openSession(program, options);
    // A session that does not open is not kept; its error reaches whoever asked for it.
    session.catch(() => entries.delete(key));
    return { session, bytes: program.bytes, users: 0 };
  };
  return {
    use: async (key, build, use) => {
      const entry = obtain(key, build);
      entries.delete(key);
      entries.set(key, entry);
      entry.users += 1;
      try {
        return await use(await entry.session);
      } finally {
        entry.users -= 1;
        await evict();
      }
    },
    keys: () => [...entries.keys()],
    clear: async () => {
      const all = [...entries.values()];
      entries.clear();
      for (const entry of all) await (await entry.session).release();
    },
  };
}
