import type {
  CertificateAnswer,
  CertificateFinding,
  CertificatePayload,
  CertificateRecord,
} from '../domain/certificate/payload.ts';
import { html, said, type Markup } from './markup.ts';
import { effectWords, momentWords, openWord, stateWords, worded } from './report-words.ts';

/** What each of the 42 departments has said; who is missing is marked by word and border. */
export function answerTable({ answers, coverage }: CertificatePayload): Markup {
  const missing = new Set(coverage.missing.map(({ code }) => code));
  return html`<table class="answers">
    <caption>
      ${answers.length} 个部门，按代码排列；时间均为北京时间
    </caption>
    <thead>
      <tr>
        <th scope="col">部门</th>
        <th scope="col">答复</th>
        <th scope="col" class="moment">数据截至</th>
        <th scope="col" class="moment">答复期限</th>
        <th scope="col">记录</th>
      </tr>
    </thead>
    <tbody>
      ${answers.map((answer) => answerRow(answer, missing.has(answer.department)))}
    </tbody>
  </table>`;
}

/** So many records still stand on one page with what is around them; a row of more breaks, between records. */
const mostTogether = 4;

const answerRow = (answer: CertificateAnswer, isMissing: boolean): Markup =>
  html`<tr${rowClass(answer, isMissing)}>
    <th scope="row"><code>${answer.department}</code> ${said(answer.name)}</th>
    <td>
      ${isMissing ? html`<strong>▲ 缺</strong> ` : ''}${worded(stateWords[answer.state], answer.state)}
      ${answer.opinion === null ? '' : html`<small>意见：${openWord(answer.opinion)}</small>`}
      ${answer.basis === null ? '' : html`<small>依据：${said(answer.basis)}</small>`}
    </td>
    <td class="moment">${answer.dataAsOf === null ? '—' : momentWords(answer.dataAsOf)}</td>
    <td class="moment">${answer.dueAt === null ? '—' : momentWords(answer.dueAt)}</td>
    <td>${recordList(answer.records)}</td>
  </tr>`;

function rowClass({ records }: CertificateAnswer, isMissing: boolean): Markup {
  if (isMissing) return html` class="absent"`;
  return records.length > mostTogether ? html` class="long"` : html``;
}

const days = (from: string, to: string): Markup =>
  html`<span class="moment">${from}</span> 至 <span class="moment">${to}</span>`;

const recordList = (records: readonly CertificateRecord[]): Markup =>
  records.length === 0
    ? html`—`
    : html`${records.length} 条
        <ul>
          ${records.map(
            (record) =>
              html`<li>
                <code>${record.type}</code> ${said(record.id)}（第 ${record.version} 版）
                <small
                  >${record.level === null ? '' : html`${openWord(record.level)}，`}${openWord(record.status)}，${days(record.decidedOn, record.validUntil ?? '无期限')}</small
                >
              </li>`,
          )}
        </ul>`;

/** What the rules say of the subject, each with its article. */
export const findingTable = (findings: readonly CertificateFinding[]): Markup =>
  findings.length === 0
    ? html`<p>无认定事项。</p>`
    : html`<table>
        <thead>
          <tr>
            <th scope="col">规则</th>
            <th scope="col">后果</th>
            <th scope="col">依据条款</th>
            <th scope="col">记录或在先否决</th>
            <th scope="col">期间</th>
          </tr>
        </thead>
        <tbody>
          ${findings.map(
            ({ rule, record, veto, effect, basisArticle, effectiveFrom, effectiveTo }) =>
              html`<tr>
                <th scope="row">${said(rule === 'NONE' ? null : rule)}</th>
                <td>${worded(effectWords[effect], effect)}</td>
                <td>${said(basisArticle === '' ? null : basisArticle)}</td>
                <td>
                  ${record === null ? '' : html`${said(record.id)}（第 ${record.version} 版）`}
                  ${veto === null ? '' : html`在先否决 ${said(veto)}`}
                </td>
                <td>${days(effectiveFrom ?? '—', effectiveTo ?? '—')}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
