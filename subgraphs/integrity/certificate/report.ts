import { createHash } from 'node:crypto';
import { decodeProtectedHeader } from 'jose';
import type { CertificatePayload } from '../domain/certificate/payload.ts';
import { html, said, saidAtLength, type Markup } from './markup.ts';
import { reportStyle } from './report-style.ts';
import { answerTable, findingTable } from './report-tables.ts';
import {
  dayOf,
  kindWords,
  momentWords,
  openWord,
  outcomeWords,
  proposalWords,
  stateWords,
  worded,
} from './report-words.ts';

/** The very bytes that the policy names: no formatter may put a space between. */
const styleElement: Markup = { kind: 'markup', html: `<style>${reportStyle}</style>` };

/**
 * A certificate as a page to read and print, whole in itself: no script, nothing from elsewhere, and a browser that keeps to
 * the policy in its head takes no other style either. Of a certificate that was verified: what it says is believed.
 */
export function renderReport(payload: CertificatePayload, jws: string, now: Date): string {
  const style = `'sha256-${createHash('sha256').update(reportStyle).digest('base64')}'`;
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${style}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>综治诚信联审凭证 ${payload.id}</title>
        ${styleElement}
      </head>
      <body>
        <header>
          <h1>综治诚信联审凭证</h1>
          ${banners(payload, now)} ${coverage(payload)}
        </header>
        <main>
          ${subject(payload)} ${decision(payload)}
          <section>
            <h2>认定事项</h2>
            ${findingTable(payload.findings)}
          </section>
          <section class="departments">
            <h2>各部门答复</h2>
            ${answerTable(payload)}
          </section>
        </main>
        <footer>${evidence(payload, jws, now)}</footer>
      </body>
    </html> `.html;
}

function banners({ decision: { outcome, expiresOn }, coverage: { missing } }: CertificatePayload, now: Date) {
  const isExpired = expiresOn !== null && expiresOn < dayOf(now);
  const expired = html`<p class="banner" role="note">
    <strong>已过期</strong>：有效期至 ${expiresOn ?? ''}，不得再作为依据。
  </p>`;
  const open = missing.length === 0 ? '' : html`尚有 ${missing.length} 个部门未完成答复，`;
  const provisional = html`<p class="banner" role="note">
    <strong>临时决定</strong>：${open}至 ${expiresOn ?? ''} 自行失效。
  </p>`;
  return [...(isExpired ? [expired] : []), ...(outcome === 'PROVISIONAL' ? [provisional] : [])];
}

function coverage({ answers, coverage: { required, answered, missing }, headline }: CertificatePayload) {
  const notApplicable = answers.filter(({ state }) => state === 'NOT_APPLICABLE').length;
  const states = new Map(answers.map(({ department, state }) => [department, stateWords[state]]));
  const absent = html`<div class="missing">
    <p>▲ 缺以下 ${missing.length} 个部门的答复：</p>
    <ul>
      ${missing.map(({ code, name }) => html`<li><code>${code}</code> ${said(name)}：${states.get(code) ?? ''}</li>`)}
    </ul>
  </div>`;
  return html`<p class="coverage">
      ${required} 个部门中 ${answered} 个已答复，其中 ${notApplicable} 个不适用
    </p>
    <p class="original">凭证原文：<span lang="en">${said(headline)}</span></p>
    ${missing.length === 0 ? '' : absent}`;
}

const terms = (entries: readonly (readonly [string, Markup | null])[]): Markup =>
  html`<dl>
    ${entries.flatMap(([term, value]) =>
      value === null
        ? []
        : [
            html`<dt>${term}</dt>
              <dd>${value}</dd>`,
          ],
    )}
  </dl>`;

const where = (text: string | null): Markup | null => (text === null ? null : said(text));

const subject = ({ subject: one, review }: CertificatePayload): Markup =>
  html`<section>
    <h2>联审对象与事项</h2>
    ${terms([
      ['对象', html`<strong>${said(one.name)}</strong>（${kindWords[one.kind]}）`],
      ['统一社会信用代码', where(one.creditCode)],
      ['行政区划', where(one.division)],
      ['职务', where(one.post)],
      ['人员编号', where(one.person)],
      ['事由', saidAtLength(review.matter)],
      ['用途', openWord(review.purpose)],
      ['法律依据', saidAtLength(review.legalBasis)],
      ['基准日', html`${review.asOf}`],
      ['提请与期限', html`${momentWords(review.requestedAt)} 提请，${momentWords(review.deadline)} 前答复`],
    ])}
  </section>`;

const decision = ({ decision: made, proposal }: CertificatePayload): Markup =>
  html`<section>
    <h2>决定</h2>
    ${terms([
      ['决定', html`<span class="outcome">${outcomeWords[made.outcome]}</span> <code>${made.outcome}</code>`],
      ['有效期至', html`<strong>${made.expiresOn ?? '未定期限'}</strong>`],
      ['规则结论', worded(proposalWords[proposal], proposal)],
      ['理由', saidAtLength(made.reason)],
      ['会议', said(made.meetingReference)],
      ['决定时间', html`${momentWords(made.decidedAt)}`],
      ...made.signatures.map(({ role, signer, signedAt }, index): readonly [string, Markup] => [
        `签署之${index === 0 ? '一' : '二'}`,
        html`${openWord(role)}，${momentWords(signedAt)}<br /><span class="digest">${signer}</span>`,
      ]),
    ])}
  </section>`;

function evidence(payload: CertificatePayload, jws: string, now: Date): Markup {
  const { catalogue, rules, review } = payload;
  const { kid = '' } = decodeProtectedHeader(jws);
  const digest = (text: string): Markup => html`<span class="digest">${text}</span>`;
  return html`<h2>存证与核验</h2>
    ${terms([
      ['凭证编号', digest(payload.id)],
      ['联审编号', digest(review.id)],
      ['签发时间', html`${momentWords(payload.issuedAt)}`],
      ['目录', html`第 ${catalogue.version} 版 ${digest(catalogue.hash)}`],
      ['规则', html`第 ${rules.version} 版 ${digest(rules.hash)}`],
      ['快照', digest(payload.snapshotHash)],
      ['事件', digest(payload.eventHash)],
      ['签名密钥', digest(kid)],
      ['凭证 SHA-256', digest(createHash('sha256').update(jws).digest('hex'))],
    ])}
    <p>本页只供阅读，凭证文件（JWS）才是依据。在任何装有 Node 20 以上的电脑上核验，无需联网：</p>
    <pre>node verify-alone.mjs 凭证.jws --key review-certificate.pub.json</pre>
    <p>
      “凭证 SHA-256”不含文件末尾的换行；“签名密钥”须与另行取得的公钥指纹（RFC 7638）一致。本页生成于
      ${momentWords(now)}（北京时间），有效与否以此时为准。
    </p>`;
}
