import type {
  CertificateAnswerState,
  CertificateDecision,
  CertificateFinding,
  CertificatePayload,
} from '../domain/certificate/payload.ts';
import { html, said, type Markup } from './markup.ts';

export const stateWords: Readonly<Record<CertificateAnswerState, string>> = {
  ANSWERED_NONE: '已答复：无记录',
  ANSWERED_RECORD: '已答复：有记录',
  NOT_APPLICABLE: '不适用',
  REFUSED: '不予答复',
  NOT_ANSWERED: '未答复',
  STALE: '数据过期',
  IDENTITY_UNCERTAIN: '身份存疑',
  INVALID: '答复无效',
  SUPPRESSED: '已答复：记录不予展示',
  WITHDRAWN: '答复已撤回',
};

export const outcomeWords: Readonly<Record<CertificateDecision['outcome'], string>> = {
  VETO: '一票否决',
  NO_VETO: '不予否决',
  DEFER: '暂缓决定',
  PROVISIONAL: '临时决定',
  OPINION: '征询意见',
};

export const proposalWords: Readonly<Record<CertificatePayload['proposal'], string>> = {
  VETO: '建议否决',
  PASS: '建议通过',
  UNDETERMINED: '无法判定',
};

export const effectWords: Readonly<Record<CertificateFinding['effect'], string>> = {
  DENIES_HONOUR: '不得评先受奖',
  DENIES_HONOUR_AND_PROMOTION: '不得评先受奖、晋职晋级',
  TO_BE_WEIGHED: '供研判',
  IN_FAVOUR: '有利情形',
};

export const kindWords: Readonly<Record<CertificatePayload['subject']['kind'], string>> = {
  REGION: '地区',
  UNIT: '单位',
  LEADER: '负责人',
  INDIVIDUAL: '个人',
};

/** Words of lists that certificates leave open; what is not here stands there by its code alone. */
const openWords: ReadonlyMap<string, string> = new Map([
  ['HONOUR_UNIT', '评先评优（单位）'],
  ['HONOUR_PERSON', '评先评优（个人）'],
  ['PROMOTION', '提拔任用'],
  ['REPRESENTATIVE_CANDIDATE', '“两代表一委员”人选联审'],
  ['VILLAGE_ELECTION', '村（社区）“两委”候选人联审'],
  ['PARTY_ADMISSION', '发展党员政审'],
  ['CIVIL_RECRUITMENT', '录用考察'],
  ['CIVILISED_TITLE', '文明单位创建'],
  ['PEACE_TITLE', '平安单位、平安村镇命名'],
  ['BENEFIT', '“三个10%”激励'],
  ['VOLUNTEER_STAR', '志愿服务星级评定'],
  ['CHILD_WORK_CHECK', '密切接触未成年人从业查询'],
  ['VETO_REVIEWER', '否决审核人'],
  ['REVIEW_APPROVER', '联审批准人'],
  ['NO_OBJECTION', '无意见'],
  ['OBJECTION', '有意见'],
  ['RECUSED', '回避'],
  ['NOT_APPLICABLE', '不适用'],
  ['REFUSED', '不予答复'],
  ['MINOR', '轻微'],
  ['GENERAL', '一般'],
  ['SERIOUS', '严重'],
  ['RECORDED', '有效'],
  ['DISPUTED', '有异议'],
  ['REPAIRED', '已修复'],
  ['EXPIRED', '已到期'],
  ['REVOKED', '已撤销'],
]);

/** A word with the code that was signed. */
export const worded = (word: string, code: string): Markup => html`${word} <code>${code}</code>`;

export function openWord(code: string): Markup {
  const word = openWords.get(code);
  return word === undefined ? said(code) : worded(word, code);
}

const china = 8 * 3_600_000;

/** A moment in the time of the place. */
export const momentWords = (moment: string | Date): string =>
  new Date(new Date(moment).valueOf() + china).toISOString().slice(0, 16).replace('T', ' ');

export const dayOf = (moment: string | Date): string => momentWords(moment).slice(0, 10);
