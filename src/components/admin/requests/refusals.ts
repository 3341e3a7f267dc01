import { wordsIn } from '../words'

const WHY: Record<'en' | 'he' | 'ru', Partial<Record<string, string>> & { other: string }> = {
  en: {
    alreadyOwned: 'has the course already',
    cohortClosed: 'the cohort takes nobody in any more',
    cohortFull: 'the cohort is full and has no waitlist',
    notForSale: 'the offer is not on sale',
    other: 'could not be decided',
    prerequisitesMissing: 'courses that come first are missing',
    requestClosed: 'was decided or withdrawn already',
  },
  he: {
    alreadyOwned: 'הקורס כבר ברשותם',
    cohortClosed: 'המחזור כבר לא מקבל מצטרפים',
    cohortFull: 'המחזור מלא ואין בו רשימת המתנה',
    notForSale: 'ההצעה אינה במכירה',
    other: 'לא ניתן היה להחליט',
    prerequisitesMissing: 'חסרים קורסים שבאים קודם',
    requestClosed: 'כבר הוחלט או בוטל',
  },
  ru: {
    alreadyOwned: 'курс уже есть',
    cohortClosed: 'в поток больше не принимают',
    cohortFull: 'в потоке нет мест и листа ожидания',
    notForSale: 'предложение не продаётся',
    other: 'не удалось решить',
    prerequisitesMissing: 'не пройдены курсы, которые идут раньше',
    requestClosed: 'уже решено или отозвано',
  },
}

/** Why some requests could not be decided on, each reason once with how often it was given. */
export const refusalText = (refused: readonly { code: string }[], language: string): string[] => {
  const words = wordsIn(language, WHY)
  const counts = new Map<string, number>()
  for (const { code } of refused) {
    const why = words[code] ?? words.other
    counts.set(why, (counts.get(why) ?? 0) + 1)
  }

  return [...counts].map(([why, count]) => `${String(count)}: ${why}`)
}
