import { creditCode } from '../numbers.ts';
import { legalBasisOf } from './legal-bases.ts';

type Polarity = 'POSITIVE' | 'NEGATIVE' | 'NEUTRAL';
type AnswerMode = 'FULL' | 'CLASS_ONLY' | 'HUMAN_ONLY' | 'NONE';
type Sharing = 'UNCONDITIONAL' | 'CONDITIONAL' | 'NOT_SHARED';

export interface RecordType {
  readonly code: string;
  readonly departmentCode: string;
  readonly kind: string;
  readonly name: string;
  readonly sharing: Sharing;
  readonly polarity: Polarity;
  readonly dataClass: 'CREDIT_POSITIVE' | 'CREDIT_PUBLIC' | 'CREDIT_RESTRICTED';
  readonly answerMode: AnswerMode;
  readonly legalBasis: string;
  /** Null where nothing is delivered. */
  readonly maxAgeHours: number | null;
  /** Null without limit. */
  readonly lookBackMonths: number | null;
}

export interface Department {
  readonly code: string;
  readonly name: string;
  readonly answerMode: AnswerMode;
  readonly creditCode: string;
  readonly types: readonly RecordType[];
}

// One department a line: code, name, answer mode (F full, B yes or no, H a person answers, - none) and its record types:
// kind, name, sharing attribute (U, C, N) and polarity (+, -, 0). Where a department has two modes (D08, D28) the one that covers what it delivers stands: class only.
// What is marked N is listed, so that everybody can see that it is not shared, and has no rows anywhere.
const text = `
D01 市委政法委(平安办) F RSP:平安建设考评结果:C0 SUP:挂牌督办、通报、约谈:C- VTO:历史否决决定:C- EVL:平安建设考评不合格:C- FLS:瞒报谎报认定:C- BRV:见义勇为确认:U+
D02 市纪委监委 H DIS:党纪政务处分影响期:N- INV:立案审查情况:N-
D03 市委组织部 H ASM:干部考核等次:N0 PUN:公务员处分期:N- PTY:党员身份:C0
D04 市委宣传部(文明办) F HON:道德模范、文明家庭、文明单位:U+ CIV:文明创建负面清单:C-
D05 市委统战部(民宗局) B PLC:宗教活动场所登记:U0 REL:公民宗教信仰(不采集):N0
D06 市委网信办 B PEN:网络违法行政处罚:C- SEC:数据安全事件:C-
D07 市委社会工作部 F VOL:志愿者登记、时数、星级:C+ ORG:志愿服务组织:U0 GRD:基层网格员:C0
D08 市中级人民法院 B SXB:失信被执行人:U- LIM:限制消费:U- JUD:生效刑事判决:C- CNF:司法确认:C0 MED:诉前调解:C0
D09 市人民检察院 H JUV:未成年人附条件不起诉(封存):N0 BRI:行贿犯罪档案:C- SUG:检察建议(单位):C-
D10 市公安局 B REG:户籍、居住证、流动人口:C0 CRI:犯罪记录:C- POL:治安管理处罚(封存):N- DRG:吸毒登记:N0 TRF:交通重大违法:C- VEH:机动车登记:C0
D11 市司法局 B COR:社区矫正在册:C0 RES:安置帮教:C0 MED:人民调解:C0 LAW:律师、公证处分:U- AID:法律援助:N0 REV:行政复议:C0
D12 市信访局 - PET:信访事项:N0
D13 市发展和改革委员会(信用办) F FIL:公共信用档案:C0 SVL:严重失信主体名单:U- RPR:信用修复:U0 CMT:信用承诺履行:U+
D14 市教育局 B ENR:在籍在读:C0 TEA:教师资格:C0 ETH:师德处分:C- EXM:考试作弊:C- PSY:学校心理筛查:N0 SAF:校园安全责任(单位):C-
D15 市工业和信息化局 F QUA:企业资质:U0 PEN:行政处罚:U- EXP:民爆、无线电处罚:C-
D16 市民政局 B MAR:婚姻登记:C0 SUB:低保、特困、临时救助:C0 SOC:社会组织年检、异常名录:U- ADO:收养、孤儿:N0 ELE:村委换届资格:C0
D17 市财政局 F PUR:政府采购严重违法:U- FUN:财政资金违规:C- ACC:会计信用:C0
D18 市人力资源和社会保障局 F INS:社保参保:C0 WAG:拖欠工资失信名单:U- EXM:公务员、事业单位考试违纪:C- QUA:职业资格:U0 EMP:就业登记:C0
D19 市自然资源局 B EST:不动产登记:C0 LND:违法用地处罚:U- MIN:矿业权违法:U-
D20 市生态环境局 F PEN:环境行政处罚:U- PER:排污许可:U0 RAT:环保信用评级:U0 ACC:重大环境事件(单位):U-
D21 市住房和城乡建设局 F BAD:建筑市场不良行为:U- HOU:保障房违规:C- PRO:物业服务信用:U0 DNG:房屋安全隐患:C0
D22 市交通运输局 F OVL:超限超载失信:U- QUA:从业资格、黑名单:U- ACC:事故责任(单位):C-
D23 市水利局 F PEN:水土保持处罚:U- SND:非法采砂:U- RIV:河湖长考核:C0
D24 市农业农村局 F PEN:农资、农产品处罚:U- ARB:承包地、宅基地仲裁:C0 SUB:惠农补贴:U0
D25 市林业局 F PEN:盗伐滥伐、野生动物处罚:U- GRD:护林员:C0 RGT:林权纠纷:C0
D26 市商务局 F BAD:对外劳务、单用途卡失信:U-
D27 市文化体育和旅游局 F BAD:文旅市场失信:U- GUI:导游处罚:U- REL:文物违法:U-
D28 市卫生健康委员会 B MEN:严重精神障碍管理:N0 DOC:医师处罚:U- HIV:传染病、艾滋病:N0 PSY:心理服务机构备案:U0 BLD:无偿献血荣誉:C+
D29 市退役军人事务局 B VET:退役身份、优待证:C0 MRT:立功受奖:U+ CAN:违规取消优待:C-
D30 市应急管理局 F SVL:安全生产严重失信:U- SAF:生产安全事故责任:C- DNG:挂牌重大隐患:C-
D31 市审计局 H REC:审计问题整改(单位):C- ECO:经济责任审计结论:N0
D32 市国有资产监督管理委员会 H ASM:国企负责人考核、违规追责:C-
D33 市市场监督管理局 F LIC:法人登记:U0 ABN:经营异常、严重违法:U- PEN:行政处罚:U- BAN:食品药品从业禁止:U- REP:法定代表人任职限制:U-
D34 市城市管理局 F PEN:城市管理处罚、违建:C- SAN:市容责任(单位):U-
D35 市医疗保障局 B BAD:医保基金违规:C- INS:参保缴费:C0
D36 市数据管理局 - CAT:目录、授权、日志:U0 LIC:电子证照:U0 HOT:12345诉求:C0
D37 市税务局 F TAX:重大税收违法失信:U- RAT:纳税信用等级A:U+ OWE:欠税公告:U- AMT:纳税数额:N0
D38 市消防救援支队 F PEN:消防处罚、重大火灾隐患:U- RSP:火灾责任:C-
D39 市总工会 F HON:劳动模范、五一奖章:U+ PSY:职工心理服务:N0 AID:困难职工:C0
D40 共青团市委 F YTH:重点青少年帮扶:N0 VOL:青年志愿者:C+ HON:优秀共青团员:U+
D41 市妇女联合会 F FAM:家庭暴力告诫、求助:N0 HON:最美家庭:U+ PSY:心灵驿站服务:N0
D42 市残疾人联合会 B CRD:残疾人证:C0 REH:康复服务:N0`;

