// Generated from schema/subgraphs/integrity.graphql by `npm run schema`. Never edited by hand.
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
  | 'TEXT';

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
  | 'LEDGER';

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
  /** The cursor of the last row of this page; null when the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** A value of a national code table. Codes are added over the years, so this is no enum. */
export type CodedValue = {
  /** The code in the standard named at the field. */
  readonly code: Scalars['ID']['output'];
  /** The standard's Chinese wording of the code. */
  readonly label: Scalars['String']['output'];
};

/** The entry points of the integrity register. */
export type Query = {
  /** The 42 departments, in the order of their codes. */
  readonly departments?: Maybe<ReadonlyArray<Department>>;
  /** The department of this code, or null when there is none. */
  readonly department?: Maybe<Department>;
};


/** The entry points of the integrity register. */
export type QueryDepartmentArgs = {
  code: Scalars['ID']['input'];
};

/** A municipal department (职能部门) that supplies records and answers reviews. */
export type Department = {
  /** The code, D01 to D42. */
  readonly code: Scalars['ID']['output'];
  /** The official short name. */
  readonly name: Scalars['String']['output'];
  /** How the department answers a review. */
  readonly answerMode: AnswerMode;
  /** What it supplies, in the order of the codes. */
  readonly recordTypes?: Maybe<ReadonlyArray<RecordType>>;
  /** How fresh its deliveries are. */
  readonly feed?: Maybe<Feed>;
};

/** How a department answers a review. */
export type AnswerMode =
  /** F: from its delivered records. */
  | 'FULL'
  /** B: yes or no and the class only. */
  | 'CLASS_ONLY'
  /** H: a person answers; nothing is delivered. */
  | 'HUMAN_ONLY'
  /** It answers no review. */
  | 'NONE';

/** A kind of record that a department holds (政务信息资源目录 item). */
export type RecordType = {
  /** The code: department and three letters, for example D33-PEN. */
  readonly code: Scalars['ID']['output'];
  /** The name in the catalogue. */
  readonly name: Scalars['String']['output'];
  /** The sharing attribute (政务信息资源共享管理暂行办法, 政务数据共享条例). */
  readonly sharing: Sharing;
  /** How such a record speaks of its subject. */
  readonly polarity: RecordPolarity;
};

/** Sharing attributes of the catalogue. */
export type Sharing =
  /** 无条件共享. */
  | 'UNCONDITIONAL'
  /** 有条件共享: with the provider's consent. */
  | 'CONDITIONAL'
  /** 不予共享: a law forbids it. */
  | 'NOT_SHARED';

