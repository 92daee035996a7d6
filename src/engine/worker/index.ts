export {
  type CallOptions,
  type ComputeThread,
  openComputeThread,
  type ThreadOptions,
} from "./compute-thread.ts";
export type { Contract, Method } from "./contract.ts";
export { type CallContext, type Handlers, serveCompute } from "./serve-compute.ts";
