import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { publishCatalogue } from '../../subgraphs/integrity/delivery/publish-catalogue.ts';
import { deriveUrls } from '../../subgraphs/kit/database/urls.ts';
import { as } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { writeTemporary } from '../support/delivery.ts';
import { startHub, type TestHub } from '../support/hub.ts';

const itemFields =
  'code name sharing polarity answerMode legalBasis maxAge lookBackMonths department { code }';
const document = `query Catalogue($version: Int, $first: Int!, $after: String) {
  catalogue(version: $version) { version publishedOn note
    items(first: $first, after: $after) { nodes { ${itemFields} } pageInfo { hasNextPage endCursor } } } }`;

interface Answer {
  readonly catalogue: {
    readonly version: number;
    readonly note: string;
    readonly items: {
      readonly nodes: readonly Record<string, unknown>[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
}

let hub: TestHub;
let ownerUrl: string;
beforeAll(async () => {
  hub = await startHub(createPolicy());
  const urls = await deriveUrls(hub.config.databaseUrl ?? '', new Map(), hub.config.dataDir);
  ownerUrl = urls.ownerOf('integrity');
});
afterAll(() => hub.stop());

const ask = async (variables: Record<string, unknown>): Promise<Answer['catalogue']> => {
  const client = as(hub);
  return (await client.request<Answer>(document, { first: 200, ...variables })).catalogue;
};

const header = 'code,name,sharing,polarity,answer_mode,legal_basis,max_age_hours,look_back_months';
const publish = async (lines: readonly string[], note: string): Promise<number> =>
  publishCatalogue(ownerUrl, await writeTemporary([header, ...lines, ''].join('\n'), 'CSV'), note);

describe('the catalogue', () => {
  it('of a version that is none is null, never an empty one', async () => {
    expect(await ask({ version: 99 })).toBeNull();
  });

  it('names every record type of the 42 departments, page by page', async () => {
    const whole = await ask({});
    expect(whole?.version).toBe(1);
    const nodes = whole?.items.nodes ?? [];
    expect(nodes.length).toBeGreaterThan(100);
    expect(new Set(nodes.map(({ department }) => Object(department).code)).size).toBe(42);
    expect(nodes.find(({ code }) => code === 'D08-SXB')).toEqual({
      code: 'D08-SXB',
      name: '失信被执行人',
      sharing: 'UNCONDITIONAL',
      polarity: 'NEGATIVE',
      answerMode: 'FULL',
      legalBasis: '共享协议',
      maxAge: 168,
      lookBackMonths: 60,
      department: { code: 'D08' },
    });
    const page = await ask({ first: 3, after: (await ask({ first: 2 }))?.items.pageInfo.endCursor });
    expect(page?.items.nodes).toEqual(nodes.slice(2, 5));
    expect(page?.items.pageInfo.hasNextPage).toBe(true);
  });

  it.each([
    ['a fault in a line', ['D33-PEN,行政处罚,SOMETIMES,NEGATIVE,FULL,,168,60'], 'line 2: expected sharing'],
    ['columns of another file', [], 'expected at least one record type'],
    ['a quote that nothing closes', ['D33-PEN,"行政处罚,CONDITIONAL'], 'line 2: expected cells of CSV'],
  ])('is not published with %s', async (_, lines, message) => {
    await expect(publish(lines, 'nothing')).rejects.toThrow(message);
    expect((await ask({}))?.version).toBe(1);
  });

  it('is not published in an encoding that would garble its names', async () => {
    const penalty = Buffer.from([0xb4, 0xa6, 0xb7, 0xa3]);
    const bytes = Buffer.concat([
      Buffer.from(`${header}\nD33-PEN,`),
      penalty,
      Buffer.from(',CONDITIONAL,NEGATIVE,FULL,,72,36\n'),
    ]);
    const published = publishCatalogue(ownerUrl, await writeTemporary(bytes, 'CSV'), 'nothing');
    await expect(published).rejects.toThrow('Expected a catalogue in UTF-8');
    expect((await ask({}))?.version).toBe(1);
  });

  it('is published as a next version, and the one before stays as it was', async () => {
    const before = await ask({ version: 1 });
    expect(await publish(['D33-PEN,行政处罚(新),CONDITIONAL,NEGATIVE,FULL,行政处罚法,72,36'], '测试版')).toBe(
      2,
    );
    expect(await ask({ version: 1 })).toEqual(before);
    const now = await ask({});
    expect(now).toMatchObject({ version: 2, note: '测试版' });
    expect(now?.items.nodes).toHaveLength(1);
    const [type] = await askDatabase<Record<string, unknown>>(
      hub.config,
      `select name, sharing, data_class, max_age_hours from integrity.record_type where code = 'D33-PEN'`,
    );
    expect(type).toEqual({
      name: '行政处罚(新)',
      sharing: 'CONDITIONAL',
      data_class: 'CREDIT_RESTRICTED',
      max_age_hours: 72,
    });
  });
});
