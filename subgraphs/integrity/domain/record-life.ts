/** Where a record stands. A sealed one looks to everybody as if it were not there. */
export const recordStates = ['RECORDED', 'DISPUTED', 'REPAIRED', 'EXPIRED', 'REVOKED', 'SEALED'] as const;
export type RecordState = (typeof recordStates)[number];

/** What may be done to a record. */
export const recordActs = ['DISPUTE', 'UPHOLD', 'REPAIR', 'REVOKE', 'EXPIRE', 'SEAL'] as const;
export type RecordAct = (typeof recordActs)[number];

/**
 * From where to where each act leads; what is not here cannot happen. Nothing leaves SEALED, and what was repaired, taken
 * back or has run out comes to life only as another delivery of its department (信用修复管理办法: 谁认定、谁修复).
 */
const table: Readonly<
  Record<RecordAct, { readonly from: readonly RecordState[]; readonly to: RecordState }>
> = {
  DISPUTE: { from: ['RECORDED'], to: 'DISPUTED' },
  UPHOLD: { from: ['DISPUTED'], to: 'RECORDED' },
  REPAIR: { from: ['RECORDED', 'DISPUTED'], to: 'REPAIRED' },
  REVOKE: { from: ['RECORDED', 'DISPUTED', 'REPAIRED', 'EXPIRED'], to: 'REVOKED' },
  EXPIRE: { from: ['RECORDED', 'DISPUTED'], to: 'EXPIRED' },
  SEAL: { from: ['RECORDED', 'DISPUTED', 'REPAIRED', 'EXPIRED', 'REVOKED'], to: 'SEALED' },
};

/** The states from which an act may be done, and the one it leads to. */
export const transitionOf = (
  act: RecordAct,
): { readonly from: readonly RecordState[]; readonly to: RecordState } => table[act];

/** Whether a record in this state may be a ground of anything, if it is otherwise in force. */
export const mayDecide = (state: RecordState): boolean => state === 'RECORDED';

/** Working days within which a department answers a dispute (浙江省公共信用信息管理条例 §30-31: five, twenty at most). */
export const answerDays = 5;
