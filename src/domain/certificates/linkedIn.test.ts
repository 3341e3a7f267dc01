import { linkedInUrl } from './linkedIn'

it('a certificate is offered to LinkedIn with all that it says, whatever signs it holds', () => {
  const given = {
    course: 'Colour & light: "100 %"',
    issuedAt: '2026-01-31T23:30:00Z',
    number: '2026-0001',
    school: 'Aurora & Sons',
    url: 'https://a.example/certificates/x?y=1&z=2',
  }
  const { origin, pathname, searchParams } = new URL(linkedInUrl(given))
  expect(`${origin}${pathname}`).toBe('https://www.linkedin.com/profile/add')
  expect(Object.fromEntries(searchParams)).toEqual({
    name: given.course,
    certId: given.number,
    certUrl: given.url,
    issueMonth: '1',
    issueYear: '2026',
    organizationName: given.school,
    startTask: 'CERTIFICATION_NAME',
  })
})
