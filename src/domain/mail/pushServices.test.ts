import { isPushEndpoint } from './pushServices'

it.each([
  ['https://fcm.googleapis.com/fcm/send/abc:def', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
  ['https://wns2-par02p.notify.windows.com/w/?token=abc', true],
  ['https://web.push.apple.com/abc', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com:8443/fcm/send/abc', false],
  ['https://a:b@fcm.googleapis.com/x', false],
  ['https://fcm.googleapis.com.evil.example/x', false],
  ['https://evilpush.apple.com/x', false],
  ['https://169.254.169.254/latest', false],
  ['https://localhost/x', false],
  ['file:///etc/passwd', false],
  ['nonsense', false],
  [`https://fcm.googleapis.com/${'a'.repeat(1000)}`, false],
])('may %s be sent to: %s', (address, may) => {
  expect(isPushEndpoint(address)).toBe(may)
})

it('sends to a service of the installation’s own, and only there', () => {
  expect(isPushEndpoint('http://127.0.0.1:9000/x', 'http://127.0.0.1:9000')).toBe(true)
  expect(isPushEndpoint('http://127.0.0.1:9001/x', 'http://127.0.0.1:9000')).toBe(false)
})
