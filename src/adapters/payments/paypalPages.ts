/** Languages that PayPal's pages are asked for in; any other, as PayPal thinks best. */
export const PAGE_LOCALES: Readonly<Record<string, string>> = {
  en: 'en-US',
  he: 'he-IL',
  ru: 'ru-RU',
}
