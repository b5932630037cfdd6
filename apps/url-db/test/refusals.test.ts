import { testEngines } from '@jeonbo/store/testing';
import { describe, expect, it } from 'vitest';
import { malformedKeys } from './errors/malformed-keys.ts';
import { fieldsOf, refuses } from './errors/refuses.ts';
import { useUrlDb } from './errors/use-url-db.ts';

describe.each(testEngines)('what is refused for its meaning, on %s', (_engine, open) => {
  const urlDb = useUrlDb(open);

  it('names that are no names of a domain', async () => {
    const names = ['', '-a', 'a-', 'a_b', 'a b', '기술', 'a.b', 'a:b', 'a'.repeat(51)];
    for (const name of names) {
      const answers = [
        await urlDb.call('POST /domains', { name }),
        await urlDb.call(`GET /nodes?domain_name=${encodeURIComponent(name)}`),
        await urlDb.call('POST /nodes', { domain_name: name, url: 'https://example.com/' }),
      ];
      for (const answer of answers) refuses(answer, 'VALIDATION_ERROR');
    }
  });

  it('URLs that are not kept', async () => {
    const wrong = [
      '',
      '   ',
      'example.com',
      'not a url',
      'http://',
      'https://exa mple.com',
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      ' javascript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'ftp://example.com/',
      'https://example.com/\u0000',
      `https://example.com/${'a'.repeat(2029)}`,
    ];
    expect(wrong.at(-1)).toHaveLength(2049);
    for (const url of wrong) {
      const created = await urlDb.call('POST /nodes', { domain_name: 'tech-articles', url });
      refuses(created, 'VALIDATION_ERROR');
      expect(fieldsOf(created)).toEqual(['url']);
      refuses(await urlDb.call('POST /nodes/find', { url }), 'VALIDATION_ERROR');
      const { body } = await urlDb.call('POST /nodes/batch-create', {
        nodes: [{ domain_name: 'tech-articles', url }],
      });
      expect(body).toMatchObject({ created_count: 0, failed_count: 1 });
      expect(body.results[0].error).toEqual(created.body);
    }
  });

  it('texts that are too long, in characters as people count them', async () => {
    const emoji = '👩‍🚀'.slice(0, 2);
    const tooLong = { title: emoji.repeat(256), description: emoji.repeat(1001) };
    for (const [field, text] of Object.entries(tooLong)) {
      const node = { domain_name: 'tech-articles', url: 'https://example.com/x', [field]: text };
      for (const answer of [
        await urlDb.call('POST /nodes', node),
        await urlDb.call('PUT /nodes/url-db:tech-articles:1', { [field]: text }),
      ]) {
        refuses(answer, 'VALIDATION_ERROR');
        expect(fieldsOf(answer)).toEqual([field]);
      }
    }
    const description = 'a'.repeat(1001);
    refuses(await urlDb.call('POST /domains', { name: 'x', description }), 'VALIDATION_ERROR');
    for (const title of ['\u0000', 'a\uD800b'])
      refuses(
        await urlDb.call('PUT /nodes/url-db:tech-articles:1', JSON.stringify({ title })),
        'VALIDATION_ERROR',
      );
  });

  it('pages that are none', async () => {
    const queries = [
      'size=0',
      'size=101',
      'size=-1',
      'size=1.5',
      'size=abc',
      'size=',
      'size=1e1',
      'page=0',
      'page=-1',
      'page=1000000001',
      'page=9007199254740993',
      'page=1&page=2',
      'exact=yes',
      'cursor=nonsense',
      'cursor=',
    ];
    for (const query of queries) {
      const answer = await urlDb.call(`GET /nodes?${query}`);
      refuses(answer, 'VALIDATION_ERROR');
      expect(fieldsOf(answer)).toEqual([query.split('=')[0]]);
    }
    const both = await urlDb.call('GET /nodes?page=1&cursor=x');
    refuses(both, 'VALIDATION_ERROR');
    const filters = [{ name: 'category', operator: 'exists' }];
    for (const wrong of [{ size: 0 }, { size: 101 }, { page: 0 }, { size: '20' }, { page: null }])
      refuses(
        await urlDb.call('POST /nodes/filter', { domain_name: 'tech-articles', filters, ...wrong }),
        'VALIDATION_ERROR',
      );
  });

  it('too many at once', async () => {
    const keys = (count: number) => ({
      composite_ids: Array.from({ length: count }, () => 'url-db:tech-articles:1'),
    });
    refuses(await urlDb.call('POST /nodes/batch', keys(101)), 'VALIDATION_ERROR');
    const hundred = await urlDb.call('POST /nodes/batch', keys(100));
    expect(hundred.body.nodes).toHaveLength(100);
    expect((await urlDb.call('POST /nodes/batch', keys(0))).body).toEqual({
      nodes: [],
      not_found: [],
    });
    const nodes = Array.from({ length: 1001 }, () => ({ domain_name: 'a', url: 'https://a.com/' }));
    refuses(await urlDb.call('POST /nodes/batch-create', { nodes }), 'VALIDATION_ERROR');
    refuses(await urlDb.call('POST /nodes/batch-create', { nodes: [] }), 'VALIDATION_ERROR');
  });

  it('malformed keys in a batch are not found, in their order', async () => {
    const composite_ids = [...malformedKeys, 'url-db:tech-articles:1', 'url-db:recipes:1'];
    const { status, body } = await urlDb.call('POST /nodes/batch', { composite_ids });
    expect(status).toBe(200);
    expect(body.nodes).toHaveLength(1);
    expect(body.not_found).toEqual([...malformedKeys, 'url-db:recipes:1']);
  });

  it('values that their attributes do not take', async () => {
    const path = '/nodes/url-db:tech-articles:1/attributes';
    const wrong: readonly (readonly [object[], string])[] = [
      [[{ name: 'category', value: 'a,b' }], 'attributes[0].value'],
      [[{ name: 'category', value: '' }], 'attributes[0].value'],
      [[{ name: 'category', value: 'a'.repeat(51) }], 'attributes[0].value'],
      [[{ name: '', value: 'a' }], 'attributes[0].name'],
      [[{ name: 'a\nb', value: 'a' }], 'attributes[0].name'],
      [[{ name: 'category', value: 4.5 }], 'attributes[0].value'],
      [[{ name: 'category' }], 'attributes[0].value'],
      [[{ name: 'category', value: 'a', order_index: 0 }], 'attributes[0].order_index'],
      [[{ name: 'category', value: 'a', order_index: -1 }], 'attributes[0].order_index'],
      [
        [
          { name: 'fine', value: 'a' },
          { name: 'category', value: 'a|b' },
        ],
        'attributes[1].value',
      ],
    ];
    for (const [attributes, field] of wrong) {
      const answer = await urlDb.call(`PUT ${path}`, { attributes });
      refuses(answer, 'VALIDATION_ERROR');
      expect(fieldsOf(answer)).toEqual([field]);
    }
    refuses(await urlDb.call(`DELETE ${path}/nothing`), 'ATTRIBUTE_NOT_FOUND', { name: 'nothing' });
  });

  it('subscriptions that nothing can be sent to', async () => {
    const endpoints = ['', 'example.com', 'ftp://example.com/', 'https://user:pw@example.com/'];
    for (const endpoint of endpoints)
      refuses(await urlDb.call('POST /subscriptions', { endpoint }), 'VALIDATION_ERROR');
  });
});
