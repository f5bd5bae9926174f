import type { CastName } from '../cast.ts';

/** What the persons register knows of a member of the cast beyond what `cast` tells. */
export interface CastDetails {
  readonly ethnicity: string;
  readonly education: string;
  readonly marital: string;
  readonly political: string;
  readonly occupation: string | null;
  readonly workplace: string | null;
  readonly hasMobile: boolean;
  readonly relation: string | null;
  readonly order: number | null;
  readonly residesSince: string | null;
  readonly deathDate: string | null;
  readonly leftBehind: 'CHILD' | 'WOMAN' | 'ELDER' | null;
}

const head: CastDetails = {
  ethnicity: '01',
  education: '60',
  marital: '21',
  political: '13',
  occupation: null,
  workplace: null,
  hasMobile: true,
  relation: '02',
  order: 0,
  residesSince: '2009-04-01',
  deathDate: null,
  leftBehind: null,
};

const pupil = { marital: '10', occupation: '学生', relation: '42' } as const;

/** One entry for each member of the cast: the compiler misses whoever is left out. */
export const castDetails: Readonly<Record<CastName, CastDetails>> = {
  linMeihua: {
    ...head,
    education: '30',
    political: '01',
    occupation: '退休教师',
    workplace: '示例小学',
    relation: '12',
    order: 1,
    residesSince: '1998-09-01',
  },
  chenGuoqiang: { ...head, occupation: '驾驶员', workplace: '示例客运公司', residesSince: '1998-09-01' },
  chenZhiyuan: {
    ...head,
    education: '20',
    relation: '20',
    order: 2,
    occupation: '专业技术人员',
    residesSince: null,
  },
  luoChunyan: {
    ...head,
    education: '40',
    occupation: '商业、服务业人员',
    workplace: '示例百货商场',
    relation: '38',
    order: 3,
    residesSince: '2013-02-18',
    leftBehind: 'WOMAN',
  },
  chenXiaoyu: {
    ...head,
    ...pupil,
    education: '70',
    political: '03',
    workplace: '示例高级中学',
    order: 4,
    residesSince: '2011-10-08',
  },
  chenXiaoman: {
    ...head,
    ...pupil,
    relation: '41',
    education: '80',
    workplace: '示例小学',
    hasMobile: false,
    order: 5,
    residesSince: '2018-06-04',
  },
  zhengYong: { ...head, education: '30', political: '01', occupation: '网格员', workplace: '示例综治中心' },
  wuAnran: { ...head, education: '20', marital: '10', occupation: '专业技术人员', workplace: '示例设计院' },
  huangJianjun: {
    ...head,
    education: '20',
    occupation: '机关、事业单位工作人员',
    workplace: '示例城市建设管理处',
  },
  zhangWeimin: {
    ...head,
    education: '14',
    political: '01',
    occupation: '机关、事业单位工作人员',
    workplace: '示例城市建设管理处',
  },
  laiShouren: {
    ...head,
    education: '20',
    political: '01',
    occupation: '企业负责人',
    workplace: '示例矿业公司',
  },
  luZhengyi: {
    ...head,
    education: '20',
    political: '01',
    occupation: '企业负责人',
    workplace: '示例化工公司',
  },
  qiuFuzhen: { ...head, education: '80', marital: '30', residesSince: '1968-01-01', leftBehind: 'ELDER' },
  heDezhong: {
    ...head,
    education: '80',
    hasMobile: false,
    relation: '11',
    order: 1,
    residesSince: null,
    deathDate: '2026-03-14',
  },
  xieWenbin: { ...head, occupation: '医护人员', workplace: '示例医院' },
  xieWenbing: { ...head, marital: '40', occupation: '个体经营者' },
  ouyangShuqin: { ...head, education: '70', marital: '30', occupation: '退休人员' },
  yangXiaofang: {
    ...head,
    education: '40',
    marital: '10',
    occupation: '生产制造工人',
    workplace: '示例机械厂',
    relation: null,
    order: null,
    residesSince: '2025-02-20',
  },
  guoHaitao: { ...head, marital: '40', occupation: '个体经营者' },
  chenJianguoOfZhangping: { ...head, education: '70', occupation: '个体经营者' },
  chenJianguoOfXinluo: {
    ...head,
    ethnicity: '22',
    education: '20',
    occupation: '教师',
    workplace: '示例学校',
  },
};
