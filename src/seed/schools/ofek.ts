import type { SeedSchool } from '../types'

/** The Hebrew demo school: ceramics, in shekels. */
export const ofek: SeedSchool = {
  name: 'אופק – בית ספר לקרמיקה',
  slug: 'ofek',
  coupon: { code: 'SHALOM10', percentOff: 10 },
  courses: [
    {
      slug: 'yesodot-haovnayim',
      cover: 'cover-layers.webp',
      coverAlt: 'גבעות רכות בגוני חום וחול',
      description: [
        'הקורס הזה מלמד את הגוף לפני הידיים: איך לשבת, איך לנשום, ואיך לתת לחומר להתמרכז בקצב שלו.',
        '# מה יש בקורס',
        'סרטונים קצרים, תרגול אחד בכל שיעור, ובוחן קצר בסוף.',
      ],
      level: 'beginner',
      offer: { amount: 18900, title: 'הקורס המלא' },
      outcomes: [
        'למרכז גוש חומר של קילו בלי מאבק',
        'למשוך דופן אחידה',
        'לסיים כלי ולהוריד אותו מהאובניים',
      ],
      plan: { amount: 18900, payments: 3, title: 'בשלושה תשלומים' },
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
  people: [
    { name: 'תמר אלון', email: 'owner@ofek.test', roles: ['owner', 'instructor', 'student'] },
    { name: 'נועם לוי', email: 'student@ofek.test', roles: ['student'] },
  ],
  settings: {
    accent: '#b4532a',
    currency: 'ILS',
    fontPair: 'friendly',
    locale: 'he',
    radius: '16',
    tagline: 'קורסים קצרים ומדויקים בקרמיקה.',
    timeZone: 'Asia/Jerusalem',
  },
  video: 'lesson-he.mp4',
}
