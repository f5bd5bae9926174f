import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildASTSchema, getOperationAST, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { HubCall } from '../gateway/access/call.ts';
import { significantDigits } from '../schema/area.ts';
import { areaOf, purposes, roles, type Caller, type Purpose, type Role } from '../schema/caller.ts';
import { loadSupergraph, loadTypeDefs } from '../schema/load.ts';
import { createAccess, type Access, type RecordFacts } from '../schema/policy/access.ts';
import { isDisclosing } from '../schema/policy/decide.ts';
import { narrowingFields, readGraph } from '../schema/policy/graph.ts';
import { bitsOf } from '../schema/policy/predicates.ts';
import { createPolicy } from '../schema/policy.ts';
import { registry } from '../schema/registry.ts';
import { cast } from '../seeds/cast.ts';
import { startApartHub, type ApartHub } from './support/apart.ts';
import { headersOf } from './support/callers.ts';
import { askDatabase } from './support/database.ts';
import { everything } from './support/everything.ts';
import { expectAnswer, type KnownRecords } from './support/expected-answer.ts';
import { openPolicy } from './support/open-policy.ts';

type Json = Readonly<Record<string, unknown>>;

const policy = createPolicy();
const sdl = parse(loadSupergraph());
const schema = buildASTSchema(sdl, { assumeValid: true, assumeValidSDL: true });
const graph = readGraph(sdl, 'the supergraph');
const narrowing = narrowingFields(graph, policy.openClasses);
const document = parse(everything);
const operation = getOperationAST(document);

const target = cast.linMeihua;
const grid = target.gridCode ?? '';

/** What holds of the target for a caller: nothing, one thing, everything. */
type Setting = 'none' | 'area' | 'self' | 'household' | 'consent' | 'minor' | 'department' | 'case' | 'all';

/** Where both lines stand, where the gateway is open and the subgraphs stand alone, and where nothing is held. */
let guarded: ApartHub;
let alone: ApartHub;
let open: ApartHub;
let known: Omit<KnownRecords, 'person' | 'grid'>;
const people = new Map<
  string,
  { readonly grid: string | null; readonly household: string | null; isMinor: boolean }
>();

beforeAll(async () => {
  guarded = await startApartHub(10_000, { gateway: policy, subgraphs: policy });
  alone = await startApartHub(10_000, { gateway: openPolicy, subgraphs: policy });
  open = await startApartHub(10_000);
  // The target is on a register of help and has an office, so that there is something to withhold everywhere.
  for (const { config } of [guarded, alone, open]) {
    await askDatabase(
      config,
      "insert into persons.service_register values ('matrix', $1, 'RESETTLEMENT', '2026-01-01', null)",
      [target.id],
    );
    await askDatabase(
      config,
      `insert into volunteers.peace_household_head select id, '350802001001', 12 from volunteers.volunteer
       where person_id = $1 on conflict do nothing`,
      [target.id],
    );
  }
  const rows = await askDatabase<{
    id: string;
    grid: string | null;
    household: string | null;
    is_minor: boolean;
  }>(
    open.config,
    `select id, grid_code as grid, household_id as household,
       birth_date > (now() at time zone 'Asia/Shanghai')::date - interval '18 years' as is_minor from persons.person`,
  );
  for (const { id, grid: code, household, is_minor: isMinor } of rows)
    people.set(id, { grid: code, household, isMinor });
  const records = await askDatabase<{ id: string; data_class: string; department_code: string }>(
    open.config,
    'select id, data_class, department_code from integrity.credit_record where superseded_at is null',
  );
  const byId = new Map(
    records.map((row) => [row.id, { dataClass: row.data_class, department: row.department_code }]),
  );
  known = { creditRecord: (id) => byId.get(id) ?? { dataClass: 'none', department: 'none' } };
});
afterAll(() => Promise.all([guarded, alone, open].map((hub) => hub.stop())));