const modes: Readonly<Record<string, AnswerMode>> = {
  F: 'FULL',
  B: 'CLASS_ONLY',
  H: 'HUMAN_ONLY',
  '-': 'NONE',
};
const sharings: Readonly<Record<string, Sharing>> = { U: 'UNCONDITIONAL', C: 'CONDITIONAL', N: 'NOT_SHARED' };
const polarities: Readonly<Record<string, Polarity>> = { '+': 'POSITIVE', '-': 'NEGATIVE', '0': 'NEUTRAL' };

/** Five years (the retention of the provincial credit laws): what is older speaks against nobody. */
const lookBackOfNegatives = 60;

// The court publishes these two itself, so it hides nothing by answering in full.
const published: ReadonlySet<string> = new Set(['D08-SXB', 'D08-LIM']);

/** The 42 departments with what each supplies. */
export const departments: readonly Department[] = text.trim().split('\n').map(readDepartment);

export const recordTypes: ReadonlyMap<string, RecordType> = new Map(
  departments.flatMap(({ types }) => types).map((type) => [type.code, type]),
);

function readDepartment(line: string): Department {
  const [code = '', name = '', mode = '', ...types] = line.split(' ');
  const answerMode = modes[mode];
  if (!answerMode) throw new Error(`Expected an answer mode for ${code}.`);
  return {
    code,
    name,
    answerMode,
    creditCode: creditCode('11350800', `009999${code.slice(1)}`),
    types: types.map((type) => readType(code, answerMode, type)),
  };
}

function readType(departmentCode: string, departmentMode: AnswerMode, entry: string): RecordType {
  const [kind = '', name = '', marks = ''] = entry.split(':');
  const sharing = sharings[marks.charAt(0)];
  const polarity = polarities[marks.charAt(1)];
  if (!sharing || !polarity) throw new Error(`Expected sharing and polarity for ${departmentCode}-${kind}.`);
  const code = `${departmentCode}-${kind}`;
  const answerMode = answerModeOf(code, departmentMode, sharing);
  return {
    code,
    departmentCode,
    kind,
    name,
    sharing,
    polarity,
    dataClass: classOf(sharing, polarity),
    answerMode,
    legalBasis: legalBasisOf(departmentCode, code, sharing !== 'NOT_SHARED'),
    maxAgeHours: maxAgeHours(answerMode),
    lookBackMonths: polarity === 'NEGATIVE' ? lookBackOfNegatives : null,
  };
}

function answerModeOf(code: string, departmentMode: AnswerMode, sharing: Sharing): AnswerMode {
  if (published.has(code)) return 'FULL';
  if (sharing === 'NOT_SHARED' && departmentMode !== 'HUMAN_ONLY') return 'NONE';
  return departmentMode;
}

/** A week for what is delivered in full, a month for what is answered by yes or no. */
export function maxAgeHours(answerMode: AnswerMode): number | null {
  if (answerMode === 'FULL') return 168;
  return answerMode === 'CLASS_ONLY' ? 720 : null;
}

function classOf(sharing: Sharing, polarity: Polarity): RecordType['dataClass'] {
  if (polarity === 'POSITIVE') return 'CREDIT_POSITIVE';
  return sharing === 'UNCONDITIONAL' ? 'CREDIT_PUBLIC' : 'CREDIT_RESTRICTED';
}
