import type { CallAccess } from '../access/call-access.ts';

/** What differs between two runs of one statement. */
export interface RunValues {
  readonly now: Date;
  /** The day in the city, `YYYY-MM-DD`. */
  readonly today: string;
  /** Who asks, and what may be given. */
  readonly access: CallAccess;
  /** The representations of each group of entities. */
  readonly groups: readonly (readonly Representation[])[];
}

/** An entity as the gateway names it: its key and what was required with it. */
export type Representation = Readonly<Record<string, unknown>>;

/** A place for a value in a compiled statement, filled anew at each run. */
export class Slot {
  readonly fill: (values: RunValues) => unknown;

  constructor(fill: (values: RunValues) => unknown) {
    this.fill = fill;
  }
}
