import { createApp, h } from 'vue';
import CampaignPage from '../../campaign-page/vue/CampaignPage.vue';
import DeliveryStatus from '../../status-endpoint/vue/DeliveryStatus.vue';
import VerificationForm from '../../verification-service/vue/VerificationForm.vue';

const { pathname, hash } = location;
const pages = {
  '/verification': () => h(VerificationForm),
  '/campaign': () => h(CampaignPage),
  '/status': () => h(DeliveryStatus, { link: hash.slice(1) }),
};

createApp(pages[pathname as keyof typeof pages]).mount(
  document.body.appendChild(document.createElement('main')),
);
