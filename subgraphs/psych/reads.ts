import { sql } from 'kysely';
import { personScope } from '../kit/access/person-scope.ts';
import { contributedPerson } from '../kit/reads/contributed-person.ts';
import { byKey, column, connection, many, one, sameRow, type Row, type Shape } from '../kit/reads/shape.ts';
import { withinArea } from '../kit/reads/within-area.ts';

const station: Shape = {
  type: 'Station',
  entity: { key: 'code', table: 'station' },
  fields: {
    code: column('code'),
    name: column('name'),
    kind: column('kind'),
    phone: column('phone'),
    openingHours: column('opening_hours'),
    isDemonstration: column('is_demonstration'),
    acceptedOn: column('accepted_on'),
    requirementsMet: column('requirements_met'),
    provider: one(
      () => provider,
      (child, row) => sql`provider ${child.table} where ${child('id')} = ${row('provider_id')}`,
    ),
    division: sameRow(() => division),
    slots: many(
      () => slot,
      (child, row, { args, now }) => sql`(select s.* from slot s where s.station_code = ${row('code')}
        and s.starts_at > ${now} order by s.starts_at limit ${args['first']}) ${child.table}`,
      (child) => child('starts_at'),
    ),
  },
};

const division: Shape = { type: 'Division', fields: { code: column('division_code') } };

const provider: Shape = {
  type: 'Provider',
  fields: { id: column('id'), name: column('name'), kind: column('kind') },
};

const slot: Shape = {
  type: 'Slot',
  fields: {
    startsAt: column('starts_at'),
    endsAt: column('ends_at'),
    counsellor: one(
      () => counsellor,
      (child, row) => sql`counsellor ${child.table} where ${child('id')} = ${row('counsellor_id')}`,
    ),
  },
};

const counsellor: Shape = {
  type: 'Counsellor',
  fields: {
    id: column('id'),
    name: column('name'),
    languages: column('languages'),
    isFullTime: column('is_full_time'),
  },
};

/** The row is the person's id and area as they came from the gateway; these services have no table of people. */
const person: Shape = {
  type: 'Person',
  entity: { key: 'id', external: personScope },
  record: contributedPerson,
  fields: { id: column('id'), psych: sameRow(() => profile) },
};

const profile: Shape = {
  type: 'PsychProfile',
  fields: {
    followUp: one(
      () => followUp,
      (child, row, { today }) => sql`follow_up ${child.table}
        where ${child('person_id')} = ${row('id')} and ${child('until')} >= ${today}`,
    ),
    nearestStation: one(() => station, nearestTo),
    appointments: connection(
      () => appointment,
      (child, row) => sql`appointment ${child.table} where ${child('person_id')} = ${row('id')}`,
      [
        { column: 'starts_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
      'desc',
    ),
  },
};

/** The room of the person's village, else the station of the township. */
function nearestTo(child: Row, person: Row) {
  const area = person('scopeArea');
  return sql`station ${child.table}
    where ${child('division_code')} in (left(${area}, 12), left(${area}, 9)) and ${child('kind')} in ('VILLAGE', 'TOWNSHIP')
    order by length(${child('division_code')}) desc, ${child('code')}`;
}

const followUp: Shape = {
  type: 'FollowUp',
  fields: { requestedAt: column('requested_at'), until: column('until') },
};

const appointment: Shape = {
  type: 'Appointment',
  fields: {
    id: column('id'),
    channel: column('channel'),
    kind: column('kind'),
    status: column('status'),
    startsAt: column('starts_at'),
    station: one(
      () => station,
      (child, row) => sql`station ${child.table} where ${child('code')} = ${row('station_code')}`,
    ),
  },
};

/** The reads of the psychological services, root fields first. */
export const shapes: readonly Shape[] = [
  {
    type: 'Query',
    fields: {
      stations: connection(
        () => station,
        (child, _row, { args }) =>
          sql`station ${child.table} where ${withinArea(child('division_code'), String(args['area']))}`,
        [{ column: 'code', type: 'text' }],
      ),
      station: byKey(() => station, 'code'),
      providers: many(
        () => provider,
        (child) => sql`provider ${child.table}`,
        (child) => child('id'),
      ),
      hotlineCounsellors: many(
        () => counsellor,
        (child) => sql`counsellor ${child.table} where ${child('is_on_hotline')}`,
        (child) => child('id'),
      ),
    },
  },
  station,
  division,
  provider,
  slot,
  counsellor,
  person,
  profile,
  followUp,
  appointment,
];
