import { type CampaignForm, createCampaignApi, type Preview } from './campaign-api.ts';
import { pageTexts } from './page-texts.ts';

export interface PageState {
  readonly form: CampaignForm;
  readonly busy: boolean;
  /** What the server said of exactly this text and list. Only with it may they be sent. */
  readonly preview: Preview | undefined;
  /** Taken by the server: nothing more to press. */
  readonly closed: boolean;
  readonly message: string;
}

const empty: CampaignForm = {
  token: '',
  recipients: '',
  text: '',
  advertising: true,
  nightConsent: false,
};

/** The page without a framework; React and Vue only draw it. Write, check, confirm, send, watch. */
export function createCampaignPage(api = createCampaignApi(), language: 'ko' | 'en' = 'ko') {
  const words = pageTexts[language];
  // One key for this form: however often "send" is pressed or the network fails, it is one campaign.
  const campaignId = crypto.randomUUID();
  const listeners = new Set<() => void>();
  let state: PageState = {
    form: empty,
    busy: false,
    preview: undefined,
    closed: false,
    message: '',
  };

  function change(next: Partial<PageState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  async function run(step: () => Promise<Partial<PageState>>): Promise<void> {
    if (state.busy || state.closed) return;
    change({ busy: true, message: '' });
    const next = await step().catch((error: Error) => ({
      message: `${error.message} ${words.noAnswer}`,
    }));
    change({ busy: false, ...next });
  }

  return {
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Takes the check back: what is sent is what was checked. */
    edit(patch: Partial<CampaignForm>): void {
      if (state.busy || state.closed) return;
      change({ form: { ...state.form, ...patch }, preview: undefined, message: '' });
    },

    check: () =>
      run(async () => {
        const preview = await api.check(state.form);
        return { preview, message: words.preview(preview) };
      }),

    async send(): Promise<void> {
      const { preview, form } = state;
      if (!preview?.ok) return;
      let id: string | undefined;
      await run(async () => {
        const sent = await api.send(form, campaignId, preview.recipients);
        id = sent.receipt?.id;
        return { closed: true, message: words.sent(sent) };
      });
      // Accepted is not delivered. Asks, ever more slowly, until nothing is under way.
      for (let delay = 1000; id && delay < 60_000; delay *= 1.5) {
        await new Promise((resolve) => setTimeout(resolve, delay));
        const progress = await api.progress(form.token, id).catch(() => undefined);
        if (progress) change({ message: words.progress(progress) });
        if (progress && progress.total > 0 && progress.pending === 0) return;
      }
    },
  };
}
