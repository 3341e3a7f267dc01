const english = {
  add: 'Add a question here',
  at: 'At',
  branches: 'Go on elsewhere by the answer',
  branchesHint: 'The second at which it goes on after this answer; empty where it just goes on.',
  chooseQuiz: 'Choose a quiz above: its questions can be asked here, at a moment.',
  drawn: (tags: string) =>
    tags ? `One drawn for each learner: ${tags}` : 'One drawn for each learner from the bank',
  failed: 'The quiz could not be read.',
  gone: 'A question that the quiz has no more',
  heading: 'Questions inside',
  hint: 'Play to a moment and add a question of the quiz there. It stops and asks; results count like those of quizzes. A pool asks each learner one of its questions, the same each time.',
  isBlocking: 'Has to be answered',
  loading: 'Reading the quiz…',
  noFilm: 'Choose a file to find the moments in it. Times can be typed too.',
  noQuestions: 'The quiz has no question that can be asked at a moment.',
  question: 'Question',
  remove: (clock: string) => `Remove the question at ${clock}`,
  said: { false: 'False', true: 'True' },
  show: (clock: string) => `Go to ${clock}`,
  toAnswers: 'What learners answer',
  toQuiz: 'Edit the questions',
}

export type CueWords = typeof english

const hebrew: CueWords = {
  add: 'הוספת שאלה כאן',
  at: 'בזמן',
  branches: 'המשך ממקום אחר לפי התשובה',
  branchesHint: 'הזמן שממנו ממשיכים אחרי התשובה הזאת; ריק — פשוט ממשיכים.',
  chooseQuiz: 'יש לבחור בוחן למעלה: אפשר לשאול כאן את השאלות שלו, ברגע מסוים.',
  drawn: (tags) => (tags ? `אחת שמוגרלת לכל לומד: ${tags}` : 'אחת שמוגרלת לכל לומד מהמאגר'),
  failed: 'לא ניתן לקרוא את הבוחן.',
  gone: 'שאלה שאינה עוד בבוחן',
  heading: 'שאלות בפנים',
  hint: 'מנגנים עד לרגע הרצוי ומוסיפים שם שאלה מהבוחן. הנגינה נעצרת והשאלה נשאלת; התוצאות נחשבות כמו בבחנים. מאגר שואל כל לומד אחת מהשאלות שלו, אותה שאלה בכל פעם.',
  isBlocking: 'חובה לענות',
  loading: 'קורא את הבוחן…',
  noFilm: 'יש לבחור קובץ כדי לאתר בו רגעים. אפשר גם להקליד זמנים.',
  noQuestions: 'אין בבוחן שאלה שאפשר לשאול ברגע מסוים.',
  question: 'שאלה',
  remove: (clock: string) => `הסרת השאלה ב־${clock}`,
  said: { false: 'לא נכון', true: 'נכון' },
  show: (clock: string) => `מעבר אל ${clock}`,
  toAnswers: 'מה הלומדים עונים',
  toQuiz: 'עריכת השאלות',
}

const russian: CueWords = {
  add: 'Добавить вопрос здесь',
  at: 'Время',
  branches: 'Переход по ответу',
  branchesHint:
    'Время, с которого продолжится показ после этого ответа; пусто — просто продолжится.',
  chooseQuiz: 'Выберите тест выше: его вопросы можно задать здесь в нужный момент.',
  drawn: (tags) => (tags ? `Один, свой для каждого: ${tags}` : 'Один из банка, свой для каждого'),
  failed: 'Не удалось прочитать тест.',
  gone: 'Вопрос, которого в тесте больше нет',
  heading: 'Вопросы внутри',
  hint: 'Включите воспроизведение, дойдите до нужного места и добавьте там вопрос теста. Оно остановится и задаст его; результаты учитываются так же, как в тестах. Выборка задаёт каждому один из своих вопросов, всегда тот же.',
  isBlocking: 'Ответ обязателен',
  loading: 'Тест загружается…',
  noFilm: 'Выберите файл, чтобы находить в нём места. Время можно и ввести.',
  noQuestions: 'В тесте нет вопроса, который можно задать в определённый момент.',
  question: 'Вопрос',
  remove: (clock: string) => `Убрать вопрос на ${clock}`,
  said: { false: 'Неверно', true: 'Верно' },
  show: (clock: string) => `Перейти к ${clock}`,
  toAnswers: 'Что отвечают студенты',
  toQuiz: 'Изменить вопросы',
}

export const CUE_WORDS = { en: english, he: hebrew, ru: russian }
