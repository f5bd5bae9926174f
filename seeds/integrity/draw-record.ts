import { isoOf, momentOf, seedDayNumber } from '../calendar.ts';
import { createChoice, type Random } from '../random.ts';
import type { RecordType } from './catalogue.ts';
import type { CreditRecord, RecordStatus, RecordVersion } from './records.ts';

// How long a negative record is published (国办发〔2025〕22号), in days.
const publication = { MINOR: 90, GENERAL: 365, SERIOUS: 1095 } as const;

const drawLevel = createChoice<'MINOR' | 'GENERAL' | 'SERIOUS'>([
  ['MINOR', 45],
  ['GENERAL', 42],
  ['SERIOUS', 13],
]);

const drawNegativeEnd = createChoice<RecordStatus>([
  ['RECORDED', 80],
  ['REPAIRED', 12],
  ['DISPUTED', 4],
  ['REVOKED', 3],
  ['SEALED', 1],
]);

interface Subject {
  readonly subjectId: string;
  /** The subject's age on the seed day; null for a unit. */
  readonly age: number | null;
}

/** Draws a record and what became of it. */
export function drawRecord(
  random: Random,
  id: string,
  { subjectId, age }: Subject,
  { type, years }: { readonly type: RecordType; readonly years: number | null },
): CreditRecord {
  const decided = drawDecision(random, age, years);
  const level = type.polarity === 'NEGATIVE' ? drawLevel(random) : null;
  const validUntil = years === null ? null : decided + years * 365;
  // Only public records are published at all.
  const publishedUntil =
    level === null || type.dataClass !== 'CREDIT_PUBLIC' ? null : decided + publication[level];
  const wasMinor = age !== null && (seedDayNumber - decided) / 365.25 > age - 18;
  const year = isoOf(decided).slice(0, 4);
  return {
    id,
    subjectId,
    type,
    level,
    decidedOn: isoOf(decided),
    validUntil: validUntil === null ? null : isoOf(validUntil),
    publishedUntil: publishedUntil === null ? null : isoOf(publishedUntil),
    documentNumber: level === null ? null : `岩示例决〔${year}〕${random.between(1, 9999)}号`,
    versions: drawVersions(random, type, decided, validUntil, wasMinor),
  };
}

function drawDecision(random: Random, age: number | null, years: number | null): number {
  // A fifth of what runs out has run out, and departments keep it for a while.
  const oldest = years === null ? 3600 : Math.round(years * 365 * 1.25);
  // Nobody is on record for what he did before he was 14.
  const grown = age === null ? oldest : Math.max(40, Math.floor((age - 14) * 365));
  return seedDayNumber - random.between(35, Math.min(oldest, grown));
}

function drawVersions(
  random: Random,
  type: RecordType,
  decided: number,
  validUntil: number | null,
  wasMinor: boolean,
): readonly RecordVersion[] {
  const recorded = decided + random.between(1, 20);
  const first: RecordVersion = {
    recordedAt: momentOf(recorded, random.between(480, 1080)),
    status: 'RECORDED',
    title: type.name,
    repairedOn: null,
    sealedOn: null,
  };
  const later = random.between(recorded + 1, seedDayNumber - 1);
  const status = drawStatus(random, type, validUntil, wasMinor);
  if (status === 'RECORDED') {
    // Some departments correct the wording afterwards.
    return random.chance(0.03)
      ? [
          { ...first, title: `${type.name}(登记)` },
          { ...first, recordedAt: momentOf(later, 600) },
        ]
      : [first];
  }
  const ended = status === 'EXPIRED' && validUntil !== null ? validUntil + 1 : later;
  return [
    first,
    {
      recordedAt: momentOf(ended, random.between(1100, 1400)),
      status,
      title: first.title,
      repairedOn: status === 'REPAIRED' ? isoOf(ended) : null,
      sealedOn: status === 'SEALED' ? isoOf(ended) : null,
    },
  ];
}

function drawStatus(
  random: Random,
  type: RecordType,
  validUntil: number | null,
  wasMinor: boolean,
): RecordStatus {
  // Whatever is recorded against a minor is sealed (预防未成年人犯罪法 §59), and nothing else happens to it.
  if (wasMinor && type.polarity === 'NEGATIVE') return 'SEALED';
  if (validUntil !== null && validUntil < seedDayNumber - 1) return 'EXPIRED';
  if (type.polarity === 'NEGATIVE') return drawNegativeEnd(random);
  return random.chance(0.005) ? 'REVOKED' : 'RECORDED';
}