function callerFor(role: Role, setting: Setting): Caller {
  const has = (name: Setting): boolean => setting === name || setting === 'all';
  const isReviewer = role === 'DEPARTMENT_REVIEWER';
  const household = setting === 'household' ? cast.chenGuoqiang.id : undefined;
  const needsPerson = role === 'CITIZEN' || role === 'PORTAL';
  const needsDepartment = role === 'DEPARTMENT_REVIEWER' || role === 'DEPARTMENT_SYSTEM';
  const person = has('self') ? target.id : (household ?? (needsPerson ? cast.wuAnran.id : undefined));
  const department = has('department') ? (isReviewer ? 'D13' : 'D10') : needsDepartment ? 'D42' : undefined;
  return {
    sub: 'matrix',
    role,
    purposes,
    area: has('area') ? grid : '350881',
    ...(person === undefined ? {} : { person }),
    ...(department === undefined ? {} : { department }),
  };
}

function factsFor(caller: Caller, isConsenting: boolean): Pick<KnownRecords, 'person' | 'grid'> {
  const area = areaOf(caller);
  const digits = area.kind === 'AREA' ? significantDigits(area.area) : null;
  const isInArea = (code: string | null): boolean =>
    area.kind === 'CITY' || (digits !== null && code !== null && code.startsWith(digits));
  const own = people.get(caller.person ?? '');
  const isOwnBusiness = caller.role === 'CITIZEN' || caller.role === 'PORTAL';
  return {
    grid: (code): RecordFacts => ({ bits: bitsOf({ area: isInArea(code) }), consented: [] }),
    person: (id): RecordFacts => {
      const person = people.get(id);
      return {
        bits: bitsOf({
          area: isInArea(person?.grid ?? null),
          self: id === caller.person,
          // A child is nobody's guardian.
          household:
            id !== caller.person &&
            person?.household !== null &&
            own?.household === person?.household &&
            (!isOwnBusiness || own?.isMinor === false),
          minor: person?.isMinor ?? true,
        }),
        consented: isConsenting && id === target.id ? ['CONTACT', 'PSYCH_FOLLOW_UP'] : [],
      };
    },
  };
}

async function ask(
  hub: ApartHub,
  caller: Caller,
  purpose: Purpose,
  caseReference: string | undefined,
): Promise<Json> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config, caller, { purpose, caseReference }),
    body: JSON.stringify({ query: everything, variables: { id: target.id, grid } }),
  });
  const answer = (await response.json()) as { data: Json; errors?: unknown };
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** The whole truth, with the records beside the counts that are made of them. */
async function askOpen(): Promise<Json> {
  const full = await ask(open, { sub: 'open', role: 'CITY_CENTRE', purposes }, 'INTEGRITY_REVIEW', undefined);
  const { integrity } = full['person'] as {
    integrity: { standing: Record<string, unknown>; records: { nodes: unknown } };
  };
  integrity.standing['$records'] = integrity.records.nodes;
  return full;
}

const setMinor = async (isMinor: boolean): Promise<void> => {
  const birthDate = isMinor ? '2012-03-12' : target.birthDate;
  for (const { config } of [guarded, alone, open])
    await askDatabase(config, 'update persons.person set birth_date = $2 where id = $1', [
      target.id,
      birthDate,
    ]);
  const person = people.get(target.id);
  if (person) person.isMinor = isMinor;
};

const setConsent = async (isConsenting: boolean): Promise<void> => {
  for (const { config } of [guarded, alone, open]) {
    await askDatabase(config, 'delete from governance.consent_receipt where person_id = $1', [target.id]);
    for (const [index, purpose] of (isConsenting ? purposes : []).entries())
      await askDatabase(
        config,
        `insert into governance.consent_receipt (id, person_id, idempotency_key, classes, purpose, recipients, valid_from,
           valid_to, evidence, granted_at, granted_by)
         values ($1, $2, $1, '{CONTACT,PSYCH_FOLLOW_UP}', $3, $4, now() - interval '1 day', now() + interval '1 day', 'matrix', now(), 'matrix')`,
        [`matrix-${index}`, target.id, purpose, [...roles]],
      );
  }
};

