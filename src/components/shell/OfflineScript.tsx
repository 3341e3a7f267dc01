import { OFFLINE_SCRIPT } from '@/domain/tenancy/offlineWorker'

/** Lets the browser keep the page that says there is no network. */
export const OfflineScript = () => <script dangerouslySetInnerHTML={{ __html: OFFLINE_SCRIPT }} />
