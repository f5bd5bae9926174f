import type { PurposeRule, Rules } from './rules.ts';

const stability = ['D01-SUP', 'D01-VTO', 'D01-EVL', 'D01-FLS'];
const accidents = ['D20-ACC', 'D22-ACC', 'D30-SAF', 'D38-RSP'];
const safety = [...accidents, 'D06-PEN', 'D06-SEC', 'D15-EXP', 'D30-DNG', 'D30-SVL', 'D38-PEN'];
const honesty = ['D08-LIM', 'D08-SXB', 'D13-SVL', 'D18-WAG', 'D33-ABN', 'D33-PEN', 'D37-TAX'];
const unitHonesty = [
  ...honesty,
  'D14-SAF',
  'D16-SOC',
  'D17-FUN',
  'D17-PUR',
  'D19-LND',
  'D19-MIN',
  'D20-PEN',
  'D21-BAD',
  'D22-OVL',
  'D26-BAD',
  'D27-BAD',
  'D34-PEN',
  'D34-SAN',
  'D35-BAD',
  'D37-OWE',
];
const land = ['D19-LND', 'D23-SND', 'D24-PEN', 'D25-PEN', 'D34-PEN'];
const justice = ['D08-JUD', 'D10-CRI'];
/** What no data says: people of these departments answer. */
const discipline = ['D02-DIS', 'D02-INV', 'D03-PUN'];
const audit = ['D31-REC', 'D32-ASM'];

const everybody = ['REGION', 'UNIT', 'LEADER'] as const;
/** What is filed on a unit because of its people: a leader answers for it through the unit, and not by his own sentences. */
const units = ['REGION', 'UNIT'] as const;
const persons = ['INDIVIDUAL', 'LEADER'] as const;
const general = { leastLevel: 'GENERAL', lookBackMonths: 60 } as const;

const purpose = (rule: Pick<PurposeRule, 'kinds' | 'types' | 'basis'>): PurposeRule => ({
  ...general,
  ...rule,
  types: [...new Set(rule.types)].sort(),
});

/**
 * Version 1. Grounds and terms after 浙江省社会治安综合治理条例 §28-29 and 厅字〔2016〕8号; the body of chapter 6 of
 * 福建省平安建设条例, which holds here, has to be read by the product's owner before real use. Neither belief nor illness, body,
 * petitions nor what is sealed is named by any purpose, so none of it can be asked.
 */
