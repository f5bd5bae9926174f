import { describe, expect, it } from '@jest/globals';
import { findProhibited } from '../../subgraphs/integrity/domain/prohibited.ts';

describe('what a credit file may never hold', () => {
  it.each([
    ['信奉基督教', 'RELIGION'],
    ['当事人宗教信仰情况', 'RELIGION'],
    ['严重精神障碍管理', 'HEALTH'],
    ['传染病·艾滋病', 'HEALTH'],
    ['患有高血压', 'HEALTH'],
    ['ｈｉｖ阳性', 'HEALTH'],
    ['基因检测结果', 'BIOMETRIC'],
    ['血型A', 'BIOMETRIC'],
    ['信访事项', 'PETITION'],
    ['越级上 访', 'PETITION'],
    ['信\u200b访人员', 'PETITION'],
  ])('finds %s: %s', (text, kind) => expect(findProhibited(text)).toBe(kind));

  it.each([
    ['宗教活动场所登记'],
    ['宗教场所登记'],
    ['心理服务机构备案'],
    ['医师处罚'],
    ['医保基金违规'],
    ['无偿献血荣誉'],
    ['残疾人证'],
    ['挂牌重大隐患'],
    ['存在安全隐患有三处'],
    ['《中华人民共和国传染病防治法》第六十九条'],
    ['《宗教事务条例》第四十一条'],
    ['《信访工作条例》'],
    ['信访工作先进个人'],
    ['东城街道教育先进'],
    ['网上访问量造假'],
    ['微信访谈'],
    ['未标识转基因信息'],
    ['参与洗钱'],
    ['佛教协会年检合格'],
    [''],
  ])('leaves %s alone', (text) => expect(findProhibited(text)).toBeNull());
});
