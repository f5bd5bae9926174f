// Generated from schema/subgraphs/psych.graphql by `npm run schema`. Never edited by hand.
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

/** The entry points of the psychological services. Notes, scale answers and diagnoses are not in the graph at all. */
export type Query = {
  /** The stations of an area, in the order of their codes. */
  readonly stations?: Maybe<StationConnection>;
  /** The station of this code, or null when there is none. */
  readonly station?: Maybe<Station>;
  /** The institutions that run psychological services in the city. */
  readonly providers?: Maybe<ReadonlyArray<Provider>>;
  /** The counsellors of the 24-hour hotline. */
  readonly hotlineCounsellors?: Maybe<ReadonlyArray<Counsellor>>;
};


/** The entry points of the psychological services. Notes, scale answers and diagnoses are not in the graph at all. */
export type QueryStationsArgs = {
  area: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the psychological services. Notes, scale answers and diagnoses are not in the graph at all. */
export type QueryStationArgs = {
  code: Scalars['ID']['input'];
};

/** A place where psychological help is given (社会心理服务站室). */
export type Station = {
  /** The code: S, the division's code and a number. */
  readonly code: Scalars['ID']['output'];
  /** The name on the door. */
  readonly name: Scalars['String']['output'];
  /** The kind of station. */
  readonly kind: StationKind;
  /** The telephone of the station. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** The hours, in words. */
  readonly openingHours?: Maybe<Scalars['String']['output']>;
  /** Whether it is one of the accepted demonstration sites. */
  readonly isDemonstration: Scalars['Boolean']['output'];
  /** The day it was accepted as a demonstration site; null when it is none. */
  readonly acceptedOn?: Maybe<Scalars['Date']['output']>;
  /** Which of the six requirements (六有) it meets. */
  readonly requirementsMet?: Maybe<ReadonlyArray<StationRequirement>>;
  /** The institution that runs it. */
  readonly provider?: Maybe<Provider>;
  /** The division it serves. */
  readonly division?: Maybe<Division>;
  /** The next free slots, the soonest first. */
  readonly slots?: Maybe<ReadonlyArray<Slot>>;
};


/** A place where psychological help is given (社会心理服务站室). */
export type StationSlotsArgs = {
  first: Scalars['Int']['input'];
};

/** Kinds of stations. */
export type StationKind =
  /** The city's centre. */
  | 'CITY_CENTRE'
  /** A township's station. */
  | 'TOWNSHIP'
  /** A village's room. */
  | 'VILLAGE'
  /** A station in a key unit such as a school or a works. */
  | 'KEY_UNIT'
  /** A station of a social organisation. */
  | 'SOCIAL';

/** The six requirements of a station (六有). */
export type StationRequirement =
  /** 有场所: premises. */
  | 'PREMISES'
  /** 有人员: staff. */
  | 'STAFF'
  /** 有平台: a platform for contact. */
  | 'PLATFORM'
  /** 有规程: rules of procedure. */
  | 'PROCEDURE'
  /** 有案例: documented practice. */
  | 'PRACTICE'
  /** 有实效: proven effect. */
  | 'EFFECT';

/** An institution that runs psychological services. */
export type Provider = {
  /** The hub's opaque id of the provider. */
  readonly id: Scalars['ID']['output'];
  /** The name. */
  readonly name: Scalars['String']['output'];
  /** The kind of platform. */
  readonly kind: ProviderKind;
};

/** Kinds of platforms of psychological services. */
export type ProviderKind =
  /** 市级平台. */
  | 'CITY'
  /** 基层平台. */
  | 'GRASSROOTS'
  /** 重点单位平台. */
  | 'KEY_UNIT'
  /** 社会化平台. */
  | 'SOCIAL';

/** A free time with a counsellor. */
export type Slot = {
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** The counsellor. */
  readonly counsellor?: Maybe<Counsellor>;
};

/** A counsellor, under the number of the service. */
export type Counsellor = {
  /** The hub's opaque id of the counsellor. */
  readonly id: Scalars['ID']['output'];
  /** The name used in the service (work name). */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Languages spoken, BCP 47: cmn Mandarin, hak Hakka, nan Southern Min. */
  readonly languages?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Whether the counsellor does nothing else. */
  readonly isFullTime?: Maybe<Scalars['Boolean']['output']>;
};

/** A person, to whom the psychological services add what they offer. */
export type Person = {
  /** The hub's opaque id. */
  readonly id: Scalars['ID']['output'];
  /** The area the person belongs to, from the population register. */
  readonly scopeArea?: Maybe<Scalars['String']['output']>;
  /** Whether the person is under 18, from the population register. */
  readonly isMinor?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the person belongs to the caller's household, from the population register. */
  readonly isInHouseholdOfCaller?: Maybe<Scalars['Boolean']['output']>;
  /** What the services offer and agreed: never null for a person one may see, unless withheld or unavailable. */
  readonly psych?: Maybe<PsychProfile>;
};

/** What the psychological services offer a person and agreed with him. No content, ever (精神卫生法 §4, §23). */
export type PsychProfile = {
  /** The follow-up the person agreed to; null when there is none now. */
  readonly followUp?: Maybe<FollowUp>;
  /** The station nearest to where the person lives, which tells his village; null when that is not known. */
  readonly nearestStation?: Maybe<Station>;
  /** Appointments, the latest first. */
  readonly appointments?: Maybe<AppointmentConnection>;
};


/** What the psychological services offer a person and agreed with him. No content, ever (精神卫生法 §4, §23). */
export type PsychProfileAppointmentsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** That somebody may call on the person again, by the person's own consent. */
export type FollowUp = {
  /** When it was agreed. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** The last day it holds. */
  readonly until: Scalars['Date']['output'];
};

/** An appointment with a psychological service: when and where, never what about. */
export type Appointment = {
  /** The hub's opaque id of the appointment. */
  readonly id: Scalars['ID']['output'];
  /** The way of meeting. */
  readonly channel: AppointmentChannel;
  /** What is offered. */
  readonly kind: AppointmentKind;
  /** Where the appointment stands. */
  readonly status: AppointmentStatus;
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** The station; null for the hotline and for online meetings. */
  readonly station?: Maybe<Station>;
};

/** Ways of meeting. */
export type AppointmentChannel =
  /** By telephone (心理援助热线). */
  | 'HOTLINE'
  /** On line. */
  | 'ONLINE'
  /** At a clinic. */
  | 'CLINIC'
  /** At a station. */
  | 'STATION'
  /** At school. */
  | 'SCHOOL';

/** What is offered. Kinds that would tell of a crisis have no value of their own. */
export type AppointmentKind =
  /** A talk. */
  | 'CONSULTATION'
  /** A questionnaire with an explanation. */
  | 'ASSESSMENT'
  /** A lecture or a group. */
  | 'LECTURE';

/** Where an appointment stands. */
export type AppointmentStatus =
  /** Agreed. */
  | 'BOOKED'
  /** It took place. */
  | 'ATTENDED'
  /** Passed on to another service. */
  | 'REFERRED'
  /** Called off. */
  | 'CANCELLED'
  /** The person did not come. */
  | 'MISSED';

/** A division, named by reference only. */
export type Division = {
  /** The code. */
  readonly code: Scalars['ID']['output'];
};

/** A page of stations. */
export type StationConnection = {
  /** The stations of this page. */
  readonly nodes: ReadonlyArray<Station>;
  /** The stations with their cursors. */
  readonly edges: ReadonlyArray<StationEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A station and the cursor behind which the next page begins. */
export type StationEdge = {
  /** The station. */
  readonly node: Station;
  /** The cursor of this station in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of appointments. */
export type AppointmentConnection = {
  /** The appointments of this page. */
  readonly nodes: ReadonlyArray<Appointment>;
  /** The appointments with their cursors. */
  readonly edges: ReadonlyArray<AppointmentEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** An appointment and the cursor behind which the next page begins. */
export type AppointmentEdge = {
  /** The appointment. */
  readonly node: Appointment;
  /** The cursor of this appointment in this list. */
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
  Station: Station;
  Person: Person;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Station:
    ( { __typename: 'Station' }
    & GraphQLRecursivePick<FederationTypes['Station'], {"code":true}> );
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
  Station: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  StationKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  StationRequirement: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Provider: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ProviderKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Slot: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Counsellor: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Person: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  PsychProfile: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  FollowUp: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Appointment: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AppointmentChannel: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AppointmentKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AppointmentStatus: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Division: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  StationConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  StationEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AppointmentConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AppointmentEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
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
  Station: Readonly<Record<string, unknown>>;
  Provider: Readonly<Record<string, unknown>>;
  Slot: Readonly<Record<string, unknown>>;
  Counsellor: Readonly<Record<string, unknown>>;
  Person: Readonly<Record<string, unknown>>;
  PsychProfile: Readonly<Record<string, unknown>>;
  FollowUp: Readonly<Record<string, unknown>>;
  Appointment: Readonly<Record<string, unknown>>;
  Division: Readonly<Record<string, unknown>>;
  StationConnection: Readonly<Record<string, unknown>>;
  StationEdge: Readonly<Record<string, unknown>>;
  AppointmentConnection: Readonly<Record<string, unknown>>;
  AppointmentEdge: Readonly<Record<string, unknown>>;
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
  stations?: Resolver<Maybe<ResolversTypes['StationConnection']>, ParentType, ContextType, RequireFields<QueryStationsArgs, 'area' | 'first'>>;
  station?: Resolver<Maybe<ResolversTypes['Station']>, ParentType, ContextType, RequireFields<QueryStationArgs, 'code'>>;
  providers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Provider']>>, ParentType, ContextType>;
  hotlineCounsellors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Counsellor']>>, ParentType, ContextType>;
};

export type StationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Station'] = ResolversParentTypes['Station'], FederationReferenceType extends FederationReferenceTypes['Station'] = FederationReferenceTypes['Station']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Station']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StationKind'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openingHours?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isDemonstration?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  acceptedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  requirementsMet?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StationRequirement']>>, ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['Provider']>, ParentType, ContextType>;
  division?: Resolver<Maybe<ResolversTypes['Division']>, ParentType, ContextType>;
  slots?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Slot']>>, ParentType, ContextType, RequireFields<StationSlotsArgs, 'first'>>;
};

export type ProviderResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Provider'] = ResolversParentTypes['Provider']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ProviderKind'], ParentType, ContextType>;
};

