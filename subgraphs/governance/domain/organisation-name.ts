import type { Role } from '../../../schema/caller.ts';

/** Who acted, as the ledger has it, with the names that are known of the codes. */
export interface ActingUnit {
  readonly role: string | null;
  readonly department: string | null;
  readonly departmentName: string | null;
  readonly area: string | null;
  readonly areaName: string | null;
}

/** What stands behind the name of the place; nothing for those who act for themselves. */
const units: Readonly<Record<Role, string | null>> = {
  GRID_WORKER: '网格',
  GRID_LEADER: '网格',
  TOWNSHIP_CENTRE: '综治中心',
  COUNTY_CENTRE: '综治中心',
  CITY_CENTRE: '综治中心',
  COUNSELLOR: '社会心理服务',
  VOLUNTEER_MANAGER: '志愿服务',
  DEPARTMENT_REVIEWER: '部门',
  VETO_REVIEWER: '一票否决审核',
  REVIEW_APPROVER: '一票否决审批',
  AUDITOR: '审计',
  CITIZEN: null,
  PORTAL: null,
  DEPARTMENT_SYSTEM: '部门',
};

/**
 * The organisation that looked, as people know it: 适中镇综治中心, 保丰村网格, 市市场监督管理局. A code that has no name stands for
 * itself; null for citizens and what acts for them.
 */
export function organisationName(unit: ActingUnit): string | null {
  const { role, department, departmentName, area, areaName } = unit;
  const suffix = Object.entries(units).find(([name]) => name === role)?.[1];
  if (suffix === null) return null;
  if (department !== null) return departmentName ?? department;
  return suffix === undefined ? (areaName ?? area) : `${areaName ?? area ?? '市'}${suffix}`;
}
