// Generated from schema/subgraphs/persons.graphql by `npm run schema`. Never edited by hand.
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

/** The entry points of the population register. */
export type Query = {
  /** The caller himself, as the register has him; null for who is nobody of it. A portal's is the citizen it acts for. */
  readonly me?: Maybe<Person>;
  /** The person of this id, or null when there is none. */
  readonly person?: Maybe<Person>;
  /** Up to 1,000 persons in the order asked; null in the place of an id that does not exist. */
  readonly persons?: Maybe<ReadonlyArray<Maybe<Person>>>;
  /**
   * The person of this citizen number, or null when the register has none. The number is normalised (full-width digits,
   * small x, 15 digits) and its check digit verified before anything is looked up.
   */
  readonly personByIdNumber?: Maybe<Person>;
  /** Persons by area, beginning of the name, age and kind of population, in the order of their ids. */
  readonly searchPersons?: Maybe<PersonConnection>;
};


/** The entry points of the population register. */
export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


/** The entry points of the population register. */
export type QueryPersonsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** The entry points of the population register. */
export type QueryPersonByIdNumberArgs = {
  idNumber: Scalars['String']['input'];
};


/** The entry points of the population register. */
export type QuerySearchPersonsArgs = {
  input: PersonSearchInput;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Acts on the population register. */
export type Mutation = {
  /**
   * Compares the last four of a citizen number with what somebody shows, for callers who see the number masked. Three tries
   * a person, caller and day, whatever their outcome.
   */
  readonly verifyIdentifier: VerifyIdentifierPayload;
};


/** Acts on the population register. */
export type MutationVerifyIdentifierArgs = {
  input: VerifyIdentifierInput;
};

/** What somebody shows of his citizen number. */
export type VerifyIdentifierInput = {
  /** The person's opaque id. */
  readonly person: Scalars['ID']['input'];
  /** The last four characters: three digits and a digit or X. */
  readonly lastFour: Scalars['String']['input'];
};

/** The outcome of a comparison. */
export type VerifyIdentifierPayload = {
  /** Whether they are the person's; null when nothing was compared. */
  readonly isMatch?: Maybe<Scalars['Boolean']['output']>;
  /** Tries left today. */
  readonly remainingTries?: Maybe<Scalars['Int']['output']>;
  /** What the caller can mend; empty when it was compared. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Conditions on persons, joined by AND. Each needs the right to read its class in clear. */
export type PersonSearchInput = {
  /** A division or grid: persons who live there now. */
  readonly area?: InputMaybe<Scalars['ID']['input']>;
  /** The beginning of the name, at least its first character. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Youngest age in whole years. */
  readonly ageFrom?: InputMaybe<Scalars['Int']['input']>;
  /** Oldest age in whole years. */
  readonly ageTo?: InputMaybe<Scalars['Int']['input']>;
  /** The kind of population. */
  readonly populationKind?: InputMaybe<PopulationKind>;
};

/**
 * A natural person in the register of the actual population (GB/T 31000, module 2). The departments' views of the person
 * are the fields `integrity`, `psych` and `volunteer`, each null when it is withheld or its department cannot be asked.
 */
export type Person = {
  /** The hub's opaque id; never a personal number. */
  readonly id: Scalars['ID']['output'];
  /** What a department that keeps a list names a person by. The register alone turns it into a person, for whom he is in scope. */
  readonly reference: Scalars['ID']['output'];
  /** The code of the grid the person lives in now, for the scope of access; null when the person lives nowhere in the city. */
  readonly scopeArea?: Maybe<Scalars['String']['output']>;
  /** Whether the person is under 18 today, for the scope of access. */
  readonly isMinor?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the person is registered in the same household as the caller and is not the caller, for the scope of access. */
  readonly isInHouseholdOfCaller?: Maybe<Scalars['Boolean']['output']>;
  /** The name as registered. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The citizen number, 18 characters (GB 11643). */
  readonly idNumber?: Maybe<Scalars['String']['output']>;
  /** Sex (GB/T 2261.1). */
  readonly sex?: Maybe<Sex>;
  /** The date of birth as registered. */
  readonly birthDate?: Maybe<Scalars['Date']['output']>;
  /** The band of the person's age today. */
  readonly ageBand?: Maybe<AgeBand>;
  /** Ethnic group (GB/T 3304). */
  readonly ethnicity?: Maybe<CodedValue>;
  /** Highest education (GB/T 4658). */
  readonly education?: Maybe<CodedValue>;
  /** Marital status (GB/T 2261.2). */
  readonly maritalStatus?: Maybe<CodedValue>;
  /** Political status (GB/T 4762). */
  readonly politicalStatus?: Maybe<CodedValue>;
  /** What the person does for a living (GB/T 6565, in words); null when nothing is known. */
  readonly occupation?: Maybe<Scalars['String']['output']>;
  /** Employer or school; null when there is none or nothing is known. */
  readonly workplace?: Maybe<Scalars['String']['output']>;
  /** Mobile number, 11 digits; null when none is known. */
  readonly mobile?: Maybe<Scalars['String']['output']>;
  /** The address of the household registration (户籍地址). */
  readonly registeredAddress?: Maybe<Scalars['String']['output']>;
  /** The address to the door where the person lives now. */
  readonly residenceAddress?: Maybe<Scalars['String']['output']>;
  /** The kind of population the person counts as. */
  readonly populationKind?: Maybe<PopulationKind>;
  /** The register's entry that makes the person this kind of population; null when there is none. */
  readonly registration?: Maybe<PopulationRegistration>;
  /** The household the person is registered with; null for persons registered elsewhere. */
  readonly household?: Maybe<Household>;
  /** Open and past needs for help, the newest first. */
  readonly careNeeds?: Maybe<ReadonlyArray<CareNeed>>;
  /** Where the person lives now; null when nowhere in the city. */
  readonly residency?: Maybe<Residency>;
  /** Registers of help the person is on now: existence and assignment only, never grounds or history. */
  readonly serviceRegisters?: Maybe<ReadonlyArray<ServiceRegisterEntry>>;
};

/** The sexes of GB/T 2261.1. */
export type Sex =
  /** 0 未知的性别. */
  | 'UNKNOWN'
  /** 1 男. */
  | 'MALE'
  /** 2 女. */
  | 'FEMALE'
  /** 9 未说明的性别. */
  | 'UNSTATED';

/** Bands of age, so that most uses need no date of birth. */
export type AgeBand =
  /** Under 14: consent of a guardian is needed for nearly everything (未成年人保护法). */
  | 'UNDER_14'
  /** 14 to 17. */
  | 'FROM_14_TO_17'
  /** 18 to 34. */
  | 'FROM_18_TO_34'
  /** 35 to 59. */
  | 'FROM_35_TO_59'
  /** 60 to 79. */
  | 'FROM_60_TO_79'
  /** 80 and older. */
  | 'FROM_80';

/** The kinds of the actual population (GB/T 31000, module 2). */
export type PopulationKind =
  /** 户籍人口: registered in the city and living where registered or elsewhere in it. */
  | 'REGISTERED'
  /** 流动人口: living in the city, registered elsewhere. */
  | 'FLOATING'
  /** 留守人员: children, women or elders left behind by family members who work elsewhere. */
  | 'LEFT_BEHIND'
  /** 境外人员: from outside the mainland. */
  | 'OVERSEAS';

/** The population register's entry of a person (GB/T 31000: 户籍人口, 流动人口, 留守人员, 境外人员). */
export type PopulationRegistration = {
  /** The kind of population. */
  readonly kind: PopulationKind;
  /** Whether the person lives where registered (人户一致标识); null when not verified. */
  readonly isResidenceConsistent?: Maybe<Scalars['Boolean']['output']>;
  /** The day of the registration. */
  readonly registeredOn?: Maybe<Scalars['Date']['output']>;
  /** The day the registration runs out; null when it does not. */
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  /** Why a floating person came, in words; null for other kinds. */
  readonly inflowReason?: Maybe<Scalars['String']['output']>;
  /** Whether a child, a woman or an elder was left behind; null for other kinds. */
  readonly leftBehindKind?: Maybe<LeftBehindKind>;
};

/** Who was left behind (GB/T 31000: 留守人员类型). */
export type LeftBehindKind =
  /** 01 儿童. */
  | 'CHILD'
  /** 02 妇女. */
  | 'WOMAN'
  /** 03 老人. */
  | 'ELDER';

/** A household of the registration (户). */
export type Household = {
  /** The hub's opaque id of the household. */
  readonly id: Scalars['ID']['output'];
  /** The address the household is registered at. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** The living members whom the caller may see, the head first. */
  readonly members?: Maybe<ReadonlyArray<HouseholdMember>>;
};

/** A person's place in a household. */
export type HouseholdMember = {
  /** The relation to the head of the household (GB/T 4761). */
  readonly relation?: Maybe<CodedValue>;
  /** The member. */
  readonly person?: Maybe<Person>;
};

/** A neutral need for help (帮扶需求). It says what helps, never why. */
export type CareNeed = {
  /** What kind of help. */
  readonly kind: CareNeedKind;
  /** How pressing it is. */
  readonly level: CareNeedLevel;
  /** Where the help stands. */
  readonly status: CareNeedStatus;
  /** When the need was recorded. */
  readonly openedAt: Scalars['DateTime']['output'];
};

/** Kinds of help. */
export type CareNeedKind =
  /** Work. */
  | 'JOB'
  /** Housing. */
  | 'HOUSING'
  /** Medical help. */
  | 'MEDICAL'
  /** Schooling. */
  | 'EDUCATION'
  /** Legal help. */
  | 'LEGAL'
  /** Somebody to talk to: a psychological service was asked for. */
  | 'PSYCH'
  /** Anything else. */
  | 'OTHER';

/** How pressing a need is. */
export type CareNeedLevel =
  /** It can wait. */
  | 'LOW'
  /** Within the month. */
  | 'MEDIUM'
  /** Within the week. */
  | 'HIGH';

/** Where the help stands. */
export type CareNeedStatus =
  /** Nobody has taken it yet. */
  | 'OPEN'
  /** Somebody is at it. */
  | 'ASSIGNED'
  /** Done or no longer wanted. */
  | 'CLOSED';

/** Where a person lives. */
export type Residency = {
  /** The first day of living there. */
  readonly since?: Maybe<Scalars['Date']['output']>;
  /** The grid of the dwelling. */
  readonly grid?: Maybe<Grid>;
};

/** That a person is on a register of help, and who is assigned. Offence, sentence and file are with the justice office only. */
export type ServiceRegisterEntry = {
  /** Which register. */
  readonly kind: ServiceRegisterKind;
  /** The first day on the register. */
  readonly since: Scalars['Date']['output'];
  /** The day the entry ends; null when open. */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

/** Registers of help. */
export type ServiceRegisterKind =
  /** 社区矫正: community correction. */
  | 'CORRECTION'
  /** 安置帮教: help after release. */
  | 'RESETTLEMENT'
  /** 重点青少年: help for young people. */
  | 'YOUTH';

/** A page of persons. */
export type PersonConnection = {
  /** The persons of this page. */
  readonly nodes: ReadonlyArray<Person>;
  /** The persons with their cursors. */
  readonly edges: ReadonlyArray<PersonEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A person and the cursor behind which the next page begins. */
export type PersonEdge = {
  /** The person. */
  readonly node: Person;
  /** The cursor of this person in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A grid, to which this register adds the people who live in it. */
export type Grid = {
  /** The grid's code, 15 digits. */
  readonly code: Scalars['ID']['output'];
  /** The people who live in the grid now, in the order of their ids. */
  readonly residents?: Maybe<PersonConnection>;
};


/** A grid, to which this register adds the people who live in it. */
export type GridResidentsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
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
  Grid: Grid;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Person:
    ( { __typename: 'Person' }
    & ( GraphQLRecursivePick<FederationTypes['Person'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Person'], {"reference":true}> ) );
  Grid:
    ( { __typename: 'Grid' }
    & GraphQLRecursivePick<FederationTypes['Grid'], {"code":true}> );
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
  Mutation: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  VerifyIdentifierInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  VerifyIdentifierPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  PersonSearchInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Person: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Sex: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AgeBand: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  PopulationKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  PopulationRegistration: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  LeftBehindKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Household: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  HouseholdMember: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CareNeed: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CareNeedKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CareNeedLevel: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CareNeedStatus: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Residency: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ServiceRegisterEntry: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ServiceRegisterKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  PersonConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  PersonEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Grid: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
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
  Mutation: Readonly<Record<string, unknown>>;
  VerifyIdentifierInput: Readonly<Record<string, unknown>>;
  VerifyIdentifierPayload: Readonly<Record<string, unknown>>;
  PersonSearchInput: Readonly<Record<string, unknown>>;
  Person: Readonly<Record<string, unknown>>;
  PopulationRegistration: Readonly<Record<string, unknown>>;
  Household: Readonly<Record<string, unknown>>;
  HouseholdMember: Readonly<Record<string, unknown>>;
  CareNeed: Readonly<Record<string, unknown>>;
  Residency: Readonly<Record<string, unknown>>;
  ServiceRegisterEntry: Readonly<Record<string, unknown>>;
  PersonConnection: Readonly<Record<string, unknown>>;
  PersonEdge: Readonly<Record<string, unknown>>;
  Grid: Readonly<Record<string, unknown>>;
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
  me?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'id'>>;
  persons?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Person']>>>, ParentType, ContextType, RequireFields<QueryPersonsArgs, 'ids'>>;
  personByIdNumber?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonByIdNumberArgs, 'idNumber'>>;
  searchPersons?: Resolver<Maybe<ResolversTypes['PersonConnection']>, ParentType, ContextType, RequireFields<QuerySearchPersonsArgs, 'input' | 'first'>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  verifyIdentifier?: Resolver<ResolversTypes['VerifyIdentifierPayload'], ParentType, ContextType, RequireFields<MutationVerifyIdentifierArgs, 'input'>>;
};

export type VerifyIdentifierPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['VerifyIdentifierPayload'] = ResolversParentTypes['VerifyIdentifierPayload']> = {
  isMatch?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  remainingTries?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scopeArea?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isMinor?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isInHouseholdOfCaller?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  idNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sex?: Resolver<Maybe<ResolversTypes['Sex']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  ageBand?: Resolver<Maybe<ResolversTypes['AgeBand']>, ParentType, ContextType>;
  ethnicity?: Resolver<Maybe<ResolversTypes['CodedValue']>, ParentType, ContextType>;
  education?: Resolver<Maybe<ResolversTypes['CodedValue']>, ParentType, ContextType>;
  maritalStatus?: Resolver<Maybe<ResolversTypes['CodedValue']>, ParentType, ContextType>;
  politicalStatus?: Resolver<Maybe<ResolversTypes['CodedValue']>, ParentType, ContextType>;
  occupation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workplace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mobile?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  residenceAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  populationKind?: Resolver<Maybe<ResolversTypes['PopulationKind']>, ParentType, ContextType>;
  registration?: Resolver<Maybe<ResolversTypes['PopulationRegistration']>, ParentType, ContextType>;
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType>;
  careNeeds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CareNeed']>>, ParentType, ContextType>;
  residency?: Resolver<Maybe<ResolversTypes['Residency']>, ParentType, ContextType>;
  serviceRegisters?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ServiceRegisterEntry']>>, ParentType, ContextType>;
};

export type PopulationRegistrationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PopulationRegistration'] = ResolversParentTypes['PopulationRegistration']> = {
  kind?: Resolver<ResolversTypes['PopulationKind'], ParentType, ContextType>;
  isResidenceConsistent?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  inflowReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  leftBehindKind?: Resolver<Maybe<ResolversTypes['LeftBehindKind']>, ParentType, ContextType>;
};

export type HouseholdResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  members?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HouseholdMember']>>, ParentType, ContextType>;
};

export type HouseholdMemberResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['HouseholdMember'] = ResolversParentTypes['HouseholdMember']> = {
  relation?: Resolver<Maybe<ResolversTypes['CodedValue']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type CareNeedResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CareNeed'] = ResolversParentTypes['CareNeed']> = {
  kind?: Resolver<ResolversTypes['CareNeedKind'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['CareNeedLevel'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CareNeedStatus'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ResidencyResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Residency'] = ResolversParentTypes['Residency']> = {
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  grid?: Resolver<Maybe<ResolversTypes['Grid']>, ParentType, ContextType>;
};

export type ServiceRegisterEntryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ServiceRegisterEntry'] = ResolversParentTypes['ServiceRegisterEntry']> = {
  kind?: Resolver<ResolversTypes['ServiceRegisterKind'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PersonConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PersonConnection'] = ResolversParentTypes['PersonConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['PersonEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PersonEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PersonEdge'] = ResolversParentTypes['PersonEdge']> = {
  node?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GridResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Grid'] = ResolversParentTypes['Grid'], FederationReferenceType extends FederationReferenceTypes['Grid'] = FederationReferenceTypes['Grid']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Grid']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  residents?: Resolver<Maybe<ResolversTypes['PersonConnection']>, ParentType, ContextType, RequireFields<GridResidentsArgs, 'first'>>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  UserError?: UserErrorResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  CodedValue?: CodedValueResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  VerifyIdentifierPayload?: VerifyIdentifierPayloadResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PopulationRegistration?: PopulationRegistrationResolvers<ContextType>;
  Household?: HouseholdResolvers<ContextType>;
  HouseholdMember?: HouseholdMemberResolvers<ContextType>;
  CareNeed?: CareNeedResolvers<ContextType>;
  Residency?: ResidencyResolvers<ContextType>;
  ServiceRegisterEntry?: ServiceRegisterEntryResolvers<ContextType>;
  PersonConnection?: PersonConnectionResolvers<ContextType>;
  PersonEdge?: PersonEdgeResolvers<ContextType>;
  Grid?: GridResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  data?: DataDirectiveResolver<any, any, ContextType>;
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  coarsen?: CoarsenDirectiveResolver<any, any, ContextType>;
  form?: FormDirectiveResolver<any, any, ContextType>;
};