const states: readonly (readonly [string, readonly Setting[], boolean, boolean])[] = [
  [
    'an adult who consented to nothing',
    ['none', 'area', 'self', 'household', 'department', 'case'],
    false,
    false,
  ],
  ['an adult who consented', ['consent'], false, true],
  ['a minor', ['minor'], true, false],
  ['a minor who consented, of whom all holds', ['all'], true, true],
];

describe.each(states)('of %s', (_state, ofState, isMinor, isConsenting) => {
  let full: Json;
  beforeAll(async () => {
    await setMinor(isMinor);
    await setConsent(isConsenting);
    full = await askOpen();
  });

  describe.each(ofState)('with %s', (setting) => {
    it.each(roles)(
      '%s is given by both lines, and by the subgraphs alone, what the table says',
      async (role) => {
        const caller = callerFor(role, setting);
        const caseReference = setting === 'case' || setting === 'all' ? 'matrix-1' : undefined;
        const { department } = caller;
        for (const purpose of purposes) {
          const access = createAccess(policy, {
            role,
            purpose,
            hasCase: caseReference !== undefined,
            department,
          });
          const world = {
            schema,
            graph,
            narrowing,
            access,
            department,
            known: { ...known, ...factsFor(caller, isConsenting) },
          };
          if (!operation) throw new Error('no operation');
          const expected = expectAnswer(world, operation, full);
          const [both, one] = await Promise.all(
            [guarded, alone].map((hub) => ask(hub, caller, purpose, caseReference)),
          );
          expect({ purpose, both }).toEqual({ purpose, both: expected });
          expect({ purpose, one }).toEqual({ purpose, one: expected });
        }
      },
    );
  });
});

describe('over the whole matrix', () => {
  const schemas = new Map(
    registry.map(({ name }) => [name as string, buildSubgraphSchema([{ typeDefs: loadTypeDefs(name) }])]),
  );
  const coordinates = new Map<string, readonly string[]>();

  function coordinatesOf(subgraph: string, query: string): readonly string[] {
    const key = `${subgraph} ${query}`;
    const remembered = coordinates.get(key);
    if (remembered) return remembered;
    const found = new Set<string>();
    const info = new TypeInfo(schemas.get(subgraph) ?? schema);
    visit(
      parse(query),
      visitWithTypeInfo(info, {
        Field: ({ name }) => {
          found.add(`${info.getParentType()?.name ?? ''}.${name.value}`);
        },
      }),
    );
    coordinates.set(key, [...found]);
    return [...found];
  }

  const accessOf = ({ caller, purpose, caseReference }: HubCall): Access =>
    createAccess(policy, {
      role: caller.role,
      purpose: purpose ?? 'STATISTICS',
      hasCase: caseReference !== undefined,
      department: caller.department,
    });

  it('no subgraph is asked for a coordinate that is denied', () => {
    const judged = new Set<string>();
    const denied = guarded.calls.flatMap(([subgraph, query, call]) => {
      const key = [
        subgraph,
        query,
        call.caller.role,
        call.purpose,
        call.caseReference,
        call.caller.department,
      ].join('\n');
      if (judged.has(key)) return [];
      judged.add(key);
      const access = accessOf(call);
      return coordinatesOf(subgraph, query).filter((coordinate) => {
        const field = graph.fields.get(coordinate);
        return field !== undefined && narrowing.has(coordinate) && !isDisclosing(access.atBest(field));
      });
    });
    expect(guarded.calls.length).toBeGreaterThan(1_000);
    expect(judged.size).toBeGreaterThan(200);
    expect(denied).toEqual([]);
  });
});
