import { parseKakaoSeed } from './parse-kakao-seed.ts';
import { parseTwilioSeed } from './parse-twilio-seed.ts';
import { fields, list, text, wrong } from './read-fields.ts';
import type { BaasAccount, BaasSeed, Seed, SeedRecipient } from './seed.ts';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Checks a seed from a file or a test; throws a `SandboxInputError` that names the wrong field. */
export function parseSeed(input: unknown): Seed {
  const { baas, twilio, kakao } = fields(input, 'seed', ['baas', 'twilio', 'kakao']);
  return {
    ...(baas !== undefined && { baas: parseBaas(baas) }),
    ...(twilio !== undefined && { twilio: parseTwilioSeed(twilio) }),
    ...(kakao !== undefined && { kakao: parseKakaoSeed(kakao) }),
  };
}

function parseBaas(input: unknown): BaasSeed {
  const { accounts } = fields(input, 'baas', ['accounts']);
  return accounts === undefined ? {} : { accounts: list(accounts, 'baas.accounts', parseAccount) };
}

function parseAccount(input: unknown, at: string): BaasAccount {
  const given = fields(input, at, [
    'key',
    'projects',
    'senders',
    'recipients',
    'requireRegisteredRecipients',
  ]);
  const projects = list(given.projects, `${at}.projects`, parseProject);
  if (projects.length === 0) throw wrong(`${at}.projects`, 'at least one UUID');
  const strict = given.requireRegisteredRecipients ?? false;
  if (typeof strict !== 'boolean')
    throw wrong(`${at}.requireRegisteredRecipients`, 'true or false');
  return {
    key: text(given.key, `${at}.key`),
    projects,
    senders: given.senders === undefined ? undefined : list(given.senders, `${at}.senders`, text),
    recipients:
      given.recipients === undefined
        ? undefined
        : list(given.recipients, `${at}.recipients`, parseRecipient),
    requireRegisteredRecipients: strict,
  };
}

function parseProject(input: unknown, at: string): string {
  if (typeof input !== 'string' || !uuid.test(input)) throw wrong(at, 'a UUID');
  return input.toLowerCase();
}

function parseRecipient(input: unknown, at: string): SeedRecipient {
  const { memberCode, name, phone } = fields(input, at, ['memberCode', 'name', 'phone']);
  if (typeof phone !== 'string' || !/^010-\d{4}-\d{4}$/.test(phone)) {
    throw wrong(`${at}.phone`, 'a number such as 010-1234-5678');
  }
  return {
    memberCode: text(memberCode, `${at}.memberCode`),
    name: text(name, `${at}.name`),
    phone,
  };
}
