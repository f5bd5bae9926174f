import { cast } from '../../seeds/cast.ts';
import type { TestCaller } from './callers.ts';
import { as } from './callers.ts';
import type { TestHub } from './hub.ts';
import { operationOf } from './operations.ts';

/**
 * The office that examines, who signs with it, and the departments that are asked. Each is somebody of the register, of a
 * household that no review of a test looks at, and of a department that delivers nothing against anybody.
 */
export const examiner: TestCaller = {
  role: 'VETO_REVIEWER',
  sub: 'examiner',
  person: cast.xieWenbin.id,
  department: 'D36',
};
export const approver: TestCaller = {
  role: 'REVIEW_APPROVER',
  sub: 'approver',
  person: cast.xieWenbing.id,
  department: 'D36',
};
/** Of the same office: hands in what subjects have said in writing, and decides nothing of it. */
export const registry: TestCaller = {
  role: 'VETO_REVIEWER',
  sub: 'registry',
  person: cast.laiShouren.id,
  department: 'D36',
};
export const departmentReviewer = (department: string): TestCaller => ({
  role: 'DEPARTMENT_REVIEWER',
  sub: `reviewer of ${department}`,
  department,
  person: cast.luZhengyi.id,
});

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

export interface SeenAnswer {
  readonly department: { readonly code: string; readonly name: string };
  readonly state: string;
  readonly dataAsOf: string | null;
  readonly dueAt: string | null;
  readonly records: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly status: string;
    readonly validUntil: string | null;
  }[];
}

export interface SeenSubject {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly version: number;
  readonly name: string | null;
  readonly person: { readonly id: string } | null;
  readonly proposal: string | null;
  readonly answers: readonly SeenAnswer[] | null;
  readonly findings:
    | readonly {
        readonly rule: string;
        readonly record: { readonly id: string } | null;
        readonly effect: string;
      }[]
    | null;
  readonly decision: {
    readonly outcome: string;
    readonly decidedAt: string | null;
    readonly signatures: readonly { readonly role: string; readonly signedAt: string }[];
    readonly expiresOn: string | null;
  } | null;
}

export interface SeenReview {
  readonly id: string;
  readonly state: string;
  readonly ruleVersion: number;
  readonly catalogueVersion: number;
  readonly coverage: {
    readonly required: number;
    readonly answered: number;
    readonly missing: readonly { readonly code: string }[];
  } | null;
  readonly subjects: {
    readonly nodes: readonly SeenSubject[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

interface Payload {
  readonly review: { readonly id: string; readonly state: string } | null;
  readonly userErrors: readonly UserError[];
}

/** The moment some days from now. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** The day in the city. */
export const today = (): string => new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });

/** The contract's operations of reviews, as front-end teams hold them, and what the schema offers beside them. */
export class ReviewDesk {
  readonly #hub: Pick<TestHub, 'url' | 'config'>;
  #requests = 0;

  constructor(hub: Pick<TestHub, 'url' | 'config'>) {
    this.#hub = hub;
  }

  async ask<T>(caller: TestCaller, query: string, variables: object): Promise<T> {
    const isCitizen = caller.role === 'CITIZEN';
    return as(this.#hub, caller, {
      purpose: isCitizen ? 'SELF_ACCESS' : 'INTEGRITY_REVIEW',
      ...(isCitizen ? {} : { caseReference: '联审-2026-001' }),
    }).request<T>(query, variables);
  }

  /** Asks for a review as the contract has it; any member may be another. */
  async request(subjects: readonly object[], changes: object = {}, caller = examiner): Promise<Payload> {
    this.#requests += 1;
    const input = {
      idempotencyKey: `request-${this.#requests}`,
      purpose: 'VILLAGE_ELECTION',
      matter: `村(社区)“两委”换届候选人联审(示例 ${this.#requests})`,
      legalBasis: '村民委员会组织法',
      asOf: today(),
      deadline: inDays(10),
      subjects,
      ...changes,
    };
    const { requestReview } = await this.ask<{ requestReview: Payload }>(
      caller,
      operationOf('integrity-review', 'RequestReview'),
      { input },
    );
    return requestReview;
  }

