// Generated from schema/subgraphs/volunteers.graphql by `npm run schema`. Never edited by hand.
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

/** The entry points of mass prevention and volunteering (群防群治). */
export type Query = {
  /** The task of this id, or null when there is none. */
  readonly task?: Maybe<Task>;
  /** The tasks of an area, the latest start first. */
  readonly tasks?: Maybe<TaskConnection>;
  /** The 25 types of tasks. */
  readonly taskTypes?: Maybe<ReadonlyArray<TaskType>>;
  /** The team of this id, or null when there is none. */
  readonly team?: Maybe<Team>;
};


/** The entry points of mass prevention and volunteering (群防群治). */
export type QueryTaskArgs = {
  id: Scalars['ID']['input'];
};


/** The entry points of mass prevention and volunteering (群防群治). */
export type QueryTasksArgs = {
  area: Scalars['ID']['input'];
  state?: InputMaybe<TaskState>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of mass prevention and volunteering (群防群治). */
export type QueryTeamArgs = {
  id: Scalars['ID']['input'];
};

/** A person, to whom the volunteer register adds volunteering. */
export type Person = {
  /** The hub's opaque id. */
  readonly id: Scalars['ID']['output'];
  /** The area the person belongs to, from the population register. */
  readonly scopeArea?: Maybe<Scalars['String']['output']>;
  /** Whether the person is under 18, from the population register. */
  readonly isMinor?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the person belongs to the caller's household, from the population register. */
  readonly isInHouseholdOfCaller?: Maybe<Scalars['Boolean']['output']>;
  /** The person as a volunteer; null for who is none. */
  readonly volunteer?: Maybe<Volunteer>;
};

/** A registered volunteer (志愿服务条例). */
export type Volunteer = {
  /** The volunteer number of the register. */
  readonly number: Scalars['String']['output'];
  /** The day of registration. */
  readonly registeredOn?: Maybe<Scalars['Date']['output']>;
  /** Stars, 0 to 5, for 100, 300, 600, 1,000 and 1,500 hours. */
  readonly star?: Maybe<Scalars['Int']['output']>;
  /** Hours served in all, to the tenth. */
  readonly totalHours?: Maybe<Scalars['Float']['output']>;
  /** Points at hand: the sum of the ledger. */
  readonly pointBalance?: Maybe<Scalars['Int']['output']>;
  /** What the volunteer can do, in words. */
  readonly skills?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The office of peace household head (平安中心户长); null for who holds none. */
  readonly peaceHouseholdHead?: Maybe<PeaceHouseholdHead>;
  /** The teams the volunteer is in now, in the order of joining. */
  readonly teams?: Maybe<ReadonlyArray<Team>>;
  /** Tasks claimed, the latest claim first. */
  readonly claims?: Maybe<ClaimConnection>;
  /** The ledger of points, the latest entry first. */
  readonly pointEntries?: Maybe<PointEntryConnection>;
};


/** A registered volunteer (志愿服务条例). */
export type VolunteerClaimsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A registered volunteer (志愿服务条例). */
export type VolunteerPointEntriesArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** The office of a peace household head: looks after the households next door. */
export type PeaceHouseholdHead = {
  /** The village. */
  readonly division?: Maybe<Division>;
  /** How many households belong to the office. */
  readonly householdCount: Scalars['Int']['output'];
};

/** A team of volunteers. */
export type Team = {
  /** The hub's opaque id of the team. */
  readonly id: Scalars['ID']['output'];
  /** The team's name. */
  readonly name: Scalars['String']['output'];
  /** The city brand it carries, such as 北门大妈; null when none. */
  readonly brand?: Maybe<Scalars['String']['output']>;
  /** The kind of team. */
  readonly kind: TeamKind;
  /** How many belong to it now. */
  readonly memberCount?: Maybe<Scalars['Int']['output']>;
  /** Where it is at home. */
  readonly division?: Maybe<Division>;
};

/** Kinds of teams. */
export type TeamKind =
  /** 平安志愿服务队. */
  | 'PEACE'
  /** 红袖标巡防队. */
  | 'PATROL'
  /** 平安中心户长队. */
  | 'HOUSEHOLD_HEADS'
  /** 社会组织. */
  | 'SOCIAL'
  /** 行业志愿队. */
  | 'SECTOR';

/** A type of tasks (25 in all). */
export type TaskType = {
  /** The code, 01 to 25. */
  readonly code: Scalars['ID']['output'];
  /** The name. */
  readonly name: Scalars['String']['output'];
  /** Points for an approved claim. */
  readonly points: Scalars['Int']['output'];
  /** Whether a claim is reviewed by a person before it counts. */
  readonly isReviewed: Scalars['Boolean']['output'];
};

/** A piece of work offered to volunteers. */
export type Task = {
  /** The hub's opaque id of the task. */
  readonly id: Scalars['ID']['output'];
  /** The type. */
  readonly type?: Maybe<TaskType>;
  /** Whether it is assigned or up for grabs. */
  readonly mode: TaskMode;
  /** Where the task stands. */
  readonly state: TaskState;
  /** The division the task belongs to. */
  readonly division?: Maybe<Division>;
  /** How many can take part. */
  readonly slotCount: Scalars['Int']['output'];
  /** How many have claimed it. */
  readonly claimedCount?: Maybe<Scalars['Int']['output']>;
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
};

/** Where a task stands. */
export type TaskState =
  /** Not yet offered. */
  | 'DRAFT'
  /** Offered. */
  | 'PUBLISHED'
  /** Done. */
  | 'CLOSED'
  /** Its time has run out. */
  | 'EXPIRED'
  /** Called off. */
  | 'CANCELLED';

/** How a task finds its people. */
export type TaskMode =
  /** 下发: the publisher names them. */
  | 'ASSIGN'
  /** 抢单: whoever claims first. */
  | 'GRAB';

/** A volunteer's claim to a task. */
export type Claim = {
  /** The hub's opaque id of the claim. */
  readonly id: Scalars['ID']['output'];
  /** Where the claim stands. */
  readonly state: ClaimState;
  /** Points earned; null until approved. */
  readonly points?: Maybe<Scalars['Int']['output']>;
  /** When the task was claimed. */
  readonly claimedAt: Scalars['DateTime']['output'];
  /** The task. */
  readonly task?: Maybe<Task>;
};

/** Where a claim stands. */
export type ClaimState =
  /** Taken. */
  | 'CLAIMED'
  /** Reported as done. */
  | 'SUBMITTED'
  /** Approved; points are booked. */
  | 'APPROVED'
  /** Not approved. */
  | 'REJECTED'
  /** Not reported in time. */
  | 'EXPIRED';

/** An entry of the ledger of points; entries are never changed, only followed by others. */
export type PointEntry = {
  /** The hub's opaque id of the entry. */
  readonly id: Scalars['ID']['output'];
  /** Points, positive or negative. */
  readonly delta: Scalars['Int']['output'];
  /** The balance after this entry. */
  readonly balance: Scalars['Int']['output'];
  /** Why. */
  readonly reason: PointReason;
  /** When it was booked. */
  readonly bookedAt: Scalars['DateTime']['output'];
  /** The task that earned the points; null for other reasons. */
  readonly task?: Maybe<Task>;
};

/** Why points were booked. */
export type PointReason =
  /** An approved task. */
  | 'TASK'
  /** Points spent on a reward. */
  | 'REWARD'
  /** A correction of an earlier entry. */
  | 'CORRECTION';

/** A division, named by reference only. */
export type Division = {
  /** The code. */
  readonly code: Scalars['ID']['output'];
};

/** A page of claims. */
export type ClaimConnection = {
  /** The claims of this page. */
  readonly nodes: ReadonlyArray<Claim>;
  /** The claims with their cursors. */
  readonly edges: ReadonlyArray<ClaimEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A claim and the cursor behind which the next page begins. */
export type ClaimEdge = {
  /** The claim. */
  readonly node: Claim;
  /** The cursor of this claim in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of the points ledger. */
export type PointEntryConnection = {
  /** The entries of this page. */
  readonly nodes: ReadonlyArray<PointEntry>;
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<PointEntryEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** An entry and the cursor behind which the next page begins. */
export type PointEntryEdge = {
  /** The entry. */
  readonly node: PointEntry;
  /** The cursor of this entry in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of tasks. */
export type TaskConnection = {
  /** The tasks of this page. */
  readonly nodes: ReadonlyArray<Task>;
  /** The tasks with their cursors. */
  readonly edges: ReadonlyArray<TaskEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A task and the cursor behind which the next page begins. */
export type TaskEdge = {
  /** The task. */
  readonly node: Task;
  /** The cursor of this task in this list. */
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
  Person: Person;
  TaskType: TaskType;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Person'], {"scopeArea":true,"isMinor":true,"isInHouseholdOfCaller":true}> ) );
  TaskType:
    ( { __typename: 'TaskType' }
    & GraphQLRecursivePick<FederationTypes['TaskType'], {"code":true}> );
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
  Person: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Volunteer: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Float: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  PeaceHouseholdHead: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Team: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  TeamKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  TaskType: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Task: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  TaskState: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  TaskMode: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Claim: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ClaimState: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  PointEntry: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  PointReason: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Division: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ClaimConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ClaimEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  PointEntryConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  PointEntryEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  TaskConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  TaskEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
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
  Person: Readonly<Record<string, unknown>>;
  Volunteer: Readonly<Record<string, unknown>>;
  Float: Readonly<Record<string, unknown>>;
  PeaceHouseholdHead: Readonly<Record<string, unknown>>;
  Team: Readonly<Record<string, unknown>>;
  TaskType: Readonly<Record<string, unknown>>;
  Task: Readonly<Record<string, unknown>>;
  Claim: Readonly<Record<string, unknown>>;
  PointEntry: Readonly<Record<string, unknown>>;
  Division: Readonly<Record<string, unknown>>;
  ClaimConnection: Readonly<Record<string, unknown>>;
  ClaimEdge: Readonly<Record<string, unknown>>;
  PointEntryConnection: Readonly<Record<string, unknown>>;
  PointEntryEdge: Readonly<Record<string, unknown>>;
  TaskConnection: Readonly<Record<string, unknown>>;
  TaskEdge: Readonly<Record<string, unknown>>;
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
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType, RequireFields<QueryTaskArgs, 'id'>>;
  tasks?: Resolver<Maybe<ResolversTypes['TaskConnection']>, ParentType, ContextType, RequireFields<QueryTasksArgs, 'area' | 'first'>>;
  taskTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TaskType']>>, ParentType, ContextType>;
  team?: Resolver<Maybe<ResolversTypes['Team']>, ParentType, ContextType, RequireFields<QueryTeamArgs, 'id'>>;
};

export type PersonResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  volunteer?: Resolver<Maybe<ResolversTypes['Volunteer']>, ParentType, ContextType>;
};

export type VolunteerResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Volunteer'] = ResolversParentTypes['Volunteer']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  star?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  totalHours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pointBalance?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  skills?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  peaceHouseholdHead?: Resolver<Maybe<ResolversTypes['PeaceHouseholdHead']>, ParentType, ContextType>;
  teams?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Team']>>, ParentType, ContextType>;
  claims?: Resolver<Maybe<ResolversTypes['ClaimConnection']>, ParentType, ContextType, RequireFields<VolunteerClaimsArgs, 'first'>>;
  pointEntries?: Resolver<Maybe<ResolversTypes['PointEntryConnection']>, ParentType, ContextType, RequireFields<VolunteerPointEntriesArgs, 'first'>>;
};

export type PeaceHouseholdHeadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PeaceHouseholdHead'] = ResolversParentTypes['PeaceHouseholdHead']> = {
  division?: Resolver<Maybe<ResolversTypes['Division']>, ParentType, ContextType>;
  householdCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TeamResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Team'] = ResolversParentTypes['Team']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  brand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TeamKind'], ParentType, ContextType>;
  memberCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  division?: Resolver<Maybe<ResolversTypes['Division']>, ParentType, ContextType>;
};

export type TaskTypeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['TaskType'] = ResolversParentTypes['TaskType'], FederationReferenceType extends FederationReferenceTypes['TaskType'] = FederationReferenceTypes['TaskType']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TaskType']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isReviewed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TaskResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['TaskType']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['TaskMode'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TaskState'], ParentType, ContextType>;
  division?: Resolver<Maybe<ResolversTypes['Division']>, ParentType, ContextType>;
  slotCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  claimedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ClaimResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Claim'] = ResolversParentTypes['Claim']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ClaimState'], ParentType, ContextType>;
  points?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  claimedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
};

