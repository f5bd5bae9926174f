import { createPolicy, loadPolicyText } from '../../schema/policy.ts';

/**
 * A policy that gives everything to everybody: for tests of reading and of what happens when a department is silent, which
 * would otherwise be tests of who may see. Area, tickets and row security stay as they are.
 */
export const openPolicy = createPolicy(openTable());

function openTable(): string {
  const [header = '', ...rows] = loadPolicyText().trimEnd().split('\n');
  const classes = [...new Set(rows.map((row) => row.split(',')[1] ?? ''))];
  const owner = (name: string): string => (name.startsWith('CREDIT_') ? 'source' : 'D36');
  const lines = classes.map((name) =>
    [`OPN-01`, name, '*', '*', '', '', 'ALLOW', '', 'minor:same', 'no', 'tests', owner(name)].join(','),
  );
  return `${[header, ...lines.map((line, index) => line.replace('OPN-01', `OPN-${String(index).padStart(2, '0')}`))].join('\n')}\n`;
}
