interface TaskType {
  readonly code: string;
  readonly name: string;
  readonly points: number;
  /** What is proved by the report itself counts without a person's review. */
  readonly isReviewed: boolean;
}

const reports = new Set(['02', '04', '06', '07']);

const list: readonly (readonly [string, number])[] = [
  ['治安巡逻', 20],
  ['矛盾纠纷信息上报', 10],
  ['纠纷调解协助', 30],
  ['安全隐患上报', 10],
  ['消防检查', 15],
  ['出租房信息核对', 8],
  ['流动人口登记提醒', 8],
  ['反诈宣传', 10],
  ['禁毒宣传', 10],
  ['法治宣传', 10],
  ['平安宣传入户', 12],
  ['护校安园', 15],
  ['护路护线', 20],
  ['交通劝导', 15],
  ['防汛防台', 30],
  ['森林防火巡查', 25],
  ['防溺水巡查', 20],
  ['环境整治', 12],
  ['文明劝导', 10],
  ['独居老人探访', 15],
  ['留守儿童关爱', 15],
  ['残疾人帮扶', 18],
  ['社区矫正帮教志愿', 25],
  ['心理服务宣传与陪伴', 15],
  ['大型活动秩序', 20],
];

/** The 25 types of tasks, 01 to 25. */
export const taskTypes: readonly TaskType[] = list.map(([name, points], index) => {
  const code = String(index + 1).padStart(2, '0');
  return { code, name, points, isReviewed: !reports.has(code) };
});
