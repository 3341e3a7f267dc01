import type { SeedSchool } from '../types'

import { ofekShowcase } from './ofekShowcase'

/** The Hebrew demo school: ceramics, in shekels. */
export const ofek: SeedSchool = {
  name: 'אופק – בית ספר לקרמיקה',
  slug: 'ofek',
  categories: [
    {
      name: 'קרמיקה',
      slug: 'keramika',
      description: 'מהגוש הראשון ועד הכלי שיוצא מהתנור.',
    },
    {
      name: 'אובניים',
      slug: 'ovnayim',
      below: 'keramika',
      description: 'לשבת, למרכז, למשוך.',
    },
    {
      name: 'זיגוג ושריפה',
      slug: 'zigug',
      below: 'keramika',
    },
  ],
  coupon: { code: 'SHALOM10', percentOff: 10 },
  courses: [
    {
      slug: 'yesodot-haovnayim',
      audience: ['מי שעוד לא ישבו ליד אובניים', 'מי שמרכזים בכוח ורוצים להפסיק'],
      categories: ['ovnayim'],
      cover: 'cover-layers.webp',
      coverAlt: 'גבעות רכות בגוני חום וחול',
      description: [
        'הקורס הזה מלמד את הגוף לפני הידיים: איך לשבת, איך לנשום, ואיך לתת לחומר להתמרכז בקצב שלו.',
        '# מה יש בקורס',
        'סרטונים קצרים, תרגול אחד בכל שיעור, ובוחן קצר בסוף.',
      ],
      faq: [
        {
          answer: 'כן, או גישה לסטודיו. את ההרגלים של הגוף אפשר לתרגל גם בלעדיהן.',
          question: 'צריך אובניים בבית?',
        },
      ],
      level: 'beginner',
      offer: { amount: 18900, title: 'הקורס המלא' },
      outcomes: [
        'למרכז גוש חומר של קילו בלי מאבק',
        'למשוך דופן אחידה',
        'לסיים כלי ולהוריד אותו מהאובניים',
      ],
      plan: { amount: 18900, payments: 3, title: 'בשלושה תשלומים' },
      requirements: ['שני קילו חומר', 'סבלנות'],
      reviews: [
        {
          by: 'yael@ofek.test',
          reply: 'תודה יעל. השיעור על המרכוז נולד בדיוק מהשאלות האלה.',
          stars: 5,
          text: 'אחרי שנתיים של מאבק עם החומר, בשיעור השני הוא פשוט התמרכז.',
        },
        {
          by: 'amir@ofek.test',
          stars: 4,
          text: 'קצר ומדויק. הייתי שמח לעוד סרטון על משיכת דופן.',
        },
      ],
      sections: [
        {
          lessons: [
            {
              body: ['צפייה אחת, בלי ידיים. רק לראות איפה המרפקים נשענים.'],
              isPreview: true,
              title: 'הישיבה והנשימה',
              video: true,
            },
            {
              body: [
                'מרכוז הוא לא כוח אלא סבלנות. הידיים יציבות, והחומר מגיע אליהן.',
                '# תרגול',
                '- עשר פעמים גוש של חצי קילו, בלי לפתוח.',
                '- לעצור כשהחומר שקט מתחת לכף היד.',
              ],
              resources: [
                { file: 'cover-stones.webp', title: 'תרשים התנוחה, להדפסה' },
                {
                  title: 'על גלגל האובניים ותולדותיו',
                  url: 'https://he.wikipedia.org/wiki/%D7%90%D7%95%D7%91%D7%A0%D7%99%D7%99%D7%9D',
                },
              ],
              title: 'מרכוז',
            },
          ],
          title: 'מתחילים',
        },
        {
          lessons: [
            {
              body: ['פותחים לאט, משאירים תחתית של סנטימטר, ומושכים דופן בשלוש משיכות.'],
              title: 'מפתיחה לדופן',
            },
            {
              quiz: {
                passMark: 70,
                questions: [
                  {
                    answers: ['*המרפקים', 'כפות הידיים', 'הכתפיים'],
                    explanation: 'מרפק נשען הוא יד יציבה.',
                    prompt: 'מה נשען על הגוף בזמן מרכוז?',
                  },
                  {
                    answers: ['*מהירות קבועה של הידיים', '*מים במידה', 'לחיצה חזקה יותר למעלה'],
                    explanation: 'לחץ משתנה הוא דופן משתנה.',
                    prompt: 'מה עוזר לדופן אחידה?',
                  },
                ],
              },
              title: 'בוחן מסכם',
            },
          ],
          title: 'כלי ראשון',
        },
      ],
      summary: 'ארבעה שיעורים קצרים: ישיבה, מרכוז, דופן ראשונה וכלי ראשון.',
      title: 'יסודות האובניים',
    },
    {
      slug: 'zigug-babayit',
      categories: ['zigug'],
      cover: 'cover-grid.webp',
      coverAlt: 'מעגלים של נקודות על רקע סגול',
      description: [
        'ארבעה זיגוגים פשוטים שאפשר לערבב במטבח, וכל מה שצריך לדעת כדי לעשות זאת בבטחה.',
      ],
      level: 'intermediate',
      offer: { amount: 14900, title: 'הקורס המלא' },
      outcomes: ['לערבב זיגוג לפי מתכון', 'לטבול בלי טיפות'],
      sections: [
        {
          lessons: [
            {
              body: ['מסכה, כפפות, ושולחן שאפשר לשטוף. זה הכול.'],
              isPreview: true,
              title: 'לפני שמתחילים',
            },
          ],
          title: 'בטיחות וחומרים',
        },
      ],
      summary: 'ארבעה זיגוגים פשוטים, ושולחן מטבח אחד.',
      title: 'זיגוג בבית',
    },
  ],
  home: {
    callToAction: {
      buttonLabel: 'לכל הקורסים',
      detail: 'השיעור הראשון בכל קורס פתוח לכולם.',
      heading: 'הידיים כבר יודעות',
    },
    coursesHeading: 'קורסים',
    faq: [
      {
        answer: 'לקורס הראשון כן, או גישה לסטודיו. לקורס הזיגוג מספיק שולחן.',
        question: 'צריך אובניים בבית?',
      },
      { answer: 'לתמיד. קונים פעם אחת וחוזרים מתי שרוצים.', question: 'לכמה זמן הגישה?' },
    ],
    faqHeading: 'שאלות נפוצות',
    hero: {
      buttonLabel: 'להתחיל מהיסודות',
      detail: 'קורסים קצרים ומדויקים בקרמיקה, ממי שעוסקים בה בכל יום.',
      image: 'cover-arcs.webp',
      imageAlt: 'אריחים של רבעי עיגול בירוק ובחרדל',
      promise: 'לתת לחומר להתמרכז בקצב שלו',
    },
    testimonials: [
      {
        name: 'יעל מ.',
        quote: 'אחרי שנתיים של ניסיונות, הכלי הראשון שעמד.',
        role: 'יסודות האובניים',
      },
    ],
    testimonialsHeading: 'מספרים עלינו',
    title: 'דף הבית',
  },
  instructor: {
    name: 'תמר אלון',
    slug: 'tamar-alon',
    bio: 'קדרית כבר עשרים שנה, ומורה רוב הזמן הזה. הסטודיו שלי קטן, והאובניים בו לא נחים.\n\nאני מלמדת את הגוף לפני הידיים, כי הידיים כבר יודעות.',
    certifications: [{ issuer: 'המרכז לאמנות החומר', title: 'תעודת הוראה', year: 2009 }],
    credentials: ['תואר ראשון בעיצוב קרמי, ירושלים', 'תערוכת יחיד, תל אביב, 2018'],
    headline: 'קדרית ומורה',
    history: [
      { place: 'אופק', role: 'מייסדת ומורה', since: 2017 },
      { place: 'בית הספר לאמנות, חיפה', role: 'קדרות', since: 2009, until: 2017 },
    ],
  },
  people: [
    { name: 'תמר אלון', email: 'owner@ofek.test', roles: ['owner', 'instructor', 'student'] },
    { name: 'נועם לוי', email: 'student@ofek.test', roles: ['student'] },
    { name: 'יעל ברק', email: 'yael@ofek.test', roles: ['student'] },
    { name: 'אמיר חדד', email: 'amir@ofek.test', roles: ['student'] },
    { name: 'דנה כהן', email: 'dana@ofek.test', roles: ['student'] },
    { name: 'עומר שגב', email: 'omer@ofek.test', roles: ['student'] },
    { name: 'ליאור פרץ', email: 'lior@ofek.test', roles: ['student'] },
  ],
  settings: {
    accent: '#b4532a',
    currency: 'ILS',
    fontPair: 'friendly',
    locale: 'he',
    profile: {
      accreditation: 'חברים באיגוד הקדרים בישראל',
      address: 'רחוב היוצרים 7, יפו',
      phone: '+972 3 555 0187',
      socials: 'https://www.instagram.com/ofek.ceramics',
      story:
        'אופק נולד בחצר אחת ביפו, עם שתי אובניים ותנור אחד.\n\nאנחנו מלמדים לאט: שיעור קצר, תרגול אחד, ואז עוד פעם. כל קורס נבנה בסטודיו ונבדק על ידיים אמיתיות.',
    },
    radius: '16',
    tagline: 'קורסים קצרים ומדויקים בקרמיקה.',
    timeZone: 'Asia/Jerusalem',
  },
  showcase: ofekShowcase,
  video: 'lesson-he.mp4',
}
