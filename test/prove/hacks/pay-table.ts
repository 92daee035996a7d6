/** What pays: hacks as rows, strategies as columns, in each strategy's last phase. */
import { textTable } from "../../../src/cli/table.ts";
import { STRATEGY_IDS, strategies } from "../../../src/rewards/index.ts";
import { type Duel, EPSILON } from "./duel.ts";
import { hacks } from "./hacks.ts";

export interface PayCell {
  /** Mean of hacked less honest reward. */
  readonly difference: number;
  /** Share of duels in which the hack earns more. */
  readonly above: number;
  /** Share of duels in which it earns the same. */
  readonly equal: number;
  readonly duels: number;
}

export interface PayRow {
  readonly hack: string;
  readonly cells: Readonly<Record<string, PayCell>>;
}

interface Sums {
  difference: number;
  above: number;
  equal: number;
  duels: number;
}

const lastPhase: ReadonlyMap<string, string | undefined> = new Map(
  strategies.map(({ id, phases }) => [id, phases.at(-1)?.name]),
);

/** Of the duels with a right answer, or with a wrong one. */
export function payTable(wanted: Duel["answer"]) {
  const sums = new Map<string, Sums>();
  const add = ({ hack, strategy, answer, phase, hacked, honest }: Duel): void => {
    if (answer !== wanted || phase !== lastPhase.get(strategy)) return;
    const key = `${hack} ${strategy}`;
    const cell = sums.get(key) ?? { difference: 0, above: 0, equal: 0, duels: 0 };
    const difference = hacked - honest;
    cell.difference += difference;
    cell.above += difference > EPSILON ? 1 : 0;
    cell.equal += Math.abs(difference) <= EPSILON ? 1 : 0;
    cell.duels += 1;
    sums.set(key, cell);
  };
  const rows = (): readonly PayRow[] =>
    hacks.map(({ id }) => ({
      hack: id,
      cells: Object.fromEntries(
        STRATEGY_IDS.flatMap((strategy) => {
          const cell = sums.get(`${id} ${strategy}`);
          return cell === undefined ? [] : [[strategy, meanOf(cell)]];
        }),
      ),
    }));
  return { add, rows };
}

const meanOf = ({ difference, above, equal, duels }: Sums): PayCell => ({
  difference: rounded(difference / duels),
  above: rounded(above / duels),
  equal: rounded(equal / duels),
  duels,
});

const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/** `+0.80 !40%` where the hack earns more in 40 % of the duels, `=` where it earns the same in all, else `-1.20`. */
function cellText(cell: PayCell | undefined): string {
  if (cell === undefined) return "";
  if (cell.equal === 1) return "=";
  const signed = `${cell.difference < 0 ? "-" : "+"}${Math.abs(cell.difference).toFixed(2)}`;
  return cell.above > 0 ? `${signed} !${Math.round(100 * cell.above)}%` : signed;
}

export function renderTable(rows: readonly PayRow[]): string {
  const head = ["hack", ...STRATEGY_IDS];
  const body = rows.map(({ hack, cells }) => [hack, ...STRATEGY_IDS.map((id) => cellText(cells[id]))]);
  return textTable([head, ...body]);
}
