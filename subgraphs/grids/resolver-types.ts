// Generated from schema/subgraphs/grids.graphql by `npm run schema`. Never edited by hand.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SubgraphContext } from '../kit/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day without a time zone, `YYYY-MM-DD` (GB/T 7408.1). */
  Date: { input: string; output: string; }
  /** A moment with its offset from UTC (RFC 3339). */
  DateTime: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Kinds of masks. */
export type MaskKind =
  /** The surname and stars: 张*, 欧阳*. */
  | 'NAME'
  /** The area of the citizen number, its first six digits, and twelve stars. */
  | 'IDENTIFIER_AREA'
  /** The area and the last four of the citizen number. Never beside a date of birth: one candidate would be left. */
  | 'IDENTIFIER_ENDS'
  /** A telephone number's first three and last four digits. */
  | 'PHONE'
  /** An address down to the community. */
  | 'ADDRESS';

/** The forms of values that the hub checks before it asks anybody. */
export type FormKind =
  /** An opaque id of the hub: 1 to 64 of letters, digits, `_` and `-`. */
  | 'ID'
  /** A division's code: 6 (city or county), 9 (township) or 12 (village) digits, GB/T 2260 and GB/T 10114. */
  | 'DIVISION_CODE'
  /** A grid's code: 15 digits, the village's 12 and a serial of 3. */
  | 'GRID_CODE'
  /** A division's or a grid's code: 6, 9, 12 or 15 digits. */
  | 'AREA_CODE'
  /** A department's code: D01 to D42. */
  | 'DEPARTMENT_CODE'
  /** A citizen number as people write it: 15 or 18 characters, digits with at most a closing X, GB 11643. */
  | 'CITIZEN_NUMBER'
  /** The number of rows of a page: from 1 to `max`, 100 where nothing is said. */
  | 'PAGE_SIZE'
  /** A cursor as the hub gave it out. */
  | 'CURSOR'
  /** A person's age in whole years, 0 to 150. */
  | 'AGE'
  /** A text of 1 to `max` characters without control characters. */
  | 'TEXT'
  /** A piece of a delivered row: any text of at most `max` characters. What is in it is judged row by row. */
  | 'ROW';

