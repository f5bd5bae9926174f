// Generated from schema/subgraphs/governance.graphql by `npm run schema`. Never edited by hand.
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
  | 'CONSENT';

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

/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type Query = {
  /** What the caller has consented to, the newest first: in force, run out and withdrawn. */
  readonly myConsents?: Maybe<ConsentReceiptConnection>;
  /**
   * Of these persons and classes, the consents that are in force now for the caller's purpose, role and department. The
   * gateway asks it once more before an answer leaves; clients cannot.
   */
  readonly consentsInForce?: Maybe<ReadonlyArray<ConsentInForce>>;
  /**
   * What the caller would be given of an operation, masked and refused, and which departments would be asked. Touches no
   * data. What a record decides (area, consent, age) is told at its best.
   */
  readonly accessPlan?: Maybe<AccessPlan>;
};


/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type QueryMyConsentsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type QueryConsentsInForceArgs = {
  persons: ReadonlyArray<Scalars['ID']['input']>;
  classes: ReadonlyArray<DataClass>;
};


/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type QueryAccessPlanArgs = {
  operation: Scalars['String']['input'];
  purpose: Purpose;
  variables?: InputMaybe<Scalars['String']['input']>;
};

/** Acts of citizens over their own data. */
export type Mutation = {
  /** Gives consent. It is given by the citizen himself, for named classes of data, one purpose, named recipients and a time. */
  readonly grantConsent: GrantConsentPayload;
  /** Withdraws consent, from this moment on. To withdraw what was withdrawn changes nothing. */
  readonly withdrawConsent: WithdrawConsentPayload;
};


/** Acts of citizens over their own data. */
export type MutationGrantConsentArgs = {
  input: GrantConsentInput;
};


/** Acts of citizens over their own data. */
export type MutationWithdrawConsentArgs = {
  input: WithdrawConsentInput;
};

/** What a citizen consents to. Whoever is silent has consented to nothing. */
export type GrantConsentInput = {
  /** Chosen by the caller: the same key with the same content is the same act, however often it is sent. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The classes of data: only those that the policy gives to somebody by consent. */
  readonly classes: ReadonlyArray<DataClass>;
  /** What the data may be used for. */
  readonly purpose: Purpose;
  /** Roles that may use it. */
  readonly recipientRoles?: InputMaybe<ReadonlyArray<Role>>;
  /** Departments that may use it, D01 to D42. */
  readonly recipientDepartments?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** From when on; not in the past. */
  readonly validFrom: Scalars['DateTime']['input'];
  /** Until when; three years after `validFrom` at the latest. */
  readonly validTo: Scalars['DateTime']['input'];
  /** How consent was given, in words, for example the form and its number. */
  readonly evidence: Scalars['String']['input'];
};

/** Which consent is withdrawn. */
export type WithdrawConsentInput = {
  /** The id of the receipt. */
  readonly consentId: Scalars['ID']['input'];
};

