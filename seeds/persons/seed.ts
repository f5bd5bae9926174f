import { createSecretKey } from 'node:crypto';
import { addressIn, type City } from '../city/city.ts';
import { isCommunity, type Division } from '../city/divisions.ts';
import type { Row, SeedContext, SubgraphSeed } from '../database/rows.ts';
import { opaqueId } from '../opaque-id.ts';
import { dwellingsOf, type Dwelling } from '../population/dwelling.ts';
import type { Random } from '../random.ts';
import { castPersonRows } from './cast-rows.ts';
import { codeTables } from './code-tables.ts';
import { helpRows } from './help-rows.ts';
import { personRows, type Door } from './person-rows.ts';
import { Sequences } from './sequences.ts';

export const personsSeed: SubgraphSeed = {
  name: 'persons',
  tables: ['code_value', 'household', 'person', 'population_registration', 'care_need', 'service_register'],
  rows: personsRows,
  expectedRows: ({ dwellingCount }) => Math.round(dwellingCount * 6.4),
};

function* personsRows({ city, identifierKey }: SeedContext): Generator<Row> {
  const key = createSecretKey(identifierKey);
  yield* codeRows();
  yield* castPersonRows(city, key);
  const sequences = new Sequences();
  for (const grid of city.grids) {
    for (const dwelling of dwellingsOf(city, grid)) {
      const { row, door } = openDoor(city, dwelling);
      if (row) yield row;
      for (const [place, member] of dwelling.members.entries()) {
        const sequence = sequences.deal(member.birthDay, member.sex);
        yield* personRows(city.seedNumber, key, member, place, door, sequence);
        yield* helpRows(city.seedNumber, member);
      }
    }
  }
}

function* codeRows(): Generator<Row> {
  for (const [table, codes] of Object.entries(codeTables)) {
    for (const [code, label] of Object.entries(codes)) {
      yield { table: 'code_value', columns: { code_table: table, code, label } };
    }
  }
}

const origins = ['江西省', '广东省', '四川省', '贵州省', '湖南省', '河南省', '福建省外市', '安徽省'] as const;

function openDoor(city: City, dwelling: Dwelling): { readonly row: Row | null; readonly door: Door } {
  const { grid, random, isHousehold, index } = dwelling;
  const residenceAddress = addressIn(city, grid.village, grid.kind, random);
  const common = { gridCode: grid.code, gridKind: grid.kind, residenceAddress };
  if (!isHousehold) {
    const registeredAddress =
      dwelling.members[0]?.kind === 'OVERSEAS'
        ? '境外样本地址'
        : `${random.pick(origins)}示例市样本县样例镇${random.between(1, 99)}号`;
    return { row: null, door: { ...common, householdId: null, registeredAddress, isConsistent: false } };
  }
  const village = registeredVillage(city, dwelling, random);
  const isConsistent = village === grid.village;
  const kind = isCommunity(village) ? 'COMMUNITY' : 'RURAL';
  const registeredAddress = isConsistent ? residenceAddress : addressIn(city, village, kind, random);
  const householdId = opaqueId('h', index);
  const columns = {
    id: householdId,
    address: registeredAddress,
    registered_area: village.code,
    is_law_abiding: random.chance(0.82),
  };
  return {
    row: { table: 'household', columns },
    door: { ...common, householdId, registeredAddress, isConsistent },
  };
}

/** Many who live in town are still registered in the village they came from (人户分离). */
function registeredVillage(city: City, { grid }: Dwelling, random: Random): Division {
  const isElsewhere = random.chance(grid.kind === 'RURAL' ? 0.03 : 0.18);
  return isElsewhere ? random.pick(city.villages) : grid.village;
}
