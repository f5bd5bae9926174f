import type { Statement } from '../../kit/witness/checkpoint.ts';
import { isCoSigned, type CoSignature } from '../../kit/witness/co-signature.ts';
import type { StatementDigests } from './statement-digests.ts';

/** How far a witness has seen the file, as its co-signatures say. */
export interface SeenByWitness {
  /**
   * The last statement that it signed and must therefore keep; 0 for none. What it signed within the last minutes it may have
   * written down after its file was looked at.
   */
  readonly n: number;
}

/** The witnesses of a file as it is read: each signs under one key, from its first co-signature on. */
export interface WitnessRegister {
  /** Takes a co-signature; gives what is wrong with it. */
  readonly see: (coSignature: CoSignature) => string | null;
  /** Takes what a statement says of witnesses; gives what contradicts what they signed. */
  readonly enter: (statement: Statement) => string | null;
  readonly witnesses: ReadonlyMap<string, SeenByWitness>;
}

/** `settledBefore` is the moment, in milliseconds, before which whatever was signed is in the witnesses' files. */
export function createWitnessRegister(digests: StatementDigests, settledBefore: number): WitnessRegister {
  let at = -Infinity;
  const keys = new Map<string, string>();
  const witnesses = new Map<string, SeenByWitness>();
  return {
    witnesses,
    see: (coSignature) => {
      const { witness, n, digest, key } = coSignature;
      if (!isCoSigned(coSignature)) return `the co-signature of ${witness} is not its own`;
      if ((keys.get(witness) ?? key) !== key) return `the co-signature of ${witness} is of another key`;
      keys.set(witness, key);
      if (digests.of(n) !== digest) return `${witness} saw another statement ${n}`;
      const known = witnesses.get(witness)?.n ?? 0;
      witnesses.set(witness, { n: at <= settledBefore ? Math.max(n, known) : known });
      return null;
    },
    enter: (statement) => {
      at = Date.parse(statement.at);
      const { witnesses: entered = {} } = statement;
      for (const [name, key] of Object.entries(entered)) {
        if (key === null) {
          keys.delete(name);
          witnesses.delete(name);
          continue;
        }
        if ((keys.get(name) ?? key) !== key) return `${name} has signed under another key before`;
        keys.set(name, key);
        if (!witnesses.has(name)) witnesses.set(name, { n: 0 });
      }
      return null;
    },
  };
}
