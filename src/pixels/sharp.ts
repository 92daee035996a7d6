/** sharp, set for flat memory: one thread a picture, no cache of decoded pixels (callers run pictures side by side). */
import sharp from "sharp";

sharp.concurrency(1);
sharp.cache(false);

export { sharp };
