import type * as z from 'zod';
import type { definition, nodeAttributes } from '../../../src/schemas/attributes.ts';
import type { domain } from '../../../src/schemas/domains.ts';
import type { node, nodesPage } from '../../../src/schemas/nodes.ts';

// What the server answers, by its own schemas; none of their code comes into the page.

export type { AttributeType } from '../../../src/attributes/types.ts';
export type Domain = z.output<typeof domain>;
export type Node = z.output<typeof node>;
export type NodesPage = z.output<typeof nodesPage>;
export type Attribute = z.output<typeof nodeAttributes>['attributes'][number];
export type Definition = z.output<typeof definition>;

/** What is set; several with one name are several values of it. */
export interface AttributeInput {
  readonly name: string;
  readonly value: string;
  readonly order_index?: number;
}