export type SlotResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Slot'] = ResolversParentTypes['Slot']> = {
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  counsellor?: Resolver<Maybe<ResolversTypes['Counsellor']>, ParentType, ContextType>;
};

export type CounsellorResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Counsellor'] = ResolversParentTypes['Counsellor']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  languages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  isFullTime?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  psych?: Resolver<Maybe<ResolversTypes['PsychProfile']>, ParentType, ContextType>;
};

export type PsychProfileResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PsychProfile'] = ResolversParentTypes['PsychProfile']> = {
  followUp?: Resolver<Maybe<ResolversTypes['FollowUp']>, ParentType, ContextType>;
  nearestStation?: Resolver<Maybe<ResolversTypes['Station']>, ParentType, ContextType>;
  appointments?: Resolver<Maybe<ResolversTypes['AppointmentConnection']>, ParentType, ContextType, RequireFields<PsychProfileAppointmentsArgs, 'first'>>;
};

export type FollowUpResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['FollowUp'] = ResolversParentTypes['FollowUp']> = {
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type AppointmentResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Appointment'] = ResolversParentTypes['Appointment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['AppointmentChannel'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AppointmentKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AppointmentStatus'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  station?: Resolver<Maybe<ResolversTypes['Station']>, ParentType, ContextType>;
};

export type DivisionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Division'] = ResolversParentTypes['Division']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StationConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['StationConnection'] = ResolversParentTypes['StationConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Station']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['StationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StationEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['StationEdge'] = ResolversParentTypes['StationEdge']> = {
  node?: Resolver<ResolversTypes['Station'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AppointmentConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AppointmentConnection'] = ResolversParentTypes['AppointmentConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Appointment']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['AppointmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AppointmentEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AppointmentEdge'] = ResolversParentTypes['AppointmentEdge']> = {
  node?: Resolver<ResolversTypes['Appointment'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  UserError?: UserErrorResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  CodedValue?: CodedValueResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Station?: StationResolvers<ContextType>;
  Provider?: ProviderResolvers<ContextType>;
  Slot?: SlotResolvers<ContextType>;
  Counsellor?: CounsellorResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PsychProfile?: PsychProfileResolvers<ContextType>;
  FollowUp?: FollowUpResolvers<ContextType>;
  Appointment?: AppointmentResolvers<ContextType>;
  Division?: DivisionResolvers<ContextType>;
  StationConnection?: StationConnectionResolvers<ContextType>;
  StationEdge?: StationEdgeResolvers<ContextType>;
  AppointmentConnection?: AppointmentConnectionResolvers<ContextType>;
  AppointmentEdge?: AppointmentEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  data?: DataDirectiveResolver<any, any, ContextType>;
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  coarsen?: CoarsenDirectiveResolver<any, any, ContextType>;
  form?: FormDirectiveResolver<any, any, ContextType>;
};