export type PointEntryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PointEntry'] = ResolversParentTypes['PointEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  delta?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['PointReason'], ParentType, ContextType>;
  bookedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
};

export type DivisionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Division'] = ResolversParentTypes['Division']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ClaimConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ClaimConnection'] = ResolversParentTypes['ClaimConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Claim']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ClaimEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ClaimEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ClaimEdge'] = ResolversParentTypes['ClaimEdge']> = {
  node?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PointEntryConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PointEntryConnection'] = ResolversParentTypes['PointEntryConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PointEntry']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['PointEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PointEntryEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PointEntryEdge'] = ResolversParentTypes['PointEntryEdge']> = {
  node?: Resolver<ResolversTypes['PointEntry'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TaskConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['TaskConnection'] = ResolversParentTypes['TaskConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Task']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['TaskEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TaskEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['TaskEdge'] = ResolversParentTypes['TaskEdge']> = {
  node?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  UserError?: UserErrorResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  CodedValue?: CodedValueResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Volunteer?: VolunteerResolvers<ContextType>;
  PeaceHouseholdHead?: PeaceHouseholdHeadResolvers<ContextType>;
  Team?: TeamResolvers<ContextType>;
  TaskType?: TaskTypeResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  Claim?: ClaimResolvers<ContextType>;
  PointEntry?: PointEntryResolvers<ContextType>;
  Division?: DivisionResolvers<ContextType>;
  ClaimConnection?: ClaimConnectionResolvers<ContextType>;
  ClaimEdge?: ClaimEdgeResolvers<ContextType>;
  PointEntryConnection?: PointEntryConnectionResolvers<ContextType>;
  PointEntryEdge?: PointEntryEdgeResolvers<ContextType>;
  TaskConnection?: TaskConnectionResolvers<ContextType>;
  TaskEdge?: TaskEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  data?: DataDirectiveResolver<any, any, ContextType>;
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  coarsen?: CoarsenDirectiveResolver<any, any, ContextType>;
  form?: FormDirectiveResolver<any, any, ContextType>;
};