/** The outcome of giving consent. */
export type GrantConsentPayload = {
  /** The receipt; null when there are errors. */
  readonly consent?: Maybe<ConsentReceipt>;
  /** What the caller can mend; empty when the act was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of withdrawing consent. */
export type WithdrawConsentPayload = {
  /** The receipt; null when there are errors. */
  readonly consent?: Maybe<ConsentReceipt>;
  /** What the caller can mend; empty when the act was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A receipt of consent (个人信息保护法 §14-16). It is never changed but for its withdrawal. */
export type ConsentReceipt = {
  /** The hub's opaque id of the receipt. */
  readonly id: Scalars['ID']['output'];
  /** The classes of data. */
  readonly classes?: Maybe<ReadonlyArray<DataClass>>;
  /** What the data may be used for. */
  readonly purpose?: Maybe<Purpose>;
  /** Roles that may use it. */
  readonly recipientRoles?: Maybe<ReadonlyArray<Role>>;
  /** Departments that may use it. */
  readonly recipientDepartments?: Maybe<ReadonlyArray<Department>>;
  /** From when on. */
  readonly validFromAt?: Maybe<Scalars['DateTime']['output']>;
  /** Until when. */
  readonly validToAt?: Maybe<Scalars['DateTime']['output']>;
  /** How consent was given. */
  readonly evidence?: Maybe<Scalars['String']['output']>;
  /** When the receipt was made. */
  readonly grantedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was withdrawn; null when it was not. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is in force now. */
  readonly isInForce?: Maybe<Scalars['Boolean']['output']>;
};

/** A person and the classes that his consent opens now. */
export type ConsentInForce = {
  /** The person's id. */
  readonly person: Scalars['ID']['output'];
  /** The classes. */
  readonly classes: ReadonlyArray<DataClass>;
};

/** A page of receipts. */
export type ConsentReceiptConnection = {
  /** The receipts of this page. */
  readonly nodes: ReadonlyArray<ConsentReceipt>;
  /** The receipts with their cursors. */
  readonly edges: ReadonlyArray<ConsentReceiptEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A receipt and the cursor behind which the next page begins. */
export type ConsentReceiptEdge = {
  /** The receipt. */
  readonly node: ConsentReceipt;
  /** The cursor of this receipt in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A department, named by reference only. */
export type Department = {
  /** The code. */
  readonly code: Scalars['ID']['output'];
};

/** What a caller would be given of an operation. */
export type AccessPlan = {
  /** The subgraphs that would be asked, by name. */
  readonly subgraphs: ReadonlyArray<Scalars['String']['output']>;
  /** What would be given in clear. */
  readonly allowed: ReadonlyArray<AllowedCoordinate>;
  /** What would be given in part. */
  readonly masked: ReadonlyArray<MaskedCoordinate>;
  /** What would be withheld. */
  readonly withheld: ReadonlyArray<WithheldCoordinate>;
};

/** A field that would be given in clear. */
export type AllowedCoordinate = {
  /** The field, as `Type.field`. */
  readonly coordinate: Scalars['String']['output'];
};

/** A field that would be given in part. */
export type MaskedCoordinate = {
  /** The field, as `Type.field`. */
  readonly coordinate: Scalars['String']['output'];
  /** The kind of mask. */
  readonly kind: MaskKind;
};

/** A field that would be withheld, or a filter that would not be answered. */
export type WithheldCoordinate = {
  /** The field, argument or input field. */
  readonly coordinate: Scalars['String']['output'];
  /** The class of data that decided. */
  readonly dataClass: DataClass;
  /** What would have to be otherwise. */
  readonly reason: WithheldReason;
  /** The row of the policy's table that decided. */
  readonly rule: Scalars['String']['output'];
};

/** What would have to be otherwise for a field to be given. */
export type WithheldReason =
  /** Another role. */
  | 'ROLE'
  /** Another purpose. */
  | 'PURPOSE'
  /** A case reference. */
  | 'CASE'
  /** The consent of the person. */
  | 'CONSENT';



export type ResolverTypeWrapper<T> = Promise<T> | T;


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
  GrantConsentInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  WithdrawConsentInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  GrantConsentPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  WithdrawConsentPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ConsentReceipt: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ConsentInForce: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ConsentReceiptConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ConsentReceiptEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Department: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessPlan: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AllowedCoordinate: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  MaskedCoordinate: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  WithheldCoordinate: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  WithheldReason: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
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
  GrantConsentInput: Readonly<Record<string, unknown>>;
  WithdrawConsentInput: Readonly<Record<string, unknown>>;
  GrantConsentPayload: Readonly<Record<string, unknown>>;
  WithdrawConsentPayload: Readonly<Record<string, unknown>>;
  ConsentReceipt: Readonly<Record<string, unknown>>;
  ConsentInForce: Readonly<Record<string, unknown>>;
  ConsentReceiptConnection: Readonly<Record<string, unknown>>;
  ConsentReceiptEdge: Readonly<Record<string, unknown>>;
  Department: Readonly<Record<string, unknown>>;
  AccessPlan: Readonly<Record<string, unknown>>;
  AllowedCoordinate: Readonly<Record<string, unknown>>;
  MaskedCoordinate: Readonly<Record<string, unknown>>;
  WithheldCoordinate: Readonly<Record<string, unknown>>;
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
  myConsents?: Resolver<Maybe<ResolversTypes['ConsentReceiptConnection']>, ParentType, ContextType, RequireFields<QueryMyConsentsArgs, 'first'>>;
  consentsInForce?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConsentInForce']>>, ParentType, ContextType, RequireFields<QueryConsentsInForceArgs, 'persons' | 'classes'>>;
  accessPlan?: Resolver<Maybe<ResolversTypes['AccessPlan']>, ParentType, ContextType, RequireFields<QueryAccessPlanArgs, 'operation' | 'purpose'>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  grantConsent?: Resolver<ResolversTypes['GrantConsentPayload'], ParentType, ContextType, RequireFields<MutationGrantConsentArgs, 'input'>>;
  withdrawConsent?: Resolver<ResolversTypes['WithdrawConsentPayload'], ParentType, ContextType, RequireFields<MutationWithdrawConsentArgs, 'input'>>;
};

export type GrantConsentPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GrantConsentPayload'] = ResolversParentTypes['GrantConsentPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['ConsentReceipt']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WithdrawConsentPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['WithdrawConsentPayload'] = ResolversParentTypes['WithdrawConsentPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['ConsentReceipt']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConsentReceiptResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ConsentReceipt'] = ResolversParentTypes['ConsentReceipt']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  classes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DataClass']>>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  recipientRoles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Role']>>, ParentType, ContextType>;
  recipientDepartments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Department']>>, ParentType, ContextType>;
  validFromAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validToAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grantedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isInForce?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ConsentInForceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ConsentInForce'] = ResolversParentTypes['ConsentInForce']> = {
  person?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  classes?: Resolver<ReadonlyArray<ResolversTypes['DataClass']>, ParentType, ContextType>;
};

export type ConsentReceiptConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ConsentReceiptConnection'] = ResolversParentTypes['ConsentReceiptConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ConsentReceipt']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ConsentReceiptEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConsentReceiptEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ConsentReceiptEdge'] = ResolversParentTypes['ConsentReceiptEdge']> = {
  node?: Resolver<ResolversTypes['ConsentReceipt'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AccessPlanResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessPlan'] = ResolversParentTypes['AccessPlan']> = {
  subgraphs?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  allowed?: Resolver<ReadonlyArray<ResolversTypes['AllowedCoordinate']>, ParentType, ContextType>;
  masked?: Resolver<ReadonlyArray<ResolversTypes['MaskedCoordinate']>, ParentType, ContextType>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['WithheldCoordinate']>, ParentType, ContextType>;
};

export type AllowedCoordinateResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AllowedCoordinate'] = ResolversParentTypes['AllowedCoordinate']> = {
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MaskedCoordinateResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['MaskedCoordinate'] = ResolversParentTypes['MaskedCoordinate']> = {
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MaskKind'], ParentType, ContextType>;
};

export type WithheldCoordinateResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['WithheldCoordinate'] = ResolversParentTypes['WithheldCoordinate']> = {
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dataClass?: Resolver<ResolversTypes['DataClass'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['WithheldReason'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  UserError?: UserErrorResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  CodedValue?: CodedValueResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  GrantConsentPayload?: GrantConsentPayloadResolvers<ContextType>;
  WithdrawConsentPayload?: WithdrawConsentPayloadResolvers<ContextType>;
  ConsentReceipt?: ConsentReceiptResolvers<ContextType>;
  ConsentInForce?: ConsentInForceResolvers<ContextType>;
  ConsentReceiptConnection?: ConsentReceiptConnectionResolvers<ContextType>;
  ConsentReceiptEdge?: ConsentReceiptEdgeResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  AccessPlan?: AccessPlanResolvers<ContextType>;
  AllowedCoordinate?: AllowedCoordinateResolvers<ContextType>;
  MaskedCoordinate?: MaskedCoordinateResolvers<ContextType>;
  WithheldCoordinate?: WithheldCoordinateResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  data?: DataDirectiveResolver<any, any, ContextType>;
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  coarsen?: CoarsenDirectiveResolver<any, any, ContextType>;
  form?: FormDirectiveResolver<any, any, ContextType>;
};
