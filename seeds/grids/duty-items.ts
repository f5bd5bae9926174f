type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'ON_EVENT';

interface DutyItem {
  readonly code: string;
  readonly title: string;
  readonly category: string;
  readonly frequency: Frequency;
}

const classes: readonly (readonly [string, string, readonly (readonly [string, Frequency])[]])[] = [
  [
    'A',
    '社区党建',
    [
      ['联系党员', 'MONTHLY'],
      ['组织活动', 'MONTHLY'],
      ['党员双报到', 'QUARTERLY'],
    ],
  ],
  [
    'B',
    '综治维稳',
    [
      ['矛盾纠纷排查', 'WEEKLY'],
      ['治安巡防', 'DAILY'],
      ['线索上报', 'ON_EVENT'],
    ],
  ],
  [
    'C',
    '信访服务',
    [
      ['接待来访', 'ON_EVENT'],
      ['代办事项', 'ON_EVENT'],
      ['回访', 'MONTHLY'],
    ],
  ],
  [
    'D',
    '人口与信息',
    [
      ['入户走访', 'WEEKLY'],
      ['信息变更', 'ON_EVENT'],
      ['信息核对', 'QUARTERLY'],
    ],
  ],
  [
    'E',
    '民生服务',
    [
      ['代办代跑', 'ON_EVENT'],
      ['困难帮扶', 'MONTHLY'],
      ['关爱探访', 'WEEKLY'],
    ],
  ],
  [
    'F',
    '安全生产',
    [
      ['隐患排查', 'WEEKLY'],
      ['消防检查', 'MONTHLY'],
      ['出租屋巡查', 'MONTHLY'],
    ],
  ],
  [
    'G',
    '城市管理',
    [
      ['环境卫生', 'DAILY'],
      ['违建巡查', 'WEEKLY'],
      ['秩序劝导', 'DAILY'],
    ],
  ],
  [
    'H',
    '宣传动员',
    [
      ['政策宣传', 'MONTHLY'],
      ['法治宣传', 'MONTHLY'],
      ['志愿动员', 'QUARTERLY'],
    ],
  ],
];

/** 8 classes of 3 items: A1 to H3. */
export const dutyItems: readonly DutyItem[] = classes.flatMap(([letter, category, items]) =>
  items.map(([title, frequency], index) => ({ code: `${letter}${index + 1}`, title, category, frequency })),
);
