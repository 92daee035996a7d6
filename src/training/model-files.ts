/** What stands in the folder of a taught model and says how it was made and what it can do. */

/** What `teach --curriculum` takes. */
export const CURRICULUM_FILE = "curriculum.json";
/** What the gate measured. */
export const GATE_FILE = "gate.json";
