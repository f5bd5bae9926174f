import { parseArgs } from 'node:util';
import { updateGenerated } from './compose.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

try {
  const stale = await updateGenerated(values.check);
  const [verb, hint] = values.check
    ? ['differs', ': run `npm run schema` and read the diff']
    : ['written', ''];
  for (const file of stale) process.stdout.write(`${file} ${verb}${hint}\n`);
  if (values.check && stale.length > 0) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'Composition failed.'}\n`);
  process.exitCode = 1;
}
