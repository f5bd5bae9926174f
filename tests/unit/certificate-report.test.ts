import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { html, said } from '../../subgraphs/integrity/certificate/markup.ts';
import { renderReport } from '../../subgraphs/integrity/certificate/report.ts';
import { reportStyle } from '../../subgraphs/integrity/certificate/report-style.ts';
import { signCertificate } from '../../subgraphs/integrity/certificate/sign.ts';
import type { CertificatePayload } from '../../subgraphs/integrity/domain/certificate/payload.ts';
import { answering, cleanPayload, newKey, provisionalPayload, vetoPayload } from '../support/certificate.ts';

const jws = await signCertificate(cleanPayload, newKey());
const render = (payload: CertificatePayload, day = '2026-12-01'): string =>
  renderReport(payload, jws, new Date(`${day}T04:00:00Z`));

/** What a reader sees: without head and tags, blanks as one. */
const textOf = (page: string): string =>
  page
    .slice(page.indexOf('<body>'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const tagsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<\/?[a-z!][^>]*>/gi)].map(([tag]) => tag).sort();

const attack = `示例<script>alert(1)</script><img src=x onerror="a()">"'&amp;\u202e司公\u202c\u200b\u0007`;
const shown = `示例&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;a()&quot;&gt;&quot;&#39;&amp;amp;[U+202E]司公[U+202C][U+200B][U+0007]`;

describe('the report of a certificate', () => {
  it('says coverage first and large', () => {
    const text = textOf(render(provisionalPayload));
    expect(text.indexOf('42 个部门中 41 个已答复')).toBeGreaterThan(0);
    expect(text.indexOf('42 个部门中 41 个已答复')).toBeLessThan(text.indexOf('龙岩示例虚构有限公司'));
    expect(render(provisionalPayload)).toMatch(
      /<p class="coverage">\s+42 个部门中 41 个已答复\uff0c其中 27 个不适用/,
    );
    expect(text).toContain(provisionalPayload.headline);
  });

  it('has a row for each of the 42 departments, with code, words and moments', () => {
    const page = render(cleanPayload);
    const rows = [...page.matchAll(/<th scope="row">\s*<code>(D\d\d)<\/code>/g)].map(([, code]) => code);
    expect(rows).toEqual(cleanPayload.answers.map(({ department }) => department));
    expect(textOf(page)).toMatch(/D37 市税务局 已答复\uff1a无记录 ANSWERED_NONE .*?2026-11-20 08:00/);
    expect(page).not.toContain('absent"');
  });

  it('marks who is missing by words, and by a class', () => {
    const page = render(
      answering(provisionalPayload, { D05: { state: 'STALE' }, D06: { state: 'WITHDRAWN' } }),
    );
    expect(page.match(/<tr class="absent">/g)).toHaveLength(3);
    expect(textOf(page).match(/▲ 缺 (未答复|数据过期|答复已撤回)/g)).toHaveLength(3);
    expect(textOf(page)).toContain('D05 示例D05局 \uff1a数据过期');
  });

  it('lets a row of many records break between two pages, and no other', () => {
    const [record] = vetoPayload.answers.flatMap(({ records }) => records);
    const recordsOf = (count: number) =>
      Array.from({ length: count }, () => record).filter((one) => one !== undefined);
    const rowsOf = (count: number): number =>
      render(answering(vetoPayload, { D01: { records: recordsOf(count) } })).match(/<tr class="long">/g)
        ?.length ?? 0;
    expect([1, 4, 5].map(rowsOf)).toEqual([0, 0, 1]);
  });

  it('breaks what was written at length where it breaks, and nothing else that breaks or turns', () => {
    const reason = `经研究\u202e：\n一、记录属实\r\n二、\u2028整改未完成`;
    const page = render({
      ...vetoPayload,
      decision: { ...vetoPayload.decision, reason, meetingReference: '纪要\n一号' },
    });
    expect(page).toContain(
      '<bdi>经研究[U+202E]：</bdi><br /><bdi>一、记录属实</bdi><br /><bdi>二、[U+2028]整改未完成</bdi>',
    );
    expect(page).toContain('<bdi>纪要[U+000A]一号</bdi>');
  });

  it('names decision, signatures, findings with their article, and records', () => {
    const text = textOf(render(vetoPayload));
    for (const { signer } of vetoPayload.decision.signatures) expect(text).toContain(signer);
    for (const one of [
      '一票否决 VETO',
      '2027-06-01',
      '示例会议纪要〔2026〕1号',
      '示例条例第二条',
      '不得评先受奖',
      '严重 SERIOUS',
    ])
      expect(text).toContain(one);
    expect(text).toMatch(/1 条 D01-EVL record-synthetic-1/);
    for (const hash of [vetoPayload.snapshotHash, vetoPayload.eventHash, vetoPayload.rules.hash])
      expect(text).toContain(hash);
    expect(text).toContain(createHash('sha256').update(jws).digest('hex'));
    expect(textOf(render(cleanPayload))).toContain('无认定事项');
  });

  it('says above all else that a decision is provisional, or has expired', () => {
    const bannersOf = (payload: CertificatePayload, day: string) =>
      [...render(payload, day).matchAll(/<p class="banner" role="note">\s+<strong>(.+?)<\/strong>/g)].map(
        ([, word]) => word,
      );
    expect(bannersOf(cleanPayload, '2026-12-01')).toEqual([]);
    expect(bannersOf(provisionalPayload, '2026-12-25')).toEqual(['临时决定']);
    expect(bannersOf(provisionalPayload, '2026-12-26')).toEqual(['已过期', '临时决定']);
    const page = render(provisionalPayload, '2026-12-26');
    expect(page.indexOf('class="banner"')).toBeLessThan(page.indexOf('class="coverage"'));
  });

  it('shows an attack as text, in every place, and hidden characters by their numbers', () => {
    const spread = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(spread);
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, spread(member)]));
      return typeof value === 'string' && /[\u3400-\u9fff]/.test(value) ? attack : value;
    };
    const page = render(spread(vetoPayload) as CertificatePayload);
    expect(page.split(shown).length - 1).toBeGreaterThanOrEqual(90);
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page.replaceAll('\n', '')).not.toMatch(/\p{C}/u);
    expect(tagsOf(page)).toEqual(tagsOf(render(vetoPayload)));
  });

  it('makes no tag of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { html: page } = html`<p>${said(text)}</p>`;
        expect(page.slice('<p><bdi>'.length, -'</bdi></p>'.length)).not.toMatch(/[<>"'\p{C}]/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it('needs nothing from elsewhere, and forbids it', () => {
    const page = render(vetoPayload);
    expect(page).not.toMatch(/\s(src|href|style|on[a-z]+)=|url\(|@import/);
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    expect(style).toBe(reportStyle);
    const digest = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`content="default-src 'none'; style-src &#39;sha256-${digest}&#39;"`);
    expect(page).toMatch(/^<!doctype html>\s+<html lang="zh-CN">\s+<head>\s+<meta charset="utf-8" \/>/);
  });

  it('reads by contrast of AA, and of AAA for its text', () => {
    const inks = [...reportStyle.matchAll(/--(?:ink|faint|alarm): (#\w{6})/g)].map(([, ink]) => ink ?? '');
    expect(inks).toHaveLength(3);
    for (const ink of inks)
      for (const paper of ['#ffffff', '#efefef', '#fdf0ee']) expect(contrast(ink, paper)).toBeGreaterThan(7);
  });
});

/** WCAG 2.2, relative luminance. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
    const linear = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return linear.reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  };
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (high + 0.05) / (low + 0.05);
}
