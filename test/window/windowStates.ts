/**
 * What a window is opened on:
 * - `first`: nothing is set up;
 * - `planned`: the demo company, with a dry run made;
 * - `synced`: its first plan was applied, a day passed, and an incremental sync was made;
 * - `halted`: the same, then a third of the company vanished, and a guard halted the plan;
 * - `failed`: the first plan was applied while the store refused some of it;
 * - `weeks`: the demo company was synced every four hours for some days, the last time in full;
 * - `big`: a plan of 100,000 rows.
 */
export const windowStates = ['first', 'planned', 'synced', 'halted', 'failed', 'weeks', 'big'] as const
export type WindowState = (typeof windowStates)[number]
