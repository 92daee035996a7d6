#!/usr/bin/env node
/**
 * The `benday` command's first step: see that this Node can run the rest, then hand over. Written so that Node 12 and
 * later can still parse it and say what they lack, in one line.
 *
 * In a clone the TypeScript sources run as they are, which needs Node's type stripping; an installed package carries
 * built JavaScript. In a clone `npm ci` also brings a Node of its own, which takes over from one that is too old.
 */
const FOR_BUILT = [22, 12];
const FOR_SOURCES = [22, 18];

start().then((exitCode) => {
  process.exitCode = exitCode;
});

async function start() {
  const { existsSync } = await import("node:fs");
  const sources = new URL("../src/cli/main.ts", import.meta.url);
  const inClone = existsSync(sources);
  const needed = inClone ? FOR_SOURCES : FOR_BUILT;
  if (isAtLeast(needed)) {
    const argv = process.argv.slice(2);
    const source = (name) => (inClone ? `../src/cli/${name}.ts` : `../dist/cli/${name}.js`);
    const { commands } = await import(source("commands/index"));
    const { keepMemory } = await import(source("kept-memory"));
    if (commands[argv[0]]?.computes) keepMemory();
    const { main } = await import(source("main"));
    return main(argv);
  }
  const newer = new URL("../node_modules/node/bin/node", import.meta.url);
  if (inClone && existsSync(newer) && !process.env.BENDAY_HANDED_OVER) return handOver(newer);
  const cure = inClone ? "; in a clone, `npm ci` brings one" : "";
  console.error(
    `benday needs Node.js ${needed.join(".")} or later, found ${process.versions.node} (${process.execPath})${cure}`,
  );
  return 2;
}

function isAtLeast([major, minor]) {
  const [ourMajor, ourMinor] = process.versions.node.split(".").map(Number);
  return ourMajor > major || (ourMajor === major && ourMinor >= minor);
}

async function handOver(node) {
  const { spawnSync } = await import("node:child_process");
  const { fileURLToPath } = await import("node:url");
  const { status } = spawnSync(
    fileURLToPath(node),
    [fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { stdio: "inherit", env: { ...process.env, BENDAY_HANDED_OVER: "1" } },
  );
  return status === null ? 1 : status;
}
