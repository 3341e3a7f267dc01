import { guessMapping, listIn } from './job'

it('guesses what columns hold in three languages, each field once', () => {
  expect(
    guessMapping(['E-Mail', 'Full name', 'Роли', 'תגיות', 'Time zone', 'Email', 'Shoe size']),
  ).toEqual(['email', 'name', 'roles', 'tags', 'timeZone', null, null])
})

it('reads several values of one cell', () => {
  expect(listIn(' vip; early bird |x;; ')).toEqual(['vip', 'early bird', 'x'])
})
