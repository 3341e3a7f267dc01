import { embedOf, FRAME_ORIGINS, frameOf, isSafeLink } from './embeds'

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

describe('frameOf', () => {
  it.each([
    ['https://youtu.be/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    [
      'https://www.loom.com/share/0123456789abcdef0123456789abcdef?sid=1',
      'https://www.loom.com/embed/0123456789abcdef0123456789abcdef',
    ],
    [
      'https://docs.google.com/presentation/d/1aBcDeFgHiJkLmNoPqRsTuVw/edit#slide=1',
      'https://docs.google.com/presentation/d/1aBcDeFgHiJkLmNoPqRsTuVw/embed',
    ],
    [
      'https://docs.google.com/forms/d/e/1FAIpQLSe_aBcDeFgHiJkLm/viewform',
      'https://docs.google.com/forms/d/e/1FAIpQLSe_aBcDeFgHiJkLm/viewform?embedded=true',
    ],
    [
      'https://www.figma.com/design/AbCdEfGhIjKlMnOpQr/Name?node-id=1',
      'https://embed.figma.com/design/AbCdEfGhIjKlMnOpQr?embed-host=lesson',
    ],
    [
      'https://codepen.io/someone/pen/abCdEf',
      'https://codepen.io/someone/embed/abCdEf?default-tab=result',
    ],
  ])('finds what may stand in a frame for %s', (address, frame) => {
    expect(FRAME_ORIGINS).toContain(new URL(frame).origin)
    expect(frameOf(address)).toBe(frame)
  })

  it.each([
    'https://docs.google.com.evil.example/document/d/1aBcDeFgHiJkLmNoPqRsTuVw',
    'http://codepen.io/someone/pen/abCdEf',
    'https://codepen.io/someone/pen/abCdEf"onload=',
    'https://drive.google.com/file/d/1aBcDeFgHiJkLmNoPqRsTuVw',
    'data:text/html,hello',
    '',
  ])('refuses %s', (address) => {
    expect(frameOf(address)).toBeNull()
  })
})