/** The state of a department's deliveries. */
export type Feed = {
  /** Fresh, late, silent, or never delivered. */
  readonly state: FeedState;
  /** The moment for which the delivered data is true; null when nothing was ever delivered. */
  readonly dataAsOf?: Maybe<Scalars['DateTime']['output']>;
  /** The greatest age of the data, in hours, before it counts as stale; null for departments that deliver nothing. */
  readonly maxAge?: Maybe<Scalars['Int']['output']>;
  /** Records held from this department, superseded versions not counted. */
  readonly recordCount: Scalars['Int']['output'];
  /** Rows that wait in quarantine. */
  readonly quarantinedCount: Scalars['Int']['output'];
  /** When the last delivery was taken in; null when there was none. */
  readonly lastImportedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How fresh a department's deliveries are. */
export type FeedState =
  /** The data is not older than `maxAge`. */
  | 'FRESH'
  /** The data is older than `maxAge`. */
  | 'STALE'
  /** Nothing has come for three times `maxAge`. */
  | 'SILENT'
  /** Nothing was ever delivered. */
  | 'NEVER';

/** A person, to whom this register adds integrity. */
export type Person = {
  /** The hub's opaque id. */
  readonly id: Scalars['ID']['output'];
  /** The area the person belongs to, from the population register. */
  readonly scopeArea?: Maybe<Scalars['String']['output']>;
  /** Whether the person is under 18, from the population register. */
  readonly isMinor?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the person belongs to the caller's household, from the population register. */
  readonly isInHouseholdOfCaller?: Maybe<Scalars['Boolean']['output']>;
  /** What the departments hold on the person's integrity: never null for a person one may see, unless withheld or unavailable. */
  readonly integrity?: Maybe<IntegrityProfile>;
};

/** A person's integrity as the departments know it. It is no score and decides nothing. */
export type IntegrityProfile = {
  /** Counts and veto as of now. */
  readonly standing?: Maybe<IntegrityStanding>;
  /** The records that may be shown now, the newest decision first; sealed ones look like none. */
  readonly records?: Maybe<CreditRecordConnection>;
};


/** A person's integrity as the departments know it. It is no score and decides nothing. */
export type IntegrityProfileRecordsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Counts over the records that are in force, certain in identity and visible to the caller. */
export type IntegrityStanding = {
  /** Positive records in force. */
  readonly positiveCount?: Maybe<Scalars['Int']['output']>;
  /** Negative records in force; disputed, repaired, expired and revoked ones do not count. */
  readonly negativeCount?: Maybe<Scalars['Int']['output']>;
  /** Whether a one-vote veto on the person as a responsible leader is in effect. A veto on a unit is none on its people. */
  readonly hasActiveVeto?: Maybe<Scalars['Boolean']['output']>;
  /** The moment the counts hold for. */
  readonly asOf?: Maybe<Scalars['DateTime']['output']>;
};

/** A record that a department keeps on a subject (信用记录), in its current version. */
export type CreditRecord = {
  /** The hub's opaque id, the same for all versions. */
  readonly id: Scalars['ID']['output'];
  /** How the record speaks of its subject. */
  readonly polarity: RecordPolarity;
  /** The kind of record within its department's catalogue: three letters, for example PEN for 行政处罚. */
  readonly kind: Scalars['String']['output'];
  /** The gravity of a negative record; null otherwise. */
  readonly level?: Maybe<RecordLevel>;
  /** What it is, in one line. */
  readonly title: Scalars['String']['output'];
  /** Where the record stands now. */
  readonly status: RecordStatus;
  /** The day of the decision. */
  readonly decidedOn: Scalars['Date']['output'];
  /** The last day the record may be used; null when it has no end. */
  readonly validUntil?: Maybe<Scalars['Date']['output']>;
  /** The number of the decision's document. */
  readonly documentNumber?: Maybe<Scalars['String']['output']>;
  /** The article the decision rests on. */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** The department that decided and answers for the record. */
  readonly department?: Maybe<Department>;
  /** The catalogue item the record belongs to. */
  readonly type?: Maybe<RecordType>;
};

/** How a record speaks of its subject. */
export type RecordPolarity =
  /** Honours, brave acts, volunteering, promises kept. */
  | 'POSITIVE'
  /** Breaches found by a department or a court. */
  | 'NEGATIVE'
  /** Neither: registrations and licences. */
  | 'NEUTRAL';

/** The gravity of a negative record (国办发〔2025〕22号). */
export type RecordLevel =
  /** 轻微: published for three months at most. */
  | 'MINOR'
  /** 一般: published for three months to one year. */
  | 'GENERAL'
  /** 严重: published for one to three years. */
  | 'SERIOUS';

/** Where a record stands. */
export type RecordStatus =
  /** In force. */
  | 'RECORDED'
  /** The subject disputes it: shown with this mark and left out of decisions. */
  | 'DISPUTED'
  /** Repaired: no longer published, shared or used. */
  | 'REPAIRED'
  /** Its time has run out. */
  | 'EXPIRED'
  /** The department took it back. */
  | 'REVOKED';

/** A page of records. */
export type CreditRecordConnection = {
  /** The records of this page. */
  readonly nodes: ReadonlyArray<CreditRecord>;
  /** The records with their cursors. */
  readonly edges: ReadonlyArray<CreditRecordEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A record and the cursor behind which the next page begins. */
export type CreditRecordEdge = {
  /** The record. */
  readonly node: CreditRecord;
  /** The cursor of this record in this list. */
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
  Department: Department;
  RecordType: RecordType;
  Person: Person;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Department:
    ( { __typename: 'Department' }
    & GraphQLRecursivePick<FederationTypes['Department'], {"code":true}> );
  RecordType:
    ( { __typename: 'RecordType' }
    & GraphQLRecursivePick<FederationTypes['RecordType'], {"code":true}> );
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Person'], {"scopeArea":true,"isMinor":true,"isInHouseholdOfCaller":true}> ) );
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
  Department: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AnswerMode: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RecordType: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Sharing: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Feed: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  FeedState: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Person: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  IntegrityProfile: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  IntegrityStanding: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CreditRecord: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RecordPolarity: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RecordLevel: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RecordStatus: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CreditRecordConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CreditRecordEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
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
  Department: Readonly<Record<string, unknown>>;
  RecordType: Readonly<Record<string, unknown>>;
  Feed: Readonly<Record<string, unknown>>;
  Person: Readonly<Record<string, unknown>>;
  IntegrityProfile: Readonly<Record<string, unknown>>;
  IntegrityStanding: Readonly<Record<string, unknown>>;
  CreditRecord: Readonly<Record<string, unknown>>;
  CreditRecordConnection: Readonly<Record<string, unknown>>;
  CreditRecordEdge: Readonly<Record<string, unknown>>;
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
  departments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Department']>>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType, RequireFields<QueryDepartmentArgs, 'code'>>;
};

export type DepartmentResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department'], FederationReferenceType extends FederationReferenceTypes['Department'] = FederationReferenceTypes['Department']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Department']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  answerMode?: Resolver<ResolversTypes['AnswerMode'], ParentType, ContextType>;
  recordTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordType']>>, ParentType, ContextType>;
  feed?: Resolver<Maybe<ResolversTypes['Feed']>, ParentType, ContextType>;
};

