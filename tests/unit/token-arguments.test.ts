import { describe, expect, it } from '@jest/globals';
import { readCaller } from '../../gateway/access/token-arguments.ts';
import { findConflictGaps, purposes, roles } from '../../schema/caller.ts';

const read = (line: string) => readCaller(line.split(' '));
const worker = '--role GRID_WORKER --area 350802001001001';

describe('the arguments of npm run token that are refused', () => {
  it.each([
    ['--sub somebody', '--role: expected a role, found none.'],
    ['--role grid_worker', '--role: expected a role, found none of the list.'],
    ['--role MAYOR', '--role: expected a role, found none of the list.'],
    ['--role GRID_WORKER', 'GRID_WORKER needs an area: without one it sees no rows'],
    ['--role GRID_LEADER', 'GRID_LEADER needs an area'],
    ['--role TOWNSHIP_CENTRE', 'TOWNSHIP_CENTRE needs an area'],
    ['--role COUNTY_CENTRE', 'COUNTY_CENTRE needs an area'],
    ['--role COUNSELLOR', 'COUNSELLOR needs an area'],
    ['--role VOLUNTEER_MANAGER', 'VOLUNTEER_MANAGER needs an area'],
    ['--role DEPARTMENT_REVIEWER', 'DEPARTMENT_REVIEWER needs a department'],
    ['--role DEPARTMENT_SYSTEM', 'DEPARTMENT_SYSTEM needs a department'],
    ['--role CITIZEN', 'CITIZEN needs a person'],
    ['--role PORTAL', 'PORTAL needs a person'],
    [`${worker} --purpose service_visit`, '--purpose: expected a purpose of the list'],
    ['--role GRID_WORKER --area 3508', '--area: expected a division or grid code'],
    ['--role DEPARTMENT_SYSTEM --department D43', '--department: expected a department code from D01 to D42'],
    ['--role CITIZEN --person 林', '--person: expected an id'],
    ['--role AUDITOR --sub a.b', '--sub: expected an id'],
    ['--role AUDITOR --colour blue', "Unknown option '--colour'"],
    ['--role AUDITOR stray', "Unexpected argument 'stray'"],
    ['--role', "Option '--role <value>' argument missing"],
  ])('%s', (line, message) => {
    expect(() => read(line)).toThrow(message);
  });

  it('are told with all their faults together, then the usage with every role and purpose', () => {
    const line = '--role CITIZEN --sub a.b --area x --department y --purpose z';
    const message = ((): string => {
      try {
        read(line);
      } catch (error) {
        return String(error);
      }
      return 'accepted';
    })();
    for (const option of ['--sub', '--area', '--department', '--purpose']) {
      expect(message).toContain(`${option}: expected`);
    }
    expect(message).toContain('CITIZEN needs a person');
    for (const name of [...roles, ...purposes]) expect(message).toContain(name);
  });

  it('are not repeated: a person given for an id may be a personal number', () => {
    expect(() => read('--role CITIZEN --person 35999919900101123X.')).not.toThrow('35999919900101123X');
  });
});

describe('the arguments of npm run token', () => {
  it('give a caller for development without more than a role where the role needs no more', () => {
    expect(read('--role CITY_CENTRE')).toEqual({ sub: 'dev', role: 'CITY_CENTRE', purposes: [] });
  });

  it('give all that they say, and as many purposes as they name', () => {
    const line = `${worker} --sub worker-7 --department D01 --purpose SERVICE_VISIT --purpose CRISIS_RESPONSE`;
    expect(read(line)).toEqual({
      sub: 'worker-7',
      role: 'GRID_WORKER',
      area: '350802001001001',
      department: 'D01',
      purposes: ['SERVICE_VISIT', 'CRISIS_RESPONSE'],
    });
  });

  it.each(roles.map((role) => [role]))('can describe a %s', (role) => {
    const isForPerson = role === 'CITIZEN' || role === 'PORTAL';
    const line = `--role ${role} --area 350802 --department D13${isForPerson ? ' --person p-1' : ''}`;
    expect(read(line)).toMatchObject({ role, person: isForPerson ? 'p-1' : undefined });
  });
});

describe('the argument of a second factor', () => {
  it('says that one was shown; without it nothing is said', () => {
    expect(read(`${worker} --second-factor`)).toMatchObject({ authMethods: ['otp'] });
    expect(read(worker)).not.toHaveProperty('authMethods');
  });
});

describe('what is noted beside a token', () => {
  it.each([
    ['--role VETO_REVIEWER', ['without a person', 'without a department']],
    ['--role REVIEW_APPROVER --person p-1', ['without a department']],
    ['--role DEPARTMENT_REVIEWER --department D13', ['without a person']],
    ['--role VETO_REVIEWER --person p-1 --department D36', []],
    ['--role CITY_CENTRE', []],
    [worker, []],
  ])('%s', (line, gaps) => {
    expect(findConflictGaps(read(line))).toEqual(gaps.map((gap) => expect.stringContaining(gap)));
  });
});
