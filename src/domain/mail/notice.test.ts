import { noticeOf } from './notice'

it('keeps what a mail is told, without its reader and without addresses', () => {
  expect(
    noticeOf({
      name: 'Ada',
      course: 'Light',
      invoice: { number: '7', url: 'https://a.test/invoice?key=secret' },
      lines: [{ title: 'Light', url: 'https://a.test' }],
      url: 'https://a.test/learn/light?at=3#notes',
      verifyUrl: 'https://a.test/x',
    } as never),
  ).toEqual({
    link: '/learn/light?at=3#notes',
    said: { course: 'Light', invoice: { number: '7' }, lines: [{ title: 'Light' }] },
  })
})
