/** National code tables, each code with the standard's wording. Only what the seeds use, and what a form would offer. */
export const codeTables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ETHNICITY: numbered(
    '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 ' +
      '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 ' +
      '塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺',
    (name) => `${name}族`,
  ),
  EDUCATION: {
    '10': '研究生教育',
    '11': '博士研究生毕业',
    '14': '硕士研究生毕业',
    '20': '大学本科教育',
    '30': '大学专科教育',
    '40': '中等职业教育',
    '60': '普通高级中学教育',
    '70': '初级中学教育',
    '80': '小学教育',
    '90': '其他',
  },
  MARITAL_STATUS: {
    '10': '未婚',
    '20': '已婚',
    '21': '初婚',
    '22': '再婚',
    '23': '复婚',
    '30': '丧偶',
    '40': '离婚',
    '90': '未说明的婚姻状况',
  },
  POLITICAL_STATUS: numbered(
    '中国共产党党员 中国共产党预备党员 中国共产主义青年团团员 中国国民党革命委员会会员 中国民主同盟盟员 ' +
      '中国民主建国会会员 中国民主促进会会员 中国农工民主党党员 中国致公党党员 九三学社社员 台湾民主自治同盟盟员 ' +
      '无党派民主人士 群众',
    (name) => name,
  ),
  RELATION: {
    '01': '本人',
    '02': '户主',
    '10': '配偶',
    '11': '夫',
    '12': '妻',
    '20': '子',
    '28': '女婿',
    '30': '女',
    '38': '儿媳',
    '40': '孙子、孙女或外孙子、外孙女',
    '41': '孙子',
    '42': '孙女',
    '50': '父母',
    '51': '父亲',
    '52': '母亲',
    '60': '祖父母或外祖父母',
    '70': '兄弟姐妹',
    '99': '非亲属',
  },
};

function numbered(names: string, wordingOf: (name: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.split(' ').map((name, index) => [String(index + 1).padStart(2, '0'), wordingOf(name)]),
  );
}
