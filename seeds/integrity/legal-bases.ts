/** The law that forbids sharing a type; each type marked N has one (国发〔2016〕51号: 不予共享 needs its basis). */
const forbidding: Readonly<Record<string, string>> = {
  'D02-DIS': '公职人员政务处分法',
  'D02-INV': '监察法',
  'D03-ASM': '公务员法',
  'D03-PUN': '公务员法第六十四条',
  'D05-REL': '个人信息保护法第二十八条',
  'D09-JUV': '预防未成年人犯罪法第五十九条',
  'D10-POL': '治安管理处罚法(2025修订)第一百三十六条',
  'D10-DRG': '禁毒法第五十二条',
  'D11-AID': '法律援助法',
  'D12-PET': '信访工作条例',
  'D14-PSY': '精神卫生法第四条',
  'D16-ADO': '民法典第一千一百一十条',
  'D28-MEN': '精神卫生法第四条',
  'D28-HIV': '艾滋病防治条例第三十九条',
  'D31-ECO': '审计法',
  'D37-AMT': '税收征收管理法第八条',
  'D39-PSY': '精神卫生法第二十三条',
  'D40-YTH': '预防未成年人犯罪法第五十九条',
  'D41-FAM': '反家庭暴力法第五条',
  'D41-PSY': '精神卫生法第二十三条',
  'D42-REH': '个人信息保护法第二十八条',
};

/** Party bodies, courts, procuratorates and mass organisations are no 政府部门: they share by agreement. */
const byAgreement: ReadonlySet<string> = new Set([
  'D01',
  'D02',
  'D03',
  'D04',
  'D05',
  'D06',
  'D07',
  'D08',
  'D09',
  'D39',
  'D40',
  'D41',
  'D42',
]);

/** What the sharing of a type, or its being kept back, rests on. */
export function legalBasisOf(departmentCode: string, code: string, isShared: boolean): string {
  if (!isShared) {
    const law = forbidding[code];
    if (!law) throw new Error(`${code} is not shared: expected the law that forbids it.`);
    return law;
  }
  return byAgreement.has(departmentCode) ? '共享协议' : '政务数据共享条例';
}
