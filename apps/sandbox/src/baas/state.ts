import type { Seed } from '../seed/seed.ts';

/** One accepted request: its messages have consecutive ids. */
export interface Group {
  readonly id: number;
  /** Who may ask for it: a digest of the key. */
  readonly owner: string;
  readonly firstMessageId: number;
  readonly count: number;
}

/** A person registered by `POST /recipient/{project_id}` or by the seed. `id` is the `member_code`. */
export interface RegisteredRecipient {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly phone: string;
  readonly description: string;
  readonly data: string;
  readonly createdAt: string;
}

export interface BaasStateData {
  readonly nextGroupId: number;
  readonly groups: readonly Group[];
  readonly recipients: readonly RegisteredRecipient[];
}

export type BaasState = ReturnType<typeof createBaasState>;

const firstGroupId = 10_001;

/** Groups and registered recipients, at most `keep` of each: the oldest give way. */
export function createBaasState(seed: Seed, keep: number) {
  const groups = new Map<number, Group>();
  const recipients = new Map<string, RegisteredRecipient>();
  const byPhone = new Map<string, RegisteredRecipient>();
  let nextGroupId = firstGroupId;

  function register(recipient: RegisteredRecipient): void {
    const [oldest] = recipients.values();
    if (oldest !== undefined && recipients.size >= keep) {
      recipients.delete(oldest.id);
      byPhone.delete(phoneKey(oldest.projectId, oldest.phone));
    }
    recipients.set(recipient.id, recipient);
    byPhone.set(phoneKey(recipient.projectId, recipient.phone), recipient);
  }

  function load(data: BaasStateData): void {
    groups.clear();
    recipients.clear();
    byPhone.clear();
    nextGroupId = data.nextGroupId;
    for (const group of data.groups) groups.set(group.id, group);
    for (const recipient of data.recipients) register(recipient);
  }

  function reset(): void {
    load({ nextGroupId: firstGroupId, groups: [], recipients: seededRecipients(seed) });
  }

  reset();
  return {
    addGroup(owner: string, firstMessageId: number, count: number): number {
      const id = nextGroupId;
      nextGroupId += 1;
      const [oldest] = groups.keys();
      if (oldest !== undefined && groups.size >= keep) groups.delete(oldest);
      groups.set(id, { id, owner, firstMessageId, count });
      return id;
    },
    nextGroupId: () => nextGroupId,
    group: (id: number): Group | undefined => groups.get(id),
    /** Whether there was a group with this id, kept or not. */
    hadGroup: (id: number): boolean => id >= firstGroupId && id < nextGroupId,
    register,
    recipient: (memberCode: string): RegisteredRecipient | undefined => recipients.get(memberCode),
    recipientWithPhone: (projectId: string, phone: string): RegisteredRecipient | undefined =>
      byPhone.get(phoneKey(projectId, phone)),
    reset,
    load,
    save: (): BaasStateData => ({
      nextGroupId,
      groups: [...groups.values()],
      recipients: [...recipients.values()],
    }),
  };
}

function phoneKey(projectId: string, phone: string): string {
  return `${projectId} ${phone}`;
}

function seededRecipients(seed: Seed): RegisteredRecipient[] {
  return (seed.baas?.accounts ?? []).flatMap(({ projects, recipients = [] }) =>
    recipients.map(({ memberCode, name, phone }) => ({
      id: memberCode,
      projectId: projects[0] ?? '',
      name,
      phone,
      description: ' ',
      data: '{}',
      createdAt: new Date(0).toISOString(),
    })),
  );
}