export const rules1: Rules = {
  version: 1,
  publishedOn: '2026-01-01',
  purposes: {
    HONOUR_UNIT: purpose({
      kinds: ['UNIT', 'REGION'],
      types: [...stability, ...safety, ...unitHonesty, ...justice, 'D02-DIS', 'D04-CIV', 'D09-SUG', ...audit],
      basis: '评先评优(单位)',
    }),
    HONOUR_PERSON: purpose({
      kinds: persons,
      types: [...stability, ...accidents, ...honesty, ...justice, ...discipline, 'D04-CIV', 'D18-EXM'],
      basis: '评先评优(个人)',
    }),
    PROMOTION: purpose({
      kinds: ['LEADER'],
      types: [
        ...stability,
        ...accidents,
        ...honesty,
        ...justice,
        ...discipline,
        ...audit,
        'D09-BRI',
        'D17-FUN',
      ],
      basis: '党政领导干部选拔任用工作条例',
    }),
    REPRESENTATIVE_CANDIDATE: purpose({
      kinds: persons,
      types: [...stability, ...accidents, ...honesty, ...justice, ...discipline, 'D09-BRI'],
      basis: '“两代表一委员”人选联审',
    }),
    VILLAGE_ELECTION: purpose({
      kinds: persons,
      types: [...honesty, ...justice, ...land, 'D02-DIS', 'D02-INV', 'D22-OVL', 'D38-PEN'],
      basis: '村(社区)“两委”候选人联审',
    }),
    PARTY_ADMISSION: purpose({
      kinds: ['INDIVIDUAL'],
      types: ['D08-LIM', 'D08-SXB', ...justice, 'D02-DIS', 'D02-INV', 'D18-EXM'],
      basis: '中国共产党发展党员工作细则',
    }),
    CIVIL_RECRUITMENT: purpose({
      kinds: ['INDIVIDUAL'],
      types: ['D08-LIM', 'D08-SXB', ...justice, ...discipline, 'D14-EXM', 'D18-EXM'],
      basis: '公务员法第二十六条',
    }),
    CIVILISED_TITLE: purpose({
      kinds: ['UNIT', 'REGION'],
      types: [...stability, ...safety, ...unitHonesty, ...justice, 'D02-DIS', 'D04-CIV', ...audit],
      basis: '文明单位创建',
    }),
    PEACE_TITLE: purpose({
      kinds: ['UNIT', 'REGION'],
      types: [...stability, ...safety, ...justice, 'D09-SUG', 'D14-SAF'],
      basis: '平安单位、平安村镇命名',
    }),
    BENEFIT: purpose({
      kinds: ['INDIVIDUAL'],
      types: ['D08-SXB', 'D13-SVL', 'D21-HOU', 'D35-BAD'],
      basis: '“三个10%”激励',
    }),
    VOLUNTEER_STAR: purpose({
      kinds: ['INDIVIDUAL'],
      types: ['D08-SXB', ...justice, 'D13-SVL'],
      basis: '志愿服务星级评定',
    }),
    CHILD_WORK_CHECK: purpose({
      kinds: ['INDIVIDUAL'],
      types: [...justice, 'D14-ETH'],
      basis: '未成年人保护法第六十二条',
    }),
  },
  triggers: [
    {
      code: 'T1',
      title: '综治措施不落实、基础工作薄弱、治安秩序混乱',
      concerns: everybody,
      types: ['D01-SUP'],
      leastLevel: 'GENERAL',
      leastCount: 2,
      withinMonths: 12,
      durationMonths: 12,
      article: '浙江省社会治安综合治理条例第二十八条第一项',
    },
    {
      code: 'T2',
      title: '短时间内接连发生较大事件',
      concerns: everybody,
      types: [...accidents, 'D06-SEC'],
      leastLevel: 'GENERAL',
      leastCount: 2,
      withinMonths: 12,
      durationMonths: 12,
      article: '浙江省社会治安综合治理条例第二十八条第二项',
    },
    {
      code: 'T3',
      title: '发生重大、特别重大事件',
      concerns: everybody,
      types: [...accidents, 'D06-SEC'],
      leastLevel: 'SERIOUS',
      leastCount: 1,
      withinMonths: 12,
      durationMonths: 12,
      article: '浙江省社会治安综合治理条例第二十九条第三项',
    },
    {
      code: 'T4',
      title: '平安建设考评不合格',
      concerns: everybody,
      types: ['D01-EVL'],
      leastLevel: 'MINOR',
      leastCount: 1,
      withinMonths: 12,
      durationMonths: 12,
      article: '浙江省社会治安综合治理条例第二十八条第四项',
    },
    {
      code: 'T5',
      title: '重点地区、突出问题未采取有效措施(挂牌督办)',
      concerns: everybody,
      types: ['D01-SUP'],
      leastLevel: 'SERIOUS',
      leastCount: 1,
      withinMonths: 6,
      durationMonths: 6,
      article: '浙江省社会治安综合治理条例第二十九条第一项',
    },
    {
      code: 'T6',
      title: '其他依规定作出的否决决定',
      concerns: everybody,
      types: ['D01-VTO'],
      leastLevel: 'MINOR',
      leastCount: 1,
      withinMonths: 12,
      durationMonths: 12,
      article: '厅字〔2016〕8号',
    },
    {
      code: 'T7',
      title: '存在重大隐患,经警示仍无有效整改',
      concerns: everybody,
      types: ['D30-DNG', 'D38-PEN'],
      leastLevel: 'SERIOUS',
      leastCount: 2,
      withinMonths: 24,
      durationMonths: 12,
      article: '关于实行社会治安综合治理一票否决权制的规定(试行)',
    },
    {
      code: 'T8',
      title: '内部人员违法犯罪问题突出',
      concerns: units,
      types: ['D08-JUD', 'D10-CRI'],
      leastLevel: 'GENERAL',
      leastCount: 3,
      withinMonths: 12,
      durationMonths: 12,
      article: '关于实行社会治安综合治理一票否决权制的规定(试行)',
    },
    {
      code: 'T9',
      title: '隐瞒不报、谎报',
      concerns: everybody,
      types: ['D01-FLS'],
      leastLevel: 'MINOR',
      leastCount: 1,
      withinMonths: 12,
      durationMonths: 12,
      article: '关于实行社会治安综合治理一票否决权制的规定(试行)',
    },
  ],
  positives: [
    'D01-BRV',
    'D04-HON',
    'D07-VOL',
    'D13-CMT',
    'D29-MRT',
    'D37-RAT',
    'D39-HON',
    'D40-HON',
    'D41-HON',
  ],
  provisionalDays: 30,
  noticeDays: 5,
  appealDays: 30,
  validMonths: 12,
};
