import type { SeedShowcase } from '../types'

/** What Ofek shows beside its plain courses, most of it in its course on glazes. */
export const ofekShowcase: SeedShowcase = {
  application: {
    amount: 64_900,
    by: 'lior@ofek.test',
    message: 'יש לי תנור קטן בבית ופחד גדול מזיגוג. אשמח ללמוד לידכם.',
    question: 'מה כבר שרפתם, ומה הייתם רוצים לזגג?',
    title: 'עם תמר, בקבוצה קטנה',
  },
  bank: {
    drawn: 2,
    questions: [
      {
        answers: ['*מסכה וכפפות', 'מאוורר', 'מברשת רחבה'],
        explanation: 'האבק מסוכן יותר מהזיגוג עצמו.',
        prompt: 'מה מכינים לפני שפותחים שקית של חומר גלם?',
      },
      {
        answers: ['לפי העין', '*לפי משקל'],
        explanation: 'מתכון של זיגוג נמדד בגרמים.',
        prompt: 'איך מודדים חומרים לזיגוג?',
      },
      {
        answers: ['*לנער את הכלי', '*לספור עד שלוש ולהוציא', 'להשאיר עד שמתייבש'],
        explanation: 'טבילה קצרה ותנועה אחת, ואין טיפות.',
        prompt: 'מה עוזר לטבול בלי טיפות?',
      },
      {
        answers: ['מייד', '*אחרי שהכלי יבש לגמרי'],
        explanation: 'כלי לח מתפוצץ בתנור.',
        prompt: 'מתי מכניסים כלי מזוגג לתנור?',
      },
    ],
    section: 'לסיום',
    tag: 'זיגוג',
    title: 'שתי שאלות לסיכום',
  },
  cohorts: {
    full: 'קבוצת הבוקר',
    inside: 'dana@ofek.test',
    running: 'קבוצת הערב',
    waiting: 'omer@ofek.test',
  },
  course: 'zigug-babayit',
  path: {
    slug: 'min-hagush-el-hatanur',
    courses: ['yesodot-haovnayim', 'zigug-babayit'],
    summary: 'קודם הכלי, אחר כך הצבע שלו: שני קורסים לפי הסדר שבו הידיים לומדות.',
    title: 'מן הגוש אל התנור',
  },
  survey: {
    answers: [
      { nps: 10, rating: 5, text: 'בפעם הראשונה הזיגוג יצא כמו שתכננתי.' },
      { nps: 9, rating: 5 },
      { nps: 8, rating: 4, text: 'אפשר עוד מתכון אחד?' },
    ],
    more: 'מה כדאי לעשות אחרת?',
    rating: 'כמה ברור היה הקורס?',
    recommend: 'האם הייתם ממליצים עליו לחברים?',
    title: 'איך היה?',
  },
}
