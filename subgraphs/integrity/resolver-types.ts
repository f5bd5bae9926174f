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

/** The entry points of the integrity register. */
export type Query = {
  /** The 42 departments, in the order of their codes. */
  readonly departments?: Maybe<ReadonlyArray<Department>>;
  /** The department of this code, or null when there is none. */
  readonly department?: Maybe<Department>;
  /** What the caller's department delivered, the newest receipt first. */
  readonly deliveries?: Maybe<DeliveryConnection>;
  /** The receipt of this id, or null when the caller's department has none. */
  readonly delivery?: Maybe<Delivery>;
  /** Rows of the caller's department that wait in quarantine, the newest first. */
  readonly quarantinedRows?: Maybe<QuarantinedRowConnection>;
  /**
   * The quarantined rows of a receipt in the department's own format, as they came, with what is wrong in front: to correct
   * and to deliver again. Null when the caller's department has no such receipt.
   */
  readonly rejects?: Maybe<RejectPage>;
  /** Links of the caller's department's records that people have to decide, the newest first. */
  readonly linkCandidates?: Maybe<LinkCandidateConnection>;
  /**
   * What became of the caller's department's records, in the order in which it became true: each at least once, none left
   * out. Poll it from where the last page ended; an empty page ends at `after`. A change is told once every older transaction
   * of the database has ended.
   */
  readonly recordChanges?: Maybe<RecordChangeConnection>;
  /** Disputes over the caller's department's records that wait for an answer, the most urgent first. */
  readonly disputes?: Maybe<DisputeConnection>;
  /** What the caller disputes or disputed, the newest first. */
  readonly myDisputes?: Maybe<DisputeConnection>;
  /** The catalogue in a version, or as it is now; null when there is no such version. */
  readonly catalogue?: Maybe<Catalogue>;
  /** The review of this id, or null when there is none that the caller may see. */
  readonly review?: Maybe<Review>;
  /** Reviews that the caller may see, the newest first. */
  readonly reviews?: Maybe<ReviewConnection>;
  /** What the caller's department still has to answer, the most urgent first. */
  readonly reviewTasks?: Maybe<ReviewTaskConnection>;
  /** What of reviews concerns the caller himself, or a unit that he is responsible for, once he has been told; the newest first. */
  readonly myReviews?: Maybe<ReviewSubjectConnection>;
  /** The certificate of the decision in force on a subject of a review; null while none is signed. */
  readonly reviewCertificate?: Maybe<ReviewCertificate>;
};


/** The entry points of the integrity register. */
export type QueryDepartmentArgs = {
  code: Scalars['ID']['input'];
};


/** The entry points of the integrity register. */
export type QueryDeliveriesArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the integrity register. */
export type QueryDeliveryArgs = {
  id: Scalars['ID']['input'];
};


/** The entry points of the integrity register. */
export type QueryQuarantinedRowsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the integrity register. */
export type QueryRejectsArgs = {
  delivery: Scalars['ID']['input'];
  format: RejectFormat;
  afterLine: Scalars['Int']['input'];
  first: Scalars['Int']['input'];
};


/** The entry points of the integrity register. */
export type QueryLinkCandidatesArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the integrity register. */
export type QueryRecordChangesArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the integrity register. */
export type QueryDisputesArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the integrity register. */
export type QueryMyDisputesArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the integrity register. */
export type QueryCatalogueArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


/** The entry points of the integrity register. */
export type QueryReviewArgs = {
  id: Scalars['ID']['input'];
};


/** The entry points of the integrity register. */
export type QueryReviewsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the integrity register. */
export type QueryReviewTasksArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the integrity register. */
export type QueryMyReviewsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The entry points of the integrity register. */
export type QueryReviewCertificateArgs = {
  reviewId: Scalars['ID']['input'];
  subjectId: Scalars['ID']['input'];
};

/** The acts of departments over their records. */
export type Mutation = {
  /**
   * Delivers records of one type, 1,000 at most. Good ones are taken in at once, bad ones wait in quarantine; the receipt
   * accounts for each.
   */
  readonly deliverRecords: DeliverRecordsPayload;
  /** Proposes that a candidate be linked. Somebody else decides. */
  readonly proposeLink: ProposeLinkPayload;
  /** Proposes that a record's link be ended. Somebody else decides. */
  readonly proposeUnlink: ProposeUnlinkPayload;
  /** Confirms or rejects what somebody else proposed about a link. Everything that rests on the link follows at once. */
  readonly decideLink: DecideLinkPayload;
  /**
   * Disputes a record on oneself. It is marked at once, left out of every count and decision from then on, and answered by
   * its department within five working days.
   */
  readonly disputeRecord: DisputeRecordPayload;
  /** Answers a dispute over a record of one's own department: the record stands, or is taken back. */
  readonly answerDispute: AnswerDisputePayload;
  /** Notes that the subject has repaired a record (信用修复): from now on it is neither published nor shared nor used. */
  readonly repairRecord: RepairRecordPayload;
  /** Takes a record back. */
  readonly revokeRecord: RevokeRecordPayload;
  /** Seals a record for ever: from now on it looks to everybody as if it were not there. */
  readonly sealRecord: SealRecordPayload;
  /**
   * Delivers a part of the list of all whom the caller's department holds something against on a day. It takes effect with the
   * part that completes it, whole, and takes the place of what the hub reckoned for that day.
   */
  readonly deliverHoldings: DeliverHoldingsPayload;
  /**
   * Asks for a review (联审) of one to 5,000 subjects. Every one of the 42 departments gets a row for each subject; those that
   * deliver have answered when the call returns, or for long lists soon after.
   */
  readonly requestReview: RequestReviewPayload;
  /** Ends the wait for answers on a subject before the deadline; what is missing stays missing. */
  readonly closeCollection: CloseCollectionPayload;
  /** Cancels a review: what of it is not signed is revoked. */
  readonly cancelReview: CancelReviewPayload;
  /** Reminds all departments that still have to answer in a review. */
  readonly remindDepartments: RemindDepartmentsPayload;
  /** Gives the opinion of the caller's department on a subject (联审意见). */
  readonly answerReview: AnswerReviewPayload;
  /** Takes the department's answer back. What was decided on it is reopened. */
  readonly withdrawAnswer: WithdrawAnswerPayload;
  /** States the case of who is about to be vetoed (陈述申辩), by himself or as a reviewer received it in writing. */
  readonly stateCase: StateCasePayload;
  /** Proposes a decision of the meeting. Somebody else countersigns it. */
  readonly proposeDecision: ProposeDecisionPayload;
  /** Does not countersign: the proposed decision goes back. */
  readonly returnDecision: ReturnDecisionPayload;
  /**
   * Opens a signed case again because a record has come since that a department's "none" did not tell (`laterRecords`). What was
   * signed does not hold any more, and the subject is collected anew.
   */
  readonly reopenReview: ReopenReviewPayload;
  /** Countersigns what somebody else proposed. The grounds are looked at anew first; where they have changed nothing is signed. */
  readonly countersignDecision: CountersignDecisionPayload;
  /** Appeals against a signed decision, within 30 days (复核). */
  readonly appealDecision: AppealDecisionPayload;
  /** Answers an appeal; who signed the decision does not. */
  readonly answerAppeal: AnswerAppealPayload;
};


/** The acts of departments over their records. */
export type MutationDeliverRecordsArgs = {
  input: DeliverRecordsInput;
};


/** The acts of departments over their records. */
export type MutationProposeLinkArgs = {
  input: ProposeLinkInput;
};


/** The acts of departments over their records. */
export type MutationProposeUnlinkArgs = {
  input: ProposeUnlinkInput;
};


/** The acts of departments over their records. */
export type MutationDecideLinkArgs = {
  input: DecideLinkInput;
};


/** The acts of departments over their records. */
export type MutationDisputeRecordArgs = {
  input: DisputeRecordInput;
};


/** The acts of departments over their records. */
export type MutationAnswerDisputeArgs = {
  input: AnswerDisputeInput;
};


/** The acts of departments over their records. */
export type MutationRepairRecordArgs = {
  input: RepairRecordInput;
};


/** The acts of departments over their records. */
export type MutationRevokeRecordArgs = {
  input: RevokeRecordInput;
};


/** The acts of departments over their records. */
export type MutationSealRecordArgs = {
  input: SealRecordInput;
};


/** The acts of departments over their records. */
export type MutationDeliverHoldingsArgs = {
  input: DeliverHoldingsInput;
};


/** The acts of departments over their records. */
export type MutationRequestReviewArgs = {
  input: RequestReviewInput;
};


/** The acts of departments over their records. */
export type MutationCloseCollectionArgs = {
  input: CloseCollectionInput;
};


/** The acts of departments over their records. */
export type MutationCancelReviewArgs = {
  input: CancelReviewInput;
};


/** The acts of departments over their records. */
export type MutationRemindDepartmentsArgs = {
  input: RemindDepartmentsInput;
};


/** The acts of departments over their records. */
export type MutationAnswerReviewArgs = {
  input: AnswerReviewInput;
};


/** The acts of departments over their records. */
export type MutationWithdrawAnswerArgs = {
  input: WithdrawAnswerInput;
};


/** The acts of departments over their records. */
export type MutationStateCaseArgs = {
  input: StateCaseInput;
};


/** The acts of departments over their records. */
export type MutationProposeDecisionArgs = {
  input: ProposeDecisionInput;
};


/** The acts of departments over their records. */
export type MutationReturnDecisionArgs = {
  input: ReturnDecisionInput;
};


/** The acts of departments over their records. */
export type MutationReopenReviewArgs = {
  input: ReopenReviewInput;
};


/** The acts of departments over their records. */
export type MutationCountersignDecisionArgs = {
  input: CountersignDecisionInput;
};


/** The acts of departments over their records. */
export type MutationAppealDecisionArgs = {
  input: AppealDecisionInput;
};


/** The acts of departments over their records. */
export type MutationAnswerAppealArgs = {
  input: AnswerAppealInput;
};

/** A part of a list of holdings. */
export type DeliverHoldingsInput = {
  /** Chosen by the caller, the same for all parts of one list. A part that is sent again changes nothing. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The moment the whole list is true for, the same for all of its parts; two days ago at the earliest. */
  readonly asOf: Scalars['DateTime']['input'];
  /**
   * Citizen numbers (GB 11643) and unified social credit codes (GB 32100), 1,000 at most, in any order. Only keyed hashes of
   * them are kept.
   */
  readonly identifiers: ReadonlyArray<Scalars['String']['input']>;
  /** Whether this is the last part. */
  readonly isComplete: Scalars['Boolean']['input'];
};

