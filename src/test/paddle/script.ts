/**
 * The part of Paddle.js that opens a checkout: it reads the transaction of the page's address, shows its checkout in a frame
 * over the page, and tells the page what happens in it.
 */
export const PADDLE_SCRIPT = `
(() => {
  const origin = new URL(document.currentScript.src).origin
  const state = {}
  const tell = (name) => state.eventCallback && state.eventCallback({ name })
  const open = ({ transactionId }) => {
    state.frame = document.createElement('iframe')
    state.frame.title = 'Paddle Checkout'
    state.frame.src = origin + '/checkout?token=' + transactionId + '&client=' + state.token
    state.frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0;background:white;z-index:1000'
    document.body.append(state.frame)
    tell('checkout.loaded')
  }
  const close = () => {
    state.frame.remove()
    tell('checkout.closed')
  }
  window.addEventListener('message', ({ data, origin: from }) => {
    if (from !== origin) return
    if (data === 'paid') tell('checkout.completed')
    if (data === 'cancelled') close()
  })
  window.Paddle = {
    Checkout: { close, open },
    Environment: { set: (name) => { state.environment = name } },
    Initialize: (given) => {
      Object.assign(state, given)
      const transactionId = new URL(location.href).searchParams.get('_ptxn')
      if (transactionId) open({ transactionId })
    },
  }
})()
`
