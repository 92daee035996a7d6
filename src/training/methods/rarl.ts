/**
 * Region-aware reinforcement learning ("Zooming into Comics", arXiv 2511.06490, section 4 and Appendix F): GRPO with the
 * zoom tool and strategy `paper`, whose first 16 steps are the warm start, on the tasks that have regions.
 *
 * Deviation: the paper trains its tasks one after another and then merged; here they are mixed from the first step.
 */
import { openPolicyMethod } from "./grpo.ts";
import type { TrainMethod } from "./method.ts";

export const rarl: TrainMethod<"rarl"> = {
  id: "rarl",
  summary: "learn where to zoom: a warm start on format and count, then the full reward",
  open: async (config, context) => {
    const { tasks } = config;
    const all = context.questions;
    const questions = tasks.length > 0 ? all : all.filter(({ tool }) => tool === "zoom");
    return openPolicyMethod(config, { ...context, questions });
  },
};
