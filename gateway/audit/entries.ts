import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Policy } from '../../schema/policy.ts';
import type { PolicyRow } from '../../schema/policy/read-policy.ts';
import { registry } from '../../schema/registry.ts';
import type { WithheldEntry } from '../../schema/plan/decide-operation.ts';
import {
  retentionOf,
  type Json,
  type JsonMembers,
  type LedgerEntry,
} from '../../subgraphs/kit/ledger/entry.ts';
import type { LedgerNames } from '../../subgraphs/kit/ledger/person-reference.ts';
import type { HubCall } from '../access/call.ts';
import type { Gathered } from '../access/notes.ts';
import type { Exchange } from './observe-source.ts';

/** One access: who, for what, and what was granted before anything was asked. */
export interface AccessFacts {
  /** The request's id, which its tickets carry too. */
  readonly id: string;
  readonly call: HubCall;
  /** The text that was asked. */
  readonly source: string;
  /** Coordinates that are asked of departments. */
  readonly granted: readonly string[];
  /** Their classes, without those that are open to everybody. */
  readonly classes: readonly string[];
  readonly withheld: readonly WithheldEntry[];
  readonly supergraph: string;
  /** What it was decided by. */
  readonly policy: Policy;
}

/** How an access ended. */
export interface AccessEnd {
  readonly result: 'ANSWERED' | 'REFUSED' | 'FAILED';
  readonly code: string | undefined;
  readonly gathered: Gathered | undefined;
  readonly exchanges: readonly Exchange[];
  /** Digest of what the client gets. */
  readonly response: string;
  readonly ms: number;
  /** The moment, for what the law delays. */
  readonly now: Date;
}

/** Of one list in an entry; a document may name more coordinates, and an entry must fit into a row. */
const mostNamed = 500;

/**
 * A list of an entry under its name. Of one that is cut its whole length and SHA-256 of its canonical JSON (RFC 8785), base64url,
 * stand beside it under `<name>Cut`: so a reader knows that there was more, and who has the whole can prove that it is this.
 */
const listed = (name: string, list: readonly Json[]): JsonMembers =>
  list.length <= mostNamed
    ? { [name]: list }
    : {
        [name]: list.slice(0, mostNamed),
        [`${name}Cut`]: {
          length: list.length,
          digest: hash('sha256', canonicalize(list) ?? '', 'base64url'),
        },
      };

const dayMs = 86_400_000;

/** Makes the ledger's entries of an access. They hold no personal values: people are references, texts are digests. */
export function createEntries(names: LedgerNames) {
  const rowsByPolicy = new WeakMap<Policy, ReadonlyMap<string, PolicyRow>>();
  const rowsOf = (policy: Policy): ReadonlyMap<string, PolicyRow> => {
    const rows = rowsByPolicy.get(policy) ?? new Map(policy.table.rows.map((row) => [row.id, row]));
    rowsByPolicy.set(policy, rows);
    return rows;
  };
  const owners = new Map<string, string>(registry.map(({ name, owner }) => [name, owner]));

  const common = ({
    call: { caller, purpose, caseReference, breakGlass },
    policy,
  }: AccessFacts): JsonMembers => ({
    actor: {
      id: caller.sub,
      role: caller.role,
      department: caller.department,
      area: caller.area,
      person: caller.person === undefined ? undefined : names.personReference(caller.person),
    },
    system: caller.system,
    purpose,
    case: caseReference,
    delegation: caller.delegation && { id: caller.delegation.id, delegator: caller.delegation.delegator },
    breakGlass: breakGlass?.id,
    policy: policy.version,
  });
  const envelope = ({ id, call, classes }: AccessFacts) => ({
    access: id,
    retention: retentionOf(call.purpose, classes),
  });
  /** Every call to a department, by the ticket that its own log knows it by. */
  const sources = (exchanges: readonly Exchange[]) =>
    exchanges.map(({ subgraph, ...rest }) => ({ subgraph, department: owners.get(subgraph), ...rest }));
  const refusals = (withheld: readonly WithheldEntry[]) =>
    listed(
      'withheld',
      withheld.map(({ coordinate, rule }) => ({ coordinate, rule })),
    );

  return {
    intent: (facts: AccessFacts): LedgerEntry => ({
      ...envelope(facts),
      kind: 'INTENT',
      content: {
        ...common(facts),
        operation: names.operationDigest(facts.source),
        ...listed('granted', facts.granted),
        classes: facts.classes,
        ...refusals(facts.withheld),
        supergraph: facts.supergraph,
      },
    }),
    denial: (facts: AccessFacts, code: string, exchanges: readonly Exchange[]): LedgerEntry => ({
      ...envelope(facts),
      kind: 'DENY',
      content: {
        ...common(facts),
        operation: names.operationDigest(facts.source),
        code,
        ...refusals(facts.withheld),
        // Whether a break-glass or a delegation is in force was asked before it was refused.
        sources: sources(exchanges),
      },
    }),
    outcome: (facts: AccessFacts, end: AccessEnd): LedgerEntry => ({
      ...envelope(facts),
      kind: 'OUTCOME',
      content: {
        ...common(facts),
        result: end.result,
        code: end.code,
        ...refusals(end.gathered?.withheld ?? []),
        ...listed(
          'masked',
          (end.gathered?.masked ?? []).map(({ path, kind }) => ({ path: path.join('.'), kind })),
        ),
        sources: sources(end.exchanges),
        persons: end.gathered?.disclosures.size ?? 0,
        response: end.response,
        ms: end.ms,
      },
    }),
    disclosures: (facts: AccessFacts, { gathered, now }: AccessEnd): readonly LedgerEntry[] => {
      const shared = common(facts);
      const rows = rowsOf(facts.policy);
      return [...(gathered?.disclosures ?? [])].map(([person, shown]) => {
        const decided = [...shown.rules].sort().flatMap((rule) => rows.get(rule) ?? []);
        const classes = distinct(decided.map(({ dataClass }) => dataClass));
        const delay = Math.max(0, ...decided.map(({ delayDays }) => delayDays));
        return {
          ...envelope({ ...facts, classes: [...facts.classes, ...classes] }),
          kind: 'DISCLOSURE',
          person: names.personReference(person),
          content: {
            ...shared,
            classes,
            rules: [...shown.rules].sort(),
            basis: distinct(decided.map(({ legalBasis }) => legalBasis)),
            departments: distinct([...shown.subgraphs].flatMap((name) => owners.get(name) ?? [])),
            relation: shown.relation,
            mentioned: shown.isMentioned ? true : undefined,
            delayedUntil:
              delay > 0 ? new Date(now.getTime() + delay * dayMs).toISOString().slice(0, 10) : undefined,
          },
        };
      });
    },
  };
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
