import type { Locale } from '../tenancy/locales'

/** Why money of a place goes back that its learner moved, as its buyer reads it: the new one costs less, or the place was gone when the move was paid. */
export const MOVE_REASONS: Record<Locale, { costsLess: (title: string) => string; gone: string }> =
  {
    en: {
      costsLess: (title) => `The place was moved to “${title}”, which costs less.`,
      gone: 'The place could not be moved any more. What was paid for the move goes back.',
    },
    he: {
      costsLess: (title) => `המקום הועבר אל ״${title}״, שעולה פחות.`,
      gone: 'כבר לא היה אפשר להעביר את המקום. מה ששולם על ההעברה מוחזר.',
    },
    ru: {
      costsLess: (title) => `Место перенесено в «${title}», оно стоит дешевле.`,
      gone: 'Перенести место уже не удалось. То, что заплатили за перенос, возвращается.',
    },
  }
