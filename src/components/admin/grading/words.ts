const english = {
  all: (count: number) => `All courses (${count})`,
  answer: 'Answer',
  cancel: 'Back to the list',
  comment: 'Comment for the learner',
  course: 'Course',
  done: (percent: number, passed: boolean) =>
    `Graded: ${percent}%, ${passed ? 'passed' : 'not passed'}. The learner gets a mail.`,
  failed: 'That did not work. Try again.',
  grade: 'Grade',
  graded: 'Somebody else has graded this one already.',
  guide: 'What a good answer has',
  heading: 'Waits to be graded',
  learner: 'Learner',
  more: 'Show more',
  next: 'Save and go to the next',
  none: 'Nothing waits. Answers that a person must read appear here.',
  outOf: (points: number) => `Points, of ${points}`,
  quiz: 'Quiz',
  since: 'Handed in',
  soFar: (score: number, max: number) => `${score} of ${max} points so far.`,
}

type Words = typeof english

const hebrew: Words = {
  all: (count) => `כל הקורסים (${count})`,
  answer: 'התשובה',
  cancel: 'חזרה לרשימה',
  comment: 'הערה ללומד',
  course: 'קורס',
  done: (percent, passed) => `נבדק: ${percent}%, ${passed ? 'עבר' : 'לא עבר'}. נשלח דוא״ל ללומד.`,
  failed: 'זה לא הצליח. נסו שוב.',
  grade: 'בדיקה',
  graded: 'מישהו אחר כבר בדק את הניסיון הזה.',
  guide: 'מה יש בתשובה טובה',
  heading: 'ממתין לבדיקה',
  learner: 'לומד',
  more: 'הצגת עוד',
  next: 'שמירה ומעבר לבא',
  none: 'דבר אינו ממתין. תשובות שאדם צריך לקרוא יופיעו כאן.',
  outOf: (points) => `נקודות, מתוך ${points}`,
  quiz: 'בוחן',
  since: 'הוגש',
  soFar: (score, max) => `${score} מתוך ${max} נקודות עד כה.`,
}

const russian: Words = {
  all: (count) => `Все курсы (${count})`,
  answer: 'Ответ',
  cancel: 'К списку',
  comment: 'Комментарий студенту',
  course: 'Курс',
  done: (percent, passed) =>
    `Проверено: ${percent} %, ${passed ? 'пройдено' : 'не пройдено'}. Студент получит письмо.`,
  failed: 'Не получилось. Попробуйте ещё раз.',
  grade: 'Проверить',
  graded: 'Эту попытку уже проверил кто-то другой.',
  guide: 'Что должно быть в хорошем ответе',
  heading: 'Ждут проверки',
  learner: 'Студент',
  more: 'Показать ещё',
  next: 'Сохранить и дальше',
  none: 'Ничего не ждёт. Здесь появятся ответы, которые должен прочитать человек.',
  outOf: (points) => `Баллы, из ${points}`,
  quiz: 'Тест',
  since: 'Сдано',
  soFar: (score, max) => `Пока ${score} из ${max} баллов.`,
}

export const GRADING_WORDS = { en: english, he: hebrew, ru: russian }
