import type { StartWords } from './english'

/** The start page in Hebrew. */
export const hebrew: StartWords = {
  about: (school) => `מה מחכה ב־${school}, ואיך עברו 30 הימים האחרונים.`,
  all: 'הכול',
  amount: 'שולם',
  asTable: 'כטבלה',
  average: (percent) => `התקדמות ממוצעת ${percent}`,
  change: (percent, number) =>
    percent === null
      ? 'אין נתונים קודמים להשוואה'
      : percent === 0
        ? 'כמו ב־30 הימים שלפני כן'
        : `${number.format(Math.abs(percent))}% ${percent > 0 ? 'יותר' : 'פחות'} מאשר ב־30 הימים שלפני כן`,
  chart: (sum, most) =>
    `מכירות ב־30 הימים האחרונים לפי יום: בסך הכול ${sum}, ביום הטוב ביותר ${most}.`,
  day: 'יום',
  done: 'הושלם',
  draftsTitle: (total) => (total > 0 ? `עדיין לא פורסם: ${total}` : 'עדיין לא פורסם'),
  hello: (name) => (name ? `שלום, ${name}` : 'שלום'),
  holds: (courses, accounts) => `קורסים: ${courses} · חשבונות: ${accounts}`,
  kind: { courses: 'קורס', lessons: 'שיעור', pages: 'עמוד', quizzes: 'בוחן' },
  noDrafts: 'כל מה שנכתב פורסם.',
  noOrders: 'הזמנות יופיעו כאן כשיגיעו.',
  noSales: 'לא היו מכירות ב־30 הימים האחרונים. הן יופיעו כאן לפי יום.',
  noSchools: 'עדיין אין בתי ספר.',
  noStuck: 'אין מי שעצרו באמצע קורס.',
  numbers: {
    completions: 'קורסים שהושלמו',
    learners: 'לומדים חדשים',
    lessons: 'שיעורים שהושלמו',
    sales: 'מכירות',
  },
  numbersTitle: '30 הימים האחרונים',
  orders: 'הזמנות',
  ordersTitle: 'הזמנות אחרונות',
  platform: 'בתי הספר החדשים במערכת.',
  salesTitle: 'מכירות לפי יום, 30 הימים האחרונים',
  schoolsTitle: 'בתי ספר',
  status: {
    cancelled: 'בוטלה',
    expired: 'פג תוקף',
    failed: 'התשלום נכשל',
    paid: 'שולמה',
    pending: 'ממתינה לתשלום',
  },
  steps: {
    brand: { label: 'עיצוב המראה של בית הספר', why: 'צבע ולוגו, בכל עמוד, בכל הודעה ובכל תעודה.' },
    colleague: {
      label: 'צירוף אשת או איש צוות',
      why: 'פותחים חשבון עם תפקיד: הוראה, תמיכה או ניהול משותף.',
    },
    course: { label: 'יצירת הקורס הראשון', why: 'כותרת מספיקה כדי להתחיל.' },
    domain: { label: 'חיבור כתובת משלכם', why: 'כך מוצאים את בית הספר בשם ששייך לכם.' },
    home: { label: 'פרסום עמוד הבית', why: 'העמוד שכתובתו home הוא הדבר הראשון שרואים.' },
    lesson: { label: 'פרסום שיעור', why: 'אפשר ללמוד בקורס מרגע שמשהו בו פורסם.' },
    payments: {
      label: 'חיבור ספק תשלומים',
      why: 'עד אז רכישות עוברות בשער ניסיון וכסף אינו עובר. חיבור PayPal או Razorpay לוקח כמה דקות.',
    },
    price: { label: 'הצעת קורס למכירה', why: 'הצעה קובעת כמה עולה קורס, או שהוא בחינם.' },
  },
  stepsDone: (done, all) => `הושלמו ${done} מתוך ${all} שלבים`,
  stepsTitle: 'צעדים ראשונים',
  stuckTitle: 'לא נכנסו שבועיים ויותר',
  toDo: 'לביצוע',
  untitled: 'ללא כותרת',
}
