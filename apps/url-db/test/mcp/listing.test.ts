import { describe, expect, it } from 'vitest';
import { advertisedTools, toolOperations } from '../../src/mcp/advertised-tools.ts';

describe.each(['ko', 'en'] as const)('the list of tools, %s', (language) => {
  const tools = advertisedTools(language);

  it('is made once', () => {
    expect(advertisedTools(language)).toBe(tools);
  });

  it('stays affordable: an agent pays for it at every turn', () => {
    expect(tools.length).toBeLessThanOrEqual(20);
    const shownToModels = tools.map(({ outputSchema: _forPrograms, ...tool }) => tool);
    expect(JSON.stringify(shownToModels).length).toBeLessThan(15_000);
    expect(JSON.stringify(tools).length).toBeLessThan(26_000);
  });

  it('writes every schema out, for clients that follow no reference', () => {
    expect(JSON.stringify(tools)).not.toMatch(/\$ref|\$defs|"\$schema"/);
  });

  it('keeps the names of fields, whatever they are called', () => {
    const filter = tools.find(({ name }) => name === 'filter_nodes');
    expect(filter?.inputSchema.properties).toMatchObject({
      filters: {
        items: { properties: { name: {}, value: {}, operator: { enum: expect.any(Array) } } },
      },
    });
  });
});

it('is in Korean down to the last parameter', () => {
  const english = descriptionsOf(
    advertisedTools('ko').map(({ inputSchema }) => inputSchema),
  ).filter((description) => !/[가-힣]/.test(description));
  expect(english).toEqual([]);
});

it('says to whom a tool is dangerous, by what it does', () => {
  const hints = Object.fromEntries(
    toolOperations.map(({ name, tool }) => [name, [tool.readOnlyHint, tool.destructiveHint]]),
  );
  expect(hints).toMatchObject({
    list_nodes: [true, false],
    create_node: [false, false],
    delete_node: [false, true],
    delete_domain_attribute: [false, true],
  });
});

function descriptionsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'description' in value && typeof value.description === 'string';
  return [
    ...(own ? [value.description as string] : []),
    ...Object.values(value).flatMap(descriptionsOf),
  ];
}
