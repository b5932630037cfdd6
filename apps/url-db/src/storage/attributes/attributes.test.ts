import { describe, expect, it } from 'vitest';
import { testEngines, useUrlStores } from '../../testing/store-fixture.ts';
import type { AttributeInput } from '../store.ts';

describe.each(testEngines)('attributes on %s', (_engine, start) => {
  const stores = useUrlStores(start);
  const create = async () => {
    const made = await stores.create();
    const { store } = made;
    await store.createDomain({ name: 'one', description: null });
    await store.createDomain({ name: 'two', description: null });
    for (const domainName of ['one', 'two'])
      await store.createNode({
        domainName,
        url: 'https://example.com/',
        title: 'x',
        description: null,
      });
    const set = (inputs: readonly AttributeInput[], allowed = true) =>
      store.setAttributes('one', 1, inputs, { create: allowed });
    return { ...made, set };
  };
  const definition = { domainName: 'one', name: 'color', type: 'tag', description: null } as const;

  it('are defined in a domain, once by each name', async () => {
    const { store, clock } = await create();
    const defined = await store.createAttributeDefinition({ ...definition, description: '색' });
    const expected = {
      id: 1,
      ...definition,
      description: '색',
      createdAt: clock.at,
      updatedAt: clock.at,
    };
    expect(defined).toEqual(expected);
    const duplicate = await store.createAttributeDefinition({ ...definition, type: 'number' });
    expect(duplicate).toEqual({ duplicate: expected });
    const elsewhere = await store.createAttributeDefinition({ ...definition, domainName: 'two' });
    expect(elsewhere).toMatchObject({ domainName: 'two' });
    expect(await store.createAttributeDefinition({ ...definition, domainName: 'nobody' })).toBe(
      'no_domain',
    );
    await store.createAttributeDefinition({ ...definition, name: 'age', type: 'number' });
    const names = (await store.listAttributeDefinitions('one'))?.map(({ name }) => name);
    expect(names).toEqual(['age', 'color']);
    expect(await store.listAttributeDefinitions('nobody')).toBeUndefined();
    expect(await store.getAttributeDefinition('one', 1)).toEqual(expected);
    expect(await store.getAttributeDefinition('two', 1)).toBeUndefined();
    expect(await store.getAttributeDefinition('one', 1e19)).toBeUndefined();
  });

  it('change name and description, never to a name that is taken', async () => {
    const { store, clock, set } = await create();
    await store.createAttributeDefinition(definition);
    await store.createAttributeDefinition({ ...definition, name: 'age', type: 'number' });
    await set([{ name: 'color', value: 'red' }]);
    clock.at += 1000;
    expect(await store.updateAttributeDefinition('one', 1, { name: 'colour' })).toMatchObject({
      name: 'colour',
      description: null,
      updatedAt: clock.at,
    });
    expect(await store.getAttributes('one', 1)).toMatchObject([{ name: 'colour', value: 'red' }]);
    const taken = await store.updateAttributeDefinition('one', 1, { name: 'age' });
    expect(taken).toMatchObject({ duplicate: { name: 'age' } });
    expect(await store.updateAttributeDefinition('two', 1, { name: 'x' })).toBeUndefined();
    expect(await store.updateAttributeDefinition('one', 1, { description: 'd' })).toMatchObject({
      name: 'colour',
      description: 'd',
    });
  });

  it('are set by name: the named ones are replaced, the others stay', async () => {
    const { store, set } = await create();
    await set([
      { name: 'category', value: ' JavaScript' },
      { name: 'category', value: 'web' },
      { name: 'rating', value: '4.5' },
    ]);
    const outcome = await set([{ name: 'category', value: 'rust' }]);
    const expected = [
      { name: 'category', type: 'tag', value: 'rust', orderIndex: null },
      { name: 'rating', type: 'number', value: '4.5', orderIndex: null },
    ];
    expect(outcome).toEqual({ attributes: expected });
    expect(await store.getAttributes('one', 1)).toEqual(expected);
    expect(await store.getAttributes('two', 2)).toEqual([]);
    expect(await store.getAttributes('two', 1)).toBeUndefined();
    const keys = [
      { domainName: 'two', id: 2 },
      { domainName: 'two', id: 3 },
      { domainName: 'one', id: 1 },
    ];
    expect(await store.getAttributesOf(keys)).toEqual([[], undefined, expected]);
    expect(await store.setAttributes('two', 1, [], { create: true })).toBe('missing');
  });

  it('get a type that fits when nobody defined them', async () => {
    const { store, set } = await create();
    await set([
      { name: 'category', value: 'javascript' },
      { name: 'rating', value: '4.5' },
      { name: 'note', value: '# a\nb' },
      { name: 'summary', value: 'a, b' },
      { name: 'steps', value: 'second', orderIndex: 1 },
      { name: 'steps', value: 'first', orderIndex: 0 },
    ]);
    const types = (await store.listAttributeDefinitions('one'))?.map(({ name, type }) => [
      name,
      type,
    ]);
    expect(types).toEqual([
      ['category', 'tag'],
      ['note', 'markdown'],
      ['rating', 'number'],
      ['steps', 'ordered_tag'],
      ['summary', 'string'],
    ]);
    const steps = (await store.getAttributes('one', 1))?.filter(({ name }) => name === 'steps');
    expect(steps).toMatchObject([
      { value: 'first', orderIndex: 0 },
      { value: 'second', orderIndex: 1 },
    ]);
  });

  it('change all or nothing', async () => {
    const { store, set } = await create();
    await set([
      { name: 'category', value: 'before' },
      { name: 'rating', value: '1' },
    ]);
    const before = await store.getAttributes('one', 1);
    const events = await store.lastEventId();
    const failed = await set([
      { name: 'category', value: 'after' },
      { name: 'new', value: 'x' },
      { name: 'rating', value: 'many' },
      { name: ' bad', value: 'x' },
    ]);
    expect(failed).toEqual({
      issues: [
        { index: 2, name: 'rating', type: 'number', problem: 'not_a_number', field: 'value' },
        { index: 3, name: ' bad', type: 'tag', problem: 'bad_name', field: 'name' },
      ],
    });
    expect(await store.getAttributes('one', 1)).toEqual(before);
    expect(await store.listAttributeDefinitions('one')).toHaveLength(2);

    expect(
      await set(
        [
          { name: 'rating', value: '2' },
          { name: 'no', value: 'x' },
        ],
        false,
      ),
    ).toEqual({
      undefinedNames: ['no'],
    });
    expect(await store.getAttributes('one', 1)).toEqual(before);
    expect(await store.lastEventId()).toBe(events);
  });

  it('are taken away by name', async () => {
    const { store, set } = await create();
    await set([
      { name: 'category', value: 'a' },
      { name: 'category', value: 'b' },
      { name: 'rating', value: '1' },
    ]);
    expect(await store.deleteAttribute('one', 1, 'category')).toBe('deleted');
    expect(await store.deleteAttribute('one', 1, 'category')).toBe('no_attribute');
    expect(await store.deleteAttribute('one', 1, 'nothing')).toBe('no_attribute');
    expect(await store.deleteAttribute('two', 1, 'category')).toBe('missing');
    expect(await store.getAttributes('one', 1)).toMatchObject([{ name: 'rating' }]);
  });

  it('are no longer defined when nobody uses them, or by force', async () => {
    const { store, set } = await create();
    await set([{ name: 'category', value: 'a' }]);
    expect(await store.deleteAttributeDefinition('two', 1, { force: true })).toBe('missing');
    expect(await store.deleteAttributeDefinition('one', 1, { force: false })).toBe('in_use');
    expect(await store.deleteAttributeDefinition('one', 1, { force: true })).toBe('deleted');
    expect(await store.getAttributes('one', 1)).toEqual([]);
    await set([{ name: 'category', value: '1' }]);
    expect(await store.listAttributeDefinitions('one')).toMatchObject([{ id: 2, type: 'number' }]);
  });

  it('may be images of 10 MB', async () => {
    const { store } = await create();
    const image = `data:image/png;base64,${Buffer.alloc(10 * 1024 * 1024, 7).toString('base64')}`;
    await store.createAttributeDefinition({ ...definition, name: 'cover', type: 'image' });
    await store.setAttributes('one', 1, [{ name: 'cover', value: image }], { create: false });
    const [value] = (await store.getAttributes('one', 1)) ?? [];
    expect(value?.value === image).toBe(true);
    const [event] = (await store.readEvents(0, 100)).slice(-1);
    expect(event).toMatchObject({
      type: 'attribute.changed',
      data: { attributes: [{ name: 'cover', value: '' }] },
    });
  });
});
