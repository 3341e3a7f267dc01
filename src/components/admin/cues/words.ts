const english = {
  add: 'Add a question here',
  at: 'At',
  branches: 'Go on elsewhere by the answer',
  branchesHint:
    'The second at which the film goes on after this answer; empty where it just goes on.',
  chooseQuiz: 'Choose a quiz above: its questions can be asked inside the film.',
  failed: 'The quiz could not be read.',
  gone: 'A question that the quiz has no more',
  heading: 'Questions in the film',
  hint: 'Play the film to a moment and add a question of the quiz there. The film stops and asks it; results count like those of quizzes.',
  isBlocking: 'Has to be answered',
  loading: 'Reading the quiz…',
  noFilm: 'Choose a video to find the moments in it. Times can be typed too.',
  noQuestions: 'The quiz has no question that can be asked at a moment.',
  question: 'Question',
  remove: (clock: string) => `Remove the question at ${clock}`,
  said: { false: 'False', true: 'True' },
  show: (clock: string) => `Show the film at ${clock}`,
  toAnswers: 'What learners answer',
  toQuiz: 'Edit the questions',
}

export type CueWords = typeof english

const hebrew: CueWords = {
  add: 'הוספת שאלה כאן',
  at: 'בזמן',
  branches: 'המשך ממקום אחר לפי התשובה',
  branchesHint: 'הזמן שממנו הסרט ימשיך אחרי התשובה הזאת; ריק — הסרט פשוט ימשיך.',
  chooseQuiz: 'יש לבחור בוחן למעלה: אפשר לשאול את השאלות שלו בתוך הסרט.',
  failed: 'לא ניתן לקרוא את הבוחן.',
  gone: 'שאלה שאינה עוד בבוחן',
  heading: 'שאלות בתוך הסרט',
  hint: 'מנגנים את הסרט עד לרגע הרצוי ומוסיפים שם שאלה מהבוחן. הסרט נעצר ושואל אותה; התוצאות נחשבות כמו בבחנים.',
  isBlocking: 'חובה לענות',
  loading: 'קורא את הבוחן…',
  noFilm: 'יש לבחור וידאו כדי לאתר בו רגעים. אפשר גם להקליד זמנים.',
  noQuestions: 'אין בבוחן שאלה שאפשר לשאול ברגע מסוים.',
  question: 'שאלה',
  remove: (clock: string) => `הסרת השאלה ב־${clock}`,
  said: { false: 'לא נכון', true: 'נכון' },
  show: (clock: string) => `הצגת הסרט ב־${clock}`,
  toAnswers: 'מה הלומדים עונים',
  toQuiz: 'עריכת השאלות',
}

const russian: CueWords = {
  add: 'Добавить вопрос здесь',
  at: 'Время',
  branches: 'Переход по ответу',
  branchesHint:
    'Время, с которого фильм продолжится после этого ответа; пусто — просто продолжится.',
  chooseQuiz: 'Выберите тест выше: его вопросы можно задать внутри фильма.',
  failed: 'Не удалось прочитать тест.',
  gone: 'Вопрос, которого в тесте больше нет',
  heading: 'Вопросы внутри фильма',
  hint: 'Включите фильм, дойдите до нужного места и добавьте там вопрос теста. Фильм остановится и задаст его; результаты учитываются так же, как в тестах.',
  isBlocking: 'Ответ обязателен',
  loading: 'Тест загружается…',
  noFilm: 'Выберите видео, чтобы находить в нём места. Время можно и ввести.',
  noQuestions: 'В тесте нет вопроса, который можно задать в определённый момент.',
  question: 'Вопрос',
  remove: (clock: string) => `Убрать вопрос на ${clock}`,
  said: { false: 'Неверно', true: 'Верно' },
  show: (clock: string) => `Показать фильм на ${clock}`,
  toAnswers: 'Что отвечают студенты',
  toQuiz: 'Изменить вопросы',
}

export const CUE_WORDS = { en: english, he: hebrew, ru: russian }
