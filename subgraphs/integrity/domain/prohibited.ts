/**
 * What a public credit file may never hold about a person, as words. They are narrow on purpose: places of worship,
 * hospitals, doctors' penalties and the petition offices themselves are lawful matter, so a word stands here only in the
 * form in which it speaks of somebody's belief, illness, body or complaint.
 */
export type ProhibitedKind = 'RELIGION' | 'HEALTH' | 'BIOMETRIC' | 'PETITION';

const words: Readonly<Record<ProhibitedKind, readonly string[]>> = {
  RELIGION: [
    '宗教信仰',
    '信仰宗教',
    '信教',
    '信奉[佛道基天伊邪]',
    '(?:佛|道|基督|天主|伊斯兰|回)教徒',
    '(?:佛教|基督教|天主教|伊斯兰教)(?!协会|团体|活动|场所|学院|文化|建筑|教堂|寺|爱国)',
    '基督徒',
    '穆斯林',
    '皈依',
    '信徒',
    '做礼拜',
    '受洗(?!钱)',
  ],
  HEALTH: [
    '(?<![隐祸后])患(?:有|病(?!虫)|者姓名)',
    '罹患',
    '身患',
    '确诊',
    '诊断(?:为|结果)',
    '病史',
    '住院(?:治疗|病人|记录)',
    '病历(?:号|摘要|记录)',
    '体检(?:异常|结果|不合格)',
    '精神(?:病|障碍|分裂|残疾)(?!医院|院|科|防治|司法鉴定)',
    '抑郁症',
    '焦虑症',
    '双相(?:情感)?障碍',
    '癫痫',
    '智力(?:障碍|残疾)',
    '[艾爱愛]滋',
    'HIV(?![A-Z])',
    '[甲乙丙戊]肝(?!疫苗)',
    '肝炎(?!疫苗)',
    '梅毒',
    '(?:肺)?结核病?(?:患者|病人|史)',
    '(?:传染病|性病)(?:患者|病人|史|携带者|名单|登记)',
    '癌症?(?:患者|病人)',
    '(?:[肝肺胃肠]|乳腺|宫颈|鼻咽|食管|前列腺)癌',
    '肿瘤(?:患者|病人)',
    '白血病',
    '尿毒症',
    '糖尿病',
    '高血压',
    '心脏病',
    '(?:人工)?流产',
    '不孕',
  ],
  BIOMETRIC: [
    '(?<!转)基因(?:检测|信息|序列|数据|缺陷|图谱|样本)',
    '遗传(?:病|信息)',
    '(?<![A-Z])DNA(?![A-Z])',
    '指纹(?!锁|考勤|机|打卡)',
    '掌纹',
    '声纹',
    '虹膜',
    '血型',
    '人脸(?:特征|模板)',
    '生物(?:识别|特征)信息',
  ],
  PETITION: [
    '(?<![微通短])信[访訪](?!工作|局|干部|部门|系统|接待|办公?室|联席|[问谈])',
    '(?<!网|线|马)上[访訪](?![问谈客视])',
    '非访(?![客问谈])',
    '[缠闹]访',
    '进京访',
    '集体访(?![问谈])',
  ],
};

const kinds = ['RELIGION', 'HEALTH', 'BIOMETRIC', 'PETITION'] as const;
const anyWord = new RegExp(kinds.flatMap((kind) => words[kind]).join('|'));
const wordsOfKind = kinds.map((kind) => ({ kind, pattern: new RegExp(words[kind].join('|')) }));

/** A law may be cited by its name whatever it is about: 《传染病防治法》 says nothing of a person. */
const citation = /《[^《》]*(?:法|条例|规定|办法|细则|通知|意见|标准|规范)(?:\([^)]*\))?》/g;
/** What a word could be pulled apart with: spaces, and characters that are not seen. */
const gaps = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g;

/** Text in which there is nothing to fold, nearly all of it: folding would cost more than looking. */
const plain = /^[\u4e00-\u9fff0-9A-Z《》〔〕，。、·]*$/;

/** The kind of prohibited matter that the text speaks of, null for none. */
export function findProhibited(text: string): ProhibitedKind | null {
  const folded = plain.test(text) ? text : text.normalize('NFKC').replace(gaps, '').toUpperCase();
  const read = folded.includes('《') ? folded.replace(citation, '') : folded;
  if (!anyWord.test(read)) return null;
  return wordsOfKind.find(({ pattern }) => pattern.test(read))?.kind ?? null;
}
