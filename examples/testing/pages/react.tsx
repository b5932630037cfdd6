import { createRoot } from 'react-dom/client';
import { CampaignPage } from '../../campaign-page/react/campaign-page.tsx';
import { DeliveryStatus } from '../../status-endpoint/react/delivery-status.tsx';
import { VerificationForm } from '../../verification-service/react/verification-form.tsx';

const { pathname, hash } = location;
const pages = {
  '/verification': <VerificationForm />,
  '/campaign': <CampaignPage />,
  '/status': <DeliveryStatus link={hash.slice(1)} />,
};

createRoot(document.body.appendChild(document.createElement('main'))).render(
  pages[pathname as keyof typeof pages],
);
