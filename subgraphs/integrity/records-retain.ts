import { runOwnerCommand } from './owner-command.ts';

await runOwnerCommand('records-retain', async (client) => {
  await client.query('begin');
  const { rows } = await client.query<{ expired: string; forgotten: string; blocks: string }>(
    `select * from retain_records((now() at time zone 'Asia/Shanghai')::date)`,
  );
  const { rows: reviews } = await client.query<{ gone: number }>(
    `select retain_reviews((now() at time zone 'Asia/Shanghai')::date) as gone`,
  );
  await client.query('commit');
  const { expired = '0', forgotten = '0', blocks = '0' } = rows[0] ?? {};
  return `Run out: ${expired}. Forgotten: ${forgotten}, with ${blocks} blocks of delivered rows. Reviews: ${reviews[0]?.gone ?? 0}.`;
});
