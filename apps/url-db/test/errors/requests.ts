import type { Operation } from '../../src/operations/define-operation.ts';
import { samples } from './samples.ts';

/** The line of an operation with the sample's values in its path, some of them replaced. */
export function lineOf(
  { name, rest }: Operation,
  replaced: Readonly<Record<string, string>> = {},
): string {
  const values = { ...samples[name]?.values, ...replaced };
  const path = rest.path.replace(/\{(\w+)\}/g, (_, field: string) =>
    encodeURIComponent(values[field] ?? ''),
  );
  return `${rest.method} ${path}`;
}

export function bodyOf({ name }: Operation): Readonly<Record<string, unknown>> | undefined {
  return samples[name]?.body;
}

export function takesBody({ rest }: Operation): boolean {
  return rest.method === 'POST' || rest.method === 'PUT';
}

/** What is deleted goes last, the small before what holds it, so that every sample finds what it asks for. */
export function deletedLast<One extends Operation>(operations: readonly One[]): readonly One[] {
  const last = [
    'delete_node_attribute',
    'delete_domain_attribute',
    'delete_dependency',
    'delete_subscription',
    'delete_domain',
    'delete_node',
  ];
  return operations.toSorted((a, b) => last.indexOf(a.name) - last.indexOf(b.name));
}