  /** The id of a review that has to be made. */
  async requested(subjects: readonly object[], changes: object = {}): Promise<string> {
    const { review, userErrors } = await this.request(subjects, changes);
    if (!review) throw new Error(JSON.stringify(userErrors));
    return review.id;
  }

  async see(id: string, caller = examiner, first = 100, after?: string | null): Promise<SeenReview> {
    const { review } = await this.ask<{ review: SeenReview | null }>(
      caller,
      operationOf('integrity-review', 'Review'),
      { id, first, after },
    );
    if (!review) throw new Error('The review cannot be seen.');
    return review;
  }

  /** The first subject of a review. */
  async subject(id: string, caller = examiner): Promise<SeenSubject> {
    const { subjects } = await this.see(id, caller, 1);
    const [subject] = subjects.nodes;
    if (!subject) throw new Error('The review has no subject.');
    return subject;
  }

  async #act(caller: TestCaller, name: string, query: string, input: object): Promise<Payload> {
    const answer = await this.ask<Readonly<Record<string, Payload>>>(caller, query, { input });
    const payload = answer[name];
    if (!payload) throw new Error(`${name} answered nothing.`);
    return payload;
  }

  /** One of the contract's mutations. */
  contract(caller: TestCaller, name: string, input: object): Promise<Payload> {
    const operation = name.charAt(0).toUpperCase() + name.slice(1);
    return this.#act(caller, name, operationOf('integrity-review', operation), input);
  }

  /** A mutation that the schema offers beside the contract. */
  beside(caller: TestCaller, name: string, input: object): Promise<Payload> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { review { id state } userErrors { code message path } } }`;
    return this.#act(caller, name, query, input);
  }

  /** A department's opinion on the first subject, or on one. */
  async answer(reviewId: string, department: string, changes: object = {}): Promise<Payload> {
    const { id, version } = await this.subject(reviewId);
    return this.contract(departmentReviewer(department), 'answerReview', {
      reviewId,
      subjectId: id,
      department,
      opinion: 'NO_OBJECTION',
      expectedVersion: version,
      ...changes,
    });
  }

  /** Answers "no objection" for every department that still owes an answer on the first subject. */
  async answerAll(reviewId: string): Promise<void> {
    const { answers } = await this.subject(reviewId);
    for (const { department, dueAt } of answers ?? []) {
      if (dueAt === null) continue;
      const { userErrors } = await this.answer(reviewId, department.code);
      if (userErrors.length > 0) throw new Error(`${department.code}: ${JSON.stringify(userErrors)}`);
    }
  }

  async propose(
    reviewId: string,
    outcome: string,
    caller = examiner,
    changes: object = {},
  ): Promise<Payload> {
    const { id, version } = await this.subject(reviewId);
    return this.contract(caller, 'proposeDecision', {
      reviewId,
      subjectId: id,
      outcome,
      reason: '经会议研究(示例)',
      meetingReference: '岩平安办会纪〔2026〕9号(示例)',
      expectedVersion: version,
      ...changes,
    });
  }

  async countersign(reviewId: string, caller = approver, changes: object = {}): Promise<Payload> {
    const { id, version } = await this.subject(reviewId);
    return this.contract(caller, 'countersignDecision', {
      reviewId,
      subjectId: id,
      expectedVersion: version,
      ...changes,
    });
  }

  async certificate(
    reviewId: string,
    subjectId: string,
    caller = examiner,
  ): Promise<{ readonly jws: string; readonly issuedAt: string; readonly headline: string } | null> {
    const { reviewCertificate } = await this.ask<{
      reviewCertificate: { jws: string; issuedAt: string; headline: string } | null;
    }>(caller, operationOf('integrity-review', 'ReviewCertificate'), { reviewId, subjectId });
    return reviewCertificate;
  }
}
