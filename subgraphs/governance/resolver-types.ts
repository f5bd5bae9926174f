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

/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type Query = {
  /** What the caller has consented to, the newest first: in force, run out and withdrawn. */
  readonly myConsents?: Maybe<ConsentReceiptConnection>;
  /** Who looked at the caller's data in a period, the newest first, and for which departments that can be told. */
  readonly myAccessLog?: Maybe<AccessLog>;
  /**
   * Records of the ledger, the newest first: what is known of each access, without what was seen. An auditor with an area sees
   * the accesses of those who act in it.
   */
  readonly accessEvents?: Maybe<AccessEventConnection>;
  /** What an auditor looks into first, over a period. */
  readonly supervision?: Maybe<Supervision>;
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
  /** The caller's own break-glasses, the newest first. */
  readonly myBreakGlasses?: Maybe<BreakGlassConnection>;
  /** All break-glasses, the newest first, for who supervises them. */
  readonly breakGlasses?: Maybe<BreakGlassConnection>;
  /** Notices for the caller: as owner of the data, those to his department; as supervisor, all. The newest first. */
  readonly notices?: Maybe<NoticeConnection>;
  /** Delegations that the caller gave or was given, the newest first. */
  readonly myDelegations?: Maybe<DelegationConnection>;
  /**
   * What the caller may act under now: his break-glass or a delegation to him, by id. Null for one that is not in force, is
   * another's or is not there. The gateway asks it before it decides; clients cannot.
   */
  readonly authorityInForce?: Maybe<AuthorityInForce>;
};


/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type QueryMyConsentsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type QueryMyAccessLogArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type QueryAccessEventsArgs = {
  filter?: InputMaybe<AccessEventFilterInput>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type QuerySupervisionArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
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


/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type QueryMyBreakGlassesArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type QueryBreakGlassesArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  isUnreviewed?: InputMaybe<Scalars['Boolean']['input']>;
};


/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type QueryNoticesArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type QueryMyDelegationsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the hub's own register: what people consented to, and what a caller would be given. */
export type QueryAuthorityInForceArgs = {
  breakGlass?: InputMaybe<Scalars['ID']['input']>;
  delegation?: InputMaybe<Scalars['ID']['input']>;
};

/** Acts of citizens over their own data, and of staff over the rules themselves. */
export type Mutation = {
  /** Gives consent. It is given by the citizen himself and by nobody who acts for him, for named classes of data, one purpose, named recipients and a time. */
  readonly grantConsent: GrantConsentPayload;
  /** Withdraws consent, from this moment on. To withdraw what was withdrawn changes nothing. */
  readonly withdrawConsent: WithdrawConsentPayload;
  /**
   * Opens classes of data of one person whom the caller's area does not reach, in an emergency, after a second factor of the
   * last five minutes. Owners of the data and the supervisor are told at once, the person sees it in his access log, and
   * somebody else reviews it.
   */
  readonly openBreakGlass: OpenBreakGlassPayload;
  /** Ends a break-glass of the caller's before its time. To close what has ended changes nothing. */
  readonly closeBreakGlass: CloseBreakGlassPayload;
  /** Says whether a break-glass was justified, which also ends it. Nobody reviews his own. */
  readonly reviewBreakGlass: ReviewBreakGlassPayload;
  /** Lets a colleague act in the caller's role for a time, for no more than the caller may himself. It cannot be passed on. */
  readonly grantDelegation: GrantDelegationPayload;
  /** Ends a delegation that the caller gave. To end what has ended changes nothing. */
  readonly endDelegation: EndDelegationPayload;
};


/** Acts of citizens over their own data, and of staff over the rules themselves. */
export type MutationGrantConsentArgs = {
  input: GrantConsentInput;
};


/** Acts of citizens over their own data, and of staff over the rules themselves. */
export type MutationWithdrawConsentArgs = {
  input: WithdrawConsentInput;
};


/** Acts of citizens over their own data, and of staff over the rules themselves. */
export type MutationOpenBreakGlassArgs = {
  input: OpenBreakGlassInput;
};


/** Acts of citizens over their own data, and of staff over the rules themselves. */
export type MutationCloseBreakGlassArgs = {
  input: CloseBreakGlassInput;
};


/** Acts of citizens over their own data, and of staff over the rules themselves. */
export type MutationReviewBreakGlassArgs = {
  input: ReviewBreakGlassInput;
};


/** Acts of citizens over their own data, and of staff over the rules themselves. */
export type MutationGrantDelegationArgs = {
  input: GrantDelegationInput;
};


