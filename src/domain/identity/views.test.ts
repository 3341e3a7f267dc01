import { isRefusedInView } from './views'

describe('requests of staff who see the school as a learner does', () => {
  it.each([
    ['GET', '/dashboard', false],
    ['GET', '/api/session', false],
    ['HEAD', '/api/account', false],
    ['POST', '/api/graphql', false],
    ['POST', '/api/learn/videos/0196f0a0-0000-7000-8000-000000000000/open', false],
    ['POST', '/api/view/end', false],
    ['POST', '/api/progress/watched', true],
    ['PATCH', '/api/account', true],
    ['DELETE', '/api/account/picture', true],
    ['PUT', '/api/users/1', true],
    ['POST', '/api/users', true],
    ['POST', '/api/auth/sign-out', true],
    ['GET', '/api/auth/verify-email', true],
    ['POST', '/dashboard', true],
  ])('%s %s is refused: %s', (method, path, refused) => {
    expect(isRefusedInView({ method, path })).toBe(refused)
  })
})
