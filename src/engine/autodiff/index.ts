/** Gradients of graphs: `gradients(loss, parameters)`. */
export { type CheckedInput, gradientErrors } from "./finite-differences.ts";
export { gradients } from "./gradients.ts";