/** The outcome of delivering a part of a list. */
export type DeliverHoldingsPayload = {
  /** The department, with its index as it is now; null when there are errors. */
  readonly department?: Maybe<Department>;
  /** Subjects of the list so far, each counted once; null when there are errors. */
  readonly collectedCount?: Maybe<Scalars['Int']['output']>;
  /** What the caller can mend; empty when the part was taken. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * Whom a department holds something against on a day, as a set of keyed hashes of which only this is shown. By it the hub
 * knows an answer that never came and would have been a hit, and a "none" that cannot be true.
 */
export type HoldingIndex = {
  /** The day the index is for. */
  readonly day: Scalars['Date']['output'];
  /** The moment for which it is true. */
  readonly asOf: Scalars['DateTime']['output'];
  /** Subjects in it. */
  readonly count: Scalars['Int']['output'];
  /** Where it comes from. */
  readonly source: HoldingSource;
};

/** Where an index of holdings comes from. */
export type HoldingSource =
  /** The department's own list. */
  | 'DELIVERED'
  /** Reckoned by the hub from the records that the department delivered. */
  | 'COMPUTED';

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
  /** Its newest index of holdings; null when there is none, or when it is not the caller's to know. */
  readonly holdings?: Maybe<HoldingIndex>;
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
  /** How the department answers a review from records of this type. */
  readonly answerMode: AnswerMode;
  /** The law that the type rests on, or that forbids sharing it; null where the catalogue names none. */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** The greatest age of delivered data in hours; null where nothing is delivered. */
  readonly maxAge?: Maybe<Scalars['Int']['output']>;
  /** How far back reviews look, in months; null without limit. */
  readonly lookBackMonths?: Maybe<Scalars['Int']['output']>;
  /**
   * The moment for which the delivered records of this type are true; null when none ever came. A review believes in "none" only
   * where it is not older than `maxAge`.
   */
  readonly dataAsOf?: Maybe<Scalars['DateTime']['output']>;
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
  /**
   * Records held from this department, superseded versions not counted, nor what was sealed or taken back. Rows of a delivery
   * that is under way are counted once they are taken in.
   */
  readonly recordCount: Scalars['Int']['output'];
  /** Rows that wait in quarantine now. */
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
  /** What the register finds the person by: it gives him to whom he is in scope, and to nobody else. */
  readonly reference: Scalars['ID']['output'];
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
  /** Counts and veto, as of now where no other moment is asked about. */
  readonly standing?: Maybe<IntegrityStanding>;
  /** The records that may be shown now, the newest decision first; sealed ones look like none. */
  readonly records?: Maybe<CreditRecordConnection>;
};


/** A person's integrity as the departments know it. It is no score and decides nothing. */
export type IntegrityProfileStandingArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A person's integrity as the departments know it. It is no score and decides nothing. */
export type IntegrityProfileRecordsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
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

/** A receipt: what a department delivered at once, and what became of each row. `rowCount` is the sum of the counts below it. */
export type Delivery = {
  /** The id of the receipt. */
  readonly id: Scalars['ID']['output'];
  /** The department that delivered. */
  readonly department?: Maybe<Department>;
  /** The record type of the rows. */
  readonly type?: Maybe<RecordType>;
  /** The door they came by. */
  readonly channel: DeliveryChannel;
  /** The moment for which the rows are true. */
  readonly dataAsOf: Scalars['DateTime']['output'];
  /** Who delivered, as his token names him. */
  readonly deliveredBy: Scalars['String']['output'];
  /** When it began. */
  readonly begunAt: Scalars['DateTime']['output'];
  /** When all rows were taken in; null while it goes on, or where it was broken off and waits for the rest. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Rows taken in so far. */
  readonly rowCount: Scalars['Int']['output'];
  /** Rows that made a new record. */
  readonly createdCount: Scalars['Int']['output'];
  /** Rows that made a new version of a record. */
  readonly correctedCount: Scalars['Int']['output'];
  /** Rows that took a record back. */
  readonly withdrawnCount: Scalars['Int']['output'];
  /** Rows that say what is held already. */
  readonly unchangedCount: Scalars['Int']['output'];
  /** Rows that are older than what is held, and change nothing. */
  readonly outdatedCount: Scalars['Int']['output'];
  /** Rows that were put into quarantine. */
  readonly quarantinedCount: Scalars['Int']['output'];
};

/** The door a delivery came by. */
export type DeliveryChannel =
  /** A file, by the operator. */
  | 'FILE'
  /** A stream of rows over HTTP. */
  | 'STREAM'
  /** The mutation. */
  | 'MUTATION';

/** A row that could not be taken in, and why. It waits until it is delivered again, corrected. */
export type QuarantinedRow = {
  /** The id; a corrected row that carries it takes its place. */
  readonly id: Scalars['ID']['output'];
  /** The line on which the row begins. */
  readonly line: Scalars['Int']['output'];
  /** The department's own id of the record, where it could be read. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** Everything that is wrong with it. */
  readonly faults: ReadonlyArray<RowFault>;
  /** Since when it waits. */
  readonly quarantinedAt: Scalars['DateTime']['output'];
  /** The receipt it belongs to. */
  readonly delivery?: Maybe<Delivery>;
};

/** What is wrong with a delivered row. */
export type RowFault = {
  /** The column at fault; null for the whole row. */
  readonly column?: Maybe<Scalars['String']['output']>;
  /** A word for programs, for example NOT_A_DATE. */
  readonly reason: Scalars['String']['output'];
  /** What was expected. */
  readonly expected: Scalars['String']['output'];
  /** What kind of value came; never the value. */
  readonly found: Scalars['String']['output'];
};

/** Formats in which rows are given back. */
export type RejectFormat =
  /** Comma separated, UTF-8 with a byte order mark, safe to open in a spreadsheet. */
  | 'CSV'
  /** One JSON object a line. */
  | 'NDJSON';

/** A page of rows given back. */
export type RejectPage = {
  /** The rows as text of the format; the heading line on the first page only. */
  readonly text: Scalars['String']['output'];
  /** The line to go on after; null when there is nothing more. */
  readonly nextAfterLine?: Maybe<Scalars['Int']['output']>;
};

