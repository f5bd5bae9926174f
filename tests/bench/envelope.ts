import pg from 'pg';

const rounds = 11;
const readsPerRound = 2_000;

/** As a citizen's call says it. */
const scope = `begin read only; set local hub.actor = 'citizen'; set local hub.role = 'CITIZEN';
  set local hub.purpose = 'SELF_ACCESS'; set local hub.area_from = '~'; set local hub.person = 'cast-lin-meihua';
  set local hub.persons = '{cast-lin-meihua}'`;

/** Microseconds of this process's CPU that the transaction around a read costs, above the read alone; interleaved. */
export async function measureEnvelope(url: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 1, pipeline: true });
  const client = await pool.connect();
  const cpuOf = async (read: () => Promise<unknown>): Promise<number> => {
    const before = process.cpuUsage();
    for (let count = 0; count < readsPerRound; count += 1) await read();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / readsPerRound;
  };
  const statement = { text: 'select $1::text as a', values: ['a'] };
  const bare = () => client.query(statement);
  const enclosed = () => Promise.all([client.query(scope), client.query(statement), client.query('commit')]);
  const differences: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = round % 2 === 0 ? [bare, enclosed] : [enclosed, bare];
    const [one, other] = [await cpuOf(first), await cpuOf(second)];
    differences.push(round % 2 === 0 ? other - one : one - other);
  }
  client.release();
  await pool.end();
  return differences.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}
