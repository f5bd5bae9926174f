import { parseArgs } from 'node:util';
import { findCallerFaults, isPurpose, isRole, purposes, roles, type Caller } from '../../schema/caller.ts';
import { findFormFault } from '../../schema/forms.ts';

const usage = `Usage: npm run --silent token -- --role ROLE [--sub ID] [--area CODE] [--department Dnn]
         [--purpose PURPOSE]… [--person ID] [--second-factor]
Roles: ${roles.join(', ')}
Purposes: ${purposes.join(', ')}`;

/** The caller that the arguments of `npm run token` describe; throws with every fault at once and the usage. */
export function readCaller(args: readonly string[]): Caller {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      role: text,
      sub: text,
      area: text,
      department: text,
      person: text,
      purpose: { type: 'string', multiple: true },
      'second-factor': { type: 'boolean', default: false },
    },
  });
  const { role, sub = 'dev', area, department, person, purpose = [] } = values;
  if (!isRole(role))
    throw new Error(
      `--role: expected a role, found ${role === undefined ? 'none' : 'none of the list'}.\n${usage}`,
    );
  const caller: Caller = {
    sub,
    role,
    purposes: purpose.filter(isPurpose),
    area,
    department,
    person,
    // The token says when it was made: fresh for five minutes.
    ...(values['second-factor'] ? { authMethods: ['otp'] } : {}),
  };
  const faults = [
    ...purpose.filter((name) => !isPurpose(name)).map(() => '--purpose: expected a purpose of the list'),
    ...faultOf('--sub', 'ID', sub),
    ...faultOf('--area', 'AREA_CODE', area),
    ...faultOf('--department', 'DEPARTMENT_CODE', department),
    ...faultOf('--person', 'ID', person),
    ...findCallerFaults(caller),
  ];
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\n${usage}`);
  return caller;
}

function faultOf(option: string, kind: string, value: string | undefined): readonly string[] {
  const fault = findFormFault({ kind, max: undefined }, value);
  return fault ? [`${option}: ${fault}`] : [];
}