/** The classes of data over which access is decided. Each stands for one row group of the access matrix. */
export type DataClass =
  /** Opaque keys and the structure of answers: allowed to every authenticated caller. */
  | 'KEY'
  /** The area a person belongs to, used between subgraphs only: allowed, never shown. */
  | 'SCOPE'
  /** Public reference data: divisions, departments, catalogue, code tables, task types. */
  | 'REFERENCE'
  /** That somebody is in the register at all: who is not admitted looks exactly as if there were nobody. */
  | 'PERSON'
  /** The display name of a person. */
  | 'IDENTITY'
  /** Sex and age band. */
  | 'DEMOGRAPHY'
  /** The citizen number (GB 11643). */
  | 'IDENTIFIER'
  /** Comparing the last four of a citizen number with what somebody shows. */
  | 'IDENTIFIER_CHECK'
  /** The full date of birth. */
  | 'BIRTH_DATE'
  /** Telephone numbers of a person. */
  | 'CONTACT'
  /** The address to the door where a person lives. */
  | 'RESIDENCE'
  /** The address of the household registration. */
  | 'REGISTERED_ADDRESS'
  /** The household and who belongs to it. */
  | 'HOUSEHOLD'
  /** Ethnicity, marital status, education and political status. */
  | 'SOCIAL'
  /** Occupation and workplace or school. */
  | 'EMPLOYMENT'
  /** The grid and village that a person lives in, and the grid's workers. */
  | 'LOCALITY'
  /** Kind of population, consistency of registration and residence, left-behind state. */
  | 'POPULATION'
  /** Community correction, resettlement help and youth help: existence and assignment only. */
  | 'SERVICE_REGISTER'
  /** Neutral need for help. */
  | 'CARE_NEED'
  /** Visits of grid workers. */
  | 'VISIT'
  /** Credit records that the law makes public. */
  | 'CREDIT_PUBLIC'
  /** Negative credit records that are not public. */
  | 'CREDIT_RESTRICTED'
  /** Positive credit records: honours, brave acts, volunteering. */
  | 'CREDIT_POSITIVE'
  /** Decisions of the one-vote veto. */
  | 'VETO'
  /** Psychological stations, hours, slots and counsellors. */
  | 'PSYCH_SERVICE'
  /** That a follow-up was requested, and until when. */
  | 'PSYCH_FOLLOW_UP'
  /** A person's appointments with psychological services. */
  | 'PSYCH_APPOINTMENT'
  /** A volunteer's profile, hours, points and tasks. */
  | 'VOLUNTEER'
  /** What a person has consented to, and the giving and withdrawing of it. */
  | 'CONSENT'
  /** Giving consent: the act of the person alone. */
  | 'CONSENT_GRANT'
  /** A break-glass of the caller's own, or one to be supervised. */
  | 'BREAK_GLASS'
  /** Reviewing what was done by break-glass. */
  | 'BREAK_GLASS_REVIEW'
  /** Notices to the departments that own data and to the supervisor. */
  | 'NOTICE'
  /** Delegations that the caller gave or was given. */
  | 'DELEGATION'
  /** Who looked at a person's data, when and what for, as the person is told it. */
  | 'ACCESS_LOG'
  /** The ledger's records, for those who supervise: who looked, for what, and what came of it. */
  | 'LEDGER'
  /** What a department delivered to the integrity register, counts and faults, without values. */
  | 'DELIVERY'
  /** Delivered rows as they came, with whom they name. */
  | 'DELIVERED_ROW'
  /** Links from records to persons that people have to decide. */
  | 'LINK_REVIEW'
  /** What became of a department's own records, for that department's systems and reviewers. */
  | 'RECORD_CHANGE'
  /** Disputes over records, for their subject and for the department that answers. */
  | 'RECORD_DISPUTE'
  /** What departments do to their own records after they came. */
  | 'RECORD_ACT'
  /** How many subjects a department holds something against, and as of when. */
  | 'HOLDINGS'
  /** The lists of those subjects that departments deliver; of identifiers only keyed hashes are kept. */
  | 'HOLDINGS_DELIVERY'
  /** That there is a review of somebody, for what, and where it stands. */
  | 'REVIEW'
  /** Who is under review, by name. */
  | 'REVIEW_NAME'
  /** What each department said in a review. */
  | 'REVIEW_ANSWER'
  /** What a review comes to: coverage, findings, proposal. */
  | 'REVIEW_RESULT'
  /** What people decided in a review, and its certificate. */
  | 'REVIEW_DECISION'
  /** Asking for reviews, and proposing decisions. */
  | 'REVIEW_REQUEST'
  /** Countersigning decisions, and answering appeals. */
  | 'REVIEW_APPROVAL'
  /** The opinion of a department in a review. */
  | 'REVIEW_OPINION'
  /** What a subject says before a decision, and his appeal after it. */
  | 'REVIEW_STATEMENT';

/** What an operation is for. Every operation carries one, in the header `x-purpose`. */
export type Purpose =
  /** 走访服务: a visit of the grid worker. */
  | 'SERVICE_VISIT'
  /** 救助帮扶: deciding on help. */
  | 'AID_ASSESSMENT'
  /** 危机处置: danger to life or health. */
  | 'CRISIS_RESPONSE'
  /** 矛盾纠纷化解: settling a dispute. */
  | 'DISPUTE_MEDIATION'
  /** 诚信审查: a review of integrity, a one-vote veto among them. */
  | 'INTEGRITY_REVIEW'
  /** 志愿服务管理: running the volunteer service. */
  | 'VOLUNTEER_MANAGEMENT'
  /** 心理服务: psychological care. */
  | 'PSYCH_CARE'
  /** 数据交换: delivery and comparison of a department's own records. */
  | 'DATA_EXCHANGE'
  /** 监督审计: supervision and audit. */
  | 'SUPERVISION_AUDIT'
  /** 本人查询: a citizen and his own data. */
  | 'SELF_ACCESS'
  /** 统计分析: numbers only, no persons. */
  | 'STATISTICS';

