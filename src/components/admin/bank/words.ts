const english = {
  drawn: (count: number) => `${count} drawn at random`,
  everything: 'the whole bank',
  failed: 'That did not work. Try again.',
  few: (matching: number) =>
    matching === 0
      ? 'No question of the bank matches yet.'
      : `Only ${matching} match: attempts will ask that many.`,
  fromBank: 'From the bank',
  insert: 'Insert from the bank',
  insertHint: 'Search the questions of the bank, and choose one or several.',
  matching: (matching: number) => `${matching} questions of the bank match.`,
  move: 'Move to the bank',
  moved: 'The question is in the bank now. Save the quiz to ask it from there.',
  moveHint: 'Other quizzes can ask it then. Its answers and results stay.',
  unsaved: 'The bank did not take the question. Fill in all that it needs first.',
  version: (version: number) => `version ${version}`,
}

type Words = typeof english

const hebrew: Words = {
  drawn: (count) => `${count} בהגרלה`,
  everything: 'כל המאגר',
  failed: 'זה לא הצליח. נסו שוב.',
  few: (matching) =>
    matching === 0
      ? 'אין עדיין במאגר שאלות מתאימות.'
      : `רק ${matching} שאלות מתאימות: זה מה שיישאל בניסיונות.`,
  fromBank: 'מהמאגר',
  insert: 'הוספה מהמאגר',
  insertHint: 'חפשו בשאלות המאגר ובחרו אחת או יותר.',
  matching: (matching) => `${matching} שאלות במאגר מתאימות.`,
  move: 'העברה למאגר',
  moved: 'השאלה נמצאת עכשיו במאגר. שמרו את הבוחן כדי שתישאל משם.',
  moveHint: 'כך גם בחנים אחרים יוכלו לשאול אותה. התשובות והתוצאות נשמרות.',
  unsaved: 'המאגר לא קיבל את השאלה. תחילה יש למלא את כל הנדרש.',
  version: (version) => `גרסה ${version}`,
}

const russian: Words = {
  drawn: (count) => `случайных вопросов: ${count}`,
  everything: 'весь банк',
  failed: 'Не получилось. Попробуйте ещё раз.',
  few: (matching) =>
    matching === 0
      ? 'Подходящих вопросов в банке пока нет.'
      : `Подходит только ${matching}: столько и будет в попытках.`,
  fromBank: 'Из банка',
  insert: 'Вставить из банка',
  insertHint: 'Найдите вопросы в банке и выберите один или несколько.',
  matching: (matching) => `Подходит вопросов: ${matching}.`,
  move: 'Перенести в банк',
  moved: 'Вопрос теперь в банке. Сохраните тест, чтобы он задавал его оттуда.',
  moveHint: 'Тогда его смогут задать и другие тесты. Ответы и результаты останутся.',
  unsaved: 'Банк не принял вопрос. Сначала заполните всё, что нужно.',
  version: (version) => `версия ${version}`,
}

export const BANK_WORDS = { en: english, he: hebrew, ru: russian }
