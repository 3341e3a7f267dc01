import type { Locale } from '../tenancy/locales'

/** Why access moved by a contested payment, as its learner reads it in the history of it. */
export const DISPUTE_REASONS: Record<Locale, Record<'pause' | 'remove' | 'resume', string>> = {
  en: {
    pause: 'The payment is contested at the bank. Access is paused until that is settled.',
    remove: 'The payment was taken back through the bank.',
    resume: 'The payment is no longer contested.',
  },
  he: {
    pause: 'הוגש ערעור על התשלום בבנק. הגישה מושהית עד להכרעה.',
    remove: 'התשלום נלקח בחזרה דרך הבנק.',
    resume: 'הערעור על התשלום הסתיים.',
  },
  ru: {
    pause: 'Платёж оспорен в банке. Доступ приостановлен, пока спор не решён.',
    remove: 'Платёж отозван через банк.',
    resume: 'Платёж больше не оспаривается.',
  },
}