export type RecordTypeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RecordType'] = ResolversParentTypes['RecordType'], FederationReferenceType extends FederationReferenceTypes['RecordType'] = FederationReferenceTypes['RecordType']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RecordType']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sharing?: Resolver<ResolversTypes['Sharing'], ParentType, ContextType>;
  polarity?: Resolver<ResolversTypes['RecordPolarity'], ParentType, ContextType>;
};

export type FeedResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Feed'] = ResolversParentTypes['Feed']> = {
  state?: Resolver<ResolversTypes['FeedState'], ParentType, ContextType>;
  dataAsOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  maxAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  recordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quarantinedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastImportedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integrity?: Resolver<Maybe<ResolversTypes['IntegrityProfile']>, ParentType, ContextType>;
};

export type IntegrityProfileResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['IntegrityProfile'] = ResolversParentTypes['IntegrityProfile']> = {
  standing?: Resolver<Maybe<ResolversTypes['IntegrityStanding']>, ParentType, ContextType>;
  records?: Resolver<Maybe<ResolversTypes['CreditRecordConnection']>, ParentType, ContextType, RequireFields<IntegrityProfileRecordsArgs, 'first'>>;
};

export type IntegrityStandingResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['IntegrityStanding'] = ResolversParentTypes['IntegrityStanding']> = {
  positiveCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  negativeCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  hasActiveVeto?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CreditRecordResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CreditRecord'] = ResolversParentTypes['CreditRecord']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  polarity?: Resolver<ResolversTypes['RecordPolarity'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['RecordLevel']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RecordStatus'], ParentType, ContextType>;
  decidedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['RecordType']>, ParentType, ContextType>;
};

export type CreditRecordConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CreditRecordConnection'] = ResolversParentTypes['CreditRecordConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CreditRecord']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['CreditRecordEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CreditRecordEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CreditRecordEdge'] = ResolversParentTypes['CreditRecordEdge']> = {
  node?: Resolver<ResolversTypes['CreditRecord'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  UserError?: UserErrorResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  CodedValue?: CodedValueResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  RecordType?: RecordTypeResolvers<ContextType>;
  Feed?: FeedResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  IntegrityProfile?: IntegrityProfileResolvers<ContextType>;
  IntegrityStanding?: IntegrityStandingResolvers<ContextType>;
  CreditRecord?: CreditRecordResolvers<ContextType>;
  CreditRecordConnection?: CreditRecordConnectionResolvers<ContextType>;
  CreditRecordEdge?: CreditRecordEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  data?: DataDirectiveResolver<any, any, ContextType>;
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  coarsen?: CoarsenDirectiveResolver<any, any, ContextType>;
  form?: FormDirectiveResolver<any, any, ContextType>;
};
