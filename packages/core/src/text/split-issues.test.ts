import { expect, it } from 'vitest';
import type { Issue } from '../issue.ts';
import { splitIssues } from './split-issues.ts';

it('sorts issues into errors and warnings, in their order', () => {
  const issue = (code: Issue['code']): Issue => ({ code, field: 'text', message: '' });
  const [empty, long, retired, ad] = [
    issue('EMPTY_MESSAGE'),
    issue('LONGER_THAN_SMS'),
    issue('RETIRED_PREFIX'),
    issue('AD_RULE_VIOLATION'),
  ];
  expect(splitIssues([long, empty, retired, ad])).toEqual({
    errors: [empty, ad],
    warnings: [long, retired],
  });
});