/** A link from a record to somebody that people have to decide. It links nobody until two of them have. */
export type LinkCandidate = {
  /** The id. */
  readonly id: Scalars['ID']['output'];
  /** How the candidate was found. */
  readonly method: LinkMethod;
  /** Why it is not certain, a word for programs, for example NAME_DIFFERS. */
  readonly reason: Scalars['String']['output'];
  /** Where the decision stands. */
  readonly state: LinkState;
  /** How likely it is, 0 to 1; of the same method and reason always the same. */
  readonly score: Scalars['Float']['output'];
  /** The record's id. */
  readonly recordId: Scalars['ID']['output'];
  /** What the record is, in one line. */
  readonly recordTitle?: Maybe<Scalars['String']['output']>;
  /** What the department wrote of the subject, as it came. */
  readonly delivered?: Maybe<DeliveredIdentity>;
  /** The person whom it may be; null for units, and where there is nobody. */
  readonly person?: Maybe<Person>;
  /** Whether the name is the register's; false where the department delivered none, null where that was not compared. */
  readonly isNameEqual?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the date of birth is the register's; null where that was not compared. */
  readonly isBirthDateEqual?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the telephone is the register's; null where that was not compared. */
  readonly isPhoneEqual?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the person is dead; null where there is none. */
  readonly isDeceased?: Maybe<Scalars['Boolean']['output']>;
  /** Since when it waits. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was proposed; null while nobody did. */
  readonly proposedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who proposed, as his token names him. */
  readonly proposedBy?: Maybe<Scalars['String']['output']>;
  /** Why it was proposed. */
  readonly proposalReason?: Maybe<Scalars['String']['output']>;
  /** When it was decided; null while it was not. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What a department wrote of a record's subject. */
export type DeliveredIdentity = {
  /** The name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The citizen number or credit code. */
  readonly identifier?: Maybe<Scalars['String']['output']>;
  /** The date of birth. */
  readonly birthDate?: Maybe<Scalars['String']['output']>;
  /** The telephone. */
  readonly phone?: Maybe<Scalars['String']['output']>;
};

/** How a link was found (linking of departments' records). */
export type LinkMethod =
  /** The number is the register's and the name or the date of birth is not. */
  | 'NAME_MISMATCH'
  /** There is no number; name and date of birth are somebody's. A suggestion only. */
  | 'PROBABLE'
  /**
   * The number is of somebody who died, of nobody although name and date of birth are somebody's, or not the one that the
   * record came with before.
   */
  | 'CONFLICT'
  /** Nobody of the register was found. */
  | 'NO_MATCH'
  /** Somebody proposed to end the link. */
  | 'UNLINK';

/** Where the decision about a link stands. */
export type LinkState =
  /** Nobody has proposed anything. */
  | 'OPEN'
  /** Proposed, and to be decided by somebody else. */
  | 'PROPOSED'
  /** Confirmed by two people. */
  | 'CONFIRMED'
  /** Rejected. */
  | 'REJECTED'
  /** Overtaken by another decision or a later delivery. */
  | 'SUPERSEDED';

/** Records of one type to be delivered. */
export type DeliverRecordsInput = {
  /** Chosen by the caller: the same key with the same content is the same delivery, however often it is sent. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The record type, for example D33-PEN. */
  readonly type: Scalars['ID']['input'];
  /** The moment for which the rows are true; not in the future. */
  readonly dataAsOf: Scalars['DateTime']['input'];
  /** The records, 1,000 at most. Either these or `lines`. */
  readonly records?: InputMaybe<ReadonlyArray<DeliveredRecordInput>>;
  /** The same as JSON texts of the same fields by the columns' names, one a record, as a stream has them. */
  readonly lines?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Where in a longer delivery these stand; left out when they are all of it. */
  readonly part?: InputMaybe<DeliveryPartInput>;
};

/** A part of a delivery that is sent in several. All parts carry the same idempotency key and come in order. */
export type DeliveryPartInput = {
  /** The line of the first record of this part, from 1. */
  readonly firstLine: Scalars['Int']['input'];
  /** Whether this is the last part. */
  readonly isLast: Scalars['Boolean']['input'];
};

/** A record as its department knows it. All values are text, so that a bad one is put into quarantine and the others are taken. */
export type DeliveredRecordInput = {
  /** The department's own id of the record. */
  readonly sourceId: Scalars['String']['input'];
  /** UPSERT or WITHDRAW; UPSERT where nothing is said. */
  readonly operation?: InputMaybe<Scalars['String']['input']>;
  /** The name of the person or unit. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The citizen number (GB 11643), for persons. */
  readonly idNumber?: InputMaybe<Scalars['String']['input']>;
  /** The unified social credit code (GB 32100), for units. */
  readonly creditCode?: InputMaybe<Scalars['String']['input']>;
  /** The date of birth, for persons without a number. */
  readonly birthDate?: InputMaybe<Scalars['String']['input']>;
  /** A telephone, for persons without a number. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** What the record is, in one line. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** MINOR, GENERAL or SERIOUS for negative records; nothing for others. */
  readonly level?: InputMaybe<Scalars['String']['input']>;
  /** The day of the decision. */
  readonly decidedOn?: InputMaybe<Scalars['String']['input']>;
  /** The last day the record may be used; five years after the decision at the latest for negative ones. */
  readonly validUntil?: InputMaybe<Scalars['String']['input']>;
  /** The number of the decision's document. */
  readonly documentNumber?: InputMaybe<Scalars['String']['input']>;
  /** The article the decision rests on. */
  readonly legalBasis?: InputMaybe<Scalars['String']['input']>;
  /** The moment for which this row is true, where it is not the delivery's. */
  readonly asOf?: InputMaybe<Scalars['String']['input']>;
  /** The id of the quarantined row that this one takes the place of. */
  readonly quarantineId?: InputMaybe<Scalars['String']['input']>;
};

/** A proposal to link. */
export type ProposeLinkInput = {
  /** The id of the candidate. */
  readonly candidateId: Scalars['ID']['input'];
  /** Why, for whoever decides. */
  readonly reason: Scalars['String']['input'];
};

/** A proposal to end a link. */
export type ProposeUnlinkInput = {
  /** The id of the record. */
  readonly recordId: Scalars['ID']['input'];
  /** Why, for whoever decides. */
  readonly reason: Scalars['String']['input'];
};

/** A decision about a proposed link. */
export type DecideLinkInput = {
  /** The id of the candidate. */
  readonly candidateId: Scalars['ID']['input'];
  /** Whether it is confirmed; rejected otherwise. */
  readonly isConfirmed: Scalars['Boolean']['input'];
  /** Why. */
  readonly reason: Scalars['String']['input'];
};

/** What became of a delivery. */
export type DeliverRecordsPayload = {
  /** The receipt; null when nothing was taken. */
  readonly delivery?: Maybe<Delivery>;
  /** What the caller can mend. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What became of a proposal to link. */
export type ProposeLinkPayload = {
  /** The candidate as it stands now; null when there is none. */
  readonly candidate?: Maybe<LinkCandidate>;
  /** What the caller can mend. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What became of a proposal to end a link. */
export type ProposeUnlinkPayload = {
  /** The candidate as it stands now; null when there is none. */
  readonly candidate?: Maybe<LinkCandidate>;
  /** What the caller can mend. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What became of a decision about a link. */
export type DecideLinkPayload = {
  /** The candidate as it stands now; null when there is none. */
  readonly candidate?: Maybe<LinkCandidate>;
  /** What the caller can mend. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A page of receipts. */
export type DeliveryConnection = {
  /** The receipts of this page. */
  readonly nodes: ReadonlyArray<Delivery>;
  /** The receipts with their cursors. */
  readonly edges: ReadonlyArray<DeliveryEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One of the receipts and the cursor behind which the next page begins. */
export type DeliveryEdge = {
  /** What stands there. */
  readonly node: Delivery;
  /** The cursor of it in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of quarantined rows. */
export type QuarantinedRowConnection = {
  /** The quarantined rows of this page. */
  readonly nodes: ReadonlyArray<QuarantinedRow>;
  /** The quarantined rows with their cursors. */
  readonly edges: ReadonlyArray<QuarantinedRowEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One of the quarantined rows and the cursor behind which the next page begins. */
export type QuarantinedRowEdge = {
  /** What stands there. */
  readonly node: QuarantinedRow;
  /** The cursor of it in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of candidates. */
export type LinkCandidateConnection = {
  /** The candidates of this page. */
  readonly nodes: ReadonlyArray<LinkCandidate>;
  /** The candidates with their cursors. */
  readonly edges: ReadonlyArray<LinkCandidateEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One of the candidates and the cursor behind which the next page begins. */
export type LinkCandidateEdge = {
  /** What stands there. */
  readonly node: LinkCandidate;
  /** The cursor of it in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** Something that became of a department's record. Who is told it twice knows it by its id. */
export type RecordChange = {
  /** The hub's opaque id of the change. */
  readonly id: Scalars['ID']['output'];
  /** When it was written down here. */
  readonly at: Scalars['DateTime']['output'];
  /** What became of the record. */
  readonly change: RecordChangeKind;
  /** The version that the change made. */
  readonly version: Scalars['Int']['output'];
  /** The department's own number of the record, as it was delivered. */
  readonly sourceRecordId?: Maybe<Scalars['String']['output']>;
  /**
   * The record as it is now, not as the change left it. Null when it is in force no longer, and where it speaks of a person,
   * or of nobody yet: a person's records are read through the person, by who is admitted to him and as his access log tells.
   */
  readonly record?: Maybe<CreditRecord>;
};

/** What becomes of a record. */
export type RecordChangeKind =
  /** It was recorded. */
  | 'RECORDED'
  /** It was recorded in other words, or is in force again. */
  | 'CORRECTED'
  /** The subject disputes it. */
  | 'DISPUTED'
  /** It was repaired, and is no longer to be used. */
  | 'REPAIRED'
  /** Its time has run out. */
  | 'EXPIRED'
  /** It was taken back, or is for another reason to be treated as if it had not been. */
  | 'REVOKED';

/** A page of changes. */
export type RecordChangeConnection = {
  /** The changes of this page. */
  readonly nodes: ReadonlyArray<RecordChange>;
  /** The changes with their cursors. */
  readonly edges: ReadonlyArray<RecordChangeEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A change and the cursor behind which the next page begins. */
export type RecordChangeEdge = {
  /** The change. */
  readonly node: RecordChange;
  /** The cursor of this change in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A dispute over a record. */
export type Dispute = {
  /** The hub's opaque id. */
  readonly id: Scalars['ID']['output'];
  /** The record that is disputed. */
  readonly recordId: Scalars['ID']['output'];
  /** What the record is, in one line; null when it is in force no longer. */
  readonly recordTitle?: Maybe<Scalars['String']['output']>;
  /** What the subject says. */
  readonly reason: Scalars['String']['output'];
  /** When it was raised. */
  readonly raisedAt: Scalars['DateTime']['output'];
  /** The day by which the department answers. */
  readonly dueOn: Scalars['Date']['output'];
  /** Whether that day is over and there is no answer. */
  readonly isOverdue: Scalars['Boolean']['output'];
  /** When it was answered; null while it waits. */
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the department answered; null while it waits. */
  readonly answer?: Maybe<Scalars['String']['output']>;
};

/** A page of disputes. */
export type DisputeConnection = {
  /** The disputes of this page. */
  readonly nodes: ReadonlyArray<Dispute>;
  /** The disputes with their cursors. */
  readonly edges: ReadonlyArray<DisputeEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A dispute and the cursor behind which the next page begins. */
export type DisputeEdge = {
  /** The dispute. */
  readonly node: Dispute;
  /** The cursor of this dispute in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** What a dispute over a record is answered. */
export type DisputeOutcome =
  /** The record is right, or has been corrected by a delivery, and stands. */
  | 'UPHELD'
  /** The record was wrong and is taken back. */
  | 'REVOKED';

/** A dispute of the caller over a record on himself. */
export type DisputeRecordInput = {
  /** Chosen by the caller: the same key with the same content is the same act, however often it is sent. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The id of the record. */
  readonly recordId: Scalars['ID']['input'];
  /** What is wrong with it. */
  readonly reason: Scalars['String']['input'];
};

/** What became of a dispute. */
export type DisputeRecordPayload = {
  /** The record as it stands now; null when nothing was done. */
  readonly record?: Maybe<CreditRecord>;
  /** What the caller can mend. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The input of an answer to a dispute. */
export type AnswerDisputeInput = {
  /** Chosen by the caller: the same key with the same content is the same act, however often it is sent. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The id of the record. */
  readonly recordId: Scalars['ID']['input'];
  /** What is answered. */
  readonly outcome: DisputeOutcome;
  /** Why, with the ground in law. */
  readonly reason: Scalars['String']['input'];
};

/** What became of an answer to a dispute. */
export type AnswerDisputePayload = {
  /** The id of the record; null when nothing was done. */
  readonly recordId?: Maybe<Scalars['ID']['output']>;
  /** What the caller can mend. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The input of a repair. */
export type RepairRecordInput = {
  /** Chosen by the caller: the same key with the same content is the same act, however often it is sent. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The id of the record. */
  readonly recordId: Scalars['ID']['input'];
  /** Why, with the ground in law. */
  readonly reason: Scalars['String']['input'];
};

/** What became of a repair. */
export type RepairRecordPayload = {
  /** The id of the record; null when nothing was done. */
  readonly recordId?: Maybe<Scalars['ID']['output']>;
  /** What the caller can mend. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The input of taking a record back. */
export type RevokeRecordInput = {
  /** Chosen by the caller: the same key with the same content is the same act, however often it is sent. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The id of the record. */
  readonly recordId: Scalars['ID']['input'];
  /** Why, with the ground in law. */
  readonly reason: Scalars['String']['input'];
};

/** What became of taking a record back. */
export type RevokeRecordPayload = {
  /** The id of the record; null when nothing was done. */
  readonly recordId?: Maybe<Scalars['ID']['output']>;
  /** What the caller can mend. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The input of sealing a record. */
export type SealRecordInput = {
  /** Chosen by the caller: the same key with the same content is the same act, however often it is sent. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The id of the record. */
  readonly recordId: Scalars['ID']['input'];
  /** Why, with the ground in law. */
  readonly reason: Scalars['String']['input'];
};

/** What became of sealing a record. */
export type SealRecordPayload = {
  /** The id of the record; null when nothing was done. */
  readonly recordId?: Maybe<Scalars['ID']['output']>;
  /** What the caller can mend. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A version of the catalogue of record types (政务信息资源目录). */
export type Catalogue = {
  /** The version, from 1. */
  readonly version: Scalars['Int']['output'];
  /** The day it was published. */
  readonly publishedOn: Scalars['Date']['output'];
  /** What is new in it. */
  readonly note: Scalars['String']['output'];
  /** Its record types, in the order of their codes. */
  readonly items?: Maybe<CatalogueItemConnection>;
};


/** A version of the catalogue of record types (政务信息资源目录). */
export type CatalogueItemsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A record type as a version of the catalogue has it. */
export type CatalogueItem = {
  /** The code: department and three letters, for example D33-PEN. */
  readonly code: Scalars['ID']['output'];
  /** The name in the catalogue. */
  readonly name: Scalars['String']['output'];
  /** The sharing attribute. */
  readonly sharing: Sharing;
  /** How such a record speaks of its subject. */
  readonly polarity: RecordPolarity;
  /** How the department answers a review from records of this type. */
  readonly answerMode: AnswerMode;
  /** The law that the type rests on, or that forbids sharing it; null where the catalogue names none. */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** The greatest age of delivered data in hours; null where nothing is delivered. */
  readonly maxAge?: Maybe<Scalars['Int']['output']>;
  /** How far back reviews look, in months; null without limit. */
  readonly lookBackMonths?: Maybe<Scalars['Int']['output']>;
  /** The department that holds such records. */
  readonly department?: Maybe<Department>;
};

/** A page of record types. */
export type CatalogueItemConnection = {
  /** The record types of this page. */
  readonly nodes: ReadonlyArray<CatalogueItem>;
  /** The record types with their cursors. */
  readonly edges: ReadonlyArray<CatalogueItemEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A record type and the cursor behind which the next page begins. */
export type CatalogueItemEdge = {
  /** The record type. */
  readonly node: CatalogueItem;
  /** The cursor of it in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** Who is to be reviewed. A person for LEADER and INDIVIDUAL, a credit code for UNIT, a division for REGION. */
export type ReviewSubjectInput = {
  /** What kind of subject it is. */
  readonly kind: SubjectKind;
  /** The id of the person. */
  readonly person?: InputMaybe<Scalars['ID']['input']>;
  /** The unified social credit code, 18 characters (GB 32100). */
  readonly creditCode?: InputMaybe<Scalars['String']['input']>;
  /** The code of the division. */
  readonly division?: InputMaybe<Scalars['ID']['input']>;
  /** The post of a leader. */
  readonly post?: InputMaybe<Scalars['String']['input']>;
};

/** What is asked of the departments. */
export type RequestReviewInput = {
  /** Chosen by the caller; the same key with the same content is the same act. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** What the review is for: it decides which departments are asked for what. */
  readonly purpose: ReviewPurpose;
  /** The matter, as the letter of request names it. */
  readonly matter: Scalars['String']['input'];
  /** The law or rule that the request rests on. */
  readonly legalBasis: Scalars['String']['input'];
  /** The day for which records count; today or before. */
  readonly asOf: Scalars['Date']['input'];
  /** Until when departments answer. */
  readonly deadline: Scalars['DateTime']['input'];
  /** The subjects, 1 to 5,000. */
  readonly subjects: ReadonlyArray<ReviewSubjectInput>;
};

/** Which wait to end. */
export type CloseCollectionInput = {
  /** The id of the review. */
  readonly reviewId: Scalars['ID']['input'];
  /** The id of the subject within the review. */
  readonly subjectId: Scalars['ID']['input'];
  /** The version of the subject that the caller has seen. */
  readonly expectedVersion: Scalars['Int']['input'];
  /**
   * That one is not concerned, in one's own words: of who is in no register of the city's people, or works for none of its
   * departments. It is kept with the act.
   */
  readonly declaration?: InputMaybe<Scalars['String']['input']>;
};

/** Which review to cancel. */
export type CancelReviewInput = {
  /** The id of the review. */
  readonly reviewId: Scalars['ID']['input'];
  /** Why. */
  readonly reason: Scalars['String']['input'];
  /**
   * That one is not concerned, in one's own words: of who is in no register of the city's people, or works for none of its
   * departments. It is kept with the act.
   */
  readonly declaration?: InputMaybe<Scalars['String']['input']>;
};

/** Whom to remind. */
export type RemindDepartmentsInput = {
  /** The id of the review. */
  readonly reviewId: Scalars['ID']['input'];
};

/** A department's opinion on a subject. */
export type AnswerReviewInput = {
  /** The id of the review. */
  readonly reviewId: Scalars['ID']['input'];
  /** The id of the subject within the review. */
  readonly subjectId: Scalars['ID']['input'];
  /** The department that answers: the caller's own. */
  readonly department: Scalars['ID']['input'];
  /** The opinion. */
  readonly opinion: DepartmentOpinion;
  /** Why; demanded with every opinion but NO_OBJECTION. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The version of the subject that the caller has seen. */
  readonly expectedVersion: Scalars['Int']['input'];
  /**
   * That one is not concerned, in one's own words: of who is in no register of the city's people, or works for none of its
   * departments. It is kept with the act.
   */
  readonly declaration?: InputMaybe<Scalars['String']['input']>;
};

/** Which answer to take back. */
export type WithdrawAnswerInput = {
  /** The id of the review. */
  readonly reviewId: Scalars['ID']['input'];
  /** The id of the subject within the review. */
  readonly subjectId: Scalars['ID']['input'];
  /** The department that answers: the caller's own. */
  readonly department: Scalars['ID']['input'];
  /** Why. */
  readonly reason: Scalars['String']['input'];
  /** The version of the subject that the caller has seen. */
  readonly expectedVersion: Scalars['Int']['input'];
  /**
   * That one is not concerned, in one's own words: of who is in no register of the city's people, or works for none of its
   * departments. It is kept with the act.
   */
  readonly declaration?: InputMaybe<Scalars['String']['input']>;
};

/** What the subject says. */
export type StateCaseInput = {
  /** The id of the review. */
  readonly reviewId: Scalars['ID']['input'];
  /** The id of the subject within the review. */
  readonly subjectId: Scalars['ID']['input'];
  /** The statement. */
  readonly statement: Scalars['String']['input'];
};

/** A decision as the meeting took it. */
export type ProposeDecisionInput = {
  /** The id of the review. */
  readonly reviewId: Scalars['ID']['input'];
  /** The id of the subject within the review. */
  readonly subjectId: Scalars['ID']['input'];
  /** The decision. */
  readonly outcome: DecisionOutcome;
  /** Why. */
  readonly reason: Scalars['String']['input'];
  /** The meeting, as its minutes are numbered. */
  readonly meetingReference: Scalars['String']['input'];
  /** The version of the subject that the caller has seen. */
  readonly expectedVersion: Scalars['Int']['input'];
  /**
   * That one is not concerned, in one's own words: of who is in no register of the city's people, or works for none of its
   * departments. It is kept with the act.
   */
  readonly declaration?: InputMaybe<Scalars['String']['input']>;
};

/** Which signed case to open again. */
export type ReopenReviewInput = {
  /** The id of the review. */
  readonly reviewId: Scalars['ID']['input'];
  /** The id of the subject within the review. */
  readonly subjectId: Scalars['ID']['input'];
  /** Why. */
  readonly reason: Scalars['String']['input'];
  /** The version of the subject that the caller has seen. */
  readonly expectedVersion: Scalars['Int']['input'];
  /**
   * That one is not concerned, in one's own words: of who is in no register of the city's people, or works for none of its
   * departments. It is kept with the act.
   */
  readonly declaration?: InputMaybe<Scalars['String']['input']>;
};

/** Which proposed decision goes back. */
export type ReturnDecisionInput = {
  /** The id of the review. */
  readonly reviewId: Scalars['ID']['input'];
  /** The id of the subject within the review. */
  readonly subjectId: Scalars['ID']['input'];
  /** Why. */
  readonly reason: Scalars['String']['input'];
  /** The version of the subject that the caller has seen. */
  readonly expectedVersion: Scalars['Int']['input'];
  /**
   * That one is not concerned, in one's own words: of who is in no register of the city's people, or works for none of its
   * departments. It is kept with the act.
   */
  readonly declaration?: InputMaybe<Scalars['String']['input']>;
};

/** Which proposed decision to sign. */
export type CountersignDecisionInput = {
  /** The id of the review. */
  readonly reviewId: Scalars['ID']['input'];
  /** The id of the subject within the review. */
  readonly subjectId: Scalars['ID']['input'];
  /** The version of the subject that the caller has seen. */
  readonly expectedVersion: Scalars['Int']['input'];
  /**
   * That one is not concerned, in one's own words: of who is in no register of the city's people, or works for none of its
   * departments. It is kept with the act.
   */
  readonly declaration?: InputMaybe<Scalars['String']['input']>;
};

/** An appeal. */
export type AppealDecisionInput = {
  /** Chosen by the caller; the same key with the same content is the same act. */
  readonly idempotencyKey: Scalars['ID']['input'];
  /** The id of the review. */
  readonly reviewId: Scalars['ID']['input'];
  /** The id of the subject within the review. */
  readonly subjectId: Scalars['ID']['input'];
  /** Why the decision is wrong. */
  readonly reason: Scalars['String']['input'];
};

/** The answer to an appeal. */
export type AnswerAppealInput = {
  /** The id of the review. */
  readonly reviewId: Scalars['ID']['input'];
  /** The id of the subject within the review. */
  readonly subjectId: Scalars['ID']['input'];
  /** Whether the decision stands. */
  readonly outcome: AppealOutcome;
  /** Why. */
  readonly reason: Scalars['String']['input'];
  /** The version of the subject that the caller has seen. */
  readonly expectedVersion: Scalars['Int']['input'];
  /**
   * That one is not concerned, in one's own words: of who is in no register of the city's people, or works for none of its
   * departments. It is kept with the act.
   */
  readonly declaration?: InputMaybe<Scalars['String']['input']>;
};

/** The outcome of requestReview. */
export type RequestReviewPayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of closeCollection. */
export type CloseCollectionPayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of cancelReview. */
export type CancelReviewPayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of remindDepartments. */
export type RemindDepartmentsPayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of answerReview. */
export type AnswerReviewPayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of withdrawAnswer. */
export type WithdrawAnswerPayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of stateCase. */
export type StateCasePayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of proposeDecision. */
export type ProposeDecisionPayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of reopenReview. */
export type ReopenReviewPayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of returnDecision. */
export type ReturnDecisionPayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of countersignDecision. */
export type CountersignDecisionPayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of appealDecision. */
export type AppealDecisionPayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The outcome of answerAppeal. */
export type AnswerAppealPayload = {
  /** The review as it is now; null when there are errors. */
  readonly review?: Maybe<Review>;
  /** What the caller can mend; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Kinds of subjects of a review. */
export type SubjectKind =
  /** A region: city, county, township or village. */
  | 'REGION'
  /** A unit with a credit code. */
  | 'UNIT'
  /** A responsible leader (主要负责人, 主管, 分管, 直接责任人); what falls on him goes with him to another post. */
  | 'LEADER'
  /** A citizen. He is consulted about and never vetoed. */
  | 'INDIVIDUAL';

/** What a review is for. */
export type ReviewPurpose =
  /** 评先评优(单位). */
  | 'HONOUR_UNIT'
  /** 评先评优(个人). */
  | 'HONOUR_PERSON'
  /** 提拔任用. */
  | 'PROMOTION'
  /** 两代表一委员. */
  | 'REPRESENTATIVE_CANDIDATE'
  /** 村(社区)“两委”候选人联审. */
  | 'VILLAGE_ELECTION'
  /** 入党政审. */
  | 'PARTY_ADMISSION'
  /** 录用考察. */
  | 'CIVIL_RECRUITMENT'
  /** 文明单位. */
  | 'CIVILISED_TITLE'
  /** 平安命名. */
  | 'PEACE_TITLE'
  /** 三个10%. */
  | 'BENEFIT'
  /** 志愿者星级. */
  | 'VOLUNTEER_STAR'
  /** 密切接触未成年人 (未成年人保护法 §62). */
  | 'CHILD_WORK_CHECK';

/** Where a review stands: where the last of its subjects does. */
export type ReviewState =
  /** Not asked yet. */
  | 'DRAFT'
  /** Departments are asked. */
  | 'COLLECTING'
  /** Every subject is evaluated, not every one decided. */
  | 'DECIDING'
  /** Every subject is decided and signed. */
  | 'CLOSED'
  /** All of it was taken back. */
  | 'CANCELLED';

/** Where a subject of a review stands. */
export type ReviewSubjectState =
  /** Not asked yet. */
  | 'DRAFT'
  /** Asked, and nothing collected yet. */
  | 'REQUESTED'
  /** Departments have still to answer. */
  | 'COLLECTING'
  /** Every department has settled its answer. */
  | 'COLLECTED'
  /** The wait ended with answers missing. */
  | 'INCOMPLETE'
  /** The rules were applied. */
  | 'EVALUATED'
  /** The subject has been shown the grounds of a veto and may state his case. */
  | 'PRE_NOTICE'
  /** The meeting may decide. */
  | 'AWAITING_DECISION'
  /** A decision is proposed and not countersigned. */
  | 'DECIDED'
  /** The decision is in force. */
  | 'SIGNED'
  /** The decision is under appeal, and stays in force meanwhile. */
  | 'APPEALED'
  /** The appeal was answered: the decision stands. */
  | 'UPHELD'
  /** The appeal was answered: the decision is gone. */
  | 'OVERTURNED'
  /** A ground has changed after the signature; the decision is gone. */
  | 'REOPENED'
  /** The decision has run out. */
  | 'EXPIRED'
  /** A later review took its place. */
  | 'SUPERSEDED'
  /** Taken back. */
  | 'REVOKED';

/** What the rules propose; people decide. */
export type Proposal =
  /** A certain record in force meets a rule of veto. */
  | 'VETO'
  /** All 42 departments have said that there is nothing, or are not asked. */
  | 'PASS'
  /** Anything else: something is missing, in doubt, or to be weighed. */
  | 'UNDETERMINED';

/** What a department said. Silence, doubt and refusal each have a name, and none of them is "no record". */
export type ReviewAnswerState =
  /** No record for this subject in the asked scope as of the named moment. */
  | 'ANSWERED_NONE'
  /** There are records, or an objection. */
  | 'ANSWERED_RECORD'
  /** The purpose does not ask this department. */
  | 'NOT_APPLICABLE'
  /** The department refuses to answer. */
  | 'REFUSED'
  /** Nothing was said yet. */
  | 'NOT_ANSWERED'
  /** The delivered data is too old to say anything. */
  | 'STALE'
  /** There are records of which nobody has decided whether they are this subject's. */
  | 'IDENTITY_UNCERTAIN'
  /** The answer contradicts what the department is known to hold. */
  | 'INVALID'
  /** There are records that may not be shown for this purpose. */
  | 'SUPPRESSED'
  /** The department took its answer back. */
  | 'WITHDRAWN';

/** What a department's reviewer says (联审意见). */
export type DepartmentOpinion =
  /** 无意见. */
  | 'NO_OBJECTION'
  /** 有意见. */
  | 'OBJECTION'
  /** 回避: somebody else of the department has to answer. */
  | 'RECUSED'
  /** 不适用. */
  | 'NOT_APPLICABLE'
  /** 不予答复. */
  | 'REFUSED';

/** What people decide. */
export type DecisionOutcome =
  /** 一票否决; for regions, units and leaders only. */
  | 'VETO'
  /** No veto. */
  | 'NO_VETO'
  /** Put off. */
  | 'DEFER'
  /** Under reserve: names the missing departments and ends within 30 days. */
  | 'PROVISIONAL'
  /** For individuals: the departments' opinions, without a decision. */
  | 'OPINION';

/** How an appeal is answered. */
export type AppealOutcome =
  /** The decision stands. */
  | 'UPHELD'
  /** The decision is gone. */
  | 'OVERTURNED';

/** Grounds of a veto (综治一票否决), by the numbers of the rules. */
export type FindingRule =
  /** Measures not carried out. */
  | 'T1'
  /** Larger incidents in a short time. */
  | 'T2'
  /** A major incident. */
  | 'T3'
  /** The yearly assessment was not passed. */
  | 'T4'
  /** No effective measures where they were demanded (挂牌督办). */
  | 'T5'
  /** Another decision of veto that is in force. */
  | 'T6'
  /** A serious danger that was warned of and not removed. */
  | 'T7'
  /** Many offenders among the own staff. */
  | 'T8'
  /** Concealment or false report. */
  | 'T9'
  /** No ground of a veto. */
  | 'NONE';

/** What a finding means for the subject. */
export type FindingEffect =
  /** The unit or region may not be honoured. */
  | 'DENIES_HONOUR'
  /** The leader may be neither honoured nor promoted, whatever his post. */
  | 'DENIES_HONOUR_AND_PROMOTION'
  /** It is told to those who decide and denies nothing by itself. */
  | 'TO_BE_WEIGHED'
  /** It speaks for the subject. */
  | 'IN_FAVOUR';

/** A review of integrity over all departments (诚信联审). */
export type Review = {
  /** The id. */
  readonly id: Scalars['ID']['output'];
  /** Where it stands. */
  readonly state: ReviewState;
  /** What it is for. */
  readonly purpose?: Maybe<ReviewPurpose>;
  /** The matter. */
  readonly matter?: Maybe<Scalars['String']['output']>;
  /** What it rests on. */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** The day for which records count. */
  readonly asOf?: Maybe<Scalars['Date']['output']>;
  /** Until when departments answer. */
  readonly deadline?: Maybe<Scalars['DateTime']['output']>;
  /** When it was asked for. */
  readonly requestedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was cancelled; null when it was not. */
  readonly cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** The version of the rules it is judged by. */
  readonly ruleVersion?: Maybe<Scalars['Int']['output']>;
  /** The version of the catalogue it was asked under. */
  readonly catalogueVersion?: Maybe<Scalars['Int']['output']>;
  /** Who has answered, over all of its subjects. */
  readonly coverage?: Maybe<ReviewCoverage>;
  /** How many of its subjects stand where, in the order of the states. */
  readonly progress?: Maybe<ReadonlyArray<ReviewProgress>>;
  /** Its subjects, in the order asked. */
  readonly subjects?: Maybe<ReviewSubjectConnection>;
};


/** A review of integrity over all departments (诚信联审). */
export type ReviewSubjectsArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** How many subjects stand in a state. */
export type ReviewProgress = {
  /** The state. */
  readonly state: ReviewSubjectState;
  /** Subjects in it. */
  readonly count: Scalars['Int']['output'];
};

/** Which departments have answered for every subject. Who is not asked has answered. */
export type ReviewCoverage = {
  /** Departments, all 42 of them. */
  readonly required: Scalars['Int']['output'];
  /** Departments that settled their answer on every subject. */
  readonly answered: Scalars['Int']['output'];
  /** The others, in the order of the codes. */
  readonly missing: ReadonlyArray<Department>;
};

/** A subject of a review. */
export type ReviewSubject = {
  /** The id. */
  readonly id: Scalars['ID']['output'];
  /** What kind of subject it is. */
  readonly kind?: Maybe<SubjectKind>;
  /** Where it stands. */
  readonly state: ReviewSubjectState;
  /** Grows by one with everything that happens to it. */
  readonly version: Scalars['Int']['output'];
  /** The name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The person, of leaders and individuals. */
  readonly person?: Maybe<Person>;
  /** The unified social credit code of a unit. */
  readonly creditCode?: Maybe<Scalars['String']['output']>;
  /** The code of a region. */
  readonly division?: Maybe<Scalars['ID']['output']>;
  /** The post of a leader. */
  readonly post?: Maybe<Scalars['String']['output']>;
  /** The review it belongs to. */
  readonly review?: Maybe<Review>;
  /** Until when the subject may state his case before a veto; null without one. */
  readonly noticeUntil?: Maybe<Scalars['Date']['output']>;
  /** What the subject said; null when nothing. */
  readonly statement?: Maybe<Scalars['String']['output']>;
  /** What the rules propose; null until every answer is in or the wait has ended. */
  readonly proposal?: Maybe<Proposal>;
  /** What each of the 42 departments said, in the order of the codes; a department sees its own. */
  readonly answers?: Maybe<ReadonlyArray<ReviewAnswer>>;
  /** What the rules found, the gravest first. */
  readonly findings?: Maybe<ReadonlyArray<ReviewFinding>>;
  /**
   * Departments whose "none" a record contradicts that came after the signature; empty while nothing is signed. Whoever decides
   * may open the case again (`reopenReview`).
   */
  readonly laterRecords?: Maybe<ReadonlyArray<ReviewLaterRecord>>;
  /** The decision that is proposed or in force; null when there is none. */
  readonly decision?: Maybe<ReviewDecision>;
  /** The appeal against it; null when there is none. */
  readonly appeal?: Maybe<ReviewAppeal>;
};

/** What a department said of a subject. */
export type ReviewAnswer = {
  /** The department. */
  readonly department?: Maybe<Department>;
  /** What it said. */
  readonly state: ReviewAnswerState;
  /** Why it is asked, or not. */
  readonly basis?: Maybe<Scalars['String']['output']>;
  /** The moment its data is true for; null when people answer. */
  readonly dataAsOf?: Maybe<Scalars['DateTime']['output']>;
  /** Until when it has to answer; null when it has. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was reminded last; null when never. */
  readonly remindedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it should have answered. */
  readonly isOverdue: Scalars['Boolean']['output'];
  /** When it answered; null when it did not. */
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** What its reviewer said; null when the data answered. */
  readonly opinion?: Maybe<DepartmentOpinion>;
  /** Why. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The records it rests on, as they were then. */
  readonly records?: Maybe<ReadonlyArray<ReviewRecord>>;
};

/** A record as an answer names it. */
export type ReviewRecord = {
  /** The id of the record. */
  readonly id: Scalars['ID']['output'];
  /** What it says; null where its department answers by the class alone. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** The record type. */
  readonly typeCode?: Maybe<Scalars['ID']['output']>;
  /** How grave it is. */
  readonly level?: Maybe<RecordLevel>;
  /** Its state. */
  readonly status?: Maybe<RecordStatus>;
  /** The day of the decision. */
  readonly decidedOn?: Maybe<Scalars['Date']['output']>;
  /** The last day of its term; null without one. */
  readonly validUntil?: Maybe<Scalars['Date']['output']>;
};

/** What the rules found. */
export type ReviewFinding = {
  /** The ground. */
  readonly rule: FindingRule;
  /** The record; null where an earlier veto is the ground. */
  readonly record?: Maybe<ReviewRecord>;
  /** The earlier veto; null where a record is the ground. */
  readonly vetoId?: Maybe<Scalars['ID']['output']>;
  /** What it means. */
  readonly effect: FindingEffect;
  /** The article it rests on; null for what is only told. */
  readonly basisArticle?: Maybe<Scalars['String']['output']>;
  /** From when. */
  readonly effectiveFrom?: Maybe<Scalars['Date']['output']>;
  /** Until when; null without end. */
  readonly effectiveTo?: Maybe<Scalars['Date']['output']>;
};

/**
 * That a department has a record which was there on the day asked about and came only after the signature. It changes nothing by
 * itself. What was repaired, sealed, taken back or unlinked meanwhile is told no more.
 */
export type ReviewLaterRecord = {
  /** The department that answered that there was none. */
  readonly department: Department;
  /** When the first such record came. */
  readonly noticedAt: Scalars['DateTime']['output'];
};

/** A decision of people. */
export type ReviewDecision = {
  /** What was decided. */
  readonly outcome: DecisionOutcome;
  /** Why. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The meeting. */
  readonly meetingReference?: Maybe<Scalars['String']['output']>;
  /** When it was signed; null while nobody has countersigned. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who proposed and who countersigned. */
  readonly signatures: ReadonlyArray<ReviewSignature>;
  /** The last day it holds; null while it is not signed, and for what was put off. */
  readonly expiresOn?: Maybe<Scalars['Date']['output']>;
  /** Departments that had not answered. */
  readonly missing: ReadonlyArray<Department>;
};

/** A signature under a decision. */
export type ReviewSignature = {
  /** In what role. */
  readonly role: Scalars['String']['output'];
  /** When. */
  readonly signedAt: Scalars['DateTime']['output'];
};

/** An appeal against a decision. */
export type ReviewAppeal = {
  /** Why the decision is held to be wrong. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly raisedAt: Scalars['DateTime']['output'];
  /** The answer; null while there is none. */
  readonly outcome?: Maybe<AppealOutcome>;
  /** Why. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** When it was answered. */
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A subject that the caller's department has still to answer for. */
export type ReviewTask = {
  /** The subject. */
  readonly subject?: Maybe<ReviewSubject>;
  /** The answer as it stands. */
  readonly answer?: Maybe<ReviewAnswer>;
};

/** A signed certificate (JWS, RFC 7515, over RFC 8785 bytes). Anybody who has the public key verifies it without the hub. */
export type ReviewCertificate = {
  /** The certificate, compact. */
  readonly jws: Scalars['String']['output'];
  /** When it was signed. */
  readonly issuedAt: Scalars['DateTime']['output'];
  /** Who answered, in one line. */
  readonly headline: Scalars['String']['output'];
};

/** A page of reviews. */
export type ReviewConnection = {
  /** The reviews of this page. */
  readonly nodes: ReadonlyArray<Review>;
  /** The reviews with their cursors. */
  readonly edges: ReadonlyArray<ReviewEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One of the reviews and the cursor behind which the next page begins. */
export type ReviewEdge = {
  /** The row. */
  readonly node: Review;
  /** Its cursor in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of subjects. */
export type ReviewSubjectConnection = {
  /** The subjects of this page. */
  readonly nodes: ReadonlyArray<ReviewSubject>;
  /** The subjects with their cursors. */
  readonly edges: ReadonlyArray<ReviewSubjectEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One of the subjects and the cursor behind which the next page begins. */
export type ReviewSubjectEdge = {
  /** The row. */
  readonly node: ReviewSubject;
  /** Its cursor in this list. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of tasks. */
export type ReviewTaskConnection = {
  /** The tasks of this page. */
  readonly nodes: ReadonlyArray<ReviewTask>;
  /** The tasks with their cursors. */
  readonly edges: ReadonlyArray<ReviewTaskEdge>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One of the tasks and the cursor behind which the next page begins. */
export type ReviewTaskEdge = {
  /** The row. */
  readonly node: ReviewTask;
  /** Its cursor in this list. */
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
  Review: Review;
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
  Review:
    ( { __typename: 'Review' }
    & GraphQLRecursivePick<FederationTypes['Review'], {"id":true}> );
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
  DeliverHoldingsInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DeliverHoldingsPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  HoldingIndex: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  HoldingSource: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
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
  Delivery: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DeliveryChannel: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  QuarantinedRow: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RowFault: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RejectFormat: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RejectPage: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  LinkCandidate: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Float: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DeliveredIdentity: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  LinkMethod: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  LinkState: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DeliverRecordsInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DeliveryPartInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DeliveredRecordInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ProposeLinkInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ProposeUnlinkInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DecideLinkInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DeliverRecordsPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ProposeLinkPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ProposeUnlinkPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DecideLinkPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DeliveryConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DeliveryEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  QuarantinedRowConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  QuarantinedRowEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  LinkCandidateConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  LinkCandidateEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RecordChange: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RecordChangeKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RecordChangeConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RecordChangeEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Dispute: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DisputeConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DisputeEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DisputeOutcome: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DisputeRecordInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DisputeRecordPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AnswerDisputeInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AnswerDisputePayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RepairRecordInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RepairRecordPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RevokeRecordInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RevokeRecordPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  SealRecordInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  SealRecordPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Catalogue: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CatalogueItem: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CatalogueItemConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CatalogueItemEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewSubjectInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RequestReviewInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CloseCollectionInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CancelReviewInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RemindDepartmentsInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AnswerReviewInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  WithdrawAnswerInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  StateCaseInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ProposeDecisionInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReopenReviewInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReturnDecisionInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CountersignDecisionInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AppealDecisionInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AnswerAppealInput: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RequestReviewPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CloseCollectionPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CancelReviewPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  RemindDepartmentsPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AnswerReviewPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  WithdrawAnswerPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  StateCasePayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ProposeDecisionPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReopenReviewPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReturnDecisionPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  CountersignDecisionPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AppealDecisionPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AnswerAppealPayload: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  SubjectKind: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewPurpose: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewState: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewSubjectState: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Proposal: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewAnswerState: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DepartmentOpinion: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  DecisionOutcome: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  AppealOutcome: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  FindingRule: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  FindingEffect: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  Review: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewProgress: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewCoverage: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewSubject: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewAnswer: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewRecord: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewFinding: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewLaterRecord: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewDecision: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewSignature: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewAppeal: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewTask: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewCertificate: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewSubjectConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewSubjectEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewTaskConnection: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
  ReviewTaskEdge: ResolverTypeWrapper<Readonly<Record<string, unknown>>>;
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
  DeliverHoldingsInput: Readonly<Record<string, unknown>>;
  DeliverHoldingsPayload: Readonly<Record<string, unknown>>;
  HoldingIndex: Readonly<Record<string, unknown>>;
  Department: Readonly<Record<string, unknown>>;
  RecordType: Readonly<Record<string, unknown>>;
  Feed: Readonly<Record<string, unknown>>;
  Person: Readonly<Record<string, unknown>>;
  IntegrityProfile: Readonly<Record<string, unknown>>;
  IntegrityStanding: Readonly<Record<string, unknown>>;
  CreditRecord: Readonly<Record<string, unknown>>;
  CreditRecordConnection: Readonly<Record<string, unknown>>;
  CreditRecordEdge: Readonly<Record<string, unknown>>;
  Delivery: Readonly<Record<string, unknown>>;
  QuarantinedRow: Readonly<Record<string, unknown>>;
  RowFault: Readonly<Record<string, unknown>>;
  RejectPage: Readonly<Record<string, unknown>>;
  LinkCandidate: Readonly<Record<string, unknown>>;
  Float: Readonly<Record<string, unknown>>;
  DeliveredIdentity: Readonly<Record<string, unknown>>;
  DeliverRecordsInput: Readonly<Record<string, unknown>>;
  DeliveryPartInput: Readonly<Record<string, unknown>>;
  DeliveredRecordInput: Readonly<Record<string, unknown>>;
  ProposeLinkInput: Readonly<Record<string, unknown>>;
  ProposeUnlinkInput: Readonly<Record<string, unknown>>;
  DecideLinkInput: Readonly<Record<string, unknown>>;
  DeliverRecordsPayload: Readonly<Record<string, unknown>>;
  ProposeLinkPayload: Readonly<Record<string, unknown>>;
  ProposeUnlinkPayload: Readonly<Record<string, unknown>>;
  DecideLinkPayload: Readonly<Record<string, unknown>>;
  DeliveryConnection: Readonly<Record<string, unknown>>;
  DeliveryEdge: Readonly<Record<string, unknown>>;
  QuarantinedRowConnection: Readonly<Record<string, unknown>>;
  QuarantinedRowEdge: Readonly<Record<string, unknown>>;
  LinkCandidateConnection: Readonly<Record<string, unknown>>;
  LinkCandidateEdge: Readonly<Record<string, unknown>>;
  RecordChange: Readonly<Record<string, unknown>>;
  RecordChangeConnection: Readonly<Record<string, unknown>>;
  RecordChangeEdge: Readonly<Record<string, unknown>>;
  Dispute: Readonly<Record<string, unknown>>;
  DisputeConnection: Readonly<Record<string, unknown>>;
  DisputeEdge: Readonly<Record<string, unknown>>;
  DisputeRecordInput: Readonly<Record<string, unknown>>;
  DisputeRecordPayload: Readonly<Record<string, unknown>>;
  AnswerDisputeInput: Readonly<Record<string, unknown>>;
  AnswerDisputePayload: Readonly<Record<string, unknown>>;
  RepairRecordInput: Readonly<Record<string, unknown>>;
  RepairRecordPayload: Readonly<Record<string, unknown>>;
  RevokeRecordInput: Readonly<Record<string, unknown>>;
  RevokeRecordPayload: Readonly<Record<string, unknown>>;
  SealRecordInput: Readonly<Record<string, unknown>>;
  SealRecordPayload: Readonly<Record<string, unknown>>;
  Catalogue: Readonly<Record<string, unknown>>;
  CatalogueItem: Readonly<Record<string, unknown>>;
  CatalogueItemConnection: Readonly<Record<string, unknown>>;
  CatalogueItemEdge: Readonly<Record<string, unknown>>;
  ReviewSubjectInput: Readonly<Record<string, unknown>>;
  RequestReviewInput: Readonly<Record<string, unknown>>;
  CloseCollectionInput: Readonly<Record<string, unknown>>;
  CancelReviewInput: Readonly<Record<string, unknown>>;
  RemindDepartmentsInput: Readonly<Record<string, unknown>>;
  AnswerReviewInput: Readonly<Record<string, unknown>>;
  WithdrawAnswerInput: Readonly<Record<string, unknown>>;
  StateCaseInput: Readonly<Record<string, unknown>>;
  ProposeDecisionInput: Readonly<Record<string, unknown>>;
  ReopenReviewInput: Readonly<Record<string, unknown>>;
  ReturnDecisionInput: Readonly<Record<string, unknown>>;
  CountersignDecisionInput: Readonly<Record<string, unknown>>;
  AppealDecisionInput: Readonly<Record<string, unknown>>;
  AnswerAppealInput: Readonly<Record<string, unknown>>;
  RequestReviewPayload: Readonly<Record<string, unknown>>;
  CloseCollectionPayload: Readonly<Record<string, unknown>>;
  CancelReviewPayload: Readonly<Record<string, unknown>>;
  RemindDepartmentsPayload: Readonly<Record<string, unknown>>;
  AnswerReviewPayload: Readonly<Record<string, unknown>>;
  WithdrawAnswerPayload: Readonly<Record<string, unknown>>;
  StateCasePayload: Readonly<Record<string, unknown>>;
  ProposeDecisionPayload: Readonly<Record<string, unknown>>;
  ReopenReviewPayload: Readonly<Record<string, unknown>>;
  ReturnDecisionPayload: Readonly<Record<string, unknown>>;
  CountersignDecisionPayload: Readonly<Record<string, unknown>>;
  AppealDecisionPayload: Readonly<Record<string, unknown>>;
  AnswerAppealPayload: Readonly<Record<string, unknown>>;
  Review: Readonly<Record<string, unknown>>;
  ReviewProgress: Readonly<Record<string, unknown>>;
  ReviewCoverage: Readonly<Record<string, unknown>>;
  ReviewSubject: Readonly<Record<string, unknown>>;
  ReviewAnswer: Readonly<Record<string, unknown>>;
  ReviewRecord: Readonly<Record<string, unknown>>;
  ReviewFinding: Readonly<Record<string, unknown>>;
  ReviewLaterRecord: Readonly<Record<string, unknown>>;
  ReviewDecision: Readonly<Record<string, unknown>>;
  ReviewSignature: Readonly<Record<string, unknown>>;
  ReviewAppeal: Readonly<Record<string, unknown>>;
  ReviewTask: Readonly<Record<string, unknown>>;
  ReviewCertificate: Readonly<Record<string, unknown>>;
  ReviewConnection: Readonly<Record<string, unknown>>;
  ReviewEdge: Readonly<Record<string, unknown>>;
  ReviewSubjectConnection: Readonly<Record<string, unknown>>;
  ReviewSubjectEdge: Readonly<Record<string, unknown>>;
  ReviewTaskConnection: Readonly<Record<string, unknown>>;
  ReviewTaskEdge: Readonly<Record<string, unknown>>;
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
  deliveries?: Resolver<Maybe<ResolversTypes['DeliveryConnection']>, ParentType, ContextType, RequireFields<QueryDeliveriesArgs, 'first'>>;
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType, RequireFields<QueryDeliveryArgs, 'id'>>;
  quarantinedRows?: Resolver<Maybe<ResolversTypes['QuarantinedRowConnection']>, ParentType, ContextType, RequireFields<QueryQuarantinedRowsArgs, 'first'>>;
  rejects?: Resolver<Maybe<ResolversTypes['RejectPage']>, ParentType, ContextType, RequireFields<QueryRejectsArgs, 'delivery' | 'format' | 'afterLine' | 'first'>>;
  linkCandidates?: Resolver<Maybe<ResolversTypes['LinkCandidateConnection']>, ParentType, ContextType, RequireFields<QueryLinkCandidatesArgs, 'first'>>;
  recordChanges?: Resolver<Maybe<ResolversTypes['RecordChangeConnection']>, ParentType, ContextType, RequireFields<QueryRecordChangesArgs, 'first'>>;
  disputes?: Resolver<Maybe<ResolversTypes['DisputeConnection']>, ParentType, ContextType, RequireFields<QueryDisputesArgs, 'first'>>;
  myDisputes?: Resolver<Maybe<ResolversTypes['DisputeConnection']>, ParentType, ContextType, RequireFields<QueryMyDisputesArgs, 'first'>>;
  catalogue?: Resolver<Maybe<ResolversTypes['Catalogue']>, ParentType, ContextType, Partial<QueryCatalogueArgs>>;
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType, RequireFields<QueryReviewArgs, 'id'>>;
  reviews?: Resolver<Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, RequireFields<QueryReviewsArgs, 'first'>>;
  reviewTasks?: Resolver<Maybe<ResolversTypes['ReviewTaskConnection']>, ParentType, ContextType, RequireFields<QueryReviewTasksArgs, 'first'>>;
  myReviews?: Resolver<Maybe<ResolversTypes['ReviewSubjectConnection']>, ParentType, ContextType, RequireFields<QueryMyReviewsArgs, 'first'>>;
  reviewCertificate?: Resolver<Maybe<ResolversTypes['ReviewCertificate']>, ParentType, ContextType, RequireFields<QueryReviewCertificateArgs, 'reviewId' | 'subjectId'>>;
};

export type MutationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  deliverRecords?: Resolver<ResolversTypes['DeliverRecordsPayload'], ParentType, ContextType, RequireFields<MutationDeliverRecordsArgs, 'input'>>;
  proposeLink?: Resolver<ResolversTypes['ProposeLinkPayload'], ParentType, ContextType, RequireFields<MutationProposeLinkArgs, 'input'>>;
  proposeUnlink?: Resolver<ResolversTypes['ProposeUnlinkPayload'], ParentType, ContextType, RequireFields<MutationProposeUnlinkArgs, 'input'>>;
  decideLink?: Resolver<ResolversTypes['DecideLinkPayload'], ParentType, ContextType, RequireFields<MutationDecideLinkArgs, 'input'>>;
  disputeRecord?: Resolver<ResolversTypes['DisputeRecordPayload'], ParentType, ContextType, RequireFields<MutationDisputeRecordArgs, 'input'>>;
  answerDispute?: Resolver<ResolversTypes['AnswerDisputePayload'], ParentType, ContextType, RequireFields<MutationAnswerDisputeArgs, 'input'>>;
  repairRecord?: Resolver<ResolversTypes['RepairRecordPayload'], ParentType, ContextType, RequireFields<MutationRepairRecordArgs, 'input'>>;
  revokeRecord?: Resolver<ResolversTypes['RevokeRecordPayload'], ParentType, ContextType, RequireFields<MutationRevokeRecordArgs, 'input'>>;
  sealRecord?: Resolver<ResolversTypes['SealRecordPayload'], ParentType, ContextType, RequireFields<MutationSealRecordArgs, 'input'>>;
  deliverHoldings?: Resolver<ResolversTypes['DeliverHoldingsPayload'], ParentType, ContextType, RequireFields<MutationDeliverHoldingsArgs, 'input'>>;
  requestReview?: Resolver<ResolversTypes['RequestReviewPayload'], ParentType, ContextType, RequireFields<MutationRequestReviewArgs, 'input'>>;
  closeCollection?: Resolver<ResolversTypes['CloseCollectionPayload'], ParentType, ContextType, RequireFields<MutationCloseCollectionArgs, 'input'>>;
  cancelReview?: Resolver<ResolversTypes['CancelReviewPayload'], ParentType, ContextType, RequireFields<MutationCancelReviewArgs, 'input'>>;
  remindDepartments?: Resolver<ResolversTypes['RemindDepartmentsPayload'], ParentType, ContextType, RequireFields<MutationRemindDepartmentsArgs, 'input'>>;
  answerReview?: Resolver<ResolversTypes['AnswerReviewPayload'], ParentType, ContextType, RequireFields<MutationAnswerReviewArgs, 'input'>>;
  withdrawAnswer?: Resolver<ResolversTypes['WithdrawAnswerPayload'], ParentType, ContextType, RequireFields<MutationWithdrawAnswerArgs, 'input'>>;
  stateCase?: Resolver<ResolversTypes['StateCasePayload'], ParentType, ContextType, RequireFields<MutationStateCaseArgs, 'input'>>;
  proposeDecision?: Resolver<ResolversTypes['ProposeDecisionPayload'], ParentType, ContextType, RequireFields<MutationProposeDecisionArgs, 'input'>>;
  returnDecision?: Resolver<ResolversTypes['ReturnDecisionPayload'], ParentType, ContextType, RequireFields<MutationReturnDecisionArgs, 'input'>>;
  reopenReview?: Resolver<ResolversTypes['ReopenReviewPayload'], ParentType, ContextType, RequireFields<MutationReopenReviewArgs, 'input'>>;
  countersignDecision?: Resolver<ResolversTypes['CountersignDecisionPayload'], ParentType, ContextType, RequireFields<MutationCountersignDecisionArgs, 'input'>>;
  appealDecision?: Resolver<ResolversTypes['AppealDecisionPayload'], ParentType, ContextType, RequireFields<MutationAppealDecisionArgs, 'input'>>;
  answerAppeal?: Resolver<ResolversTypes['AnswerAppealPayload'], ParentType, ContextType, RequireFields<MutationAnswerAppealArgs, 'input'>>;
};

export type DeliverHoldingsPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DeliverHoldingsPayload'] = ResolversParentTypes['DeliverHoldingsPayload']> = {
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  collectedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type HoldingIndexResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['HoldingIndex'] = ResolversParentTypes['HoldingIndex']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['HoldingSource'], ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department'], FederationReferenceType extends FederationReferenceTypes['Department'] = FederationReferenceTypes['Department']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Department']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  answerMode?: Resolver<ResolversTypes['AnswerMode'], ParentType, ContextType>;
  recordTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RecordType']>>, ParentType, ContextType>;
  feed?: Resolver<Maybe<ResolversTypes['Feed']>, ParentType, ContextType>;
  holdings?: Resolver<Maybe<ResolversTypes['HoldingIndex']>, ParentType, ContextType>;
};

export type RecordTypeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RecordType'] = ResolversParentTypes['RecordType'], FederationReferenceType extends FederationReferenceTypes['RecordType'] = FederationReferenceTypes['RecordType']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RecordType']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sharing?: Resolver<ResolversTypes['Sharing'], ParentType, ContextType>;
  polarity?: Resolver<ResolversTypes['RecordPolarity'], ParentType, ContextType>;
  answerMode?: Resolver<ResolversTypes['AnswerMode'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maxAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lookBackMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  dataAsOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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
  reference?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integrity?: Resolver<Maybe<ResolversTypes['IntegrityProfile']>, ParentType, ContextType>;
};

export type IntegrityProfileResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['IntegrityProfile'] = ResolversParentTypes['IntegrityProfile']> = {
  standing?: Resolver<Maybe<ResolversTypes['IntegrityStanding']>, ParentType, ContextType, Partial<IntegrityProfileStandingArgs>>;
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

export type DeliveryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['RecordType']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['DeliveryChannel'], ParentType, ContextType>;
  dataAsOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  begunAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  correctedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withdrawnCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchangedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outdatedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quarantinedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuarantinedRowResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['QuarantinedRow'] = ResolversParentTypes['QuarantinedRow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  faults?: Resolver<ReadonlyArray<ResolversTypes['RowFault']>, ParentType, ContextType>;
  quarantinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
};

export type RowFaultResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RowFault'] = ResolversParentTypes['RowFault']> = {
  column?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  found?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RejectPageResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RejectPage'] = ResolversParentTypes['RejectPage']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextAfterLine?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LinkCandidateResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['LinkCandidate'] = ResolversParentTypes['LinkCandidate']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['LinkMethod'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LinkState'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recordTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  delivered?: Resolver<Maybe<ResolversTypes['DeliveredIdentity']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  isNameEqual?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isBirthDateEqual?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isPhoneEqual?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isDeceased?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  proposedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  proposedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  proposalReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DeliveredIdentityResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DeliveredIdentity'] = ResolversParentTypes['DeliveredIdentity']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  identifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeliverRecordsPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DeliverRecordsPayload'] = ResolversParentTypes['DeliverRecordsPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProposeLinkPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ProposeLinkPayload'] = ResolversParentTypes['ProposeLinkPayload']> = {
  candidate?: Resolver<Maybe<ResolversTypes['LinkCandidate']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProposeUnlinkPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ProposeUnlinkPayload'] = ResolversParentTypes['ProposeUnlinkPayload']> = {
  candidate?: Resolver<Maybe<ResolversTypes['LinkCandidate']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DecideLinkPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DecideLinkPayload'] = ResolversParentTypes['DecideLinkPayload']> = {
  candidate?: Resolver<Maybe<ResolversTypes['LinkCandidate']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeliveryConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Delivery']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeliveryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeliveryEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DeliveryEdge'] = ResolversParentTypes['DeliveryEdge']> = {
  node?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QuarantinedRowConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['QuarantinedRowConnection'] = ResolversParentTypes['QuarantinedRowConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['QuarantinedRow']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['QuarantinedRowEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type QuarantinedRowEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['QuarantinedRowEdge'] = ResolversParentTypes['QuarantinedRowEdge']> = {
  node?: Resolver<ResolversTypes['QuarantinedRow'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LinkCandidateConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['LinkCandidateConnection'] = ResolversParentTypes['LinkCandidateConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LinkCandidate']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LinkCandidateEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LinkCandidateEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['LinkCandidateEdge'] = ResolversParentTypes['LinkCandidateEdge']> = {
  node?: Resolver<ResolversTypes['LinkCandidate'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordChangeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RecordChange'] = ResolversParentTypes['RecordChange']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['RecordChangeKind'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sourceRecordId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['CreditRecord']>, ParentType, ContextType>;
};

export type RecordChangeConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RecordChangeConnection'] = ResolversParentTypes['RecordChangeConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RecordChange']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['RecordChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RecordChangeEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RecordChangeEdge'] = ResolversParentTypes['RecordChangeEdge']> = {
  node?: Resolver<ResolversTypes['RecordChange'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisputeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Dispute'] = ResolversParentTypes['Dispute']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recordTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DisputeConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DisputeConnection'] = ResolversParentTypes['DisputeConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Dispute']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['DisputeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DisputeEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DisputeEdge'] = ResolversParentTypes['DisputeEdge']> = {
  node?: Resolver<ResolversTypes['Dispute'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisputeRecordPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DisputeRecordPayload'] = ResolversParentTypes['DisputeRecordPayload']> = {
  record?: Resolver<Maybe<ResolversTypes['CreditRecord']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AnswerDisputePayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AnswerDisputePayload'] = ResolversParentTypes['AnswerDisputePayload']> = {
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RepairRecordPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RepairRecordPayload'] = ResolversParentTypes['RepairRecordPayload']> = {
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeRecordPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RevokeRecordPayload'] = ResolversParentTypes['RevokeRecordPayload']> = {
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SealRecordPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SealRecordPayload'] = ResolversParentTypes['SealRecordPayload']> = {
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CatalogueResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Catalogue'] = ResolversParentTypes['Catalogue']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  items?: Resolver<Maybe<ResolversTypes['CatalogueItemConnection']>, ParentType, ContextType, RequireFields<CatalogueItemsArgs, 'first'>>;
};

export type CatalogueItemResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CatalogueItem'] = ResolversParentTypes['CatalogueItem']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sharing?: Resolver<ResolversTypes['Sharing'], ParentType, ContextType>;
  polarity?: Resolver<ResolversTypes['RecordPolarity'], ParentType, ContextType>;
  answerMode?: Resolver<ResolversTypes['AnswerMode'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maxAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lookBackMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
};

export type CatalogueItemConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CatalogueItemConnection'] = ResolversParentTypes['CatalogueItemConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CatalogueItem']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['CatalogueItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CatalogueItemEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CatalogueItemEdge'] = ResolversParentTypes['CatalogueItemEdge']> = {
  node?: Resolver<ResolversTypes['CatalogueItem'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RequestReviewPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RequestReviewPayload'] = ResolversParentTypes['RequestReviewPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CloseCollectionPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CloseCollectionPayload'] = ResolversParentTypes['CloseCollectionPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CancelReviewPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CancelReviewPayload'] = ResolversParentTypes['CancelReviewPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemindDepartmentsPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RemindDepartmentsPayload'] = ResolversParentTypes['RemindDepartmentsPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AnswerReviewPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AnswerReviewPayload'] = ResolversParentTypes['AnswerReviewPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WithdrawAnswerPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['WithdrawAnswerPayload'] = ResolversParentTypes['WithdrawAnswerPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StateCasePayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['StateCasePayload'] = ResolversParentTypes['StateCasePayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProposeDecisionPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ProposeDecisionPayload'] = ResolversParentTypes['ProposeDecisionPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReopenReviewPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReopenReviewPayload'] = ResolversParentTypes['ReopenReviewPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReturnDecisionPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReturnDecisionPayload'] = ResolversParentTypes['ReturnDecisionPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CountersignDecisionPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CountersignDecisionPayload'] = ResolversParentTypes['CountersignDecisionPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AppealDecisionPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AppealDecisionPayload'] = ResolversParentTypes['AppealDecisionPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AnswerAppealPayloadResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['AnswerAppealPayload'] = ResolversParentTypes['AnswerAppealPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review'], FederationReferenceType extends FederationReferenceTypes['Review'] = FederationReferenceTypes['Review']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Review']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReviewState'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['ReviewPurpose']>, ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deadline?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cancelledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  ruleVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  catalogueVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  coverage?: Resolver<Maybe<ResolversTypes['ReviewCoverage']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReviewProgress']>>, ParentType, ContextType>;
  subjects?: Resolver<Maybe<ResolversTypes['ReviewSubjectConnection']>, ParentType, ContextType, RequireFields<ReviewSubjectsArgs, 'first'>>;
};

export type ReviewProgressResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewProgress'] = ResolversParentTypes['ReviewProgress']> = {
  state?: Resolver<ResolversTypes['ReviewSubjectState'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReviewCoverageResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewCoverage'] = ResolversParentTypes['ReviewCoverage']> = {
  required?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['Department']>, ParentType, ContextType>;
};

export type ReviewSubjectResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewSubject'] = ResolversParentTypes['ReviewSubject']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['SubjectKind']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReviewSubjectState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  creditCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  division?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  noticeUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  proposal?: Resolver<Maybe<ResolversTypes['Proposal']>, ParentType, ContextType>;
  answers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReviewAnswer']>>, ParentType, ContextType>;
  findings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReviewFinding']>>, ParentType, ContextType>;
  laterRecords?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReviewLaterRecord']>>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['ReviewDecision']>, ParentType, ContextType>;
  appeal?: Resolver<Maybe<ResolversTypes['ReviewAppeal']>, ParentType, ContextType>;
};

export type ReviewAnswerResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewAnswer'] = ResolversParentTypes['ReviewAnswer']> = {
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReviewAnswerState'], ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataAsOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  remindedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  opinion?: Resolver<Maybe<ResolversTypes['DepartmentOpinion']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReviewRecord']>>, ParentType, ContextType>;
};

export type ReviewRecordResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewRecord'] = ResolversParentTypes['ReviewRecord']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  typeCode?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['RecordLevel']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['RecordStatus']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ReviewFindingResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewFinding'] = ResolversParentTypes['ReviewFinding']> = {
  rule?: Resolver<ResolversTypes['FindingRule'], ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['ReviewRecord']>, ParentType, ContextType>;
  vetoId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['FindingEffect'], ParentType, ContextType>;
  basisArticle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  effectiveTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ReviewLaterRecordResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewLaterRecord'] = ResolversParentTypes['ReviewLaterRecord']> = {
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  noticedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReviewDecisionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewDecision'] = ResolversParentTypes['ReviewDecision']> = {
  outcome?: Resolver<ResolversTypes['DecisionOutcome'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  meetingReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  signatures?: Resolver<ReadonlyArray<ResolversTypes['ReviewSignature']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['Department']>, ParentType, ContextType>;
};

export type ReviewSignatureResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewSignature'] = ResolversParentTypes['ReviewSignature']> = {
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReviewAppealResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewAppeal'] = ResolversParentTypes['ReviewAppeal']> = {
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['AppealOutcome']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ReviewTaskResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewTask'] = ResolversParentTypes['ReviewTask']> = {
  subject?: Resolver<Maybe<ResolversTypes['ReviewSubject']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['ReviewAnswer']>, ParentType, ContextType>;
};

export type ReviewCertificateResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewCertificate'] = ResolversParentTypes['ReviewCertificate']> = {
  jws?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewConnection'] = ResolversParentTypes['ReviewConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Review']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReviewEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReviewEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewEdge'] = ResolversParentTypes['ReviewEdge']> = {
  node?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewSubjectConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewSubjectConnection'] = ResolversParentTypes['ReviewSubjectConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ReviewSubject']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReviewSubjectEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReviewSubjectEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewSubjectEdge'] = ResolversParentTypes['ReviewSubjectEdge']> = {
  node?: Resolver<ResolversTypes['ReviewSubject'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewTaskConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewTaskConnection'] = ResolversParentTypes['ReviewTaskConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ReviewTask']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReviewTaskEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReviewTaskEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReviewTaskEdge'] = ResolversParentTypes['ReviewTaskEdge']> = {
  node?: Resolver<ResolversTypes['ReviewTask'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  UserError?: UserErrorResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  CodedValue?: CodedValueResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  DeliverHoldingsPayload?: DeliverHoldingsPayloadResolvers<ContextType>;
  HoldingIndex?: HoldingIndexResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  RecordType?: RecordTypeResolvers<ContextType>;
  Feed?: FeedResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  IntegrityProfile?: IntegrityProfileResolvers<ContextType>;
  IntegrityStanding?: IntegrityStandingResolvers<ContextType>;
  CreditRecord?: CreditRecordResolvers<ContextType>;
  CreditRecordConnection?: CreditRecordConnectionResolvers<ContextType>;
  CreditRecordEdge?: CreditRecordEdgeResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  QuarantinedRow?: QuarantinedRowResolvers<ContextType>;
  RowFault?: RowFaultResolvers<ContextType>;
  RejectPage?: RejectPageResolvers<ContextType>;
  LinkCandidate?: LinkCandidateResolvers<ContextType>;
  DeliveredIdentity?: DeliveredIdentityResolvers<ContextType>;
  DeliverRecordsPayload?: DeliverRecordsPayloadResolvers<ContextType>;
  ProposeLinkPayload?: ProposeLinkPayloadResolvers<ContextType>;
  ProposeUnlinkPayload?: ProposeUnlinkPayloadResolvers<ContextType>;
  DecideLinkPayload?: DecideLinkPayloadResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>;
  QuarantinedRowConnection?: QuarantinedRowConnectionResolvers<ContextType>;
  QuarantinedRowEdge?: QuarantinedRowEdgeResolvers<ContextType>;
  LinkCandidateConnection?: LinkCandidateConnectionResolvers<ContextType>;
  LinkCandidateEdge?: LinkCandidateEdgeResolvers<ContextType>;
  RecordChange?: RecordChangeResolvers<ContextType>;
  RecordChangeConnection?: RecordChangeConnectionResolvers<ContextType>;
  RecordChangeEdge?: RecordChangeEdgeResolvers<ContextType>;
  Dispute?: DisputeResolvers<ContextType>;
  DisputeConnection?: DisputeConnectionResolvers<ContextType>;
  DisputeEdge?: DisputeEdgeResolvers<ContextType>;
  DisputeRecordPayload?: DisputeRecordPayloadResolvers<ContextType>;
  AnswerDisputePayload?: AnswerDisputePayloadResolvers<ContextType>;
  RepairRecordPayload?: RepairRecordPayloadResolvers<ContextType>;
  RevokeRecordPayload?: RevokeRecordPayloadResolvers<ContextType>;
  SealRecordPayload?: SealRecordPayloadResolvers<ContextType>;
  Catalogue?: CatalogueResolvers<ContextType>;
  CatalogueItem?: CatalogueItemResolvers<ContextType>;
  CatalogueItemConnection?: CatalogueItemConnectionResolvers<ContextType>;
  CatalogueItemEdge?: CatalogueItemEdgeResolvers<ContextType>;
  RequestReviewPayload?: RequestReviewPayloadResolvers<ContextType>;
  CloseCollectionPayload?: CloseCollectionPayloadResolvers<ContextType>;
  CancelReviewPayload?: CancelReviewPayloadResolvers<ContextType>;
  RemindDepartmentsPayload?: RemindDepartmentsPayloadResolvers<ContextType>;
  AnswerReviewPayload?: AnswerReviewPayloadResolvers<ContextType>;
  WithdrawAnswerPayload?: WithdrawAnswerPayloadResolvers<ContextType>;
  StateCasePayload?: StateCasePayloadResolvers<ContextType>;
  ProposeDecisionPayload?: ProposeDecisionPayloadResolvers<ContextType>;
  ReopenReviewPayload?: ReopenReviewPayloadResolvers<ContextType>;
  ReturnDecisionPayload?: ReturnDecisionPayloadResolvers<ContextType>;
  CountersignDecisionPayload?: CountersignDecisionPayloadResolvers<ContextType>;
  AppealDecisionPayload?: AppealDecisionPayloadResolvers<ContextType>;
  AnswerAppealPayload?: AnswerAppealPayloadResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  ReviewProgress?: ReviewProgressResolvers<ContextType>;
  ReviewCoverage?: ReviewCoverageResolvers<ContextType>;
  ReviewSubject?: ReviewSubjectResolvers<ContextType>;
  ReviewAnswer?: ReviewAnswerResolvers<ContextType>;
  ReviewRecord?: ReviewRecordResolvers<ContextType>;
  ReviewFinding?: ReviewFindingResolvers<ContextType>;
  ReviewLaterRecord?: ReviewLaterRecordResolvers<ContextType>;
  ReviewDecision?: ReviewDecisionResolvers<ContextType>;
  ReviewSignature?: ReviewSignatureResolvers<ContextType>;
  ReviewAppeal?: ReviewAppealResolvers<ContextType>;
  ReviewTask?: ReviewTaskResolvers<ContextType>;
  ReviewCertificate?: ReviewCertificateResolvers<ContextType>;
  ReviewConnection?: ReviewConnectionResolvers<ContextType>;
  ReviewEdge?: ReviewEdgeResolvers<ContextType>;
  ReviewSubjectConnection?: ReviewSubjectConnectionResolvers<ContextType>;
  ReviewSubjectEdge?: ReviewSubjectEdgeResolvers<ContextType>;
  ReviewTaskConnection?: ReviewTaskConnectionResolvers<ContextType>;
  ReviewTaskEdge?: ReviewTaskEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  data?: DataDirectiveResolver<any, any, ContextType>;
  mask?: MaskDirectiveResolver<any, any, ContextType>;
  coarsen?: CoarsenDirectiveResolver<any, any, ContextType>;
  form?: FormDirectiveResolver<any, any, ContextType>;
};
