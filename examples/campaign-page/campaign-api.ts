export interface CampaignForm {
  /** The operator's word of admission, not the provider's key: that one never reaches a browser. */
  readonly token: string;
  readonly recipients: string;
  readonly text: string;
  readonly advertising: boolean;
  readonly nightConsent: boolean;
}

export interface Preview {
  readonly ok: boolean;
  readonly kind: 'SMS' | 'LMS' | 'MMS' | null;
  readonly bytes: number;
  readonly recipients: number;
  /** In words: what stops it, and what a sender should know. */
  readonly issues: readonly string[];
}

export interface Sent {
  readonly state: 'accepted' | 'unknown';
  readonly duplicate: boolean;
  readonly receipt?: {
    readonly id: string;
    readonly accepted: number;
    readonly rejected: number;
    readonly unknown: number;
  };
}

export interface Progress {
  readonly total: number;
  readonly delivered: number;
  readonly failed: number;
  readonly pending: number;
}

/** The three calls of the page. Each throws an Error with the server's words where the server says no. */
export function createCampaignApi(fetch = globalThis.fetch) {
  async function call<T>(path: string, token: string, body?: object): Promise<T> {
    const response = await fetch(`/api/campaigns${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & { message?: string };
    if (!response.ok) throw new Error(answer.message ?? `HTTP ${response.status}`);
    return answer;
  }

  return {
    check: ({ token, ...form }: CampaignForm) => call<Preview>('/check', token, form),
    send: ({ token, ...form }: CampaignForm, campaignId: string, confirmedRecipients: number) =>
      call<Sent>('', token, { ...form, campaignId, confirmedRecipients }),
    progress: (token: string, id: string) => call<Progress>(`/${encodeURIComponent(id)}`, token),
  };
}
