/** Write the hashes of the golden pages as they are drawn now: `node test/golden/renew.ts`. */
import { writeFileSync } from "node:fs";
import { canonicalJson } from "../../src/json.ts";
import { GOLDEN_FILE, GOLDEN_ORDERS, hashPage, orderName } from "./page-hashes.ts";

const hashes = Object.fromEntries(GOLDEN_ORDERS.map((order) => [orderName(order), hashPage(order)]));
writeFileSync(GOLDEN_FILE, `${canonicalJson(hashes, 2)}\n`);
console.log(`${GOLDEN_FILE}: ${GOLDEN_ORDERS.length} pages`);
