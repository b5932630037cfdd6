/** The frameworks a prompt may ask for. `http` stands for every other language: raw requests and Python. */
export const frameworks = ['express', 'nextjs', 'react', 'vue', 'worker', 'http'] as const;
type Framework = (typeof frameworks)[number];

type Index = Readonly<Record<string, Readonly<Record<Framework, readonly string[]>>>>;

const answers = 'shared/answer.ts';
const http = ['shared/http/requests.http', 'shared/http/baas.py'];
const log = 'shared/log.ts';
const databases = ['shared/database.ts', 'shared/sqlite.ts'];
const d1 = ['shared/database.ts'];

const verification = [
  ...['verification-service/verification.ts', 'verification-service/code-store.ts'],
  ...['verification-service/texts.ts', answers, 'shared/signature.ts', log],
];
const verificationExpress = [
  ...verification,
  ...databases,
  ...['verification-service/express/app.ts', 'verification-service/express/start.ts'],
];

const orders = [
  ...['order-notices/order-notices.ts', 'order-notices/notice.ts', 'order-notices/order-event.ts'],
  ...['shared/send-once.ts', answers, 'shared/signature.ts', log],
];
const ordersExpress = [
  ...orders,
  ...databases,
  ...['order-notices/express/app.ts', 'order-notices/express/start.ts'],
];
const ordersNext = [...orders, ...databases, 'order-notices/nextjs/route.ts'];

const status = ['status-endpoint/status.ts', answers, 'shared/signature.ts', log];
const statusExpress = [
  ...status,
  ...['status-endpoint/express/app.ts', 'status-endpoint/express/start.ts'],
];
const statusPage = ['status-endpoint/poll-status.ts', 'status-endpoint/words.ts'];

const campaigns = [
  ...['campaign-page/campaigns.ts', 'campaign-page/recipients.ts', 'shared/send-once.ts'],
  ...[answers, 'shared/signature.ts', log],
];
const campaignsExpress = [
  ...campaigns,
  ...databases,
  ...['campaign-page/express/app.ts', 'campaign-page/express/start.ts'],
];
const page = [
  ...['campaign-page/page.ts', 'campaign-page/campaign-api.ts', 'campaign-page/page-texts.ts'],
];
const reactPage = [...page, 'campaign-page/react/campaign-page.tsx'];

/** Which files a prompt hands over, the most telling first. Browser frameworks come with the server they need. */
export const index = {
  sms_verification: {
    express: verificationExpress,
    nextjs: [...verification, ...databases, 'verification-service/nextjs/route.ts'],
    react: [
      ...['verification-service/react/verification-form.tsx', 'verification-service/form.ts'],
      ...verificationExpress,
    ],
    vue: [
      ...['verification-service/vue/VerificationForm.vue', 'verification-service/form.ts'],
      ...verificationExpress,
    ],
    worker: [...verification, ...d1, 'verification-service/worker/worker.ts'],
    http: ['verification-service/http/verification.py', ...http],
  },
  // Nothing of this belongs in a browser, so React gets the server of Next.js and Vue that of Express.
  order_notification: {
    express: ordersExpress,
    nextjs: ordersNext,
    react: ordersNext,
    vue: ordersExpress,
    worker: [...orders, ...d1, 'order-notices/worker/worker.ts'],
    http: ['order-notices/http/order_notices.py', ...http],
  },
  delivery_status_endpoint: {
    express: statusExpress,
    nextjs: [...status, 'status-endpoint/nextjs/route.ts'],
    react: ['status-endpoint/react/delivery-status.tsx', ...statusPage, ...statusExpress],
    vue: ['status-endpoint/vue/DeliveryStatus.vue', ...statusPage, ...statusExpress],
    worker: [...status, 'status-endpoint/worker/worker.ts'],
    http: ['status-endpoint/http/delivery_status.py', ...http],
  },
  campaign_dashboard: {
    express: campaignsExpress,
    nextjs: [
      ...campaigns,
      ...databases,
      ...['campaign-page/nextjs/route.ts', 'campaign-page/routes.ts', ...reactPage],
    ],
    react: [...reactPage, ...campaignsExpress],
    vue: [...page, 'campaign-page/vue/CampaignPage.vue', ...campaignsExpress],
    worker: [...campaigns, ...d1, 'campaign-page/worker/worker.ts', 'campaign-page/routes.ts'],
    http: ['campaign-page/http/campaign.py', ...http],
  },
} as const satisfies Index;
