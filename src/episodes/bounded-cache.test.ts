import { expect, it } from "vitest";
import { boundedCache } from "./bounded-cache.ts";

const text = (value: string) => async () => value;

it("makes a value once while it is kept, and once for calls side by side", async () => {
  const cache = boundedCache<string>(100, ({ length }) => length);
  let made = 0;
  const make = async () => `value ${++made}`;
  expect(await Promise.all([cache.get("a", make), cache.get("a", make)])).toEqual(["value 1", "value 1"]);
  expect(await cache.get("a", make)).toBe("value 1");
});

it("drops what was used longest ago, and never weighs more than its bound", async () => {
  const cache = boundedCache<string>(10, ({ length }) => length);
  await cache.get("a", text("aaaa"));
  await cache.get("b", text("bbbb"));
  await cache.get("a", text("new"));
  await cache.get("c", text("cccc"));
  expect(cache.weight()).toBe(8);
  expect(await cache.get("a", text("new"))).toBe("aaaa");
  expect(await cache.get("b", text("new"))).toBe("new");
  await cache.get("d", text("d".repeat(50)));
  expect(cache.weight()).toBeLessThanOrEqual(10);
});

it("keeps no failure", async () => {
  const cache = boundedCache<string>(10, ({ length }) => length);
  await expect(cache.get("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await cache.get("a", text("yes"))).toBe("yes");
});
