import { hash } from 'node:crypto';
import type { LedgerNames } from '../../subgraphs/kit/ledger/person-reference.ts';
import { hubError } from '../../subgraphs/kit/errors.ts';
import type { LedgerEntry } from '../../subgraphs/kit/ledger/entry.ts';
import type { CallContext } from '../access/call.ts';
import type { PolicyInForce } from '../access/policy-in-force.ts';
import type { Gathered } from '../access/notes.ts';
import { createEntries, type AccessFacts } from './entries.ts';
import type { Ledger } from './ledger.ts';

/** Writes down every access: before anything is asked, and before anything leaves. */
export interface Audit {
  /** Writes INTENT. Rejects when it cannot be written and anything but open data would be asked: then nothing is asked. */
  readonly begin: (context: CallContext, facts: AccessFacts) => Promise<void>;
  /** Remembers that a call was refused, for `end` to write. */
  readonly refuse: (context: CallContext, facts: AccessFacts, code: string) => void;
  /** Remembers that a call was refused before anything of it was decided; nothing of one that was. */
  readonly dismiss: (context: CallContext, source: string, code: string) => void;
  /** Remembers what an answer gives, for `end` to write. */
  readonly give: (context: CallContext, gathered: Gathered) => void;
  /** Remembers that nothing is given after all. */
  readonly withdraw: (context: CallContext, code: string) => void;
  /**
   * Writes OUTCOME and one disclosure for each person shown, or DENY: the last thing before the answer leaves. Rejects when
   * that cannot be written; then the answer must not leave.
   */
  readonly end: (context: CallContext, payload: string | Buffer) => Promise<void>;
}

interface AuditOptions {
  readonly ledger: Ledger;
  readonly names: LedgerNames;
  readonly policy: PolicyInForce;
  readonly clock?: () => Date;
}

type Trace =
  | { readonly kind: 'refused'; readonly facts: AccessFacts; readonly code: string }
  | {
      readonly kind: 'begun';
      readonly facts: AccessFacts;
      readonly at: number;
      readonly gathered: Gathered | undefined;
      readonly code: string | undefined;
    };

export function createAudit({ ledger, names, policy, clock = () => new Date() }: AuditOptions): Audit {
  const entries = createEntries(names);
  // Not by context, which Apollo Server copies, nor by call, which a delegation replaces.
  const traces = new WeakMap<CallContext['exchanges'], Trace>();
  const isOpen = ({ classes }: AccessFacts): boolean => classes.length === 0;
  const write = (facts: AccessFacts, lines: readonly LedgerEntry[]): Promise<void> =>
    (isOpen(facts) ? ledger.writeOrKeep(lines) : ledger.write(lines)).catch(() => {
      throw notWritten();
    });
  return {
    begin: async (context, facts) => {
      await write(facts, [entries.intent(facts)]);
      traces.set(context.exchanges, {
        kind: 'begun',
        facts,
        at: performance.now(),
        gathered: undefined,
        code: undefined,
      });
    },
    refuse: (context, facts, code) => traces.set(context.exchanges, { kind: 'refused', facts, code }),
    dismiss: (context, source, code) => {
      if (traces.has(context.exchanges)) return;
      const { requestId: id, call } = context;
      const nothing = { granted: [], classes: [], withheld: [], supergraph: '' };
      const facts = { id, call, source, ...nothing, policy: policy.now() };
      traces.set(context.exchanges, { kind: 'refused', facts, code });
    },
    give: (context, gathered) => {
      const trace = traces.get(context.exchanges);
      if (trace?.kind === 'begun') traces.set(context.exchanges, { ...trace, gathered, code: undefined });
    },
    withdraw: (context, code) => {
      const trace = traces.get(context.exchanges);
      if (trace?.kind === 'begun') traces.set(context.exchanges, { ...trace, gathered: undefined, code });
    },
    end: async (context, payload) => {
      const trace = traces.get(context.exchanges);
      if (!trace) return;
      traces.delete(context.exchanges);
      const { facts } = trace;
      // A refusal tells nothing of anybody, so it leaves also while it can only be kept for later.
      if (trace.kind === 'refused')
        return ledger.writeOrKeep([entries.denial(facts, trace.code, context.exchanges)]);
      const end = {
        result: resultOf(trace),
        code: trace.code,
        gathered: trace.gathered,
        exchanges: context.exchanges,
        response: hash('sha256', payload, 'base64url'),
        ms: Math.round(performance.now() - trace.at),
        now: clock(),
      } as const;
      await write(facts, [entries.outcome(facts, end), ...entries.disclosures(facts, end)]);
    },
  };
}

function resultOf({ gathered, code }: Extract<Trace, { kind: 'begun' }>): 'ANSWERED' | 'REFUSED' | 'FAILED' {
  if (gathered) return 'ANSWERED';
  return code === 'FORBIDDEN' || code === 'LIMIT_EXCEEDED' ? 'REFUSED' : 'FAILED';
}

const notWritten = () =>
  hubError('SUBGRAPH_UNAVAILABLE', 'The access could not be written down, so nothing is shown.');
