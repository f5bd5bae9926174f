import { isoOf, momentOf, seedDayNumber } from '../calendar.ts';
import { cast } from '../cast.ts';
import type { City, Grid } from '../city/city.ts';
import type { Row } from '../database/rows.ts';
import { opaqueId } from '../opaque-id.ts';
import { dwellingsOf, type Member } from '../population/dwelling.ts';
import { createChoice, Random } from '../random.ts';

type Channel = 'HOTLINE' | 'ONLINE' | 'CLINIC' | 'STATION' | 'SCHOOL';

const drawChannel = createChoice<Channel>([
  ['STATION', 45],
  ['HOTLINE', 28],
  ['ONLINE', 17],
  ['CLINIC', 10],
]);
const drawKind = createChoice([
  ['CONSULTATION', 70],
  ['ASSESSMENT', 18],
  ['LECTURE', 12],
]);
const drawPast = createChoice([
  ['ATTENDED', 78],
  ['MISSED', 8],
  ['CANCELLED', 9],
  ['REFERRED', 5],
]);

// A little above ten thousand appointments for the whole population.
const clientShare = 0.0028;

/** Who has appointments, and who agreed to a follow-up. When and where, never what about. */
export function* clientRows(city: City): Generator<Row> {
  yield* castClientRows();
  for (const grid of city.grids) {
    for (const { members } of dwellingsOf(city, grid)) {
      for (const member of members)
        if (member.isPresent && member.age >= 6) yield* rowsOf(city, grid, member);
    }
  }
}

function* rowsOf(city: City, grid: Grid, member: Member): Generator<Row> {
  const random = new Random(city.seedNumber, 'psych', member.index);
  if (!random.chance(clientShare)) return;
  const count = random.between(1, 3);
  for (let serial = 0; serial < count; serial += 1) {
    const day = seedDayNumber + random.between(-420, 60);
    const channel = member.age < 18 && random.chance(0.6) ? 'SCHOOL' : drawChannel(random);
    yield appointmentRow({
      id: opaqueId('a', member.index * 4 + serial),
      personId: member.id,
      channel,
      kind: drawKind(random),
      status: day > seedDayNumber ? 'BOOKED' : drawPast(random),
      startsAt: momentOf(day, 540 + 30 * random.below(18)),
      stationCode: stationFor(channel, grid.village.code),
    });
  }
  if (random.chance(0.3)) {
    const asked = seedDayNumber - random.between(1, 120);
    yield followUpRow(member.id, momentOf(asked, random.between(540, 1020)), isoOf(asked + 365));
  }
}

function stationFor(channel: Channel, villageCode: string): string | null {
  if (channel === 'STATION') return `S${villageCode}-01`;
  if (channel === 'CLINIC') return 'S350800-01';
  // The school stations are the fourth of each county's key units.
  return channel === 'SCHOOL' ? `S${villageCode.slice(0, 6)}-04` : null;
}

interface Appointment {
  readonly id: string;
  readonly personId: string;
  readonly channel: Channel;
  readonly kind: string;
  readonly status: string;
  readonly startsAt: string;
  readonly stationCode: string | null;
}

const appointmentRow = ({
  id,
  personId,
  channel,
  kind,
  status,
  startsAt,
  stationCode,
}: Appointment): Row => ({
  table: 'appointment',
  columns: { id, person_id: personId, channel, kind, status, starts_at: startsAt, station_code: stationCode },
});

const followUpRow = (personId: string, requestedAt: string, until: string): Row => ({
  table: 'follow_up',
  columns: { person_id: personId, requested_at: requestedAt, until },
});

function* castClientRows(): Generator<Row> {
  const of = (
    { id, gridCode }: { id: string; gridCode: string | null },
    serial: number,
    rest: CastAppointment,
  ): Row => {
    const villageCode = (gridCode ?? '').slice(0, 12);
    return appointmentRow({
      ...rest,
      id: `${id}-appointment-${serial}`,
      personId: id,
      stationCode: stationFor(rest.channel, villageCode),
    });
  };
  const { linMeihua, chenXiaoyu, qiuFuzhen } = cast;
  yield of(linMeihua, 1, told('STATION', 'CONSULTATION', 'ATTENDED', '2026-06-18T09:00:00+08:00'));
  yield of(linMeihua, 2, told('HOTLINE', 'CONSULTATION', 'ATTENDED', '2026-08-05T20:30:00+08:00'));
  yield of(linMeihua, 3, told('STATION', 'LECTURE', 'BOOKED', '2026-12-10T14:30:00+08:00'));
  yield of(chenXiaoyu, 1, told('SCHOOL', 'ASSESSMENT', 'ATTENDED', '2026-05-20T10:00:00+08:00'));
  yield of(qiuFuzhen, 1, told('STATION', 'CONSULTATION', 'BOOKED', '2026-11-27T09:30:00+08:00'));
  yield followUpRow(linMeihua.id, '2026-08-06T10:00:00+08:00', '2027-08-05');
  yield followUpRow(qiuFuzhen.id, '2026-10-19T11:00:00+08:00', '2027-10-18');
}

type CastAppointment = Pick<Appointment, 'channel' | 'kind' | 'status' | 'startsAt'>;

const told = (channel: Channel, kind: string, status: string, startsAt: string): CastAppointment => ({
  channel,
  kind,
  status,
  startsAt,
});
