import { interactionPolicy } from 'oidc-provider';

const { Check, Prompt } = interactionPolicy;

/**
 * Every authorization asks the person, whoever logged in before: a client cannot ride on what another one was allowed.
 * The other prompts may be asked for and are answered by the same page.
 */
export const policy = [
  new Prompt(
    { name: 'consent', requestable: true },
    new Check(
      'always',
      'the person has to agree',
      'consent_required',
      ({ oidc }) => !oidc.result?.consent,
    ),
  ),
  new Prompt({ name: 'login', requestable: true }),
  new Prompt({ name: 'select_account', requestable: true }),
];