/** Acts of citizens over their own data, and of staff over the rules themselves. */
export type MutationEndDelegationArgs = {
  input: EndDelegationInput;
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

/** A department, by code and name. */
export type Department = {
  /** The code. */
  readonly code: Scalars['ID']['output'];
  /** The official short name, as the catalogue has it: an access log names departments also while that does not answer. */
  readonly name: Scalars['String']['output'];
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

/** What is opened, of whom, for how long, why. */
export type OpenBreakGlassInput = {
  /** Chosen by the caller: the same key with the same content is the same act, however often it is sent. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The person, by id. */
  readonly person: Scalars['ID']['input'];
  /** The classes of data: only those that the policy opens to the caller's role by break-glass. */
  readonly classes: ReadonlyArray<DataClass>;
  /** For how many minutes, 1 to 60. */
  readonly minutes: Scalars['Int']['input'];
  /** The kind of emergency. */
  readonly reasonCode: BreakGlassReason;
  /** What has happened, in words. */
  readonly reason: Scalars['String']['input'];
};

/** Which break-glass ends. */
export type CloseBreakGlassInput = {
  /** The id of the break-glass. */
  readonly id: Scalars['ID']['input'];
};

/** The finding of a review. */
export type ReviewBreakGlassInput = {
  /** The id of the break-glass. */
  readonly id: Scalars['ID']['input'];
  /** Whether it was justified. */
  readonly isJustified: Scalars['Boolean']['input'];
  /** The grounds of the finding. */
  readonly note: Scalars['String']['input'];
  /** The version that the finding is about. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** What is delegated. Whatever is left out is the caller's own. */
export type GrantDelegationInput = {
  /** Chosen by the caller: the same key with the same content is the same act, however often it is sent. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** Who may act, as his token names him (`sub`). */
  readonly delegate: Scalars['String']['input'];
  /** For what: purposes of the caller's own. */
  readonly purposes: ReadonlyArray<Purpose>;
  /** Where: the caller's area or one inside it. Left out: the caller's. */
  readonly area?: InputMaybe<Scalars['ID']['input']>;
  /** The only classes of data that are given. Left out: all that the role is given. */
  readonly classes?: InputMaybe<ReadonlyArray<DataClass>>;
  /** From when on; not in the past. */
  readonly validFrom: Scalars['DateTime']['input'];
  /** Until when; 30 days after `validFrom` at the latest. */
  readonly validTo: Scalars['DateTime']['input'];
};

/** Which delegation ends. */
export type EndDelegationInput = {
  /** The id of the delegation. */
  readonly id: Scalars['ID']['input'];
};

/** The outcome of opening. */
export type OpenBreakGlassPayload = {
  /** The break-glass; null when there are errors. */
  readonly breakGlass?: Maybe<BreakGlass>;
  /** What the caller can mend; empty when the act was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of closing. */
export type CloseBreakGlassPayload = {
  /** The break-glass; null when there are errors. */
  readonly breakGlass?: Maybe<BreakGlass>;
  /** What the caller can mend; empty when the act was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of a review. */
export type ReviewBreakGlassPayload = {
  /** The break-glass; null when there are errors. */
  readonly breakGlass?: Maybe<BreakGlass>;
  /** What the caller can mend; empty when the act was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of delegating. */
export type GrantDelegationPayload = {
  /** The delegation; null when there are errors. */
  readonly delegation?: Maybe<Delegation>;
  /** What the caller can mend; empty when the act was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of ending a delegation. */
export type EndDelegationPayload = {
  /** The delegation; null when there are errors. */
  readonly delegation?: Maybe<Delegation>;
  /** What the caller can mend; empty when the act was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Access in an emergency, past the bounds of the area (个人信息保护法 §13(1)(4), §18(2)), and its review. */
export type BreakGlass = {
  /** The hub's opaque id of the break-glass; it travels in the header `x-break-glass`. */
  readonly id: Scalars['ID']['output'];
  /** How often it changed; a review names it. */
  readonly version?: Maybe<Scalars['Int']['output']>;
  /** Who opened it, as his token names him. */
  readonly actor?: Maybe<Scalars['String']['output']>;
  /** In which role. */
  readonly role?: Maybe<Role>;
  /** Of whom; by reference. */
  readonly person?: Maybe<Person>;
  /** The classes of data that were opened. */
  readonly classes?: Maybe<ReadonlyArray<DataClass>>;
  /** The kind of emergency. */
  readonly reasonCode?: Maybe<BreakGlassReason>;
  /** What had happened, in words. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** When it was opened. */
  readonly openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it ends or ended. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is in force now. */
  readonly isInForce?: Maybe<Scalars['Boolean']['output']>;
  /** The last day of its review: the third working day. */
  readonly reviewDueOn?: Maybe<Scalars['Date']['output']>;
  /** When it was reviewed; null while it was not. */
  readonly reviewedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who reviewed it; null while nobody did. */
  readonly reviewer?: Maybe<Scalars['String']['output']>;
  /** Whether it was found justified; null while it was not reviewed. */
  readonly isJustified?: Maybe<Scalars['Boolean']['output']>;
  /** The grounds of the finding; null while it was not reviewed. */
  readonly reviewNote?: Maybe<Scalars['String']['output']>;
};

/** The kind of an emergency. */
export type BreakGlassReason =
  /** 生命危险: somebody's life or health is in danger. */
  | 'LIFE_DANGER'
  /** 儿童危险: a child is in danger. */
  | 'CHILD_DANGER'
  /** 人员失联: somebody is missing. */
  | 'MISSING_PERSON'
  /** 灾害救援: fire, flood or another disaster. */
  | 'DISASTER';

/** What an owner of data or the supervisor is told at once. */
export type Notice = {
  /** The hub's opaque id of the notice. */
  readonly id: Scalars['ID']['output'];
  /** The department that owns what was opened; null for the supervisor's own notice. */
  readonly department?: Maybe<Department>;
  /** Of whom data were opened; by reference. */
  readonly person?: Maybe<Person>;
  /** The classes that were opened; to an owner, his own. */
  readonly classes?: Maybe<ReadonlyArray<DataClass>>;
  /** The kind of emergency. */
  readonly reasonCode?: Maybe<BreakGlassReason>;
  /** The role of who opened. */
  readonly role?: Maybe<Role>;
  /** The break-glass it tells of; null for who may not see it. */
  readonly breakGlass?: Maybe<BreakGlass>;
  /** When it was told. */
  readonly notedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Leave to act in another's role, for no more than he may himself. */
export type Delegation = {
  /** The hub's opaque id of the delegation; it travels in the header `x-delegation`. */
  readonly id: Scalars['ID']['output'];
  /** Who gave it, as his token names him. */
  readonly delegator?: Maybe<Scalars['String']['output']>;
  /** Who may act. */
  readonly delegate?: Maybe<Scalars['String']['output']>;
  /** The role that is acted in. */
  readonly role?: Maybe<Role>;
  /** The department that is acted for; null where the role has none. */
  readonly department?: Maybe<Department>;
  /** Where; null for the whole city. */
  readonly areaCode?: Maybe<Scalars['ID']['output']>;
  /** For what. */
  readonly purposes?: Maybe<ReadonlyArray<Purpose>>;
  /** The only classes that are given; null for all that the role is given. */
  readonly classes?: Maybe<ReadonlyArray<DataClass>>;
  /** From when on. */
  readonly validFromAt?: Maybe<Scalars['DateTime']['output']>;
  /** Until when. */
  readonly validToAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was ended before its time; null when it was not. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is in force now. */
  readonly isInForce?: Maybe<Scalars['Boolean']['output']>;
};

/** What the gateway decides by, besides the token. */
export type AuthorityInForce = {
  /** The break-glass; null when none was asked for or is in force. */
  readonly breakGlass?: Maybe<BreakGlassInForce>;
  /** The delegation; null when none was asked for or is in force. */
  readonly delegation?: Maybe<DelegationInForce>;
};

/** A break-glass of the caller that is in force. */
export type BreakGlassInForce = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** The person's id. */
  readonly person: Scalars['ID']['output'];
  /** The classes it opens. */
  readonly classes: ReadonlyArray<DataClass>;
};

/** A delegation to the caller that is in force. */
export type DelegationInForce = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Who gave it. */
  readonly delegator: Scalars['String']['output'];
  /** The role that is acted in. */
  readonly role: Role;
  /** The department; null for none. */
  readonly department?: Maybe<Scalars['ID']['output']>;
  /** The area; null for the whole city. */
  readonly area?: Maybe<Scalars['ID']['output']>;
  /** The purposes. */
  readonly purposes: ReadonlyArray<Purpose>;
  /** The only classes that are given; null for all. */
  readonly classes?: Maybe<ReadonlyArray<DataClass>>;
};

/** A page of break-glasses. */
export type BreakGlassConnection = {
  /** The break-glasses of this page. */
  readonly nodes: ReadonlyArray<BreakGlass>;
  /** The break-glasses with their cursors. */
  readonly edges: ReadonlyArray<BreakGlassEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A break-glass and the cursor behind which the next page begins. */
export type BreakGlassEdge = {
  /** The break-glass. */
  readonly node: BreakGlass;
  /** The cursor of this break-glass in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of notices. */
export type NoticeConnection = {
  /** The notices of this page. */
  readonly nodes: ReadonlyArray<Notice>;
  /** The notices with their cursors. */
  readonly edges: ReadonlyArray<NoticeEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A notice and the cursor behind which the next page begins. */
export type NoticeEdge = {
  /** The notice. */
  readonly node: Notice;
  /** The cursor of this notice in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of delegations. */
export type DelegationConnection = {
  /** The delegations of this page. */
  readonly nodes: ReadonlyArray<Delegation>;
  /** The delegations with their cursors. */
  readonly edges: ReadonlyArray<DelegationEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A delegation and the cursor behind which the next page begins. */
export type DelegationEdge = {
  /** The delegation. */
  readonly node: Delegation;
  /** The cursor of this delegation in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A person, with what the ledger says of him. */
export type Person = {
  /** The hub's opaque id. */
  readonly id: Scalars['ID']['output'];
  /** The area the person belongs to, from the population register. */
  readonly scopeArea?: Maybe<Scalars['String']['output']>;
  /** Whether the person is under 18, from the population register. */
  readonly isMinor?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the person belongs to the caller's household, from the population register. */
  readonly isInHouseholdOfCaller?: Maybe<Scalars['Boolean']['output']>;
  /** Who looked at the person's data in a period, the newest first: for the person himself, and for who looks after a minor. */
  readonly accessLog?: Maybe<AccessLog>;
};


/** A person, with what the ledger says of him. */
export type PersonAccessLogArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Who looked at a person's data in a period (个人信息保护法 §44-45, §55-56). */
export type AccessLog = {
  /** Whether every department could be asked and its log covers the period: only then does an empty list say that nobody looked. */
  readonly complete: Scalars['Boolean']['output'];
  /** What is known of each department's log, asked now. */
  readonly coverage: ReadonlyArray<LogCoverage>;
  /** How many entries of the calendar months (UTC) that the period touches the law still delays: a shorter period tells no more. */
  readonly delayed: Band;
  /** The page of entries that `first` and `after` ask for, the newest first. */
  readonly entries: AccessEntryPage;
};

/** What is known of the log of a department that owns data. */
export type LogCoverage = {
  /** The department. */
  readonly department?: Maybe<Department>;
  /** Whether its log covers the period that was asked about. */
  readonly state: CoverageState;
  /** Since when it logs; null when it was not reached or keeps none. */
  readonly from?: Maybe<Scalars['DateTime']['output']>;
  /** Until when its log is told of; null when it was not reached or keeps none. */
  readonly to?: Maybe<Scalars['DateTime']['output']>;
  /** When it was asked. */
  readonly checkedAt: Scalars['DateTime']['output'];
};

/** Whether a department's log covers a period. */
export type CoverageState =
  /** It does, from the beginning of the period on. */
  | 'COVERED'
  /** It did not answer: who looked there is not known now. */
  | 'NOT_REACHED'
  /** It answered, but its log begins later than the period, or there is none. */
  | 'NO_LOG';

/** A number that is told roughly. */
export type Band =
  /** None. */
  | 'NONE'
  /** One to five. */
  | 'ONE_TO_FIVE'
  /** Six or more. */
  | 'SIX_OR_MORE';

/** A page of entries of an access log. */
export type AccessEntryPage = {
  /** The entries of this page. */
  readonly nodes: ReadonlyArray<AccessEntry>;
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<AccessEntryEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** An entry and the cursor behind which the next page begins. */
export type AccessEntryEdge = {
  /** The entry. */
  readonly node: AccessEntry;
  /** The cursor of this entry in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** One access to a person's data. Of an access to somebody else in which the person was only met, the matter is not told. */
export type AccessEntry = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Which organisation looked; null for citizens and what acts for them. */
  readonly organisation?: Maybe<Scalars['String']['output']>;
  /** In which role. */
  readonly role?: Maybe<Role>;
  /** By which system; null when it was none of its own. */
  readonly system?: Maybe<Scalars['String']['output']>;
  /** What for; null where the matter is another person's. */
  readonly purpose?: Maybe<Purpose>;
  /** By which law; null where the matter is another person's. */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** Which classes of data were shown. */
  readonly dataClasses?: Maybe<ReadonlyArray<DataClass>>;
  /** The emergency that was claimed for this person; null when there was none. */
  readonly breakGlass?: Maybe<AccessEntryBreakGlass>;
};

/** Access in an emergency, as its person is told of it. */
export type AccessEntryBreakGlass = {
  /** What had happened, in words. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** Which records of the ledger; what is not said does not matter. */
export type AccessEventFilterInput = {
  /** Who acted, as his token names him. */
  readonly actor?: InputMaybe<Scalars['String']['input']>;
  /** Of whom, by id. */
  readonly person?: InputMaybe<Scalars['ID']['input']>;
  /** The case reference. */
  readonly case?: InputMaybe<Scalars['String']['input']>;
  /** A class of data among those of the record. */
  readonly dataClass?: InputMaybe<DataClass>;
  /** The kind of record. */
  readonly kind?: InputMaybe<AccessEventKind>;
  /** From when on. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Until before when. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Kinds of records of the ledger. */
export type AccessEventKind =
  /** An access was granted, before any department was asked. */
  | 'INTENT'
  /** What came of it, before the answer left. */
  | 'OUTCOME'
  /** Something of one person was shown. */
  | 'DISCLOSURE'
  /** A call was refused. */
  | 'DENY'
  /** An act over the rules: break-glass, delegation, consent. */
  | 'EVENT';

/** What came of an access. */
export type AccessResult =
  /** It was answered. */
  | 'ANSWERED'
  /** It was refused. */
  | 'REFUSED'
  /** It failed. */
  | 'FAILED';

/** A record of the ledger, without what it says of single fields. */
export type AccessEvent = {
  /** The kind of record. */
  readonly kind?: Maybe<AccessEventKind>;
  /** When it was written. */
  readonly at?: Maybe<Scalars['DateTime']['output']>;
  /** When it happened: before it was written, where the ledger could not be written at once. */
  readonly happenedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The access it belongs to: records of one access have one. */
  readonly accessId?: Maybe<Scalars['ID']['output']>;
  /** Who acted; null when nobody did. */
  readonly actor?: Maybe<AccessActor>;
  /** By which system; null when it was none of its own. */
  readonly system?: Maybe<Scalars['String']['output']>;
  /** What for. */
  readonly purpose?: Maybe<Purpose>;
  /** The case reference; null when none was given. */
  readonly case?: Maybe<Scalars['String']['output']>;
  /** The classes of data; null where the record speaks of none. */
  readonly classes?: Maybe<ReadonlyArray<DataClass>>;
  /** What came of the access; null for other records than outcomes. */
  readonly result?: Maybe<AccessResult>;
  /** The error code of what was refused or failed. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Which act, for the record of one. */
  readonly event?: Maybe<Scalars['String']['output']>;
  /** The person, by the ledger's reference; null where the record is about nobody. */
  readonly personReference?: Maybe<Scalars['String']['output']>;
  /** The chain it stands in. */
  readonly chain?: Maybe<Scalars['String']['output']>;
  /** Its place in the chain, from 1. */
  readonly seq?: Maybe<Scalars['Int']['output']>;
};

/** Who acted. */
export type AccessActor = {
  /** As his token names him. */
  readonly id: Scalars['ID']['output'];
  /** In which role. */
  readonly role?: Maybe<Role>;
  /** For which department; null for none. */
  readonly department?: Maybe<Department>;
  /** In which area, by its code; null for the whole city or none. */
  readonly areaCode?: Maybe<Scalars['ID']['output']>;
};

/** A page of records of the ledger. */
export type AccessEventConnection = {
  /** The records of the ledger of this page. */
  readonly nodes: ReadonlyArray<AccessEvent>;
  /** The records of the ledger with their cursors. */
  readonly edges: ReadonlyArray<AccessEventEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A record of the ledger and the cursor behind which the next page begins. */
export type AccessEventEdge = {
  /** The record. */
  readonly node: AccessEvent;
  /** The cursor of this record in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** What an auditor looks into first, over a period (个人信息保护法 §54). */
export type Supervision = {
  /** What was shown of sensitive classes without a case, the newest first; citizens' own look-ups left out. */
  readonly sensitiveReadsWithoutCase?: Maybe<AccessEventConnection>;
  /** Who was shown the most different persons. */
  readonly distinctPersonsByActor?: Maybe<ReadonlyArray<ActorReach>>;
  /** What staff were shown of themselves or of their households, the newest first. */
  readonly readsOfRelatives?: Maybe<AccessEventConnection>;
  /** Accesses that were begun more than a minute ago and of which it is not known how they ended, the newest first. */
  readonly danglingIntents?: Maybe<AccessEventConnection>;
  /** Break-glass that was opened in the period and that nobody has reviewed, the newest first. */
  readonly breakGlassUnreviewed?: Maybe<BreakGlassConnection>;
};


/** What an auditor looks into first, over a period (个人信息保护法 §54). */
export type SupervisionSensitiveReadsWithoutCaseArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What an auditor looks into first, over a period (个人信息保护法 §54). */
export type SupervisionDistinctPersonsByActorArgs = {
  first: Scalars['Int']['input'];
};


/** What an auditor looks into first, over a period (个人信息保护法 §54). */
export type SupervisionReadsOfRelativesArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What an auditor looks into first, over a period (个人信息保护法 §54). */
export type SupervisionDanglingIntentsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What an auditor looks into first, over a period (个人信息保护法 §54). */
export type SupervisionBreakGlassUnreviewedArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** How many people somebody was shown. */
export type ActorReach = {
  /** Who, as his token names him. */
  readonly actor: Scalars['ID']['output'];
  /** In which roles. */
  readonly roles?: Maybe<ReadonlyArray<Role>>;
  /** Different persons of whom something was shown. */
  readonly personCount: Scalars['Int']['output'];
  /** Accesses in which it was. */
  readonly accessCount: Scalars['Int']['output'];
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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
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
  OpenBreakGlassInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CloseBreakGlassInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewBreakGlassInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  GrantDelegationInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  EndDelegationInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  OpenBreakGlassPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CloseBreakGlassPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewBreakGlassPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  GrantDelegationPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  EndDelegationPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  BreakGlass: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  BreakGlassReason: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Notice: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Delegation: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AuthorityInForce: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  BreakGlassInForce: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DelegationInForce: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  BreakGlassConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  BreakGlassEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  NoticeConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  NoticeEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DelegationConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DelegationEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Person: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessLog: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  LogCoverage: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CoverageState: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Band: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessEntryPage: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessEntryEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessEntry: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessEntryBreakGlass: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessEventFilterInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessEventKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessResult: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessEvent: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessActor: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessEventConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AccessEventEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Supervision: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ActorReach: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
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
  OpenBreakGlassInput: Readonly<Record<string, unknown>>;
  CloseBreakGlassInput: Readonly<Record<string, unknown>>;
  ReviewBreakGlassInput: Readonly<Record<string, unknown>>;
  GrantDelegationInput: Readonly<Record<string, unknown>>;
  EndDelegationInput: Readonly<Record<string, unknown>>;
  OpenBreakGlassPayload: Readonly<Record<string, unknown>>;
  CloseBreakGlassPayload: Readonly<Record<string, unknown>>;
  ReviewBreakGlassPayload: Readonly<Record<string, unknown>>;
  GrantDelegationPayload: Readonly<Record<string, unknown>>;
  EndDelegationPayload: Readonly<Record<string, unknown>>;
  BreakGlass: Readonly<Record<string, unknown>>;
  Notice: Readonly<Record<string, unknown>>;
  Delegation: Readonly<Record<string, unknown>>;
  AuthorityInForce: Readonly<Record<string, unknown>>;
  BreakGlassInForce: Readonly<Record<string, unknown>>;
  DelegationInForce: Readonly<Record<string, unknown>>;
  BreakGlassConnection: Readonly<Record<string, unknown>>;
  BreakGlassEdge: Readonly<Record<string, unknown>>;
  NoticeConnection: Readonly<Record<string, unknown>>;
  NoticeEdge: Readonly<Record<string, unknown>>;
  DelegationConnection: Readonly<Record<string, unknown>>;
  DelegationEdge: Readonly<Record<string, unknown>>;
  Person: Readonly<Record<string, unknown>>;
  AccessLog: Readonly<Record<string, unknown>>;
  LogCoverage: Readonly<Record<string, unknown>>;
  AccessEntryPage: Readonly<Record<string, unknown>>;
  AccessEntryEdge: Readonly<Record<string, unknown>>;
  AccessEntry: Readonly<Record<string, unknown>>;
  AccessEntryBreakGlass: Readonly<Record<string, unknown>>;
  AccessEventFilterInput: Readonly<Record<string, unknown>>;
  AccessEvent: Readonly<Record<string, unknown>>;
  AccessActor: Readonly<Record<string, unknown>>;
  AccessEventConnection: Readonly<Record<string, unknown>>;
  AccessEventEdge: Readonly<Record<string, unknown>>;
  Supervision: Readonly<Record<string, unknown>>;
  ActorReach: Readonly<Record<string, unknown>>;
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
  myAccessLog?: Resolver<Maybe<ResolversTypes['AccessLog']>, ParentType, ContextType, RequireFields<QueryMyAccessLogArgs, 'from' | 'to' | 'first'>>;
  accessEvents?: Resolver<Maybe<ResolversTypes['AccessEventConnection']>, ParentType, ContextType, RequireFields<QueryAccessEventsArgs, 'first'>>;
  supervision?: Resolver<Maybe<ResolversTypes['Supervision']>, ParentType, ContextType, RequireFields<QuerySupervisionArgs, 'from' | 'to'>>;
  consentsInForce?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConsentInForce']>>, ParentType, ContextType, RequireFields<QueryConsentsInForceArgs, 'persons' | 'classes'>>;
  accessPlan?: Resolver<Maybe<ResolversTypes['AccessPlan']>, ParentType, ContextType, RequireFields<QueryAccessPlanArgs, 'operation' | 'purpose'>>;
  myBreakGlasses?: Resolver<Maybe<ResolversTypes['BreakGlassConnection']>, ParentType, ContextType, RequireFields<QueryMyBreakGlassesArgs, 'first'>>;
  breakGlasses?: Resolver<Maybe<ResolversTypes['BreakGlassConnection']>, ParentType, ContextType, RequireFields<QueryBreakGlassesArgs, 'first'>>;
  notices?: Resolver<Maybe<ResolversTypes['NoticeConnection']>, ParentType, ContextType, RequireFields<QueryNoticesArgs, 'first'>>;
  myDelegations?: Resolver<Maybe<ResolversTypes['DelegationConnection']>, ParentType, ContextType, RequireFields<QueryMyDelegationsArgs, 'first'>>;
  authorityInForce?: Resolver<Maybe<ResolversTypes['AuthorityInForce']>, ParentType, ContextType, Partial<QueryAuthorityInForceArgs>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  grantConsent?: Resolver<ResolversTypes['GrantConsentPayload'], ParentType, ContextType, RequireFields<MutationGrantConsentArgs, 'input'>>;
  withdrawConsent?: Resolver<ResolversTypes['WithdrawConsentPayload'], ParentType, ContextType, RequireFields<MutationWithdrawConsentArgs, 'input'>>;
  openBreakGlass?: Resolver<ResolversTypes['OpenBreakGlassPayload'], ParentType, ContextType, RequireFields<MutationOpenBreakGlassArgs, 'input'>>;
  closeBreakGlass?: Resolver<ResolversTypes['CloseBreakGlassPayload'], ParentType, ContextType, RequireFields<MutationCloseBreakGlassArgs, 'input'>>;
  reviewBreakGlass?: Resolver<ResolversTypes['ReviewBreakGlassPayload'], ParentType, ContextType, RequireFields<MutationReviewBreakGlassArgs, 'input'>>;
  grantDelegation?: Resolver<ResolversTypes['GrantDelegationPayload'], ParentType, ContextType, RequireFields<MutationGrantDelegationArgs, 'input'>>;
  endDelegation?: Resolver<ResolversTypes['EndDelegationPayload'], ParentType, ContextType, RequireFields<MutationEndDelegationArgs, 'input'>>;
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
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type OpenBreakGlassPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['OpenBreakGlassPayload'] = ResolversParentTypes['OpenBreakGlassPayload']> = {
  breakGlass?: Resolver<Maybe<ResolversTypes['BreakGlass']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CloseBreakGlassPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CloseBreakGlassPayload'] = ResolversParentTypes['CloseBreakGlassPayload']> = {
  breakGlass?: Resolver<Maybe<ResolversTypes['BreakGlass']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReviewBreakGlassPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewBreakGlassPayload'] = ResolversParentTypes['ReviewBreakGlassPayload']> = {
  breakGlass?: Resolver<Maybe<ResolversTypes['BreakGlass']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type GrantDelegationPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GrantDelegationPayload'] = ResolversParentTypes['GrantDelegationPayload']> = {
  delegation?: Resolver<Maybe<ResolversTypes['Delegation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EndDelegationPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['EndDelegationPayload'] = ResolversParentTypes['EndDelegationPayload']> = {
  delegation?: Resolver<Maybe<ResolversTypes['Delegation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BreakGlassResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['BreakGlass'] = ResolversParentTypes['BreakGlass']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  classes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DataClass']>>, ParentType, ContextType>;
  reasonCode?: Resolver<Maybe<ResolversTypes['BreakGlassReason']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isInForce?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  reviewDueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reviewedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reviewer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isJustified?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  reviewNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NoticeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Notice'] = ResolversParentTypes['Notice']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  classes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DataClass']>>, ParentType, ContextType>;
  reasonCode?: Resolver<Maybe<ResolversTypes['BreakGlassReason']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  breakGlass?: Resolver<Maybe<ResolversTypes['BreakGlass']>, ParentType, ContextType>;
  notedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DelegationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Delegation'] = ResolversParentTypes['Delegation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  delegator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  delegate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  areaCode?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  purposes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Purpose']>>, ParentType, ContextType>;
  classes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DataClass']>>, ParentType, ContextType>;
  validFromAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validToAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isInForce?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type AuthorityInForceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AuthorityInForce'] = ResolversParentTypes['AuthorityInForce']> = {
  breakGlass?: Resolver<Maybe<ResolversTypes['BreakGlassInForce']>, ParentType, ContextType>;
  delegation?: Resolver<Maybe<ResolversTypes['DelegationInForce']>, ParentType, ContextType>;
};

export type BreakGlassInForceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['BreakGlassInForce'] = ResolversParentTypes['BreakGlassInForce']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  classes?: Resolver<ReadonlyArray<ResolversTypes['DataClass']>, ParentType, ContextType>;
};

export type DelegationInForceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DelegationInForce'] = ResolversParentTypes['DelegationInForce']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  delegator?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['Purpose']>, ParentType, ContextType>;
  classes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DataClass']>>, ParentType, ContextType>;
};

export type BreakGlassConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['BreakGlassConnection'] = ResolversParentTypes['BreakGlassConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['BreakGlass']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['BreakGlassEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BreakGlassEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['BreakGlassEdge'] = ResolversParentTypes['BreakGlassEdge']> = {
  node?: Resolver<ResolversTypes['BreakGlass'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NoticeConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['NoticeConnection'] = ResolversParentTypes['NoticeConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Notice']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['NoticeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NoticeEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['NoticeEdge'] = ResolversParentTypes['NoticeEdge']> = {
  node?: Resolver<ResolversTypes['Notice'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DelegationConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DelegationConnection'] = ResolversParentTypes['DelegationConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Delegation']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['DelegationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DelegationEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DelegationEdge'] = ResolversParentTypes['DelegationEdge']> = {
  node?: Resolver<ResolversTypes['Delegation'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PersonResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  accessLog?: Resolver<Maybe<ResolversTypes['AccessLog']>, ParentType, ContextType, RequireFields<PersonAccessLogArgs, 'from' | 'to' | 'first'>>;
};

export type AccessLogResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessLog'] = ResolversParentTypes['AccessLog']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  coverage?: Resolver<ReadonlyArray<ResolversTypes['LogCoverage']>, ParentType, ContextType>;
  delayed?: Resolver<ResolversTypes['Band'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['AccessEntryPage'], ParentType, ContextType>;
};

export type LogCoverageResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['LogCoverage'] = ResolversParentTypes['LogCoverage']> = {
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CoverageState'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AccessEntryPageResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessEntryPage'] = ResolversParentTypes['AccessEntryPage']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AccessEntry']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccessEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccessEntryEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessEntryEdge'] = ResolversParentTypes['AccessEntryEdge']> = {
  node?: Resolver<ResolversTypes['AccessEntry'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AccessEntryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessEntry'] = ResolversParentTypes['AccessEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataClasses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DataClass']>>, ParentType, ContextType>;
  breakGlass?: Resolver<Maybe<ResolversTypes['AccessEntryBreakGlass']>, ParentType, ContextType>;
};

export type AccessEntryBreakGlassResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessEntryBreakGlass'] = ResolversParentTypes['AccessEntryBreakGlass']> = {
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessEventResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessEvent'] = ResolversParentTypes['AccessEvent']> = {
  kind?: Resolver<Maybe<ResolversTypes['AccessEventKind']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  happenedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  accessId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['AccessActor']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  classes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DataClass']>>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['AccessResult']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  chain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AccessActorResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessActor'] = ResolversParentTypes['AccessActor']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  areaCode?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type AccessEventConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessEventConnection'] = ResolversParentTypes['AccessEventConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AccessEvent']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccessEventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccessEventEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AccessEventEdge'] = ResolversParentTypes['AccessEventEdge']> = {
  node?: Resolver<ResolversTypes['AccessEvent'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SupervisionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Supervision'] = ResolversParentTypes['Supervision']> = {
  sensitiveReadsWithoutCase?: Resolver<Maybe<ResolversTypes['AccessEventConnection']>, ParentType, ContextType, RequireFields<SupervisionSensitiveReadsWithoutCaseArgs, 'first'>>;
  distinctPersonsByActor?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ActorReach']>>, ParentType, ContextType, RequireFields<SupervisionDistinctPersonsByActorArgs, 'first'>>;
  readsOfRelatives?: Resolver<Maybe<ResolversTypes['AccessEventConnection']>, ParentType, ContextType, RequireFields<SupervisionReadsOfRelativesArgs, 'first'>>;
  danglingIntents?: Resolver<Maybe<ResolversTypes['AccessEventConnection']>, ParentType, ContextType, RequireFields<SupervisionDanglingIntentsArgs, 'first'>>;
  breakGlassUnreviewed?: Resolver<Maybe<ResolversTypes['BreakGlassConnection']>, ParentType, ContextType, RequireFields<SupervisionBreakGlassUnreviewedArgs, 'first'>>;
};

export type ActorReachResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ActorReach'] = ResolversParentTypes['ActorReach']> = {
  actor?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Role']>>, ParentType, ContextType>;
  personCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  accessCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  OpenBreakGlassPayload?: OpenBreakGlassPayloadResolvers<ContextType>;
  CloseBreakGlassPayload?: CloseBreakGlassPayloadResolvers<ContextType>;
  ReviewBreakGlassPayload?: ReviewBreakGlassPayloadResolvers<ContextType>;
  GrantDelegationPayload?: GrantDelegationPayloadResolvers<ContextType>;
  EndDelegationPayload?: EndDelegationPayloadResolvers<ContextType>;
  BreakGlass?: BreakGlassResolvers<ContextType>;
  Notice?: NoticeResolvers<ContextType>;
  Delegation?: DelegationResolvers<ContextType>;
  AuthorityInForce?: AuthorityInForceResolvers<ContextType>;
  BreakGlassInForce?: BreakGlassInForceResolvers<ContextType>;
  DelegationInForce?: DelegationInForceResolvers<ContextType>;
  BreakGlassConnection?: BreakGlassConnectionResolvers<ContextType>;
  BreakGlassEdge?: BreakGlassEdgeResolvers<ContextType>;
  NoticeConnection?: NoticeConnectionResolvers<ContextType>;
  NoticeEdge?: NoticeEdgeResolvers<ContextType>;
  DelegationConnection?: DelegationConnectionResolvers<ContextType>;
  DelegationEdge?: DelegationEdgeResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  AccessLog?: AccessLogResolvers<ContextType>;
  LogCoverage?: LogCoverageResolvers<ContextType>;
  AccessEntryPage?: AccessEntryPageResolvers<ContextType>;
  AccessEntryEdge?: AccessEntryEdgeResolvers<ContextType>;
  AccessEntry?: AccessEntryResolvers<ContextType>;
  AccessEntryBreakGlass?: AccessEntryBreakGlassResolvers<ContextType>;
  AccessEvent?: AccessEventResolvers<ContextType>;
  AccessActor?: AccessActorResolvers<ContextType>;
  AccessEventConnection?: AccessEventConnectionResolvers<ContextType>;
  AccessEventEdge?: AccessEventEdgeResolvers<ContextType>;
  Supervision?: SupervisionResolvers<ContextType>;
  ActorReach?: ActorReachResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  data?: DataDirectiveResolver<any, any, ContextType>;
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  coarsen?: CoarsenDirectiveResolver<any, any, ContextType>;
  form?: FormDirectiveResolver<any, any, ContextType>;
};
