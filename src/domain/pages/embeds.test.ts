import { embedOf, isSafeLink } from './embeds'

describe('embedOf', () => {
  it.each([
    [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    ],
    [
      'https://www.youtube.com/watch?list=x&v=dQw4w9WgXcQ&t=3',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    ],
    ['https://youtu.be/dQw4w9WgXcQ?t=3', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://vimeo.com/123456789', 'https://player.vimeo.com/video/123456789?dnt=1'],
    ['https://player.vimeo.com/video/123456789', 'https://player.vimeo.com/video/123456789?dnt=1'],
  ])('finds the player of %s', (address, player) => {
    expect(embedOf(address)).toBe(player)
  })

  it.each([
    'https://evil.example/watch?v=dQw4w9WgXcQ',
    'http://youtu.be/dQw4w9WgXcQ',
    'javascript:alert(1)',
    'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
    '',
    'https://youtu.be/"><script>',
  ])('refuses %s', (address) => {
    expect(embedOf(address)).toBeNull()
  })
})

describe('isSafeLink', () => {
  it.each([
    'https://example.com',
    'http://example.com',
    'mailto:a@b.co',
    'tel:+123',
    '/courses',
    '#top',
  ])('lets %s through', (address) => {
    expect(isSafeLink(address)).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'vbscript:x',
    '',
  ])('stops %s', (address) => {
    expect(isSafeLink(address)).toBe(false)
  })
})
