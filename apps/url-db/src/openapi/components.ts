import * as z from 'zod';
import { definition, nodeAttributes } from '../schemas/attributes.ts';
import { dependency, dependencyWithNode } from '../schemas/dependencies.ts';
import { koreanDescription } from '../schemas/described.ts';
import { domain } from '../schemas/domains.ts';
import { event } from '../schemas/events.ts';
import { node } from '../schemas/nodes.ts';
import { delivery, subscription, subscriptionWithSecret } from '../schemas/subscriptions.ts';
import type { Language } from '../types.ts';

/** What has a name of its own in the document, and is pointed to wherever it stands. */
const named: readonly (readonly [string, z.ZodType])[] = [
  ['Domain', domain],
  ['Node', node],
  ['NodeAttributes', nodeAttributes],
  ['DomainAttribute', definition],
  ['Dependency', dependency],
  ['DependencyWithNode', dependencyWithNode],
  ['Event', event],
  ['Subscription', subscription],
  ['NewSubscription', subscriptionWithSecret],
  ['Delivery', delivery],
];
const names = new Map<unknown, string>(named.map(([name, schema]) => [schema, name]));

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A schema as JSON Schema, with names instead of what has one. Answers may grow, so their objects are left open. */
export function jsonSchemaOf(schema: z.ZodType, language: Language): JsonSchema {
  return convert(schema, names, language);
}

/** The schemas behind the names. */
export function namedSchemas(language: Language): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    named.map(([name, schema]) => {
      const others = new Map([...names].filter(([one]) => one !== schema));
      return [name, convert(schema, others, language)];
    }),
  );
}

function convert(
  schema: z.ZodType,
  known: ReadonlyMap<unknown, string>,
  language: Language,
): JsonSchema {
  const { $schema: _, ...converted } = z.toJSONSchema(schema, {
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      const name = known.get(zodSchema);
      if (name !== undefined) {
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
        jsonSchema.$ref = `#/components/schemas/${name}`;
      }
      const words = language === 'ko' && koreanDescription(zodSchema);
      if (words) jsonSchema.description = words;
      // zod's bounds of whole numbers say nothing to people.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return converted;
}
