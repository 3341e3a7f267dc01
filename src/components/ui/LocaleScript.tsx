import { LOCALE_SCRIPT } from '@/domain/pages/localeScript'

/** Goes into `head`: whoever comes to the address that a page has in a language reads on in it. */
export const LocaleScript = () => <script dangerouslySetInnerHTML={{ __html: LOCALE_SCRIPT }} />