/** The roles in which somebody calls. */
export type Role =
  /** 网格员: a grid worker. */
  | 'GRID_WORKER'
  /** 网格长: the leader of a grid. */
  | 'GRID_LEADER'
  /** 乡镇综治中心: a township's centre. */
  | 'TOWNSHIP_CENTRE'
  /** 县综治中心: a county's centre. */
  | 'COUNTY_CENTRE'
  /** 市综治中心: the city's centre. */
  | 'CITY_CENTRE'
  /** 心理咨询师: a counsellor. */
  | 'COUNSELLOR'
  /** 志愿者管理: who manages volunteers. */
  | 'VOLUNTEER_MANAGER'
  /** 部门审核员: a department's reviewer. */
  | 'DEPARTMENT_REVIEWER'
  /** 一票否决审核员: who prepares a one-vote veto. */
  | 'VETO_REVIEWER'
  /** 一票否决审批人: who countersigns one. */
  | 'REVIEW_APPROVER'
  /** 审计员: an auditor. */
  | 'AUDITOR'
  /** 本人: a citizen. */
  | 'CITIZEN'
  /** A portal that acts for a citizen, never alone. */
  | 'PORTAL'
  /** A department's own software. */
  | 'DEPARTMENT_SYSTEM';

/** What the caller can mend about the input of a mutation. */
export type UserError = {
  /** A word for programs, in SCREAMING_SNAKE_CASE. */
  readonly code: Scalars['String']['output'];
  /** What was expected and what came. */
  readonly message: Scalars['String']['output'];
  /** Where in the input, as field names; empty for the whole input. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** Where a page of a connection ends. */
export type PageInfo = {
  /** Whether there are rows after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** The cursor of the last row of this page; null when the page is empty, but for lists that say otherwise. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** A value of a national code table. Codes are added over the years, so this is no enum. */
export type CodedValue = {
  /** The code in the standard named at the field. */
  readonly code: Scalars['ID']['output'];
  /** The standard's Chinese wording of the code. */
  readonly label: Scalars['String']['output'];
};

/** The entry points of the grid register. */
export type Query = {
  /** The division of this code, or null when there is none. */
  readonly division?: Maybe<Division>;
  /** The grid of this code, or null when there is none. */
  readonly grid?: Maybe<Grid>;
  /** The grids of an area, in the order of their codes. */
  readonly grids?: Maybe<GridConnection>;
  /** The list of a grid worker's duties: 8 classes of 3 items. */
  readonly dutyItems?: Maybe<ReadonlyArray<DutyItem>>;
};


/** The entry points of the grid register. */
export type QueryDivisionArgs = {
  code: Scalars['ID']['input'];
};


/** The entry points of the grid register. */
export type QueryGridArgs = {
  code: Scalars['ID']['input'];
};


/** The entry points of the grid register. */
export type QueryGridsArgs = {
  area: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An administrative division (GB/T 2260, GB/T 10114; villages by the statistical code of 12 digits). */
export type Division = {
  /** The code: 6, 9 or 12 digits. */
  readonly code: Scalars['ID']['output'];
  /** The official name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The level. */
  readonly level?: Maybe<DivisionLevel>;
  /** The division above; null for the city. */
  readonly parent?: Maybe<Division>;
  /** The divisions from the city down to this one. */
  readonly path?: Maybe<ReadonlyArray<Division>>;
  /** The divisions directly below, in the order of their codes. */
  readonly children?: Maybe<DivisionConnection>;
};


/** An administrative division (GB/T 2260, GB/T 10114; villages by the statistical code of 12 digits). */
export type DivisionChildrenArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Levels of divisions. */
export type DivisionLevel =
  /** 市: the city, 6 digits. */
  | 'CITY'
  /** 县: counties, districts and county-level cities, 6 digits. */
  | 'COUNTY'
  /** 乡镇街道: townships, towns and streets, 9 digits. */
  | 'TOWNSHIP'
  /** 村社区: villages and communities, 12 digits. */
  | 'VILLAGE';

/** The smallest unit of service inside a village or community (GB/T 34300). */
export type Grid = {
  /** The code: the village's 12 digits and a serial of 3. */
  readonly code: Scalars['ID']['output'];
  /** The grid's name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The kind of grid. */
  readonly kind?: Maybe<GridKind>;
  /** The number of households counted when the grid was drawn. */
  readonly householdCount?: Maybe<Scalars['Int']['output']>;
  /** The village or community the grid lies in. */
  readonly division?: Maybe<Division>;
  /** City, county, township and village of the grid, in this order. */
  readonly divisionPath?: Maybe<ReadonlyArray<Division>>;
  /** The workers assigned now, the leader first. */
  readonly workers?: Maybe<ReadonlyArray<GridWorker>>;
  /** Visits of the grid's workers, the newest first. */
  readonly visits?: Maybe<VisitConnection>;
};


/** The smallest unit of service inside a village or community (GB/T 34300). */
export type GridVisitsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Kinds of grids. */
export type GridKind =
  /** C 社区网格: urban. */
  | 'COMMUNITY'
  /** R 农村网格: rural. */
  | 'RURAL'
  /** E 专属网格: one big unit such as a school, a hospital or a park. */
  | 'EXCLUSIVE';

/** A person on duty in a grid, under the name and number of the office. */
export type GridWorker = {
  /** The hub's opaque id of the worker. */
  readonly id: Scalars['ID']['output'];
  /** The worker's name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The position in the grid. */
  readonly position?: Maybe<WorkerPosition>;
  /** Whether the worker does nothing else (专职). */
  readonly isFullTime?: Maybe<Scalars['Boolean']['output']>;
  /** The number of duty, not a private one. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** The first day in this grid. */
  readonly since?: Maybe<Scalars['Date']['output']>;
};

/** Positions of a grid's workers. */
export type WorkerPosition =
  /** 网格长. */
  | 'LEADER'
  /** 副网格长. */
  | 'DEPUTY_LEADER'
  /** 常务网格长. */
  | 'EXECUTIVE_LEADER'
  /** 网格员. */
  | 'WORKER';

/** An item of the list of a grid worker's duties. */
export type DutyItem = {
  /** The code: class letter and number, for example B2. */
  readonly code: Scalars['ID']['output'];
  /** What is to be done. */
  readonly title: Scalars['String']['output'];
  /** The class of duties, in words. */
  readonly category: Scalars['String']['output'];
  /** How often. */
  readonly frequency: DutyFrequency;
};

/** How often a duty falls due. */
export type DutyFrequency =
  /** Every day. */
  | 'DAILY'
  /** Every week. */
  | 'WEEKLY'
  /** Every month. */
  | 'MONTHLY'
  /** Every quarter. */
  | 'QUARTERLY'
  /** Whenever something happens. */
  | 'ON_EVENT';

/** A worker's visit to somebody's home. It says that and why, never what was seen. */
export type Visit = {
  /** The hub's opaque id of the visit. */
  readonly id: Scalars['ID']['output'];
  /** When the visit was made. */
  readonly visitedAt: Scalars['DateTime']['output'];
  /** What the visit was for. */
  readonly kind: VisitKind;
  /** The worker. */
  readonly worker?: Maybe<GridWorker>;
  /** The person visited; null when a household or a place was visited. */
  readonly person?: Maybe<Person>;
};

/** What a visit is for. */
export type VisitKind =
  /** 信息采集: checking the register's entries. */
  | 'REGISTER_CHECK'
  /** 走访关爱: care for those who live alone or were left behind. */
  | 'CARE'
  /** 隐患排查: looking for dangers. */
  | 'SAFETY_CHECK'
  /** 矛盾化解: settling a quarrel. */
  | 'MEDIATION'
  /** 民生代办: running an errand with the authorities. */
  | 'ERRAND';

/** A person, named by reference only. */
export type Person = {
  /** What the register finds the person by: it gives him to whom he is in scope, and to nobody else. */
  readonly reference: Scalars['ID']['output'];
};

/** A page of divisions. */
export type DivisionConnection = {
  /** The divisions of this page. */
  readonly nodes: ReadonlyArray<Division>;
  /** The divisions with their cursors. */
  readonly edges: ReadonlyArray<DivisionEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A division and the cursor behind which the next page begins. */
export type DivisionEdge = {
  /** The division. */
  readonly node: Division;
  /** The cursor of this division in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of grids. */
export type GridConnection = {
  /** The grids of this page. */
  readonly nodes: ReadonlyArray<Grid>;
  /** The grids with their cursors. */
  readonly edges: ReadonlyArray<GridEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A grid and the cursor behind which the next page begins. */
export type GridEdge = {
  /** The grid. */
  readonly node: Grid;
  /** The cursor of this grid in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of visits. */
export type VisitConnection = {
  /** The visits of this page. */
  readonly nodes: ReadonlyArray<Visit>;
  /** The visits with their cursors. */
  readonly edges: ReadonlyArray<VisitEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A visit and the cursor behind which the next page begins. */
export type VisitEdge = {
  /** The visit. */
  readonly node: Visit;
  /** The cursor of this visit in this list. */
  readonly cursor: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Division: Division;
  Grid: Grid;
  DutyItem: DutyItem;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Division:
    ( { __typename: 'Division' }
    & GraphQLRecursivePick<FederationTypes['Division'], {"code":true}> );
  Grid:
    ( { __typename: 'Grid' }
    & GraphQLRecursivePick<FederationTypes['Grid'], {"code":true}> );
  DutyItem:
    ( { __typename: 'DutyItem' }
    & GraphQLRecursivePick<FederationTypes['DutyItem'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  MaskKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  FormKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DataClass: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Purpose: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Role: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  UserError: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Date: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DateTime: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  PageInfo: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Boolean: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CodedValue: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ID: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Query: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Division: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DivisionLevel: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Grid: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  GridKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  GridWorker: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  WorkerPosition: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DutyItem: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DutyFrequency: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Visit: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  VisitKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Person: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DivisionConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DivisionEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  GridConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  GridEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  VisitConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  VisitEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  String: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Int: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  UserError: Readonly<Record<string, unknown>>;
  Date: Readonly<Record<string, unknown>>;
  DateTime: Readonly<Record<string, unknown>>;
  PageInfo: Readonly<Record<string, unknown>>;
  Boolean: Readonly<Record<string, unknown>>;
  CodedValue: Readonly<Record<string, unknown>>;
  ID: Readonly<Record<string, unknown>>;
  Query: Readonly<Record<string, unknown>>;
  Division: Readonly<Record<string, unknown>>;
  Grid: Readonly<Record<string, unknown>>;
  GridWorker: Readonly<Record<string, unknown>>;
  DutyItem: Readonly<Record<string, unknown>>;
  Visit: Readonly<Record<string, unknown>>;
  Person: Readonly<Record<string, unknown>>;
  DivisionConnection: Readonly<Record<string, unknown>>;
  DivisionEdge: Readonly<Record<string, unknown>>;
  GridConnection: Readonly<Record<string, unknown>>;
  GridEdge: Readonly<Record<string, unknown>>;
  VisitConnection: Readonly<Record<string, unknown>>;
  VisitEdge: Readonly<Record<string, unknown>>;
  String: Readonly<Record<string, unknown>>;
  Int: Readonly<Record<string, unknown>>;
};

export type DataDirectiveArgs = {
  class?: Maybe<DataClass>;
  classes?: Maybe<ReadonlyArray<DataClass>>;
};

export type DataDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = DataDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type MaskDirectiveArgs = {
  kind: MaskKind;
};

export type MaskDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = MaskDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CoarsenDirectiveArgs = {
  to: Scalars['String']['input'];
};

export type CoarsenDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = CoarsenDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type FormDirectiveArgs = {
  kind: FormKind;
  max?: Maybe<Scalars['Int']['input']>;
};

export type FormDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = FormDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type UserErrorResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type PageInfoResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CodedValueResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CodedValue'] = ResolversParentTypes['CodedValue']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  division?: Resolver<Maybe<ResolversTypes['Division']>, ParentType, ContextType, RequireFields<QueryDivisionArgs, 'code'>>;
  grid?: Resolver<Maybe<ResolversTypes['Grid']>, ParentType, ContextType, RequireFields<QueryGridArgs, 'code'>>;
  grids?: Resolver<Maybe<ResolversTypes['GridConnection']>, ParentType, ContextType, RequireFields<QueryGridsArgs, 'area' | 'first'>>;
  dutyItems?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DutyItem']>>, ParentType, ContextType>;
};

export type DivisionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Division'] = ResolversParentTypes['Division'], FederationReferenceType extends FederationReferenceTypes['Division'] = FederationReferenceTypes['Division']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Division']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['DivisionLevel']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Division']>, ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Division']>>, ParentType, ContextType>;
  children?: Resolver<Maybe<ResolversTypes['DivisionConnection']>, ParentType, ContextType, RequireFields<DivisionChildrenArgs, 'first'>>;
};

export type GridResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Grid'] = ResolversParentTypes['Grid'], FederationReferenceType extends FederationReferenceTypes['Grid'] = FederationReferenceTypes['Grid']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Grid']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['GridKind']>, ParentType, ContextType>;
  householdCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  division?: Resolver<Maybe<ResolversTypes['Division']>, ParentType, ContextType>;
  divisionPath?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Division']>>, ParentType, ContextType>;
  workers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GridWorker']>>, ParentType, ContextType>;
  visits?: Resolver<Maybe<ResolversTypes['VisitConnection']>, ParentType, ContextType, RequireFields<GridVisitsArgs, 'first'>>;
};

export type GridWorkerResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GridWorker'] = ResolversParentTypes['GridWorker']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['WorkerPosition']>, ParentType, ContextType>;
  isFullTime?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type DutyItemResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DutyItem'] = ResolversParentTypes['DutyItem'], FederationReferenceType extends FederationReferenceTypes['DutyItem'] = FederationReferenceTypes['DutyItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DutyItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  frequency?: Resolver<ResolversTypes['DutyFrequency'], ParentType, ContextType>;
};

export type VisitResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Visit'] = ResolversParentTypes['Visit']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  visitedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['VisitKind'], ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['GridWorker']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  reference?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DivisionConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DivisionConnection'] = ResolversParentTypes['DivisionConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Division']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['DivisionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DivisionEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DivisionEdge'] = ResolversParentTypes['DivisionEdge']> = {
  node?: Resolver<ResolversTypes['Division'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GridConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GridConnection'] = ResolversParentTypes['GridConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Grid']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['GridEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GridEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GridEdge'] = ResolversParentTypes['GridEdge']> = {
  node?: Resolver<ResolversTypes['Grid'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VisitConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['VisitConnection'] = ResolversParentTypes['VisitConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Visit']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['VisitEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type VisitEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['VisitEdge'] = ResolversParentTypes['VisitEdge']> = {
  node?: Resolver<ResolversTypes['Visit'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  UserError?: UserErrorResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  CodedValue?: CodedValueResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Division?: DivisionResolvers<ContextType>;
  Grid?: GridResolvers<ContextType>;
  GridWorker?: GridWorkerResolvers<ContextType>;
  DutyItem?: DutyItemResolvers<ContextType>;
  Visit?: VisitResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  DivisionConnection?: DivisionConnectionResolvers<ContextType>;
  DivisionEdge?: DivisionEdgeResolvers<ContextType>;
  GridConnection?: GridConnectionResolvers<ContextType>;
  GridEdge?: GridEdgeResolvers<ContextType>;
  VisitConnection?: VisitConnectionResolvers<ContextType>;
  VisitEdge?: VisitEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  data?: DataDirectiveResolver<any, any, ContextType>;
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  coarsen?: CoarsenDirectiveResolver<any, any, ContextType>;
  form?: FormDirectiveResolver<any, any, ContextType>;
};
