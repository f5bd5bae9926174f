import { runOwnerCommand } from './owner-command.ts';

// A day that was missed shows as "not known", never as "none".
await runOwnerCommand('integrity-holdings', async (client) => {
  const { rows } = await client.query<{ day: string; count: number }>(
    `select day::text, build_holdings(day) as count from (select (now() at time zone 'Asia/Shanghai')::date as day) t`,
  );
  return `Indexes of holdings made for ${rows[0]?.day ?? 'today'}: ${rows[0]?.count ?? 0}.`;
});
