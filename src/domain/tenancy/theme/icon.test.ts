import { iconSvg } from './icon'

describe('the icon of a site', () => {
  it('is the first letter of its name, whatever that is', () => {
    expect(iconSvg({ name: ' aurora', accent: '#3b5bdb' })).toContain('>A</text>')
    expect(iconSvg({ name: 'אופק', accent: '#3b5bdb' })).toContain('>א</text>')
    expect(iconSvg({ name: '<script>', accent: '#3b5bdb' })).toContain('>&#60;</text>')
    expect(iconSvg({ name: '', accent: '#3b5bdb' })).toContain('></text>')
  })
})
